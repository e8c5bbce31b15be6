# Проверките: какво е съмнително или заслужава внимание в проекта като цяло.

check-leva-after-euro = { $line } е в левове за година, в която валутата на България е еврото
check-leva-correct = поправете валутата или годината
check-currency-assumed = { $line } не посочва валута и се приема за сума в евро, а { $leva } е в левове
check-name-currency = посочете валутата на всеки ред преди 2026 г.: BGN или EUR
check-formula = електронна таблица, която отвори резултат в CSV, ще приеме този текст за формула
check-formula-correct = поправете текста или пишете резултатите с --csv-safe
check-look-alike = „{ $value }“ в { $dimension } изглежда като „{ $other }“ в { $file }, ред { $row }, но е друга стойност: { $letter } не е { $other_letter }
check-look-alike-correct = изпишете ги еднакво, ако са едно и също
check-control = { $matching ->
    [one] публикуваният сбор е { $published } { $currency }, а { $matching } съответстващ ред дава { $sum } (разлика { $difference })
   *[other] публикуваният сбор е { $published } { $currency }, а { $matching } съответстващи реда дават { $sum } (разлика { $difference })
}
check-control-range = редовете, за които е контролата, дават сбор извън допустимите граници
check-control-matches-nothing = никой ред не съответства: проверете year, agency, financing, label и line на контролата
check-control-look = потърсете ред, който е грешен, липсва или е броен два пъти, или поправете контролата
check-driver-unused = показателят { $driver } не се използва от нито едно правило
check-driver-leave = оставете го или напишете правило по него
check-carried = правило { $rule }: делът за { $year } г. е пренесен от { $of } г.
check-carried-add = добавете показателите за годината, когато станат известни
check-blanks = { $line }: празни са { $blank } от { $rows } суми; сборът може да е занижен
check-blanks-fill = попълнете празните суми или отделете тези редове в собствен бюджетен ред
check-two-inputs = { $line } стои в { $inputs } и се събира
check-two-inputs-remove = ако и в двата стоят едни и същи средства, премахнете ги от единия
check-double = { $line } има финансиращата страна и сумата на реда с външно финансиране { $external }
check-double-more = { $line } има финансиращата страна и сумата на реда с външно финансиране { $external }; такива двойки има още { $count }
check-double-remove = ако това е една и съща безвъзмездна помощ, премахнете единия от двата реда
check-approved = { $line } се показва с одобрената си сума
check-approved-add = добавете отчетената сума, когато бъде публикувана
check-not-published = { $count ->
    [one] { $year } г.: { $count } ред е без публикувана сума: { $lines }
   *[other] { $year } г.: { $count } реда са без публикувана сума: { $lines }
}
check-not-reported = { $count ->
    [one] { $years } г.: очакван ред липсва: { $lines }
   *[other] { $years } г.: { $count } очаквани реда липсват: { $lines }
}
check-not-reported-fill = добавете ред за всеки, с празна сума, ако нищо не е публикувано, или посочете в expected докога го е имало
check-line-missing = { $count ->
    [one] { $years } г.: няма ред, който други години имат: { $lines }
   *[other] { $years } г.: няма { $count } реда, които други години имат: { $lines }
}
check-line-missing-add = добавете реда или напишете входа expected, който казва в кои години се очаква всеки ред
check-same-file = { $file } има същото съдържание като { $first }, затова редовете му се броят два пъти
check-same-file-remove = махнете единия от [inputs] или стеснете шаблона: "!{ $file }"
check-not-published-fill = попълнете сумите, когато бъдат публикувани
check-fixed-rate = курсът от { $from } към { $to } по закон е { $rate } лева за едно евро; редът се пренебрегва
check-fixed-rate-remove = премахнете реда
check-rule-unused = правило { $rule } не съответства на нито един ред
check-rule-unused-look = проверете имената и заместващите знаци в условието му ({ $fields })
check-rule-waits = правило { $rule } чака показателите си за { $years } г.
check-rule-waits-fill = попълнете { $drivers } в drivers, когато станат известни
check-rule-overlaps = правило { $rule } съответства и на { $line }, който се определя от правило { $above } над него
check-rule-overlaps-leave = ако това е нарочно, не е нужно да правите нищо
check-rule-shadowed = правило { $rule } не определя нищо: { $line } се определя от правило { $above } над него
check-rule-shadowed-move = преместете { $rule } над { $above } или го премахнете
check-source = източникът „{ $id }“ липсва в списъка на източниците
check-source-add = добавете в sources ред с означение { $id }
check-measure = категорията „{ $measure }“ няма нито един ред във victims
check-measure-name = посочете файл victims в [inputs] или премахнете victims от [project]
check-measure-has = във файла на жертвите има { $measures }
check-service-measure = услугата { $service } посочва категория { $measure }, за която в victims няма брой
check-service-no-victims = добавете в victims брой на жертвите от категория { $measure } или дайте брой в users
check-parts = { $measure }, { $year } г.: бройките по форма на експлоатация дават { $sum }, а общият брой е { $total }
check-parts-correct = поправете бройките; разбивка по тях се отказва
protect-parts-above = бройките на жертвите по форма на експлоатация за { $year } г. (категория: { $measure }) надхвърлят общия брой; някои от тях са защитени
check-parts-leave = ако в източника е така, не е нужно да правите нищо; разбивката нарича остатъка непосочен
check-break = { $measure }: динамичният ред се прекъсва през { $year } г.
check-break-why = { $measure }: динамичният ред се прекъсва през { $year } г.: { $why }
check-break-compare = не сравнявайте разхода на една жертва преди и след това

project-check-rate = проверете сумата и курса
project-no-rate = няма курс от { $from } към { $to } за { $year } г.
project-no-index = в prices няма индекс „{ $index }“
project-add-index = добавете темповете му в prices или посочете друг индекс
project-add-rate = добавете ред в rates: { $from },{ $to },{ $year },КУРС
check-unit-currency = мерната единица на показателя { $driver } посочва { $named }, а ред без валута се приема за { $assumed }
check-unit-currency-name = впишете валутата на реда в колоната `currency`: { $named }, ако единицата е вярна

trial-head = Колко грешат оценките на липсващи години: всяка известна година се изважда поред и се оценява по останалите
trial-driver = показател { $driver }{ $unit }, известен за { $years } г. ({ $uses })
trial-amounts = суми на { $line }{ $currency }, публикувани за { $years } г. ({ $uses })
trial-unit = {", "}{ $unit }
trial-use = правило { $rule }: { $key } = "{ $word }"
trial-method = { $count ->
    [one] { $method }: средна грешка { $mean }{ $share } за една година, най-голяма { $largest } през { $year } г. ({ $estimate } вместо { $known })
   *[other] { $method }: средна грешка { $mean }{ $share } за { $count } години, най-голяма { $largest } през { $year } г. ({ $estimate } вместо { $known })
}
trial-method-none = { $method }: не може да оцени нито една от тези години
trial-share = {" "}({ $share } %)
trial-common = средна грешка за { $years } г., които всички могат да оценят: { $means }
trial-mean = { $method } { $mean }
trial-too-few = по-малко от две известни години: няма какво да се изважда
trial-without-rate = не е изпробвано: няма курс от { $from } към { $to } за { $year } г.
