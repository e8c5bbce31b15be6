# How sure the figures are.

sensitivity-caption-inputs = Uncertain inputs
sensitivity-caption-interval = From all low to all high, { $currency }
sensitivity-caption-spread = Spread over { $count ->
    [one] one draw
   *[other] { $count } draws
}, { $currency }
sensitivity-caption-tornado = One input at a time, the others central, { $currency }
sensitivity-caption-sobol = Share of the variance that each input explains (Sobol indices)

sensitivity-head-figure = Figure
sensitivity-head-input = Input
sensitivity-head-low = Low
sensitivity-head-central = Central
sensitivity-head-high = High
sensitivity-head-shape = Drawn as
sensitivity-head-p5 = 5 %
sensitivity-head-p50 = 50 %
sensitivity-head-p95 = 95 %
sensitivity-head-mean = Mean
sensitivity-head-at-low = At its low
sensitivity-head-at-high = At its high
sensitivity-head-swing = Swing
sensitivity-head-first = Alone
sensitivity-head-total = With others
sensitivity-head-confidence = ±

sensitivity-row-error = ± standard error
sensitivity-row-alternative = - { $name }
sensitivity-all-years = all years
sensitivity-blank = (blank)
sensitivity-per-victim = per { $measure } victim
sensitivity-per-victim-of-any = per victim, any measure

sensitivity-input-rule = rule { $id }
sensitivity-input-factor = rule { $id }, factor { $factor }
sensitivity-input-weight = rule { $id }, weight of a case
sensitivity-input-weight-of-factor = rule { $id }, factor { $factor }, weight of a case
sensitivity-input-service = service { $service } { $year }: { $factor }
sensitivity-input-driver = { $driver } { $year }
sensitivity-input-victims = { $measure } victims { $year }
sensitivity-input-victims-of = { $measure } victims { $year }, { $form }
sensitivity-input-rules = choice of rules
sensitivity-input-measure = choice of measure of victims

sensitivity-shape-pert = PERT
sensitivity-shape-triangular = triangular
sensitivity-shape-pool = one of { $count } judgements by weight
sensitivity-shape-uniform = uniform
sensitivity-shape-whole = whole numbers alike
sensitivity-shape-choice = each alike

sensitivity-prices-current = current prices
sensitivity-prices-of = prices of { $year }
sensitivity-subtitle = How sure the figures are{ $only }, { $currency }, { $prices }, phase { $phase }

sensitivity-note-nothing = No rule, driver or count that these figures use has a range: there is nothing to draw.
sensitivity-note-interval = From all low to all high is the report's own interval, exact and rounded line by line: every input at the end that makes each figure lowest or highest.
sensitivity-note-draws = { $count ->
    [one] One draw
   *[other] { $count } draws
} of every input, seed { $seed }. An input is one random quantity wherever it is used, independent of the others, and has a stream of random numbers of its own, so that other rules do not change its draws. A driver's range is drawn as PERT (shape 4), a count's as whole numbers, all alike. Draws, swings and indices are not rounded line by line.
sensitivity-note-indices = Indices by Saltelli's sampling (first order: Saltelli 2010; total: Jansen 1999) over plain random draws; ± is the half width of the 95 % interval over { $count } resamples. Indices may come out a little below 0 or above 1.
sensitivity-note-known-count = A cost per victim over a known count moves exactly as its cost, and has the same indices. A count that may be zero gives no figure to draw.
sensitivity-note-choice = Of a choice every alternative is drawn alike, and its swing is from the lowest to the highest of them. The interval from all low to all high is that of the project's own rules.

usage-sensitivity-draws = --draws takes a whole number from 2 to 10000000, such as 10000
