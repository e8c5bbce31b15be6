# What is larger than this program reads, and what to do.

limit-whole-file = a file that is read whole is larger than { $most } bytes
limit-help-whole-file = take out of it what this project does not use, or name another file
limit-glob-files = a pattern matches more than { $most } files
limit-help-glob-files = name fewer files, or join those of a year into one
limit-glob-entries = a pattern has more than { $most } files and folders to look through
limit-help-glob-entries = begin the pattern with the folder that the files are in
limit-columns = the header has more than { $most } columns
limit-help-columns = take out the columns that are not needed, or correct the delimiter
limit-rules = there are more than { $most } rules
limit-help-rules = write one rule with wildcards or a list for lines that are treated alike
limit-split-records = a split makes more than { $most } records of one line
limit-help-split-records = divide by fewer areas or forms of exploitation
limit-digits = a fraction has more than { $most } digits
limit-help-digits = round the values that it is worked out from to fewer digits
