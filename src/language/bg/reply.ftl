# Отговори на искания: какво не е наред с тях и какво е станало с отговорите.

reply-as-text = отговорът е записан като текст и вече не личи кой ред какъв е
reply-send-book = изпратете самата таблица като XLSX или ODS
reply-no-hidden-sheet = скритият лист „thb-cost“, който казва кой ред какъв е, е махнат
reply-hidden-sheet-changed = скритият лист „{ $sheet }“ не е такъв, какъвто е записан
reply-no-head = никой лист няма колона „{ $head }“
reply-two-sheets = отговори има на няколко листа: { $sheets }
reply-one-sheet = оставете листа, който важи
reply-put-back = върнете го, както е било, или препишете отговорите в изпратената таблица; попълват се само жълтите клетки
reply-ask-again = поправете клетката, както я разбира подателят, или попитайте отново
reply-one-row = оставете реда, който важи
reply-head-twice = две колони имат заглавие „{ $head }“
reply-columns-lost = махнати или преименувани са колони: { $heads }
reply-label-lost = надписът „{ $label }“ над таблицата е махнат или променен
reply-text-outside = нещо стои извън клетките за попълване
reply-nothing-there = нищо
reply-id-unknown = такъв ред не е искан
reply-an-id = номер на ред, както е изпратен
reply-id-twice = на този ред е отговорено два пъти, първо в { $first }
reply-cell-changed = променено е това, което се иска
reply-cell-no-number = това не е число
reply-cell-two-ways = това се чете по два начина: знакът може да е пред десетичните или между хилядите
reply-cell-thousands = „{ $word }“ означава хиляди или милиони; числото се иска изцяло
reply-cell-negative = число за цяла година не може да е под нулата
reply-cell-percent = процент не е отговор на това
reply-cell-date = електронната таблица е направила от това дата
reply-cell-error = в клетката има грешка от формула
reply-cell-formula = в клетката има формула без записан резултат
reply-cell-inexact = в клетката има повече цифри, отколкото пази електронната таблица
reply-cell-merged = клетката е слята с други
reply-cell-struck = клетката е зачеркната
reply-cell-currency = числото е в { $found }, иска се в { $asked }
reply-cell-no-currency = числото е в { $found }, а се иска брой, не пари
reply-cell-digits = числото има повече от { $digits } десетични знака
reply-cell-range = числото е по-голямо от всяка сума
reply-cell-no-count = това не е бройка: бройка е цяло число, <5 или 4-7
reply-cell-no-bounds = тук не се иска най-малка или най-голяма стойност
reply-cell-not-known = в тази колона се отбелязва само, че числото не е известно
reply-cell-both = до „не знаем“ стои и число
reply-cell-ends-alone = най-малка или най-голяма стойност стои без самото число
reply-cell-out-of-order = най-малката стойност, числото и най-голямата не са подредени
reply-cell-no-date = това не е ден, например 2026-12-01
reply-no-respondent =
    { $count ->
        [one] не е посочено кой е дал отговора
       *[other] не е посочено кой е дал { $count } отговора
    }
reply-no-date =
    { $count ->
        [one] отговорът няма дата
       *[other] { $count } отговора нямат дата
    }
reply-title = Отговор на { $agency } на искане на данни
reply-before = преди: { $figure } ({ $source })
reply-cannot-write = отговор трябва да се запише във { $file }, който не се променя сам
reply-write-by-hand = впишете числото там на ръка или първо превърнете файла в стандартен CSV
reply-several-rows = „{ $what }“ е сбор от няколко реда и никой от тях не може да поеме отговора
reply-differs = { $what }: известно е { $known } ({ $source }) и остава
reply-accept = отговорът се взема на негово място с --accept { $key }
reply-rows-gone =
    { $count ->
        [one] проектът вече няма един ред, който е искан: { $rows }
       *[other] проектът вече няма { $count } реда, които са искани: { $rows }
    }
reply-rows-gone-help = отговор на него не се взема; поискайте отново с ново искане
reply-rows-new =
    { $count ->
        [one] в проекта липсва едно число, което това искане не иска: { $rows }
       *[other] в проекта липсват { $count } числа, които това искане не иска: { $rows }
    }
reply-rows-new-help = поискайте го с ново искане
reply-embedded = отговорите се записват в папка с проект, а вграденият проект не е такава; създайте я с thb-cost init DIR
reply-no-replies = сред файловете на { $path } няма отговор на искане
reply-no-such-accept = --accept { $keys }: никой различен отговор няма такъв номер
reply-not-for-replies = { $flag } не служи при отговори на искания
reply-only-for-replies = --accept е за отговори на искания; { $file } не е такъв
reply-head = { $file }: { $agency }, отговорени { $answered } от { $asked }
reply-line = { $became }  { $what }{ $figure }
reply-became-written = записано
reply-became-same = вече известно
reply-became-not-known = не знаят
reply-became-differs = различно, не е взето
reply-became-gone = вече не се иска
reply-became-open = открито
reply-became-remark = открито, бележка
reply-changed-files = Променени: { $files }
reply-nothing-changed = Нищо не е променено.
