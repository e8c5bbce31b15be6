//! What is said of the draws' own errors, over 200 seeds: 95 of 100 intervals of so many standard errors hold what is
//! known in closed form.

#![expect(clippy::float_arithmetic, reason = "random draws and their closed forms are no money")]

use std::collections::BTreeMap;

use thb_cost::attribution::Dimension;
use thb_cost::measures::Grouping;
use thb_cost::measures::sensitivity::{Drawing, Sensitivity, Spread, What};

use crate::sureness::{rule, rules, sensitivity_of, written};

const SEEDS: u64 = 200;
const DRAWS: usize = 1000;

/// Half the width of a 95 % interval, in standard errors.
const WIDTH: f64 = 1.959_964;

/// How many intervals held what they should, of how many.
#[derive(Default)]
struct Coverage(BTreeMap<&'static str, (u32, u32)>);

impl Coverage {
    fn count(&mut self, of: &'static str, found: f64, half: f64, known: f64) {
        let (held, all) = self.0.entry(of).or_default();
        *held += u32::from((found - known).abs() <= half);
        *all += 1;
    }
}

/// What an agency's cost moves by, in minor units: 5th, 50th, 95th percentile, where they are known, and mean.
fn known(agency: &str) -> ([Option<f64>; 3], f64) {
    let ends = |values: [f64; 3]| values.map(Some);
    match agency {
        // 1,000,000.00 times a uniform on 10 to 30 %, around 20 %.
        "U" => (ends([-9e6, 0.0, 9e6]), 0.0),
        // A triangular on 10, 20, 50 %: 10 % and a tenth of one on 0, 1, 4, whose distribution function is t^2/4 up to 1 and
        // 1 - (4 - t)^2/12 from there.
        "T" => {
            let moved = |t: f64| (t - 1.0) * 1e7;
            (ends([0.2_f64.sqrt(), 4.0 - 6.0_f64.sqrt(), 4.0 - 0.6_f64.sqrt()].map(moved)), moved(5.0 / 3.0))
        }
        // Two lines, each as U: their sum is a triangular on 0, 1, 2, whose distribution function is s^2/2 up to 1.
        "S" => {
            let moved = |s: f64| (s - 1.0) * 2e7;
            (ends([0.1_f64.sqrt(), 1.0, 2.0 - 0.1_f64.sqrt()].map(moved)), 0.0)
        }
        // A product of two independent shares has the product of their means for its mean.
        _ => ([None; 3], 0.0),
    }
}

/// First-order and total index of the first and the second factor of a uniform on 20 to 60 % times one on 10 to 50 %.
fn of_product() -> [(f64, f64); 2] {
    let ([x, y], variance) = ([0.4, 0.3], 0.4 * 0.4 / 12.0);
    let whole = (variance + x * x) * (variance + y * y) - x * x * y * y;
    let (alone_x, alone_y) = (variance * y * y / whole, variance * x * x / whole);
    [(alone_x, 1.0 - alone_y), (alone_y, 1.0 - alone_x)]
}

#[test]
fn ninety_five_of_a_hundred_intervals_hold_what_they_should() {
    let uniform = |low: &str, central: &str, high: &str| {
        format!("{{ low = \"{low}%\", central = \"{central}%\", high = \"{high}%\", distribution = \"uniform\" }}")
    };
    let one = uniform("10", "20", "30");
    let product = format!("{{ product = [{}, {}] }}", uniform("20", "40", "60"), uniform("10", "30", "50"));
    let triangular = "{ low = \"10%\", central = \"20%\", high = \"50%\", distribution = \"triangular\" }";
    let each = [
        rule("u", "u", &one),
        rule("t", "t", triangular),
        rule("s-one", "s1", &one),
        rule("s-two", "s2", &one),
        rule("p", "p", &product),
    ];
    let folder = written(&[
        (
            "a.csv",
            "year,agency,line,amount\n2014,U,u,1000000.00\n2014,T,t,1000000.00\n2014,S,s1,1000000.00\n\
             2014,S,s2,1000000.00\n2014,P,p,1000000.00\n",
        ),
        ("rules.toml", &rules(&each)),
    ]);
    let mut coverage = Coverage::default();
    for seed in 1..=SEEDS {
        let drawing = Drawing { draws: DRAWS, seed };
        let (found, _) = sensitivity_of(folder.path(), vec![Grouping::from(Dimension::Agency)], drawing).unwrap();
        count(&found, &mut coverage);
    }
    for (of, (held, all)) in &coverage.0 {
        let share = f64::from(*held) / f64::from(*all);
        assert!(*all >= 600 && (0.92..=0.98).contains(&share), "{of}: {held} of {all}");
    }
    assert_eq!(coverage.0.len(), 6);
}

fn count(found: &Sensitivity, coverage: &mut Coverage) {
    let costs: Vec<_> = found.figures.iter().filter(|of| of.figure.what == What::Cost).collect();
    assert_eq!(costs.len(), 4);
    for of in costs {
        let agency = of.figure.by[0].clone();
        let spread: Spread = of.spread.unwrap();
        let (percentiles, mean) = known(&agency);
        for ((name, estimate), known) in spread.named().into_iter().zip(percentiles.into_iter().chain([Some(mean)])) {
            if let (Some(known), Some(error)) = (known, estimate.error) {
                coverage.count(name, estimate.value, WIDTH * error, known);
            }
        }
        let expected = |name: &str| match (agency.as_str(), name.ends_with(".1")) {
            ("S", _) => Some((0.5, 0.5)),
            ("P", is_first) => Some(of_product()[usize::from(!is_first)]),
            _ => None,
        };
        for (input, indices) in &of.indices {
            if let Some((first, total)) = expected(&found.inputs[*input].name) {
                coverage.count("first", indices.first, indices.first_confidence, first);
                coverage.count("total", indices.total, indices.total_confidence, total);
            }
        }
    }
}
