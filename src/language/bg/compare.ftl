# Какво се е изменило между две години или два проекта и защо.

compare-caption-words = Какво се е изменило
compare-caption-causes = От единия сбор към другия, { $currency }
compare-caption-groups = Изменение по: { $by }, { $currency }
compare-caption-quotient = Изменение на разхода за една жертва, { $currency }
compare-caption-lines = Редове с изменен разход, { $currency }

compare-head-words = От { $from } към { $to }
compare-head-cause = Причина
compare-head-amount = Сума
compare-head-change = Изменение
compare-head-measure = Категория
compare-head-victims = Жертви { $side }
compare-head-cost-before = Разход { $side }
compare-head-cost-after = Разход { $side }
compare-head-of-money = От средствата
compare-head-of-victims = От броя на жертвите
compare-head-line = Ред
compare-head-why = Какво се е изменило

compare-row-total = Общо { $side }
compare-row-all = Общо
compare-row-blank = (празно)

compare-cause-amounts = суми по редовете
compare-cause-new = нови редове
compare-cause-gone = отпаднали редове
compare-cause-published = сума, публикувана само от едната страна
compare-cause-rules = правила
compare-cause-drivers = показатели за разпределение
compare-cause-services = услуги по норма
compare-cause-overheads = общи разходи
compare-cause-splits = разпределение между групите
compare-cause-currency = валутни курсове
compare-cause-prices = цени
compare-cause-victims = брой на жертвите

compare-part-external = Външното финансиране по обозначените редове
compare-part-state = Държавното финансиране по обозначените редове
compare-part-unlabelled = Отнесеното от необозначените редове

compare-words-total = { $direction ->
    [up] Общият разход е нараснал с { $change } { $currency }: от { $before } ({ $from }) на { $after } ({ $to }).
    [down] Общият разход е намалял с { $change } { $currency }: от { $before } ({ $from }) на { $after } ({ $to }).
   *[same] Общият разход е без изменение: { $before } { $currency }.
}
compare-words-part = { $direction ->
    [up] { $part } е нараснало с { $change }: от { $before } на { $after }.
    [down] { $part } е намаляло с { $change }: от { $before } на { $after }.
   *[same] { $part } е без изменение: { $before }.
}
compare-words-range = Диапазонът на общия разход е бил от { $low_before } до { $high_before } ({ $from }), а сега е от { $low_after } до { $high_after } ({ $to }).
compare-words-range-lines = При тези редове се е променил само диапазонът, но не и стойността: { $lines }.
compare-words-unknown = Изменение на общия разход не може да се посочи: за едната страна ({ $from } или { $to }) не е известна нито една сума.
compare-words-one-cause = Цялото изменение на общия разход се дължи на една причина: { $cause }.
compare-words-causes = Изменение на общия разход по причини: { $causes }.
compare-words-cause = { $cause } { $amount }
compare-words-victims = Жертви ({ $measure }): от { $before } на { $after }.
compare-words-quotient = { $direction ->
    [up] Разходът за една жертва ({ $measure }) е нараснал с { $change } { $currency }: от { $before } на { $after }. От това { $money } се дължи на средствата и { $victims } на броя на жертвите.
    [down] Разходът за една жертва ({ $measure }) е намалял с { $change } { $currency }: от { $before } на { $after }. От това { $money } се дължи на средствата и { $victims } на броя на жертвите.
   *[same] Разходът за една жертва ({ $measure }) е без изменение: { $before } { $currency } ({ $money } от средствата и { $victims } от броя на жертвите).
}
compare-words-no-quotient = Разходът за една жертва ({ $measure }) не е сравнен: { $reason }.

compare-reason-one = за { $side } не е известен брой, по-голям от нула
compare-reason-both = нито за { $from }, нито за { $to } е известен брой, по-голям от нула
compare-reason-cost = за едната страна не е известна нито една сума
compare-reason-protected = броят за { $sides } е защитен

compare-why-amount = сума от { $before } на { $after }
compare-why-more = още една сума при ключ, който го има и от двете страни
compare-why-fewer = с една сума по-малко при ключ, който го има и от двете страни
compare-why-share = дял от { $before } на { $after } ({ $because })
compare-why-overhead = това, което общият разход обслужва
compare-why-rule = правило от { $before } на { $after }
compare-why-rule-text = правило { $rule } е написано по друг начин
compare-why-sum = сборът на редовете, по които се разпределя
compare-why-services = услуги по норма: { $services }
compare-why-services-rates = валутните курсове на услугите му
compare-why-driver = { $driver } от { $before } на { $after }
compare-why-drivers = { $drivers }

compare-warning-lines = Внимание: сравняват се одобрени средства с отчетени разходи. { $count ->
    [one] Един ред е одобрен от едната страна и отчетен от другата
   *[other] { $count } реда са одобрени от едната страна и отчетени от другата
}: { $names }.
compare-warning-phases = Внимание: сравняват се одобрени средства с отчетени разходи. От { $from } и { $to } само едната страна има одобрени суми.
compare-warning-break = Внимание: редът от данни за жертвите ({ $measure }) се прекъсва през { $year } г. Броят на жертвите и разходът за една жертва не са съпоставими преди и след тази година.
compare-warning-source = Внимание: данните за жертвите ({ $measure }) от двете страни са от различни източници.
compare-warning-not-estimated = Извън тези данни остават редовете, за които никой не е публикувал сума: { $before ->
    [one] 1 ред
   *[other] { $before } реда
} за { $from }, { $after ->
    [one] 1 ред
   *[other] { $after } реда
} за { $to }.
compare-warning-unattributed = Извън тези данни остава това, за което няма правило: { $before } { $currency } за { $from }, { $after } { $currency } за { $to }.

compare-note-method = Изменението се разпределя между причините без остатък и еднакво, от която и страна да се гледа: приносът на всяка причина е средният ѝ принос при всички последователности, в които причините могат да действат (Бенет, Шапли). Частите се закръгляват така, че сборът им да дава изменението.

compare-prices-current = текущи цени
compare-prices-of = цени от { $year } г.
compare-subtitle = { $from } и { $to }{ $form }{ $only }, { $currency }, { $prices }, етап: { $phase }
compare-subtitle-form = , експлоатация: { $form }

usage-compare-alone = една година не се сравнява със самата себе си; посочете втора година или друг проект с --with
usage-compare-no-lines = няма редове за { $year }; „{ $project }“ няма никакви редове
usage-compare-year = няма редове за { $year }; „{ $project }“ има { $years }
