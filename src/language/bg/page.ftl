# HTML и LaTeX: заглавия край таблиците; страницата на прегледа.

page-findings = Констатации
page-why = Обяснение
page-notes = Бележки
page-sources = Източници
docx-page = страница
page-unknown = няма данни

page-lines = Бюджетни редове, { $currency }
page-head-label = Обозначение
page-head-state = Как е известно
page-head-rule = Правило
page-sum = { $count ->
    [0] { $sum } { $currency }: никой бюджетен ред не допринася.
    [one] { $sum } { $currency } във ведомостта, от един бюджетен ред:
   *[other] { $sum } { $currency } във ведомостта, сбор от { $count } бюджетни реда:
}
page-unknown-sum = Никой не е публикувал сума за тези редове: стойността не е известна, което не означава нула.
page-unknown-lines = { $count ->
    [0] За всеки ред има публикувана сума.
    [one] За един ред никой не е публикувал сума; той не влиза в никой сбор.
   *[other] За { $count } реда никой не е публикувал сума; те не влизат в никой сбор.
}
page-restated = { $steps } = { $shown } { $currency }, закръглено веднъж.
page-total = Всички показани редове, събрани точно и закръглени веднъж:
page-more-rows = и още { $count }
page-quotient = { $cost } / { $count } = { $figure } { $currency }, закръглено веднъж, от разхода преди закръгляването.
page-quotient-cost = Разходът е този за { $row } в таблицата по-горе.
page-count-place = Броят е от { $file }, ред { $row }.
page-count-note = Бележка: { $note }.
page-count-range = Интервал от { $low } до { $high }; { $central } е средата му.
page-language-name = Български
page-language = Език
page-theme = Тъмно или светло
page-hint = Всяка стойност се отваря и показва от какво е съставена: натиснете я. Заглавията на колоните подреждат редовете.
page-filter = Редове, съдържащи
page-count = %1 от %2 реда
page-all-rows = Всички %1 реда; показани са първите %2
page-without-script = Бюджетните редове са и в ledger.csv; тук ги показва скриптът на страницата.
page-charts = Диаграми
page-made = Изготвено с thb-cost { $version }. Файлът е завършен сам по себе си и не изтегля нищо.
page-close = Затваряне
page-parts-of-form = Експлоатация: { $form }; сбор от: { $parts }.
page-no-parts-of-form = Нищо от този ред не е за експлоатация от вида „{ $form }“.
