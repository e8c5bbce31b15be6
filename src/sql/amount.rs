//! An amount as an exact decimal: digits with the marks that the dialect says, thousands and millions by moving the mark,
//! rounding half away from zero.

use super::{Amounts, Engine, Layout};

/// Digits before the mark that an amount may have.
const WHOLE_DIGITS: u32 = 18;

/// The amount of a text, null where it is blank.
pub fn amount(text: &str, amounts: &Amounts, layout: &Layout, stop: &str, engine: &dyn Engine) -> String {
    let (digits, power) = (amounts.digits, layout.power);
    let mark = class(amounts.decimal);
    let most = digits + power;
    let some = match (layout.round, most) {
        (true, _) => "+".to_owned(),
        (false, most) => format!("{{1,{most}}}"),
    };
    let has_fraction = layout.round || most > 0;
    let fraction = if has_fraction { format!("({mark}[0-9]{some})?") } else { String::new() };
    let grouped = |group: &char| format!("|[1-9][0-9]{{0,2}}({}[0-9]{{3}})+", class(*group));
    let groups: String = amounts.groups.iter().map(grouped).collect();
    let bare = if has_fraction { format!("|{mark}[0-9]{some}") } else { String::new() };
    let number = format!("(([0-9]+{groups}){fraction}{bare})");
    let minus = format!("[{}-]", engine.letter('\u{2212}'));
    let written = engine.matches(text, &format!("{minus}?{number}|[(]{number}[)]|{number}-"));
    let question = match amounts.is_said {
        true => String::new(),
        // Nobody said that a point is no mark between groups.
        false => {
            format!(" AND NOT {}", engine.matches(text, &format!("{minus}?[(]?[1-9][0-9]{{0,2}}[.][0-9]{{3}}[)]?-?")))
        }
    };
    let only = engine.replaced(text, &format!("[^0-9{}]", amounts.decimal), "");
    let pointed = match amounts.decimal {
        '.' => only,
        mark => format!("REPLACE({only}, {}, '.')", engine.literal(&mark.to_string())),
    };
    let plain = if power == 0 && !layout.round { pointed } else { moved(&pointed, power, digits, engine) };
    let point = if digits == 0 && !layout.round { String::new() } else { "([.][0-9]*)?".to_owned() };
    let in_range = engine.matches(&plain, &format!("0*[0-9]{{0,{WHOLE_DIGITS}}}{point}"));
    let is_below = engine.matches(text, &format!("({minus}|[(]).*|.*-"));
    let scale = if layout.round || power > 0 { digits + 1 } else { digits };
    let value = match scale == digits {
        true => format!("CAST({plain} AS DECIMAL({}, {digits}))", WHOLE_DIGITS + digits),
        false => format!("ROUND(CAST({plain} AS DECIMAL({}, {scale})), {digits})", WHOLE_DIGITS + scale),
    };
    let (over, under) = if layout.factor < 0 { ("-", "") } else { ("", "-") };
    let precision = WHOLE_DIGITS + digits;
    let of_type = |value: String| format!("CAST({value} AS DECIMAL({precision}, {digits}))");
    let signed = format!(
        "CASE WHEN {is_below} THEN {} ELSE {} END",
        of_type(format!("{under}{value}")),
        of_type(format!("{over}{value}"))
    );
    format!(
        "CASE WHEN {text} = '' THEN NULL WHEN {written} AND {in_range}{question} THEN {signed} ELSE {} END",
        of_type(stop.to_owned())
    )
}

/// Plain digits with the mark moved so many places to the right, and one digit more than the minor ones behind it: what
/// decides the rounding half away from zero.
fn moved(plain: &str, power: u32, digits: u32, engine: &dyn Engine) -> String {
    let group = engine.group();
    let with_mark = engine.replaced(plain, "^([0-9]*)$", &format!("{group}."));
    let zeros = "0".repeat((power + digits + 1) as usize);
    let filled = format!("({with_mark} || '{zeros}')");
    let whole = engine.replaced(&filled, "[.].*$", "");
    let fraction = engine.replaced(&filled, "^[0-9]*[.]", "");
    format!(
        "({whole} || SUBSTRING({fraction}, 1, {power}) || '.' || SUBSTRING({fraction}, {}, {}))",
        power + 1,
        digits + 1
    )
}

/// One letter as a class of a pattern.
fn class(letter: char) -> String {
    format!("[{letter}]")
}
