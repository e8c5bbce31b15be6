//! Comparisons: figures worked out by hand, and over thousands of random pairs that causes add up and sides mirror.

use arcstr::ArcStr;
use num_bigint::BigInt;
use proptest::prelude::{Just, Strategy, TestCaseError, any, prop_assert_eq, proptest};
use proptest::sample::Index;
use thb_cost::domain::{Currency, Fraction, Year};
use thb_cost::measures::compare::{Cause, Change, CompareQuery, Comparison, FACTORS, Side, compare, shapley};
use thb_cost::measures::{Basis, Dimension, Grouping};
use thb_cost::pipeline::{Loaded, Location, load};

use crate::harness;
use crate::random_project::{ProjectSpec, project};

#[test]
fn the_embedded_years_in_words_as_worked_out_by_hand() {
    // Money: (630,021 - 520,352) x (1/446 + 1/505)/2 = 109,669 x 951/450,460 = 231.5306.
    // Victims: (1/505 - 1/446) x (520,352 + 630,021)/2 = -59 x 1,150,373/450,460 = -150.6727.
    let english = words("en");
    for said in [
        "External financing of labelled lines is up by 125,854.00: from 128,167.00 to 254,021.00.",
        "State financing of labelled lines is down by 16,185.00: from 392,185.00 to 376,000.00.",
        "Victims, detected: from 446 to 505.",
        "The cost per detected victim is up by 80.86 BGN: from 1,166.71 to 1,247.57. Of this, +231.53 is money and \
         -150.67 is the number of victims.",
    ] {
        assert!(english.contains(&said.to_owned()), "{said}\n{english:#?}");
    }
    let bulgarian = words("bg").join("\n").replace('\u{a0}', " ");
    for said in [
        "Външното финансиране по обозначените редове е нараснало с 125 854,00: от 128 167,00 на 254 021,00.",
        "Държавното финансиране по обозначените редове е намаляло с 16 185,00: от 392 185,00 на 376 000,00.",
        "Жертви (установени): от 446 на 505.",
        "от 1166,71 на 1247,57. От това +231,53 се дължи на средствата и -150,67 на броя на жертвите.",
    ] {
        assert!(bulgarian.contains(said), "{said}\n{bulgarian}");
    }
}

fn words(language: &str) -> Vec<String> {
    let args = ["--embedded", "compare", "2016", "2017", "--format", "json", "--lang", language];
    let document: serde_json::Value = serde_json::from_str(&harness::stdout_of(&harness::root(), &args)).unwrap();
    document["words"].as_array().unwrap().iter().map(|words| words.as_str().unwrap().to_owned()).collect()
}

#[test]
fn unlike_sides_are_compared_only_with_a_warning_in_every_format() {
    for (format, phase, broken) in [
        ("table", "an allocation is compared with spending", "the series of assisted victims breaks in 2017"),
        ("markdown", "an allocation is compared with spending", "the series of assisted victims breaks in 2017"),
        ("json", "\"kind\": \"phase\"", "\"kind\": \"break\""),
        ("csv", "phase break", "phase break"),
    ] {
        let args =
            ["--project", "examples/agencies-made-up", "compare", "2016", "2017", "--format", format, "--lang", "en"];
        let text = harness::stdout_of(&harness::root(), &args).split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(text.contains(phase) && text.contains(broken), "{format}: {text}");
    }
}

#[test]
fn a_rule_that_changes_and_one_that_does_not() {
    // 200.00 at 10 % and 300.00 at 20 %: amounts 100 x 15 % = 15.00, rules 10 % x 250 = 25.00; 20.00 to 60.00.
    // A line at 5 % whose amount alone changes owes all of it to amounts, rounding included: 10.01 to 20.03 at 5 % is
    // 0.50 to 1.00.
    let folder = |share: &str, shared: &str, other: &str| {
        let folder = harness::scratch();
        let write = |name: &str, text: String| std::fs::write(folder.path().join(name), text).unwrap();
        write(
            "thb-cost.toml",
            "[project]\ntitle = \"x\"\n[inputs]\nagencies = \"a.csv\"\nrules = \"rules.toml\"\n".to_owned(),
        );
        write("a.csv", format!("year,agency,line,amount\n2017,MoI,Shared,{shared}\n2017,MoI,Other,{other}\n"));
        let rule = |id, share| format!("[[rule]]\nid = \"{id}\"\nmatch = {{ line = \"{id}\" }}\nshare = \"{share}\"\n");
        write("rules.toml", format!("version = 1\n{}{}", rule("shared", share), rule("other", "5%")));
        folder
    };
    let (earlier, later) = (folder("10%", "200.00", "10.01"), folder("20%", "300.00", "20.03"));
    let (earlier, later) = (loaded(earlier.path()), loaded(later.path()));
    let found = compared(&earlier, &later, ["2017", "2017"], Vec::new(), Currency::BGN).unwrap();
    let found = found.total.rounded().unwrap().clone();
    assert_eq!((found.before, found.after), (BigInt::from(2050), BigInt::from(6100)));
    let expected = [(Cause::Amounts, BigInt::from(1550)), (Cause::Rules, BigInt::from(2500))];
    assert_eq!(found.causes, expected);
}

/// Lines of one name are told apart by the project's own dimension; one that is expected and has no row yet is not gone.
#[test]
fn a_line_that_is_not_reported_is_not_gone_and_says_its_own_dimension() {
    let folder = harness::scratch();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    let manifest = "[project]\ntitle = \"A\"\ndimensions = [\"region\"]\n[inputs]\nbudget = \"b.csv\"\n";
    write(
        "b.csv",
        "year,line,amount,region\n2025,Coordination,100.00,north\n2025,Coordination,70.00,south\n2026,Coordination,80.00,south\n",
    );
    write(
        "e.csv",
        "input,from,to,agency,funder,label,line,region\nbudget,2025,,NCCTHB,State budget,labelled,Coordination,north\n",
    );
    let json = || -> serde_json::Value {
        let text = harness::stdout_of(folder.path(), &["compare", "2025", "2026", "-q", "--format", "json"]);
        serde_json::from_str(&text).unwrap()
    };
    // Nobody expects it: 100.00 are gone.
    write("thb-cost.toml", manifest);
    assert_eq!(json()["total"]["causes"]["gone"], "-100.00", "{}", json()["total"]);
    write("thb-cost.toml", &format!("{manifest}expected = \"e.csv\"\n"));
    let found = json();
    let causes = &found["total"]["causes"];
    assert_eq!(causes["published"], "-100.00", "{}", found["total"]);
    assert!(causes.get("gone").is_none_or(|gone| gone == "0.00"), "{causes}");
    let lines = found["lines"].as_array().unwrap();
    let own: Vec<&serde_json::Value> = lines.iter().map(|line| &line["before"]["own"]["region"]).collect();
    assert_eq!(own, ["north", "south"]);
    let table = harness::stdout_of(folder.path(), &["compare", "2025", "2026", "-q"]);
    for named in ["NCCTHB: Coordination (north)", "NCCTHB: Coordination (south)"] {
        assert!(table.contains(named), "{table}");
    }
}

#[test]
fn one_more_amount_of_a_line_is_no_new_line() {
    // A key that stands on both sides, on the later one from a second source too: 50.00 more of the same spending.
    let folder = harness::scratch();
    let write = |name: &str, text: &str| std::fs::write(folder.path().join(name), text).unwrap();
    write("thb-cost.toml", "[project]\ntitle = \"x\"\n[inputs]\nbudget = \"b.csv\"\nsources = \"s.csv\"\n");
    write("s.csv", "id,title\none,One\ntwo,Two\n");
    write(
        "b.csv",
        "year,line,amount,source\n2016,Shelters,100.00,one\n2017,Shelters,100.00,one\n2017,Shelters,50.00,two\n",
    );
    let loaded = loaded(folder.path());
    let found = compared(&loaded, &loaded, ["2016", "2017"], Vec::new(), Currency::BGN).unwrap();
    let rounded = found.total.rounded().unwrap();
    assert_eq!(rounded.causes, [(Cause::Amounts, BigInt::from(5000))]);
    let words = harness::stdout_of(folder.path(), &["compare", "2016", "2017", "--lang", "en"]);
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(words.contains("one more amount under a key"), "{words}");
}

proptest! {
    #![proptest_config(harness::random(500))]

    /// What each factor contributes is its mean contribution over all orders in which the factors can change.
    #[test]
    fn the_value_of_shapley_is_the_mean_over_all_orders(
        before in proptest::collection::vec(-9..=9_i32, FACTORS),
        after in proptest::collection::vec(-9..=9_i32, FACTORS),
    ) {
        let fractions = |values: &[i32]| -> [Fraction; FACTORS] { std::array::from_fn(|at| Fraction::whole(values[at])) };
        let mut sums = [0_i64; FACTORS];
        let mut count = 0;
        orders(&mut Vec::new(), &mut |order| {
            let mut now = before.clone();
            for factor in order {
                let product = |values: &[i32]| values.iter().map(|value| i64::from(*value)).product::<i64>();
                let was = product(&now);
                now[*factor] = after[*factor];
                sums[*factor] += product(&now) - was;
            }
            count += 1;
        });
        let means = sums.map(|sum| Fraction::ratio(sum, count).unwrap());
        prop_assert_eq!(shapley(&fractions(&before), &fractions(&after)), means);
    }
}

fn orders(begun: &mut Vec<usize>, see: &mut dyn FnMut(&[usize])) {
    if begun.len() == FACTORS {
        return see(begun);
    }
    for factor in 0..FACTORS {
        if !begun.contains(&factor) {
            begun.push(factor);
            orders(begun, see);
            begun.pop();
        }
    }
}

proptest! {
    #![proptest_config(harness::random(800))]

    /// All pairs of years of a project, by a dimension: 12 pairs each where all years have lines.
    #[test]
    fn years_mirror_and_their_causes_add_up(project in project(), dimension in any::<Index>()) {
        let folder = written(&project)?;
        let loaded = loaded(folder.path());
        let by = vec![Grouping::from(*dimension.get(&Dimension::ALL))];
        for one in years(&loaded) {
            for other in years(&loaded) {
                mirrors(&loaded, &loaded, [&one, &other], &by)?;
            }
        }
    }
}

proptest! {
    #![proptest_config(harness::random(2000))]

    /// Two versions of a project, and two projects that have nothing to do with each other, any year with any.
    #[test]
    fn projects_mirror_and_their_causes_add_up(
        (one, other) in two_projects(),
        dimension in any::<Index>(),
    ) {
        let folders = (written(&one)?, written(&other)?);
        let (one, other) = (loaded(folders.0.path()), loaded(folders.1.path()));
        let by = vec![Grouping::from(*dimension.get(&Dimension::ALL))];
        for year in years(&one) {
            for other_year in years(&other) {
                mirrors(&one, &other, [&year, &other_year], &by)?;
            }
        }
    }
}

/// A project and either another one or itself with the rules, drivers or counts of another one.
fn two_projects() -> impl Strategy<Value = (ProjectSpec, ProjectSpec)> {
    (project(), project(), 0..4_u8).prop_flat_map(|(one, other, what)| {
        let mut changed = if what == 0 { other.clone() } else { one.clone() };
        match what {
            1 => changed.rules = other.rules,
            2 => changed.drivers = other.drivers,
            3 => changed.victims = other.victims,
            _ => {}
        }
        Just((one, changed))
    })
}

fn mirrors(one: &Loaded, other: &Loaded, years: [&str; 2], by: &[Grouping]) -> Result<(), TestCaseError> {
    let Loaded::Sound(sound) = one else { return Ok(()) };
    let currency = sound.project().currency;
    let there = compared(one, other, years, by.to_vec(), currency);
    let back = compared(other, one, [years[1], years[0]], by.to_vec(), currency);
    let (Some(there), Some(back)) = (there, back) else { return Ok(()) };
    prop_assert_eq!(there.groups.len(), back.groups.len());
    let mut sum = Fraction::zero();
    for (forward, backward) in there.groups.iter().zip(&back.groups) {
        mirror(forward, backward)?;
        sum = &sum + &forward.causes.sum();
    }
    mirror(&there.total, &back.total)?;
    prop_assert_eq!(sum, there.total.causes.sum());
    let of_lines: Fraction = there.lines.iter().map(|line| line.causes.sum()).sum();
    prop_assert_eq!(of_lines, there.total.causes.sum());
    Ok(())
}

fn mirror(there: &Change, back: &Change) -> Result<(), TestCaseError> {
    prop_assert_eq!(&there.by, &back.by);
    prop_assert_eq!(&there.causes.mirrored(), &back.causes);
    let central =
        |figures: &thb_cost::measures::Figures| figures.total().map_or_else(Fraction::zero, |total| total.central);
    prop_assert_eq!(&there.causes.sum(), &(&central(&there.after) - &central(&there.before)));
    let rounded = (there.rounded(), back.rounded());
    let quotients = there.per_victim.iter().zip(&back.per_victim).map(|(a, b)| (a.rounded(), b.rounded()));
    for (there, back) in [rounded].into_iter().chain(quotients) {
        prop_assert_eq!(there.is_some(), back.is_some());
        let (Some(there), Some(back)) = (there, back) else { continue };
        prop_assert_eq!(there.causes.iter().map(|(_, part)| part).sum::<BigInt>(), &there.after - &there.before);
        prop_assert_eq!(&there.change, &-&back.change);
        let mut mirrored: Vec<(Cause, BigInt)> =
            back.causes.iter().map(|(cause, part)| (cause.mirrored(), -part)).collect();
        mirrored.sort();
        prop_assert_eq!(&there.causes, &mirrored);
    }
    for change in &there.per_victim {
        let (Some(causes), Some(before), Some(after)) =
            (&change.causes, &change.before.total.central, &change.after.total.central)
        else {
            continue;
        };
        prop_assert_eq!(causes.sum(), after - before);
    }
    Ok(())
}

fn loaded(folder: &std::path::Path) -> Loaded {
    load(&Location::Path(folder.to_path_buf()), &[])
}

fn years(loaded: &Loaded) -> Vec<String> {
    loaded.names().years
}

fn compared(
    one: &Loaded,
    other: &Loaded,
    years: [&str; 2],
    by: Vec<Grouping>,
    currency: Currency,
) -> Option<Comparison> {
    let (before, after) = (side(one, years[0], &by)?, side(other, years[1], &by)?);
    let mut measures: Vec<ArcStr> = after.project.victims.measures();
    measures.extend(before.project.victims.measures());
    let basis = Basis { currency, prices: None };
    let query = CompareQuery { by: by.clone(), measures, exploitation: None, basis };
    // A currency without a rate is refused, from either side.
    compare(before, after, &query).ok()
}

fn side<'l>(loaded: &'l Loaded, year: &str, by: &'l [Grouping]) -> Option<Side<'l>> {
    let Loaded::Sound(sound) = loaded else { return None };
    Some(Side { project: sound.project(), attribution: sound.attribution(), year: Year::parse(year)?, by })
}

fn written(project: &ProjectSpec) -> Result<tempfile::TempDir, TestCaseError> {
    let failed = |error: std::io::Error| TestCaseError::fail(error.to_string());
    let folder = tempfile::tempdir().map_err(failed)?;
    project.write_to(folder.path()).map_err(failed)?;
    Ok(folder)
}
