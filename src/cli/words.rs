//! The words that arguments take, each from the registry that knows them, so that clap names the nearest right one.

use std::num::NonZeroUsize;
use std::path::PathBuf;

use clap::ValueEnum;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};

use super::completion::SHELLS;
use super::schemas::{MakeSchema, SCHEMAS, schema_named};
use super::usage::Refused;
use crate::diagnostics::Code;
use crate::domain::numbers::decimal;
use crate::domain::{Currency, Fraction, PhaseChoice, Year, YearRange};
use crate::ingest::replies::date_of;
use crate::ingest::{InputName, PROTECT, can_protect};
use crate::language::{Language, Message};
use crate::message;
use crate::render::chart::{PICTURES, Picture, Size, THEMES, Theme, picture_of_ending};
use crate::render::{Format, format_named, format_names};
use crate::report::charts::{ChartKind, KINDS, kind_named};
use crate::sql::{ENGINES, Engine, engine_named};

/// Text for a person, which `table` means too, or JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum TextOrJson {
    #[value(alias = "table")]
    Text,
    Json,
}

/// The currency of what is shown, and those that stand beside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Currencies {
    pub main: Currency,
    pub also: Vec<Currency>,
}

impl Currencies {
    /// All of them, in order.
    pub fn all(&self) -> impl Iterator<Item = Currency> {
        std::iter::once(self.main).chain(self.also.iter().copied())
    }
}

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

/// `FILE` or `FILE=0.3`.
#[derive(Debug, Clone)]
pub struct WeightedFile {
    pub path: PathBuf,
    pub weight: Option<Fraction>,
}

/// What stands behind the last `=` is a weight where it reads as one, a decimal or per cent; else it is part of the path.
pub(super) fn weighted_file(text: &str) -> Result<WeightedFile, Refused> {
    let of = |text: &str| {
        let (number, parts) = text.strip_suffix('%').map_or((text, 1), |number| (number, 100));
        Fraction::from_decimal(decimal(number.trim())?).checked_div(&Fraction::whole(parts))
    };
    let weighted = text.rsplit_once('=').and_then(|(path, weight)| Some((path, of(weight)?)));
    let Some((path, weight)) = weighted.filter(|(path, _)| !path.is_empty()) else {
        return Ok(WeightedFile { path: PathBuf::from(text), weight: None });
    };
    if weight <= Fraction::zero() || weight >= Fraction::one() {
        return Err(Refused(message!("word-weight", weight = text.rsplit('=').next().unwrap_or_default())));
    }
    Ok(WeightedFile { path: PathBuf::from(path), weight: Some(weight) })
}

/// Words of a registry, each taken for what it names.
fn one_of<T>(
    known: impl IntoIterator<Item: Into<PossibleValue>>,
    named: fn(&str) -> Option<T>,
) -> impl TypedValueParser<Value = T>
where
    T: Clone + Send + Sync + 'static,
{
    PossibleValuesParser::new(known)
        .try_map(move |word| named(&word).ok_or_else(|| Refused(message!("clap-quoted", word = word))))
}

/// The inputs that are tables.
pub(super) fn table_input() -> impl TypedValueParser<Value = InputName> {
    let tables = InputName::ALL.into_iter().filter(|name| *name != InputName::Rules);
    one_of(tables.map(InputName::word), InputName::parse)
}

/// The inputs of money rows.
pub(super) fn money_input() -> impl TypedValueParser<Value = InputName> {
    one_of(InputName::MONEY.map(InputName::word), InputName::parse)
}

/// The engines that SQL is written for.
pub(super) fn engine() -> impl TypedValueParser<Value = &'static dyn Engine> {
    one_of(ENGINES.map(|engine| engine.name()), engine_named)
}

/// `NAME=TEXT`.
pub(super) fn pair(text: &str) -> Result<(String, String), Refused> {
    let pair = text.split_once('=').filter(|(name, _)| !name.is_empty());
    pair.map(|(name, value)| (name.to_owned(), value.to_owned())).ok_or_else(|| Refused(message!("word-column-text")))
}

pub(super) fn one_year(text: &str) -> Result<YearRange, Refused> {
    year(text).map(YearRange::of)
}

pub(super) fn year(text: &str) -> Result<Year, Refused> {
    Year::parse(text).ok_or_else(|| Refused(message!("word-year")))
}

/// A day as `2026-12-20`, or as `20.12.2026`.
pub(super) fn date(text: &str) -> Result<String, Refused> {
    date_of(text).ok_or_else(|| Refused(message!("word-date")))
}

pub(super) fn year_range(text: &str) -> Result<YearRange, Refused> {
    YearRange::parse(text).ok_or_else(|| Refused(message!("word-years")))
}

/// The one currency of a command that shows no other beside it.
pub(super) fn currency(text: &str) -> Result<Currency, Refused> {
    let Currencies { main, also } = currencies(text)?;
    if also.is_empty() { Ok(main) } else { Err(Refused(message!("usage-one-currency", currency = main))) }
}

/// One currency, or several with commas between them.
pub(super) fn currencies(text: &str) -> Result<Currencies, Refused> {
    let mut found: Vec<Currency> = Vec::new();
    for code in text.split(',').map(str::trim) {
        let currency = Currency::parse(code);
        let currency = currency.ok_or_else(|| Refused(message!("word-currency", code = code)))?;
        if found.contains(&currency) {
            return Err(Refused(message!("word-currency-twice", code = code)));
        }
        found.push(currency);
    }
    let main = found.remove(0);
    Ok(Currencies { main, also: found })
}

pub(super) fn language() -> impl TypedValueParser<Value = Language> {
    one_of(Language::ALL.map(Language::word), Language::parse)
}

pub(super) fn phase() -> impl TypedValueParser<Value = PhaseChoice> {
    one_of(PhaseChoice::WORDS, PhaseChoice::parse)
}

pub(super) fn format() -> impl TypedValueParser<Value = &'static dyn Format> {
    one_of(format_names(), format_named)
}

pub(super) fn code() -> impl TypedValueParser<Value = Code> {
    one_of(Code::ALL.iter().map(|code| code.name()), Code::parse)
}

pub(super) fn shell() -> PossibleValuesParser {
    SHELLS.to_vec().into()
}

pub(super) fn schema() -> impl TypedValueParser<Value = MakeSchema> {
    one_of(SCHEMAS.map(|(name, _)| name), schema_named)
}

/// The kinds of charts.
pub(super) fn kind() -> impl TypedValueParser<Value = &'static dyn ChartKind> {
    one_of(KINDS.iter().map(|kind| kind.name()), kind_named)
}

pub(super) fn theme() -> impl TypedValueParser<Value = &'static Theme> {
    one_of(THEMES.map(|theme| theme.name), Theme::parse)
}

pub(super) fn picture() -> impl TypedValueParser<Value = &'static Picture> {
    one_of(PICTURES.map(|picture| picture.name), picture_of_ending)
}

pub(super) fn top(text: &str) -> Result<NonZeroUsize, Refused> {
    text.parse().map_err(|_| Refused(message!("word-top")))
}

/// The least count that is shown.
pub(super) fn protect(text: &str) -> Result<u64, Refused> {
    let asked = text.parse().ok().filter(|below| can_protect(*below));
    asked.ok_or_else(|| Refused(message!("word-protect", least = *PROTECT.start(), most = *PROTECT.end())))
}

pub(super) fn size(text: &str) -> Result<Size, Refused> {
    Size::parse(text).ok_or_else(|| Refused(message!("word-size")))
}
