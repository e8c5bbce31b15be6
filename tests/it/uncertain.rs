//! Sensitivity: random draws and indices against closed forms, the plan against the exact engine.

#![expect(clippy::float_arithmetic, reason = "random draws and their closed forms are no money")]

use thb_cost::domain::{Distribution, Fraction, Interval};
use thb_cost::measures::sensitivity::{Evaluations, Input, Kind, Shape, Spread, draws, indices};

use crate::harness;

const DRAWS: usize = 20_000;

fn input(name: &str, ends: [i64; 3], shape: Shape) -> Input {
    let [low, central, high] = ends.map(|end| Fraction::ratio(end, 1_000_000).unwrap());
    let kind = Kind::Share { rule: name.into(), factor: None };
    Input::single(kind, Interval { low, central, high }, shape)
}

/// Percentiles, mean and errors of draws; the mean's error is the deviation over the root of their number.
fn spread(draws: &[f64]) -> Spread {
    let count = draws.len() as f64;
    let mean = draws.iter().sum::<f64>() / count;
    let squares: f64 = draws.iter().map(|draw| (draw - mean).powi(2)).sum();
    Spread::of(&mut draws.to_vec(), (mean, (squares / (count - 1.0) / count).sqrt()))
}

fn uniform(name: &str, low: i64, high: i64) -> Input {
    input(name, [low, i64::midpoint(low, high), high], Shape::Between(Distribution::Uniform))
}

/// The figure over both matrices and the mixed ones.
fn evaluations(inputs: &[Input], seed: u64, figure: impl Fn(&[f64]) -> f64) -> Evaluations {
    let matrix = |name: &str| inputs.iter().map(|input| draws(input, seed, name, DRAWS)).collect::<Vec<_>>();
    let (a, b) = (matrix("A"), matrix("B"));
    let over = |mixed: Option<usize>, own: &[Vec<f64>]| {
        let value = |input: usize, row: usize| if mixed == Some(input) { b[input][row] } else { own[input][row] };
        (0..DRAWS).map(|row| figure(&(0..inputs.len()).map(|input| value(input, row)).collect::<Vec<_>>())).collect()
    };
    Evaluations {
        a: over(None, &a),
        b: over(None, &b),
        mixed: (0..inputs.len()).map(|input| over(Some(input), &a)).collect(),
    }
}

/// First-order and total index of each input, known in closed form, within three standard errors. An index that is 0
/// exactly, and whose estimate does not vary, has an error of 0.
fn assert_indices(figure: Evaluations, expected: &[(f64, f64)]) {
    let found = indices(&figure);
    for (found, (first, total)) in found.iter().zip(expected) {
        let errors = [found.first_confidence, found.total_confidence].map(|width| width / 1.959_964);
        assert!((found.first - first).abs() <= 3.0 * errors[0] + 1e-12, "first order {found:?}, expected {first}");
        assert!((found.total - total).abs() <= 3.0 * errors[1] + 1e-12, "total {found:?}, expected {total}");
        assert!(errors[0] < 0.02 && errors[1] < 0.02, "{found:?} says nothing");
    }
}

#[test]
fn a_sum_of_uniforms_is_as_known_in_closed_form() {
    // 1, 2 and 3 times a uniform on 0 to 1: mean 3, variance (1 + 4 + 9)/12, indices 1/14, 4/14, 9/14 alone and in all.
    let inputs = ["one", "two", "three"].map(|name| uniform(name, 0, 1_000_000));
    let figure = evaluations(&inputs, 1, |x| x[0] + 2.0 * x[1] + 3.0 * x[2]);
    assert_moments(&figure.a, 3.0, 14.0 / 12.0);
    let shares = [1.0, 4.0, 9.0].map(|square| (square / 14.0, square / 14.0));
    assert_indices(figure, &shares);
}

#[test]
fn triangulars_and_pert_are_as_known_in_closed_form() {
    // Triangular on 0, 1, 4: mean 5/3, variance (0 + 1 + 16 - 0 - 4 - 0)/18 = 13/18; median where (4 - m)^2 = 6.
    let shape = Shape::Between(Distribution::Triangular);
    let triangular = draws(&input("triangular", [0, 1_000_000, 4_000_000], shape), 1, "A", DRAWS);
    assert_moments(&triangular, 5.0 / 3.0, 13.0 / 18.0);
    let median = spread(&triangular).p50;
    assert!((median.value - (4.0 - 6.0_f64.sqrt())).abs() <= 3.0 * median.error.unwrap());
    // PERT on 0, 1, 4 with shape 4: mean (0 + 4 + 4)/6 = 4/3, variance (4/3 - 0)(4 - 4/3)/7 = 32/63.
    let shape = Shape::Between(Distribution::Pert);
    let pert = draws(&input("pert", [0, 1_000_000, 4_000_000], shape), 1, "A", DRAWS);
    assert_moments(&pert, 4.0 / 3.0, 32.0 / 63.0);
    // Whole numbers from 48 to 52: mean 50, variance (25 - 1)/12 = 2.
    let whole = draws(&input("whole", [48, 50, 52].map(|end| end * 1_000_000), Shape::Whole), 1, "A", DRAWS);
    assert_moments(&whole, 50.0, 2.0);
    assert!(whole.iter().all(|draw| draw.fract() == 0.0 && (48.0..=52.0).contains(draw)));
}

#[test]
fn percentiles_of_a_uniform_are_within_their_errors() {
    let spread = spread(&draws(&uniform("uniform", 0, 1_000_000), 1, "A", DRAWS));
    for ((name, found), expected) in spread.named().iter().zip([0.05, 0.5, 0.95, 0.5]) {
        let error = found.error.unwrap();
        assert!((found.value - expected).abs() <= 3.0 * error, "{name} {found:?}");
        // The error of a percentile of a uniform is sqrt(p (1 - p)/n), of its mean 1/sqrt(12 n).
        let known = if *name == "mean" { 1.0 / 12.0_f64 } else { expected * (1.0 - expected) };
        let known = (known / 20_000.0).sqrt();
        assert!((error / known - 1.0).abs() < 0.25, "{name} {found:?}, known error {known}");
    }
}

#[test]
fn the_ishigami_function_is_as_known_in_closed_form() {
    // sin x1 + 7 sin^2 x2 + 0.1 x3^4 sin x1 on -pi to pi: V1 = (1 + 0.1 pi^4/5)^2/2, V2 = 49/8,
    // V13 = 0.01 pi^8 (1/18 - 1/50), all others 0.
    let pi = 3_141_593;
    let inputs = ["x1", "x2", "x3"].map(|name| uniform(name, -pi, pi));
    let figure = evaluations(&inputs, 1, |x| x[0].sin() * (1.0 + 0.1 * x[2].powi(4)) + 7.0 * x[1].sin().powi(2));
    let p = std::f64::consts::PI;
    let v1 = (1.0 + 0.1 * p.powi(4) / 5.0).powi(2) / 2.0;
    let (v2, v13) = (49.0 / 8.0, 0.01 * p.powi(8) * (1.0 / 18.0 - 1.0 / 50.0));
    let v = v1 + v2 + v13;
    assert_moments(&figure.a, 3.5, v);
    assert_indices(figure, &[(v1 / v, (v1 + v13) / v), (v2 / v, v2 / v), (0.0, v13 / v)]);
}

/// Mean and variance of a sample within three standard errors.
fn assert_moments(sample: &[f64], mean: f64, variance: f64) {
    let count = sample.len() as f64;
    let found = sample.iter().sum::<f64>() / count;
    let power = |power: i32| sample.iter().map(|value| (value - found).powi(power)).sum::<f64>() / count;
    let (second, fourth) = (power(2), power(4));
    assert!((found - mean).abs() <= 3.0 * (second / count).sqrt(), "mean {found}, expected {mean}");
    let error = ((fourth - second * second) / count).sqrt();
    assert!((second - variance).abs() <= 3.0 * error, "variance {second}, expected {variance}");
}

#[test]
fn an_input_s_draws_depend_on_its_name_and_the_seed_alone() {
    let one = |name: &str, seed| draws(&uniform(name, 0, 1_000_000), seed, "A", 1000);
    assert_eq!(one("rule.a", 1), one("rule.a", 1));
    assert_ne!(one("rule.a", 1), one("rule.b", 1));
    assert_ne!(one("rule.a", 1), one("rule.a", 2));
    assert_ne!(one("rule.a", 1), draws(&uniform("rule.a", 0, 1_000_000), 1, "B", 1000));
    // More draws of an input begin with the same ones.
    assert_eq!(one("rule.a", 1)[..500], draws(&uniform("rule.a", 0, 1_000_000), 1, "A", 500)[..]);
}

#[test]
fn swapping_rules_in_the_file_changes_no_byte_and_another_rule_changes_no_other_figure() {
    let folder = harness::scratch();
    harness::copy(&harness::root().join("examples/agencies-made-up"), folder.path());
    let args = ["sensitivity", "--draws", "500", "--format", "csv"];
    let before = harness::stdout_of(folder.path(), &args);
    let path = folder.path().join("rules.toml");
    let rules = std::fs::read_to_string(&path).unwrap();
    let (head, tables) = rules.split_once("[[rule]]").unwrap();
    // Rules of one agency that decide the same lines keep their order: the two of the regional directorates.
    let mut tables: Vec<String> = tables.split("[[rule]]").map(|table| format!("[[rule]]{table}\n")).collect();
    tables.reverse();
    let flat = tables.iter().position(|table| table.contains("\"moi-regional-flat\"")).unwrap();
    let by_cases = tables.iter().position(|table| table.contains("\"moi-regional-by-cases\"")).unwrap();
    tables.swap(flat, by_cases);
    std::fs::write(&path, format!("{head}{}", tables.concat())).unwrap();
    assert_eq!(harness::stdout_of(folder.path(), &args), before);
    // The forensic laboratory of 2016 gets an interval: nothing of 2017 changes.
    let other = "[[rule]]\nid = \"laboratory\"\nmatch = { line = \"Forensic laboratory\" }\n\
                 share = { low = \"1%\", central = \"2%\", high = \"5%\" }\n";
    std::fs::write(&path, format!("{head}{other}{}", tables.concat())).unwrap();
    let after = harness::stdout_of(folder.path(), &args);
    let of = |text: &str, year: &str| text.lines().filter(|line| line.starts_with(year)).map(str::to_owned).collect();
    let [was, is]: [Vec<String>; 2] = [&before, &after].map(|text| of(text, "2017,"));
    assert!(was.len() > 20);
    assert_eq!(was, is);
    assert_ne!(of(&before, "2016,"), of(&after, "2016,"));
}

#[test]
fn swings_are_what_the_exact_engine_gives_with_the_input_at_its_ends() {
    // Each row: the input, its text in the file, and that text with the input at an end and without a range.
    let cases = [
        ("driver.thb_proceedings.2016", "drivers.csv", "2016,92,85,99", ["2016,85,,", "2016,99,,"]),
        ("driver.organised_crime_proceedings.2016", "drivers.csv", "1475,1400,1550", ["1400,,", "1550,,"]),
        ("driver.victim_nights.2016", "drivers.csv", "5210,4900,5600", ["4900,,", "5600,,"]),
        ("driver.victim_benefits.2016", "drivers.csv", "28740.60,27000.00,30500.00", ["27000.00,,", "30500.00,,"]),
        (
            "rule.municipal-commissions",
            "rules.toml",
            "{ low = \"80%\", central = \"90%\", high = \"100%\", distribution = \"uniform\" }",
            ["\"80%\"", "\"100%\""],
        ),
        (
            "rule.iom-return",
            "rules.toml",
            "{ low = 0.2, central = \"0.25\", high = \"40%\", distribution = \"triangular\" }",
            ["\"20%\"", "\"40%\""],
        ),
    ];
    let made_up = harness::root().join("examples/agencies-made-up");
    let document = json(&made_up, &["sensitivity", "--year", "2016", "--draws", "2", "--format", "json"]);
    let bars = document["figures"][0]["tornado"].as_array().unwrap();
    assert_eq!(bars.len(), cases.len());
    for (name, file, text, ends) in cases {
        let bar = bars.iter().find(|bar| bar["input"] == name).unwrap();
        for (end, replacement) in ["at_low", "at_high"].into_iter().zip(ends) {
            let folder = harness::scratch();
            harness::copy(&made_up, folder.path());
            let path = folder.path().join(file);
            let before = std::fs::read_to_string(&path).unwrap();
            assert_eq!(before.matches(text).count(), 1, "{text}");
            std::fs::write(&path, before.replace(text, replacement)).unwrap();
            let report = json(folder.path(), &["report", "--year", "2016", "--format", "json"]);
            let exact = amount(&report["rows"][0]["total"]["central"]);
            // Twenty lines, each rounded by half a stotinka at most.
            assert!((amount(&bar[end]) - exact).abs() <= 0.1, "{name} {end}: {bar}, exactly {exact}");
        }
    }
}

fn json(folder: &std::path::Path, args: &[&str]) -> serde_json::Value {
    serde_json::from_str(&harness::stdout_of(folder, args)).unwrap()
}

fn amount(text: &serde_json::Value) -> f64 {
    text.as_str().unwrap().parse().unwrap()
}

#[test]
fn the_choice_of_rules_and_of_a_measure_are_inputs() {
    let folder = harness::root().join("examples/police-2014");
    let args = ["sensitivity", "--alternative", "rules-uk-range.toml", "--draws", "400", "--format", "json"];
    let document = json(&folder, &args);
    let cost = &document["figures"][0];
    let choice = cost["tornado"].as_array().unwrap().iter().find(|bar| bar["input"] == "rules").unwrap();
    // What the report gives with the one and the other file.
    for (position, args) in [&["report"][..], &["report", "--rules", "rules-uk-range.toml"]].into_iter().enumerate() {
        let report = json(&folder, &[args, &["--format", "json"]].concat());
        let exact = amount(&report["rows"][0]["total"]["central"]);
        assert!((amount(&choice["alternatives"][position]["value"]) - exact).abs() <= 0.01);
    }
    let made_up = harness::root().join("examples/agencies-made-up");
    // Whichever measure is a figure only where several are asked for by name.
    let asked = ["sensitivity", "--year", "2016", "--draws", "400", "--format", "json"];
    let of_any = |document: &serde_json::Value| {
        let figures = document["figures"].as_array().unwrap();
        figures.iter().filter(|figure| figure["measure"] == "any").count()
    };
    assert_eq!(of_any(&json(&made_up, &asked)), 0);
    assert_eq!(of_any(&json(&made_up, &[&asked[..], &["--victims", "detected"]].concat())), 0);
    let document = json(&made_up, &[&asked[..], &["--victims", "detected", "--victims", "identified"]].concat());
    let figures = document["figures"].as_array().unwrap();
    let any = figures.iter().find(|figure| figure["measure"] == "any").unwrap();
    let choice = &any["tornado"][0];
    assert_eq!(choice["input"], "measure.2016");
    for (alternative, measure) in choice["alternatives"].as_array().unwrap().iter().zip(["detected", "identified"]) {
        let own = figures.iter().find(|figure| figure["measure"] == measure).unwrap();
        assert_eq!(alternative["name"], measure);
        assert!((amount(&alternative["value"]) - amount(&own["interval"]["central"])).abs() <= 0.01);
    }
}

#[test]
fn an_alternative_that_changes_no_figure_changes_no_draw() {
    let folder = harness::scratch();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    let rules = "version = 1\n[[rule]]\nid = \"a\"\nmatch = { line = \"a\" }\n\
                 share = { numerator = \"n\", denominator = \"m\" }\n";
    write(
        "thb-cost.toml",
        "[project]\ntitle = \"x\"\n[inputs]\nagencies = \"a.csv\"\nrules = \"rules.toml\"\ndrivers = \"d.csv\"\n",
    );
    write("a.csv", "year,agency,line,amount\n2014,MoI,a,1000.00\n");
    write("d.csv", "driver,year,value,low,high\nn,2014,10,5,20\nm,2014,100,,\n");
    write("rules.toml", rules);
    write("copy.toml", rules);
    let alone = json(folder.path(), &["sensitivity", "--draws", "400", "--format", "json"]);
    let beside =
        json(folder.path(), &["sensitivity", "--alternative", "copy.toml", "--draws", "400", "--format", "json"]);
    assert_eq!(alone["figures"], beside["figures"]);
    let mean = amount(&beside["figures"][0]["spread"]["mean"]["value"]);
    assert!((50.0..=200.0).contains(&mean), "{mean}");
}

#[test]
fn results_are_the_same_on_one_processor() {
    let root = harness::root();
    let args = ["--project", "examples/agencies-made-up", "sensitivity", "--draws", "3000", "--format", "csv"];
    let both = harness::stdout_of(&root, &args);
    let pinned = std::process::Command::new("taskset")
        .args(["-c", "0", env!("CARGO_BIN_EXE_thb-cost")])
        .args(args)
        .current_dir(&root)
        .output();
    match pinned {
        Ok(pinned) => assert_eq!(String::from_utf8(pinned.stdout).unwrap(), both),
        Err(error) => harness::told_to_be_there("taskset", &error),
    }
}
