# Отчети и ведомости: заглавия на таблици, колони, редове, бележки, причини.

report-subtitle = { $span }{ $form }{ $only }, { $currency }, { $prices }, етап: { $phase }
report-subtitle-form = , експлоатация: { $form }
report-subtitle-only = , само редове с { $only }
report-no-years = без години
report-one-year = { $year } г.
report-span = { $first } – { $last } г.
report-current-prices = текущи цени
report-prices-of = цени от { $year } г.
report-project = Проект: { $title }.
report-not-in-sources = { $id } (липсва в списъка на източниците)

report-head-year = Година
report-head-state = Държавно
report-head-external = Външно
report-head-labelled = Обозначени
report-head-attributed = Отнесени
report-head-total = Общо
report-head-not-attributed = Неотнесени
report-head-not-estimated-short = Без оц.
report-head-low = Долна
report-head-central = Централна
report-head-high = Горна
report-head-attributed-low = Отнесени, долна
report-head-attributed-high = Отнесени, горна
report-head-lines = Редове
report-head-not-reported-short = Без данни
report-head-total-low = Общо, долна
report-head-total-high = Общо, горна
report-head-total-per-cent = Общо, %
report-head-amount = Сума
report-head-currency = Валута
report-head-in = { $head }, { $currency }
report-head-agency = Ведомство
report-head-line = Бюджетен ред
report-head-line-decided = Бюджетен ред (правило, състояние, дял)
report-head-funder = Финансираща страна
report-head-financing = Финансиране
report-head-phase = Етап
report-head-source-short = Изт.
report-head-measure = Категория
report-head-victims = Жертви
report-head-part = Част
report-head-parts = { $dimension } ({ $count ->
    [one] първа част
   *[other] първите { $count } части
})

report-all = Общо
report-blank = (празно)
report-break-mark = (прекъсване)
report-cost-in = Разходи през { $year } г., { $currency }
report-cost-by-year = Разходи по години, { $currency }
report-cost-by = Разходи по разрез: { $by }, { $currency }
report-range = Граници на общата сума, { $currency }
report-change = Изменение спрямо предходната година, { $currency }
report-per-victim = Разходи на една жертва, { $currency }
report-per-victim-of-form = Разходи на една жертва, експлоатация: { $form }, { $currency }
report-labelled-state = Обозначени редове, държавно финансиране
report-labelled-external = Обозначени редове, външно финансиране
report-labelled-together = Обозначени редове общо
report-attributed-of-unlabelled = Отнесено от необозначени редове
report-total-attributed = Отнесено общо
report-unattributed = Неотнесено по никое правило (извън общата сума)
report-lines-not-estimated = Редове без оценка (сумата не е публикувана)
report-lines-not-reported = Редове без данни (очаквани, а няма ред)
report-lines = Редове
report-labelled-lines = Обозначени редове
report-not-estimated-lines = Без оценка: сумата не е публикувана
report-no-figure = Няма стойност на една жертва: { $reason }.
report-no-labelled = Няма разход по обозначени редове за една жертва: { $reason }.
report-no-bound = Няма стойност за едната граница на една жертва: { $reason }.

ledger-caption = Ведомост, всеки ред в своята валута
ledger-subtitle = етап: { $phase }{ $only }; всички колони са във форматите CSV и JSON

reason-no-count = няма известен брой жертви (категория: { $measure }{ $of })
reason-zero = броят на жертвите е нула (категория: { $measure }{ $of })
reason-protected = броят на жертвите е защитен (категория: { $measure }{ $of })
protect-title = { $title } (бройките на хора под { $below } са защитени)
note-protected = Бройките на хора под { $below } са защитени и се показват като <{ $below }; [c] стои вместо бройка, която би издала някоя от тях или може сама да е такава. За тях няма разход на жертва. Бройка нула се показва.
note-protected-splits = За { $years } г. разбивката по защитени бройки е показана само общо, като неуточнено.
reason-may-be-zero = броят на жертвите може да е нула и едната граница остава отворена (категория: { $measure }{ $of })
reason-of-form = , експлоатация: { $form }
reason-no-amount = няма известна сума за нито един от тези редове
reason-no-labelled = няма известна сума за нито един обозначен ред

basis-no-prices = в prices липсва изменение за { $missing } г., което е нужно за преизчисляване на { $year } г.
basis-no-rate = в rates липсва курс от { $from } към { $to } за { $year } г.
basis-which-index = prices съдържа няколко индекса ({ $indices }), а проектът не посочва кой

note-approved = Одобрени суми, тоест предвидени средства, а не разходи: { $lines }.
note-not-reported = Очаквани, но неотчетени, тоест със сигурност липсващи: { $lines }.
note-line-missing = Няма редове, които други години имат: { $lines }.
note-not-estimated = Без оценка, тъй като сумата не е публикувана: { $lines }.
note-unattributed = Неотнесено, тъй като никое правило не го определя: { $lines }.
note-imputed = Изчислено от брой единици и единична цена, тъй като сумата не е публикувана: { $lines }.
note-prices = По цени от { $year } г.; бройките са непроменени.
note-prices-chained = По цени от { $year } г., верижно по { $index }; бройките са непроменени.
note-converted = Всяка стойност е превалутирана от { $from } в { $to } { $how }; частите могат да се различават от сборовете с един цент.
note-converted-by-law = по 1 EUR = { $rate } BGN (Регламент (ЕО) № 1103/97)
note-converted-by-rates = по курсовете на проекта
note-leva-restated = Сумите в левове за годините преди 2026 г. са преизчислени в евро: левът е валута на България до 2025 г.
note-form-by-counts = Отнесеното е разделено по форми на експлоатация според броя на жертвите ({ $measure }): затова разходът за една жертва ({ $measure }) по построение е еднакъв за всички форми и не казва нищо за никоя от тях.
note-form = Отнесеното и бройките са само за експлоатация: { $form }; неотнесеното и неоцененото са изцяло.
note-undivided = { $count ->
    [one] { $count } бюджетен ред не е разделен по форма на експлоатация и затова не е в тези стойности.
   *[other] { $count } бюджетни реда не са разделени по форма на експлоатация и затова не са в тези стойности.
}
note-parts-per-victim = Разходът на една жертва за част от разходите е спрямо всички преброени жертви, така че частите се събират.
note-break = Динамичният ред на жертвите (категория: { $measure }) се прекъсва през { $year } г. и не се сравнява с по-ранните години.
note-phase-changes = Спрямо предходната година одобрени суми се съпоставят с отчетени през { $years } г.
note-of-lines = { $lines }: { $text }.
note-more-of-lines = { $count ->
    [one] Още { $count } бележка за бюджетен ред стои в обяснението на годината (thb-cost explain).
   *[other] Още { $count } бележки за бюджетни редове стоят в обяснението на годината (thb-cost explain).
}
note-carried = Делът по правило { $rule } е пренесен от { $year } г.
note-of-count = За жертвите (категория: { $measure }): { $text }.
note-parts-of-count = За жертвите (категория: { $measure }) бройките по форма на експлоатация дават { $sum }, а общият брой е { $total }.
note-several-sources = Динамичният ред на жертвите (категория: { $measure }) е от повече от един източник: { $sources }.
note-several-measures = Редовете с бройки ({ $measures }) са от различни органи, които броят по различен начин: разходът на една жертва по един от тях не е сравним с този по друг.
report-other = други ({ $count })
report-across = { $what } по разрез: { $by }, { $currency }
report-across-count = { $what } по разрез: { $by }
report-across-year = година
note-other-groups = { $kept ->
    [one] Само най-голямата група по общия си разход има собствен ред
   *[other] Само { $kept }-те най-големи групи по общия си разход имат собствени редове
}; други ({ $count }) събира: { $names }.

coverage-expected = { $known } от { $count ->
    [one] { $count } очакван ред
   *[other] { $count } очаквани реда
} { $known ->
    [one] има
   *[other] имат
} сума
coverage-lines = { $known } от { $count ->
    [one] { $count } ред
   *[other] { $count } реда
} { $known ->
    [one] има
   *[other] имат
} сума
coverage-each-year = Всяка година { $coverage }
coverage-of-years = { $years }: { $coverage }
coverage-by-years = { $spans }
line-of-agency = { $agency }, „{ $line }“
source-page = с. { $page }
source-quote = „{ $quote }“
source-stored = копие: { $file }{ $digest }
source-digest-of-copy = , SHA-256 { $digest }
line-of-year = { $year } г.: { $line }
note-form-takes = Към тази форма нищо не е отнесено, защото няма ключ, който да раздели редовете: нужно е { $split } в правилата, което разделя по бройките на жертвите по форми (категория: { $measure }), известни за { $years } г.
note-form-takes-counts = Към тази форма нищо не е отнесено, защото няма ключ, който да раздели редовете: нужни са бройки на жертвите по форми на експлоатация във входа victims и { $split } в правилата.
