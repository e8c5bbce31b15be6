# Грешки в самия файл TOML.

document-bad-toml = редът не може да се прочете като TOML ({ $words })
document-correct-toml = поправете реда; текстовете стоят в двойни кавички, таблиците – в [скоби], списъците от таблици – в [[двойни скоби]]
document-missing-key = липсва ключът „{ $key }“
document-add = добавете го, например: { $example }
document-unknown-key = ключът „{ $key }“ не е познат
document-keys = ключовете тук са { $keys }
document-text-needed = тук е нужен текст
document-text = текст в двойни кавички
document-texts = текст в двойни кавички или списък от такива
document-quote-it = поставете го в двойни кавички
document-quote-them = поставете го в двойни кавички, а няколко – в [скоби]
document-table-needed = тук е нужна таблица
document-table = таблица, {"{"} ключ = стойност {"}"}
document-brace-it = напишете я във фигурни скоби
document-tables-needed = тук е нужен списък от таблици
document-tables = таблици под [[...]]
document-two-brackets = напишете [[{ $path }]] с по две скоби
