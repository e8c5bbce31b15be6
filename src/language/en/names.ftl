# Names of the field: closed vocabularies, programme areas, forms of exploitation, measures of victims, dimensions.

area-institutional = institutional
area-data = data
area-prevention = prevention
area-capacity = capacity
area-assistance = assistance
area-international = international
area-legal = legal
area-prosecution = prosecution
area-unspecified = unspecified

exploitation-all = all forms
exploitation-sexual = sexual
exploitation-labour = labour
exploitation-servitude = servitude
exploitation-sexual-and-labour = sexual and labour
exploitation-begging = begging
exploitation-forced-labour = forced labour
exploitation-forced-marriage = forced marriage
exploitation-criminal-activity = criminal activity
exploitation-organ-removal = organ removal
exploitation-other = other
exploitation-unspecified = unspecified

measure-detected = detected
measure-identified = identified
measure-assisted = assisted
measure-referred = referred
measure-registered = registered

financing-state = state
financing-external = external

label-labelled = labelled
label-unlabelled = unlabelled

phase-approved = approved
phase-executed = executed
phase-best = best

part-attributed = attributed
part-remainder = remainder
part-unattributed = unattributed
part-not-estimated = not estimated

state-direct = direct
state-assumed = assumed
state-measured = measured
state-carried = carried
state-interpolated = interpolated
state-indexed = indexed
state-imputed = imputed
state-derived = derived
state-excluded = excluded
state-unattributed = unattributed
state-not-estimated = not estimated
state-not-reported = not reported

dimension-agency = agency
dimension-funder = funder
dimension-financing = financing
dimension-label = label
dimension-line = line
dimension-function = function
dimension-area = area
dimension-exploitation = exploitation
dimension-state = state
dimension-currency = currency
dimension-rule = rule
dimension-step = step

bound-low = low
bound-central = central
bound-high = high

role-numerator = numerator
role-denominator = denominator
role-weight = weight of a case
role-amount = amount
role-units = units
role-unit-cost = unit cost


act-write = write
act-write-to = write to
act-make = make
act-read = read

currency-BGN = BGN
currency-EUR = EUR

by-agency = agency
by-funder = funder
by-financing = financing
by-label = label
by-line = budget line
by-function = function
by-area = area
by-exploitation = form of exploitation
by-state = state of the figure
by-rule = rule
by-step = step

step-1-1 = identification
step-1-2 = risk assessment
step-1-3 = immediate needs
step-1-4 = referral
step-2-1 = crisis intervention
step-2-2 = reflection period
step-3-1 = long-term support
step-3-2 = safe return
step-3-3 = criminal proceedings
step-3-4 = compensation

group-adults = adults
group-children = children
group-men = men
group-women = women
group-boys = boys
group-girls = girls
