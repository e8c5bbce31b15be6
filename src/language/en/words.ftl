# Words that every topic needs.

verbatim = { $text }
did-you-mean = did you mean "{ $near }"?
and-more = and { $count } more

asked-of =
    { $count ->
        [one] { $agency } was asked for one figure{ $asked }{ $due }: { $answered } answered{ $unknown }{ $differing }, { $open } open.
       *[other] { $agency } was asked for { $count } figures{ $asked }{ $due }: { $answered } answered{ $unknown }{ $differing }, { $open } open.
    }
asked-on = { " " }on { $day }
asked-due = , due { $day }
asked-not-known = { " " }({ $count } of these not known to them)
asked-not-taken = { " " }({ $count } of these differ and were not taken)
asked-all-answered = nothing is open
asked-open = open: { $rows }
