//! Manifests and rules made of whole keys and tables: what the fields' own words are put together to is read or refused, and
//! rules that are read can be applied to a project.

use arbitrary::{Result, Unstructured};

use super::{manifest, rules};

const TABLES: &[&str] = &[
    "[project]",
    "[inputs]",
    "[dialect]",
    "[[dialect]]",
    "[dialect.agencies]",
    "[names]",
    "[expected]",
    "[review]",
    "[[rule]]",
    "[default]",
    "[default.split]",
    "[rule.split]",
    "[style]",
    "[csv]",
    "[\u{444}]",
];
const KEYS: &[&str] = &[
    "title",
    "currency",
    "dimensions",
    "victims",
    "budget",
    "external",
    "agencies",
    "rules",
    "drivers",
    "prices",
    "id",
    "match",
    "share",
    "fill",
    "rationale",
    "date",
    "split.area",
    "split.exploitation",
    "version",
    "weight",
    "missing",
    "group",
    "file",
    "columns",
    "where",
    "values",
    "amounts",
    "unit",
    "years",
    "totals",
    "skip",
    "header",
    "needs",
    "language",
    "phase",
    "\"a b\"",
    "x.y.z",
];
const VALUES: &[&str] = &[
    "1",
    "2017",
    "-1",
    "0.1",
    "1e300",
    "nan",
    "true",
    "2016-12-31",
    "\"\"",
    "\"5%\"",
    "\"rest\"",
    "\"all\"",
    "\"none\"",
    "\"EUR\"",
    "\"BGN\"",
    "\"assisted\"",
    "\"*.csv\"",
    "\"index:HICP\"",
    "\"interpolate\"",
    "\"previous\"",
    "\"victims:detected\"",
    "\"thb_proceedings\"",
    "[]",
    "{}",
];
const INNER: &[&str] = &[
    "low",
    "central",
    "high",
    "numerator",
    "denominator",
    "missing",
    "weight",
    "product",
    "pool",
    "units",
    "unit_cost",
    "overhead_of",
    "agency",
    "line",
    "label",
    "year",
    "by",
    "amount",
    "who",
    "share",
    "distribution",
    "any",
    "not",
];

/// Makes a document of the bytes and reads it as a manifest and as rules.
pub fn run(data: &[u8]) {
    if let Ok(text) = document(&mut Unstructured::new(data)) {
        manifest::run(text.as_bytes());
        rules::run(text.as_bytes());
    }
}

fn document(from: &mut Unstructured<'_>) -> Result<String> {
    let mut text = String::from(*from.choose(&["", "version = 1\n"])?);
    for _ in 0..from.int_in_range(1..=8)? {
        text += from.choose(TABLES)?;
        text.push('\n');
        for _ in 0..from.int_in_range(0..=6)? {
            text += &format!("{} = {}\n", from.choose(KEYS)?, value(from, 4)?);
        }
    }
    Ok(text)
}

/// A value, lists and tables no deeper than said.
fn value(from: &mut Unstructured<'_>, deep: usize) -> Result<String> {
    Ok(match from.int_in_range(0..=9)? {
        0 | 1 if deep > 0 => {
            let parts: Result<Vec<String>> = (0..from.int_in_range(0..=4)?).map(|_| value(from, deep - 1)).collect();
            format!("[{}]", parts?.join(", "))
        }
        2..=4 if deep > 0 => {
            let mut parts = Vec::new();
            for _ in 0..from.int_in_range(0..=4)? {
                parts.push(format!("{} = {}", from.choose(INNER)?, value(from, deep - 1)?));
            }
            format!("{{ {} }}", parts.join(", "))
        }
        5 => {
            let any: &str = from.arbitrary()?;
            format!("{any:?}")
        }
        _ => (*from.choose(VALUES)?).to_owned(),
    })
}
