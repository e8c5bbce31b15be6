# Рамката на едно съобщение за данните.

severity-error = грешка
severity-warning = предупреждение
severity-note = бележка

diagnostic-line = ред { $row }
diagnostic-row = ред { $row }
diagnostic-key = ключ { $name }
diagnostic-column = колона { $name }
diagnostic-found = намерено:
diagnostic-expected = очаквано:
diagnostic-next = следва:

diagnostics-more = ... и още { $count } от вида { $code }
diagnostics-errors = { $count ->
    [one] { $count } грешка
   *[other] { $count } грешки
}
diagnostics-warnings = { $count ->
    [one] { $count } предупреждение
   *[other] { $count } предупреждения
}
diagnostics-notes = { $count ->
    [one] { $count } бележка
   *[other] { $count } бележки
}
