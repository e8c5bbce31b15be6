# The catalogue of codes: one line what it is, then why it matters and what to do.

# Files
code-unreadable-file = a file cannot be read
code-text-unreadable-file = A file that the manifest or the command line names is not there, is a folder, or may not be read. Nothing is computed, since a report without it would look complete. Correct the path in [inputs] of thb-cost.toml (paths are relative to that file), or name the file with --input NAME=PATH.
code-other-version = the project is for another version of the program
code-text-other-version = `needs` of the manifest says which versions may read the project, and this one is none of them. Nothing else of the project is read, since another version may have other keys. The exit code is 2.
code-not-utf8 = a file is not UTF-8 text
code-text-not-utf8 = The bytes shown are not valid UTF-8, so that names could be read wrongly. Save the file as UTF-8 (in a spreadsheet: Save as, CSV UTF-8).
code-encoding-unsaid = the encoding of a file must be named
code-text-encoding-unsaid = Read without being named are UTF-8, UTF-16 and windows-1251. The file is in another encoding, and which one is a matter of likelihood: letters would be read wrongly in silence. The likeliest is shown with a piece of the text; if that is right, the line shown pins it.
code-empty-file = a file has no header
code-text-empty-file = The file is empty. Every CSV input needs a header row with the names of its columns; an input without rows still has its header. Remove the input from thb-cost.toml if it is not needed.
code-no-rows = a file has a header and no rows
code-text-no-rows = The file has its header and nothing below. That is allowed, and often a sign that an export went wrong.
code-no-money-rows = the project has no money rows at all
code-text-no-money-rows = Neither budget, nor external, nor agencies has a row: there is nothing to report. Name at least one of them in [inputs] and give it rows.
code-missing-column = needed columns are missing
code-text-missing-column = The header lacks columns that the input needs. All columns of the file are listed, each with an example. Say in a [[dialect]] of the manifest which one holds what, or give the value of a column that the file does not have in constants.
code-no-such-column = a dialect names a column that the file does not have
code-text-no-such-column = A mapping that misses its column would leave the default in its place without a word: a currency that is never read makes euro of leva. Correct the name; letters that look alike in Latin and Cyrillic are the usual cause. For files that differ, columns takes a list of names of which one is there.
code-duplicate-column = a column stands twice in the header
code-text-duplicate-column = Two columns have the same name, so that it is not clear which one counts. Remove or rename one of them.
code-unknown-column = columns are not known and are ignored
code-text-unknown-column = The header has columns that this input does not know. Their cells are ignored. If a name is a slip, correct it or map it; if they are meant to be left alone, say ignore = "*" in the dialect of the file.
code-column-read-twice = a column is mapped to another and is itself too
code-text-column-read-twice = The dialect maps a column of the file to a column of another name, and the column has a name of its own that this input knows, so that its cells are read as both. If it is one thing only, name it under ignore; if both are meant, say so by mapping it to itself too.
code-section-unsaid = no row above says what it should
code-text-section-unsaid = A column takes its value from a row above, by sections or by missing = "above", and no row there says one, so that it is blank and stands for its default. Correct the test of sections, or say with missing what the column is there.
code-ragged-row = a row has more or fewer cells than the header
code-text-ragged-row = A cell too many or too few moves every later cell of the row into a wrong column. The usual cause is a comma inside a cell that is not quoted: write "Budget, 2017" in double quotes.
code-bad-quote = a quoted cell does not end, or text follows its closing quote
code-text-bad-quote = A cell that begins with a double quote ends with the next single double quote; a double quote inside it is written twice. Where the closing one is missing, all that follows would be read as one cell.
code-oversized-row = a row is longer than 16 MiB
code-text-oversized-row = A single row that long is nearly always a quote that never closes. Look at the row where it starts.
code-too-large = something is larger than this program reads
code-text-too-large = Files and rules come from many hands, and one that is made to be large, or was made wrongly, must not stop the machine that reads it. Every limit is far above what a budget holds; the message says which one it is and what to do, docs/limits.md has them all.
code-not-a-table = a file holds no table that can be read
code-text-not-a-table = Read are CSV (also in gzip or Zstandard), XLSX, XLSB, XLS, ODS and tables of pages of HTML. The file is something else, has a password, or is damaged. Save its table as CSV, XLSX or ODS.
code-which-sheet = it is not clear which sheet of a spreadsheet is meant
code-text-which-sheet = The spreadsheet has several visible sheets, or none of the name that was asked for. Name one behind the path, as in budget.xlsx#Payments, or with sheet = "Payments" in a [[dialect]] of the manifest.
code-outside-folder = an input stands outside the project's folder
code-text-outside-folder = The manifest names a file outside its own folder. That is allowed; a project that came from others reads a file of this machine then, and a copy of the folder lacks it.
code-unused-dialect = a dialect is about no file that is read
code-text-unused-dialect = No input has a name that the dialect's files match, so that what it pins has no effect. Correct files, or take the dialect out.
code-unknown-dialect = a file is to be read under a dialect that is not there
code-text-unknown-dialect = Behind the path stands @ and the name of a dialect, and no [[dialect]] of the manifest has that name. Correct one of the two.
code-name-of-other-form = the path of a file is not of the form that its dialect takes values from
code-text-name-of-other-form = from_name takes values such as the year out of the path of a file. This one is not of that form, so that the value would be missing.
code-data-left-out = a row that is left out reads like data
code-text-data-left-out = skip, skip_below and skip_last leave rows out, and so does whatever stands above the header. This one has a year and an amount where rows of the table have them. Rows are counted as a spreadsheet numbers them, blank ones too.
code-rows-left-out = rows of a file are left out
code-text-rows-left-out = The dialect leaves them out, or they hold the numbers or the units of columns. The number is stated so that it can be compared with what is expected.

# Cells
code-error-cell = a cell of a spreadsheet holds an error, or a formula without a value
code-text-error-cell = The cell shows #REF!, #N/A or the like, or it holds a formula whose value was never stored, so that nobody can say what stands there. Mend the formula, or open the file in a spreadsheet program and save it.
code-merged-cell = a cell of a spreadsheet is part of a merged range
code-text-merged-cell = Only the first cell of a merged range holds something; whether its other cells are blank or repeat it cannot be known, and for an amount the difference is money. Unmerge the range and fill in every cell. (Above the header, and in it, merged cells are no fault.)
code-hidden-rows = hidden rows of a sheet are read
code-text-hidden-rows = Rows of a spreadsheet that are hidden, by hand or by a filter, are rows like the others and are counted. Whoever looks at the sheet does not see them: show them, and take out those that are not meant to count.
code-struck-cells = cells that are struck through count as blank
code-text-struck-cells = Text that is struck through is not there, and text in superscript is a footnote. A cell of which nothing else is left is blank: a blank amount means that the line exists and its amount is not published.
code-ambiguous-number = the amounts of a column can be read two ways
code-text-ambiguous-number = Amounts such as 1.234 are one thousand or one and a bit, depending on whether the point is a decimal mark. The mark is decided once from all cells of the column; here none of them settles it, and it is not guessed. Pin it in a [[dialect]] of the manifest: decimal = "." or decimal = ",".
code-mixed-marks = the amounts of a column have two decimal marks
code-text-mixed-marks = One cell can only be read with a decimal point, another only with a decimal comma, so that one of the two was written by another hand. Write all amounts of the file with one mark.
code-unit-unsaid = amounts may be in thousands or millions, and nobody says so
code-text-unit-unsaid = A word for thousands or millions stands in the header of the amounts, above the table or in a row of units below the header. Read as they stand the amounts would be a thousand times too small. Say unit = 1000 (or 1000000, or 1 if the word means something else) in the dialect of the file.
code-totals-row = a row says that it is a sum or a part of others
code-text-totals-row = The label of the row says total (Общо, Всичко, Total, Summe ...), or that it is a part of the row above (в т.ч., of which). Counted with the rows that it adds up or belongs to, its amount would count twice. Say totals = "exclude" in a [[dialect]] of the manifest to leave such rows out; totals = "count" says that they are ordinary rows.
code-totals-left-out = rows that say they are sums or parts of others are left out
code-text-totals-left-out = The dialect of the file has totals = "exclude", so that rows whose label says total, or that they are parts of the row above, are not counted.
code-missing-value = a needed cell is blank
code-text-missing-value = The column needs a value in every row. Only amounts and counts may be blank: a blank amount means that the line exists and its amount is not published.
code-bad-year = a year is not four digits
code-text-bad-year = Years are written with exactly four digits, such as 2017: no dates, no spans such as 2016/17. A budget year that is not a calendar year goes by the year in which it begins.
code-bad-amount = an amount is not a plain decimal number
code-text-bad-amount = Amounts are digits with a point before the minor digits, such as 395118.00, and a minus in front of a correction. Exponents, groups, NaN and infinities are refused rather than guessed.
code-amount-digits = an amount has more minor digits than its currency
code-text-amount-digits = The lev and the euro have two minor digits; an amount with more would have to be rounded before it is counted, and thb-cost rounds only once, at the end. Correct the amount at its source.
code-amount-range = an amount is out of range
code-text-amount-range = Amounts have at most 18 digits before the mark, published totals 24, and what is worked out from them at most 27 digits of minor units. A larger one is a mistake of unit or a row read wrongly.
code-bad-currency = a currency is not in ISO 4217
code-text-bad-currency = Currencies are the three capital letters of ISO 4217, such as BGN or EUR.
code-other-currency = something beside an amount names another currency than its row
code-text-other-currency = A currency is never assumed against the evidence. A row that names no currency is in the project's; where its amount, the header of its amounts, the format of its cell or the unit of a driver names another, nothing is counted until the row says which it is. Name the currency in a column, or with constants in a [[dialect]].
code-bad-date = a date is no date
code-text-bad-date = The cell must hold a day that the calendar has, from 2000 to 2100, as 2026-12-20 or 20.12.2026, or be blank. Dates with slashes could be read two ways.
code-bad-word = a cell is none of the words allowed there
code-text-bad-word = The column takes one of a few words, in lower case; the message lists them. A word that is not known is refused rather than taken for the default.
code-bad-number = a number is not a plain decimal
code-text-bad-number = Drivers, rates and prices are plain decimals with a point, such as 114000 or 0.0763, with at most 28 digits.
code-bad-bounds = low, value and high are not in order
code-text-bad-bounds = A driver's low may not be above its value, nor its value above its high; low and high cannot stand without a value.
code-bad-service = a service contradicts itself
code-text-bad-service = A row of services says who uses the service (a count, or a share of the victims of a measure), how many units each takes, and what a unit costs, in one currency and not below 0.
code-bad-count = a count of victims cannot be read
code-text-bad-count = A count is a whole number (505), a suppressed one (<5, read as 0 to 4), a range (120-140), or blank where it is not known.
code-repeated-key = a key stands twice
code-text-repeated-key = Two rows say the same thing twice: the same measure, year, exploitation and group, the same driver and year, the same index and year, the same currencies and year, or the same source id. Which of them counts would be a guess.
code-bad-rate = a rate cannot be
code-text-bad-rate = One unit of a currency is worth more than nothing in another, so that an exchange rate is above 0; one unit of `from` is `rate` units of `to`. Prices cannot fall by 100 per cent or more in a year, so that a change of prices is above -100.
code-fixed-rate = a rate between lev and euro is ignored
code-text-fixed-rate = One euro is 1.95583 leva by law, and thb-cost always uses that rate. A row of rates for these two currencies changes nothing. Remove it.
code-which-index = it is not said which price index serves
code-text-which-index = Several price indices may stand in prices. The project names the one of --prices under [project] prices, and a rule names its own: missing = "index:HICP". The name must be one that stands in prices.
code-unknown-source = a source is not in the list of sources
code-text-unknown-source = The id is cited and does not stand in the sources file, so that a reader cannot follow the figure. Add a row for it.

# Lines
code-source-copy = a stored copy of a source is not what it should be
code-text-source-copy = `file` of a source names a copy kept beside the project, and `sha256` what it was when it was read. The copy must be there and have that digest, so that an audit reads what the analyst read.
code-missing-rate = no exchange rate for a line in another currency
code-text-missing-rate = A line in another currency is converted once, with the rates row of exactly its year and direction. BGN and EUR need none. No inverse and no third currency is used. Add the row to rates.
code-price-chain = prices cannot be chained to the year asked for
code-text-price-chain = To restate a year in prices of another, the change of the index must be known for every year between them. Add the missing years to prices, or ask for another year with --prices.
code-blank-beside-known = a line has blank amounts beside known ones
code-text-blank-beside-known = Some rows of the line have an amount and some are blank. The blank ones count as nothing, so that the line may be understated.
code-leva-after-euro = leva of 2026 or later
code-text-leva-after-euro = Bulgaria took the euro on 1 January 2026. A row in leva of a later year is probably one whose currency or year is wrong.
code-currency-assumed = a row from before the euro names no currency in a euro project that has leva
code-text-currency-assumed = A row that names no currency is in the project's, here the euro. In years before 2026 public money was in leva, and other rows of this project say so: this one is perhaps one that was forgotten, and counts almost twice what it is. Name its currency.
code-formula-text = a text begins like a formula
code-text-formula-text = A spreadsheet takes a cell of CSV that begins with =, +, - or @ for a formula and works it out when the file is opened. Results in CSV keep such texts as they are, since programs read them; --csv-safe, or csv_safe = true under [project], puts an apostrophe before them.
code-look-alike = two values of one dimension look alike
code-text-look-alike = Values that a reader takes for one are two to the program: a Cyrillic letter in a Latin code, or capitals in one file and small letters in another. Each has sums of its own, and a rule may see one of them only.
code-line-in-two-inputs = two inputs share a budget line
code-text-line-in-two-inputs = Rows alike in everything but amount and note stand in two inputs and are added up as one line. If the same payment is in both, it is counted twice.
code-double-counting = an external amount stands in a state line too
code-text-double-counting = The same funder, year and amount stand in an external line and in another line. A grant that passes through an agency's own budget is often booked in both; if so, remove one of them.
code-phase-chosen = approved amounts stand in for executed ones
code-text-phase-chosen = A line has no executed amount, or none that is published, and its approved amount is shown. An allocation is not spending.
code-not-published = lines whose amount nobody published
code-text-not-published = The lines exist and their amounts are blank. They are shown as not estimated and never counted as zero.
code-control-mismatch = a published total does not hold
code-text-control-mismatch = The sum of the matching lines differs from the published total in controls. Either a row is wrong, missing or counted twice, or the control matches other lines than those the total is of.

# Victims
code-not-reported = lines that were expected and have no row
code-text-not-reported = The input `expected` says which lines every year should have. A year without a row of one has a line with an unknown amount, which rules may impute or fill; where none does it is shown as not reported and never counted as zero. Add its row, or say until when the line was there.
code-line-missing = a year has no row of a line that other years have
code-text-line-missing = The line has rows before and after the year, or in the year before the last and not in the last. It is counted as if it had not existed, so that the year looks cheaper than it was. Add its row, or write the input `expected`.
code-not-a-reply = a file is no reply that can be taken
code-text-not-a-reply = The file looks like a workbook of thb-cost request that was filled in, but what says which row is which is gone or changed: the hidden sheet, its seal, or the workbook as a whole, as where it was saved as CSV. Nothing of it is taken, since a figure could end in another line. Ask for the workbook as it was sent, or copy the answers into it.
code-reply-changed = a reply was changed outside its cells
code-text-reply-changed = Only the yellow cells of a request are to be filled in. Here a text, a year, a currency, an id, a head or a column is not as it was sent, so that the answer may be to another question. The address of each such cell is told. Rows may be sorted and columns moved: they are known by their ids and heads.
code-bad-answer = an answer cannot be read
code-text-bad-answer = The cell holds no figure of the kind that was asked for, or one that could be read two ways: a word, thousands, another currency, a date that a spreadsheet made, a formula without a result. Nothing is guessed and nothing of the reply is taken. Correct the cell as its sender means it, or ask again.
code-cannot-write-answer = an answer cannot be written into its file
code-text-cannot-write-answer = The row that the answer belongs to stands in a file that is not changed by itself: a spreadsheet, a packed file, one in another encoding or under a dialect. Nothing of any reply was written. Write the figure there by hand, or turn the file into canonical CSV with ingest FILE --as INPUT -o NEW.csv and name that in the manifest.
code-reply-differs = an answer differs from what is known
code-text-reply-differs = The project has another figure already, or two replies answer one question in two ways. What is known stays as it is. Take the answer with --accept and the id that is shown: the former figure then stands in the note of the row.
code-reply-other-version = a reply is to another version of the project
code-text-reply-other-version = Rows were asked for that the project does not have any more; their answers are not taken. Or the project lacks figures that the request did not ask for yet. Make a new request for these.
code-requests = agencies were asked
code-text-requests = The input requests says who was asked for what and when the answers came. What is open is told here and in the notes of reports, so that a reader knows that a figure was not merely forgotten.
code-same-file = two files hold the same bytes
code-text-same-file = A copy beside its original, found by a glob, counts every row twice. Take one of the two out of the inputs.
code-victim-parts = counts by form of exploitation do not add to the total
code-text-victim-parts = The counts by form of exploitation add to less than the count of all. What they leave is shown as unspecified where a split uses them.
code-victim-parts-above = counts by form of exploitation add to more than the total
code-text-victim-parts-above = The parts are more than the whole. A person counted under two forms, or a misprint. A split by these counts is refused.
code-series-break = a series of counts breaks
code-text-series-break = The definition or the way of counting changed at this year. Counts before and after are not compared.
code-unknown-measure = a service counts victims of a measure that has no rows
code-text-unknown-measure = The users of a service are a share of the victims of a measure that does not stand in the victims file at all. The message names the nearest measure.
code-measure-without-counts = the project shows a measure of victims that has no rows
code-text-measure-without-counts = A measure in [project] victims does not stand in the victims file at all. A year without a count is fine; a measure without any row is most likely a slip. Costs per victim of it are not known, and say why.

# TOML
code-bad-toml = a file is not valid TOML
code-text-bad-toml = The file cannot be read as TOML. The message names the line and what was expected there.
code-unknown-key = a key is not known
code-text-unknown-key = TOML files take only the keys that thb-cost knows, so that a slip never passes for a setting. The message names the nearest known key.
code-missing-key = a needed key is missing
code-text-missing-key = The table lacks a key that it needs. The message shows how the key looks in a good file.
code-bad-value = a value cannot be used
code-text-bad-value = The key is known and its value is not one that it takes. The message says what was expected.

# Rules
code-repeated-rule = two rules have one id
code-text-repeated-rule = A rule's id stands in every figure that it decides, so that each id is there once.
code-unknown-driver = a rule uses a driver that stands nowhere in drivers
code-text-unknown-driver = Whatever `missing` says, a driver must stand in the drivers file. Where its value is not known yet, give it a row with a blank value.
code-missing-driver = a driver has no value for a year in which a rule needs it
code-text-missing-driver = The rule decides a line in that year and its driver is not known. Add the value, or say in the share what happens without it: missing = "skip" leaves the year to other rules, "previous" carries the last known value, "interpolate" takes the straight line between two known years, "index:HICP" moves the last known value by a price index.
code-protected-driver = a rule takes a protected count of people as its key
code-text-protected-driver = Small counts of people are protected, by --protect or by protect in the manifest. A share taken from such a count tells it: the amount of the line and what is attributed of it are both shown. A driver of whole numbers that is no money is taken to count people; list it under not_people in [project] if it does not. Else take a wider key, such as several years or forms together, or show all counts with --protect 0.
code-two-currencies = a ratio divides two currencies
code-text-two-currencies = The units of both drivers begin with the code of a currency, and the codes differ, so that their ratio is no share. Fill in the column currency of both: then they are brought to one.
code-unknown-service = a rule names a service that stands nowhere
code-text-unknown-service = No row of services, in any year, has a name that the pattern fits.
code-missing-service = the cost of a service is not known in a year in which a rule needs it
code-text-missing-service = A share by services needs users, units and unit cost of every service that its patterns name, in each year in which it decides a line. What is not known is never taken as nothing.
code-share-out-of-range = a share is below 0 or above 1
code-text-share-out-of-range = A share says how much of a line is trafficking, between none of it and all of it. Out of that range the drivers do not fit each other or the line.
code-zero-base = a share divides by 0
code-text-zero-base = The driver or the sum of lines below the line of the fraction is 0, so that there is no share.
code-overhead-serves-nothing = an overhead serves no line
code-text-overhead-serves-nothing = The match of overhead_of selects no line of that year with a known amount, once the rule's own lines are left out.
code-overhead-circle = overheads that serve each other have no solution
code-text-overhead-circle = Overheads in a circle are solved exactly as simultaneous equations. These have no single solution: nothing outside the circle fixes the shares.
code-bad-split = a split cannot be worked out
code-text-bad-split = A split needs parts that add to exactly 1, or weights that are known, not below 0 and not all 0; counts of victims by form may not add to more than the total.
code-unused-rule = a rule matches no line
code-text-unused-rule = No budget line of the rule's years matches. The usual cause is a slip in a name or a wildcard that is missing: line = "*organised crime*".
code-shadowed-rule = a rule decides nothing because earlier rules decide all its lines
code-text-shadowed-rule = Every line that the rule matches is decided by a rule above it. The first rule in the file that matches decides; move the narrower rule up.
code-overlapping-rules = two rules match the same line
code-text-overlapping-rules = The first in the file decides. That is often meant: a narrow rule above a wide one.
code-waiting-rule = a rule waits for its drivers
code-text-waiting-rule = The rule matches lines and says missing = "skip", and its drivers are not known for these years. It starts to work when their values are filled in.
code-carried-value = a share is carried from an earlier year
code-text-carried-value = The drivers are not known for the year; the last earlier year in which both are known serves, and the state is carried.
code-unused-driver = a driver is used by no rule
code-text-unused-driver = The driver stands in drivers and no rule or split uses it. That is fine for a statistic that is kept for later.
