# Искания: книгата, която ведомството попълва, и писмото към нея.

request-too-many-rows = { $rows } числа са повече, отколкото една книга може да поиска от едно ведомство – { $most }; искайте по една година (--year)
request-sheet = Искане
request-title = Искане на данни: { $agency }
request-due = Моля, отговорете до { $due }
request-how-cells = Попълват се само жълтите клетки. Пишете числата изцяло, например 12 345,67, никога в хиляди и без думи. Указанията са под таблицата.
request-how-zero = 0 е отговор: нищо не е изразходвано или никой не е преброен. Когато никой не знае числото, изберете „{ $unknown }“. Каквото ще отговорите по-късно, остава празно.
request-how-counts = Когато числото не е сигурно, посочете и най-малката, и най-голямата възможна стойност. Малки бройки може да се пишат като <5 или 4-7.
request-how-source = Посочете в кой документ е числото и на коя страница. Кой отговаря и кога се пише веднъж над таблицата; в реда се пише само ако е различно.
request-how-send = Запишете файла като XLSX или ODS, не като CSV, и го върнете по имейл, дори да са попълнени само някои редове.
request-respondent = Отговорил (име, длъжност)
request-date = Дата на отговора
request-not-known = не знаем
request-head-what = Какво се иска
request-head-about = Какво се включва
request-head-year = Година
request-head-unit = Мярка
request-head-known = Последно известно
request-head-value = Отговор
request-head-low = Не по-малко от
request-head-high = Не повече от
request-head-not-known = Не е известно
request-head-source = Документ
request-head-page = Страница
request-head-respondent = Отговорил, ако е друг
request-head-date = Дата, ако е друга
request-head-remark = Бележка
request-caption-amounts = Средства
request-caption-drivers = Статистика
request-caption-counts = Жертви
request-caption-services = Услуги за жертвите
request-refuse-title = Не може да се прочете
request-refuse-figure = Напишете числото изцяло и само с цифри: 12 345,67. Без думи и не в хиляди; 1,234 се чете по два начина, пишете 1234.
request-refuse-count = Напишете цяло число (505), по-малко от (<5) или от-до (4-7).
request-refuse-date = Напишете дата, например 2026-12-01.
request-executed = Отчетени разходи за цялата година.
request-approved = Одобрени средства по бюджета за годината.
request-funder = Финансиране: { $funder }.
request-area = Област на програмата: { $area }.
request-driver = За цялата година. Показва каква част от по-широките разходи е за трафика на хора: { $rules }.
request-count = Жертви на трафик на хора, { $measure }{ $form }{ $group }
request-count-about = Лица за цялата година, всяко преброено веднъж.
request-persons = лица
request-users = { $service }: ползвали
request-users-about = Жертви на трафик, ползвали услугата през годината, всяка преброена веднъж.
request-units = { $service }: брой единици на ползвател
request-units-about = Средно на ползвател за годината.
request-unit-cost = { $service }: цена на единица
request-unit-cost-about = Пълна цена на единица ({ $unit }).
request-known = { $year }: { $figure }
request-known-source = { $year }: { $figure } ({ $source })
request-known-none = засега нищо
letter-to = До: { $agency }
letter-reference = Изх. № ____________    Дата: ____________
letter-reference-dated = Изх. № ____________    Дата: { $date }
letter-subject = Искане на данни за разходите за подпомагане на жертвите на трафик на хора
letter-greeting = Уважаеми колеги,
letter-why = Изготвяме „{ $project }“. Някои данни на вашето ведомство не са публикувани и в доклада стоят като неизвестни: разходите за подпомагане на жертвите изглеждат по-малки, отколкото са.
letter-what =
    { $count ->
        [one] Молим да ни предоставите едно число:
       *[other] Молим да ни предоставите { $count } числа:
    }
letter-head-what = Какво се иска
letter-head-years = Години
letter-head-unit = Мярка
letter-answer = Моля, попълнете жълтите клетки на приложения файл { $file } и го върнете по имейл.
letter-answer-due = Моля, попълнете жълтите клетки на приложения файл { $file } и го върнете по имейл до { $due }
letter-zero = Ако нищо не е изразходвано или никой не е преброен, отговорът е 0. Ако едно число не е известно на никого, във файла може да се отбележи и това; то също ни помага. Редовете, на които още не можете да отговорите, може да останат празни: изпратете каквото имате.
letter-source = За всяко число посочете в кой документ се намира, за да може читателят да го провери.
letter-use = Отговорите ви ще бъдат посочени в доклада с вашето ведомство като източник. Лични данни на жертви не се искат; моля, не изпращайте такива.
letter-thanks = Благодарим ви за съдействието.
letter-signature = ______________________________  (име, длъжност, телефон, имейл)
request-wrote =
    { $count ->
        [one] Записано е { $path }: иска се едно число
       *[other] Записано е { $path }: искат се { $count } числа
    }
request-wrote-agency = { $agency }: { $count } ({ $book }, { $letter })
request-nothing = Нищо не се иска: всички редове, статистики, бройки и услуги за тези години са известни.
request-no-agency = От „{ $agency }“ не се иска нищо; { $known }
request-agencies = иска се от { $agencies }
request-not-empty = { $path } вече съществува и не е празна; посочете нова папка с -o
