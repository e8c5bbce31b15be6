//! Faults put into a project on purpose. Most of them make it refusable for certain; whether one
//! does is for the oracle to say.

use super::pool;
use super::spec::{
    DriverRow, Field, FieldMatch, Input, MatchSpec, MoneyFile, MoneyRow, PartShare, ProjectSpec, RuleSpec, ShareSpec,
    SplitBy, SplitSpec, Written,
};

/// How many flaws there are.
pub(crate) const COUNT: usize = 14;

/// The project with the flaw of that number (from 0).
pub(crate) fn with_flaw(mut project: ProjectSpec, number: usize) -> ProjectSpec {
    let every_line = || matching(Field::Line, "*");
    match number {
        0 => put_first(&mut project, every_line(), ratio("thb_proceeding", pool::DENOMINATORS[0])),
        1 => put_first(&mut project, every_line(), fixed("1.01")),
        2 => put_first(&mut project, every_line(), fixed("-0.1")),
        3 => put_first(&mut project, every_line(), ratio(pool::DENOMINATORS[0], pool::NUMERATORS[0])),
        4 => {
            let nothing = ShareSpec::OverheadOf(matching(Field::Line, "nothing like this"));
            put_first(&mut project, every_line(), nothing);
        }
        5 => {
            let (named, embedded) = (matching(Field::Label, "labelled"), matching(Field::Label, "unlabelled"));
            put_first(&mut project, named.clone(), ShareSpec::OverheadOf(embedded.clone()));
            put_first(&mut project, embedded, ShareSpec::OverheadOf(named));
        }
        6 => {
            add_row(&mut project, |row| row.amount = Some("5.00".to_string()));
            add_row(&mut project, |row| row.amount = Some("-5.00".to_string()));
            let sum_of_zero = matching(Field::Line, "Added line");
            put_first(&mut project, sum_of_zero, ShareSpec::Amount { driver: pool::GRANT.to_string(), missing: None });
        }
        7 => {
            add_row(&mut project, |row| row.currency = Some("GBP".to_string()));
            add_row(&mut project, |row| {
                row.currency = Some("GBP".to_string());
                row.phase = Some("approved".to_string());
            });
        }
        8 => add_row(&mut project, |row| row.funder = None),
        9 => add_row(&mut project, |row| row.amount = Some("12.345".to_string())),
        10 => {
            let again = project.drivers.first().cloned();
            let again = again.map(|row| DriverRow { value: Some("1".to_string()), ..row });
            project.drivers.extend(again);
        }
        11 => {
            put_first(&mut project, every_line(), ShareSpec::All);
            put_first(&mut project, every_line(), ShareSpec::All);
        }
        12 => {
            put_first(&mut project, every_line(), ShareSpec::All);
            let part = |name: &str, text: &str| (name.to_string(), PartShare::Written(Written::Text(text.to_string())));
            let parts = SplitBy::Fixed(vec![part("legal", "0.5"), part("data", "0.49")]);
            project.rules[0].split.area = Some(parts);
        }
        _ => {
            put_first(&mut project, every_line(), ShareSpec::All);
            let measure = pool::MEASURES[0].to_string();
            for row in project.victims.iter_mut().filter(|row| row.measure == measure) {
                if row.group.is_none() && row.exploitation.as_deref().unwrap_or("all") == "all" {
                    row.count = Some("0".to_string());
                }
            }
            project.rules[0].split.exploitation = Some(SplitBy::Victims(measure));
        }
    }
    project
}

fn matching(field: Field, pattern: &str) -> MatchSpec {
    MatchSpec(vec![FieldMatch { field, any_of: vec![pattern.to_string()] }])
}

fn fixed(text: &str) -> ShareSpec {
    ShareSpec::Fixed(Written::Bare(text.to_string()))
}

fn ratio(numerator: &str, denominator: &str) -> ShareSpec {
    ShareSpec::Ratio {
        numerator: numerator.to_string(),
        denominator: denominator.to_string(),
        weight: None,
        missing: None,
    }
}

/// Rules put first all bear one id where the ids must be different; only flaw 11 wants that.
fn put_first(project: &mut ProjectSpec, matches: MatchSpec, share: ShareSpec) {
    let twice_all = matches!(share, ShareSpec::All);
    let id = match twice_all {
        true => "first".to_string(),
        false => format!("first-{}", project.rules.len()),
    };
    project.rules.insert(0, RuleSpec { id, matches, years: None, share, fill: None, split: SplitSpec::default() });
}

/// One more row of external money, in a file of its own.
fn add_row(project: &mut ProjectSpec, change: impl FnOnce(&mut MoneyRow)) {
    let text = |text: &str| Some(text.to_string());
    let mut row = MoneyRow {
        year: "2016".to_string(),
        amount: text("100.00"),
        line: "Added line".to_string(),
        agency: text("ASA"),
        funder: text("Norway Grants"),
        label: None,
        phase: None,
        function: None,
        area: None,
        currency: text("BGN"),
        source: None,
        region: None,
        note: None,
    };
    change(&mut row);
    let name = format!("external-{}.csv", project.money.len() + 5);
    project.money.push(MoneyFile { input: Input::External, name, rows: vec![row] });
}
