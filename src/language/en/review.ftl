# The review: what is said of its folder.

review-wrote = wrote { $path }: { $count ->
    [one] { $count } file
   *[other] { $count } files
}
review-too-many-rows = { $rows } rows of the ledger are more than a sheet of the workbook holds, which is { $most } below its head; review fewer years (--year, --years) or lines (--where)
review-is-file = -o { $path }: that is a file; name a folder that is new, empty or a review
review-no-name = -o { $path }: the working directory and the folders above it cannot be replaced; name a folder below it
review-no-review = -o { $path }: the folder holds something else than a review; name one that is new, empty or a review
review-foreign = -o { $path }: { $name } is not of the review and would be lost; move it away, or name another folder
review-edited = -o { $path }: { $name } was changed since it was written, and the change would be lost; move it away, or name another folder
review-holds-input = -o { $path }: the folder holds an input ({ $input }); name another folder

verify-fine = { $path }: { $count ->
    [one] { $count } file is
   *[other] all { $count } files are
} what manifest.json says
verify-fine-again = the project makes the same bytes, manifest.json included
verify-missing = missing: { $name }, which manifest.json tells of
verify-changed = changed: { $name } does not have the digest of manifest.json
verify-extra = extra: { $name }, which manifest.json does not tell of
verify-made-otherwise = made otherwise: the project makes other bytes of { $name }
verify-no-longer-made = no longer made: { $name }
verify-made-too = made too: { $name }, which manifest.json does not tell of
verify-version = the review was made by version { $made }, and is made again by version { $this }
verify-no-review = { $path }: there is no manifest.json of a review in it; name the folder that thb-cost review -o DIR wrote

changes-title = What this review changed
changes-lead = It replaced an earlier one in the same folder. Figures are those of report.json: before → now.
changes-program = Program
changes-version = version
changes-asked = What was asked
changes-inputs = Inputs
changes-figures = Figures
changes-files = Files with other bytes
changes-files-new = New files
changes-files-gone = Files that are no longer there
changes-more = and { $count } more
changes-change = { $name }: { $before } → { $after }
changes-input-other = `{ $name }` is another file
changes-input-new = `{ $name }` is new
changes-input-gone = `{ $name }` is no longer there
changes-total = total
changes-total-low = total, low
changes-total-high = total, high
changes-labelled = labelled
changes-attributed = attributed of unlabelled lines
changes-unattributed = unattributed
changes-lines = lines
changes-not-estimated = lines not estimated
changes-not-reported = lines not reported
changes-per-victim = cost per { $measure } victim
