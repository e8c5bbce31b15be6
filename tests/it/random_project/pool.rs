//! The small pools of names from which everything is drawn, so that rows, lines, rules, drivers and
//! splits really meet.

pub(crate) const YEARS: [&str; 4] = ["2014", "2015", "2016", "2017"];

pub(crate) const LINES: [&str; 7] = [
    "Fight against organised crime (GDBOP)",
    "Shelter \"Hope\", Burgas",
    "Прокуратура: разследване на трафик",
    "Обучение на полицейски служители",
    "Administration",
    "Crisis centres, Varna",
    "Court experts [2]",
];
pub(crate) const LINE_PATTERNS: [&str; 13] = [
    "*",
    "*",
    "*organised CRIME*",
    "shelter *",
    "*ТРАФИК",
    "*на*",
    "обучение  на полицейски служители",
    "?dministration",
    "crisis*varna",
    "*, *",
    "*[2]",
    "* *",
    "no such line*",
];

pub(crate) const AGENCIES: [&str; 4] = ["NCCTHB", "MoI", "МВР", "ASA"];
pub(crate) const AGENCY_PATTERNS: [&str; 6] = ["NCCTHB", "moi", "мвр", "A?A", "m*", "*"];

pub(crate) const STATE_FUNDERS: [&str; 2] = ["State budget", "Municipalities"];
pub(crate) const EXTERNAL_FUNDERS: [&str; 2] = ["Norway Grants", "ISF, EU"];
pub(crate) const FUNDER_PATTERNS: [&str; 4] = ["state*", "norway grants", "*, EU", "Municipalities"];

pub(crate) const FUNCTIONS: [&str; 3] = ["", "03.1", "10.7"];
pub(crate) const FUNCTION_PATTERNS: [&str; 3] = ["03*", "10.7", ""];

pub(crate) const AREAS: [&str; 4] = ["", "prevention", "assistance", "prosecution"];
pub(crate) const AREA_PATTERNS: [&str; 4] = ["prev*", "assistance", "*", ""];

/// Values of the dimension of a project's own: codes with points.
pub(crate) const REGIONS: [&str; 5] = ["", "BG.41.1", "BG.41.2", "BG.42", "чужбина"];
pub(crate) const REGION_PATTERNS: [&str; 4] = ["bg.41*", "BG.42", "*", ""];

pub(crate) const CURRENCIES: [&str; 6] = ["BGN", "EUR", "USD", "JPY", "CHF", "KWD"];
pub(crate) const CURRENCY_PATTERNS: [&str; 4] = ["BGN", "eur", "?S*", "j*"];

pub(crate) const SOURCES: [&str; 2] = ["report-2016", "report-2017"];

/// Names of the parts of a split.
pub(crate) const SPLIT_AREAS: [&str; 4] = ["prosecution", "assistance", "legal", "помощ на жертви"];
pub(crate) const EXPLOITATIONS: [&str; 3] = ["sexual", "labour", "forced marriage"];
pub(crate) const MEASURES: [&str; 2] = ["detected", "assisted"];

/// Drivers with a value in every year; each numerator is below each denominator, bounds included.
pub(crate) const NUMERATORS: [&str; 2] = ["thb_proceedings", "thb_hours"];
pub(crate) const DENOMINATORS: [&str; 2] = ["proceedings", "hours"];
/// The same with gaps: years without a row, and rows without a value.
pub(crate) const GAPPY_NUMERATOR: &str = "thb_calls";
pub(crate) const GAPPY_DENOMINATOR: &str = "calls";
/// A small amount of money, a number of units, and a cost for each.
pub(crate) const GRANT: &str = "grant";
/// The same with gaps.
pub(crate) const GAPPY_GRANT: &str = "grant_of_some_years";
/// What a case costs, counted in others; above 0 in every year.
pub(crate) const WEIGHT: &str = "case_weight";
pub(crate) const UNITS: &str = "nights";
pub(crate) const UNIT_COST: &str = "night_cost";
/// The drivers that are money.
pub(crate) const MONEY: [&str; 3] = [GRANT, GAPPY_GRANT, UNIT_COST];

/// Services, and patterns that fit some.
pub(crate) const SERVICES: [&str; 3] = ["Bed", "Lawyer, in court", "Психолог"];
pub(crate) const SERVICE_PATTERNS: [&str; 5] = ["bed", "LAWYER*", "*", "психоло?", "b*"];

/// Minor digits of a currency of the pool.
pub(crate) fn minor_digits(currency: &str) -> usize {
    match currency {
        "JPY" => 0,
        "KWD" => 3,
        _ => 2,
    }
}
