# What was executed of what was approved.

outturn-subtitle = Approved and executed, { $currency }, { $prices }{ $selection }
outturn-selection = ; { $selection }
outturn-caption-years = Executed of what was approved, by year, { $currency }
outturn-caption-groups = Executed of what was approved, by { $by }, { $currency }
outturn-caption-left-out = Lines in no figure above, in their own currency

outturn-head-approved = Approved
outturn-head-adjusted = Approved × PI-1
outturn-head-executed = Executed
outturn-head-deviation = Deviation
outturn-head-of-approved = Executed of approved, %
outturn-head-pi-1 = PI-1, %
outturn-head-pi-2-1 = PI-2.1, %
outturn-head-lines = Lines
outturn-head-currency = Currency
outturn-head-line-approved = Line, approved
outturn-head-line-executed = Line, executed
outturn-head-why = Why

outturn-why-not-approved = no approved amount is published
outturn-why-not-executed = no executed amount is published
outturn-why-unpublished = neither amount is published
outturn-why-unattributed = no rule decides the line
outturn-why-excluded = a rule says that none of it is trafficking

outturn-note-lines = Figures are what is attributed (central) of the lines whose approved and executed amounts are both published; the other lines are listed and are in no figure.
outturn-note-pi-1 = PI-1 (PEFA, aggregate expenditure outturn) is executed over approved.
outturn-note-pi-2-1 = PI-2.1 (PEFA, composition outturn) is the sum over groups, here by { $by }, of what was executed less approved × PI-1, without its sign, over the sum of approved × PI-1.
