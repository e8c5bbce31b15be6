# The frame of a diagnostic.

severity-error = error
severity-warning = warning
severity-note = note

diagnostic-line = line { $row }
diagnostic-row = row { $row }
diagnostic-key = key { $name }
diagnostic-column = column { $name }
diagnostic-found = found:
diagnostic-expected = expected:
diagnostic-next = next:

diagnostics-more = ... and { $count } more of { $code }
diagnostics-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
diagnostics-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
diagnostics-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
