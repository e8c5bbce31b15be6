# Checks: what is doubtful or worth knowing about a project as a whole.

check-leva-after-euro = { $line } is in leva of a year in which Bulgaria has the euro
check-leva-correct = correct the currency, or the year
check-currency-assumed = { $line } names no currency and is taken as euro, while { $leva } is in leva
check-name-currency = name the currency of every row before 2026: BGN or EUR
check-formula = a spreadsheet that opens a result in CSV takes this text for a formula
check-formula-correct = correct the text, or write results with --csv-safe
check-look-alike = the { $dimension } "{ $value }" looks like "{ $other }" in { $file } row { $row } and is another: { $letter } is not { $other_letter }
check-look-alike-correct = write both alike, if they are one
check-control = the published total is { $published } { $currency }, the { $matching } matching lines add up to { $sum } (difference { $difference })
check-control-range = the lines that the control is about add up to more than can be counted
check-control-matches-nothing = no line matches: check year, agency, financing, label and line of the control
check-control-look = look for a row that is wrong, missing or counted twice, or correct the control
check-driver-unused = the driver { $driver } is used by no rule
check-driver-leave = leave it, or write a rule by it
check-carried = rule { $rule }: the share of { $year } is carried from { $of }
check-carried-add = add the drivers of the year when they are known
check-blanks = { $line } has { $blank } of { $rows } amounts blank; its sum may be too small
check-blanks-fill = fill in the blank amounts, or give those rows a line of their own
check-two-inputs = { $line } stands in { $inputs } and is added up
check-two-inputs-remove = if the same money stands in both, remove it from one
check-double = { $line } has the funder and amount of the external line { $external }
check-double-more = { $line } has the funder and amount of the external line { $external }, and { $count } more such pairs
check-double-remove = if it is the same grant, remove one of the two
check-approved = { $line } is shown with its approved amount
check-approved-add = add the executed amount when it is published
check-not-published = { $count ->
    [one] { $year }: { $count } line has no published amount: { $lines }
   *[other] { $year }: { $count } lines have no published amount: { $lines }
}
check-not-reported = { $count ->
    [one] { $years }: a line was expected and has no row: { $lines }
   *[other] { $years }: { $count } lines were expected and have no row: { $lines }
}
check-not-reported-fill = add a row for each, with a blank amount where nothing was published, or say in expected until when it was there
check-line-missing = { $count ->
    [one] { $years }: no row of a line that other years have: { $lines }
   *[other] { $years }: no rows of { $count } lines that other years have: { $lines }
}
check-line-missing-add = add its row, or write the input expected, which says in which years each line should be there
check-same-file = { $file } holds the same bytes as { $first }, so that its rows count twice
check-same-file-remove = take one of them out of [inputs], or narrow the glob: "!{ $file }"
check-not-published-fill = fill in the amounts when they are published
check-fixed-rate = the rate from { $from } to { $to } is { $rate } leva for one euro by law; the row is ignored
check-fixed-rate-remove = remove the row
check-rule-unused = rule { $rule } matches no line
check-rule-unused-look = check names and wildcards of its match ({ $fields })
check-rule-waits = rule { $rule } waits for its drivers in { $years }
check-rule-waits-fill = fill in { $drivers } in drivers when they are known
check-rule-overlaps = rule { $rule } also matches { $line }, which rule { $above } above decides
check-rule-overlaps-leave = nothing to do if that is meant
check-rule-shadowed = rule { $rule } decides nothing: rule { $above } above decides { $line }
check-rule-shadowed-move = move { $rule } above { $above }, or remove it
check-source = the source "{ $id }" is not in the list of sources
check-source-add = add a row with the id { $id } to sources
check-measure = the measure "{ $measure }" has no row in victims
check-measure-name = name a victims file in [inputs], or leave victims out of [project]
check-measure-has = the victims file has { $measures }
check-service-measure = service { $service } names the measure { $measure }, of which victims has no count
check-service-no-victims = add counts of { $measure } victims to victims, or give a count in users
check-parts = { $measure } { $year }: the counts by form of exploitation add to { $sum }, the total is { $total }
check-parts-correct = correct the counts; a split by them is refused
protect-parts-above = the counts of { $measure } victims by form of exploitation in { $year } add up to more than the count of all; some of them are protected
check-parts-leave = nothing to do where the source prints it so; a split calls the rest unspecified
check-break = { $measure }: the series breaks in { $year }
check-break-why = { $measure }: the series breaks in { $year }: { $why }
check-break-compare = do not compare cost per victim before and after

project-check-rate = check the amount and the rate
project-no-rate = no rate from { $from } to { $to } for { $year }
project-no-index = prices hold no index "{ $index }"
project-add-index = add its rates to prices, or name another index
project-add-rate = add a row to rates: { $from },{ $to },{ $year },RATE
check-unit-currency = the unit of the driver { $driver } says { $named }, and a row that names no currency is taken as { $assumed }
check-unit-currency-name = write the currency of the row in the column `currency`: { $named } if the unit is right

trial-head = How far estimates of missing years err: each known year is left out in turn and estimated from the others
trial-driver = driver { $driver }{ $unit }, known in { $years } ({ $uses })
trial-amounts = amounts of { $line }{ $currency }, published in { $years } ({ $uses })
trial-unit = {", "}{ $unit }
trial-use = rule { $rule }: { $key } = "{ $word }"
trial-method = { $count ->
    [one] { $method }: mean error { $mean }{ $share } over one year, largest { $largest } in { $year } ({ $estimate } for { $known })
   *[other] { $method }: mean error { $mean }{ $share } over { $count } years, largest { $largest } in { $year } ({ $estimate } for { $known })
}
trial-method-none = { $method }: can estimate none of these years
trial-share = {" "}({ $share } %)
trial-common = mean error over { $years }, which all of them can estimate: { $means }
trial-mean = { $method } { $mean }
trial-too-few = fewer than two known years: nothing can be left out
trial-without-rate = not tried: no rate from { $from } to { $to } for { $year }
