# Правилата: как се изказват дяловете, условията и разбивките и какво може да не е наред в тях.

share-all = всичко
share-none = нищо
share-fixed = { $share } от него, както е записано в правилото
share-judgement = { $central } от него, между { $low } и { $high }, по преценката в правилото
share-ratio = { $numerator } към { $denominator }
share-ratio-weighted = { $numerator } към { $denominator }, като един случай от { $numerator } се брои за { $weight }
share-weight = { $central } други
share-weight-range = { $central } други (между { $low } и { $high })
share-weight-driver = толкова други, колкото показва { $driver }
share-pool = { $count } преценки, обединени по тегло: { $judgements }
share-pool-one = { $who }: { $central }, между { $low } и { $high }, тегло { $weight }
share-pool-nobody = преценка { $number }
share-product = дял от дял: { $factors }
share-amount = { $driver } към сбора на редовете
share-units = { $units } по { $cost }
share-services = разходът по норматив за услугите { $services }
share-overhead = като редовете, които обслужва: { $serves }
match-every-line = всеки ред
match-field = { $field } { $patterns }
split-share = { $part } { $share }
split-counts = бройките на жертвите (категория: { $measure }) по форма на експлоатация
split-driver = { $part } по { $driver }

rules-version-unknown = тази версия на правилата не е позната
rules-write-version = напишете version = 1
rules-repeated-id = означението „{ $id }“ стои вече на ред { $row }
rules-own-id = дайте на правилото собствено означение
rules-bad-id = означението не е в позволения вид
rules-id = малки латински букви, цифри и тирета, например moi-organised-crime
rules-rewrite-id = напишете означението наново
rules-bad-years = годините не могат да се прочетат
rules-years = "2014", "2014..2017", "2014.." или "..2017"
rules-write-years = напишете година или период, в кавички
rules-bad-date = датата не може да се прочете
rules-date = дата като 2026-11-01
rules-write-date = напишете я без кавички

rule-write-one = напишете една от тези думи
rule-missing-unknown = стойността на missing не е позната
rule-fill-unknown = стойността на fill не е известна
rule-weight-unreadable = теглото не може да се прочете или не е над 0
rule-weight = теглото е число над 0
rule-write-weight = запишете число, например 5, интервал, например {"{"} low = 2, central = 5, high = 10 {"}"}, или (за отношение) името на показател
rule-pool-empty = в pool няма нито една преценка
rule-pool-add = запишете поне една преценка с low, central и high
rule-product-too-short = произведението има по-малко от два множителя
rule-product-of-two = два или повече дяла – десетично число, интервал, pool или отношение
rule-product-add = запишете дяловете в списък или единствения – без product
rule-no-factor = това не може да е множител в произведение
rule-write-factor = запишете десетично число, интервал, pool или отношение
rule-no-services = не е посочена услуга
rule-name-services = посочете услуга или шаблон за имена
rule-distribution-unknown = разпределението не е познато
rule-bounds-out-of-order = low, central и high не са подредени по големина
rule-put-in-order = подредете ги
rule-no-form = това не е вид дял
rule-write-form = напишете един от тези видове
rule-share = "all", "none", десетично число от 0 до 1, например 0.05, или процент, например "5%"
rule-share-unreadable = делът не може да се прочете
rule-share-whole = { $number } е цяло число без знак, което може да се разбере и като дял, и като процент
rule-write-per-cent = запишете "{ $number }%" за толкова на сто или десетично число с точка
rule-write-all-or-one-per-cent = запишете "all" или "100%" за цялото, "1%" за един на сто
rule-write-share = напишете го по един от тези начини
rule-share-out-of-range = делът е под 0 или над 1
rule-what-a-share-says = делът казва каква част от бюджетния ред се отнася за трафик на хора – от нищо до всичко; "5%" е 0.05

split-key = by = "victims:КАТЕГОРИЯ" или by = {"{"} assistance = "показател_а", prosecution = "показател_б" {"}"}
split-key-unreadable = ключът на разбивката не може да се прочете
split-name-measure = посочете категория жертви след victims:
split-write-one = напишете едно от двете
split-no-parts = разбивката няма части
split-name-part = посочете поне една част и показателя ѝ
split-blank-name = част от разбивката е без име
split-one-name = две части на разбивката имат едно и също име
split-own-name = дайте на всяка част собствено име
split-two-rests = разбивката може да има само един остатък "rest"
split-one-rest = един "rest"
split-give-share = дайте дял на тази част
split-share-unreadable = делът на част не може да се прочете
split-share-or-rest = дял като "70%" или 0.7, или "rest"
split-write-share = напишете дял от 0 до 1
split-not-one = сборът на частите е { $sum }, а не 1
split-correct-or-rest = поправете дяловете или дайте "rest" на една от частите
split-exactly-one = части със сбор точно 1
split-above-one = сборът на частите освен "rest" е { $sum }, над 1
split-correct = поправете дяловете
split-at-most-one = части със сбор най-много 1 освен "rest"
split-no-counts = за { $year } г. няма известен брой жертви по форма на експлоатация (категория: { $measure })
split-add-counts = добавете бройките във victims или направете разбивката по нещо друго
split-parts-above = { $measure }, { $year } г.: сборът на частите е { $sum }, над общия брой { $total }
split-correct-counts = поправете бройките във victims или направете разбивката по нещо друго
split-driver-unknown = показателят { $driver } няма стойност за { $year } г., а разбивка се нуждае от него
split-add-driver = добавете стойността му в drivers
split-negative = за { $year } г. има тегло под 0
split-not-negative = теглата са 0 или повече
split-all-zero = за { $year } г. всички тегла са 0
split-above-zero = поне едно тегло трябва да е над 0

rule-fault = правило { $rule }: { $fault }
rule-fault-of-line = правило { $rule }, което определя { $line }: { $fault }
rule-lines-add-to-zero = сборът на редовете на това правило за { $year } г. е 0
rule-driver-is-zero = показателят { $driver } за { $year } г. е 0
rule-divides-by-zero = { $what }, а дял се дели на него
rule-check-drivers-and-amounts = проверете показателите и сумите на редовете
rule-product-out-of-order = границите на произведението от брой единици и единична цена за { $year } г. не са подредени
rule-units-not-negative = броят единици и единичната цена са 0 или повече
rule-share-is = делът за { $year } г. е { $decimal } ({ $share })
rule-bound-is = делът ({ $bound }) за { $year } г. е { $decimal } ({ $share })
rule-both-signs = обслужваните редове са с двата знака: изключете корекциите от overhead_of
rule-check-drivers = проверете показателите, годините им и какво броят: делът е между 0 и 1
rule-shares-out-of-order = долният, централният и горният дял за { $year } г. не са подредени
rule-check-bounds = проверете границите на показателите или на редовете, които непреките разходи обслужват
rule-driver-unknown = показателят { $driver } няма стойност за { $year } г.
rule-add-or-say-missing = добавете стойността в drivers или кажете в дяла какво става без нея: missing = "skip", "previous", "interpolate" или "index:ИМЕ"
rule-nothing-to-carry = { $count ->
    [one] няма година до { $year } г., в която { $drivers } да е известен
   *[other] няма година до { $year } г., в която { $drivers } да са известни едновременно
}
rule-add-or-skip = добавете стойност в drivers или задайте missing = "skip" в дяла
rule-nothing-before = показателят { $driver } не е известен за нито една година преди { $year } г.
rule-nothing-between = показателят { $driver } не е известен и преди, и след { $year } г., така че между тях не може да се прокара права
rule-index-chain = индексът { $index } няма темп за { $missing } г., а веригата от { $from } до { $year } г. има нужда от него
rule-add-to-chain = добавете темпа в prices или оценете годината по друг начин
rule-fill-out-of-range = сумата, която попълва { $year } г., е извън допустимите стойности
rule-two-currencies = мерните единици на { $above } и { $below } са в две валути
rule-say-currencies = попълнете колоната currency и за двата показателя, за да бъдат приведени към една валута
rule-weight-not-positive = показателят { $driver } е тегло, а за { $year } г. не е над 0 (включително долната граница)
rule-factor-is = множител { $position } на произведението е { $decimal } ({ $share }) за { $year } г.
rule-service-unknown = разходът за услугата { $service } не е известен за { $year } г.: липсва { $factor }
rule-complete-service = попълнете го в services или оставете услугата извън шаблона
rule-no-service-of-year = в services няма ред за { $year } г. за { $pattern }
rule-add-service = добавете я в services или ограничете годините на правилото
rule-service-nowhere = няма услуга с име „{ $pattern }“
service-factor-users = броят на ползвателите
service-factor-use = делът на жертвите, които я ползват
service-factor-victims = броят на жертвите, от който се взема делът
service-factor-units = броят единици
service-factor-unit-cost = единичната цена
service-factor-protected = броят на ползвателите, който е защитен
protect-driver = показателят „{ $driver }“ за { $year } г. е под { $below } или издава защитена бройка, а отнесеното от правилото { $rule } би го издало
protect-driver-rest = показателите „{ $numerator }“ и „{ $denominator }“ за { $year } г. се различават с по-малко от { $below }, а отнесеното от правилото { $rule } би издало с колко
protect-driver-help = ако не брои хора, напишете not_people = ["{ $driver }"] под [project]; иначе вземете по-широк ключ или напишете --protect 0
rule-serves-nothing = непреките разходи не обслужват нито един ред с известна сума за { $year } г.
rule-correct-overhead = поправете overhead_of или ограничете годините на правилото
rule-served-add-to-zero = сборът на обслужваните от непреките разходи редове за { $year } г. е 0
rule-check-served = проверете сумите на редовете, които overhead_of избира
rule-circle = { $rules } се обслужват взаимно през { $year } г. и не определят дял
rule-leave-circle = нека едно от тях обслужва ред извън кръга
rule-driver-nowhere = показателят „{ $driver }“ липсва в drivers
rule-add-driver = добавете го в drivers; празна стойност означава, че още не е известен
rule-out-of-range = отнесеното от { $line } е извън допустимите граници
rule-check-drivers-and-amount = проверете показателите и сумата
