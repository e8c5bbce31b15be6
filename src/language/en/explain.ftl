# Explanations: a tree of sentences from a total down to rows and sources.

explain-only = Only lines with { $only }
explain-sources = Sources
explain-year = { $year }: { $total } { $currency } attributed{ $range }, from { $lines }{ $rest }
explain-year-nothing = { $year }: nothing is attributed{ $rest }
explain-budget-lines = { $count ->
    [one] { $count } budget line
   *[other] { $count } budget lines
}
explain-rest-unknown = ; { $lines } not estimated, which is not zero
explain-rest-outside = ; { $lines } not attributed by any rule
explain-range = , between { $low } and { $high }

explain-line = { $name }: { $attributed } of { $amount } { $currency }{ $range }
explain-line-imputed = { $name }: { $attributed } { $currency }{ $range }
explain-line-unattributed = { $name }: { $amount } { $currency }, not attributed
explain-line-excluded = { $name }: amount not published, and excluded
explain-line-unknown = { $name }: amount not published ({ $unknown })
explain-line-name = { $agency }, "{ $line }"
explain-what = It is { $label }, { $phase }, paid by { $funder } ({ $financing } financing).
explain-phase-approved = approved (an allocation, not spending)
explain-state = State: { $state }.
explain-state-direct = direct, that is labelled as anti-trafficking, and all of it counts
explain-state-assumed = assumed, that is by a share written in the rule
explain-state-measured = measured, that is by drivers of that year
explain-state-carried = carried, that is by drivers of an earlier year
explain-state-interpolated = interpolated, that is between two years that are known
explain-state-indexed = indexed, that is the last known value moved by a price index
explain-state-imputed = imputed, that is worked out from units and unit cost, since nobody published the amount
explain-state-derived = derived, that is an overhead shared out as the lines it serves
explain-state-excluded = excluded, that is the rule says none of it is trafficking
explain-state-unattributed = unattributed, that is no rule decides it: it is shown and not counted
explain-state-not-estimated = not estimated, that is nobody published the amount: it is not counted, and not zero
explain-state-not-reported = not reported, that is a row was expected and there is none: it is not counted, and not zero
explain-shown = Shown in { $currency }, at { $rate } { $currency } for one { $from } ({ $at }): { $amount } { $currency }.
explain-year-sum = Of it { $amount } { $from }, at { $rate } { $currency } for one { $from } ({ $at }).
explain-year-also = That is { $total } { $currency }{ $range }.
explain-also = That is { $figure } { $currency }{ $range }.
explain-by-law = by law
explain-divided = Divided so, by largest remainder:
explain-part = { $area }, { $form }: { $amount }{ $range }
explain-left = Left over and not counted: { $amount } { $currency }{ $bounds }.
explain-left-bounds = {" "}({ $low } at low, { $high } at high)
explain-note = Note of the file: { $note }.
explain-rows = From { $rows }: { $places }.{ $mark }
explain-count-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
explain-places-more = { $places } and { $count } more
explain-place-line = { $file } line { $row }
explain-place-row = { $file } row { $row }

explain-rule = Decided by rule { $rule }{ $title }: { $share }.
explain-rule-title = {" "}({ $title })
explain-more-served = and { $count } more lines
explain-base = Sum of the lines that this rule decides that year: { $sum } { $currency }.
explain-product = { $amount } x { $share } (exactly { $exactly }) = { $attributed }, rounded once.
explain-units = Units times unit cost = { $attributed }, rounded once.
explain-why = Why this key: { $rationale }
explain-stands = It stands in { $place }.{ $mark }
explain-written-and-stands = Written by { $by }. It stands in { $place }.{ $mark }
explain-split = Divided by { $dimension } by { $by } ({ $place }): { $key }.
explain-split-default = the default split of all rules
explain-split-rule = its rule
explain-weight = { $name }: { $weight }, { $place }.{ $mark }
explain-driver = { $what } { $year } = { $value }{ $unit }{ $bounds }{ $converted }, { $place }.{ $note }{ $mark }
explain-driver-of = { $role }: { $driver }
explain-driver-from = from
explain-driver-rate = , at { $rate } { $to } for one { $from }
explain-driver-estimated = { $role }: { $driver } { $year } is not published; { $value }{ $bounds } is { $how }.
explain-driver-carried = carried over from the last year in which it is known
explain-driver-interpolated = on the straight line between the nearest known years
explain-driver-indexed = the last known value times { $factor }, the chain of { $index }
explain-driver-converted = brought to another currency
explain-service = { $words }: { $cost } { $currency }{ $bounds } by norm, { $place }.{ $note }{ $mark }
explain-service-words = { $service }{ $step }: { $of }, each { $units } { $unit } at { $unit_cost } { $currency }
explain-service-step = {" "}(step { $step })
explain-service-share = { $share } of { $victims } { $measure } victims use it, that is { $users }
explain-service-count = { $users } use it
explain-services = Together { $attributed } { $currency }, rounded once: what the services take by norm, not what was paid.
explain-fill = Nobody published the amount; { $amount } { $currency } is { $how }: { $years }.
explain-fill-carried = carried over from the last year in which it is published
explain-fill-indexed = the last published one times { $factor }, the chain of { $index }
explain-fill-year = { $year } { $amount } { $currency }
explain-driver-bounds = {" "}(low { $low }, high { $high })
explain-driver-note = {" "}Note: { $note }.
explain-served = serves { $agency }, "{ $line }": { $amount } { $currency } of which { $share } ({ $state })

explain-per-victim = Per { $measure } victim: { $cost } / { $victims } = { $figure } { $currency }
explain-per-victim-none = Per { $measure } victim: no figure
explain-midpoint = { $central } (midpoint of { $low } to { $high })
explain-per-victim-bounds = Low { $low }, high { $high }: each bound of the cost over the count that widens the range.
explain-reason = Why: { $reason }.
explain-break = The series of counts breaks at this year; it is not compared with earlier years.
explain-count = The count: { $place }.{ $note }{ $mark }

select-no-agency = there is no agency "{ $typed }"; { $hint }
select-no-line = there is no line "{ $typed }"; { $hint }
select-no-rule = there is no rule "{ $typed }"; { $hint }
project-has-none = the project has none
project-has = the project has { $known }
