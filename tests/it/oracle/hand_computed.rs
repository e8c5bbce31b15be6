//! Checks by hand: lines, phases, currencies, and every share but overheads. Each expected figure is
//! worked out in the comment beside it.

use super::hand_project::{empty, interval, percent, ratio, row, short, shown, some};
use super::{LedgerRow, PhaseChoice, ledger, to_csv};
use crate::random_project::{Input, MoneyFile, MoneyRow, ShareSpec};

#[test]
fn halves_are_rounded_away_from_zero() {
    // 0.05 x 50 % = 0.025 -> 0.03, and 0.02 is left; the same below zero
    let project = empty().agencies(&[row("a", "0.05"), row("b", "-0.05")]).rule("*", percent("50"));
    let expected = [
        "a|attributed|assumed|1/2|0.03 0.03 0.03",
        "a|remainder|assumed|1/2|0.02 0.02 0.02",
        "b|attributed|assumed|1/2|-0.03 -0.03 -0.03",
        "b|remainder|assumed|1/2|-0.02 -0.02 -0.02",
    ];
    assert_eq!(short(&project), expected);
}

#[test]
fn low_and_high_of_a_negative_line_change_places() {
    // -100 x 0.5 = -50 is the low, -100 x 0.1 = -10 the high; left are -50, -80, -90
    let project = empty().agencies(&[row("a", "-100"), row("b", "100")]).rule("*", interval("0.1", "0.2", "0.5"));
    let expected = [
        "a|attributed|assumed|1/5|-50.00 -20.00 -10.00",
        "a|remainder|assumed|1/5|-50.00 -80.00 -90.00",
        "b|attributed|assumed|1/5|10.00 20.00 50.00",
        "b|remainder|assumed|1/5|90.00 80.00 50.00",
    ];
    assert_eq!(short(&project), expected);
}

#[test]
fn ratio_has_the_bounds_of_its_drivers() {
    // 8/120 = 1/15 -> 6.67; 10/100 -> 10.00; 12/90 = 2/15 -> 13.33
    let project = empty()
        .agencies(&[row("a", "100")])
        .rule("*", ratio(""))
        .driver("above", ["2016", "10", "8", "12"])
        .driver("below", ["2016", "100", "90", "120"]);
    let expected = ["a|attributed|measured|1/10|6.67 10.00 13.33", "a|remainder|measured|1/10|93.33 90.00 86.67"];
    assert_eq!(short(&project), expected);
}

#[test]
fn ratio_is_carried_from_the_last_year_in_which_both_are_known() {
    // 2015 has no denominator, 2014 has both: 3/10
    let gaps = |missing: &str| {
        empty()
            .agencies(&[row("a", "100")])
            .rule("a*", ratio(missing))
            .rule("*", percent("1"))
            .driver("above", ["2014", "3", "", ""])
            .driver("below", ["2014", "10", "", ""])
            .driver("above", ["2015", "4", "", ""])
            .driver("below", ["2016", "10", "", ""])
    };
    let carried = short(&gaps("previous"));
    assert_eq!(carried[0], "a|attributed|carried|3/10|30.00 30.00 30.00");
    // the next rule is tried
    assert_eq!(short(&gaps("skip"))[0], "a|attributed|assumed|1/100|1.00 1.00 1.00");
    assert_eq!(short(&gaps("error")), ["refused: driver above has no value in 2016"]);
}

#[test]
fn amount_and_units_are_shares_of_the_sum_of_the_lines() {
    // 30 / (100 + 20) = 1/4; the blank line shows the share and stays not estimated
    let rows = [row("a", "100"), row("b", "20"), row("c", "")];
    let project = empty()
        .agencies(&rows)
        .rule("*", ShareSpec::Amount { driver: "grant".to_string(), missing: None })
        .driver("grant", ["2016", "30", "", "60"]);
    let expected = [
        "a|attributed|measured|1/4|25.00 25.00 50.00",
        "a|remainder|measured|1/4|75.00 75.00 50.00",
        "b|attributed|measured|1/4|5.00 5.00 10.00",
        "b|remainder|measured|1/4|15.00 15.00 10.00",
        "c|not-estimated|not-estimated|1/4|  ",
    ];
    assert_eq!(short(&project), expected);
}

fn bottom_up(rows: &[MoneyRow]) -> Vec<String> {
    let units = ShareSpec::Units { units: "nights".to_string(), unit_cost: "cost".to_string(), missing: None };
    let project = empty().agencies(rows).rule("*", units);
    let project = project.driver("nights", ["2016", "4", "3", "5"]);
    short(&project.driver("cost", ["2016", "2.555", "", "3"]))
}

#[test]
fn units_impute_the_one_blank_line() {
    // 3 x 2.555 = 7.665 -> 7.67; 4 x 2.555 = 10.22; 5 x 3 = 15
    assert_eq!(bottom_up(&[row("a", "")]), ["a|attributed|imputed|/|7.67 10.22 15.00"]);
    let two = bottom_up(&[row("a", ""), row("b", "")]);
    assert_eq!(two, ["a|not-estimated|not-estimated|/|  ", "b|not-estimated|not-estimated|/|  "]);
    // 10.22 / 51.10 = 1/5
    assert_eq!(bottom_up(&[row("a", "51.10")])[0], "a|attributed|measured|1/5|7.67 10.22 15.00");
}

#[test]
fn built_in_handling_and_words() {
    let project = empty()
        .budget(&[row("all by a rule", "4"), row("labelled", "1"), row("labelled blank", "")])
        .agencies(&[row("all by a rule", "3"), row("blank", ""), row("none", "7"), row("none blank", "")])
        .agencies(&[row("open", "-2")])
        .rule("none*", ShareSpec::None)
        .rule("all*", ShareSpec::All);
    let expected = [
        "all by a rule|attributed|assumed|1/1|3.00 3.00 3.00",
        "blank|not-estimated|not-estimated|/|  ",
        "none|remainder|excluded|0/1|7.00 7.00 7.00",
        "none blank|remainder|excluded|0/1|  ",
        "open|unattributed|unattributed|/|-2.00 -2.00 -2.00",
        "all by a rule|attributed|direct|1/1|4.00 4.00 4.00",
        "labelled|attributed|direct|1/1|1.00 1.00 1.00",
        "labelled blank|not-estimated|not-estimated|1/1|  ",
    ];
    assert_eq!(short(&project), expected);
}

#[test]
fn rows_alike_are_one_line_in_whichever_file() {
    let spelled = MoneyRow {
        agency: some(" NCCTHB"),
        label: some("labelled"),
        note: some("a correction"),
        ..row("\u{a0}Слу\u{436}ители \u{2009} и\u{306} ", "-0.50")
    };
    let mut project = empty().budget(&[row("Служители й", "2"), row("Служители й", "")]);
    let name = "agencies.csv".to_string();
    project.money.push(MoneyFile { input: Input::Agencies, name, rows: vec![spelled] });
    let lines = shown(&project, |r| [r.line.as_str(), &r.rows, &r.line_amount].join("|"));
    assert_eq!(lines, ["Служители й|3|1.50"]);
}

#[test]
fn executed_where_published_else_approved() {
    let approved = |line: &str, amount: &str| MoneyRow { phase: some("approved"), ..row(line, amount) };
    let rows = [
        row("both", "1"),
        approved("both", "2"),
        row("executed blank", ""),
        approved("executed blank", "3"),
        row("neither", ""),
        approved("neither", ""),
        row("only executed", ""),
    ];
    let lines = shown(&empty().budget(&rows), |r| [r.line.as_str(), &r.phase, &r.line_amount].join("|"));
    let expected =
        ["both|executed|1.00", "executed blank|approved|3.00", "neither|approved|", "only executed|executed|"];
    assert_eq!(lines, expected);
    let approved_only = ledger(&empty().budget(&rows), PhaseChoice::Approved).map(|rows| rows.len());
    assert_eq!(approved_only, Ok(3));
}

#[test]
fn every_line_stays_in_its_own_currency() {
    let of = |currency: &str, amount: &str| MoneyRow { currency: some(currency), ..row("a", amount) };
    // 3.33 + 0.01; half of JPY 1001 is 500.5, which is 501; half of KWD 0.001 is 0.0005, which is 0.001
    let rows = [of("EUR", "10"), of("JPY", "1001"), of("USD", "3.33"), of("USD", "0.01"), of("KWD", "0.001")];
    let project = empty().budget(&rows).rule("*", percent("50"));
    let lines = shown(&project, |r| [r.currency.as_str(), &r.line_amount, &r.part, &r.central].join("|"));
    let expected = [
        "EUR|10.00|attributed|5.00",
        "EUR|10.00|remainder|5.00",
        "JPY|1001|attributed|501",
        "JPY|1001|remainder|500",
        "KWD|0.001|attributed|0.001",
        "KWD|0.001|remainder|0.000",
        "USD|3.34|attributed|1.67",
        "USD|3.34|remainder|1.67",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn sums_over_several_currencies_are_brought_together_unrounded() {
    let of = |line: &str, currency: &str, amount: &str| MoneyRow { currency: some(currency), ..row(line, amount) };
    // 100 EUR are 195.583 BGN, and 4.417 BGN more make 200: 50 of it are a quarter of each line
    let rows = [of("a", "EUR", "100"), of("b", "BGN", "4.41"), of("c", "KWD", "0.007")];
    let amount = ShareSpec::Amount { driver: "grant".to_string(), missing: None };
    let project = empty().agencies(&rows).rule("*", amount).rate("KWD", "1").driver("grant", ["2016", "50", "", ""]);
    let lines =
        shown(&project, |r| [r.line.as_str(), &r.part, &r.share_numerator, &r.share_denominator, &r.central].join("|"));
    let expected = [
        "a|attributed|1|4|25.00",
        "a|remainder|1|4|75.00",
        "b|attributed|1|4|1.10",
        "b|remainder|1|4|3.31",
        "c|attributed|1|4|0.002",
        "c|remainder|1|4|0.005",
    ];
    assert_eq!(lines, expected);
}

#[test]
fn a_rate_through_lev_and_euro_serves_both_ways() {
    let of = |currency: &str| MoneyRow { currency: some(currency), ..row("a", "") };
    let units = || ShareSpec::Units { units: "nights".to_string(), unit_cost: "cost".to_string(), missing: None };
    let imputed = |currency: &str, from: &str, to: &str, rate: &str| {
        let mut project = empty().agencies(&[of(currency)]).rule("*", units());
        project = project.driver("nights", ["2016", "10", "", ""]).driver("cost", ["2016", "1.95583", "", ""]);
        project.rates.push(crate::random_project::RateRow {
            from: from.to_string(),
            to: to.to_string(),
            year: "2016".to_string(),
            rate: rate.to_string(),
        });
        short(&project)
    };
    // 19.5583 BGN are 10 EUR, at 1.10 USD for one 11 USD; a row from USD to EUR has no inverse
    assert_eq!(imputed("USD", "EUR", "USD", "1.10"), ["a|attributed|imputed|/|11.00 11.00 11.00"]);
    assert_eq!(imputed("USD", "USD", "EUR", "0.5"), ["refused: no rate from BGN to USD in 2016"]);
}

#[test]
fn cells_are_quoted_where_needed() {
    let row =
        LedgerRow { line: "Shelter \"Hope\", Burgas".to_string(), source: "x".to_string(), ..LedgerRow::default() };
    let text = to_csv(&empty(), &[row]);
    assert_eq!(text, format!("{}\n,,,,,\"Shelter \"\"Hope\"\", Burgas\",,,,,,,,,,,,,,,,x\n", LedgerRow::COLUMNS));
    assert_eq!(LedgerRow::COLUMNS.split(',').count(), 22);
}
