# Charts: titles, legends, notes, alt texts.

chart-title-years = Spending against trafficking in human beings by year, { $span }
chart-title-share = What spending against trafficking in human beings is made of, { $span }
chart-title-per-victim = Spending against trafficking per victim, { $span }
chart-title-by = Spending against trafficking in human beings by { $by }, { $span }
chart-title-waterfall = How spending against trafficking in human beings changed from { $first } to { $last }
chart-title-sankey = From funder to area: spending against trafficking in human beings, { $span }
chart-title-tornado = What moves the estimate of spending against trafficking in human beings, { $span }
chart-title-tornado-per-victim = What moves the spending against trafficking per { $measure } victim, { $span }
chart-title-outturn = Approved and executed spending against trafficking in human beings, { $span }
chart-title-interval = Low, central and high estimate of spending against trafficking in human beings, { $span }

chart-finding-year = { $year }: { $amount }
chart-finding-year-more = { $year }: { $amount }, { $share } more than in { $before }
chart-finding-year-less = { $year }: { $amount }, { $share } less than in { $before }
chart-finding-year-same = { $year }: { $amount }, as in { $before }
chart-finding-part = { $name } was { $share } of { $amount } in { $year }
chart-part-external = external money
chart-part-wider = money attributed of wider lines
chart-finding-per-victim = { $year }: { $values }
chart-per-measure = { $figure } { $unit } per { $measure } victim
chart-finding-largest = { $name }: { $amount } in { $span }, { $share } of the total
chart-finding-more = { $amount } more in { $last } than in { $first }{ $largest }
chart-finding-less = { $amount } less in { $last } than in { $first }{ $largest }
chart-finding-no-change = As much in { $last } as in { $first }: { $amount }
chart-finding-largest-change = {"; largest part: "}{ $name } ({ $figure })
chart-finding-tornado = { $name } moves the estimate most: from { $low } to { $high } { $unit }
chart-finding-outturn = { $year }: { $share } of what was approved was executed
chart-finding-interval = { $year }: from { $low } to { $high } { $unit }, central estimate { $central }

chart-subtitle-share = Per cent of each year; totals above the columns in { $scope }
chart-sum-of = sum of { $span }
chart-subtitle-share-of = Per cent of { $whole }; { $scope }
chart-current-prices = current prices
chart-prices-of = prices of { $year }
chart-only = only lines with { $only }
chart-of-form = { $form } exploitation
chart-phase-approved = approved amounts only
chart-phase-executed = executed amounts only

chart-year = { $year }
chart-years = { $first }–{ $last }
chart-years-list = { $years }
chart-no-years = no years

chart-unit-one = { $currency }
chart-unit-thousand = thousand { $currency }
chart-unit-million = million { $currency }
chart-unit-billion = billion { $currency }
chart-unit-per-victim = { $unit } per victim
chart-amount-approved = { $amount } approved
chart-amount = { $figure } { $unit }

chart-ink-labelled-state = labelled, state
chart-ink-labelled-external = labelled, external
chart-ink-attributed-state = attributed of wider lines, state
chart-ink-attributed-external = attributed of wider lines, external
chart-ink-labelled = labelled
chart-ink-attributed = attributed of wider lines
chart-ink-total = total
chart-ink-rise = more
chart-ink-fall = less
chart-ink-low = input at its low end
chart-ink-high = input at its high end
chart-ink-approved = paler: approved, not spent

chart-blank = (blank)
chart-other = other ({ $count })
chart-names = { $names }
chart-names-more = { $names } and { $count } more
chart-lines-of = { $name } ({ $count ->
    [one] { $count } line
   *[other] { $count } lines
})
chart-no-lines = no lines
chart-no-count = no count known
chart-not-estimated-short = not estimated
chart-negative-short = parts below 0
chart-not-estimated = Not estimated: { $names }.
chart-sources = Sources: { $sources }.
chart-sources-more = Sources: { $sources } and { $count } more.

chart-note-approved = { $years }: approved amounts, an allocation and not spending.
chart-note-partly-approved = { $years }: partly approved amounts, an allocation and not spending.
chart-note = { $words }.
chart-note-not-estimated = Not in the figures: { $count ->
    [one] { $count } line whose amount nobody published
   *[other] { $count } lines whose amounts nobody published
} ({ $agencies }; { $years }).
chart-note-unattributed = Not in the figures: { $amount } of lines that no rule decides.
chart-note-imputed = { $count ->
    [one] { $count } amount is
   *[other] { $count } amounts are
} imputed from units and unit cost.
chart-note-fixed-rate = Converted from { $from } at 1 EUR = { $rate } BGN.
chart-note-rates = Converted from { $from } at the rates of the project.
chart-note-undivided = Not in the figures: { $count ->
    [one] { $count } line
   *[other] { $count } lines
} not divided by form of exploitation.
chart-note-project = Project: { $title }.
chart-note-other = other ({ $count }): { $names }.
chart-note-negative-flows = Amounts below 0 have no width and are left out: { $amount }.
chart-note-negative-shares = { $years }: a part is below 0, so that the parts are no shares.
chart-note-letters = The face of this picture lacks { $count ->
    [one] a letter, which stands as a box
   *[other] { $count } letters, which stand as boxes
}: { $letters }.
chart-note-same-by-construction = What is spent is divided among forms of exploitation by the number of victims, so that a victim of each form costs the same by construction; the figure says nothing of the form.
chart-note-measures = The measures are counted by different bodies and are not comparable with one another.
chart-note-break = The series of { $measure } victims breaks in { $years }; no line is drawn through the break.
chart-note-causes = A change is split among causes without a residue (Bennet, Shapley); the parts add up.
chart-note-axis = The axis does not begin at 0.
chart-note-axis-cut = The axis does not begin at 0, so that the columns of the totals are cut.
chart-outturn-approved = { $year } approved
chart-outturn-executed = { $year } executed
chart-outturn-year = { $year }: PI-1 { $overall }, PI-2.1 { $composition }
chart-note-outturn = PEFA, by agency: { $years }.
chart-note-outturn-left-out = { $count ->
    [one] One line has
   *[other] { $count } lines have
} no amount published in one of the phases, or no part that is attributed; such lines are in no column.
chart-note-interval = The band reaches from the lower to the upper bound of the rules' shares; the line is the central figure.

chart-alt-value = { $name }: { $figure }
chart-alt-range = { $name }: { $figure } (from { $low } to { $high })
chart-alt-part = { $name } { $figure }
chart-alt-column = { $name }: { $parts }
chart-alt-panel = {" "}{ $name }: { $values }.
chart-alt-no-count = { $name }: no count
chart-alt-years = Stacked columns, { $unit }. { $values }. The highest is { $highest } with { $most }, the lowest { $lowest } with { $least }.
chart-alt-columns = Stacked columns, { $unit }. { $values }.
chart-alt-share = Stacked columns of 100 % a year. { $values }. Totals in { $unit } stand above the columns.
chart-alt-per-victim = One panel a measure, { $unit }.{ $values }
chart-alt-bars = Horizontal bars, longest first, { $unit }. { $values }.
chart-alt-waterfall = Waterfall, { $unit }. { $values }.
chart-alt-sankey = Flows from left to right, widths to scale, { $unit }.{ $values }
chart-alt-dots = Dots with whiskers, { $unit }. { $values }.
chart-alt-interval = Band over the years, { $unit }. { $values }.

chart-nothing-attributed = the lines shown attribute nothing, so that there is nothing to draw; ask for other years or another form of exploitation, or write a rule that attributes something (thb-cost report shows what there is)
chart-nothing-outturn = no line of the years shown has an approved and an executed amount that attribute something; thb-cost outturn lists the lines with the reasons
chart-nothing-per-victim = no cost per victim is known in the years shown; add counts to victims, or ask for other years or measures
chart-nothing-two-years = a waterfall needs two years with figures; ask for a range such as --years 2014..2017
chart-nothing-shared = in each year shown a part is below 0 ({ $years }), so that the parts are no shares of a whole; take the kind years, which shows amounts
chart-nothing-ranged = no figure shown has a range, so that there is no band; write low and high in a rule or a driver, or take the kind years

chart-kind-and-all = chart: name a kind, or take --all for every kind; not both
chart-which = chart: which one? name a kind ({ $kinds }), or take --all -o DIR
chart-where = chart: where to? name a picture with -o, such as -o chart.svg
chart-all-where = chart --all writes a file for each kind; name a folder with -o DIR
chart-one-file = { $flag } takes one file; name a kind in place of --all
chart-no-top = chart { $kind } shows no groups; leave --top out, or take { $kinds }
chart-no-by = chart { $kind } shows no dimensions of its own choosing; leave --by out, or take { $kinds }
chart-no-victims = chart { $kind } counts no victims; leave --victims out, or take { $kinds }
chart-no-phase = chart { $kind } shows approved and executed amounts; leave --phase out
chart-ending = -o { $path }: the ending does not say which picture; the endings are { $endings }
pptx-findings = What was found
pptx-total = Total
pptx-base = Base
chart-slides-size = slides are 16:9 always; leave --size out
chart-nothing = chart { $kind }: { $reason }
chart-nothing-at-all = chart --all: no kind has anything to show ({ $kinds }); thb-cost report shows what there is
chart-left-out = note: no chart { $kind }: { $reason }

chart-input-rule = rule { $id }
chart-input-factor = rule { $id }, factor { $factor }
chart-input-weight = rule { $id }, weight of a case
chart-input-weight-of-factor = rule { $id }, factor { $factor }, weight of a case
chart-input-service = service { $service } { $year }: { $factor }
chart-rule-title = “{ $title }”
chart-input-driver = driver { $driver }, { $year }
chart-input-years = driver { $driver }, all years together
chart-input-group = group { $name }
chart-input-victims = { $measure } victims, { $year }
chart-input-victims-of = { $measure } victims of { $form } exploitation, { $year }
chart-input-choice = { $name }
chart-alt-swing = { $name }: { $low } at its low end, { $high } at its high end
chart-alt-tornado = Bars around the central figure of { $central } { $unit }, the largest swing first. { $values }.
chart-note-tornado = Each bar shows the figure with one input at its low or high end and all others at their central values.
chart-note-smaller = Smaller swings not shown: { $names }.
chart-nothing-uncertain = no input of the figures shown has a range, so that nothing moves them; write low and high in a rule, a driver or a count

chart-title-services = What assistance takes by norm, by step, and what the accounts have, { $year }
chart-finding-services = { $year }: { $needed } needed by norm, { $accounted } accounted for
chart-ink-needed = needed by norm
chart-ink-accounted = accounted for
chart-head-gap = Difference
chart-services-known = { $known } of { $services } services known
chart-alt-services = Two bars a step, what services take by norm and what the accounts attribute, in { $unit }: { $values }.
chart-alt-gap = { $name }: needed { $needed }, accounted for { $accounted }, difference { $gap }
chart-unknown = not known
chart-note-norm = Needed is a norm, users times units times cost of a unit: not what was paid. Lines across a bar: low to high.
chart-note-last-year = Of the years asked for, the last with services is shown, { $year }.
chart-note-services-unknown = The cost of { $unknown } of { $services } services is unknown and in no bar.
chart-note-no-steps = The accounts have no steps, so that no step has anything beside it.
chart-nothing-services = the project has no services of these years; add services.csv and name it under [inputs]
chart-nothing-services-known = no service of { $year } has a known cost
chart-nothing-services-where = the norm is of all services, and only some lines of the accounts are taken; leave out --where
