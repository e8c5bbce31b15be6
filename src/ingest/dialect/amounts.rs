//! Columns of amounts: several a row, each with what it says of other columns, and what one in them stands for.

use rust_decimal::Decimal;

use super::place::Place;
use super::words::{toml_key, toml_text};

/// What one in a column of amounts stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unit {
    /// One.
    One,
    /// A thousand.
    Thousand,
    /// A million.
    Million,
}

impl Unit {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::One, Self::Thousand, Self::Million];

    /// As a power of ten.
    #[must_use]
    pub const fn digits(self) -> u32 {
        match self {
            Self::One => 0,
            Self::Thousand => 3,
            Self::Million => 6,
        }
    }

    /// As a number, which is how a dialect writes it.
    #[must_use]
    pub const fn number(self) -> u32 {
        10_u32.pow(self.digits())
    }

    /// Reads 1, 1000 or 1000000.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|unit| unit.number().to_string() == text.replace('_', ""))
    }
}

/// One column of amounts, where there are several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The column of the file: names of which one is there, or a position.
    pub column: Vec<Place>,
    /// What amounts are multiplied by.
    pub factor: Option<Decimal>,
    /// A unit of its own.
    pub unit: Option<Unit>,
    /// What it says of other columns.
    pub says: Vec<(String, String)>,
}

impl Entry {
    /// Whether it says what stands in a column.
    #[must_use]
    pub fn says(&self, column: &str) -> bool {
        self.says.iter().any(|(said, _)| said == column)
    }

    /// As TOML writes it.
    #[must_use]
    pub fn to_toml(&self) -> String {
        let mut pairs = vec![format!("column = {}", super::words::places(&self.column))];
        pairs.extend(self.factor.map(|factor| format!("factor = {factor}")));
        pairs.extend(self.unit.map(|unit| format!("unit = {}", unit.number())));
        pairs.extend(self.says.iter().map(|(column, text)| format!("{} = {}", toml_key(column), toml_text(text))));
        format!("{{ {} }}", pairs.join(", "))
    }
}
