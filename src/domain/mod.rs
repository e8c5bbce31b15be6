//! The words everyone shares: years, money, shares, lines, counts, states. No input or output, no file format.

mod budget_line;
mod count;
mod currency;
mod currency_words;
mod fraction;
mod interval;
mod line_name;
mod money;
mod numbered_texts;
pub mod numbers;
mod origin;
mod protected;
mod request;
mod series;
mod service;
mod text;
mod words;
mod year;

pub use budget_line::{Assumed, BudgetLine, LineKey};
pub use count::{Count, count_text};
pub use currency::{Currency, LEVA_PER_EURO};
pub use currency_words::{NamedCurrency, is_currency_sign};
pub use fraction::{Fraction, decimal_within, per_cent_text, plain_decimal};
pub use interval::Interval;
pub use line_name::LineName;
pub use money::Money;
pub use numbered_texts::NumberedTexts;
pub use origin::{FirstRows, Origin};
pub use protected::Protected;
pub use request::{RequestAnswer, RequestRow};
pub use series::{CodeName, Control, DriverValue, ExpectedLine, PriceChange, Rate, Source, VictimCount};
pub use service::{Service, ServiceCost, UnknownFactor, Users};
pub use text::{INVISIBLE, clean_text, is_formula, nearest};
pub use words::{ALL_FORMS, Distribution, Financing, Label, Part, Phase, PhaseChoice, State, UNSPECIFIED};
pub use year::{Year, YearRange, year_spans};
