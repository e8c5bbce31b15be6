# Requests: the book that an agency fills in, and the letter that goes with it.

request-too-many-rows = { $rows } figures are more than a book asks one agency for, which is { $most }; ask for one year at a time (--year)
request-sheet = Request
request-title = Request for figures: { $agency }
request-due = Please answer by { $due }.
request-how-cells = Fill in the yellow cells only. Write figures in full, such as 12 345,67, never in thousands, and without words. How to answer stands below the table.
request-how-zero = 0 is an answer: nothing was spent, or nobody was counted. Where nobody knows the figure, choose "{ $unknown }". What you answer later stays blank.
request-how-counts = Where a figure is uncertain, give its least and its greatest value too. Small counts may be written as <5 or 4-7.
request-how-source = Say in which document the figure stands and on which page. Who answers and when stands above the table once for all rows; write it in a row only where it differs.
request-how-send = Save the file as XLSX or ODS, not as CSV, and send it back by e-mail, also where only some rows are filled in.
request-respondent = Who answers (name, office)
request-date = Date of the answer
request-not-known = we do not know
request-head-what = What is asked
request-head-about = What counts
request-head-year = Year
request-head-unit = In
request-head-known = Last known
request-head-value = Answer
request-head-low = Not less than
request-head-high = Not more than
request-head-not-known = Not known
request-head-source = Document
request-head-page = Page
request-head-respondent = Who answers, if another
request-head-date = Date, if another
request-head-remark = Remark
request-caption-amounts = Money
request-caption-drivers = Statistics
request-caption-counts = Victims
request-caption-services = Services to victims
request-refuse-title = This cannot be read
request-refuse-figure = Write the figure in full, with digits only: 12 345,67. No words, no thousands; 1,234 could be read two ways, write 1234.
request-refuse-count = Write a whole number (505), fewer than (<5) or a range (4-7).
request-refuse-date = Write a date, such as 2026-12-01.
request-executed = Spent on this in the whole year, as accounted for.
request-approved = Approved for this in the budget of the year.
request-funder = Paid by: { $funder }.
request-area = Programme area: { $area }.
request-driver = For the whole year. It shows how much of wider spending concerns trafficking: { $rules }.
request-count = Victims of trafficking, { $measure }{ $form }{ $group }
request-count-about = Persons in the whole year, each counted once.
request-persons = persons
request-users = { $service }: users
request-users-about = Victims of trafficking who used the service in the year, each counted once.
request-units = { $service }: units for each user
request-units-about = On average, for each user in the year.
request-unit-cost = { $service }: cost of a unit
request-unit-cost-about = Full cost of a unit ({ $unit }).
request-known = { $year }: { $figure }
request-known-source = { $year }: { $figure } ({ $source })
request-known-none = nothing so far
letter-to = To: { $agency }
letter-reference = Our ref.: ____________    Date: ____________
letter-reference-dated = Our ref.: ____________    Date: { $date }
letter-subject = Request for figures on the cost of assisting victims of trafficking in human beings
letter-greeting = Dear colleagues,
letter-why = We prepare "{ $project }". Some figures of your agency are not published, so that the report shows them as unknown: the cost of assisting victims looks smaller than it is.
letter-what =
    { $count ->
        [one] We ask you for one figure:
       *[other] We ask you for { $count } figures:
    }
letter-head-what = What is asked
letter-head-years = Years
letter-head-unit = In
letter-answer = Please fill in the yellow cells of the attached file { $file } and send it back by e-mail.
letter-answer-due = Please fill in the yellow cells of the attached file { $file } and send it back by e-mail by { $due }.
letter-zero = Nothing spent or nobody counted is 0. If a figure is known to nobody, the file lets you say so; that helps us too. Rows that you cannot answer yet may stay blank: send what you have.
letter-source = For each figure please name the document that it stands in, so that readers can check it.
letter-use = Your answers appear in the report with your agency as their source. No personal data of victims are asked for; please send none.
letter-thanks = Thank you for your help.
letter-signature = ______________________________  (name, office, telephone, e-mail)
request-wrote =
    { $count ->
        [one] Wrote { $path }: one figure is asked for
       *[other] Wrote { $path }: { $count } figures are asked for
    }
request-wrote-agency = { $agency }: { $count } ({ $book }, { $letter })
request-nothing = Nothing is asked for: every line, driver, count and factor of these years is known.
request-no-agency = Nothing is asked of "{ $agency }"; { $known }
request-agencies = asked are { $agencies }
request-not-empty = { $path } is there already and is not empty; give a new folder with -o
