# Replies to requests: what is wrong with one, and what became of its answers.

reply-as-text = the reply was saved as text, which loses what its rows are
reply-send-book = send the workbook itself, as XLSX or ODS
reply-no-hidden-sheet = the hidden sheet "thb-cost", which says what each row is, was taken out
reply-hidden-sheet-changed = the hidden sheet "{ $sheet }" is not as it was written
reply-no-head = no sheet has the column "{ $head }"
reply-two-sheets = several sheets hold answers: { $sheets }
reply-one-sheet = leave the sheet that holds
reply-put-back = put it back as it was, or copy the answers into the workbook that was sent; only the yellow cells are to be filled in
reply-ask-again = correct the cell as the sender means it, or ask again
reply-one-row = leave the row that holds
reply-head-twice = two columns have the head "{ $head }"
reply-columns-lost = columns were taken out or renamed: { $heads }
reply-label-lost = the label "{ $label }" above the table was taken out or changed
reply-text-outside = something stands outside the cells to be filled in
reply-nothing-there = nothing
reply-id-unknown = no such row was asked for
reply-an-id = an id as it was sent
reply-id-twice = this row was answered twice, first at { $first }
reply-cell-changed = what was asked for was changed
reply-cell-no-number = this is no figure
reply-cell-two-ways = this can be read two ways: the mark may stand before decimals or between thousands
reply-cell-thousands = "{ $word }" says thousands or millions; the figure is asked for in full
reply-cell-negative = a figure of a whole year is not below zero
reply-cell-percent = a percentage is no answer to this
reply-cell-date = the spreadsheet made a date of this
reply-cell-error = the cell holds an error of a formula
reply-cell-formula = the cell holds a formula without a stored result
reply-cell-inexact = the cell holds more digits than a spreadsheet keeps
reply-cell-merged = the cell is merged with others
reply-cell-struck = the cell is struck through
reply-cell-currency = the figure is in { $found }, asked is { $asked }
reply-cell-no-currency = the figure is in { $found }, asked is a number and no money
reply-cell-digits = the figure has more than { $digits } decimals
reply-cell-range = the figure is larger than any amount
reply-cell-no-count = this is no count: a whole number, <5 or 4-7 is
reply-cell-no-bounds = no least or greatest value is asked for here
reply-cell-not-known = this column says only that the figure is not known
reply-cell-both = a figure stands beside "not known"
reply-cell-ends-alone = a least or greatest value stands without the figure
reply-cell-out-of-order = least value, figure and greatest value are not in order
reply-cell-no-date = this is no day, such as 2026-12-01
reply-no-respondent =
    { $count ->
        [one] nobody is named who gave the answer
       *[other] nobody is named who gave { $count } answers
    }
reply-no-date =
    { $count ->
        [one] the answer has no day
       *[other] { $count } answers have no day
    }
reply-title = Reply of { $agency } to a request for figures
reply-before = before: { $figure } ({ $source })
reply-cannot-write = an answer belongs into { $file }, which is not changed by itself
reply-write-by-hand = write the figure there by hand, or make the file canonical CSV first
reply-several-rows = several rows add up to { $what }, so that no one of them can take the answer
reply-differs = { $what }: known is { $known } ({ $source }), which stays
reply-accept = take the answer in its place with --accept { $key }
reply-rows-gone =
    { $count ->
        [one] the project does not have one row any more that was asked for: { $rows }
       *[other] the project does not have { $count } rows any more that were asked for: { $rows }
    }
reply-rows-gone-help = an answer to it is not taken; ask again with a new request
reply-rows-new =
    { $count ->
        [one] the project lacks one figure that this request did not ask for: { $rows }
       *[other] the project lacks { $count } figures that this request did not ask for: { $rows }
    }
reply-rows-new-help = ask for it with a new request
reply-embedded = a reply is written into a project folder, and the embedded project is none; make one with thb-cost init DIR
reply-no-replies = no reply to a request is among the files of { $path }
reply-no-such-accept = --accept { $keys }: no answer of these replies that differs has that id
reply-not-for-replies = { $flag } is of no use for replies to requests
reply-only-for-replies = --accept is for replies to requests; { $file } is none
reply-head = { $file }: { $agency }, { $answered } of { $asked } answered
reply-line = { $became }  { $what }{ $figure }
reply-became-written = written
reply-became-same = known already
reply-became-not-known = not known to them
reply-became-differs = differs, not taken
reply-became-gone = no longer asked
reply-became-open = open
reply-became-remark = open, remark
reply-changed-files = Changed: { $files }
reply-nothing-changed = Nothing changed.
