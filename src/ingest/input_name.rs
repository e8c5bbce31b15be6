//! The names of the inputs, as they stand under `[inputs]` and after `--input`.

use crate::domain::LineRows;

/// One of the inputs of a project.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum InputName {
    /// NCCTHB budget lines.
    Budget,
    /// External financing.
    External,
    /// Per-agency allocations.
    Agencies,
    /// Counts of victims.
    Victims,
    /// Yearly statistics used as keys.
    Drivers,
    /// Published totals.
    Controls,
    /// Changes of a price index.
    Prices,
    /// Exchange rates.
    Rates,
    /// The bibliography.
    Sources,
    /// Lines that every year should have.
    Expected,
    /// What codes are called.
    Names,
    /// Who was asked for what.
    Requests,
    /// Services from the bottom up.
    Services,
    /// Attribution rules.
    Rules,
}

// `LineRows` has a bit for each.
const _: () = assert!(InputName::ALL.len() <= u16::BITS as usize);

impl InputName {
    /// Every input, in the order of the manifest.
    pub const ALL: [Self; 14] = [
        Self::Budget,
        Self::External,
        Self::Agencies,
        Self::Victims,
        Self::Drivers,
        Self::Controls,
        Self::Prices,
        Self::Rates,
        Self::Sources,
        Self::Expected,
        Self::Services,
        Self::Names,
        Self::Requests,
        Self::Rules,
    ];

    /// The inputs that hold money rows.
    pub const MONEY: [Self; 3] = [Self::Budget, Self::External, Self::Agencies];

    /// The inputs that hold counts of people.
    pub const PEOPLE: [Self; 3] = [Self::Victims, Self::Drivers, Self::Services];

    /// The name in files and on the command line.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Budget => "budget",
            Self::External => "external",
            Self::Agencies => "agencies",
            Self::Victims => "victims",
            Self::Drivers => "drivers",
            Self::Controls => "controls",
            Self::Prices => "prices",
            Self::Rates => "rates",
            Self::Sources => "sources",
            Self::Expected => "expected",
            Self::Names => "names",
            Self::Requests => "requests",
            Self::Services => "services",
            Self::Rules => "rules",
        }
    }

    /// Those that have rows of a line, in the order of their words.
    #[must_use]
    pub fn with_rows(rows: &LineRows) -> Vec<Self> {
        let mut inputs: Vec<Self> = Self::ALL.into_iter().filter(|input| rows.are_of(*input as u32)).collect();
        inputs.sort_unstable_by_key(|input| input.word());
        inputs
    }

    /// Reads the name; anything else is `None`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|name| name.word() == text)
    }
}
