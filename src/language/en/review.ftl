# The review: what is said of its folder.

review-wrote = wrote { $path }: { $count ->
    [one] { $count } file
   *[other] { $count } files
}
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
