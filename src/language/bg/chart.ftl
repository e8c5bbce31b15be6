# Графики: заглавия, легенди, бележки, алтернативни текстове.

chart-title-years = Разходи за противодействие на трафика на хора, по години, { $span }
chart-title-share = Структура на разходите за противодействие на трафика на хора, { $span }
chart-title-per-victim = Разходи за противодействие на трафика на хора на една жертва, { $span }
chart-title-by = Разходи за противодействие на трафика на хора, по { $by }, { $span }
chart-title-waterfall = Изменение на разходите за противодействие на трафика на хора, от { $first } до { $last } г.
chart-title-sankey = От финансиращия до областта: разходи за противодействие на трафика на хора, { $span }
chart-title-tornado = Какво променя оценката на разходите за противодействие на трафика на хора, { $span }
chart-title-tornado-per-victim = Какво променя разхода на една жертва ({ $measure }), { $span }
chart-title-outturn = Одобрени и отчетени разходи срещу трафика на хора, { $span }
chart-title-interval = Долна, централна и горна оценка на разходите за противодействие на трафика на хора, { $span }

chart-finding-year = { $year } г.: { $amount }
chart-finding-year-more = { $year } г.: { $amount }, с { $share } повече от { $before } г.
chart-finding-year-less = { $year } г.: { $amount }, с { $share } по-малко от { $before } г.
chart-finding-year-same = { $year } г.: { $amount }, колкото през { $before } г.
chart-finding-part = { $name } са { $share } от { $amount } през { $year } г.
chart-part-external = външните средства
chart-part-wider = средствата, отнесени от по-общи редове,
chart-finding-per-victim = { $year } г.: { $values }
chart-per-measure = { $figure } { $unit } на жертва ({ $measure })
chart-finding-largest = { $name }: { $amount } за { $span }, { $share } от общата сума
chart-finding-more = С { $amount } повече през { $last } г., отколкото през { $first } г.{ $largest }
chart-finding-less = С { $amount } по-малко през { $last } г., отколкото през { $first } г.{ $largest }
chart-finding-no-change = През { $last } г. колкото през { $first } г.: { $amount }
chart-finding-largest-change = {"; най-голямата част: "}{ $name } ({ $figure })
chart-finding-tornado = { $name } променя оценката най-много: от { $low } до { $high } { $unit }
chart-finding-outturn = { $year }: изпълнени са { $share } от одобреното
chart-finding-interval = { $year } г.: от { $low } до { $high } { $unit }, централна оценка { $central }

chart-subtitle-share = В проценти от всяка година; над колоните – общо в { $scope }
chart-sum-of = сбор за { $span }
chart-subtitle-share-of = В проценти от { $whole }; { $scope }
chart-current-prices = текущи цени
chart-prices-of = цени от { $year } г.
chart-only = само редове с { $only }
chart-of-form = { $form } експлоатация
chart-phase-approved = само одобрени суми
chart-phase-executed = само отчетени суми

chart-year = { $year } г.
chart-years = { $first }–{ $last } г.
chart-years-list = { $years } г.
chart-no-years = няма години

chart-unit-one = { $currency }
chart-unit-thousand = хил. { $currency }
chart-unit-million = млн. { $currency }
chart-unit-billion = млрд. { $currency }
chart-unit-per-victim = { $unit } на жертва
chart-amount-approved = { $amount } (одобрени)
chart-amount = { $figure } { $unit }

chart-ink-labelled-state = обозначени, държавно финансиране
chart-ink-labelled-external = обозначени, външно финансиране
chart-ink-attributed-state = отнесени от по-общи редове, държавно финансиране
chart-ink-attributed-external = отнесени от по-общи редове, външно финансиране
chart-ink-labelled = обозначени
chart-ink-attributed = отнесени от по-общи редове
chart-ink-total = общо
chart-ink-rise = увеличение
chart-ink-fall = намаление
chart-ink-low = при долната граница на входа
chart-ink-high = при горната граница на входа
chart-ink-approved = по-бледо: одобрени, неизразходвани

chart-blank = (непопълнено)
chart-other = други ({ $count })
chart-names = { $names }
chart-names-more = { $names } и още { $count }
chart-lines-of = { $name } ({ $count ->
    [one] { $count } ред
   *[other] { $count } реда
})
chart-no-lines = няма редове
chart-no-count = няма известен брой
chart-not-estimated-short = без оценка
chart-negative-short = части под 0
chart-not-estimated = Без оценка: { $names }.
chart-sources = Източници: { $sources }.
chart-sources-more = Източници: { $sources } и още { $count }.

chart-note-approved = { $years }: одобрени суми, тоест разпределени, а не изразходвани средства.
chart-note-partly-approved = { $years }: част от сумите са одобрени, тоест разпределени, а не изразходвани средства.
chart-note = { $words }.
chart-note-not-estimated = Извън сумите: { $count ->
    [one] { $count } ред, чийто размер не е публикуван
   *[other] { $count } реда, чийто размер не е публикуван
} ({ $agencies }; { $years }).
chart-note-unattributed = Извън сумите: { $amount } по редове, за които няма правило.
chart-note-imputed = { $count ->
    [one] { $count } сума е изчислена
   *[other] { $count } суми са изчислени
} от брой единици и единична цена.
chart-note-fixed-rate = Превалутирано от { $from } по курс 1 евро = { $rate } лв.
chart-note-rates = Превалутирано от { $from } по курсовете на проекта.
chart-note-undivided = Извън сумите: { $count ->
    [one] { $count } ред, неразпределен
   *[other] { $count } реда, неразпределени
} по форми на експлоатация.
chart-note-project = Проект: { $title }.
chart-note-other = други ({ $count }): { $names }.
chart-note-negative-flows = Сумите под 0 нямат ширина и не са показани: { $amount }.
chart-note-negative-shares = { $years }: една от частите е под 0, затова не са показани дялове.
chart-note-letters = Шрифтът на изображението няма { $count ->
    [one] един знак и на мястото му стои правоъгълник
   *[other] { $count } знака и на мястото им стоят правоъгълници
}: { $letters }.
chart-note-same-by-construction = Разходите са разпределени между формите на експлоатация според броя на жертвите, затова по построение разходът на жертва е еднакъв за всяка форма и не говори нищо за нея.
chart-note-measures = Отделните категории жертви се отчитат от различни институции и не са съпоставими помежду си.
chart-note-break = Редът „{ $measure } жертви“ е прекъснат през { $years }; през прекъсването не е прекарана линия.
chart-note-causes = Изменението е разпределено изцяло между причините (Бенет, Шепли); частите дават цялото.
chart-note-axis = Оста не започва от 0.
chart-note-axis-cut = Оста не започва от 0 и колоните на общите суми са скъсени.
chart-outturn-approved = { $year } одобрено
chart-outturn-executed = { $year } отчетено
chart-outturn-year = { $year }: PI-1 { $overall }, PI-2.1 { $composition }
chart-note-outturn = PEFA, по ведомства: { $years }.
chart-note-outturn-left-out = { $count ->
    [one] Един ред няма
   *[other] { $count } реда нямат
} публикувана сума в единия от етапите или отнесена част; такива редове не влизат в колоните.
chart-note-interval = Ивицата обхваща от долната до горната граница на дяловете в правилата; линията е централната оценка.

chart-alt-value = { $name }: { $figure }
chart-alt-range = { $name }: { $figure } (от { $low } до { $high })
chart-alt-part = { $name } { $figure }
chart-alt-column = { $name }: { $parts }
chart-alt-panel = {" "}{ $name }: { $values }.
chart-alt-no-count = { $name }: няма брой
chart-alt-years = Колони с натрупване ({ $unit }). { $values }. Най-високата е { $highest } г. с { $most }, най-ниската – { $lowest } г. с { $least }.
chart-alt-columns = Колони с натрупване ({ $unit }). { $values }.
chart-alt-share = Колони от 100 % за всяка година. { $values }. Над колоните стоят общите суми ({ $unit }).
chart-alt-per-victim = Отделно поле за всяка категория ({ $unit }).{ $values }
chart-alt-bars = Хоризонтални ленти, най-дългата е отгоре ({ $unit }). { $values }.
chart-alt-waterfall = Каскадна графика ({ $unit }). { $values }.
chart-alt-sankey = Потоци отляво надясно с ширина според сумата ({ $unit }).{ $values }
chart-alt-dots = Точки с граници ({ $unit }). { $values }.
chart-alt-interval = Ивица по години ({ $unit }). { $values }.

chart-nothing-attributed = показаните редове не отнасят нищо и няма какво да се начертае; поискайте други години или друга форма на експлоатация или напишете правило, което отнася нещо (thb-cost report показва какво има)
chart-nothing-outturn = нито един ред за показаните години няма одобрена и отчетена сума, които отнасят нещо; thb-cost outturn изброява редовете и причините
chart-nothing-per-victim = за показаните години не е известен разход на жертва; добавете брой жертви във victims или поискайте други години или категории
chart-nothing-two-years = каскадната графика изисква две години със суми; поискайте период, например --years 2014..2017
chart-nothing-shared = във всяка от показаните години една от частите е под 0 ({ $years }) и частите не са дялове от цяло; изберете вида years, който показва суми
chart-nothing-ranged = никоя от показаните суми няма граници и ивица няма; запишете долна и горна граница в правило или показател или изберете вида years

chart-kind-and-all = chart: посочете вид или --all за всички видове, но не и двете
chart-which = chart: коя графика? посочете вид ({ $kinds }) или --all -o DIR
chart-where = chart: къде да се запише? посочете файл с -o, например -o chart.svg
chart-all-where = chart --all записва по един файл за всеки вид; посочете папка с -o DIR
chart-one-file = { $flag } записва един файл; посочете вид вместо --all
chart-no-top = chart { $kind } не показва групи; махнете --top или изберете { $kinds }
chart-no-by = chart { $kind } не се показва по избрани измерения; махнете --by или изберете { $kinds }
chart-no-victims = chart { $kind } не брои жертви; махнете --victims или изберете { $kinds }
chart-no-phase = chart { $kind } показва одобрени и отчетени суми; махнете --phase
chart-ending = -o { $path }: окончанието не показва каква графика да се направи; възможните окончания са { $endings }
pptx-findings = Какво се установи
pptx-total = Общо
pptx-base = Основа
chart-slides-size = слайдовете винаги са 16:9; махнете --size
chart-nothing = chart { $kind }: { $reason }
chart-nothing-at-all = chart --all: нито един вид няма какво да покаже ({ $kinds }); thb-cost report показва какво има
chart-left-out = забележка: няма графика { $kind }: { $reason }

chart-input-rule = правило { $id }
chart-input-factor = правило { $id }, множител { $factor }
chart-input-weight = правило { $id }, тегло на случай
chart-input-weight-of-factor = правило { $id }, множител { $factor }, тегло на случай
chart-input-service = услуга { $service } { $year } г.: { $factor }
chart-rule-title = „{ $title }“
chart-input-driver = показател { $driver }, { $year } г.
chart-input-years = показател { $driver }, всички години заедно
chart-input-group = група { $name }
chart-input-victims = жертви ({ $measure }), { $year } г.
chart-input-victims-of = жертви ({ $measure }; { $form } експлоатация), { $year } г.
chart-input-choice = { $name }
chart-alt-swing = { $name }: { $low } при долната граница, { $high } при горната граница
chart-alt-tornado = Ленти около централната стойност { $central } ({ $unit }), най-голямото отклонение е отгоре. { $values }.
chart-note-tornado = Всяка лента показва стойността, когато един вход е на долната или горната си граница, а всички останали са на централните си стойности.
chart-note-smaller = Не са показани по-малки отклонения: { $names }.
chart-nothing-uncertain = никой вход на показаните суми няма граници и нищо не ги променя; запишете долна и горна граница в правило, показател или брой жертви

chart-title-services = Какво изисква подпомагането по норма, по стъпки, и какво е отчетено, { $year }
chart-finding-services = { $year }: { $needed } необходими по норма, { $accounted } отчетени
chart-ink-needed = необходимо по норма
chart-ink-accounted = отчетено
chart-head-gap = Разлика
chart-services-known = известни { $known } от { $services } услуги
chart-alt-services = По две ленти за стъпка – какво изискват услугите по норма и какво отнасят отчетите, в { $unit }: { $values }.
chart-alt-gap = { $name }: необходимо { $needed }, отчетено { $accounted }, разлика { $gap }
chart-unknown = не е известно
chart-note-norm = Необходимото е норма: ползватели по единици по цена на единица, а не платеното. Черта през лентата: от долна до горна граница.
chart-note-last-year = От поисканите години е показана последната с услуги, { $year } г.
chart-note-services-unknown = Стойността на { $unknown } от { $services } услуги не е известна и не е в никоя лента.
chart-note-no-steps = Отчетите нямат стъпки и до никоя стъпка не стои нищо.
chart-nothing-services = проектът няма услуги за тези години; добавете services.csv и го посочете под [inputs]
chart-nothing-services-known = няма услуга за { $year } г. с известна стойност
chart-nothing-services-where = нормата е за всички услуги, а от отчетите са взети само някои редове; пропуснете --where
