# Четене на файлове: какво не е наред във файл, ред или клетка и как е прочетен файлът.

file-unreadable = файлът { $file } не може да бъде прочетен: { $error }
file-not-there = файлът { $file } липсва
file-is-folder = { $file } е папка, а е нужен файл
file-forbidden = няма право за четене на файла { $file }
file-is-no-input = входът { $file } е { $what }
no-input-device = устройство
no-input-help-device = посочете файл
no-input-socket = сокет
no-input-help-socket = посочете файл
no-input-system = файл, който системата съставя сама
no-input-help-system = посочете свой файл
no-input-idle-pipe = канал, в който никой не пише
no-input-help-idle-pipe = първо пуснете програмата, която пише в него, или посочете файл
file-near-and-correct = може би имахте предвид „{ $near }“? { $correct ->
    [option] Поправете пътя след { $option }
    [project] Поправете пътя до проекта или създайте нов с thb-cost init
   *[inputs] Поправете пътя в [inputs] на thb-cost.toml
}
file-correct = { $correct ->
    [option] поправете пътя след { $option }
    [project] поправете пътя до проекта или създайте нов с thb-cost init
   *[inputs] поправете пътя в [inputs] на thb-cost.toml или посочете файла с --input ИМЕ=ПЪТ
}
file-not-utf8 = файлът не е текст в UTF-8
file-save-as-utf8 = запишете файла в UTF-8
file-utf8 = текст в UTF-8
file-empty = файлът е празен
file-give-header = добавете заглавен ред с имената на колоните
file-no-rows = файлът има заглавен ред и нито един ред с данни
file-add-rows = добавете редове или го оставете, ако това е нарочно
file-no-money-rows = проектът няма нито един ред със суми
file-give-money-rows = добавете поне един ред в budget, external или agencies
file-is-something-else = файлът е { $what }, а е нужна таблица
file-save-as-table = запишете таблицата му като CSV, XLSX или ODS
file-kind-pdf = PDF
file-kind-picture = изображение
file-kind-office = файл на Office, в който няма работна книга или тя е отпреди 1993 г.
file-kind-parquet = файл Parquet
file-kind-bzip2 = архив bzip2
file-kind-xz = архив xz
file-kind-7z = архив 7z
file-kind-sqlite = база данни SQLite
file-kind-page = страница на HTML или XML
file-kind-docx = текстов документ (DOCX)
file-kind-zip = архив ZIP
file-no-sheets = файлът не е електронна таблица и няма листове
file-take-sheet-off = премахнете от пътя # и името на листа
file-encoding-asked = текстът не е в UTF-8; най-вероятно е в { $encoding }
file-name-encoding = ако показаният текст е верен, задайте encoding = "{ $encoding }" в [[dialect]] за { $file }; иначе запазете файла в UTF-8

sheet-broken = електронната таблица не може да бъде прочетена: { $why }
sheet-save-again = отворете я в програма за електронни таблици и я запишете отново или запишете листа ѝ като CSV
sheet-no-sheet-at-all = няма нито един лист
sheet-password = електронната таблица е с парола
sheet-take-password-off = отворете я с паролата и я запишете без парола
sheet-at-row = ред { $row }: { $why }
sheet-part-twice = две от частите ѝ са с едно и също име
sheet-part-missing = липсва частта ѝ { $part }
sheet-cut-off = свършва по средата
sheet-bad-reference = означението &{ $name }; не е познато
sheet-bad-place = „{ $place }“ не е място на лист
sheet-disorder = клетките на ред { $row } не са подредени
sheet-no-such-text = няма текст с номер { $number }
sheet-no-number = „{ $text }“ не е число
sheet-data-end-twice = данните ѝ завършват по необичаен начин
sheet-merges-overlap = на ред { $row } обединени области лежат една върху друга
sheet-page-encoding = текстът ѝ не е в кодировка { $encoding }
sheet-hidden-rows = { $rows ->
    [one] един скрит ред е прочетен като останалите
   *[other] { $rows } скрити реда са прочетени като останалите
 }
sheet-take-hidden-out = покажете редовете на листа и махнете тези, които не трябва да се броят
sheet-struck-cells = { $rows ->
    [one] ред има клетка, която е изцяло зачеркната или вдигната в горен индекс: брои се за празна
   *[other] { $rows } реда имат клетка, която е изцяло зачеркната или вдигната в горен индекс: брои се за празна
 }
sheet-check-struck = нищо, ако зачеркнатото не трябва да се брои; иначе махнете зачеркването
sheet-several = електронната таблица има няколко листа: { $sheets }
sheet-name-one = посочете един: { $file }#{ $sheet }
sheet-none = електронната таблица няма лист „{ $sheet }“
sheet-its-sheets = листовете ѝ са { $sheets }

header-too-long = заглавният ред е по-дълъг от 256 KiB
header-look-for-quote = потърсете двойна кавичка, която отваря клетка и не се затваря, и проверете дали файлът изобщо е таблица
header-column-twice = колоната „{ $column }“ се повтаря
header-remove-one = посочете едната с номера ѝ ({ $position }) в columns на описанието или я преименувайте
header-near-ignored = „{ $name }“ за { $near } ли е? Тогава я преименувайте или я посочете; иначе задайте ignore = "*" в [[dialect]]
header-ignored = ако това е нарочно, кажете го с ignore = "*" в [[dialect]] на файла на проекта
header-read-twice = колоната { $column } се чете като { $others }, а също и като { $column }
header-say-which = ignore = { $ignored } в [[dialect]], ако е само { $others }; columns.{ $column } = "{ $column }", ако е и двете
header-columns-overruled = { $count ->
    [one] колоната { $columns } не се чете: описанието я взема от другаде
   *[other] { $count } колони не се четат, защото описанието ги взема от другаде: { $columns }
}
header-expected = заглавен ред с { $columns }
header-no-such-column = { $key } на описанието посочва за { $column } колоната { $wanted }, а във файла няма такава
header-did-you-mean = може би имахте предвид „{ $near }“? Тогава поправете описанието
header-its-columns = колоните му, всяка с пример, са { $columns }
header-several-there = във файла са няколко от имената, които columns дава за { $column }, сред тях и „{ $other }“
header-name-one = посочете само търсеното име или номера на колоната
header-year-twice = две колони са за една и съща година, сред тях и „{ $column }“
header-use-amounts = вместо years_as_columns кажете с amounts какво съдържа всяка колона: amounts = [{"{"} column = "...", year = "2016", phase = "executed" {"}"}]
header-columns-unknown = { $count ->
    [one] колоната { $columns } не е позната и се пренебрегва
   *[other] { $count } колони не са познати и се пренебрегват: { $columns }
}
header-columns-missing = { $count ->
    [one] липсва колоната { $columns }
   *[other] липсват колони: { $columns }
}
header-write-lines = напишете в [[dialect]] за { $file } с търсените имена: { $lines }

row-oversized = редът, който започва тук, е по-дълъг от 16 MiB
row-look-for-quote = потърсете двойна кавичка, която отваря клетка и не се затваря
row-ragged = { $cells ->
    [one] редът има { $cells } клетка, а заглавният ред – { $columns }
   *[other] редът има { $cells } клетки, а заглавният ред – { $columns }
}
row-quote-commas = заградете с кавички клетките със запетая: "като, тази"; или добавете липсващите запетаи
row-cells = { $columns ->
    [one] { $columns } клетка
   *[other] { $columns } клетки
}
row-quote-open = клетка в кавички не завършва
row-close-quote = затворете клетката с двойна кавичка
row-text-after-quote = след затварящата кавичка на клетка следва текст
row-double-quote = двойна кавичка вътре в клетка в кавички се пише два пъти: ""
row-total = { $count ->
    [one] редът се представя като сбор на други (ред { $rows })
   *[other] { $count } реда се представят като сборове на други (редове { $rows })
}
row-no-totals = редове, които не са сбор и не са част от други
row-total-left-out = { $count ->
    [one] редът се представя като сбор или част от други и е пропуснат, както е зададено в описанието
   *[other] { $count } реда се представят като сборове или части от други и са пропуснати, както е зададено в описанието
}
row-total-meant = нищо, ако това е нарочно; иначе totals = "count"
left-out-column-numbers = редът съдържа номера на колоните и е пропуснат
left-out-units = редът съдържа мерни единици и е пропуснат
left-out-where = { $count ->
    [one] 1 ред не отговаря на where и е пропуснат
   *[other] { $count } реда не отговарят на where и са пропуснати
}
left-out-except = { $count ->
    [one] 1 ред отговаря на except и е пропуснат
   *[other] { $count } реда отговарят на except и са пропуснати
}
left-out-sections = { $count ->
    [one] 1 ред казва нещо за редовете под него (sections) и не е данни
   *[other] { $count } реда казват нещо за редовете под тях (sections) и не са данни
}
left-out-unsaid = { $count ->
    [one] в 1 ред { $column } е празно: никой ред отгоре не го казва
   *[other] в { $count } реда { $column } е празно, като този е първият: никой ред отгоре не го казва
}
left-out-say-missing = поправете where на sections или напишете missing.{ $column } = "..." в [[dialect]]
left-out-blank = { $count ->
    [one] 1 ред има празна клетка, за която missing казва "leave out"
   *[other] { $count } реда имат празна клетка, за която missing казва "leave out"
}
left-out-amounts = { $count ->
    [one] 1 празна сума не дава нищо, както казва missing
   *[other] { $count } празни суми не дават нищо, както казва missing
}
left-out-if-meant = нищо, ако това е нарочно
left-out-data = редът прилича на данни, а е пропуснат
left-out-correct-skip = поправете skip, skip_below или skip_last на описанието; те броят редовете като в електронна таблица, и празните
row-add-or-fill = добавете липсващите клетки; ако файлът изпуска празните в края, задайте short_rows = "fill" в описанието му
row-part = { $count ->
    [one] редът се представя като част от горния (ред { $rows })
   *[other] { $count } реда се представят като части от горните (редове { $rows })
}
row-whole = { $count ->
    [one] редът казва, че следват частите му, и те биха се броили заедно с него (ред { $rows })
   *[other] { $count } реда казват, че следват частите им, и те биха се броили заедно с тях (редове { $rows })
}
row-say-totals = задайте в [[dialect]] на файла на проекта totals = "exclude", за да отпаднат тези редове, или totals = "count", ако са обикновени
row-part-unclear = горният ред казва, че следват частите му, и по нищо не личи дали този е една от тях: няма тире, нито номер под неговия
row-say-parts = посочете частите с except в описанието, например except = {"{"} "Показател" = ["персонал", "издръжка"] {"}"}

file-outside-folder = входът { $file } е извън папката на проекта
file-outside-folder-look = уверете се, че това е желано; копирайте го в папката, за да е цял проектът
cell-in-utf8 = редът е в UTF-8, а файлът се чете като windows-1251
cell-one-encoding = запишете целия файл в едно кодиране, най-добре UTF-8
cell-not-utf8 = клетката не е текст в UTF-8
cell-save-as-utf8 = запишете файла в UTF-8 (в електронна таблица: „Запиши като“, CSV UTF-8) или посочете кодирането му в [[dialect]] на файла на проекта, например encoding = "windows-1251"
cell-not-in-encoding = клетката съдържа байтове, които не са букви от { $encoding }
cell-text-in = текст в { $encoding }
cell-correct-encoding = поправете encoding в [[dialect]] на файла на проекта или запишете файла в UTF-8
cell-error = клетката съдържа грешка на електронната таблица
cell-mend-formula = поправете формулата в електронната таблица
cell-unevaluated = клетката съдържа формула без записана стойност
cell-open-and-save = отворете файла в програма за електронни таблици и го запишете, за да се запазят стойностите
cell-inexact = числото има повече от петнадесетте цифри, които електронната таблица пази, и последните му не са сигурни
cell-round-or-text = закръглете го в електронната таблица или го запишете там като текст
cell-merged = клетката е част от обединен диапазон и не е ясно какво съдържа
cell-unmerge = отменете обединяването и попълнете всяка клетка
cell-own-value = собствена стойност
cell-blank = клетката { $column } е празна
cell-value-needed = стойност на всеки ред
cell-fill-in = попълнете { $column }
cell-fill-in-only-amounts = попълнете { $column }; празна може да бъде само сума
cell-bad-year = в клетката няма година
cell-year = година, например 2017, или дата, например 2017-03-14 или 14.03.2017
cell-write-year = напишете бюджетната година с четири цифри
cell-years-out-of-order = последната година е преди първата
cell-years-in-order = from <= to или празно to – последната година на проекта
cell-correct-years = поправете годините
source-bad-digest = хешът не е SHA-256
source-digest = 64 шестнайсетични цифри
source-take-digest = запишете това, което sha256sum показва за съхраненото копие
source-copy-unreadable = съхраненото копие не може да се прочете: { $error }
source-copy-beside = път спрямо папката на проекта
source-correct-copy = поправете file или поставете копието там
source-no-digest = съхраненото копие няма хеш
source-write-digest = напишете sha256 = { $digest }, ако това е копието, което сте чели
source-other-copy = съхраненото копие не е това, чийто е хешът
source-look-at-copy = намерете копието, което е четено, или прочетете новото и запишете неговия хеш
cell-bad-currency = валутата не е по ISO 4217
cell-currency = три главни букви по ISO 4217, например BGN или EUR
cell-correct-code = поправете кода
cell-bad-word = клетката { $column } съдържа непозната дума
cell-write-word = напишете една от тези: { $words }
cell-bad-number = клетката { $column } не е обикновено десетично число
cell-number = десетично число с точка и най-много 28 цифри, например 114000 или 0.0763
cell-write-number = напишете цифри с точка и без групи
cell-write-number-or-blank = напишете цифри с точка и без групи; оставете клетката празна, когато стойността не е известна
cell-bad-bounds = low, value и high не са подредени по големина
cell-bounds = low <= value <= high и никоя граница без стойност
cell-correct-bounds = поправете реда или оставете low и high празни
service-users-twice = и users, и use казват кой ползва услугата
service-users-or-use = брой ползватели или дял от жертвите, не и двете
service-leave-one = оставете едното празно
service-use-of-nobody = use е дял от жертвите по дадена категория, а категория не е посочена
service-measure = категория жертви, например assisted
service-name-measure = попълнете measure или дайте брой в users
service-use-out-of-range = делът на жертвите, които ползват услугата, е под 0 или над 1
service-use = дял от 0 до 1 или процент
service-correct-use = поправете го; ако ползвателите са повече от преброените жертви, дайте брой в users
service-negative = { $column } е под 0
service-not-negative = 0 или повече
service-two-currencies = мерната единица е в { $unit }, а разходът в { $currency }
service-say-currency = запишете { $unit } в колоната currency или поправете мерната единица
cell-bad-date = { $column } не е ден
cell-date = ден, например 2026-12-20, или нищо
cell-write-date = напишете деня като 2026-12-20
key-request = agency, what и asked
cell-bad-count = броят не може да бъде прочетен
cell-count = цяло число (505), скрит брой (<5), интервал (120-140) или празна клетка
cell-write-count = напишете броя, както е в източника; оставете клетката празна, когато не е известен
cell-count-bounds-alone = low и high стоят до празен брой
cell-count-with-bounds = едно цяло число до low и high
cell-count-bounds-twice = броят е интервал, а до него стоят low и high
cell-count-one-way = запишете интервала по един начин: цяло число с low и high или само интервал
cell-count-end = цяло число или празно
cell-count-out-of-order = low, count и high не са в ред
cell-count-in-order = low <= count <= high
cell-bad-row-count = броят на редовете, които редът замества, не може да бъде прочетен
cell-row-count = цяло число, поне 1, или празна клетка
cell-write-row-count = напишете колко реда са събрани или премахнете колоната
cell-prices-fall = цените не могат да спаднат със 100 на сто или повече
cell-price-change = изменение в проценти спрямо предходната година, над -100
cell-rate-not-positive = обменният курс е над 0
cell-rate = единици `to` за една единица `from`
cell-correct-rate = поправете стойността
cell-year-out-of-range = годината не е между 1900 и 2100
cell-correct-year = поправете годината
cell-year-form = от клетката не личи коя е годината
cell-say-year-form = задайте в [[dialect]] на файла на проекта как е написана колоната, например year_form = "{ $form }" (за дата, или "ends" или "starts" за бюджетна година като 2015/16)
cell-year-of-other-form = годината не е написана, както казва year_form на описанието
cell-correct-year-form = поправете клетката или year_form

key-repeated = { $key } стои вече в { $file }, ред { $row }
key-keep-one = оставете един от двата реда
key-once = веднъж: { $key }
key-index-year = индекс и година
key-driver-year = показател и година
key-service-year = услуга и година
key-rate = from, to и година
key-name = dimension и code
key-expected = ред и година
key-source = id
key-victims = категория, година, експлоатация и група
key-of-rate = { $from } към { $to } за { $year } г.
key-of-name = „{ $code }“ в { $dimension }
key-of-source = източникът { $id }
key-of-victims = { $measure }, { $year } г., експлоатация { $form }, група { $group },

amount-not-a-number = сумата не може да се прочете като число
amount-write-digits = напишете цифри с един знак пред стотинките и минус отпред при корекция; оставете клетката празна, когато сумата не е публикувана
amount-other-currency = в сумата е посочена валута { $named }, а редът е в { $currency }
amount-in-currency = сума в { $currency }
amount-correct-currency = поправете сумата или валутата на реда
amounts-other-currency = заглавието на сумите посочва { $named }, а редовете без валута се приемат за { $assumed }
amounts-name-currency = посочете валутата на редовете: с колона `currency` или с constants = { "{ " }currency = "{ $named }"{ " }" } в [[dialect]] за този файл
amounts-currency-named = { $assumed } или редове, които посочват валутата си
amount-minor-digits = сумата има повече от { $digits } цифри след знака, колкото има { $currency }
amount-correct-at-source = поправете сумата в източника ѝ; ако цифрите са остатък от изчисляване при износа, задайте round = true в описанието
amount-out-of-range = сумата има повече от { $whole } цифри преди знака
amount-check-unit = проверете мерната единица и дали преди нея не липсва клетка
amount-whole = най-много { $whole } цифри, например 395118
amount-with-digits = най-много { $whole } цифри, знак и най-много още { $digits }, например 395118.00 или 395 118,00
amount-percent = клетката е процент, а не сума
amount-write-money = напишете сумата или посочете колоната, в която е
amounts-ambiguous = сумите могат да се прочетат по два начина: „{ $cell }“ е { $plain } или { $decimal }
amounts-say-which = посочете кой в [[dialect]] на файла на проекта за този файл: decimal = "." или decimal = ","
amounts-show-mark = суми, от които поне една показва десетичния си знак, например 395118.00 или 395 118,00
amounts-mixed = сумите имат два десетични знака: „{ $second }“ тук и „{ $first }“ на ред { $row }
amounts-one-mark = напишете всички суми във файла с един и същ знак
amounts-mark-of = знакът, който има „{ $cell }“
amounts-unit-unsaid = „{ $text }“ казва, че единица може да значи { $unit }, а unit не е зададено
amounts-say-unit = задайте в [[dialect]] на файла на проекта unit = { $unit }, ако 1 значи { $unit }, или unit = 1, ако значи 1

manifest-no-currency = „{ $code }“ не е валута
manifest-currency = код по ISO 4217
manifest-write-currency = напишете BGN, EUR или друг код по ISO 4217
manifest-measure-twice = категорията „{ $measure }“ се повтаря
manifest-measure-once = всяка категория веднъж
manifest-remove-one = премахнете едното
manifest-bad-dimension = „{ $name }“ не е име на измерение
manifest-dimension = букви, цифри, _ и -, с буква в началото, например region
manifest-dimension-taken = „{ $name }“ вече е колона на програмата
manifest-dimension-free = име, което няма в таблиците на програмата; step е свободно
manifest-dimension-twice = измерението „{ $name }“ е записано два пъти
manifest-dimension-once = всяко измерение по веднъж
manifest-rename-dimension = дайте на колоната друго име или го свържете: columns = { "{ " }region = "Областен град"{ " }" } в [[dialect]]
manifest-no-switch = csv_safe не е превключвател
manifest-bad-needs = needs не е обхват от версии
manifest-needs = обхват от версии, например ">=0.2"
manifest-write-needs = напишете needs = ">=0.2" или го махнете
manifest-no-protect = protect не е брой
manifest-protect = цяло число от { $least } до { $most } или 0
manifest-write-protect = напишете protect = 5 или го махнете
manifest-other-version = проектът иска thb-cost { $needs }, а тази версия е { $version }
manifest-take-version = вземете версия на thb-cost, която проектът допуска, или поправете needs
manifest-blank-path = път е празен
manifest-path = път
manifest-name-file = посочете файл или премахнете входа
manifest-several-rules = правилата са в един файл, защото редът им е от значение
manifest-one-path = един път
manifest-one-rules-file = съберете правилата в един файл

dialect-no-file = описанието за { $files } не се отнася за нито един четен файл
dialect-correct-files = поправете files, което се сравнява с имената в [inputs], или премахнете описанието
dialect-bad-pattern = „{ $pattern }“ не е шаблон за имена: { $words }
dialect-pattern = име или шаблон, например moi-*.csv
dialect-correct-pattern = поправете шаблона
dialect-encodings = име от Encoding Standard, например utf-8, utf-16, windows-1251 или windows-1252
dialect-delimiters = ",", ";", "|" или "\t"
dialect-decimals = "." или ","
dialect-groups = " ", ",", ".", "'" или "" за никакъв
dialect-totals = "exclude" или "count"
dialect-word-unknown = { $key } = "{ $word }" не е познато
dialect-write = напишете { $expected }
dialect-group-is-decimal = group е и десетичният знак
dialect-another-mark = друг знак
dialect-correct-mark = поправете едното от двете
dialect-no-switch = { $key } не е true или false
dialect-switch = true или false
dialect-write-true = напишете true
dialect-column-twice = „{ $column }“ стои и в { $first }, и в { $second }
dialect-column-once = всяка колона веднъж
dialect-no-count = { $key } не е брой редове
dialect-count = цяло число от { $least } до 1000
dialect-write-count = напишете колко реда да се пропуснат, например 3
dialect-no-column = никой вход няма колона „{ $column }“
dialect-columns = колоните са { $columns }
dialect-command-line = командният ред
dialect-units = 1, 1000 или 1000000
dialect-year-forms = "ends", "starts" (за 2015/16) или дата с %Y или %y, например "%d.%m.%y"
dialect-short-rows = "fill"
dialect-position = име на колона от файла, списък с имена или номер, като се брои от 1
dialect-tests = таблица с колони на файла и текстовете, които трябва да съдържат
dialect-factor = десетично число, различно от 0, например -1
dialect-from-name = път с колони в скоби, например "otchet-{"{"}year{"}"}.csv"
dialect-name-does-not-match = пътят на файла не е от вида „{ $pattern }“, от който описанието му взема стойности
dialect-correct-from-name = поправете from_name или files на описанието
dialect-not-there = файлът трябва да се чете по описанието „{ $name }“, а такова няма
dialect-name-one = дайте това име на [[dialect]] във файла на проекта
dialect-names = описанията с име са { $names }

reading = { $file }: { $words }; { $rows }, прочетено { $how }{ $others }
reading-rows = { $count ->
    [one] { $count } ред
   *[other] { $count } реда
}
reading-as-pinned = по описанието му
reading-as-found = както е намерено
reading-others = ; непрочетени листове: { $sheets }
reading-sheet = лист „{ $sheet }“
reading-header = заглавен ред { $row }
reading-decimal-point = десетична точка
reading-decimal-comma = десетична запетая
reading-groups-spaces = групи с интервали
reading-groups = групи с „{ $mark }“
reading-commas = запетаи
reading-semicolons = точки и запетаи
reading-tabs = табулации
reading-bars = отвесни черти
