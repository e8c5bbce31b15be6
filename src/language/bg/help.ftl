# Помощта на командния ред: примери, бележката под настройките и какво правят командите и настройките.

help-below =
    Когато няма проект (нито тук, нито по-горе има thb-cost.toml), се използват вградените данни за 2014 – 2017 г.
    Настройка се взема от аргумента ѝ, иначе от средата (THB_COST_PROJECT, THB_COST_LANG, NO_COLOR), иначе от проекта, иначе от програмата.
    Код при изход: 0 наред, 1 в данните има грешки, 2 употреба или вход/изход.
help-examples = Примери:

examples-thb-cost =
    thb-cost report --year 2017            една година изцяло, от вградения проект
    thb-cost report --by agency            годините по ведомства
    thb-cost explain --year 2017           откъде идва всяка стойност
    thb-cost init my-review                папка със собствен проект
    thb-cost check my-review               всички грешки във файловете му наведнъж
    thb-cost report --project my-review --by agency -o out.csv
    thb-cost chart years -o years.png      графика за слайд
examples-report =
    thb-cost report                        годините една до друга
    thb-cost report --year 2017            една година изцяло
    thb-cost report --by agency --by area  разходи по ведомство и област
    thb-cost report --currency EUR --prices 2017
    thb-cost report --victims detected --exploitation sexual
    thb-cost report --year 2017 -o 2017.md
examples-ledger =
    thb-cost ledger --year 2017            как се разделя всеки ред за годината
    thb-cost ledger -o ledger.csv          всички колони, за електронна таблица
    thb-cost ledger --format json          същото за друга програма
examples-explain =
    thb-cost explain --year 2017           сборът за годината до редове и източници
    thb-cost explain --agency MoI          редовете на едно ведомство
    thb-cost explain --year 2017 --measure detected
examples-compare =
    thb-cost compare 2016 2017             какво се е променило между две години, по причини
    thb-cost compare 2016 2017 --by agency --prices 2017
    thb-cost compare 2017 --with other-rules.toml
examples-chart =
    thb-cost chart years -o years.png      колони по години: държавни и външни, обозначени и отнесени
    thb-cost chart per-victim -o p.png     разход на една жертва, поле за всяка категория
    thb-cost chart share -o share.pdf      частите на всяка година като дял от 100 %
    thb-cost chart agencies -o a.svg       ленти по ведомства или по друг разрез (--by)
    thb-cost chart waterfall -o w.png      от едната година до следващата, най-голямата промяна е първа
    thb-cost chart sankey -o s.svg         от финансиращата страна до областта
    thb-cost chart tornado -o t.png        с колко всяко правило, показател и брой променят сумата
    thb-cost chart interval -o i.png       долна, централна и горна оценка по години, като ивица
    thb-cost chart outturn -o o.png        одобреното до отчетеното, две колони на година
    thb-cost chart services -o s.png       по стъпки: необходимо по норма, отчетено и разлика
    thb-cost chart --all -o charts         всички видове, за които има данни
    thb-cost chart --all -o deck.pptx      същите като слайдове, които могат да се редактират
examples-sensitivity =
    thb-cost sensitivity --year 2017       колко сигурни са стойностите за годината и от какво зависят
    thb-cost sensitivity --draws 100000 --seed 7 --by agency
    thb-cost sensitivity --alternative other-rules.toml
examples-outturn =
    thb-cost outturn --project my-review   колко е изпълнено от одобреното, по ведомства
    thb-cost outturn --by area --year 2017 PI-2.1 по програмни области
    thb-cost outturn -o outturn.json       същото за друга програма
examples-services =
    thb-cost services                      какво изисква подпомагането по норма, до отчетеното
    thb-cost services --year 2017 --currency EUR
    thb-cost services -o services.xlsx     същото с живи формули
examples-check =
    thb-cost check my-review               всички грешки на един проект
    thb-cost check --strict                и предупрежденията са грешки
    thb-cost check --explain bad-amount    какво значи кодът и какво да се направи
examples-ingest =
    thb-cost ingest payments.xlsx --as agencies
    thb-cost ingest old.csv --encoding windows-1251 --decimal ,
    thb-cost ingest old.csv --pin          записва в thb-cost.toml как се чете
    thb-cost ingest replies                върнатото от ведомствата, файл или папка
examples-reduce =
    thb-cost reduce payments.csv.gz --as agencies -o agencies.csv
    thb-cost reduce payments.csv --as agencies --sql duckdb
examples-review =
    thb-cost review -o review              годишният пакет за всички години
    thb-cost review --year 2017 -o review-2017
examples-verify =
    thb-cost verify review                 такива ли са файловете, каквито са записани
    thb-cost verify review --project .     и биха ли били същите днес
examples-request =
    thb-cost request -o requests           иска липсващото от всяко ведомство
    thb-cost request --agency MoI --year 2017 --due 2026-12-20 -o moi
    thb-cost ingest replies                взема върнатото
examples-init =
    thb-cost init my-review                вграденият проект, за промяна
    thb-cost init my-review --empty        заглавни редове и правила като примери
    thb-cost init 2026 --from 2025 --currency EUR     продължава проект за следващата година
examples-schema =
    thb-cost schema report                 видът на report --format json
    thb-cost schema rules.toml             за редактор, който дописва TOML
examples-completions =
    source <(thb-cost completions bash)    в ~/.bashrc
    source <(thb-cost completions zsh)     в ~/.zshrc, след compinit
    thb-cost completions fish > ~/.config/fish/completions/thb-cost.fish
    thb-cost completions powershell | Out-String | Invoke-Expression
examples-doctor =
    thb-cost doctor                        какво се има предвид тук и може ли да се прочете
    thb-cost --version --verbose           кое издание е това
examples-man =
    thb-cost man | man -l -                за четене
    thb-cost man > thb-cost.1              за пазене

help-usage = Употреба:
help-commands = Команди
help-arguments = Аргументи
help-options = Настройки
help-options-word = НАСТРОЙКИ
help-command-word = КОМАНДА
help-default = [по подразбиране: { $value }]
help-values = [стойности: { $values }]
heading-Project = Проект
heading-Output = Изход
heading-Picture = Графика
heading-Dialect = Описание на файла

cmd-thb-cost = Колко струва подпомагането на жертвите на трафик на хора: по години и на една жертва, проследимо до всеки ред
cmd-report = Отпечатва таблиците: една година изцяло или годините една до друга
cmd-ledger = Отпечатва по един запис за всяка част от всеки бюджетен ред
cmd-explain = Отпечатва стойност като дърво: сбор, редове, правило, дял, показатели, входни редове, източници
cmd-compare = Отпечатва какво се е променило между две години или два проекта, по причини
cmd-chart = Чертае графика: svg, png, pdf или слайдове (pptx) според окончанието на файла
cmd-sensitivity = Отпечатва колко сигурни са стойностите: интервал, случайни тегления, торнадо, индекси на Собол
cmd-outturn = Отпечатва колко е изпълнено от одобреното, с показателите PI-1 и PI-2.1 на PEFA
cmd-services = Отпечатва какво изисква подпомагането по норма, по услуги и стъпки, до отчетеното
cmd-check = Отпечатва наведнъж всички грешки на проекта
cmd-ingest = Показва в какви стандартни редове се превръща необработен файл и кое [[dialect]] закрепва четенето му
cmd-reduce = Отпечатва редовете със суми, сведени до бюджетни редове, или същата стъпка като SQL
cmd-review = Записва годишния преглед: таблици, електронна таблица, страница, графики, манифест с контролни суми
cmd-verify = Казва дали един преглед е такъв, какъвто го описва манифестът му, и с --project – дали днес би излязъл същият
cmd-request = Записва по една електронна таблица и писмо за всяко ведомство, с които се иска липсващото; ingest взема отговорите
cmd-init = Създава нова папка с проект – от вградения, празна или като продължение на друг
cmd-schema = Отпечатва схемата JSON на изход или на файл
cmd-completions = Отпечатва скрипта за дописване в обвивката
cmd-doctor = Отпечатва какво програмата намира около себе си: проект, входове, терминал, език, права
cmd-man = Отпечатва страницата за man

arg-kind = Какъв вид
arg-all = Чертае всички видове, за които има данни, в папката на -o
arg-theme = Цветове: светли (light), тъмни (dark) или сиви за печат (print)
arg-size = Размер: slide (1920x1080), a4, square или WxH в пиксели [по подразбиране: slide]
arg-title = Заглавие вместо това, което показват данните
arg-subtitle = За какво е графиката, на долния ред; мерната единица винаги стои там
arg-chart-format = Формат на графиката: svg, png или pdf [по подразбиране: от окончанието на -o; svg при --all]
arg-chart-output = Записва графиката в този файл – целия или изобщо не; при --all – папка; FILE.pptx са слайдове
arg-data = Записва в този файл начертаното като JSON
arg-alt = Записва в този файл графиката с думи (алтернативен текст)
arg-compare-years = По-ранната и по-късната година; една година при --with
arg-draws = Брой на случайните тегления
arg-seed = Начално число на случайните тегления: едно и също число дава едни и същи байтове
arg-alternative = Други правила, изборът на които също е входна величина, и колко често се избират: FILE=0.3 [по подразбиране: равновероятни] (може да се повтаря)
arg-with = Взема по-ранната страна от друг проект (папка или файл на проект) или от този с други правила (файл)
arg-outturn-by = Групите на PI-2.1, по разрез (може да се повтаря) [по подразбиране: agency]
arg-review-with = Казва какво се е изменило спрямо друг проект, например миналогодишния (папка или файл на проект), или спрямо други правила (файл)
arg-verify-folder = Папката на прегледа
arg-review-output = Папката, която се записва – цялата или изобщо не; съществуваща папка трябва да е такъв пакет
arg-request-year = Иска данните за една година [по подразбиране: всички години на проекта]
arg-request-agency = Иска от едно ведомство, по кода му [по подразбиране: от всяко, което може да знае нещо]
arg-accept = Взема отговор на мястото на известното, по номера, показан при разликата (може да се повтаря)
arg-due = Денят, до който се очакват отговорите, например 2026-12-20
arg-asked = Денят, в който тръгват писмата [по подразбиране: празно място в писмата]
arg-request-output = Папката, която се записва – цялата или изобщо не; трябва да е нова или празна
arg-help = Показва помощта
arg-version = Показва версията
arg-project = Папка на проекта или файлът му [по подразбиране: THB_COST_PROJECT, иначе thb-cost.toml тук или по-горе, иначе вграденият проект]
arg-embedded = Използва вградения проект, каквото и да има тук
arg-protect = Не показва брой хора над 0 и под N, нито каквото би го издало; 0 показва всички [по подразбиране: според проекта]
arg-input = Чете вход от друг файл (може да се повтаря), например victims=counts.csv
arg-budget = Чете бюджетните редове на НКБТХ от този файл
arg-external = Чете външното финансиране от този файл
arg-agencies = Чете средствата по ведомства от този файл
arg-rules = Чете правилата за отнасяне от този файл
arg-color = Оцветява изхода: според терминала, винаги или никога
arg-lang = Език на отпечатаното: en или bg [по подразбиране: THB_COST_LANG, иначе en]
arg-quiet = Съобщава в stderr само грешки
arg-verbose = Съобщава в stderr повече
arg-year = Показва една година
arg-years = Показва период: 2014..2017, 2014.. или ..2017
arg-phase = Кой етап на реда: отчетен, където е публикуван, иначе одобрен (best), или един от двата
arg-format = Формат [по подразбиране: от окончанието на -o, иначе table]
arg-explain-format = Формат [по подразбиране: от окончанието на -o, иначе text]
arg-check-format = Формат
arg-csv_safe = Поставя апостроф пред текстовете в CSV, които електронна таблица би приела за формули
arg-output = Записва в този файл – целия или изобщо не
arg-by = Показва по разрез (може да се повтаря): agency, funder, financing, label, line, function, area, exploitation, state, rule или собствен на проекта; DIM:N взема първите N части на кодовете му, например function:1
arg-victims = Показва разхода на една жертва по тази категория (може да се повтаря) [по подразбиране: категориите на проекта]
arg-exploitation = Показва една форма на експлоатация, например sexual
arg-across = Показва разрез или годината (year) като колони, със сборове и в двете посоки; не и в CSV и JSON, където всяка има свой ред
arg-top = Показва N-те най-големи групи по общия им разход, а другите събрани в една
arg-only = Взема само редовете, чиято стойност в разреза съответства; * и ? са заместващи знаци (може да се повтаря)
arg-currency = Показва стойностите в тази валута, а до тях и в други: EUR,BGN [по подразбиране: валутата на проекта]
arg-prices = Показва стойностите по цени от тази година [по подразбиране: текущи цени]
arg-agency = Обяснява редовете на едно ведомство; * и ? са заместващи знаци
arg-line = Обяснява редовете с едно наименование; * и ? са заместващи знаци
arg-rule = Обяснява редовете, които едно правило определя
arg-measure = Обяснява и разхода на една жертва по тази категория (може да се повтаря)
arg-check-path = Папка на проекта или файлът му
arg-strict = Приема предупрежденията за грешки
arg-explain = Отпечатва подробния текст на код
arg-file = Файлът: CSV (също .gz или .zst), XLSX, XLSB, XLS, ODS или страница; book.xlsx#Sheet посочва лист
arg-ingest-as = За кой вход е
arg-reduce-as = Кой вход са [по подразбиране: единственият посочен]
arg-encoding = Кодиране, например windows-1251
arg-delimiter = Знак между клетките: "," ";" "|" или tab
arg-decimal = Десетичен знак: . или ,
arg-group = Знак между групите от по три цифри: " " или , или . или "" за никакъв
arg-skip = Редове над заглавния
arg-skip_last = Редове под последния, например бележка под линия
arg-skip_below = Редове между заглавния и данните
arg-header_rows = Редове, които съставят заглавния
arg-unit = Какво значи единица в сумите: 1, 1000 или 1000000
arg-round = Закръгля суми с повече знаци, отколкото има валутата
arg-year_form = Как са написани годините: ends, starts или вид дата, например %d.%m.%y
arg-from_name = Стойности от пътя, например otchet-{"{"}year{"}"}.csv
arg-keep = Кои редове се вземат (може да се повтаря), по колона на файла
arg-except = Кои редове отпадат (може да се повтаря), по колона на файла
arg-values = Дума на файла за наша (може да се повтаря), например phase:Ist=executed
arg-join = Колона от няколко (може да се повтаря, по ред), например line=Име
arg-missing = Какво стои вместо празна клетка: текст, above или "leave out" (може да се повтаря)
arg-blank = Какво пише файлът, когато нищо не се знае (може да се повтаря)
arg-ignore = Колони за оставяне (може да се повтаря); * са всички други
arg-short_rows = Редове с по-малко клетки от заглавния: fill
arg-amounts = Колона със суми, когато са няколко (може да се повтаря), като TOML: {"{"} column = "План", phase = "approved" {"}"}
arg-sections = Редове, които казват нещо за тези под тях (може да се повтаря), като TOML
arg-sheet = Лист на електронна таблица
arg-column = Името на колона във файла (може да се повтаря), например amount="Сума (лв.)"
arg-constant = Стойност на колона, която липсва във файла (може да се повтаря), например year=2016
arg-years_as_columns = Във файла има по една колона за година
arg-totals = Какво да се прави с редове, които са сборове: exclude (пропускат се) или count (броят се)
arg-pin = Добавя [[dialect]] във файла на проекта
arg-ingest-output = Записва редовете в този файл – изцяло или изобщо не
arg-files = Файлове с редове със суми [по подразбиране: тези на проекта]
arg-sql = Отпечатва стъпката като SQL за тази система вместо резултата ѝ
arg-table = Таблицата, която SQL чете [по подразбиране: файлът, ако системата чете файлове]
arg-folder = Папката, която да се създаде
arg-empty = Празна: заглавни редове без данни и всички видове правила като примери
arg-from = Продължава този проект: всичко от него преминава в новата папка, а следващата година се очаква
arg-init-currency = Валута на новия проект; старите редове и показатели посочват тази, в която са
arg-shell = За коя обвивка
arg-command = Страницата на тази команда [по подразбиране: на програмата]

value-KIND = ВИД
value-THEME = ЦВЕТОВЕ
value-SIZE = РАЗМЕР
value-TEXT = ТЕКСТ
value-PATH = ПЪТ
value-NAME-PATH = ИМЕ=ПЪТ
value-WHEN = КОГА
value-LANG = ЕЗИК
value-A--B = А..Б
value-Y = ГОДИНА
value-YEAR = ГОДИНА
value-PHASE = ЕТАП
value-FORMAT = ФОРМАТ
value-FILE = ФАЙЛ
value-DIM = РАЗРЕЗ
value-DIM-PATTERN = РАЗРЕЗ=ОБРАЗЕЦ
value-MEASURE = КАТЕГОРИЯ
value-FORM = ФОРМА
value-CODE = КОД
value-CODES = КОДОВЕ
value-DATE = ДЕН
value-AGENCY = ВЕДОМСТВО
value-LINE = РЕД
value-OTHER = ДРУГ
value-RULES = ПРАВИЛА
value-ID = ПРАВИЛО
value-PROJECT = ПРОЕКТ
value-INPUT = ВХОД
value-NAME = ИМЕ
value-MARK = ЗНАК
value-N = БРОЙ
value-COLUMN-NAME = КОЛОНА=ИМЕ
value-COLUMN-TEXT = КОЛОНА=ТЕКСТ
value-COLUMN-WORD-OURS = КОЛОНА:ДУМА=НАША
value-NAME-PATTERN = ИМЕ=ОБРАЗЕЦ
value-PATTERN = ОБРАЗЕЦ
value-TABLE = ТАБЛИЦА
value-COLUMN-VALUE = КОЛОНА=СТОЙНОСТ
value-WHAT = КАКВО
value-ENGINE = СИСТЕМА
value-DIR = ПАПКА
value-OUTPUT = ИМЕ
value-SHELL = ОБВИВКА
value-COMMAND = КОМАНДА

clap-unknown-argument = неочакван аргумент „{ $arg }“
clap-unknown-command = непозната команда „{ $command }“
clap-invalid-value = недопустима стойност „{ $value }“ за { $arg }
clap-value-needed = нужна е стойност за { $arg }
clap-invalid-value-because = недопустима стойност „{ $value }“ за { $arg }: { $why }
clap-missing = липсват задължителни аргументи: { $args }
clap-missing-command = нужна е команда
clap-conflict = { $arg } не може да се използва заедно с { $other }
clap-repeated = { $arg } не може да се повтаря
clap-unexpected-value = { $arg } не приема стойност „{ $value }“
clap-not-utf8 = аргумент не е текст в UTF-8
clap-values = [стойности: { $values }]
clap-quoted = „{ $word }“
clap-near = може би имахте предвид { $near }?
clap-more = За повече вижте „--help“.
