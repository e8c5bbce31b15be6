# Думи, които са нужни навсякъде.

verbatim = { $text }
did-you-mean = може би имахте предвид „{ $near }“?
and-more = и още { $count }
