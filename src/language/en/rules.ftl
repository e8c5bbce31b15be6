# Rules: how shares, matches and splits are said, and what can be wrong with them.

share-all = all of it
share-none = none of it
share-fixed = { $share } of it, as written in the rule
share-judgement = { $central } of it, between { $low } and { $high }, as judged in the rule
share-ratio = { $numerator } over { $denominator }
share-ratio-weighted = { $numerator } over { $denominator }, where a case of { $numerator } counts as { $weight }
share-weight = { $central } others
share-weight-range = { $central } others (between { $low } and { $high })
share-weight-driver = so many others as { $driver } says
share-pool = { $count } judgements, pooled by weight: { $judgements }
share-pool-one = { $who }: { $central }, between { $low } and { $high }, weight { $weight }
share-pool-nobody = judgement { $number }
share-product = a share of a share: { $factors }
share-amount = { $driver } over the sum of the lines
share-units = { $units } times { $cost }
share-services = the cost of the services { $services } by norm
share-overhead = as the lines it serves: { $serves }
match-every-line = every line
match-field = { $field } { $patterns }
split-share = { $part } { $share }
split-counts = counts of { $measure } victims by form of exploitation
split-driver = { $part } by { $driver }

rules-version-unknown = this version of rules is not known
rules-write-version = write version = 1
rules-repeated-id = the id "{ $id }" stands already in line { $row }
rules-own-id = give the rule an id of its own
rules-bad-id = the id is not kebab-case
rules-id = kebab-case: lower-case letters, digits and hyphens, such as moi-organised-crime
rules-rewrite-id = rewrite the id
rules-bad-years = the years cannot be read
rules-years = "2014", "2014..2017", "2014.." or "..2017"
rules-write-years = write a year or a range, in quotes
rules-bad-date = the date cannot be read
rules-date = a date such as 2026-11-01
rules-write-date = write it without quotes

rule-write-one = write one of these
rule-missing-unknown = missing is not known
rule-fill-unknown = fill is not known
rule-weight-unreadable = the weight cannot be read, or is not above 0
rule-weight = a weight is a number above 0
rule-write-weight = write a number such as 5, a range such as {"{"} low = 2, central = 5, high = 10 {"}"}, or (for a ratio) the name of a driver
rule-pool-empty = a pool has no judgement
rule-pool-add = write at least one judgement with low, central and high
rule-product-too-short = a product has fewer than two factors
rule-product-of-two = two or more shares, each a decimal, an interval, a pool or a ratio
rule-product-add = write the shares in a list, or write the only one without product
rule-no-factor = this is no factor of a product
rule-write-factor = write a decimal, an interval, a pool or a ratio
rule-no-services = no service is named
rule-name-services = name a service, or a pattern of names
rule-distribution-unknown = the distribution is not known
rule-bounds-out-of-order = low, central and high are not in order
rule-put-in-order = put them in order
rule-no-form = this is no form of a share
rule-write-form = write one of these forms
rule-share = "all", "none", a decimal from 0 to 1 such as 0.05, or per cent such as "5%"
rule-share-unreadable = the share cannot be read
rule-share-whole = { $number } is a whole number without a mark, which may be meant as a share or as per cent
rule-write-per-cent = write "{ $number }%" for so many per cent, or a decimal with a point
rule-write-all-or-one-per-cent = write "all" or "100%" for all of it, "1%" for one per cent
rule-write-share = write it as one of these
rule-share-out-of-range = the share is below 0 or above 1
rule-what-a-share-says = a share says how much of a line is trafficking, from none to all; "5%" is 0.05

split-key = by = "victims:MEASURE" or by = {"{"} assistance = "driver_a", prosecution = "driver_b" {"}"}
split-key-unreadable = the split's key cannot be read
split-name-measure = name a measure after victims:
split-write-one = write one of these two
split-no-parts = the split has no parts
split-name-part = name at least one part and its driver
split-blank-name = a part of a split has a blank name
split-one-name = two parts of a split have one name
split-own-name = give each part a name of its own
split-two-rests = a split has one "rest"
split-one-rest = one "rest"
split-give-share = give this part a share
split-share-unreadable = a part's share cannot be read
split-share-or-rest = a share such as "70%" or 0.7, or "rest"
split-write-share = write a share from 0 to 1
split-not-one = the parts add to { $sum } and not to 1
split-correct-or-rest = correct the shares, or give one part "rest"
split-exactly-one = parts that add to exactly 1
split-above-one = the parts beside "rest" add to { $sum }, above 1
split-correct = correct the shares
split-at-most-one = parts that add to at most 1 beside "rest"
split-no-counts = no count of { $measure } victims by form of exploitation is known for { $year }
split-add-counts = add the counts to victims, or split by something else
split-parts-above = { $measure } { $year }: the parts add to { $sum }, above the total of { $total }
split-correct-counts = correct the counts in victims, or split by something else
split-driver-unknown = the driver { $driver } has no value for { $year }, and a split needs it
split-add-driver = add its value to drivers
split-negative = a weight is below 0 in { $year }
split-not-negative = weights are 0 or more
split-all-zero = all weights are 0 in { $year }
split-above-zero = at least one weight must be above 0

rule-fault = rule { $rule }: { $fault }
rule-fault-of-line = rule { $rule }, which decides { $line }: { $fault }
rule-lines-add-to-zero = the lines of this rule add up to 0 in { $year }
rule-driver-is-zero = the driver { $driver } is 0 in { $year }
rule-divides-by-zero = { $what }, and a share divides by it
rule-check-drivers-and-amounts = check the drivers and the amounts of the lines
rule-product-out-of-order = the product of units and unit cost has its bounds out of order in { $year }
rule-units-not-negative = units and unit costs are 0 or more
rule-share-is = the share is { $decimal } ({ $share }) in { $year }
rule-bound-is = the { $bound } share is { $decimal } ({ $share }) in { $year }
rule-both-signs = the served lines have both signs: leave corrections out of overhead_of
rule-check-drivers = check the drivers, their years and what they count: a share lies between 0 and 1
rule-shares-out-of-order = the low, central and high share are out of order in { $year }
rule-check-bounds = check the bounds of the drivers, or of the lines that an overhead serves
rule-driver-unknown = the driver { $driver } has no value for { $year }
rule-add-or-say-missing = add the value to drivers, or say in the share what happens without it: missing = "skip", "previous", "interpolate" or "index:NAME"
rule-nothing-to-carry = { $count ->
    [one] { $drivers } is known in no year up to { $year }
   *[other] { $drivers } are known together in no year up to { $year }
}
rule-add-or-skip = add a value to drivers, or say missing = "skip" in the share
rule-nothing-before = the driver { $driver } is known in no year before { $year }
rule-nothing-between = the driver { $driver } is not known both before and after { $year }, so that no line can be drawn through it
rule-index-chain = the index { $index } has no rate for { $missing }, which the chain from { $from } to { $year } needs
rule-add-to-chain = add the rate to prices, or estimate the year in another way
rule-fill-out-of-range = the amount that fills { $year } is out of range
rule-two-currencies = the units of { $above } and { $below } name two currencies
rule-say-currencies = fill in the column currency of both drivers, so that they are brought to one
rule-weight-not-positive = the driver { $driver } is a weight and not above 0 in { $year }, low included
rule-factor-is = factor { $position } of the product is { $decimal } ({ $share }) in { $year }
rule-service-unknown = the cost of the service { $service } is not known in { $year }: { $factor } is missing
rule-complete-service = fill it in in services, or leave the service out of the pattern
rule-no-service-of-year = services has no row of { $year } for { $pattern }
rule-add-service = add it to services, or limit the rule's years
rule-service-nowhere = no service is called "{ $pattern }"
service-factor-users = the number of users
service-factor-use = the share of victims who use it
service-factor-victims = the count of victims that its use is a share of
service-factor-units = the number of units
service-factor-unit-cost = the cost of a unit
service-factor-protected = the number of users, which is protected
protect-driver = the driver "{ $driver }" of { $year } is below { $below } or tells a protected count, and what the rule { $rule } attributes would tell it
protect-driver-rest = the drivers "{ $numerator }" and "{ $denominator }" of { $year } differ by fewer than { $below }, and what the rule { $rule } attributes would tell by how many
protect-driver-help = if it counts no people, write not_people = ["{ $driver }"] under [project]; else take a wider key, or say --protect 0
rule-serves-nothing = the overhead serves no line with a known amount in { $year }
rule-correct-overhead = correct overhead_of, or limit the rule's years
rule-served-add-to-zero = the lines that the overhead serves add up to 0 in { $year }
rule-check-served = check the amounts of the lines that overhead_of selects
rule-circle = { $rules } serve each other in { $year } and fix no share
rule-leave-circle = let one of them serve a line outside the circle
rule-driver-nowhere = the driver "{ $driver }" stands nowhere in drivers
rule-add-driver = add it to drivers; a blank value says that it is not known yet
rule-out-of-range = what { $line } attributes is out of range
rule-check-drivers-and-amount = check the drivers and the amount
