# Words that every topic needs.

verbatim = { $text }
did-you-mean = did you mean "{ $near }"?
and-more = and { $count } more
