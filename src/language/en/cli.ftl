# The command line: what is said beside results, faults of usage, failures.

failure = error: { $message }
failure-data = the data has errors
failure-unreadable = a file cannot be read
failure-pipe = the pipe is closed
failure-io = cannot { $act } { $path }: { $error }
failure-panic = this is a fault of the program, not of your data: { $words } ({ $place }, version { $version }); no figure of this run is to be used. Please report it with the command that you gave
failure-program = { $words }
io-error = { $kind ->
   *[other] { $words }
}

version-build = build: { $build }, { $system }
version-formats = formats: { $formats }
version-data = embedded data: { $digest }
doctor-here = working folder: { $path }
doctor-embedded = project: the embedded one, since no thb-cost.toml is here or above
doctor-project = project: { $path }, { $by }
doctor-by-option = named by --project
doctor-by-variable = named by { $name }
doctor-by-search = found here or above
doctor-file = { $name }: { $file }, { $state }
doctor-file-within = { $name }: { $file }, in the program
doctor-absent = not there
doctor-folder = a folder, not a file
doctor-pipe = a pipe
doctor-no-input = a device, a socket or a file that the system makes up: no input
doctor-bytes = { $bytes ->
    [one] { $bytes } byte
   *[other] { $bytes } bytes
}, readable
doctor-unreadable = may not be read
doctor-writable = the project's folder can be written to
doctor-read-only = the project's folder cannot be written to
doctor-terminal = terminal: { $width } columns
doctor-no-terminal = terminal: none, tables are 80 columns wide
doctor-variable = { $name } = { $value }
manifest-of-another = note: the project { $path }, found above, belongs to another user
reading-embedded = reading the embedded project
reading-project = reading the project { $path }
nothing-shown = nothing is shown: { $summary }{ $more }{ $all }
nothing-shown-more = {" "}({ $count } of them not shown)
nothing-shown-all = ; all of them: { $command }
usage-no-lines = no lines for { $years }; the project has { $present }{ $phase }
usage-no-project = no project is at hand: there is no { $manifest } here or above; name one with --project, or take the embedded one with --embedded
usage-no-use = { $command } has no use for { $flag }
embedded-stands-in = note: no { $manifest } is here or above, so that these are the figures of the embedded project; name another with --project
no-lines-for = warning: no lines for { $years }; the project has { $present }{ $phase }
no-lines-at-all = no lines at all
no-lines-in-phase = {" "}in the phase { $phase }

output-ending = -o { $path }: the ending does not say which format; the endings are { $endings }, or name one with --format
output-is-input = -o { $path }: that file is an input ({ $name }); choose another name
output-in-glob = -o { $path }: that file would be an input the next time, by { $glob } under [inputs]; choose another name or folder
output-too-many-rows = { $rows } rows are more than a sheet of XLSX holds, which is { $most } below its head; use --format csv
output-twice = { $path } is named for two results; name two files
output-is-link = { $path } is a link, which is not followed here; remove it, or name another folder
output-meanwhile = cannot write { $path }: something else was written there meanwhile, and stands as it is; run the command again
output-no-text = --format { $format }: that is no text for a terminal; name a file with -o
output-is-folder = cannot write { $path }: it is a folder; name a file in it
output-no-folder = cannot write { $path }: the folder { $folder } is not there; make it, or name another file

usage-two-rules = rules are one file, since their order decides; name { $files }
usage-no-measure = { $flag }: there is no measure of victims "{ $typed }"; { $hint }
usage-no-form = { $flag }: there is no form of exploitation "{ $typed }"; { $hint }
usage-nothing-fits = no line fits all that is asked for; leave one of the conditions out
usage-no-dimension = { $flag }: no dimension is called "{ $typed }"; { $hint }
usage-across-twice = --across { $name }: it stands in --by too; leave it out of one of them
usage-across-long = --across: { $format } has a row for each year and group, as with --by; leave --across out, or write --format table, markdown, html, latex, xlsx or docx
usage-top-alone = --top: there are no groups; add --by DIM
usage-where-none = --where: no line of the years asked for has { $only }

init-is-file = init { $path }: it is a file; name a folder that is new or empty
init-not-empty = init { $path }: the folder is not empty; name one that is new or empty
init-made = made { $path } with { $files }
init-next = next:
init-edit = edit the CSV files in { $path }
init-from-no-year = init --from { $path }: the project has no money rows, so there is no year to go on from
init-from-file = init --from { $path }: { $file } cannot be taken along: { $error }
init-edit-year = add the rows of { $year } to { $files } in { $path }

carried-manifest = Carried on; the year to fill is { $year }. README.md says how.
carried-dialects = Dialects of files that went along as canonical rows. Take the marks off for a file of { $year } in the same form, and look at each constant, unit and currency.
carried-last-row = last row: { $year }
carried-years = { $years }: as published. Every row and every driver in money names its currency; those that named none are in { $was }, which was assumed for them.
carried-currency = Currency of the project: { $currency }.
carried-to-fill = Year to fill: { $year }. { $count ->
        [one] One line is expected
       *[other] { $count } lines are expected
    }. Its rows go into { $files }; a row that names no currency is in { $currency }.
carried-as-rows = Taken along as canonical rows, since they are not canonical CSV: { $files }.
carried-ended-rules = Rules that end before { $year }, so that they decide nothing in it: { $rules }.
carried-differing = What is estimated for lines that nobody reported is rounded in the currency of the project, now { $currency }: { $years } may differ by rounding from the old project. Name these lines in the money rows, with a blank amount and their currency, to keep them as they were.
carried-step-rows = 1. Add the rows of { $year }: budget lines, victims, drivers, sources. A row of an earlier year that is added later names its own currency; else it is taken to be in { $currency }.
carried-step-expected = 2. Look at expected.csv: take out the rows of lines that have ended. A line of { $year } that nobody enters is shown as not reported, never as zero.
carried-step-check = 3. `thb-cost check` says what is wrong or missing, in which row, and what to do.
carried-step-report = 4. `thb-cost report --currency { $was }` prints the years before as the old project did; `thb-cost report` shows all years in { $currency }.

reduce-no-input = reduce: the project has no { $input }; name a file: thb-cost reduce FILE --as { $input }
reduce-no-inputs = reduce: the project has no budget, external or agencies; name a file: thb-cost reduce FILE --as budget
reduce-which = reduce: the project has { $inputs }, and blank cells mean something else in each; name one, such as --as { $first }
reduce-say-which = reduce { $path }: say which input it is: --as budget, --as external or --as agencies

ingest-pins = this pins it in thb-cost.toml:
ingest-pins-or-pin = this pins it in thb-cost.toml (or run again with --pin):
ingest-embedded = --pin: the embedded project cannot be changed; make one of your own with thb-cost init
ingest-pinned-already = --pin: { $manifest } has a [[dialect]] for { $file } in line { $row }, and the command line says no more
ingest-pinned-for-several = --pin: the [[dialect]] in line { $row } of { $manifest } is for more files than { $file }; write there
        { $lines }
    or put a [[dialect]] with files = "{ $file }" and all that is to hold for it before that one
ingest-pin-one-by-one = --pin: { $count ->
    [one] one of the files has a [[dialect]] already
   *[other] { $count } of the files have a [[dialect]] already
}; pin those that have none, or one by one
ingest-sum = { $year } { $phase }: { $sum } { $currency } in { $rows } rows
ingest-own-sum = the file's own sum, row { $row } "{ $label }": { $sum }
ingest-cannot-pin = --pin: { $manifest } cannot be changed so that it can be read; add the file to { $input } under [inputs] by hand, and
    { $lines }
ingest-added = added to { $path }:
survey-head = { $file }: header in row { $row }, { $count ->
    [one] one column
   *[other] { $count } columns
}
survey-column = column
survey-example = example
survey-taken-for = taken for
survey-left-alone = left alone
survey-more-columns = { $count ->
    [one] and one more column
   *[other] and { $count } more columns
}
survey-more-faults = and { $count } more of { $code }
survey-open = { $count ->
    [one] one question is open; below it what answers it, as an option and as a line of the [[dialect]]
   *[other] { $count } questions are open; below each what answers it, as an option and as a line of the [[dialect]]
}
survey-row = row { $row }
survey-cells = { $count } cells
survey-files = { $count ->
    [one] in one file
   *[other] in { $count } files
}
survey-or = or
survey-column-open = nothing gives the column { $column }
survey-next = with the first answer to each (your own word for one in capitals):
survey-several = { $files ->
    [one] one file
   *[other] { $files } files
}, { $groups ->
    [one] all of them alike
   *[other] of { $groups } kinds
}
survey-group = { $number }. { $count ->
    [one] one file
   *[other] { $count } files
}, header in row { $row }: { $files }
survey-varying = the name of column { $position } differs from file to file: { $names }
survey-differs-header = the header is in row { $row }, in the first kind in row { $other }
survey-differs-more = { $count ->
    [one] a column more than the first kind: { $names }
   *[other] { $count } columns more than the first kind: { $names }
}
survey-differs-fewer = { $count ->
    [one] a column fewer than the first kind: { $names }
   *[other] { $count } columns fewer than the first kind: { $names }
}
survey-differs-taken = "{ $name }" is taken for { $taken }, in the first kind for { $other }
survey-differs-order = the columns stand in another order than in the first kind

progress = {"{"}bar:30{"}"} {"{"}bytes{"}"} of {"{"}total_bytes{"}"}, {"{"}bytes_per_sec{"}"}, {"{"}eta{"}"} left

basis-add-prices = add the year to prices, or ask for other years or prices
basis-name-index = name one in thb-cost.toml: [project] prices = "..."
basis-add-rate = add the rate to rates, or ask for another currency

sql-not-told = --sql: { $what } cannot be told to an engine; { $next }
sql-keys = the keys { $keys } of the dialect
sql-make-rows = make canonical rows of the file first: thb-cost ingest FILE -o ROWS.csv, or thb-cost reduce
sql-files-differ = files whose columns are not alike, in one table
sql-name-one-file = name one of them, or leave --table out where the engine reads files
sql-needs-table = --sql { $engine }: name the table that holds the rows with --table NAME ({ $why })
sql-reads-tables = it reads tables, not files
sql-no-spreadsheets = engines read no spreadsheets
sql-utf8 = engines read UTF-8
sql-last-rows = engines cannot leave out the last rows
sql-inside = the file is inside the program

environment-no-language = { $name } is "{ $word }", and there is no such language; { $next }
environment-languages = the languages are { $known }
word-name-path = write NAME=PATH, such as victims=counts.csv
word-no-path = the path after { $name }= is missing
word-weight = a weight is above 0 and below 1, such as FILE=0.3; found { $weight }
word-no-input = there is no input "{ $name }"; { $next }
word-inputs = the inputs are { $known }
word-column-text = write COLUMN=TEXT
word-dimension-pattern = write DIM=PATTERN, such as agency=MoI
word-top = write a number of groups, from 1
word-protect = write a whole number from { $least } to { $most }, or 0 to show all counts
usage-protect-raw = { $command } shows counts as they stand in files, and this project protects those below { $below }; say --protect 0 to see them
word-dimension-parts = write DIM, or DIM:N for the first N parts of its codes, such as function:1
word-dimension-no-codes = { $name } has no codes with parts; write { $name }
word-where-exploitation = a form of exploitation is no property of a line; use --exploitation FORM
word-date = a day is expected, such as 2026-12-20
word-year = a year has four digits, such as 2017
word-size = write slide, a4, square or WxH with 240 to 8000 pixels a side
word-years = write 2014..2017, 2014.., ..2017 or 2017
word-currency = "{ $code }" is no code of ISO 4217; write one such as EUR, or several such as EUR,BGN
word-currency-twice = { $code } stands there twice; name each currency once
usage-one-currency = this command shows figures in one currency; write --currency { $currency }

man-no-command = there is no command "{ $name }"; { $next }
man-known = the commands are { $known }
man-name = NAME
man-synopsis = SYNOPSIS
man-options = OPTIONS
man-commands = COMMANDS
man-below = NOTES
