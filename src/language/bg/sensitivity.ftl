# Колко сигурни са данните.

sensitivity-caption-inputs = Несигурни входни величини
sensitivity-caption-interval = От най-малката до най-голямата стойност, { $currency }
sensitivity-caption-spread = Разпределение при { $count ->
    [one] едно случайно теглене
   *[other] { $count } случайни тегления
}, { $currency }
sensitivity-caption-tornado = По една входна величина, останалите с централна стойност, { $currency }
sensitivity-caption-sobol = Дял от дисперсията, обяснен от всяка входна величина (индекси на Собол)

sensitivity-head-figure = Стойност
sensitivity-head-input = Входна величина
sensitivity-head-low = Долна
sensitivity-head-central = Централна
sensitivity-head-high = Горна
sensitivity-head-shape = Разпределение
sensitivity-head-p5 = 5 %
sensitivity-head-p50 = 50 %
sensitivity-head-p95 = 95 %
sensitivity-head-mean = Средно
sensitivity-head-at-low = При долна граница
sensitivity-head-at-high = При горна граница
sensitivity-head-swing = Размах
sensitivity-head-first = Самостоятелно
sensitivity-head-total = Заедно с други
sensitivity-head-confidence = ±

sensitivity-row-error = ± стандартна грешка
sensitivity-row-alternative = - { $name }
sensitivity-all-years = всички години
sensitivity-blank = (празно)
sensitivity-per-victim = за една жертва ({ $measure })
sensitivity-per-victim-of-any = за една жертва, по коя да е категория

sensitivity-input-rule = правило { $id }
sensitivity-input-factor = правило { $id }, множител { $factor }
sensitivity-input-weight = правило { $id }, тегло на случай
sensitivity-input-weight-of-factor = правило { $id }, множител { $factor }, тегло на случай
sensitivity-input-service = услуга { $service } { $year } г.: { $factor }
sensitivity-input-driver = { $driver } { $year }
sensitivity-input-years = { $driver }, всички години заедно
sensitivity-input-group = група { $name }
sensitivity-input-of = { $input } ({ $name })
sensitivity-input-victims = жертви { $year } ({ $measure })
sensitivity-input-victims-of = жертви { $year } ({ $measure }), { $form }
sensitivity-input-rules = избор на правила
sensitivity-input-measure = избор на категория жертви

sensitivity-shape-pert = PERT
sensitivity-shape-triangular = триъгълно
sensitivity-shape-pool = една от { $count } преценки по тегло
sensitivity-shape-uniform = равномерно
sensitivity-shape-whole = цели числа, равновероятни
sensitivity-shape-choice = равновероятно
sensitivity-shape-weighted = по тегло
sensitivity-shape-together = изменят се заедно

sensitivity-prices-current = текущи цени
sensitivity-prices-of = цени от { $year } г.
sensitivity-subtitle = Колко сигурни са данните{ $only }, { $currency }, { $prices }, етап: { $phase }

sensitivity-note-nothing = Нито едно правило, показател за разпределение или брой на жертвите, от които зависят тези стойности, няма граници: няма какво да се тегли.
sensitivity-note-interval = От най-малката до най-голямата стойност: никое теглене не излиза извън тях. Където всички долни и всички горни граници на отчета наистина ограничават стойността, това са те, закръглени ред по ред. Не я ограничават, когато брой или показател с граници разделя показаното по области или форми на експлоатация и когато се теглят други правила или категории; когато две величини имат обща входна величина (разход, който зависи от броя на жертвите, за една жертва), те са по-широки от нужното и границите тук са по-тесни.
sensitivity-note-draws = { $count ->
    [one] Едно случайно теглене
   *[other] { $count } случайни тегления
} на всяка входна величина, начално число { $seed }. Всяка величина е една случайна величина навсякъде, където се използва, независима от останалите, и има собствена редица от случайни числа, така че други правила не променят стойностите ѝ. Годините на един показател и всичко от една група се изменят заедно. Границите на показател за разпределение се теглят по PERT (форма 4), тези на брой жертви като равновероятни цели числа. Едно теглене е стойността от отчета и това, с което я изменят входните величини, което не се закръглява ред по ред. Стандартната грешка е само от тегленията: с броя им тя изчезва и не казва нищо за това дали границите са верни. Процентил на величина с малко стойности няма такава.
sensitivity-note-indices = Индексите са по схемата на Салтели (първи ред: Салтели 2010; пълен: Янсен 1999) с обикновени случайни тегления; ± е половината от 95-процентния интервал по делта метода. Индексите може да излязат малко под 0 или над 1.
sensitivity-note-known-count = Разходът за една жертва при известен брой се изменя точно като самия разход и има същите индекси. Брой, който може да е нула, не дава стойност за теглене.
sensitivity-note-choice = При избор всички възможности са равновероятни или се теглят с даденото им тегло, а размахът е от най-ниската до най-високата от тях.

usage-sensitivity-draws = --draws приема цяло число от 2 до 10000000, например 10000
usage-sensitivity-two-weights = { $one } и { $other } са едни и същи правила с две различни тегла: посочете ги веднъж
usage-sensitivity-weights = теглата на другите правила са общо { $sum }: трябва да са под 1, защото остатъкът е за собствените правила на проекта
