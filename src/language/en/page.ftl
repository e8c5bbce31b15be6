# HTML and LaTeX: headings beside the tables; the page of the review.

page-findings = Findings
page-why = Explanation
page-notes = Notes
page-sources = Sources
docx-page = page
page-unknown = not known

page-lines = Budget lines, { $currency }
page-head-label = Label
page-head-state = How it is known
page-head-rule = Rule
page-sum = { $count ->
    [0] { $sum } { $currency }: no budget line gives anything to it.
    [one] { $sum } { $currency } in the ledger, from one budget line:
   *[other] { $sum } { $currency } in the ledger, the sum of { $count } budget lines:
}
page-unknown-sum = Nobody published an amount of these lines: the figure is not known, which is not zero.
page-unknown-lines = { $count ->
    [0] Every line has a published amount.
    [one] Of one line nobody published the amount; it is not in any sum.
   *[other] Of { $count } lines nobody published the amount; they are in no sum.
}
page-restated = { $steps } = { $shown } { $currency }, rounded once.
page-total = All rows shown, added up exactly and rounded once:
page-more-rows = and { $count } more
page-quotient = { $cost } / { $count } = { $figure } { $currency }, rounded once, from the cost before it was rounded.
page-quotient-cost = The cost is that of { $row } in the table above.
page-count-place = The count stands in { $file }, row { $row }.
page-count-note = Note: { $note }.
page-count-range = A range of { $low } to { $high }; { $central } is its midpoint.
page-language-name = English
page-language = Language
page-theme = Dark or light
page-hint = Every figure opens to what it is made of: press it. Heads of columns sort.
page-filter = Rows with
page-count = %1 of %2 rows
page-all-rows = All %1 rows; the first %2 are shown
page-without-script = The budget lines stand in ledger.csv too; here the script of the page shows them.
page-charts = Charts
page-made = Made by thb-cost { $version }. The file is complete in itself and asks no other for anything.
page-close = Close
page-parts-of-form = Of { $form } exploitation, added up: { $parts }.
page-no-parts-of-form = Nothing of this line is of { $form } exploitation.
