# The help of the command line: examples, what stands below all options, and what clap says itself where it is no English. What commands and options
# do stands beside their definition (src/cli/args.rs) in English, and in bg/help.ftl in Bulgarian (`cmd-`, `arg-`, `value-`, `heading-`).

help-below =
    With no project at hand (no thb-cost.toml here or above), the embedded figures of 2014-2017 are used.
    A setting comes from its flag, else from the environment (THB_COST_PROJECT, THB_COST_LANG, NO_COLOR), else from the project, else from the program.
    Exit code: 0 fine, 1 the data has errors, 2 usage or input/output.
help-examples = Examples:

examples-thb-cost =
    thb-cost report --year 2017            one year in full, from the embedded project
    thb-cost report --by agency            years by agency
    thb-cost explain --year 2017           where every figure comes from
    thb-cost init my-review                a project folder of your own
    thb-cost check my-review               every fault of its files, in one run
    thb-cost report --project my-review --by agency -o out.csv
    thb-cost chart years -o years.png      a picture for a slide
examples-report =
    thb-cost report                        years side by side
    thb-cost report --year 2017            one year in full
    thb-cost report --by agency --by area  cost by agency and area
    thb-cost report --currency EUR --prices 2017
    thb-cost report --victims detected --exploitation sexual
    thb-cost report --year 2017 -o 2017.md
examples-ledger =
    thb-cost ledger --year 2017            how each line of a year is divided
    thb-cost ledger -o ledger.csv          all columns, for a spreadsheet
    thb-cost ledger --format json          the same for a program
examples-explain =
    thb-cost explain --year 2017           the year's total, down to rows and sources
    thb-cost explain --agency MoI          the lines of one agency
    thb-cost explain --year 2017 --measure detected
examples-compare =
    thb-cost compare 2016 2017             what changed between two years, by cause
    thb-cost compare 2016 2017 --by agency --prices 2017
    thb-cost compare 2017 --with other-rules.toml
examples-chart =
    thb-cost chart years -o years.png      columns a year: state and external, labelled or not
    thb-cost chart per-victim -o p.png     cost per victim over the years, a panel a measure
    thb-cost chart share -o share.pdf      the parts of each year as shares of 100 %
    thb-cost chart agencies -o a.svg       bars by agency, or by any dimension with --by, longest first
    thb-cost chart waterfall -o w.png      from one year to the next, by what changed, the largest first
    thb-cost chart sankey -o s.svg         from funder through agency to area, widths to scale
    thb-cost chart tornado -o t.png        what each rule, driver and count moves the figure by
    thb-cost chart interval -o i.png       low, central and high over the years, as a band
    thb-cost chart outturn -o o.png        approved beside executed, a pair of columns a year
    thb-cost chart services -o s.png       by step: needed by norm, accounted for, and the difference
    thb-cost chart --all -o charts         every kind that has something to show
    thb-cost chart --all -o deck.pptx      the same as slides that can be edited
examples-sensitivity =
    thb-cost sensitivity --year 2017       how sure the figures are, and why
    thb-cost sensitivity --draws 100000 --seed 7 --by agency
    thb-cost sensitivity --alternative other-rules.toml
examples-outturn =
    thb-cost outturn --project my-review   what was executed of what was approved, by agency
    thb-cost outturn --by area --year 2017 PI-2.1 over programme areas
    thb-cost outturn -o outturn.json       the same for a program
examples-services =
    thb-cost services                      what assistance takes by norm, beside the accounts
    thb-cost services --year 2017 --currency EUR
    thb-cost services -o services.xlsx     the same with live formulas
examples-check =
    thb-cost check my-review               every fault of a project
    thb-cost check --strict                warnings are errors too
    thb-cost check --explain bad-amount    what a code means and what to do
examples-ingest =
    thb-cost ingest payments.xlsx --as agencies
    thb-cost ingest old.csv --encoding windows-1251 --decimal ,
    thb-cost ingest old.csv --pin          write how it is read into thb-cost.toml
    thb-cost ingest replies                what agencies sent back, a file or a folder
examples-reduce =
    thb-cost reduce payments.csv.gz --as agencies -o agencies.csv
    thb-cost reduce payments.csv --as agencies --sql duckdb
examples-review =
    thb-cost review -o review              the annual pack of all years
    thb-cost review --year 2017 -o review-2017
examples-verify =
    thb-cost verify review                 are these the files as they were written
    thb-cost verify review --project .     and would they be the same today
examples-request =
    thb-cost request -o requests           ask every agency for what is missing
    thb-cost request --agency MoI --year 2017 --due 2026-12-20 -o moi
    thb-cost ingest replies                take what came back
examples-init =
    thb-cost init my-review                the embedded project, to be changed
    thb-cost init my-review --empty        headers, and rules as commented examples
    thb-cost init 2026 --from 2025 --currency EUR     a project carried on to the next year
examples-schema =
    thb-cost schema report                 the shape of report --format json
    thb-cost schema rules.toml             for an editor that completes TOML
examples-completions =
    source <(thb-cost completions bash)    in ~/.bashrc
    source <(thb-cost completions zsh)     in ~/.zshrc, after compinit
    thb-cost completions fish > ~/.config/fish/completions/thb-cost.fish
    thb-cost completions powershell | Out-String | Invoke-Expression
examples-doctor =
    thb-cost doctor                        what is meant here, and whether it can be read
    thb-cost --version --verbose           which build this is
examples-man =
    thb-cost man | man -l -                read it
    thb-cost man > thb-cost.1              keep it

help-usage = Usage:
help-commands = Commands
help-arguments = Arguments
help-options = Options
help-options-word = OPTIONS
help-command-word = COMMAND
help-default = [default: { $value }]
help-values = [possible values: { $values }]

clap-unknown-argument = unexpected argument '{ $arg }' found
clap-unknown-command = unrecognized subcommand '{ $command }'
clap-invalid-value = invalid value '{ $value }' for '{ $arg }'
clap-value-needed = a value is required for '{ $arg }' but none was supplied
clap-invalid-value-because = invalid value '{ $value }' for '{ $arg }': { $why }
clap-missing = the following required arguments were not provided: { $args }
clap-missing-command = a command is needed
clap-conflict = the argument '{ $arg }' cannot be used with { $other }
clap-repeated = the argument '{ $arg }' cannot be used multiple times
clap-unexpected-value = unexpected value '{ $value }' for '{ $arg }' found; no more were expected
clap-not-utf8 = an argument is not text in UTF-8
clap-values = [possible values: { $values }]
clap-quoted = '{ $word }'
clap-near = did you mean { $near }?
clap-more = For more information, try '--help'.
