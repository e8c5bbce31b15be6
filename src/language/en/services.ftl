# What services take by norm, beside the accounts.

services-caption-steps = Needed by norm and accounted for, by step, { $currency }
services-caption-groups = Needed by norm and accounted for, by step and area, { $currency }
services-caption-areas = Needed by norm and accounted for, by area, { $currency }
services-caption-services = What each service takes by norm, { $currency }
services-caption-per-victim = Needed by norm per victim, { $currency }

services-section = What assistance takes by norm, beside the accounts

services-head-year = Year
services-head-step = Step
services-head-area = Area
services-head-agency = Agency
services-head-service = Service
services-head-services = Services
services-head-unknown = Of unknown cost
services-head-needed = Needed
services-head-accounted = Accounted for
services-head-difference = Difference
services-head-use = Share who use it
services-head-users = Users
services-head-units = Units each
services-head-unit = Unit
services-head-unit-cost = Cost of a unit
services-head-currency = Currency
services-head-cost = Cost
services-head-factor = Into what is shown
services-head-per-user = Per user
services-head-measure = Measure
services-head-victims = Victims
services-head-of = Step or service
services-head-per-victim = Per victim
services-head-per-victim-of = Per { $measure } victim
services-head-note = Note
services-head-bound-low = Low
services-head-bound-high = High
services-head-low = { $head }, low
services-head-high = { $head }, high

services-all = All services
services-no-step = (no step)
services-known-of = { $known } of { $services }
services-range = { $central } ({ $low } to { $high })
services-lacks = { $service }: { $factor } is missing

services-note-unknown = { $year }, { $step }: the cost of { $unknown } of { $services } services is unknown and not in the sum, which is therefore too low ({ $lacking }).
services-note-none-known = { $year }, { $step }: { $services ->
        [one] the cost of its one service is unknown
       *[other] the cost of none of its { $services } services is known
    }, so that there is no sum ({ $lacking }).
services-note-no-accounts = { $year }, { $group }: the accounts have no line of this step and area, so that nothing is held against the norm.
services-note-accounts-unknown = { $year }, { $group }: { $count ->
        [one] the one line of the accounts has no known amount
       *[other] none of { $count } lines of the accounts has a known amount
    }, so that nothing is held against the norm.
services-note-unlike = { $year }: a service's cost or the accounts' amount is missing at { $lacking } of { $groups } steps and areas; the difference of all services sets sums of unlike extent against each other.
services-note-not-estimated = { $year }, { $group }: { $count ->
        [one] one line of the accounts has no known amount
       *[other] { $count } lines of the accounts have no known amount
    } and is not in what is accounted for.
services-note-unattributed = { $year }, { $group }: { $amount } { $currency } of the accounts is decided by no rule and not in what is accounted for.
services-note-by-norm = { $year }: { $amount } { $currency } of what is accounted for was itself taken from services by a rule; it stands on both sides and proves nothing.
services-note-elsewhere = { $year }: the accounts attribute a further { $amount } { $currency } to other steps and areas, for which no service stands here.
services-note-norm = What services take is a norm, users times units times cost of a unit: what assistance would cost, not what was paid. It is in no total of the accounts. The difference is what is needed less what is accounted for.
services-note-bounds = Low takes every low, high every high; per victim the least cost is set against the most victims and the most against the fewest. "sensitivity" takes a count of victims as one quantity in the cost and below it, and has narrower ranges.
services-note-by-step = No service names an area: services are held against the accounts by step alone.
services-note-by-area = The accounts have no steps, or no service names one: services are held against them by area alone. For steps, name "step" under dimensions in thb-cost.toml and fill it in in money rows and services.
services-note-by-nothing = Services and accounts share neither step nor area, so that nothing is held against the norm. Fill in step or area in services; for steps, name "step" under dimensions in thb-cost.toml and fill it in in money rows.
services-note-of-service = { $service }, { $year }: { $text }.

services-reason-factor = not known of the service: { $factor }
services-reason-none = no cost of these services is known

services-none = the project has no services; add services.csv (service, year, step, area, users or use, units, unit, unit_cost) and services = "services.csv" under [inputs] in thb-cost.toml, or give --input services=FILE; examples/services-made-up shows one
services-none-of-years = no service stands in { $years }; services has { $has }
services-years-absent = services has no row of { $years }; it has { $has }
