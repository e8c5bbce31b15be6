//! Small projects for the checks by hand: one file for each input, short ways to say rows, rules
//! and drivers, and the records as short text.

use super::{LedgerRow, PhaseChoice, ledger};
use crate::random_project::{
    DriverRow, Field, FieldMatch, Input, MatchSpec, MoneyFile, MoneyRow, ProjectSpec, RateRow, RuleSpec, ShareSpec,
    SplitSpec, VictimRow, Written,
};

/// A project without anything, in BGN.
pub(super) fn empty() -> ProjectSpec {
    ProjectSpec {
        currency: None,
        has_region: false,
        money: Vec::new(),
        by_glob: false,
        victims: Vec::new(),
        drivers: Vec::new(),
        rates: Vec::new(),
        prices: Vec::new(),
        services: Vec::new(),
        rules: Vec::new(),
        default_split: SplitSpec::default(),
    }
}

/// A row of 2016 with nothing but a line and an amount (`""` is blank).
pub(super) fn row(line: &str, amount: &str) -> MoneyRow {
    MoneyRow {
        year: "2016".to_string(),
        amount: some(amount),
        line: line.to_string(),
        agency: None,
        funder: None,
        label: None,
        phase: None,
        function: None,
        area: None,
        currency: None,
        source: None,
        region: None,
        note: None,
    }
}

pub(super) fn some(text: &str) -> Option<String> {
    (!text.is_empty()).then(|| text.to_string())
}

/// Short ways to add to a project.
impl ProjectSpec {
    /// Rows of state money; labelled.
    pub(super) fn budget(mut self, rows: &[MoneyRow]) -> ProjectSpec {
        self.add_file(Input::Budget, rows.to_vec());
        self
    }

    /// Rows of the agency MoI; unlabelled.
    pub(super) fn agencies(mut self, rows: &[MoneyRow]) -> ProjectSpec {
        let moi = |row: &MoneyRow| MoneyRow { agency: some("MoI"), ..row.clone() };
        self.add_file(Input::Agencies, rows.iter().map(moi).collect());
        self
    }

    /// A rule for the lines whose names match the pattern; its id is the pattern.
    pub(super) fn rule(mut self, pattern: &str, share: ShareSpec) -> ProjectSpec {
        self.rules.push(RuleSpec {
            id: pattern.to_string(),
            matches: lines_like(&[pattern]),
            years: None,
            share,
            fill: None,
            split: SplitSpec::default(),
        });
        self
    }

    /// The split of the rule that was added last.
    pub(super) fn split(mut self, split: SplitSpec) -> ProjectSpec {
        if let Some(rule) = self.rules.last_mut() {
            rule.split = split;
        }
        self
    }

    /// A driver: year, value, low, high.
    pub(super) fn driver(mut self, name: &str, values: [&str; 4]) -> ProjectSpec {
        let [year, value, low, high] = values;
        self.drivers.push(DriverRow {
            driver: name.to_string(),
            year: year.to_string(),
            value: some(value),
            low: some(low),
            high: some(high),
            currency: None,
        });
        self
    }

    /// Detected victims of 2016, of a form of exploitation.
    pub(super) fn detected(mut self, exploitation: &str, count: &str) -> ProjectSpec {
        self.victims.push(VictimRow {
            year: "2016".to_string(),
            measure: "detected".to_string(),
            exploitation: some(exploitation),
            group: None,
            count: some(count),
        });
        self
    }

    /// A rate to BGN in 2016.
    pub(super) fn rate(mut self, from: &str, rate: &str) -> ProjectSpec {
        self.rates.push(RateRow {
            from: from.to_string(),
            to: "BGN".to_string(),
            year: "2016".to_string(),
            rate: rate.to_string(),
        });
        self
    }

    fn add_file(&mut self, input: Input, rows: Vec<MoneyRow>) {
        let name = format!("file-{}.csv", self.money.len());
        self.money.push(MoneyFile { input, name, rows });
    }
}

pub(super) fn lines_like(patterns: &[&str]) -> MatchSpec {
    let any_of = patterns.iter().map(|p| (*p).to_string()).collect();
    MatchSpec(vec![FieldMatch { field: Field::Line, any_of }])
}

pub(super) fn percent(text: &str) -> ShareSpec {
    ShareSpec::Fixed(Written::Percent(text.to_string()))
}

pub(super) fn interval(low: &str, central: &str, high: &str) -> ShareSpec {
    let bare = |text: &str| Written::Bare(text.to_string());
    ShareSpec::Interval { low: bare(low), central: bare(central), high: bare(high), distribution: None }
}

pub(super) fn ratio(missing: &str) -> ShareSpec {
    ShareSpec::Ratio {
        numerator: "above".to_string(),
        denominator: "below".to_string(),
        weight: None,
        missing: some(missing),
    }
}

pub(super) fn overhead_of(patterns: &[&str]) -> ShareSpec {
    ShareSpec::OverheadOf(lines_like(patterns))
}

/// The records in short: `line|part|state|share|low central high`.
pub(super) fn short(project: &ProjectSpec) -> Vec<String> {
    shown(project, |r| {
        let share = [r.share_numerator.as_str(), &r.share_denominator].join("/");
        let money = [r.low.as_str(), &r.central, &r.high].join(" ");
        [r.line.as_str(), &r.part, &r.state, &share, &money].join("|")
    })
}

/// Each record as `show` puts it; one record that begins with `refused` where there is no ledger.
pub(super) fn shown(project: &ProjectSpec, show: impl Fn(&LedgerRow) -> String) -> Vec<String> {
    match ledger(project, PhaseChoice::Best) {
        Ok(rows) => rows.iter().map(show).collect(),
        Err(reason) => vec![format!("refused: {reason}")],
    }
}
