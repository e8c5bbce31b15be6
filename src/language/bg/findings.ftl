# Констатации с думи и частите на прегледа.

review-changes = Какво се е изменило
review-sureness = Колко сигурни са стойностите
review-outturn = Изпълнение на одобреното
review-coverage = Обхват
review-rules = Правила и обосновката им
review-no-year-before = { $year } г. е първата година с редове и няма предходна, с която да се сравни.
review-no-basis-before = Предходната година не може да се покаже в поисканите валута и цени и затова изменение не е показано.
review-no-both = Нито един ред няма публикувана сума и в двата етапа и няма какво да се съпостави.
review-one-currency = Цялата тази част е само в { $currency }.
review-outturn-faulty = Одобрените или отчетените редове не могат да бъдат отнесени поотделно: thb-cost outturn казва защо.

review-changed-most = Тук са { $most }-те реда с най-голяма промяна от общо { $count }; всички са в compare.json и в работната книга.
review-left-out = { $count ->
    [one] Един ред не влиза
   *[other] { $count } реда не влизат
} в стойностите тук; изброени са с причините в outturn.csv.

finding-total = { $year } г.: { $amount }{ $range } изразходвани за борба с трафика на хора.
finding-total-approved = { $year } г.: { $amount }{ $range } одобрени за борба с трафика на хора – предвидени, а не изразходвани средства.
finding-total-partly = { $year } г.: { $amount }{ $range } изразходвани или само одобрени за борба с трафика на хора.
finding-no-total = { $year } г.: не е известна сумата на нито един ред и сбор няма.
finding-range = {" "}(от { $low } до { $high })
finding-parts = От тях { $labelled } са посочени в отчетите като средства срещу трафика, а { $attributed } са отнесени по правила от по-общи редове.
finding-not-in = Извън сбора: { $parts }.
finding-without-amount = { $count ->
    [one] един ред
   *[other] { $count } реда
} без публикувана сума
finding-not-reported = { $count ->
    [one] един очакван ред
   *[other] { $count } очаквани реда
}, за които никой не е докладвал
finding-undecided = { $amount } по { $count ->
    [one] един ред
   *[other] { $count } реда
}, за които няма правило
finding-more = С { $size } повече{ $share } през { $to } г. спрямо { $from } г.: преди { $was }, сега { $is }.{ $causes }
finding-less = С { $size } по-малко{ $share } през { $to } г. спрямо { $from } г.: преди { $was }, сега { $is }.{ $causes }
finding-no-change = През { $to } г. колкото през { $from } г.: преди { $was }, сега { $is }.
finding-share = {" "}({ $share })
finding-causes = {" "}Най-големите причини, { $unit }: { $causes }.
finding-cause = { $cause } { $amount }
finding-more-causes = { $count ->
    [one] още една
   *[other] още { $count }
}
finding-per-victim = { $year } г.: { $amount }{ $range } на една жертва ({ $measure }), при { $victims } жертви.
finding-no-per-victim = { $year } г.: няма разход на една жертва ({ $measure }): { $reason }.
finding-coverage = { $published } от { $lines ->
    [one] един ред
   *[other] { $lines } реда
} за { $year } г. имат публикувана сума ({ $share }){ $estimated }.
finding-estimated = ; { $count ->
    [one] един е оценен
   *[other] { $count } са оценени
} по правило
finding-decides = Диапазонът за { $year } г. зависи най-много от това: { $input }. Само то мени сбора от { $low } до { $high }.
finding-outturn = От одобрените за { $year } г. { $approved } по { $lines ->
    [one] един ред, публикуван
   *[other] { $lines } реда, публикувани
} и в двата етапа, са изпълнени { $executed }: PI-1 { $overall }, PI-2.1 { $composition }.
finding-allocations = { $count } от { $published } публикувани суми за { $year } г. са одобрени, а не изразходвани.
finding-other-years = { $count ->
    [one] Един ред за { $year } г. почива
   *[other] { $count } реда за { $year } г. почиват
} на стойности от други години (пренесени, интерполирани или индексирани).
finding-breaks = Редът на жертвите ({ $measure }) се прекъсва през { $years } г.: броят преди и след това не е сравним.

coverage-caption-years = Какво е известно за редовете, по години, { $currency }
coverage-caption-agencies = Какво е известно за редовете, по ведомства, { $currency }
coverage-head-lines = Редове
coverage-head-published = Публикувани
coverage-head-estimated = Оценени
coverage-head-not-estimated = Без оценка
coverage-head-not-reported = Недокладвани
coverage-head-undecided = Без правило
coverage-head-approved = Само одобрени
coverage-head-other-year = От други години
coverage-head-unattributed = Неотнесено
coverage-note = Публикуваните, оценените, редовете без оценка и недокладваните дават заедно всички редове. Колоните след тях броят повторно редове измежду тези; неотнесеното е сумата на публикуваните редове, за които няма правило.

rulebook-caption = Правилата в реда, в който се прилагат, { $currency }
rulebook-none = Проектът няма правила: обозначените редове се броят изцяло, а всички останали не са отнесени.
rulebook-head-rule = Правило
rulebook-head-share = Дял
rulebook-head-rationale = Обосновка
rulebook-head-lines = Редове
rulebook-head-attributed = Отнесено
