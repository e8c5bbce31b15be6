# Думи, които са нужни навсякъде.

verbatim = { $text }
did-you-mean = може би имахте предвид „{ $near }“?
and-more = и още { $count }

asked-of =
    { $count ->
        [one] { $agency }: поискано е едно число{ $asked }{ $due }; отговорени { $answered }{ $unknown }{ $differing }, открити { $open }.
       *[other] { $agency }: поискани са { $count } числа{ $asked }{ $due }; отговорени { $answered }{ $unknown }{ $differing }, открити { $open }.
    }
asked-on = { " " }на { $day }
asked-due = , срок { $day }
asked-not-known = { " " }(за { $count } от тях не знаят)
asked-not-taken = { " " }({ $count } от тях са различни и не са взети)
asked-all-answered = няма открити
asked-open = открити: { $rows }
