//! The words that arguments take, each from the registry that knows them, so that clap names the nearest right one.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};

use super::completion::SHELLS;
use super::schemas::SCHEMAS;
use super::usage::Refused;
use crate::diagnostics::Code;
use crate::domain::{Currency, PhaseChoice, Year, YearRange};
use crate::ingest::InputName;
use crate::language::{Language, Message};
use crate::measures::Dimension;
use crate::message;
use crate::render::chart::{PICTURES, Size, THEMES};
use crate::render::format_names;
use crate::report::charts::KINDS;
use crate::sql::ENGINES;

/// `NAME=PATH`.
#[derive(Debug, Clone)]
pub struct NamedInput {
    pub name: InputName,
    pub path: PathBuf,
}

pub(super) fn named_input(text: &str) -> Result<NamedInput, Refused> {
    let Some((name, path)) = text.split_once('=') else {
        return Err(Refused(message!("word-name-path")));
    };
    let known = InputName::ALL.map(InputName::word);
    match InputName::parse(name) {
        Some(name) if !path.is_empty() => Ok(NamedInput { name, path: PathBuf::from(path) }),
        Some(_) => Err(Refused(message!("word-no-path", name = name))),
        None => {
            let next =
                Message::did_you_mean(name, known).unwrap_or_else(|| message!("word-inputs", known = known.to_vec()));
            Err(Refused(message!("word-no-input", name = name, next = next)))
        }
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
pub(super) fn pair(text: &str) -> Result<(String, String), Refused> {
    let pair = text.split_once('=').filter(|(name, _)| !name.is_empty());
    pair.map(|(name, value)| (name.to_owned(), value.to_owned())).ok_or_else(|| Refused(message!("word-column-text")))
}

pub(super) fn one_year(text: &str) -> Result<YearRange, Refused> {
    year(text).map(|year| YearRange { from: Some(year), to: Some(year) })
}

pub(super) fn year(text: &str) -> Result<Year, Refused> {
    Year::parse(text).ok_or_else(|| Refused(message!("word-year")))
}

pub(super) fn year_range(text: &str) -> Result<YearRange, Refused> {
    YearRange::parse(text).ok_or_else(|| Refused(message!("word-years")))
}

pub(super) fn currency(text: &str) -> Result<Currency, Refused> {
    Currency::parse(text).ok_or_else(|| Refused(message!("word-currency")))
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
    Dimension::ALL.map(|dimension| dimension.name(&[]).to_owned()).to_vec().into()
}

pub(super) fn code() -> PossibleValuesParser {
    Code::ALL.iter().map(|code| code.name()).collect::<Vec<_>>().into()
}

pub(super) fn shell() -> PossibleValuesParser {
    SHELLS.to_vec().into()
}

pub(super) fn schema() -> PossibleValuesParser {
    SCHEMAS.iter().map(|(name, _)| *name).collect::<Vec<_>>().into()
}

/// The kinds of charts.
pub(super) fn kind() -> PossibleValuesParser {
    KINDS.iter().map(|kind| kind.name()).collect::<Vec<_>>().into()
}

pub(super) fn theme() -> PossibleValuesParser {
    THEMES.map(|theme| theme.name).to_vec().into()
}

pub(super) fn picture() -> PossibleValuesParser {
    PICTURES.map(|picture| picture.name).to_vec().into()
}

pub(super) fn size(text: &str) -> Result<Size, Refused> {
    Size::parse(text).ok_or_else(|| Refused(message!("word-size")))
}
