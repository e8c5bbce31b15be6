//! Checks by hand: splits by area and by exploitation.

use super::hand_project::{empty, percent, row, shown};
use crate::random_project::{PartShare, ProjectSpec, ShareSpec, SplitBy, SplitSpec, Written};

fn parts(project: &ProjectSpec) -> Vec<String> {
    shown(project, |r| [r.part.as_str(), &r.area, &r.exploitation, &r.central].join("|"))
}

fn fixed(parts: &[(&str, &str)]) -> Option<SplitBy> {
    let part = |(name, share): &(&str, &str)| match *share {
        "rest" => ((*name).to_string(), PartShare::Rest),
        text => ((*name).to_string(), PartShare::Written(Written::Text(text.to_string()))),
    };
    Some(SplitBy::Fixed(parts.iter().map(part).collect()))
}

fn by_victims() -> SplitSpec {
    SplitSpec { area: None, exploitation: Some(SplitBy::Victims("detected".to_string())) }
}

#[test]
fn the_first_of_equals_gets_the_odd_unit() {
    // 0.05 in halves: 0.03 and 0.02; the zero part is shown
    let split = SplitSpec { area: fixed(&[("z", "0.5"), ("b", "0"), ("a", "rest")]), exploitation: None };
    let project = empty().agencies(&[row("a", "0.10")]).rule("*", percent("50")).split(split.clone());
    let expected = ["attributed|z|all|0.03", "attributed|b|all|0.00", "attributed|a|all|0.02", "remainder|||0.05"];
    assert_eq!(parts(&project), expected);
    let project = empty().agencies(&[row("a", "-0.10")]).rule("*", percent("50")).split(split);
    let expected = ["attributed|z|all|-0.03", "attributed|b|all|0.00", "attributed|a|all|-0.02", "remainder|||-0.05"];
    assert_eq!(parts(&project), expected);
}

#[test]
fn the_largest_remainder_comes_first() {
    // 0.10 x 0.17 = 0.017, x 0.17 = 0.017, x 0.66 = 0.066: 1, 1, 6 and two more to the two 0.7s
    let split = SplitSpec { area: fixed(&[("a", "0.66"), ("b", "0.17"), ("c", "0.17")]), exploitation: None };
    let project = empty().agencies(&[row("a", "0.10")]).rule("*", ShareSpec::All).split(split);
    assert_eq!(parts(&project), ["attributed|a|all|0.06", "attributed|b|all|0.02", "attributed|c|all|0.02"]);
}

#[test]
fn area_first_then_exploitation_within_each() {
    // 0.05 -> 0.03 and 0.02 by area; 0.03 -> 0.02 and 0.01, 0.02 -> 0.01 and 0.01
    let split =
        SplitSpec { area: fixed(&[("p", "0.5"), ("q", "0.5")]), exploitation: fixed(&[("x", "0.5"), ("y", "0.5")]) };
    let project = empty().agencies(&[row("a", "0.05")]).rule("*", ShareSpec::All).split(split);
    let expected = ["attributed|p|x|0.02", "attributed|p|y|0.01", "attributed|q|x|0.01", "attributed|q|y|0.01"];
    assert_eq!(parts(&project), expected);
}

#[test]
fn what_the_parts_leave_of_the_victims_is_unspecified() {
    // 5, and 0 to 3 (1.5), of 10: 3.5 are left
    let counted = |total: &str| {
        let project = empty().agencies(&[row("a", "100")]).rule("*", ShareSpec::All).split(by_victims());
        project.detected("labour", "5").detected("sexual", "<4").detected("begging", "").detected("", total)
    };
    let expected = [
        "attributed|unspecified|labour|50.00",
        "attributed|unspecified|sexual|15.00",
        "attributed|unspecified|unspecified|35.00",
    ];
    assert_eq!(parts(&counted("10")), expected);
    // an unknown total: 5/6.5 and 1.5/6.5
    let expected = ["attributed|unspecified|labour|76.92", "attributed|unspecified|sexual|23.08"];
    assert_eq!(parts(&counted("")), expected);
    // nothing left: no part for it
    assert_eq!(parts(&counted("6-7")).len(), 2);
    assert!(parts(&counted("6"))[0].starts_with("refused: the parts of the detected victims"));
}

#[test]
fn drivers_as_weights_and_the_default_for_the_other_dimension() {
    // 3 to 1 by driver; the default serves exploitation, and the labelled line in both
    let weights = [("p", "three"), ("q", "one")].map(|(a, d)| (a.to_string(), d.to_string()));
    let own = SplitSpec { area: Some(SplitBy::Drivers(weights.to_vec())), exploitation: None };
    let mut project = empty()
        .agencies(&[row("a", "100")])
        .budget(&[row("b", "10"), row("c", "")])
        .rule("a", percent("40"))
        .split(own)
        .driver("three", ["2016", "3", "", ""])
        .driver("one", ["2016", "1", "", ""]);
    project.default_split =
        SplitSpec { area: fixed(&[("d", "1")]), exploitation: fixed(&[("x", "rest"), ("y", "0.1")]) };
    let expected = [
        "attributed|p|x|27.00",
        "attributed|p|y|3.00",
        "attributed|q|x|9.00",
        "attributed|q|y|1.00",
        "remainder|||60.00",
        "attributed|d|x|9.00",
        "attributed|d|y|1.00",
        "not-estimated|||",
    ];
    assert_eq!(parts(&project), expected);
}
