# Findings in words, and the parts of a review.

review-changes = What changed
review-sureness = How sure the figures are
review-outturn = Executed of what was approved
review-coverage = Coverage
review-rules = Rules and their rationale
review-no-year-before = { $year } is the first year with lines: there is no year before it to compare with.
review-no-basis-before = The year before cannot be shown in the currency and prices asked for, so that no change is shown.
review-no-both = No line has a published amount in both phases, so that there is nothing to hold against each other.
review-one-currency = All of this part is in { $currency } only.
review-outturn-faulty = The approved or the executed lines cannot be attributed on their own: thb-cost outturn says why.

review-changed-most = The { $most } lines whose cost changed most stand here, of { $count }; compare.json and the workbook have all.
review-left-out = { $count ->
    [one] One line is
   *[other] { $count } lines are
} in no figure here; outturn.csv lists them with the reasons.

finding-total = { $year }: { $amount }{ $range } spent on action against trafficking in human beings.
finding-total-approved = { $year }: { $amount }{ $range } approved for action against trafficking in human beings, an allocation and not spending.
finding-total-partly = { $year }: { $amount }{ $range } spent on, or only approved for, action against trafficking in human beings.
finding-no-total = { $year }: no amount of any line is known, so that there is no total.
finding-range = {" "}(from { $low } to { $high })
finding-parts = Of it { $labelled } is named in accounts as anti-trafficking, and { $attributed } is attributed by rules of wider lines.
finding-not-in = Not in it: { $parts }.
finding-without-amount = { $count ->
    [one] one line
   *[other] { $count } lines
} whose amount nobody published
finding-not-reported = { $count ->
    [one] one expected line
   *[other] { $count } expected lines
} that nobody reported
finding-undecided = { $amount } of { $count ->
    [one] one line
   *[other] { $count } lines
} that no rule decides
finding-more = { $size } more{ $share } in { $to } than in { $from }: { $was } before, { $is } now.{ $causes }
finding-less = { $size } less{ $share } in { $to } than in { $from }: { $was } before, { $is } now.{ $causes }
finding-no-change = As much in { $to } as in { $from }: { $was } before, { $is } now.
finding-share = {" "}({ $share })
finding-causes = {" "}Largest causes, { $unit }: { $causes }.
finding-cause = { $cause } { $amount }
finding-more-causes = { $count ->
    [one] one other
   *[other] { $count } others
}
finding-per-victim = { $year }: { $amount }{ $range } for each { $measure } victim, of { $victims }.
finding-no-per-victim = { $year }: no cost for each { $measure } victim: { $reason }.
finding-coverage = { $published } of { $lines ->
    [one] one line
   *[other] { $lines } lines
} of { $year } have a published amount ({ $share }){ $estimated }.
finding-estimated = ; { $count ->
    [one] one is
   *[other] { $count } are
} estimated by a rule
finding-decides = The range of { $year } hangs most on this: { $input }. Alone it moves the total from { $low } to { $high }.
finding-outturn = Of { $approved } approved in { $year } on the { $lines ->
    [one] one line
   *[other] { $lines } lines
} published in both phases, { $executed } was executed: PI-1 { $overall }, PI-2.1 { $composition }.
finding-allocations = { $count } of { $published } published amounts of { $year } are approved and not spent.
finding-other-years = { $count ->
    [one] One line of { $year } rests
   *[other] { $count } lines of { $year } rest
} on figures of other years (carried, interpolated or indexed).
finding-breaks = The series of { $measure } victims breaks in { $years }: counts before and after are not comparable.

coverage-caption-years = What is known of the lines, by year, { $currency }
coverage-caption-agencies = What is known of the lines, by agency, { $currency }
coverage-head-lines = Lines
coverage-head-published = Published
coverage-head-estimated = Estimated
coverage-head-not-estimated = Not estimated
coverage-head-not-reported = Not reported
coverage-head-undecided = No rule decides
coverage-head-approved = Approved only
coverage-head-other-year = From other years
coverage-head-unattributed = Unattributed
coverage-note = Published, estimated, not estimated and not reported add up to the lines. The columns behind them count lines among these again; what is unattributed is the amount of the published lines that no rule decides.

rulebook-caption = Rules in the order in which they are tried, { $currency }
rulebook-none = The project has no rules: labelled lines count whole, and all others are unattributed.
rulebook-head-rule = Rule
rulebook-head-share = Share
rulebook-head-rationale = Rationale
rulebook-head-lines = Lines
rulebook-head-attributed = Attributed
