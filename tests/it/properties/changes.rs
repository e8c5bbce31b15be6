//! Changes to a project that must change nothing, or only what is known beforehand.

use crate::oracle::{PhaseChoice, applies, budget_lines};
use crate::random_project::{MoneyRow, ProjectSpec};

/// Only the rows of that phase; files without rows are left out.
pub(crate) fn one_phase(project: &ProjectSpec, phase: &str) -> ProjectSpec {
    let mut alone = project.clone();
    for file in &mut alone.money {
        let of_row = |row: &MoneyRow| row.phase.clone().unwrap_or("executed".to_string());
        file.rows.retain(|row| of_row(row).trim() == phase);
    }
    alone.money.retain(|file| !file.rows.is_empty());
    alone
}

/// Rows of every file in another order, and files named in another order or under each other's name.
pub(crate) fn shuffled(project: &ProjectSpec, keys: &[u32]) -> ProjectSpec {
    let mut shuffled = project.clone();
    for file in &mut shuffled.money {
        file.rows = by_keys(&file.rows, keys);
    }
    shuffled.drivers = by_keys(&shuffled.drivers, keys);
    shuffled.rates = by_keys(&shuffled.rates, keys);
    let files = by_keys(&shuffled.money, keys);
    if project.by_glob {
        // a glob gives the names in its own order: let the contents change places
        for (file, name) in shuffled.money.iter_mut().zip(&project.money) {
            let input = name.input;
            let mut alike = files.iter().filter(|other| other.input == input);
            let place = project.money.iter().filter(|f| f.input == input);
            let place = place.take_while(|f| f.name != name.name).count();
            file.rows = alike.nth(place).map(|other| other.rows.clone()).unwrap_or_default();
        }
    } else {
        shuffled.money = files;
    }
    shuffled
}

fn by_keys<T: Clone>(items: &[T], keys: &[u32]) -> Vec<T> {
    let mut keyed: Vec<(u32, &T)> = keys.iter().copied().cycle().zip(items).collect();
    keyed.sort_by_key(|(key, _)| *key);
    keyed.into_iter().map(|(_, item)| item.clone()).collect()
}

/// How many money rows have an amount.
pub(crate) fn published_rows(project: &ProjectSpec) -> usize {
    let rows = project.money.iter().flat_map(|file| &file.rows);
    rows.filter(|row| row.amount.is_some()).count()
}

/// The row of that number among those with an amount in two, the second of them at the end of its
/// file, with that many thousandths of the amount.
pub(crate) fn with_row_in_two(project: &ProjectSpec, number: usize, thousandths: u32) -> ProjectSpec {
    let mut changed = project.clone();
    let mut seen = 0;
    for file in &mut changed.money {
        let mut added = Vec::new();
        for row in &mut file.rows {
            if let Some(amount) = row.amount.clone() {
                if seen == number {
                    let whole = Written::of(&amount);
                    let part = whole.minor * i128::from(thousandths) / 1000;
                    added.push(MoneyRow { amount: Some(whole.with(part)), ..row.clone() });
                    row.amount = Some(whole.with(whole.minor - part));
                }
                seen += 1;
            }
        }
        file.rows.extend(added);
    }
    changed
}

/// All amounts times ten.
pub(crate) fn tenfold(project: &ProjectSpec) -> ProjectSpec {
    let mut changed = project.clone();
    for row in changed.money.iter_mut().flat_map(|file| &mut file.rows) {
        if let Some(amount) = &row.amount {
            let amount = Written::of(amount);
            row.amount = Some(amount.with(amount.minor * 10));
        }
    }
    changed
}

/// An amount in units of its last written digit.
struct Written {
    minor: i128,
    digits: usize,
}

impl Written {
    fn of(text: &str) -> Written {
        let digits = text.split_once('.').map_or(0, |(_, fraction)| fraction.len());
        Written { minor: text.replace('.', "").parse().unwrap_or_default(), digits }
    }

    fn with(&self, minor: i128) -> String {
        let sign = if minor < 0 { "-" } else { "" };
        let places = self.digits + 1;
        let text = format!("{:0>places$}", minor.unsigned_abs());
        let (whole, fraction) = text.split_at(text.len() - self.digits);
        if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
    }
}

/// Places of the rules that match no line that the rule after them matches too.
pub(crate) fn apart(project: &ProjectSpec) -> Vec<usize> {
    let lines = budget_lines(project, PhaseChoice::Best).unwrap_or_default();
    let common = |place: usize| {
        let [one, other] = [place, place + 1].map(|place| &project.rules[place]);
        lines.iter().any(|line| {
            let matched = [one, other].map(|rule| applies(rule, line).unwrap_or(true));
            matched == [true, true]
        })
    };
    (1..project.rules.len()).map(|next| next - 1).filter(|place| !common(*place)).collect()
}
