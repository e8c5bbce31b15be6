# Прегледът: какво се казва за неговата папка.

review-wrote = записано в { $path }: { $count ->
    [one] { $count } файл
   *[other] { $count } файла
}
review-too-many-rows = { $rows } реда на ведомостта са повече, отколкото побира лист на работната книга – { $most } под заглавния ред; прегледайте по-малко години (--year, --years) или редове (--where)
review-is-file = -o { $path }: това е файл; посочете папка, която е нова, празна или съдържа преглед
review-no-name = -o { $path }: работната папка и папките над нея не могат да бъдат заменени; посочете папка под нея
review-no-review = -o { $path }: папката съдържа друго, а не преглед; посочете папка, която е нова, празна или съдържа преглед
review-foreign = -o { $path }: { $name } не е част от прегледа и би се изгубил; преместете го или посочете друга папка
review-edited = -o { $path }: { $name } е променен след записването и промяната би се изгубила; преместете го или посочете друга папка
review-holds-input = -o { $path }: папката съдържа вход ({ $input }); посочете друга папка

verify-fine = { $path }: { $count ->
    [one] { $count } файл е такъв, какъвто
   *[other] всички { $count } файла са такива, каквито
} пише в manifest.json
verify-fine-again = проектът дава същите байтове, включително manifest.json
verify-missing = липсва: { $name }, описан в manifest.json
verify-changed = променен: { $name } няма контролната сума от manifest.json
verify-extra = в повече: { $name }, който не е описан в manifest.json
verify-made-otherwise = различен: проектът дава други байтове за { $name }
verify-no-longer-made = вече не се създава: { $name }
verify-made-too = създава се и { $name }, който не е описан в manifest.json
verify-version = прегледът е създаден с версия { $made }, а се създава отново с версия { $this }
verify-no-review = { $path }: в папката няма manifest.json на преглед; посочете папката, записана от thb-cost review -o DIR

changes-title = Какво промени този преглед
changes-lead = Той замени по-ранен преглед в същата папка. Стойностите са тези от report.json: преди → сега.
changes-program = Програма
changes-version = версия
changes-asked = Какво е поискано
changes-inputs = Входни файлове
changes-figures = Стойности
changes-files = Файлове с други байтове
changes-files-new = Нови файлове
changes-files-gone = Файлове, които вече ги няма
changes-more = и още { $count }
changes-change = { $name }: { $before } → { $after }
changes-input-other = `{ $name }` е друг файл
changes-input-new = `{ $name }` е нов
changes-input-gone = `{ $name }` вече го няма
changes-total = сбор
changes-total-low = сбор, долна граница
changes-total-high = сбор, горна граница
changes-labelled = обозначени
changes-attributed = отнесено от необозначените редове
changes-unattributed = неотнесено
changes-lines = редове
changes-not-estimated = редове без оценка
changes-not-reported = недокладвани редове
changes-per-victim = разход на една жертва ({ $measure })
