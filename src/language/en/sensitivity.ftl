# How sure the figures are.

sensitivity-caption-inputs = Uncertain inputs
sensitivity-caption-interval = From the least to the greatest, { $currency }
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
sensitivity-input-years = { $driver }, all years together
sensitivity-input-group = group { $name }
sensitivity-input-of = { $input } ({ $name })
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
sensitivity-shape-weighted = by weight
sensitivity-shape-together = move together

sensitivity-prices-current = current prices
sensitivity-prices-of = prices of { $year }
sensitivity-subtitle = How sure the figures are{ $only }, { $currency }, { $prices }, phase { $phase }

sensitivity-note-nothing = No rule, driver or count that these figures use has a range: there is nothing to draw.
sensitivity-note-interval = From the least to the greatest: no draw is outside. Where the report's own all low and all high are bounds that hold, these are they, rounded line by line. They are not where a count or driver that has a range divides what is shown by area or form of exploitation, and where other rules or measures are drawn; where two figures share an input (a cost that hangs on the number of victims, per victim) they are wider than need be, and the bounds here are narrower.
sensitivity-note-draws = { $count ->
    [one] One draw
   *[other] { $count } draws
} of every input, seed { $seed }. An input is one random quantity wherever it is used, independent of the others, and has a stream of random numbers of its own, so that other rules do not change its draws. The years of a driver, and what names one group, move together. A driver's range is drawn as PERT (shape 4), a count's as whole numbers, all alike. A draw is the report's figure and what the inputs move it by, which is not rounded line by line. A standard error is that of the draws alone: it goes to nothing with more of them, and says nothing of whether the ranges are right. A percentile of a figure that takes few values has none.
sensitivity-note-indices = Indices by Saltelli's sampling (first order: Saltelli 2010; total: Jansen 1999) over plain random draws; ± is the half width of the 95 % interval, by the delta method. Indices may come out a little below 0 or above 1.
sensitivity-note-known-count = A cost per victim over a known count moves exactly as its cost, and has the same indices. A count that may be zero gives no figure to draw.
sensitivity-note-choice = Of a choice every alternative is drawn alike, or by the weight that it was given, and its swing is from the lowest to the highest of them.

usage-sensitivity-draws = --draws takes a whole number from 2 to 10000000, such as 10000
usage-sensitivity-two-weights = { $one } and { $other } are the same rules and have two weights: name them once
usage-sensitivity-weights = the weights of alternatives come to { $sum }: below 1 is needed, since what they leave is that of the project's own rules
