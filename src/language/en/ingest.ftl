# Reading files: what is wrong with a file, a row or a cell, and how a file was read.

file-unreadable = the file { $file } cannot be read: { $error }
file-not-there = the file { $file } is not there
file-is-folder = the file { $file } is a folder, and a file is needed
file-forbidden = the file { $file } may not be read
file-is-no-input = the input { $file } is { $what }
no-input-device = a device
no-input-help-device = name a file
no-input-socket = a socket
no-input-help-socket = name a file
no-input-system = a file that the system makes up
no-input-help-system = name a file of your own
no-input-idle-pipe = a pipe that nobody writes to
no-input-help-idle-pipe = start what writes to it first, or name a file
file-near-and-correct = did you mean "{ $near }"? { $correct ->
    [option] Correct the path of { $option }
    [project] Correct the path of the project, or make a new one with thb-cost init
   *[inputs] Correct the path in [inputs] of thb-cost.toml
}
file-correct = { $correct ->
    [option] correct the path of { $option }
    [project] correct the path of the project, or make a new one with thb-cost init
   *[inputs] correct the path in [inputs] of thb-cost.toml, or name the file with --input NAME=PATH
}
file-not-utf8 = the file is not UTF-8 text
file-save-as-utf8 = save the file as UTF-8
file-utf8 = UTF-8 text
file-empty = the file is empty
file-give-header = give it a header row with the columns' names
file-no-rows = the file has a header and no rows
file-add-rows = add rows, or leave it if that is meant
file-no-money-rows = the project has no money rows at all
file-give-money-rows = give budget, external or agencies at least one row
file-is-something-else = the file is { $what }, and a table is needed
file-save-as-table = save its table as CSV, XLSX or ODS
file-kind-pdf = a PDF
file-kind-picture = a picture
file-kind-office = an Office file that holds no workbook, or one of before 1993
file-kind-parquet = a Parquet file
file-kind-bzip2 = a bzip2 archive
file-kind-xz = an xz archive
file-kind-7z = a 7z archive
file-kind-sqlite = an SQLite database
file-kind-page = a page of HTML or XML
file-kind-docx = a text document (DOCX)
file-kind-zip = a ZIP archive
file-no-sheets = the file is no spreadsheet, so that it has no sheets
file-take-sheet-off = take # and the sheet's name off the path
file-encoding-asked = the text is not UTF-8; it is likeliest { $encoding }
file-name-encoding = if the text shown is right, say encoding = "{ $encoding }" in a [[dialect]] for { $file }; else save the file as UTF-8

sheet-broken = the spreadsheet cannot be read: { $why }
sheet-save-again = open it in a spreadsheet program and save it again, or save its sheet as CSV
sheet-no-sheet-at-all = it has no sheet
sheet-password = the spreadsheet has a password
sheet-take-password-off = open it with its password and save it without one
sheet-at-row = row { $row }: { $why }
sheet-part-twice = two of its parts have the same name
sheet-part-missing = its part { $part } is missing
sheet-cut-off = it ends in the middle
sheet-bad-reference = the reference &{ $name }; is not known
sheet-bad-place = "{ $place }" is no place on a sheet
sheet-disorder = the cells of row { $row } are not in order
sheet-no-such-text = it has no text of the number { $number }
sheet-no-number = "{ $text }" is no number
sheet-data-end-twice = its data end in an unusual way
sheet-merges-overlap = merged ranges lie over each other in row { $row }
sheet-page-encoding = its text is not in the encoding { $encoding }
sheet-hidden-rows = { $rows ->
    [one] a hidden row is read like the others
   *[other] { $rows } hidden rows are read like the others
 }
sheet-take-hidden-out = show the rows of the sheet, and take out those that are not meant to count
sheet-struck-cells = { $rows ->
    [one] a row has a cell that is struck through or raised as a whole: it counts as blank
   *[other] { $rows } rows have a cell that is struck through or raised as a whole: it counts as blank
 }
sheet-check-struck = nothing, if what is struck through is not meant to count; else take the strike off
sheet-several = the spreadsheet has several sheets: { $sheets }
sheet-name-one = name one: { $file }#{ $sheet }
sheet-none = the spreadsheet has no sheet "{ $sheet }"
sheet-its-sheets = its sheets are { $sheets }

header-too-long = the header is longer than 256 KiB
header-look-for-quote = look for a double quote that opens a cell and never closes, and that the file is a table at all
header-column-twice = the column "{ $column }" stands twice
header-remove-one = name one of them by its position ({ $position }) in columns of the dialect, or rename it
header-near-ignored = is "{ $name }" meant as { $near }? Then rename or map it; else say ignore = "*" in a [[dialect]]
header-ignored = if that is meant, say so with ignore = "*" in a [[dialect]] of the manifest
header-read-twice = the column { $column } is read as { $others }, and as { $column } too
header-say-which = ignore = { $ignored } in the [[dialect]] if it is { $others } only; columns.{ $column } = "{ $column }" if it is both
header-columns-overruled = { $count ->
    [one] the column { $columns } is not read: the dialect takes it from elsewhere
   *[other] { $count } columns are not read, since the dialect takes them from elsewhere: { $columns }
}
header-expected = a header with { $columns }
header-no-such-column = { $key } of the dialect names the column { $wanted } for { $column }, and the file has none of that name
header-did-you-mean = did you mean "{ $near }"? Then correct the dialect
header-its-columns = its columns, each with an example, are { $columns }
header-several-there = several of the names that columns has for { $column } are there, "{ $other }" too
header-name-one = name the one that is meant, or its position
header-year-twice = two columns are of the same year: "{ $column }" too
header-use-amounts = say with amounts in place of years_as_columns what each column holds: amounts = [{"{"} column = "...", year = "2016", phase = "executed" {"}"}]
header-columns-unknown = { $count ->
    [one] the column { $columns } is not known and is ignored
   *[other] { $count } columns are not known and are ignored: { $columns }
}
header-columns-missing = { $count ->
    [one] the column { $columns } is missing
   *[other] columns are missing: { $columns }
}
header-write-lines = write into a [[dialect]] for { $file }, with the names that are meant: { $lines }

row-oversized = the row that starts here is longer than 16 MiB
row-look-for-quote = look for a double quote that opens a cell and never closes
row-ragged = the row has { $cells } cells and the header has { $columns }
row-quote-commas = quote cells that contain a comma: "like, this"; or add the commas that are missing
row-cells = { $columns } cells
row-quote-open = a quoted cell never ends
row-close-quote = close the cell with a double quote
row-text-after-quote = text follows the closing quote of a cell
row-double-quote = write a double quote inside a quoted cell twice: ""
row-total = { $count ->
    [one] the row says that it is a sum of others (row { $rows })
   *[other] { $count } rows say that they are sums of others (rows { $rows })
}
row-no-totals = rows that are not the sum and not the part of others
row-total-left-out = { $count ->
    [one] the row says that it is a sum or a part of others and is left out, as its dialect has it
   *[other] { $count } rows say that they are sums or parts of others and are left out, as their dialect has it
}
row-total-meant = nothing, if that is meant; else totals = "count"
left-out-column-numbers = the row holds the numbers of columns and is left out
left-out-units = the row holds units and is left out
left-out-where = { $count ->
    [one] 1 row matches nothing of where and is left out
   *[other] { $count } rows match nothing of where and are left out
}
left-out-except = { $count ->
    [one] 1 row matches except and is left out
   *[other] { $count } rows match except and are left out
}
left-out-sections = { $count ->
    [one] 1 row says something of the rows below (sections) and is no data
   *[other] { $count } rows say something of the rows below (sections) and are no data
}
left-out-unsaid = { $count ->
    [one] in 1 row { $column } is blank: no row above says it
   *[other] in { $count } rows { $column } is blank, this one the first: no row above says it
}
left-out-say-missing = correct the where of sections, or write missing.{ $column } = "..." into the [[dialect]]
left-out-blank = { $count ->
    [one] 1 row has a blank cell for which missing says "leave out"
   *[other] { $count } rows have a blank cell for which missing says "leave out"
}
left-out-amounts = { $count ->
    [one] 1 blank amount gives nothing, as missing says
   *[other] { $count } blank amounts give nothing, as missing says
}
left-out-if-meant = nothing, if that is meant
left-out-data = the row reads like data and is left out
left-out-correct-skip = correct skip, skip_below or skip_last of the dialect, which count rows as a spreadsheet numbers them, blank ones too
row-add-or-fill = add the cells that are missing; if the file leaves out blank ones at the end, say short_rows = "fill" in its dialect
row-part = { $count ->
    [one] the row says that it is a part of the one above (row { $rows })
   *[other] { $count } rows say that they are parts of the ones above (rows { $rows })
}
row-whole = { $count ->
    [one] the row says that its parts follow, so that they would be counted with it (row { $rows })
   *[other] { $count } rows say that their parts follow, so that these would be counted with them (rows { $rows })
}
row-say-totals = say in a [[dialect]] of the manifest totals = "exclude" to leave such rows out, or totals = "count" if they are rows like others
row-part-unclear = the row above says that its parts follow, and nothing tells whether this is one: no dash, no number below its number
row-say-parts = name the parts with except in the dialect, such as except = {"{"} "Показател" = ["персонал", "издръжка"] {"}"}

file-outside-folder = the input { $file } stands outside the project's folder
file-outside-folder-look = see that it is meant; copy it into the folder to keep the project whole
cell-in-utf8 = the row is in UTF-8, and the file is read as windows-1251
cell-one-encoding = save the whole file in one encoding, UTF-8 best of all
cell-not-utf8 = the cell is not UTF-8 text
cell-save-as-utf8 = save the file as UTF-8 (in a spreadsheet: Save as, CSV UTF-8), or name its encoding in a [[dialect]] of the manifest, such as encoding = "windows-1251"
cell-not-in-encoding = the cell holds bytes that are no letters of { $encoding }
cell-text-in = text in { $encoding }
cell-correct-encoding = correct encoding in a [[dialect]] of the manifest, or save the file as UTF-8
cell-error = the cell holds an error of the spreadsheet
cell-mend-formula = mend the formula in the spreadsheet
cell-unevaluated = the cell holds a formula and no stored value
cell-open-and-save = open the file in a spreadsheet program and save it, so that values are stored
cell-inexact = the number has more than the fifteen digits that a spreadsheet keeps, so that its last ones are not certain
cell-round-or-text = round it in the spreadsheet, or write it there as text
cell-merged = the cell is part of a merged range, so that it is not clear what it holds
cell-unmerge = unmerge the range and fill in every cell
cell-own-value = a value of its own
cell-blank = the cell { $column } is blank
cell-value-needed = a value in every row
cell-fill-in = fill in { $column }
cell-fill-in-only-amounts = fill in { $column }; only an amount may be blank
cell-bad-year = the cell has no year
cell-year = a year such as 2017, or a date such as 2017-03-14 or 14.03.2017
cell-write-year = write the budget year with four digits
cell-years-out-of-order = the last year stands before the first
cell-years-in-order = from <= to, or a blank to, which is the last year of the project
cell-correct-years = correct the years
source-bad-digest = the digest is no SHA-256
source-digest = 64 hexadecimal digits
source-take-digest = write what sha256sum prints for the stored copy
source-copy-unreadable = the stored copy cannot be read: { $error }
source-copy-beside = a path relative to the project's folder
source-correct-copy = correct file, or put the copy where it says
source-no-digest = a stored copy has no digest
source-write-digest = write sha256 = { $digest }, if that is the copy you read
source-other-copy = the stored copy is not the one whose digest this is
source-look-at-copy = find the copy that was read, or read the new one and write its digest
cell-bad-currency = the currency is not in ISO 4217
cell-currency = three capital letters of ISO 4217, such as BGN or EUR
cell-correct-code = correct the code
cell-bad-word = the cell { $column } has a word that is not known
cell-write-word = write one of these: { $words }
cell-bad-number = the cell { $column } is not a plain decimal number
cell-number = a decimal with a point and at most 28 digits, such as 114000 or 0.0763
cell-write-number = write digits with a point and no groups
cell-write-number-or-blank = write digits with a point and no groups; leave the cell blank where the value is not known
cell-bad-bounds = low, value and high are not in order
cell-bounds = low <= value <= high, and no bound without a value
cell-correct-bounds = correct the row, or leave low and high blank
service-users-twice = users and use both say who uses the service
service-users-or-use = a count of users, or a share of victims, not both
service-leave-one = leave one of them blank
service-use-of-nobody = use is a share of the victims of a measure, and no measure is named
service-measure = a measure of victims, such as assisted
service-name-measure = fill in measure, or give a count in users
service-use-out-of-range = the share of victims who use the service is below 0 or above 1
service-use = a share from 0 to 1, or per cent
service-correct-use = correct it; where users are more than the victims counted, give a count in users
service-negative = { $column } is below 0
service-not-negative = 0 or more
service-two-currencies = the unit is in { $unit } and the cost in { $currency }
service-say-currency = write { $unit } in the column currency, or correct the unit
cell-bad-date = { $column } is no day
cell-date = a day such as 2026-12-20, or nothing
cell-write-date = write the day as 2026-12-20
key-request = agency, what and asked
cell-bad-count = the count cannot be read
cell-count = a whole number (505), a suppressed one (<5), a range (120-140), or a blank cell
cell-write-count = write the count as its source prints it; leave it blank where it is not known
cell-count-bounds-alone = low and high stand beside a blank count
cell-count-with-bounds = one whole number beside low and high
cell-count-bounds-twice = the count is a range and has low and high beside it
cell-count-one-way = write the range in one way: a whole number with low and high, or a range alone
cell-count-end = a whole number, or blank
cell-count-out-of-order = low, count and high are not in order
cell-count-in-order = low <= count <= high
cell-bad-row-count = the number of rows that the row stands for cannot be read
cell-row-count = a whole number of at least 1, or a blank cell
cell-write-row-count = write how many rows were added up, or take the column out
cell-prices-fall = prices cannot fall by 100 per cent or more
cell-price-change = per cent change on the year before, above -100
cell-rate-not-positive = an exchange rate is above 0
cell-rate = units of `to` for one unit of `from`
cell-correct-rate = correct the rate
cell-year-out-of-range = the year is not between 1900 and 2100
cell-correct-year = correct the year
cell-year-form = which year it is cannot be told from the cell
cell-say-year-form = say how the column is written in a [[dialect]] of the manifest, such as year_form = "{ $form }" (of a date, or "ends" or "starts" of a budget year such as 2015/16)
cell-year-of-other-form = the year is not written as year_form of the dialect says
cell-correct-year-form = correct the cell, or year_form

key-repeated = { $key } stands already in { $file } row { $row }
key-keep-one = keep one of the two rows
key-once = each { $key } once
key-index-year = index and year
key-driver-year = driver and year
key-service-year = service and year
key-rate = from, to and year
key-source = id
key-name = dimension and code
key-expected = line and year
key-victims = measure, year, exploitation and group
key-of-rate = { $from } to { $to } in { $year }
key-of-name = the { $dimension } "{ $code }"
key-of-source = the source { $id }
key-of-victims = { $measure } { $year }, exploitation { $form }, group { $group },

amount-not-a-number = the amount cannot be read as a number
amount-write-digits = write digits with one mark before the minor digits, and a minus in front of a correction; leave the cell blank where the amount is not published
amount-other-currency = the amount names { $named }, and its row is in { $currency }
amount-in-currency = an amount in { $currency }
amount-correct-currency = correct the amount, or the row's currency
amounts-other-currency = the header of the amounts names { $named }, and rows that name no currency are taken as { $assumed }
amounts-name-currency = name the currency of the rows: a column `currency`, or constants = { "{ " }currency = "{ $named }"{ " }" } in a [[dialect]] for this file
amounts-currency-named = { $assumed }, or rows that name their currency
amount-minor-digits = the amount has more than the { $digits } minor digits of { $currency }
amount-correct-at-source = correct the amount at its source; or, if the digits are dust of an export, say round = true in its dialect
amount-out-of-range = the amount has more than { $whole } digits before the mark
amount-check-unit = check the unit, and that no cell is missing before it
amount-whole = at most { $whole } digits, such as 395118
amount-with-digits = at most { $whole } digits, a mark and at most { $digits } more, such as 395118.00 or 395 118,00
amount-percent = the cell is a percentage and no amount
amount-write-money = write the amount, or map the column that holds it
amounts-ambiguous = the amounts can be read two ways: "{ $cell }" is { $plain } or { $decimal }
amounts-say-which = say which in a [[dialect]] of the manifest for this file: decimal = "." or decimal = ","
amounts-show-mark = amounts of which one at least shows its decimal mark, such as 395118.00 or 395 118,00
amounts-mixed = the amounts have two decimal marks: "{ $second }" here and "{ $first }" in row { $row }
amounts-one-mark = write all amounts of the file with one mark
amounts-mark-of = the mark that "{ $cell }" has
amounts-unit-unsaid = "{ $text }" says that one may stand for { $unit }, and no unit is said
amounts-say-unit = say in a [[dialect]] of the manifest unit = { $unit } if 1 stands for { $unit }, or unit = 1 if it stands for 1

manifest-no-currency = "{ $code }" is no currency
manifest-currency = a code of ISO 4217
manifest-write-currency = write BGN or EUR, or another code of ISO 4217
manifest-measure-twice = the measure "{ $measure }" stands twice
manifest-measure-once = each measure once
manifest-remove-one = remove one of them
manifest-bad-dimension = "{ $name }" is no name of a dimension
manifest-dimension = letters, digits, _ and -, beginning with a letter, such as region
manifest-dimension-taken = "{ $name }" is a column of this program already
manifest-dimension-free = a name that no table of this program has; step is free
manifest-dimension-twice = the dimension "{ $name }" stands twice
manifest-dimension-once = each dimension once
manifest-rename-dimension = give the column another name, or map it: columns = { "{ " }region = "Областен град"{ " }" } in a [[dialect]]
manifest-no-switch = csv_safe is no switch
manifest-bad-needs = needs is no range of versions
manifest-needs = a range of versions, such as ">=0.2"
manifest-write-needs = write needs = ">=0.2", or leave it out
manifest-no-protect = protect is no count
manifest-protect = a whole number from { $least } to { $most }, or 0
manifest-write-protect = write protect = 5, or leave it out
manifest-other-version = the project needs thb-cost { $needs }, and this is { $version }
manifest-take-version = take a version of thb-cost that the project allows, or correct needs
manifest-blank-path = a path is blank
manifest-path = a path
manifest-name-file = name a file, or leave the input out
manifest-several-rules = rules are one file, since their order decides
manifest-one-path = one path
manifest-one-rules-file = put the rules into one file

dialect-no-file = the dialect of { $files } is about no file that is read
dialect-correct-files = correct files, which are compared with the names under [inputs], or take the dialect out
dialect-bad-pattern = "{ $pattern }" is no pattern of names: { $words }
dialect-pattern = a name or a glob, such as moi-*.csv
dialect-correct-pattern = correct the pattern
dialect-encodings = a name of the Encoding Standard, such as utf-8, utf-16, windows-1251 or windows-1252
dialect-delimiters = ",", ";", "|" or "\t"
dialect-decimals = "." or ","
dialect-groups = " ", ",", ".", "'", or "" for none
dialect-totals = "exclude" or "count"
dialect-word-unknown = { $key } = "{ $word }" is not known
dialect-write = write { $expected }
dialect-group-is-decimal = group is the decimal mark too
dialect-another-mark = another mark
dialect-correct-mark = correct one of the two
dialect-no-switch = { $key } is no switch
dialect-switch = true or false
dialect-write-true = write true
dialect-column-twice = "{ $column }" stands in { $first } and in { $second }
dialect-column-once = each column once
dialect-no-count = { $key } is no number of rows
dialect-count = a whole number from { $least } to 1000
dialect-write-count = write how many rows to leave out, such as 3
dialect-no-column = no input has a column "{ $column }"
dialect-columns = columns are { $columns }
dialect-command-line = the command line
dialect-units = 1, 1000 or 1000000
dialect-year-forms = "ends", "starts" (of 2015/16), or a date with %Y or %y, such as "%d.%m.%y"
dialect-short-rows = "fill"
dialect-position = the name of a column of the file, a list of names, or a position counted from 1
dialect-tests = a table of columns of the file with the texts that they must hold
dialect-factor = a decimal other than 0, such as -1
dialect-from-name = a path with columns in braces, such as "report-{"{"}year{"}"}.csv"
dialect-name-does-not-match = the path of the file is not of the form "{ $pattern }", from which its dialect takes values
dialect-correct-from-name = correct from_name, or files of the dialect
dialect-not-there = the file is to be read under the dialect "{ $name }", and there is none of that name
dialect-name-one = give a [[dialect]] of the manifest that name
dialect-names = dialects with a name are { $names }

reading = { $file }: { $words }; { $rows }, read { $how }{ $others }
reading-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
reading-as-pinned = as its dialect has it
reading-as-found = as found
reading-others = ; not read: sheets { $sheets }
reading-sheet = sheet "{ $sheet }"
reading-header = header in row { $row }
reading-decimal-point = decimal point
reading-decimal-comma = decimal comma
reading-groups-spaces = groups by spaces
reading-groups = groups by "{ $mark }"
reading-commas = commas
reading-semicolons = semicolons
reading-tabs = tabs
reading-bars = bars
