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
