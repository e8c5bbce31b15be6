# Какво изискват услугите по норма, до отчетеното.

services-caption-steps = Необходимо по норма и отчетено, по стъпки, { $currency }
services-caption-groups = Необходимо по норма и отчетено, по стъпки и области, { $currency }
services-caption-areas = Необходимо по норма и отчетено, по области, { $currency }
services-caption-services = Какво изисква всяка услуга по норма, { $currency }
services-caption-per-victim = Необходимо по норма на една жертва, { $currency }

services-section = Какво изисква подпомагането по норма, до отчетеното

services-head-year = Година
services-head-step = Стъпка
services-head-area = Област
services-head-agency = Ведомство
services-head-service = Услуга
services-head-services = Услуги
services-head-unknown = С неизвестна стойност
services-head-needed = Необходимо
services-head-accounted = Отчетено
services-head-difference = Разлика
services-head-use = Дял на ползващите
services-head-users = Ползватели
services-head-units = Единици на човек
services-head-unit = Единица
services-head-unit-cost = Цена на единица
services-head-currency = Валута
services-head-cost = Стойност
services-head-factor = Към показаното
services-head-per-user = На ползвател
services-head-measure = Категория
services-head-victims = Жертви
services-head-of = Стъпка или услуга
services-head-per-victim = На една жертва
services-head-per-victim-of = На една жертва ({ $measure })
services-head-note = Бележка
services-head-bound-low = Долна граница
services-head-bound-high = Горна граница
services-head-low = { $head }, долна граница
services-head-high = { $head }, горна граница

services-all = Всички услуги
services-no-step = (без стъпка)
services-known-of = { $known } от { $services }
services-range = { $central } (от { $low } до { $high })
services-lacks = { $service }: не е известно: { $factor }

services-note-unknown = { $year } г., { $step }: стойността на { $unknown } от { $services } услуги не е известна и не е в сбора, който затова е твърде нисък ({ $lacking }).
services-note-none-known = { $year } г., { $step }: { $services ->
        [one] стойността на единствената услуга не е известна
       *[other] не е известна стойността на нито една от { $services } услуги
    } и сбор няма ({ $lacking }).
services-note-no-accounts = { $year } г., { $group }: в отчетите няма ред за тази стъпка и област и на нормата не се противопоставя нищо.
services-note-accounts-unknown = { $year } г., { $group }: { $count ->
        [one] единственият отчетен ред няма известна сума
       *[other] нито един от { $count } отчетни реда няма известна сума
    } и на нормата не се противопоставя нищо.
services-note-unlike = { $year } г.: при { $lacking } от { $groups } стъпки и области липсва стойност на услуга или отчетена сума; разликата за всички услуги съпоставя сборове с различен обхват.
services-note-not-estimated = { $year } г., { $group }: { $count ->
        [one] един отчетен ред няма известна сума и не е
       *[other] { $count } отчетни реда нямат известна сума и не са
    } в отчетеното.
services-note-unattributed = { $year } г., { $group }: { $amount } { $currency } от отчетите не са отнесени от никое правило и не са в отчетеното.
services-note-by-norm = { $year } г.: { $amount } { $currency } от отчетеното сами са взети от услугите чрез правило; те стоят от двете страни и не доказват нищо.
services-note-elsewhere = { $year } г.: отчетите отнасят още { $amount } { $currency } към други стъпки и области, за които тук няма услуга.
services-note-norm = Необходимото за услугите е норма: ползватели по единици по цена на единица – колко би струвало подпомагането, а не колко е платено. То не влиза в никой сбор на отчетите. Разликата е необходимото минус отчетеното.
services-note-bounds = Долната граница взема всички долни стойности, горната – всички горни; на една жертва най-малката стойност се дели на най-многото жертви, а най-голямата – на най-малкото. „sensitivity“ взема броя на жертвите като една величина в стойността и под нея и дава по-тесни граници.
services-note-by-step = Никоя услуга не посочва област: услугите се съпоставят с отчетите само по стъпки.
services-note-by-area = Отчетите нямат стъпки или никоя услуга не посочва стъпка: услугите се съпоставят с тях само по области. За стъпки впишете „step“ в dimensions на thb-cost.toml и го попълнете в редовете със суми и в services.
services-note-by-nothing = Услугите и отчетите нямат общи стъпки и области и на нормата не се противопоставя нищо. Попълнете step или area в services; за стъпки впишете „step“ в dimensions на thb-cost.toml и го попълнете в редовете със суми.
services-note-of-service = { $service }, { $year } г.: { $text }.

services-reason-factor = за услугата не е известно: { $factor }
services-reason-none = не е известна стойността на нито една от тези услуги

services-none = проектът няма услуги; добавете services.csv (service, year, step, area, users или use, units, unit, unit_cost) и services = "services.csv" под [inputs] в thb-cost.toml или дайте --input services=ФАЙЛ; примерът examples/services-made-up показва как
services-none-of-years = няма услуга за { $years }; services има { $has }
services-years-absent = services няма ред за { $years }; има { $has }
