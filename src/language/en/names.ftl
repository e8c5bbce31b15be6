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
state-imputed = imputed
state-derived = derived
state-excluded = excluded
state-unattributed = unattributed
state-not-estimated = not estimated

dimension-agency = agency
dimension-funder = funder
dimension-financing = financing
dimension-label = label
dimension-line = line
dimension-function = function
dimension-area = area
dimension-exploitation = exploitation
dimension-state = state
dimension-rule = rule
