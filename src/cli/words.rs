//! The words that arguments take, each from the registry that knows them, so that clap names the nearest right one.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};

use super::commands::schema::SCHEMAS;
use crate::diagnostics::Code;
use crate::domain::{Currency, PhaseChoice, Year, YearRange, nearest};
use crate::ingest::InputName;
use crate::language::Language;
use crate::measures::Dimension;
use crate::render::format_names;
use crate::sql::ENGINES;

/// `NAME=PATH`.
#[derive(Debug, Clone)]
pub struct NamedInput {
    pub name: InputName,
    pub path: PathBuf,
}

pub(super) fn named_input(text: &str) -> Result<NamedInput, String> {
    let Some((name, path)) = text.split_once('=') else {
        return Err("write NAME=PATH, such as victims=counts.csv".to_owned());
    };
    let known = InputName::ALL.map(InputName::word);
    match InputName::parse(name) {
        Some(name) if !path.is_empty() => Ok(NamedInput { name, path: PathBuf::from(path) }),
        Some(_) => Err(format!("the path after {name}= is missing")),
        None => Err(match nearest(name, known) {
            Some(near) => format!("there is no input \"{name}\"; did you mean \"{near}\"?"),
            None => format!("there is no input \"{name}\"; the inputs are {}", known.join(", ")),
        }),
    }
}

/// The inputs that are tables.
pub(super) fn table_input() -> PossibleValuesParser {
    PossibleValuesParser::new(InputName::ALL.into_iter().filter(|name| *name != InputName::Rules).map(InputName::word))
}

/// The inputs of money rows.
pub(super) fn money_input() -> PossibleValuesParser {
    PossibleValuesParser::new(InputName::MONEY.map(InputName::word))
}

/// The engines that SQL is written for.
pub(super) fn engine() -> PossibleValuesParser {
    PossibleValuesParser::new(ENGINES.map(|engine| engine.name()))
}

/// `NAME=TEXT`.
pub(super) fn pair(text: &str) -> Result<(String, String), String> {
    let pair = text.split_once('=').filter(|(name, _)| !name.is_empty());
    pair.map(|(name, value)| (name.to_owned(), value.to_owned())).ok_or_else(|| "write COLUMN=TEXT".to_owned())
}

pub(super) fn one_year(text: &str) -> Result<YearRange, String> {
    year(text).map(|year| YearRange { from: Some(year), to: Some(year) })
}

pub(super) fn year(text: &str) -> Result<Year, String> {
    Year::parse(text).ok_or_else(|| "a year has four digits, such as 2017".to_owned())
}

pub(super) fn year_range(text: &str) -> Result<YearRange, String> {
    YearRange::parse(text).ok_or_else(|| "write 2014..2017, 2014.., ..2017 or 2017".to_owned())
}

pub(super) fn currency(text: &str) -> Result<Currency, String> {
    Currency::parse(text).ok_or_else(|| "write a code of ISO 4217, such as EUR".to_owned())
}

pub(super) fn language() -> PossibleValuesParser {
    Language::ALL.map(Language::word).to_vec().into()
}

pub(super) fn phase() -> PossibleValuesParser {
    PhaseChoice::WORDS.to_vec().into()
}

pub(super) fn format() -> PossibleValuesParser {
    format_names().into()
}

/// Text for a person, which `table` means too, or JSON.
pub(super) fn text_or_json() -> PossibleValuesParser {
    [PossibleValue::new("text").alias("table"), PossibleValue::new("json")].into()
}

pub(super) fn dimension() -> PossibleValuesParser {
    Dimension::ALL.map(Dimension::column).to_vec().into()
}

pub(super) fn code() -> PossibleValuesParser {
    Code::ALL.iter().map(|code| code.name()).collect::<Vec<_>>().into()
}

pub(super) fn schema() -> PossibleValuesParser {
    SCHEMAS.iter().map(|(name, _)| *name).collect::<Vec<_>>().into()
}
