# Колко е изпълнено от одобреното.

outturn-subtitle = Одобрено и отчетено, { $currency }, { $prices }{ $selection }
outturn-selection = ; { $selection }
outturn-caption-years = Изпълнение на одобреното по години, { $currency }
outturn-caption-groups = Изпълнение на одобреното по: { $by }, { $currency }
outturn-caption-left-out = Редове извън стойностите по-горе, в собствената им валута

outturn-head-approved = Одобрено
outturn-head-adjusted = Одобрено × PI-1
outturn-head-executed = Отчетено
outturn-head-deviation = Отклонение
outturn-head-of-approved = Отчетено от одобреното, %
outturn-head-pi-1 = PI-1, %
outturn-head-pi-2-1 = PI-2.1, %
outturn-head-lines = Редове
outturn-head-currency = Валута
outturn-head-line-approved = Ред, одобрен
outturn-head-line-executed = Ред, отчетен
outturn-head-why = Защо

outturn-why-not-approved = не е публикувана одобрена сума
outturn-why-not-executed = не е публикувана отчетена сума
outturn-why-unpublished = не е публикувана нито едната сума
outturn-why-unattributed = нито едно правило не се отнася до реда
outturn-why-excluded = според правилото нищо от него не е за трафик

outturn-note-lines = Стойностите са отнесеното (централната оценка) от редовете, за които са публикувани и одобрената, и отчетената сума; останалите редове са изброени и не влизат в никоя стойност.
outturn-note-pi-1 = PI-1 (PEFA, общо изпълнение на разходите) е отчетеното, разделено на одобреното.
outturn-note-pi-2-1 = PI-2.1 (PEFA, структура на изпълнението) е сборът по групи, тук по: { $by }, на отчетеното минус одобреното × PI-1, без знака, разделен на сбора от одобреното × PI-1.
