# Обяснения: дърво от изречения от общата сума до редовете и източниците.

explain-only = Само редове с { $only }
explain-sources = Източници
explain-year = { $year } г.: отнесени са { $total } { $currency }{ $range }, от { $lines }{ $rest }
explain-year-nothing = { $year } г.: нищо не е отнесено{ $rest }
explain-budget-lines = { $count ->
    [one] { $count } бюджетен ред
   *[other] { $count } бюджетни реда
}
explain-rest-unknown = ; { $lines } без оценка, което не е нула
explain-rest-outside = ; { $lines }, неотнесени по никое правило
explain-range = , между { $low } и { $high }

explain-line = { $name }: { $attributed } от { $amount } { $currency }{ $range }
explain-line-imputed = { $name }: { $attributed } { $currency }{ $range }
explain-line-unattributed = { $name }: { $amount } { $currency }, неотнесени
explain-line-excluded = { $name }: сумата не е публикувана и редът е изключен
explain-line-unknown = { $name }: сумата не е публикувана ({ $unknown })
explain-line-name = { $agency }, „{ $line }“
explain-what = Обозначение: { $label }; етап: { $phase }; плаща: { $funder } (финансиране: { $financing }).
explain-phase-approved = одобрен (предвидени средства, а не разход)
explain-state = Състояние: { $state }.
explain-state-direct = пряко, тоест обозначено като борба с трафика на хора и се брои изцяло
explain-state-assumed = по преценка, тоест по дял, записан в правилото
explain-state-measured = измерено, тоест по показатели за същата година
explain-state-carried = пренесено, тоест по показатели от по-ранна година
explain-state-interpolated = интерполирано, тоест между две известни години
explain-state-indexed = индексирано, тоест последната известна стойност, движена по ценови индекс
explain-state-imputed = изчислено от брой единици и единична цена, тъй като сумата не е публикувана
explain-state-derived = производно, тоест непреки разходи, разпределени като редовете, които обслужват
explain-state-excluded = изключено, тоест според правилото нищо от него не се отнася за трафик на хора
explain-state-unattributed = неотнесено, тоест никое правило не го определя: показва се, но не се брои
explain-state-not-estimated = без оценка, тоест сумата не е публикувана: не се брои, но не е и нула
explain-state-not-reported = без данни, тоест ред се е очаквал, а няма: не се брои, но не е и нула
explain-shown = Показано в { $currency } по { $rate } { $currency } за единица { $from } ({ $at }): { $amount } { $currency }.
explain-year-sum = От тях { $amount } { $from } по { $rate } { $currency } за единица { $from } ({ $at }).
explain-year-also = Това са { $total } { $currency }{ $range }.
explain-also = Това са { $figure } { $currency }{ $range }.
explain-by-law = по закон
explain-divided = Разделено по метода на най-големия остатък:
explain-part = { $area }, { $form }: { $amount }{ $range }
explain-left = Остава и не се брои: { $amount } { $currency }{ $bounds }.
explain-left-bounds = {" "}({ $low } при долната граница, { $high } при горната)
explain-note = Бележка във файла: { $note }.
explain-rows = От { $rows }: { $places }.{ $mark }
explain-count-rows = { $count ->
    [one] { $count } ред във файл
   *[other] { $count } реда във файлове
}
explain-places-more = { $places } и още { $count }
explain-place-line = { $file } ред { $row }
explain-place-row = { $file } ред { $row }

explain-rule = Определя се от правило { $rule }{ $title }: { $share }.
explain-rule-title = {" "}({ $title })
explain-more-served = { $count ->
    [one] и още { $count } ред
   *[other] и още { $count } реда
}
explain-base = Сбор на редовете, които това правило определя през годината: { $sum } { $currency }.
explain-product = { $amount } x { $share } (точно { $exactly }) = { $attributed }, закръглено веднъж.
explain-units = Брой единици по единична цена = { $attributed }, закръглено веднъж.
explain-why = Защо този ключ: { $rationale }
explain-stands = Стои в { $place }.{ $mark }
explain-written-and-stands = Съставено от { $by }; стои в { $place }.{ $mark }
explain-split = Разбивка ({ $dimension }) по { $by } ({ $place }): { $key }.
explain-split-default = общата разбивка за всички правила
explain-split-rule = собственото му правило
explain-weight = { $name }: { $weight }, { $place }.{ $mark }
explain-driver = { $what } { $year } г. = { $value }{ $unit }{ $bounds }{ $converted }, { $place }.{ $note }{ $mark }
explain-driver-of = { $role }: { $driver }
explain-driver-from = от
explain-driver-rate = , по { $rate } { $to } за един { $from }
explain-driver-estimated = { $role }: { $driver } { $year } г. не е публикуван; { $value }{ $bounds } е { $how }.
explain-driver-carried = пренесено от последната година, за която е известен
explain-driver-interpolated = на правата между най-близките известни години
explain-driver-indexed = последната известна стойност по { $factor }, веригата на { $index }
explain-driver-converted = приведено към друга валута
explain-service = { $words }: { $cost } { $currency }{ $bounds } по норма, { $place }.{ $note }{ $mark }
explain-service-words = { $service }{ $step }: { $of }, на всеки { $units } { $unit } по { $unit_cost } { $currency }
explain-service-step = {" "}(стъпка { $step })
explain-service-share = ползват я { $share } от { $victims } жертви ({ $measure }), тоест { $users }
explain-service-count = ползват я { $users }
explain-services = Общо { $attributed } { $currency }, закръглено веднъж: колкото услугите изискват по норма, а не колкото е платено.
explain-fill = Сумата не е публикувана; { $amount } { $currency } е { $how }: { $years }.
explain-fill-carried = пренесено от последната година, за която е публикувана
explain-fill-indexed = последната публикувана по { $factor }, веригата на { $index }
explain-fill-year = { $year } г. { $amount } { $currency }
explain-driver-bounds = {" "}(долна граница { $low }, горна { $high })
explain-driver-note = {" "}Бележка: { $note }.
explain-served = обслужва { $agency }, „{ $line }“: { $amount } { $currency }, от които { $share } ({ $state })

explain-per-victim = На една жертва (категория: { $measure }): { $cost } / { $victims } = { $figure } { $currency }
explain-per-victim-none = На една жертва (категория: { $measure }): няма стойност
explain-midpoint = { $central } (средата между { $low } и { $high })
explain-per-victim-bounds = Долна { $low }, горна { $high }: всяка граница на разхода към броя, който разширява интервала.
explain-reason = Защо: { $reason }.
explain-break = Динамичният ред на бройките се прекъсва през тази година и не се сравнява с по-ранните години.
explain-count = Броят: { $place }.{ $note }{ $mark }

select-no-agency = няма ведомство „{ $typed }“; { $hint }
select-no-line = няма бюджетен ред „{ $typed }“; { $hint }
select-no-rule = няма правило „{ $typed }“; { $hint }
project-has-none = в проекта няма такива
project-has = в проекта има { $known }
