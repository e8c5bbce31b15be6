# What changed between two years or two projects, and why.

compare-caption-words = What changed
compare-caption-causes = From one total to the other, { $currency }
compare-caption-groups = Change by { $by }, { $currency }
compare-caption-quotient = Change of the cost per victim, { $currency }
compare-caption-lines = Lines whose cost changed, { $currency }

compare-head-words = From { $from } to { $to }
compare-head-cause = Cause
compare-head-amount = Amount
compare-head-change = Change
compare-head-measure = Measure
compare-head-victims = Victims { $side }
compare-head-cost-before = Cost { $side }
compare-head-cost-after = Cost { $side }
compare-head-of-money = Money
compare-head-of-victims = Number of victims
compare-head-line = Line
compare-head-why = What changed about it

compare-row-total = Total { $side }
compare-row-all = All
compare-row-blank = (blank)

compare-cause-amounts = amounts of lines
compare-cause-new = new lines
compare-cause-gone = lines no longer there
compare-cause-published = amount published on one side only
compare-cause-rules = rules
compare-cause-drivers = drivers
compare-cause-services = services by norm
compare-cause-overheads = overheads
compare-cause-splits = division among groups
compare-cause-currency = exchange rates
compare-cause-prices = prices
compare-cause-victims = number of victims

compare-part-external = External financing of labelled lines
compare-part-state = State financing of labelled lines
compare-part-unlabelled = What is attributed of unlabelled lines

compare-words-total = { $direction ->
    [up] The total is up by { $change } { $currency }: from { $before } ({ $from }) to { $after } ({ $to }).
    [down] The total is down by { $change } { $currency }: from { $before } ({ $from }) to { $after } ({ $to }).
   *[same] The total is the same, { $before } { $currency }.
}
compare-words-part = { $direction ->
    [up] { $part } is up by { $change }: from { $before } to { $after }.
    [down] { $part } is down by { $change }: from { $before } to { $after }.
   *[same] { $part } is the same, { $before }.
}
compare-words-range = The range of the total was { $low_before } to { $high_before } ({ $from }) and is { $low_after } to { $high_after } ({ $to }).
compare-words-range-lines = Only the range, not the figure, of these lines changed: { $lines }.
compare-words-unknown = There is no change of the total to show: no amount is known on one side ({ $from } or { $to }).
compare-words-one-cause = All of the change of the total comes from one cause: { $cause }.
compare-words-causes = The change of the total by cause: { $causes }.
compare-words-cause = { $cause } { $amount }
compare-words-victims = Victims, { $measure }: from { $before } to { $after }.
compare-words-quotient = { $direction ->
    [up] The cost per { $measure } victim is up by { $change } { $currency }: from { $before } to { $after }. Of this, { $money } is money and { $victims } is the number of victims.
    [down] The cost per { $measure } victim is down by { $change } { $currency }: from { $before } to { $after }. Of this, { $money } is money and { $victims } is the number of victims.
   *[same] The cost per { $measure } victim is the same, { $before } { $currency }: { $money } from money, { $victims } from the number of victims.
}
compare-words-no-quotient = The cost per { $measure } victim is not compared: { $reason }.

compare-reason-one = no count above zero is known for { $side }
compare-reason-both = no count above zero is known for { $from } or { $to }
compare-reason-cost = no amount is known on one side
compare-reason-protected = the count for { $sides } is protected

compare-why-amount = amount from { $before } to { $after }
compare-why-more = one more amount under a key that stands on both sides
compare-why-fewer = one amount fewer under a key that stands on both sides
compare-why-share = share from { $before } to { $after } ({ $because })
compare-why-overhead = what the overhead serves
compare-why-rule = rule from { $before } to { $after }
compare-why-rule-text = rule { $rule } is written differently
compare-why-sum = the sum of lines shared over
compare-why-services = services by norm: { $services }
compare-why-services-rates = the rates of exchange of its services
compare-why-driver = { $driver } from { $before } to { $after }
compare-why-drivers = { $drivers }

compare-warning-lines = Warning: an allocation is compared with spending. { $count ->
    [one] One line is approved on one side and executed on the other
   *[other] { $count } lines are approved on one side and executed on the other
}: { $names }.
compare-warning-phases = Warning: an allocation is compared with spending. Of { $from } and { $to } only one has approved amounts.
compare-warning-break = Warning: the series of { $measure } victims breaks in { $year }. The counts, and the costs per victim, are not comparable across that year.
compare-warning-source = Warning: the counts of { $measure } victims come from different sources on the two sides.
compare-warning-not-estimated = Not in these figures, since nobody published the amount: { $before ->
    [one] 1 line
   *[other] { $before } lines
} of { $from }, { $after ->
    [one] 1 line
   *[other] { $after } lines
} of { $to }.
compare-warning-unattributed = Not in these figures, since no rule decides it: { $before } { $currency } of { $from }, { $after } { $currency } of { $to }.

compare-note-method = A change is split among causes without a residue, and the same from either side: each contributes the mean of what it would contribute over all orders in which the causes can act (Bennet, Shapley). The parts are rounded so that they add up to the change.

compare-prices-current = current prices
compare-prices-of = prices of { $year }
compare-subtitle = { $from } and { $to }{ $form }{ $only }, { $currency }, { $prices }, phase { $phase }
compare-subtitle-form = , { $form } exploitation

usage-compare-alone = one year is not compared with itself; name a second year, or another project with --with
usage-compare-no-lines = no lines for { $year }; "{ $project }" has no lines at all
usage-compare-year = no lines for { $year }; "{ $project }" has { $years }
