# Командният ред: какво се казва освен резултатите, грешки при употреба, неуспехи.

failure = грешка: { $message }
failure-data = в данните има грешки
failure-unreadable = файл не може да бъде прочетен
failure-pipe = каналът е затворен
failure-io = неуспешно { $act } на { $path }: { $error }
failure-panic = това е грешка на самата програма, а не на данните ви: { $words } ({ $place }, версия { $version }); нито една сума от това изпълнение не бива да се използва. Моля, съобщете за нея заедно с командата, която сте подали
failure-program = грешка в самата програма: { $words }
io-error = { $kind ->
    [not-found] файлът или папката липсва
    [permission-denied] няма право на достъп
    [already-exists] вече съществува
    [not-a-directory] не е папка
    [is-a-directory] е папка
    [storage-full] няма свободно място на диска
    [read-only-filesystem] файловата система е само за четене
   *[other] { $words }
}

version-build = издание: { $build }, { $system }
version-formats = формати: { $formats }
version-data = вградени данни: { $digest }
doctor-here = работна папка: { $path }
doctor-embedded = проект: вграденият, защото тук и нагоре няма thb-cost.toml
doctor-project = проект: { $path }, { $by }
doctor-by-option = посочен с --project
doctor-by-variable = посочен с { $name }
doctor-by-search = намерен тук или нагоре
doctor-file = { $name }: { $file }, { $state }
doctor-file-within = { $name }: { $file }, в програмата
doctor-absent = липсва
doctor-folder = папка, а не файл
doctor-pipe = канал
doctor-no-input = устройство, сокет или файл, който системата съставя сама: не е вход
doctor-bytes = { $bytes ->
    [one] { $bytes } байт
   *[other] { $bytes } байта
}, може да се чете
doctor-unreadable = няма право за четене
doctor-writable = в папката на проекта може да се пише
doctor-read-only = в папката на проекта не може да се пише
doctor-terminal = терминал: { $width } колони
doctor-no-terminal = терминал: няма, таблиците са широки 80 колони
doctor-variable = { $name } = { $value }
manifest-of-another = забележка: проектът { $path }, намерен по-нагоре, принадлежи на друг потребител
reading-embedded = чете се вграденият проект
reading-project = чете се проектът { $path }
nothing-shown = нищо не се показва: { $summary }{ $more }{ $all }
nothing-shown-more = {" "}({ $count } от тях не са показани)
nothing-shown-all = ; всички: { $command }
usage-no-lines = няма редове за { $years } г.; в проекта има { $present }{ $phase }
usage-no-project = няма проект: тук и в папките по-горе липсва { $manifest }; посочете проект с --project или вземете вградения с --embedded
usage-no-use = за { $command } параметърът { $flag } няма значение и не се приема
embedded-stands-in = бележка: тук и в папките по-горе няма { $manifest }, затова сумите са от вградения проект; посочете друг с --project
no-lines-for = предупреждение: няма редове за { $years } г.; в проекта има { $present }{ $phase }
no-lines-at-all = нито един ред
no-lines-in-phase = {" "}(етап: { $phase })

output-ending = -o { $path }: от окончанието не личи кой е форматът; окончанията са { $endings } или посочете формат с --format
output-is-input = -o { $path }: този файл е вход ({ $name }); изберете друго име
output-in-glob = -o { $path }: следващия път този файл би бил вход заради { $glob } в [inputs]; изберете друго име или папка
output-too-many-rows = { $rows } реда са повече, отколкото побира лист на XLSX – { $most } под заглавния ред; използвайте --format csv
output-twice = { $path } е посочен за два резултата; посочете два файла
output-is-link = { $path } е връзка към друго място, по която тук не се минава; махнете я или посочете друга папка
output-meanwhile = неуспешен запис на { $path }: междувременно там е записано друго и то остава; изпълнете командата отново
output-no-text = --format { $format }: това не е текст за терминал; посочете файл с -o
output-is-folder = неуспешно записване на { $path }: това е папка; посочете файл в нея
output-no-folder = неуспешно записване на { $path }: папката { $folder } липсва; създайте я или посочете друг файл

usage-two-rules = правилата са в един файл, защото редът им е от значение; посочете { $files }
usage-no-measure = { $flag }: няма категория жертви „{ $typed }“; { $hint }
usage-no-form = { $flag }: няма форма на експлоатация „{ $typed }“; { $hint }
usage-nothing-fits = никой ред не отговаря на всичко поискано; премахнете едно от условията
usage-no-dimension = { $flag }: няма разрез „{ $typed }“; { $hint }
usage-across-twice = --across { $name }: разрезът стои и в --by; оставете го само на едното място
usage-across-long = --across: { $format } има ред за всяка година и група, както при --by; махнете --across или напишете --format table, markdown, html, latex, xlsx или docx
usage-top-alone = --top: няма групи; добавете --by РАЗРЕЗ
usage-where-none = --where: в исканите години няма ред с { $only }

init-is-file = init { $path }: това е файл; посочете нова или празна папка
init-not-empty = init { $path }: папката не е празна; посочете нова или празна
init-made = създадена е { $path } с { $files }
init-next = следва:
init-edit = попълнете файловете CSV в { $path }
init-from-no-year = init --from { $path }: проектът няма редове със суми, затова няма година, от която да се продължи
init-from-file = init --from { $path }: { $file } не може да се прехвърли: { $error }
init-edit-year = добавете редовете за { $year } във файловете { $files } в { $path }

carried-manifest = Продължен проект; годината за попълване е { $year }. README.md казва как.
carried-dialects = Описания (dialect) на файлове, които преминаха като стандартни редове. Махнете знаците пред тях за файл за { $year } в същия вид и прегледайте всяка константа, мерна единица и валута.
carried-last-row = последен ред: { $year }
carried-years = { $years }: както са публикувани. Всеки ред и всеки паричен показател посочва валутата си; тези без валута са в { $was }, която се подразбираше за тях.
carried-currency = Валута на проекта: { $currency }.
carried-to-fill = Година за попълване: { $year }. { $count ->
        [one] Очаква се един ред
       *[other] Очакват се { $count } реда
    }. Данните за нея се въвеждат във файловете { $files }; ред без посочена валута е в { $currency }.
carried-as-rows = Прехвърлени като стандартни редове, защото не са стандартен CSV: { $files }.
carried-ended-rules = Правила, които свършват преди { $year } и не решават нищо за нея: { $rules }.
carried-differing = Оцененото за редове, които никой не е подал, се закръгля във валутата на проекта, вече { $currency }: { $years } могат да се различават със закръгление от стария проект. За да останат същите, впишете тези редове с празна сума и с валутата им.
carried-step-rows = 1. Добавете редовете за { $year }: бюджетни редове, жертви, показатели, източници. Ред за по-ранна година, добавен по-късно, посочва своята валута; иначе се приема, че е в { $currency }.
carried-step-expected = 2. Прегледайте expected.csv: махнете редовете, които вече не съществуват. Ред за { $year }, който никой не въведе, се показва като неподаден, никога като нула.
carried-step-check = 3. `thb-cost check` казва какво е грешно или липсва, в кой ред и какво да се направи.
carried-step-report = 4. `thb-cost report --currency { $was }` отпечатва предходните години както стария проект; `thb-cost report` показва всички години в { $currency }.

reduce-no-input = reduce: в проекта няма { $input }; посочете файл: thb-cost reduce ФАЙЛ --as { $input }
reduce-no-inputs = reduce: в проекта няма budget, external или agencies; посочете файл: thb-cost reduce ФАЙЛ --as budget
reduce-which = reduce: в проекта има { $inputs }, а празните клетки означават различно във всеки; посочете един, например --as { $first }
reduce-say-which = reduce { $path }: посочете кой вход е: --as budget, --as external или --as agencies

ingest-pins = така се закрепва в thb-cost.toml:
ingest-pins-or-pin = така се закрепва в thb-cost.toml (или изпълнете отново с --pin):
ingest-embedded = --pin: вграденият проект не може да се променя; създайте собствен с thb-cost init
ingest-pinned-already = --pin: в { $manifest }, ред { $row }, вече има [[dialect]] за { $file }, а командният ред не добавя нищо
ingest-pinned-for-several = --pin: [[dialect]] на ред { $row } в { $manifest } важи не само за { $file }; напишете там
        { $lines }
    или поставете преди него [[dialect]] с files = "{ $file }" и с всичко, което важи за файла
ingest-pin-one-by-one = --pin: { $count ->
    [one] един от файловете вече има [[dialect]]
   *[other] { $count } от файловете вече имат [[dialect]]
}; закрепете тези без описание или един по един
ingest-sum = { $year } { $phase }: { $sum } { $currency } в { $rows } реда
ingest-own-sum = сборът в самия файл, ред { $row } „{ $label }“: { $sum }
ingest-cannot-pin = --pin: { $manifest } не може да се промени така, че да се прочете; добавете файла на ръка към { $input } в [inputs], а също
    { $lines }
ingest-added = добавено в { $path }:
survey-head = { $file }: заглавен ред { $row }, { $count ->
    [one] една колона
   *[other] { $count } колони
}
survey-column = колона
survey-example = пример
survey-taken-for = разчита се като
survey-left-alone = не се ползва
survey-more-columns = { $count ->
    [one] и още една колона
   *[other] и още { $count } колони
}
survey-more-faults = и още { $count } от вида { $code }
survey-open = { $count ->
    [one] един въпрос е открит; под него е отговорът – като опция и като ред в [[dialect]]
   *[other] { $count } въпроса са открити; под всеки е отговорът – като опция и като ред в [[dialect]]
}
survey-row = ред { $row }
survey-cells = { $count } клетки
survey-files = { $count ->
    [one] в един файл
   *[other] в { $count } файла
}
survey-or = или
survey-column-open = нищо не дава колоната { $column }
survey-next = с първия отговор на всеки въпрос (на мястото на думите с главни букви – вашите):
survey-several = { $files ->
    [one] един файл
   *[other] { $files } файла
}, { $groups ->
    [one] всички еднакви
   *[other] { $groups } вида
}
survey-group = { $number }. { $count ->
    [one] един файл
   *[other] { $count } файла
}, заглавен ред { $row }: { $files }
survey-varying = името на колона { $position } е различно в отделните файлове: { $names }
survey-differs-header = заглавният ред е { $row }, а в първия вид – { $other }
survey-differs-more = { $count ->
    [one] една колона повече от първия вид: { $names }
   *[other] { $count } колони повече от първия вид: { $names }
}
survey-differs-fewer = { $count ->
    [one] една колона по-малко от първия вид: { $names }
   *[other] { $count } колони по-малко от първия вид: { $names }
}
survey-differs-taken = „{ $name }“ се разчита като { $taken }, а в първия вид – като { $other }
survey-differs-order = колоните са в друг ред спрямо първия вид

progress = {"{"}bar:30{"}"} {"{"}bytes{"}"} от {"{"}total_bytes{"}"}, {"{"}bytes_per_sec{"}"}, остават {"{"}eta{"}"}

basis-add-prices = добавете годината в prices или поискайте други години или цени
basis-name-index = посочете един в thb-cost.toml: [project] prices = "..."
basis-add-rate = добавете курса в rates или поискайте друга валута

sql-not-told = --sql: { $what } не може да се предаде на системата; { $next }
sql-keys = ключовете { $keys } на описанието
sql-make-rows = направете първо канонични редове от файла: thb-cost ingest FILE -o ROWS.csv или thb-cost reduce
sql-files-differ = файлове с различни колони в една таблица
sql-name-one-file = посочете един от тях или махнете --table, ако системата чете файлове
sql-needs-table = --sql { $engine }: посочете таблицата с редовете чрез --table ИМЕ ({ $why })
sql-reads-tables = чете таблици, а не файлове
sql-no-spreadsheets = системите не четат електронни таблици
sql-utf8 = системите четат UTF-8
sql-last-rows = системите не могат да пропуснат последните редове
sql-inside = файлът е вътре в програмата

environment-no-language = { $name } е „{ $word }“, а такъв език няма; { $next }
environment-languages = езиците са { $known }
word-name-path = напишете ИМЕ=ПЪТ, например victims=counts.csv
word-no-path = липсва пътят след { $name }=
word-weight = теглото е над 0 и под 1, например FILE=0.3; намерено: { $weight }
word-no-input = няма вход „{ $name }“; { $next }
word-inputs = входовете са { $known }
word-column-text = напишете КОЛОНА=ТЕКСТ
word-dimension-pattern = напишете РАЗРЕЗ=ОБРАЗЕЦ, например agency=MoI
word-top = напишете брой групи, от 1 нагоре
word-protect = напишете цяло число от { $least } до { $most } или 0, за да се показват всички бройки
usage-protect-raw = { $command } показва бройките както са във файловете, а този проект пази онези под { $below }; напишете --protect 0, за да ги видите
word-dimension-parts = напишете РАЗРЕЗ или РАЗРЕЗ:N за първите N части на кодовете му, например function:1
word-dimension-no-codes = { $name } няма кодове с части; напишете { $name }
word-where-exploitation = формата на експлоатация не е свойство на ред; използвайте --exploitation ФОРМА
word-date = очаква се ден, например 2026-12-20
word-year = годината е от четири цифри, например 2017
word-size = напишете slide, a4, square или WxH с 240 до 8000 пиксела на страна
word-years = напишете 2014..2017, 2014.., ..2017 или 2017
word-currency = „{ $code }“ не е код по ISO 4217; напишете един, например EUR, или няколко, например EUR,BGN
word-currency-twice = { $code } е посочен два пъти; посочете всяка валута веднъж
usage-one-currency = тази команда показва стойностите в една валута; напишете --currency { $currency }

man-no-command = няма команда „{ $name }“; { $next }
man-known = командите са { $known }
man-name = ИМЕ
man-synopsis = УПОТРЕБА
man-options = НАСТРОЙКИ
man-commands = КОМАНДИ
man-below = БЕЛЕЖКИ
