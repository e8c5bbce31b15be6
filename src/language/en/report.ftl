# Reports and ledgers: captions, heads of columns, rows, notes, reasons.

report-subtitle = { $span }{ $form }{ $only }, { $currency }, { $prices }, phase { $phase }
report-subtitle-form = , { $form } exploitation
report-subtitle-only = , only lines with { $only }
report-no-years = no years
report-one-year = { $year }
report-span = { $first }-{ $last }
report-current-prices = current prices
report-prices-of = prices of { $year }
report-project = Project: { $title }.
report-not-in-sources = { $id } (not in the list of sources)

report-head-year = Year
report-head-state = State
report-head-external = External
report-head-labelled = Labelled
report-head-attributed = Attributed
report-head-total = Total
report-head-not-attributed = Not attributed
report-head-not-estimated-short = Not est.
report-head-low = Low
report-head-central = Central
report-head-high = High
report-head-attributed-low = Attributed, low
report-head-attributed-high = Attributed, high
report-head-lines = Lines
report-head-not-reported-short = Not reported
report-head-total-low = Total, low
report-head-total-high = Total, high
report-head-total-per-cent = Total, %
report-head-amount = Amount
report-head-currency = Currency
report-head-in = { $head }, { $currency }
report-head-agency = Agency
report-head-line = Line
report-head-line-decided = Line (rule, state, share)
report-head-funder = Funder
report-head-financing = Financing
report-head-phase = Phase
report-head-source-short = Src
report-head-measure = Measure
report-head-victims = Victims
report-head-part = Part
report-head-parts = { $dimension } ({ $count ->
    [one] first part
   *[other] first { $count } parts
})

report-all = All
report-blank = (blank)
report-break-mark = (break)
report-cost-in = Cost in { $year }, { $currency }
report-cost-by-year = Cost by year, { $currency }
report-cost-by = Cost by { $by }, { $currency }
report-range = Range of the total, { $currency }
report-change = Change on the year before, { $currency }
report-per-victim = Cost per victim, { $currency }
report-per-victim-of-form = Cost per victim, { $form } exploitation, { $currency }
report-labelled-state = Labelled lines, state financing
report-labelled-external = Labelled lines, external financing
report-labelled-together = Labelled lines together
report-attributed-of-unlabelled = Attributed of unlabelled lines
report-total-attributed = Total attributed
report-unattributed = Not attributed by any rule (not in the total)
report-lines-not-estimated = Lines not estimated (amount not published)
report-lines-not-reported = Lines not reported (expected, and no row)
report-lines = Lines
report-labelled-lines = Labelled lines
report-not-estimated-lines = Not estimated: the amount is not published
report-no-figure = No figure per victim: { $reason }.
report-no-labelled = No cost of labelled lines per victim: { $reason }.
report-no-bound = No figure for one bound per victim: { $reason }.

ledger-caption = Ledger, each line in its own currency
ledger-subtitle = phase { $phase }{ $only }; the CSV and JSON formats have all columns

reason-no-count = no count of { $measure } victims{ $of } is known
reason-zero = the count of { $measure } victims{ $of } is zero
reason-protected = the count of { $measure } victims{ $of } is protected
protect-title = { $title } (counts of people below { $below } protected)
note-protected = Counts of people below { $below } are protected and stand as <{ $below }; [c] stands for a count that would tell one of them, or may be one. Neither has a cost per victim. A count of zero is shown.
note-protected-splits = In { $years } a split by protected counts is shown only in total, as unspecified.
reason-may-be-zero = the count of { $measure } victims{ $of } may be zero, which leaves a bound open
reason-of-form = {" "}of { $form } exploitation
reason-no-amount = no amount of these lines is known
reason-no-labelled = no labelled line has a known amount

basis-no-prices = prices have no rate for { $missing }, which is needed to restate { $year }
basis-no-rate = rates have no rate from { $from } to { $to } for { $year }
basis-which-index = prices hold several indices ({ $indices }), and the project names none

note-approved = Approved amounts, that is an allocation and not spending: { $lines }.
note-not-reported = Expected and not reported, so known to be missing: { $lines }.
note-line-missing = No row of lines that other years have: { $lines }.
note-not-estimated = Not estimated, since nobody published the amount: { $lines }.
note-unattributed = Not attributed, since no rule decides it: { $lines }.
note-imputed = Imputed from units and unit cost, since nobody published the amount: { $lines }.
note-prices = In prices of { $year }; counts are as they were.
note-prices-chained = In prices of { $year }, chained by { $index }; counts are as they were.
note-converted = Each figure is converted from { $from } to { $to } { $how }; parts may differ from totals by a cent.
note-converted-by-law = at 1 EUR = { $rate } BGN (Regulation (EC) 1103/97)
note-converted-by-rates = at the rates of the project
note-leva-restated = Amounts in leva of years before 2026 are restated in euro: the lev was the currency of Bulgaria until 2025.
note-form-by-counts = What is attributed is divided among forms of exploitation by counts of { $measure } victims: by construction the cost per { $measure } victim is the same for every form, and says nothing of one of them.
note-form = What is attributed, and the counts, are of { $form } exploitation only; what is not attributed or not estimated is whole.
note-undivided = { $count ->
    [one] { $count } line is not divided by form of exploitation, and so not in these figures.
   *[other] { $count } lines are not divided by form of exploitation, and so not in these figures.
}
note-parts-per-victim = Cost per victim of a part of the cost is over all victims counted, so that the parts add up.
note-break = The series of { $measure } victims breaks in { $year }; it is not compared with earlier years.
note-phase-changes = Compared with the year before, approved amounts stand against executed ones in { $years }.
note-of-lines = { $lines }: { $text }.
note-more-of-lines = { $count } more notes of lines stand in the explanation of the year (thb-cost explain).
note-carried = The share of rule { $rule } is carried from { $year }.
note-of-count = On { $measure } victims: { $text }.
note-parts-of-count = Of { $measure } victims the counts by form of exploitation add to { $sum }, the total is { $total }.
note-several-sources = The series of { $measure } victims comes from more than one source: { $sources }.
note-several-measures = The series of counts ({ $measures }) come from different bodies, which count in different ways: a cost per victim of one is not comparable with that of another.
report-other = other ({ $count })
report-across = { $what }, by { $by }, { $currency }
report-across-count = { $what }, by { $by }
report-across-year = year
note-other-groups = { $kept ->
    [one] Only the largest group by its total has rows of its own
   *[other] Only the { $kept } largest groups by their total have rows of their own
}; other ({ $count }) adds up: { $names }.

coverage-expected = { $known } of { $count ->
    [one] { $count } expected line has
   *[other] { $count } expected lines { $known ->
        [one] has
       *[other] have
    }
} an amount
coverage-lines = { $known } of { $count ->
    [one] { $count } line has
   *[other] { $count } lines { $known ->
        [one] has
       *[other] have
    }
} an amount
coverage-each-year = In each year { $coverage }
coverage-of-years = { $years }: { $coverage }
coverage-by-years = { $spans }
line-of-agency = { $agency } "{ $line }"
source-page = p. { $page }
source-quote = “{ $quote }”
source-stored = copy: { $file }{ $digest }
source-digest-of-copy = , SHA-256 { $digest }
line-of-year = { $year } { $line }
note-form-takes = Nothing is attributed to this form, since no split divides the lines: it would take { $split } in the rules, which divides by the counts of { $measure } victims by form, known for { $years }.
note-form-takes-counts = Nothing is attributed to this form, since no split divides the lines: it would take counts by form of exploitation in victims, and { $split } in the rules.
