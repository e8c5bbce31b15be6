//! Checks by hand: weights, chains, pools, and years that nobody published.

use super::hand_project::{empty, interval, percent, row, short, some};
use crate::random_project::{JudgementSpec, MoneyRow, PriceRow, ShareSpec, WeightSpec, Written};

fn weighted(weight: WeightSpec) -> ShareSpec {
    let (numerator, denominator) = ("thb_new_proceedings".to_string(), "registered_crimes".to_string());
    ShareSpec::Ratio { numerator, denominator, weight: Some(weight), missing: None }
}

fn police(weight: &str) -> Vec<String> {
    let weight = WeightSpec::Number(Written::Bare(weight.to_string()));
    let project = empty()
        .agencies(&[row("police", "1594783900")])
        .rule("*", weighted(weight))
        .driver("thb_new_proceedings", ["2016", "87", "", ""])
        .driver("registered_crimes", ["2016", "114000", "", ""]);
    short(&project)
}

#[test]
fn a_trafficking_case_that_costs_as_much_as_several_others() {
    // 5 x 87 / (5 x 87 + 113913) = 435/114348 = 145/38116; x 1594783900 = 6066839.7917...
    assert_eq!(police("5")[0], "police|attributed|assumed|145/38116|6066839.79 6066839.79 6066839.79");
    // 870/114783 = 290/38261; x 1594783900 = 12087695.852...
    assert_eq!(police("10")[0], "police|attributed|assumed|290/38261|12087695.85 12087695.85 12087695.85");
}

#[test]
fn a_weight_with_a_range_and_one_that_is_a_driver() {
    // 2 x 10 / (20 + 90) = 2/11; low 1 x 8 / (8 + 112) = 1/15; high 4 x 12 / (48 + 78) = 8/21
    let of = |weight: WeightSpec| {
        let project = empty()
            .agencies(&[row("a", "100")])
            .rule("*", weighted(weight))
            .driver("thb_new_proceedings", ["2016", "10", "8", "12"])
            .driver("registered_crimes", ["2016", "100", "90", "120"])
            .driver("weight", ["2016", "2", "1", "4"]);
        short(&project)[0].clone()
    };
    let range = WeightSpec::Range(["1", "2", "4"].map(str::to_string));
    assert_eq!(of(range), "a|attributed|assumed|2/11|6.67 18.18 38.10");
    assert_eq!(of(WeightSpec::Driver("weight".to_string())), "a|attributed|measured|2/11|6.67 18.18 38.10");
}

#[test]
fn a_chain_multiplies_bounds_and_is_as_weak_as_its_weakest_key() {
    // 0.4 x 0.1 = 0.04, 0.4 x 0.2 = 0.08, 0.4 x 0.5 = 0.2
    let chain = ShareSpec::Product(vec![percent("40"), interval("0.1", "0.2", "0.5")]);
    let project = empty().agencies(&[row("a", "100")]).rule("*", chain);
    assert_eq!(short(&project)[0], "a|attributed|assumed|2/25|4.00 8.00 20.00");
}

#[test]
fn a_pool_is_the_weighted_mean_between_the_outermost_ends() {
    // (1 x 4 % + 3 x 8 %) / 4 = 7 %; from 1 % to 20 %
    let judgement = |bounds: [&str; 3], weight: Option<&str>| JudgementSpec {
        bounds: bounds.map(|bound| Written::Percent(bound.to_string())),
        weight: weight.and_then(some),
    };
    let judgements = vec![judgement(["3", "4", "20"], None), judgement(["1", "8", "9"], Some("3"))];
    let project = empty().agencies(&[row("a", "100")]).rule("*", ShareSpec::Pool { judgements, distribution: None });
    assert_eq!(short(&project)[0], "a|attributed|assumed|7/100|1.00 7.00 20.00");
}

fn of_missing(missing: &str, years: &[(&str, &str)]) -> String {
    let units = ShareSpec::Units { units: "nights".to_string(), unit_cost: "cost".to_string(), missing: some(missing) };
    let mut project = empty().agencies(&[row("a", "")]).rule("*", units).driver("nights", ["2016", "100", "", ""]);
    for (year, value) in years {
        project = project.driver("cost", [year, value, "", ""]);
    }
    for (year, rate) in [("2015", "10"), ("2016", "-50")] {
        let (year, rate) = (year.to_string(), rate.to_string());
        project.prices.push(PriceRow { index: "HICP".to_string(), year, rate });
    }
    short(&project)[0].clone()
}

#[test]
fn a_year_that_nobody_published() {
    // on the line from 10 in 2014 to 16 in 2018: 13; 100 x 13
    let line = [("2014", "10"), ("2018", "16")];
    assert_eq!(of_missing("interpolate", &line), "a|attributed|imputed|/|1300.00 1300.00 1300.00");
    // 10 x 1.1 x 0.5 = 5.5
    assert_eq!(of_missing("index:HICP", &line[..1]), "a|attributed|imputed|/|550.00 550.00 550.00");
    assert!(of_missing("interpolate", &line[..1]).starts_with("refused: cost has nothing on both sides"));
    assert!(of_missing("index:HICP", &line[1..]).starts_with("refused: cost has nothing before"));
    assert!(of_missing("index:CPI", &line[..1]).starts_with("refused: CPI has no rate in 2015"));
}

#[test]
fn an_amount_between_two_years_in_two_currencies() {
    let of = |year: &str, amount: &str, currency: &str| MoneyRow {
        year: year.to_string(),
        currency: some(currency),
        ..row("a", amount)
    };
    let filled = |how: &str| {
        let rows = [of("2015", "195.58", "BGN"), of("2016", "", "EUR"), of("2017", "300", "EUR")];
        let mut project = empty().agencies(&rows).rule("*", percent("50"));
        project.rules[0].fill = some(how);
        let (index, year, rate) = ("HICP".to_string(), "2016".to_string(), "10".to_string());
        project.prices.push(PriceRow { index, year, rate });
        short(&project).into_iter().filter(|record| !record.contains("remainder")).nth(1).unwrap()
    };
    // 195.58 BGN are 99.9984... EUR: half of the way to 300 is 199.9992..., so 200.00; half of that is 100.00
    assert_eq!(filled("interpolate"), "a|attributed|assumed|1/2|100.00 100.00 100.00");
    // 99.9984... is 100.00, and half of it 50.00; with prices 10 % up 109.998... is 110.00, and half of it 55.00
    assert_eq!(filled("previous"), "a|attributed|assumed|1/2|50.00 50.00 50.00");
    assert_eq!(filled("index:HICP"), "a|attributed|assumed|1/2|55.00 55.00 55.00");
}
