//! Checks by hand: overheads one after another, in a circle, and over lines of both signs.

use num_bigint::BigInt;
use num_rational::BigRational;

use super::hand_project::{empty, interval, overhead_of, percent, row, short};
use super::overhead::solve;
use crate::random_project::{ProjectSpec, ShareSpec};

/// Attributed records only: `line|share|low central high`.
fn attributed(project: &ProjectSpec) -> Vec<String> {
    let keep = |record: &String| !record.contains("|remainder|");
    let shorter = |record: String| record.replace("|attributed|derived|", "|");
    short(project).into_iter().filter(keep).map(shorter).collect()
}

#[test]
fn a_linear_system() {
    // x + 2y = 5, 3x - y = 1: x = 1, y = 2
    let number = |value: i64| BigRational::from_integer(BigInt::from(value));
    let row = |values: [i64; 3]| values.map(number).to_vec();
    assert_eq!(solve(vec![row([1, 2, 5]), row([3, -1, 1])]), Some(vec![number(1), number(2)]));
    assert_eq!(solve(vec![row([1, 2, 5]), row([2, 4, 10])]), None);
}

#[test]
fn an_unattributed_line_counts_below_and_a_blank_one_nowhere() {
    // (60 x 1 + 40 x 0) / (60 + 40) = 3/5 of 10
    let project = empty()
        .budget(&[row("direct", "60"), row("direct blank", "")])
        .agencies(&[row("admin", "10"), row("open", "40"), row("open blank", "")])
        .rule("admin", overhead_of(&["*"]));
    assert_eq!(attributed(&project)[0], "admin|3/5|6.00 6.00 6.00");
}

#[test]
fn shares_before_rounding_are_handed_on() {
    // 0.01 x 1/3, not its rounded 0.00: the share is 1/3 to the end
    let third = ShareSpec::Fixed(crate::random_project::Written::Text("0.3333".to_string()));
    let project = empty()
        .agencies(&[row("admin", "100"), row("served", "0.01"), row("top", "1000")])
        .rule("served", third)
        .rule("admin", overhead_of(&["served"]))
        .rule("top", overhead_of(&["admin"]));
    let records = attributed(&project);
    assert_eq!(records[0], "admin|3333/10000|33.33 33.33 33.33");
    assert_eq!(records[2], "top|3333/10000|333.30 333.30 333.30");
}

#[test]
fn two_overheads_that_serve_each_other() {
    // A = 100 serves B = 50 and the direct 60: 110 a = 50 b + 60
    // B serves A, the direct 60 and the open 40: 200 b = 100 a + 60
    // so 17000 b = 12600: b = 63/85, a = 15/17
    let project = empty()
        .budget(&[row("direct", "60")])
        .agencies(&[row("A", "100"), row("B", "50"), row("open", "40")])
        .rule("A", overhead_of(&["B", "direct"]))
        .rule("B", overhead_of(&["*"]));
    let records = attributed(&project);
    // 1500/17 = 88.235; 50 x 63/85 = 37.0588
    assert_eq!(records[0], "A|15/17|88.24 88.24 88.24");
    assert_eq!(records[1], "B|63/85|37.06 37.06 37.06");
}

#[test]
fn bounds_go_round_the_circle() {
    // d = 60 at 0.1, 0.2, 0.5; A = 40 serves B and d, B = 20 serves A and d, each of its own:
    // 80 a = 20 b + 60 s, 100 b = 40 a + 60 s: a = b = s, as nothing but d is at the end of it
    let project = empty()
        .agencies(&[row("A", "40"), row("B", "20"), row("d", "60")])
        .rule("A", overhead_of(&["B", "d"]))
        .rule("B", overhead_of(&["A", "d"]))
        .rule("d", interval("0.1", "0.2", "0.5"));
    let records = attributed(&project);
    assert_eq!(records[0], "A|1/5|4.00 8.00 20.00");
    assert_eq!(records[1], "B|1/5|2.00 4.00 10.00");
}

#[test]
fn lines_of_both_signs() {
    let both = |first: &str, second: &str| {
        empty()
            .agencies(&[row("p", first), row("q", second), row("top", "60")])
            .rule("p", interval("0.2", "0.3", "0.5"))
            .rule("q", interval("0.1", "0.2", "0.4"))
            .rule("top", overhead_of(&["p", "q"]))
    };
    // 100 and -40: low 20 - 16 = 4, central 30 - 8 = 22, high 50 - 4 = 46, of 60
    assert_eq!(attributed(&both("100", "-40"))[2], "top|11/30|4.00 22.00 46.00");
    // -100 and 40: low -50 + 4 = -46, central -22, high -20 + 16 = -4, of -60: low and high share
    // change places
    assert_eq!(attributed(&both("-100", "40"))[2], "top|11/30|4.00 22.00 46.00");
}

#[test]
fn what_has_no_solution_is_refused() {
    let refused = |project: ProjectSpec| {
        attributed(&project)[0].starts_with("refused: overhead")
            || attributed(&project)[0].starts_with("refused: the overheads")
    };
    let lines = || empty().agencies(&[row("A", "100"), row("B", "50"), row("blank", "")]);
    let only_each_other = lines().rule("A", overhead_of(&["B"])).rule("B", overhead_of(&["A"]));
    assert!(refused(only_each_other));
    assert!(refused(lines().rule("A", overhead_of(&["A"]))));
    assert!(refused(lines().rule("A", overhead_of(&["blank"]))));
    let zero = lines().agencies(&[row("minus", "-50")]);
    assert!(refused(zero.rule("A", overhead_of(&["B", "minus"]))));
    let above_one = empty().agencies(&[row("A", "1"), row("p", "100"), row("q", "-40")]);
    let above_one = above_one.rule("p", percent("90")).rule("A", overhead_of(&["p", "q"]));
    // 90 / 60
    assert!(attributed(&above_one)[0].starts_with("refused: the share of A"));
}
