//! The text of `rules.toml`: strings quoted and escaped, keys quoted where TOML needs it, tables
//! inline and in the order of the spec.

use super::spec::{
    Field, MatchSpec, PartShare, ProjectSpec, RuleSpec, ShareSpec, SplitBy, SplitSpec, WeightSpec, Written,
};

/// `rules.toml`, whole.
pub(crate) fn rules_toml(project: &ProjectSpec) -> String {
    let mut text = String::from("version = 1\n");
    let defaults = split_lines(&project.default_split, "");
    if !defaults.is_empty() {
        text.push_str("\n[default.split]\n");
        text.push_str(&defaults);
    }
    for rule in &project.rules {
        text.push_str(&rule_text(rule));
    }
    text
}

/// A TOML basic string.
pub(crate) fn quoted(text: &str) -> String {
    let mut out = String::from("\"");
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                out.push('\\');
                out.push(letter);
            }
            '\n' => out.push_str("\\n"),
            '\t' => out.push_str("\\t"),
            _ => out.push(letter),
        }
    }
    out.push('"');
    out
}

fn key(text: &str) -> String {
    let bare = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    if !text.is_empty() && text.chars().all(bare) { text.to_string() } else { quoted(text) }
}

fn rule_text(rule: &RuleSpec) -> String {
    let mut text = format!(
        "\n[[rule]]\nid = {}\ntitle = {}\nmatch = {}\n",
        quoted(&rule.id),
        quoted(&format!("The rule {}", rule.id)),
        match_text(&rule.matches)
    );
    if let Some(years) = &rule.years {
        text.push_str(&format!("years = {}\n", quoted(years)));
    }
    text.push_str(&format!("share = {}\n", share_text(&rule.share)));
    if let Some(fill) = &rule.fill {
        text.push_str(&format!("fill = {}\n", quoted(fill)));
    }
    text.push_str(&split_lines(&rule.split, "split."));
    text.push_str("rationale = \"made up\"\n");
    text
}

fn match_text(matches: &MatchSpec) -> String {
    let fields = matches.0.iter().map(|entry| {
        let patterns: Vec<String> = entry.any_of.iter().map(|p| quoted(p)).collect();
        let value = match patterns.as_slice() {
            [only] => only.clone(),
            _ => format!("[{}]", patterns.join(", ")),
        };
        format!("{} = {value}", field_name(entry.field))
    });
    table(fields)
}

/// The name of a field in a `match` table and on the command line.
pub(crate) fn field_name(field: Field) -> &'static str {
    match field {
        Field::Agency => "agency",
        Field::Funder => "funder",
        Field::Financing => "financing",
        Field::Label => "label",
        Field::Line => "line",
        Field::Function => "function",
        Field::Area => "area",
        Field::Currency => "currency",
        Field::Region => "region",
    }
}

fn share_text(share: &ShareSpec) -> String {
    match share {
        ShareSpec::All => quoted("all"),
        ShareSpec::None => quoted("none"),
        ShareSpec::Fixed(number) => written(number),
        ShareSpec::Interval { low, central, high, distribution } => {
            let mut entries = vec![
                format!("low = {}", written(low)),
                format!("central = {}", written(central)),
                format!("high = {}", written(high)),
            ];
            entries.extend(distribution.iter().map(|d| format!("distribution = {}", quoted(d))));
            table(entries)
        }
        ShareSpec::Ratio { numerator, denominator, weight, missing } => {
            let mut entries =
                vec![format!("numerator = {}", quoted(numerator)), format!("denominator = {}", quoted(denominator))];
            entries.extend(weight.iter().map(|weight| format!("weight = {}", weight_text(weight))));
            entries.extend(missing_entry(missing));
            table(entries)
        }
        ShareSpec::Pool { judgements, distribution } => {
            let judgements: Vec<String> = judgements
                .iter()
                .map(|one| {
                    let [low, central, high] = one.bounds.each_ref().map(written);
                    let mut entries =
                        vec![format!("low = {low}"), format!("central = {central}"), format!("high = {high}")];
                    entries.extend(one.weight.iter().map(|weight| format!("weight = {weight}")));
                    table(entries)
                })
                .collect();
            let mut entries = vec![format!("pool = [{}]", judgements.join(", "))];
            entries.extend(distribution.iter().map(|d| format!("distribution = {}", quoted(d))));
            table(entries)
        }
        ShareSpec::Product(factors) => {
            let factors: Vec<String> = factors.iter().map(share_text).collect();
            format!("{{ product = [{}] }}", factors.join(", "))
        }
        ShareSpec::Amount { driver, missing } => {
            table([format!("amount = {}", quoted(driver))].into_iter().chain(missing_entry(missing)))
        }
        ShareSpec::Units { units, unit_cost, missing } => {
            let entries = [format!("units = {}", quoted(units)), format!("unit_cost = {}", quoted(unit_cost))];
            table(entries.into_iter().chain(missing_entry(missing)))
        }
        ShareSpec::Services(names) => {
            let names: Vec<String> = names.iter().map(|name| quoted(name)).collect();
            format!("{{ services = [{}] }}", names.join(", "))
        }
        ShareSpec::OverheadOf(matches) => format!("{{ overhead_of = {} }}", match_text(matches)),
    }
}

fn missing_entry(missing: &Option<String>) -> Option<String> {
    missing.as_ref().map(|missing| format!("missing = {}", quoted(missing)))
}

fn weight_text(weight: &WeightSpec) -> String {
    match weight {
        WeightSpec::Number(number) => written(number),
        WeightSpec::Range([low, central, high]) => {
            table([format!("low = {low}"), format!("central = {central}"), format!("high = {high}")])
        }
        WeightSpec::Driver(driver) => quoted(driver),
    }
}

fn written(number: &Written) -> String {
    match number {
        Written::Percent(text) => quoted(&format!("{text}%")),
        Written::Text(text) => quoted(text),
        Written::Bare(text) => text.clone(),
    }
}

fn split_lines(split: &SplitSpec, prefix: &str) -> String {
    let dimensions = [("area", &split.area), ("exploitation", &split.exploitation)];
    let mut text = String::new();
    for (name, by) in dimensions {
        if let Some(by) = by {
            text.push_str(&format!("{prefix}{name} = {}\n", split_text(by)));
        }
    }
    text
}

fn split_text(by: &SplitBy) -> String {
    match by {
        SplitBy::Fixed(parts) => table(parts.iter().map(|(name, share)| match share {
            PartShare::Written(number) => format!("{} = {}", key(name), written(number)),
            PartShare::Rest => format!("{} = {}", key(name), quoted("rest")),
        })),
        SplitBy::Victims(measure) => format!("{{ by = {} }}", quoted(&format!("victims:{measure}"))),
        SplitBy::Drivers(parts) => {
            let weights = parts.iter().map(|(name, driver)| format!("{} = {}", key(name), quoted(driver)));
            format!("{{ by = {} }}", table(weights))
        }
    }
}

fn table(entries: impl IntoIterator<Item = String>) -> String {
    let entries: Vec<String> = entries.into_iter().collect();
    format!("{{ {} }}", entries.join(", "))
}
