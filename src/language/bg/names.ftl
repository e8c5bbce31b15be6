# Думите на областта: затворени речници, области на програмата, форми на експлоатация, мерки за жертвите, разрези.

area-institutional = институционални мерки
area-data = данни и анализ
area-prevention = превенция
area-capacity = обучение и квалификация
area-assistance = закрила и подкрепа на жертвите
area-international = международно сътрудничество
area-legal = законодателство
area-prosecution = наказателно преследване
area-unspecified = непосочено

exploitation-all = всички форми
exploitation-sexual = сексуална
exploitation-labour = трудова
exploitation-servitude = подневолно състояние
exploitation-sexual-and-labour = сексуална и трудова
exploitation-begging = просия
exploitation-forced-labour = принудителен труд
exploitation-forced-marriage = принудителен брак
exploitation-criminal-activity = престъпна дейност
exploitation-organ-removal = отнемане на органи
exploitation-other = друга
exploitation-unspecified = непосочена

measure-detected = установени
measure-identified = идентифицирани
measure-assisted = подпомогнати
measure-referred = насочени
measure-registered = регистрирани

financing-state = държавно
financing-external = външно

label-labelled = обозначени
label-unlabelled = необозначени

phase-approved = одобрен
phase-executed = отчетен
phase-best = най-добрият наличен

part-attributed = отнесено
part-remainder = остатък
part-unattributed = неотнесено
part-not-estimated = без оценка

state-direct = пряко
state-assumed = по преценка
state-measured = измерено
state-carried = пренесено
state-interpolated = интерполирано
state-indexed = индексирано
state-imputed = изчислено
state-derived = производно
state-excluded = изключено
state-unattributed = неотнесено
state-not-estimated = без оценка
state-not-reported = без данни

dimension-agency = ведомство
dimension-funder = финансираща страна
dimension-financing = финансиране
dimension-label = обозначение
dimension-line = бюджетен ред
dimension-function = функция
dimension-area = област
dimension-exploitation = експлоатация
dimension-state = състояние
dimension-currency = валута
dimension-rule = правило
dimension-step = стъпка

bound-low = долна граница
bound-central = централна стойност
bound-high = горна граница

role-numerator = числител
role-denominator = знаменател
role-weight = тегло на случай
role-amount = сума
role-units = брой единици
role-unit-cost = единична цена

act-write = записване
act-write-to = записване
act-make = създаване
act-read = прочитане

currency-BGN = лв.
currency-EUR = евро

by-agency = ведомства
by-funder = финансиращи страни
by-financing = източник на финансиране
by-label = обозначение
by-line = бюджетни редове
by-function = функции
by-area = области
by-exploitation = форми на експлоатация
by-state = начин на установяване
by-rule = правила
by-step = стъпки

step-1-1 = идентифициране
step-1-2 = оценка на риска
step-1-3 = неотложни нужди
step-1-4 = насочване
step-2-1 = кризисна интервенция
step-2-2 = период за възстановяване и размисъл
step-3-1 = дългосрочна подкрепа
step-3-2 = безопасно завръщане
step-3-3 = наказателно производство
step-3-4 = обезщетение

group-adults = пълнолетни
group-children = деца
group-men = мъже
group-women = жени
group-boys = момчета
group-girls = момичета
