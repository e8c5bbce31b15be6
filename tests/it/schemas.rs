//! Every JSON output validates against the schema that the program prints for it.

use super::harness;

fn validate(schema: &str, args: &[&str]) {
    let schema = harness::stdout_of(&harness::root(), &["schema", schema]);
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    let output = harness::run(&harness::root(), args);
    let document: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let faults: Vec<String> = validator.iter_errors(&document).map(|fault| fault.to_string()).collect();
    assert!(faults.is_empty(), "{args:?}: {faults:?}");
    let emptied = serde_json::json!({});
    assert!(!validator.is_valid(&emptied), "the schema accepts anything");
}

#[test]
fn reports_follow_their_schema() {
    validate("report", &["--embedded", "report", "--format", "json"]);
    validate("report", &["--embedded", "report", "--by", "agency", "--by", "line", "--format", "json"]);
    validate("report", &["--project", "examples/agencies-made-up", "report", "--currency", "EUR", "--format", "json"]);
}

#[test]
fn ledgers_follow_their_schema() {
    validate("ledger", &["--embedded", "ledger", "--format", "json"]);
    validate("ledger", &["--project", "examples/agencies-made-up", "ledger", "--format", "json"]);
}

#[test]
fn comparisons_follow_their_schema() {
    validate("compare", &["--embedded", "compare", "2016", "2017", "--format", "json"]);
    let made_up = ["--project", "examples/agencies-made-up", "compare", "2017", "2015", "--by", "area"];
    validate("compare", &[&made_up[..], &["--currency", "EUR", "--prices", "2017", "--format", "json"]].concat());
}

#[test]
fn outturns_follow_their_schema() {
    let made_up = ["--project", "examples/agencies-made-up", "outturn", "--format", "json"];
    validate("outturn", &made_up);
    validate("outturn", &[&made_up[..], &["--by", "area", "--by", "line", "--currency", "EUR"]].concat());
    validate("outturn", &["--embedded", "outturn", "--format", "json"]);
}

#[test]
fn charts_follow_their_schema() {
    for kind in thb_cost::report::charts::KINDS {
        // The one kind that needs an input of its own.
        let example = if kind.name() == "services" { "examples/services-made-up" } else { "examples/agencies-made-up" };
        let project = ["--project", example, "chart", kind.name(), "--data", "/dev/stdout"];
        validate("chart", &project);
    }
}

#[test]
fn sensitivity_analyses_follow_their_schema() {
    validate("sensitivity", &["--embedded", "sensitivity", "--draws", "100", "--format", "json"]);
    let made_up = ["--project", "examples/agencies-made-up", "sensitivity", "--by", "exploitation"];
    validate("sensitivity", &[&made_up[..], &["--draws", "100", "--format", "json"]].concat());
}

#[test]
fn services_follow_their_schema() {
    let made_up = ["--project", "examples/services-made-up", "services", "--format", "json"];
    validate("services", &made_up);
    validate("services", &[&made_up[..], &["--year", "2017", "--currency", "EUR", "--prices", "2016"]].concat());
}

#[test]
fn checks_follow_their_schema() {
    validate("check", &["--embedded", "check", "--format", "json"]);
    validate("check", &["check", "no-such-folder", "--format", "json"]);
}

#[test]
fn a_report_has_the_members_of_the_contract_in_its_order() {
    let text = harness::stdout_of(&harness::root(), &["--embedded", "report", "--year", "2017", "--format", "json"]);
    let document: serde_json::Value = serde_json::from_str(&text).unwrap();
    let mut last = 0;
    for member in [
        "schema",
        "version",
        "project",
        "currency",
        "prices",
        "phase",
        "exploitation",
        "where",
        "years",
        "rows",
        "year",
        "by",
        "labelled",
        "attributed",
        "total",
        "unattributed",
        "lines",
        "not_estimated",
        "not_reported",
        "per_victim",
        "measure",
        "exploitation",
        "victims",
        "reason",
        "break",
        "notes",
    ] {
        let at =
            last + text[last..].find(&format!("\"{member}\":")).unwrap_or_else(|| panic!("{member} is out of order"));
        last = at;
    }
    let members = |pointer: &str| document.pointer(pointer).unwrap().as_object().unwrap().len();
    assert_eq!(members(""), 13);
    assert_eq!(members("/rows/0"), 11);
    assert_eq!(members("/rows/0/per_victim/0"), 8);
    assert_eq!(members("/total"), 7);
    assert_eq!(document["schema"], "thb-cost/report/2");
    // Nothing is known of unlabelled lines: no figure, and not 0.00.
    assert!(document["rows"][0]["attributed"]["central"].is_null());
}

/// Whether the schema of a TOML file takes a text.
fn takes(schema: &str, text: &str) -> bool {
    schema_of(schema)(text)
}

/// The schema of a TOML file, as what it takes.
fn schema_of(schema: &str) -> impl Fn(&str) -> bool {
    let schema = harness::stdout_of(&harness::root(), &["schema", schema]);
    let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
    move |text| validator.is_valid(&table(toml::de::DeTable::parse(text).unwrap().get_ref()))
}

/// TOML as editors show it to a schema: dates are texts.
fn as_json(value: &toml::de::DeValue<'_>) -> serde_json::Value {
    use toml::de::DeValue;
    match value {
        DeValue::Datetime(date) => date.to_string().into(),
        DeValue::Array(values) => values.iter().map(|value| as_json(value.get_ref())).collect(),
        DeValue::Table(members) => table(members),
        DeValue::String(text) => text.as_ref().into(),
        DeValue::Integer(number) => number.as_str().parse::<i64>().unwrap().into(),
        DeValue::Float(number) => number.as_str().parse::<f64>().unwrap().into(),
        DeValue::Boolean(switch) => (*switch).into(),
    }
}

fn table(table: &toml::de::DeTable<'_>) -> serde_json::Value {
    table.iter().map(|(key, value)| (key.get_ref().to_string(), as_json(value.get_ref()))).collect()
}

#[test]
fn manifests_and_rules_of_every_project_follow_their_schemas() {
    let bare = harness::scratch();
    harness::stdout_of(bare.path(), &["init", "new", "--empty"]);
    let mut folders = vec![harness::root().join("data"), bare.path().join("new")];
    let samples = std::fs::read_dir(harness::root().join("examples")).unwrap().map(|entry| entry.unwrap().path());
    folders.extend(samples.filter(|path| path.join("thb-cost.toml").is_file()));
    assert!(folders.len() >= 4, "{folders:?}");
    for folder in folders {
        let files = ["thb-cost.toml", "rules.toml"].into_iter().filter(|file| folder.join(file).is_file());
        for file in files {
            let text = std::fs::read_to_string(folder.join(file)).unwrap();
            assert!(takes(file, &text), "{}", folder.join(file).display());
        }
    }
}

#[test]
fn rules_that_are_wrong_are_refused_by_their_schema() {
    let rule = |share: &str, more: &str| {
        format!("version = 1\n[[rule]]\nid = \"a-b\"\nmatch = {{ agency = \"MoI\" }}\nshare = {share}\n{more}\n")
    };
    for (share, more) in [
        ("\"all\"", ""),
        ("\"5%\"", "years = \"2014..\""),
        ("0.05", "years = 2014"),
        ("{ low = 0.01, central = \"2%\", high = 0.05 }", "date = 2026-11-01"),
        (
            "{ numerator = \"a\", denominator = \"b\", missing = \"skip\" }",
            "split.area = { a = \"70%\", b = \"rest\" }",
        ),
        ("{ amount = \"a\" }", "split.exploitation = { by = \"victims:detected\" }"),
        ("{ units = \"a\", unit_cost = \"b\" }", "split.exploitation = { by = { sexual = \"d\" } }"),
        ("{ overhead_of = { line = [\"*x*\", \"y\"] } }", ""),
    ] {
        assert!(takes("rules.toml", &rule(share, more)), "{share} {more}");
    }
    for (share, more) in [
        ("\"some\"", ""),
        ("1.5", ""),
        ("{ numerator = \"a\" }", ""),
        ("{ numerator = \"a\", denominator = \"b\", missing = \"maybe\" }", ""),
        ("{ low = 0.01, central = 0.02 }", ""),
        ("{ overhead_of = { agenzy = \"MoI\" } }", ""),
        ("\"all\"", "years = \"soon\""),
        ("\"all\"", "titel = \"x\""),
        ("\"all\"", "split.region = { a = 1 }"),
        ("\"all\"", "split.area = { by = \"detected\" }"),
    ] {
        assert!(!takes("rules.toml", &rule(share, more)), "{share} {more}");
    }
    for text in
        ["", "version = 2", "version = 1\nrules = 1", "version = 1\n[[rule]]\nid = \"A B\"\nmatch = {}\nshare = 1"]
    {
        assert!(!takes("rules.toml", text), "{text}");
    }
}

#[test]
fn manifests_that_are_wrong_are_refused_by_their_schema() {
    let good = "[project]\ntitle = \"x\"\n[inputs]\nbudget = [\"a.csv\", \"b-*.csv\"]\n";
    let takes = schema_of("thb-cost.toml");
    for text in [good, "[project]\ntitle = \"x\"", "[project]\ntitle = \"x\"\n[[dialect]]\nname = \"a\""] {
        assert!(takes(text), "{text}");
    }
    for text in [
        "",
        "[project]\n[inputs]",
        "[project]\ntitle = \"x\"\n[inputs]\nbugdet = \"a\"",
        "[project]\ntitle = \"x\"\n[[dialect]]\nskip = 1",
    ] {
        assert!(!takes(text), "{text}");
    }
    // Keys of `[project]` and of `[inputs]`, each well and badly written.
    for (valid, invalid) in [
        ("title_bg = \"x\"", "title_bg = 1"),
        ("currency = \"EUR\"", "currency = \"euro\""),
        ("victims = [\"detected\"]", "victims = [1]"),
        ("dimensions = [\"step\", \"region\"]", "dimensions = true"),
        ("prices = \"HICP\"", "prices = 2017"),
        ("needs = \">=0.2\"", "needs = 0.2"),
        ("csv_safe = true", "csv_safe = \"yes\""),
        ("[inputs]\nexpected = \"a.csv\"", "[inputs]\nexpected = 1"),
        ("[inputs]\nservices = [\"a.csv\", \"!b.csv\"]", "[inputs]\nservice = \"a.csv\""),
        ("[inputs]\nnames = \"a.csv@b\"", "[inputs]\nname = \"a.csv\""),
    ] {
        let text = |keys: &str| format!("[project]\ntitle = \"x\"\n{keys}\n");
        assert!(takes(&text(valid)), "{valid}");
        assert!(!takes(&text(invalid)), "{invalid}");
    }
}

/// Each key of a dialect, well and badly written.
const DIALECT_KEYS: [(&str, &str); 41] = [
    ("name = \"a\"", "name = 1"),
    ("encoding = \"windows-1251\"", "encoding = 1251"),
    ("delimiter = \"tab\"", "delimiter = \":\""),
    ("decimal = \",\"", "decimal = \";\""),
    ("group = \"\"", "group = \"_\""),
    ("sheet = \"Отчет\"", "sheet = 2"),
    ("skip = 3", "skip = -1"),
    ("skip = 0", "skipp = 3"),
    ("header_rows = 2", "header_rows = 0"),
    ("skip_below = 1", "skip_below = \"1\""),
    ("skip_last = 1000", "skip_last = 1001"),
    ("columns = { amount = \"Сума (лв.)\" }", "columns = { amuont = \"x\" }"),
    ("columns = { amount = [\"Сума\", \"Amount\"] }", "columns = { amount = [] }"),
    ("columns = { amount = 4 }", "columns = { amount = 0 }"),
    ("constants = { year = 2016, agency = \"MoI\" }", "constants = { agency = [\"MoI\"] }"),
    ("amounts = [{ column = \"Закон\", phase = \"approved\" }]", "amounts = [{ phase = \"approved\" }]"),
    ("amounts = [{ column = [\"Приход\", 3], factor = -1, unit = 1000 }]", "amounts = [{ column = 3, factor = 0 }]"),
    ("amounts = [{ column = 3, year = 2016 }]", "amounts = [{ column = 3, faktor = 1 }]"),
    ("years_as_columns = true", "years_as_columns = \"yes\""),
    ("unit = 1_000_000", "unit = 100"),
    ("round = true", "round = 2"),
    ("year_form = \"%d.%m.%y\"", "year_form = \"%d.%m\""),
    ("year_form = \"ends\"", "year_form = \"end\""),
    ("from_name = \"{agency}/*-{year}.xlsx\"", "from_name = \"*.xlsx\""),
    ("where = { Budgetrichtung = \"Aufwand\", \"Държава\" = [\"България\", \"BG\"] }", "where = {}"),
    ("where = [{ Glava = 14 }, { Glava = 15 }]", "where = \"Aufwand\""),
    ("except = { \"Код\" = [10, \"20-*\"] }", "except = { \"Код\" = true }"),
    ("values.phase = { Ist = \"executed\", \"*\" = \"approved\" }", "values.phase = \"executed\""),
    ("values.agency = { \"14\" = \"MoI\" }", "values.agenzy = { \"14\" = \"MoI\" }"),
    ("join.line = [\"Параграф\", 2]", "join.line = [\"Параграф\", 0]"),
    ("join.line = \"Параграф\"", "join.lines = [\"Параграф\"]"),
    ("blank = [\"-\", \"няма\"]", "blank = [0]"),
    ("missing.line = \"above\"", "missing.line = [\"above\"]"),
    ("missing = { amount = \"leave out\", area = 1 }", "missing = \"leave out\""),
    ("short_rows = \"fill\"", "short_rows = true"),
    ("sections = [{ column = 1, gives = \"agency\", where = { \"Сума\" = \"\" } }]", "sections = [{ column = 1 }]"),
    (
        "sections = [{ column = \"Код\", gives = \"area\", where = [{ a = \"\" }, { b = \"\" }] }]",
        "sections = [{ column = \"Код\", gives = \"arae\", where = { a = \"\" } }]",
    ),
    ("totals = \"exclude\"", "totals = \"maybe\""),
    ("totals = \"count\"", "totals = true"),
    ("ignore = \"*\"", "ignore = true"),
    ("ignore = [\"№\", \"Код\"]", "ignore = [1]"),
];

#[test]
fn each_key_of_a_dialect_is_known_to_the_schema_as_it_is_read() {
    let takes = schema_of("thb-cost.toml");
    for (valid, invalid) in DIALECT_KEYS {
        let text = |keys: &str| format!("[project]\ntitle = \"x\"\n[[dialect]]\nfiles = \"a.csv\"\n{keys}\n");
        assert!(takes(&text(valid)), "{valid}");
        assert!(!takes(&text(invalid)), "{invalid}");
        // What the schema says is what the program does.
        let faults = |keys: &str| {
            let mut diagnostics = thb_cost::diagnostics::Diagnostics::default();
            let folder = thb_cost::ingest::Folder::Disk("nowhere".into());
            thb_cost::ingest::Manifest::read(&"thb-cost.toml".into(), &text(keys), &folder, &mut diagnostics);
            diagnostics.has_errors()
        };
        assert!(!faults(valid), "{valid}");
        assert!(faults(invalid), "{invalid}");
    }
    // A dimension of the project's own is a column like another.
    let own = "[project]\ntitle = \"x\"\ndimensions = [\"region\"]\n[[dialect]]\nfiles = \"a\"\n";
    for keys in ["columns = { region = 2 }", "amounts = [{ column = 3, region = \"Варна\" }]"] {
        assert!(takes(&format!("{own}{keys}\n")), "{keys}");
    }
}

/// The documents of a review that no command prints.
#[test]
fn documents_of_a_review_follow_their_schemas() {
    let folder = harness::scratch();
    let out = folder.path().join("out");
    let args = ["--project", "examples/agencies-made-up", "review", "-q", "-o", out.to_str().unwrap()];
    assert!(harness::run(&harness::root(), &args).status.success());
    for (schema, file) in
        [("findings", "findings"), ("coverage", "coverage"), ("rules", "rules"), ("review", "manifest")]
    {
        let schema = harness::stdout_of(&harness::root(), &["schema", schema]);
        let validator = jsonschema::validator_for(&serde_json::from_str(&schema).unwrap()).unwrap();
        let text = std::fs::read_to_string(out.join(format!("{file}.json"))).unwrap();
        let faults: Vec<String> =
            validator.iter_errors(&serde_json::from_str(&text).unwrap()).map(|fault| fault.to_string()).collect();
        assert!(faults.is_empty(), "{file}: {faults:?}");
    }
}
