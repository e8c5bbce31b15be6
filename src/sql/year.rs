//! The year of a text: a year, a date or a time stamp, or a form that the dialect says.

use super::pattern::alphanumeric;
use super::{Engine, YearText};

/// Years that budgets are of.
const YEAR: &str = "19[0-9][0-9]|20[0-9][0-9]|2100";
const MONTH: &str = "(0?[1-9]|1[0-2])";
const DAY: &str = "(0?[1-9]|[12][0-9]|3[01])";

/// The year of a text that is not blank; what has none stops the statement.
pub fn year(text: &str, form: &YearText, stop: &str, engine: &dyn Engine) -> String {
    match form {
        YearText::Plain => plain(text, stop, engine),
        YearText::Ends | YearText::Starts => two_years(text, *form == YearText::Ends, stop, engine),
        YearText::Form(form) => of_form(text, form, stop, engine),
    }
}

fn extracted(text: &str, pattern: &str, engine: &dyn Engine) -> String {
    engine.replaced(text, &format!("^{pattern}$"), engine.group())
}

fn plain(text: &str, stop: &str, engine: &dyn Engine) -> String {
    let year = format!("({YEAR})");
    let time = "([T ][0-9]{1,2}:[0-9:.,+Z-]*| ?(г[.]?|год[.]|година))?";
    // The group of the year is the first one, which patterns of words before it do not have.
    let forms = [
        format!("{year} ?(г[.]?|год[.]?|година|годину|рік|рр?[.]|year|[.]00?)?"),
        format!("{year}[-]{MONTH}[-]{DAY}{time}"),
        format!("{year}[.]{MONTH}[.]{DAY}[.]?{time}"),
        format!("{year}[/]{MONTH}[/]{DAY}{time}"),
    ];
    let behind = [format!("[.]{MONTH}[.]"), format!("[-]{MONTH}[-]")];
    let mut whens: Vec<String> = forms
        .iter()
        .map(|form| format!("WHEN {} THEN {}", engine.matches(text, form), extracted(text, form, engine)))
        .collect();
    for mark in behind {
        let form = format!("{DAY}{mark}({YEAR})[.]?{time}");
        // What stands before the year is taken off first, so that the year is the first group again.
        let rest = engine.replaced(text, &format!("^{DAY}{mark}"), "");
        let of_rest = extracted(&rest, &format!("({YEAR})[.]?{time}"), engine);
        whens.push(format!("WHEN {} THEN {of_rest}", engine.matches(text, &form)));
    }
    format!("CASE {} ELSE {stop} END", whens.join(" "))
}

/// Of `2015/16`, the year in which it ends or starts.
fn two_years(text: &str, ends: bool, stop: &str, engine: &dyn Engine) -> String {
    let dash = engine.letter('\u{2013}');
    let mark = format!("[ ]?[/{dash}-][ ]?");
    let first = engine.replaced(text, &format!("^([0-9]{{4}}){mark}[0-9]*$"), engine.group());
    let last = engine.replaced(text, &format!("^[0-9]{{4}}{mark}"), "");
    let good = engine.matches(text, &format!("({YEAR}){mark}([0-9]{{2}}|[0-9]{{4}})"));
    let next = engine.text(&format!("(CAST({first} AS INTEGER) + 1)"));
    let follows = format!("({last} = {next} OR {last} = SUBSTRING({next}, 3, 2))");
    let found = if ends { &next } else { &first };
    // The text is a number only where it is of this form, which is asked first.
    format!(
        "CASE WHEN NOT {good} THEN {stop} WHEN {follows} AND {} THEN {found} ELSE {stop} END",
        engine.matches(found, YEAR)
    )
}

/// The year of a date of a form such as `%d.%m.%y`.
fn of_form(text: &str, form: &str, stop: &str, engine: &dyn Engine) -> String {
    let letters: Vec<char> = form.chars().collect();
    let is_field = |at: usize| letters.get(at) == Some(&'%');
    let (mut before, mut behind, mut year, mut at) = (String::new(), String::new(), None, 0);
    while let Some(letter) = letters.get(at) {
        let piece = if *letter == '%' {
            let of = letters.get(at + 1).copied().unwrap_or_default();
            // A field that another follows directly takes both its digits.
            let wide = is_field(at + 2);
            at += 1;
            match of {
                'Y' | 'y' => {
                    year = Some(of);
                    at += 1;
                    continue;
                }
                'm' if wide => "(0[1-9]|1[0-2])".to_owned(),
                'm' => MONTH.to_owned(),
                'd' | 'e' if wide => "(0[1-9]|[12][0-9]|3[01])".to_owned(),
                'd' | 'e' => DAY.to_owned(),
                'b' => format!("[{}]*", alphanumeric(engine)),
                _ => "[0-9]{1,2}".to_owned(),
            }
        } else {
            super::pattern::wildcards(&letter.to_string().replace(['*', '?'], "")).replace(".*", "[*]")
        };
        if year.is_none() {
            before.push_str(&piece)
        } else {
            behind.push_str(&piece)
        }
        at += 1;
    }
    let digits = if year == Some('Y') { "[0-9]{4}" } else { "[0-9]{2}" };
    let good = engine.matches(text, &format!("{before}{digits}{behind}"));
    let rest = match before.is_empty() {
        true => text.to_owned(),
        false => engine.replaced(text, &format!("^{before}"), ""),
    };
    let found = extracted(&rest, &format!("({digits}){behind}"), engine);
    // As POSIX has it: 69 to 99 are of the last century.
    let whole = match year {
        Some('Y') => found.clone(),
        _ => format!("CASE WHEN {found} >= '69' THEN '19' || {found} ELSE '20' || {found} END"),
    };
    let in_range = match year {
        Some('Y') => format!(" AND {}", engine.matches(&found, YEAR)),
        _ => String::new(),
    };
    format!("CASE WHEN {good}{in_range} THEN {whole} ELSE {stop} END")
}
