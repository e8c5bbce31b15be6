//! Sensitivity as a whole: what must hold of every project, and faults that once were, by hand.

#![expect(clippy::float_arithmetic, reason = "random draws and their closed forms are no money")]

use std::path::Path;

use proptest::prelude::{TestCaseError, prop_assert, prop_assert_eq, proptest};
use serde_json::Value;
use thb_cost::domain::{Fraction, PhaseChoice, Year, YearRange};
use thb_cost::measures::sensitivity::{Drawing, Measures, Sensitivity, Uncertain, Variant, What, sensitivity};
use thb_cost::measures::{Basis, Dimension, Grouping, Layout, Query, cost};
use thb_cost::pipeline::{Attributed, Location, load};

use crate::harness;
use crate::random_project::project;

const MANIFEST: &str = "[inputs]\nagencies = \"a.csv\"\nrules = \"rules.toml\"\n";

/// A project of these files, its manifest naming those that are inputs.
pub fn written(files: &[(&str, &str)]) -> tempfile::TempDir {
    let folder = harness::scratch();
    let mut manifest = MANIFEST.to_owned();
    for (name, text) in files {
        std::fs::write(folder.path().join(name), text).unwrap();
        if ["drivers.csv", "victims.csv", "services.csv"].contains(name) {
            manifest.push_str(&format!("{} = \"{name}\"\n", name.trim_end_matches(".csv")));
        }
    }
    let is_counted = files.iter().any(|(name, _)| *name == "victims.csv");
    let measures = if is_counted { "victims = [\"assisted\"]\n" } else { "" };
    let head = format!("[project]\ntitle = \"x\"\n{measures}");
    std::fs::write(folder.path().join("thb-cost.toml"), head + &manifest).unwrap();
    folder
}

fn json(folder: &Path, args: &[&str]) -> Value {
    let all = [&["sensitivity", "--format", "json"], args].concat();
    serde_json::from_str(&harness::stdout_of(folder, &all)).unwrap()
}

fn figures(document: &Value) -> &[Value] {
    document["figures"].as_array().unwrap()
}

fn number(text: &Value) -> f64 {
    text.as_str().unwrap().parse().unwrap()
}

fn ends(figure: &Value) -> [&str; 3] {
    ["low", "central", "high"].map(|end| figure["interval"][end].as_str().unwrap_or("-"))
}

fn inputs(figure: &Value, of: &str) -> Vec<String> {
    figure[of].as_array().unwrap().iter().map(|found| found["input"].as_str().unwrap().to_owned()).collect()
}

pub fn rule(id: &str, line: &str, share: &str) -> String {
    format!("[[rule]]\nid = \"{id}\"\nmatch = {{ line = \"{line}\" }}\nshare = {share}\n")
}

pub fn rules(each: &[String]) -> String {
    format!("version = 1\n{}", each.concat())
}

#[test]
fn what_a_split_leaves_is_drawn_with_what_it_takes() {
    // 10 victims, 4 to 8 of them (6) of one form and 4 of the other: at the centre nothing is left, in a draw up to 2.
    let split = "[default.split]\nexploitation = { by = \"victims:assisted\" }\n";
    let folder = written(&[
        ("a.csv", "year,agency,line,amount,label\n2014,MoI,a,1000.00,labelled\n"),
        (
            "victims.csv",
            "year,measure,exploitation,count,low,high\n2014,assisted,all,10,,\n2014,assisted,sexual,6,4,8\n\
                         2014,assisted,labour,4,,\n",
        ),
        ("rules.toml", &format!("version = 1\n{split}")),
    ]);
    let document = json(folder.path(), &["--by", "exploitation", "--draws", "500"]);
    let costs: Vec<&Value> = figures(&document).iter().filter(|of| of["figure"] == "cost").collect();
    let forms: Vec<&str> = costs.iter().map(|of| of["by"]["exploitation"].as_str().unwrap()).collect();
    assert_eq!(forms, ["labour", "sexual", "unspecified"]);
    let means: f64 = costs
        .iter()
        .map(|of| {
            if of["spread"].is_null() {
                number(&of["interval"]["central"])
            } else {
                number(&of["spread"]["mean"]["value"])
            }
        })
        .sum();
    assert!((means - 1000.0).abs() < 0.02, "{means}");
    assert_eq!(ends(costs[0]), ["400.00", "400.00", "400.00"]);
    assert_eq!(ends(costs[1]), ["400.00", "600.00", "800.00"]);
    assert_eq!(ends(costs[2]), ["0.00", "0.00", "200.00"]);
    // An area is whole, whatever the forms are.
    let document = json(folder.path(), &["--by", "area", "--draws", "500"]);
    assert_eq!(ends(&figures(&document)[0]), ["1000.00", "1000.00", "1000.00"]);
    assert!(figures(&document)[0]["spread"].is_null());
    // Per victim of the form the count is gone: 1000 x n/10 over n is 100, and nothing moves it.
    let document = json(folder.path(), &["--exploitation", "sexual", "--draws", "500"]);
    assert_eq!(
        (ends(&figures(&document)[1]), &figures(&document)[1]["spread"]),
        (["100.00", "100.00", "100.00"], &Value::Null)
    );
}

#[test]
fn a_small_uncertain_line_is_seen_beside_a_large_certain_one() {
    let folder = written(&[
        ("a.csv", "year,agency,line,amount\n2014,MoI,large,1000000000000000.00\n2014,MoI,small,1.00\n"),
        (
            "rules.toml",
            &rules(&[
                rule("large", "large", "\"all\""),
                rule(
                    "small",
                    "small",
                    "{ low = \"0%\", central = \"50%\", high = \"100%\", distribution = \"uniform\" }",
                ),
            ]),
        ),
    ]);
    let document = json(folder.path(), &["--draws", "20000"]);
    let figure = &figures(&document)[0];
    assert_eq!(ends(figure), ["1000000000000000.00", "1000000000000000.50", "1000000000000001.00"]);
    // A uniform from 0.00 to 1.00: percentiles 0.05, 0.50 and 0.95, within a stotinka at 20,000 draws.
    let cents = |of: &str| {
        figure["spread"][of]["value"]
            .as_str()
            .unwrap()
            .strip_prefix("100000000000000")
            .map(|end| end.parse::<f64>().unwrap())
    };
    for (of, expected) in [("p5", 0.05), ("p50", 0.50), ("p95", 0.95), ("mean", 0.50)] {
        assert!((cents(of).unwrap() - expected).abs() < 0.011, "{of} {figure:?}");
    }
    let index = &figure["sobol"][0];
    for order in ["first", "total"] {
        assert!((number(&index[order]["value"]) - 1.0).abs() < 0.06, "{index}");
    }
    let bar = &figure["tornado"][0];
    assert_eq!((&bar["at_low"], &bar["at_high"]), (&"1000000000000000.00".into(), &"1000000000000001.00".into()));
}

#[test]
fn the_centre_is_the_report_s_however_lines_are_rounded() {
    // Ten lines of 0.01 at 50 %: each is rounded to 0.01.
    let lines: String = (0..10).map(|n| format!("2014,MoI,l{n},0.01\n")).collect();
    let folder = written(&[
        ("a.csv", &format!("year,agency,line,amount\n{lines}")),
        ("rules.toml", &rules(&[rule("half", "l*", "{ low = \"40%\", central = \"50%\", high = \"60%\" }")])),
    ]);
    let figure = &json(folder.path(), &["--draws", "200"])["figures"][0];
    assert_eq!(ends(figure), ["0.00", "0.10", "0.10"]);
    assert_eq!((&figure["tornado"][0]["at_low"], &figure["tornado"][0]["at_high"]), (&"0.09".into(), &"0.10".into()));
}

#[test]
fn a_count_that_may_be_zero_leaves_its_bound_open_and_says_why() {
    let folder = written(&[
        ("a.csv", "year,agency,line,amount,label\n2014,MoI,a,1000.00,labelled\n2015,MoI,b,,labelled\n"),
        ("victims.csv", "year,measure,count\n2014,assisted,<5\n2015,assisted,7\n"),
        ("rules.toml", "version = 1\n"),
    ]);
    let document = json(folder.path(), &["--lang", "en"]);
    let found: Vec<(&str, [&str; 3], bool)> = figures(&document)
        .iter()
        .map(|of| (of["figure"].as_str().unwrap(), ends(of), of["reason"].is_null()))
        .collect();
    // 1000 over 0 to 4 victims; of 2015 nothing is known, per victim neither.
    assert_eq!(
        found,
        [
            ("cost", ["1000.00", "1000.00", "1000.00"], true),
            ("per_victim", ["250.00", "500.00", "-"], false),
            ("cost", ["-", "-", "-"], true),
            ("per_victim", ["-", "-", "-"], false),
            ("cost", ["1000.00", "1000.00", "1000.00"], true),
        ]
    );
    // A line of which a rule says none is a known 0.00, and no group of its own.
    std::fs::write(folder.path().join("rules.toml"), rules(&[rule("none", "a", "\"none\"")])).unwrap();
    assert!(figures(&json(folder.path(), &["--by", "line"])).is_empty());
}

#[test]
fn where_and_how_an_alternative_lies_changes_nothing() {
    let share = |central: &str| format!("{{ low = \"1%\", central = \"{central}\", high = \"9%\" }}");
    let folder = written(&[
        ("a.csv", "year,agency,line,amount\n2014,MoI,a,1000.00\n"),
        ("rules.toml", &rules(&[rule("a", "a", &share("5%"))])),
        ("alt.toml", &rules(&[rule("a", "a", &share("7%"))])),
    ]);
    let with = |spellings: &[&str]| {
        let args: Vec<&str> = spellings.iter().flat_map(|spelling| ["--alternative", *spelling]).collect();
        json(folder.path(), &[&["--draws", "300"][..], &args].concat())
    };
    let once = with(&["alt.toml"]);
    let absolute = folder.path().join("alt.toml");
    assert_eq!(with(&["./alt.toml"]), once);
    assert_eq!(with(&[absolute.to_str().unwrap()]), once);
    assert_eq!(with(&["alt.toml", "./alt.toml"]), once);
    assert_eq!(once["inputs"].as_array().unwrap().len(), 3);
    // The project's own rules are no alternative.
    assert_eq!(with(&["rules.toml"]), with(&[]));
    // Taken in 9 of 10 draws, the mean is a tenth of the one and nine tenths of the other: (1 + 4 x 5 + 9)/6 % and
    // (1 + 4 x 7 + 9)/6 % of 1000.00.
    let mean = number(&with(&["alt.toml=90%"])["figures"][0]["spread"]["mean"]["value"]);
    assert!((mean - (0.1 * 50.0 + 0.9 * 380.0 / 6.0)).abs() < 3.0, "{mean}");
    assert_eq!(with(&["alt.toml=0.5"])["figures"], once["figures"]);
    for (args, code) in [(&["alt.toml=1.5"][..], 2), (&["alt.toml=0.5", "./alt.toml=0.4"], 2)] {
        let args: Vec<&str> = args.iter().flat_map(|spelling| ["--alternative", *spelling]).collect();
        let all = [&["sensitivity"], &args[..]].concat();
        assert_eq!(harness::run(folder.path(), &all).status.code(), Some(code), "{args:?}");
    }
}

/// The variance of a mean's draws: the square of its error times their number.
fn variance(figure: &Value, draws: f64) -> f64 {
    number(&figure["spread"]["mean"]["error"]).powi(2) * draws
}

#[test]
fn what_is_in_one_group_moves_together() {
    // 100,000 and 300,000 times a uniform from 10 % to 30 %: apart (20,000^2 + 60,000^2)/12, together 80,000^2/12.
    let share = |group: &str| {
        format!("{{ low = \"10%\", central = \"20%\", high = \"30%\", distribution = \"uniform\"{group} }}")
    };
    let of = |group: &str| {
        let folder = written(&[
            ("a.csv", "year,agency,line,amount\n2014,MoI,a,100000.00\n2014,MoI,b,300000.00\n"),
            ("rules.toml", &rules(&[rule("a", "a", &share(group)), rule("b", "b", &share(group))])),
        ]);
        json(folder.path(), &["--draws", "10000"])
    };
    let (apart, together) = (of(""), of(", group = \"experts\""));
    for (document, expected) in [(&apart, 4e9 / 12.0), (&together, 6.4e9 / 12.0)] {
        let found = variance(&figures(document)[0], 10_000.0);
        assert!((found / expected - 1.0).abs() < 0.04, "{found} {expected}");
    }
    assert_eq!(inputs(&figures(&apart)[0], "tornado"), ["rule.b", "rule.a"]);
    assert_eq!(inputs(&figures(&together)[0], "tornado"), ["group.experts"]);
    let bar = &figures(&together)[0]["tornado"][0];
    assert_eq!((&bar["at_low"], &bar["at_high"]), (&"40000.00".into(), &"120000.00".into()));
    assert!((number(&figures(&together)[0]["sobol"][0]["first"]["value"]) - 1.0).abs() < 0.05);
    let members = together["inputs"][0]["members"].as_array().unwrap();
    assert_eq!(members.iter().map(|member| member["name"].as_str().unwrap()).collect::<Vec<_>>(), ["rule.a", "rule.b"]);
}

#[test]
fn the_years_of_a_driver_move_together_unless_its_rows_say_otherwise() {
    let of = |group: &str| {
        let drivers = format!(
            "driver,year,value,low,high,group\nn,2014,20,10,30,{group}\nn,2015,20,10,30,{group}\nall,2014,100,,,\nall,2015,100,,,\n"
        );
        let folder = written(&[
            ("a.csv", "year,agency,line,amount\n2014,MoI,a,100000.00\n2015,MoI,a,100000.00\n"),
            ("drivers.csv", &drivers),
            ("rules.toml", &rules(&[rule("a", "a", "{ numerator = \"n\", denominator = \"all\" }")])),
        ]);
        json(folder.path(), &["--draws", "10000"])
    };
    // PERT on 10, 20, 30: variance (20 - 10)(30 - 20)/7 of the driver; twice as wide together, two of them apart.
    let one = 100.0 / 7.0 * 1e6;
    for (group, inputs_of_all, expected) in [
        ("", vec!["driver.n"], 4.0 * one),
        ("counts", vec!["group.counts"], 4.0 * one),
        ("apart", vec!["driver.n.2014", "driver.n.2015"], 2.0 * one),
    ] {
        let document = of(group);
        let all = figures(&document).iter().find(|of| of["year"].is_null()).unwrap();
        let mut found = inputs(all, "sobol");
        found.sort();
        assert_eq!(found, inputs_of_all);
        let found = variance(all, 10_000.0);
        assert!((found / expected - 1.0).abs() < 0.05, "{group} {found} {expected}");
        assert_eq!(ends(all), ["20000.00", "40000.00", "60000.00"]);
    }
    // Of one year alone it goes by the year's name, and its draws are the same.
    let alone = json(written(&[]).path(), &["--embedded"]);
    assert!(alone["inputs"].as_array().unwrap().is_empty());
}

#[test]
fn a_pool_is_a_mixture_of_its_judgements() {
    // Three in four draws uniform from 0 to 20 %, one in four from 60 to 100 %.
    let pool = "{ pool = [{ low = \"0%\", central = \"10%\", high = \"20%\", weight = 3 }, \
                { low = \"60%\", central = \"80%\", high = \"100%\" }], distribution = \"uniform\" }";
    let folder = written(&[
        ("a.csv", "year,agency,line,amount\n2014,MoI,a,100000.00\n"),
        ("rules.toml", &rules(&[rule("a", "a", pool)])),
    ]);
    let document = json(folder.path(), &["--draws", "20000"]);
    let figure = &figures(&document)[0];
    assert_eq!(ends(figure), ["0.00", "27500.00", "100000.00"]);
    let expected =
        [("p5", 0.05 / 0.75 * 0.2), ("p50", 0.5 / 0.75 * 0.2), ("p95", 0.6 + 0.2 / 0.25 * 0.4), ("mean", 0.275)];
    for (of, share) in expected {
        let found = &figure["spread"][of];
        assert!((number(&found["value"]) - share * 1e5).abs() <= 3.0 * number(&found["error"]), "{of} {found}");
    }
}

#[test]
fn a_percentile_of_few_values_has_no_error() {
    let folder = written(&[
        ("a.csv", "year,agency,line,amount,label\n2014,MoI,a,1000.00,labelled\n"),
        ("victims.csv", "year,measure,count,low,high\n2014,assisted,20,18,22\n"),
        ("rules.toml", "version = 1\n"),
    ]);
    let document = json(folder.path(), &["--draws", "2000"]);
    let spread = &figures(&document)[1]["spread"];
    assert_eq!((&spread["p50"]["value"], &spread["p50"]["error"]), (&"50.00".into(), &Value::Null));
    assert!(number(&spread["mean"]["error"]) > 0.0);
}

#[test]
fn a_cost_that_follows_the_victims_is_no_less_sure_per_victim() {
    let of = |count: &str| {
        let services = "service,year,step,measure,use,units,unit_cost,unit_cost_low,unit_cost_high,unit\n\
                        shelter,2014,2.1,assisted,50%,30,40.00,35.00,50.00,night\n";
        let folder = written(&[
            ("a.csv", "year,agency,line,amount\n2014,ASA,shelters,\n"),
            ("victims.csv", &format!("year,measure,count,low,high\n2014,assisted,{count}\n")),
            ("services.csv", services),
            ("rules.toml", &rules(&[rule("shelters", "shelters", "{ services = \"shelter\" }")])),
        ]);
        json(folder.path(), &["--draws", "2000"])["figures"].as_array().unwrap().clone()
    };
    let (known, wide) = (of("28,,"), of("28,20,36"));
    // 30 nights of 35.00 to 50.00 for half of them.
    assert_eq!(ends(&known[1]), ["525.00", "600.00", "750.00"]);
    assert_eq!((ends(&wide[1]), &wide[1]["spread"]), (ends(&known[1]), &known[1]["spread"]));
    assert_eq!(ends(&wide[0]), ["10500.00", "16800.00", "27000.00"]);
    assert_eq!(inputs(&wide[1], "sobol"), ["service.shelter.2014.unit-cost"]);
}

proptest! {
    #![proptest_config(harness::random(250))]

    /// Of every project, by any dimension, in any draw: the centre is the report's; groups move by what the whole moves by;
    /// no index stands for an input that moves nothing.
    #[test]
    fn draws_conserve_every_line_around_the_report_s_centre(project in project(), by in 0..Dimension::ALL.len(), seed in 0..1000_u64) {
        let folder = tempfile::tempdir().map_err(|error| TestCaseError::fail(error.to_string()))?;
        project.write_to(folder.path()).map_err(|error| TestCaseError::fail(error.to_string()))?;
        let drawing = Drawing { draws: 1, seed };
        let Some((groups, _)) = sensitivity_of(folder.path(), vec![Grouping::from(Dimension::ALL[by])], drawing) else { return Ok(()) };
        let Some((whole, rounding)) = sensitivity_of(folder.path(), Vec::new(), drawing) else { return Ok(()) };
        for of in groups.figures.iter().chain(&whole.figures) {
            prop_assert_eq!(&of.interval.central.clone().unwrap_or_else(Fraction::zero), &of.base);
            if of.report.central.is_some() {
                prop_assert_eq!(&of.interval.central, &of.report.central);
            }
            prop_assert!(of.interval.low <= of.interval.central && of.interval.central <= of.interval.high || of.interval.high.is_none());
            let drawn = of.at(moved(of));
            prop_assert!(of.interval.low.as_ref().is_none_or(|low| *low <= drawn), "{of:?}");
            prop_assert!(of.interval.high.as_ref().is_none_or(|high| drawn <= *high), "{of:?}");
            // As drawn: floating point has fifteen digits of the larger of figure and range.
            let from_base = |end: &Option<Fraction>| end.as_ref().map(|end| (end - &of.base).approximate());
            let (low, high) = (from_base(&of.interval.low), from_base(&of.interval.high));
            let size = low.unwrap_or_default().abs() + high.unwrap_or_default().abs() + of.base.approximate().abs();
            let room = 1e-3 + size * 1e-12;
            prop_assert!(low.is_none_or(|low| low <= moved(of) + room), "{of:?}");
            prop_assert!(high.is_none_or(|high| moved(of) <= high + room), "{of:?}");
        }
        for year in whole.figures.iter().filter(|of| of.figure.what == What::Cost && of.figure.year.is_some()) {
            let parts = groups.figures.iter().filter(|of| of.figure.what == What::Cost && of.figure.year == year.figure.year);
            let sum: f64 = parts.map(moved).sum();
            let size = year.base.approximate().abs() + sum.abs();
            prop_assert!((sum - moved(year)).abs() <= rounding + size * 1e-9, "{}: {} and {}", year.base, sum, moved(year));
        }
        let Some((drawn, _)) = sensitivity_of(folder.path(), vec![Grouping::from(Dimension::ALL[by])], Drawing { draws: 64, seed }) else { return Ok(()) };
        for of in &drawn.figures {
            for (input, found) in &of.indices {
                prop_assert!(found.total > 0.0, "{:?} {:?}", of.figure, drawn.inputs[*input].name);
            }
        }
    }
}

fn moved(of: &Uncertain) -> f64 {
    of.spread.map_or(0.0, |spread| spread.mean.value)
}

/// The analysis of a project that is not refused, with what the rounding of its parts can come to: for each part of a line
/// two minor units of the line's currency, in that of the project.
pub fn sensitivity_of(folder: &Path, by: Vec<Grouping>, drawing: Drawing) -> Option<(Sensitivity, f64)> {
    let sound = load(&Location::Path(folder.to_path_buf()), &[]).sound().ok()?;
    let Attributed { project, attribution, ledger, .. } = sound.in_phase(PhaseChoice::Best).ok()?;
    let basis = Basis { currency: project.currency, prices: None };
    let years = YearRange { from: Year::parse("0000"), to: None };
    let query = Query {
        years,
        by,
        measures: project.measures.clone(),
        exploitation: None,
        basis,
        also: Vec::new(),
        layout: Layout::default(),
    };
    let cost = cost(&project, &ledger, &query).ok()?;
    let variant = Variant::only(&project, &attribution);
    let found = sensitivity(&[variant], &query, &cost, Measures::Each, drawing).ok()?;
    // A line of which nothing counts needs no rate, and has nothing to round.
    let rounding = attribution.lines.iter().filter(|line| line.has_money()).filter_map(|attributed| {
        let key = attributed.line.key();
        let unit = basis.factor(&project, key.currency, key.year).ok()?.approximate();
        Some(2.0 * unit * attributed.parts.len().max(1) as f64)
    });
    Some((found, rounding.sum()))
}
