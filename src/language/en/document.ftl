# Faults of a TOML file as such.

document-bad-toml = { $words }
document-correct-toml = correct the line; strings stand in double quotes, tables in [brackets], lists of tables in [[two]]
document-missing-key = the key "{ $key }" is missing
document-add = add it, such as: { $example }
document-unknown-key = the key "{ $key }" is not known
document-keys = the keys here are { $keys }
document-text-needed = a text is needed here
document-text = text in double quotes
document-texts = text in double quotes, or a list of them
document-quote-it = put it in double quotes
document-quote-them = put it in double quotes, or several in [brackets]
document-table-needed = a table is needed here
document-table = a table, {"{"} key = value {"}"}
document-brace-it = write it in braces
document-tables-needed = a list of tables is needed here
document-tables = tables under [[...]]
document-two-brackets = write [[{ $path }]] with two brackets
