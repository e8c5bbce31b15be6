# Rules: how shares, matches and splits are said, and what can be wrong with them.

share-all = all of it
share-none = none of it
share-fixed = { $share } of it, as written in the rule
share-judgement = { $central } of it, between { $low } and { $high }, as judged in the rule
share-ratio = { $numerator } over { $denominator }
share-amount = { $driver } over the sum of the lines
share-units = { $units } times { $cost }
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
rule-distribution-unknown = the distribution is not known
rule-bounds-out-of-order = low, central and high are not in order
rule-put-in-order = put them in order
rule-no-form = this is no form of a share
rule-write-form = write one of these forms
rule-share = "all", "none", a decimal from 0 to 1 such as 0.05, or per cent such as "5%"
rule-share-unreadable = the share cannot be read
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
rule-add-or-say-missing = add the value to drivers, or say missing = "previous" or missing = "skip" in the share
rule-add-value = add the value to drivers
rule-nothing-to-carry = { $first } and { $second } are both known in no year up to { $year }
rule-add-or-skip = add a value to drivers, or say missing = "skip" in the share
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
