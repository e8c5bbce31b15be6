//! ISO 4217 currencies and the one rate that is law.

use std::fmt;

use super::Fraction;

/// An ISO 4217 currency with its number of minor digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency {
    code: [u8; 3],
    digits: u8,
}

/// Leva for one euro, in units of 1/100,000: fixed by law, see Regulation (EC) 1103/97 for its use.
pub const LEVA_PER_EURO: (u32, u32) = (195_583, 100_000);

/// Withdrawn codes of ISO 4217 (list three) with two minor digits, as accounts in them had.
const WITHDRAWN: &str = "AFA ALK ANG AOK AON AOR ARA ARP ARY ATS AYM AZM BAD BEC BEL BGJ BGK BGL BOP BRB BRC BRE BRN BRR BUK CHC \
    CSD CSJ CSK CYP DDM DEM ECS ECV EEK ESA ESB FIM FRF GEK GHC GHP GNE GNS GQE GWE GWP HRD IEP ILP ILR ISJ LAJ LSM LTL LTT LUC \
    LUL LVL LVR MLF MRO MTL MTP MVQ MXP MZE MZM NIC NLG PEH PEI PES PLZ RHD ROK ROL RUR SDD SDP SIT SKK SRG STD SUR TJR TMM \
    UAK UGS UGW USS UYN UYP VEB VEF VNC XEU YDD YUD YUM YUN ZAL ZMK ZRN ZRZ ZWC ZWD ZWN ZWR";

/// Those that had none at the end.
const WITHDRAWN_WHOLE: &str = "ADP BEF BYB BYR ESP GRD ITL LUF MGF PTE TPE TRL";

impl Currency {
    /// The Bulgarian lev.
    pub const BGN: Self = Self { code: *b"BGN", digits: 2 };
    /// The euro.
    pub const EUR: Self = Self { code: *b"EUR", digits: 2 };

    /// Reads a code such as `BGN`, withdrawn ones too; a code that ISO 4217 never listed, or lists without minor digits, is
    /// `None`.
    ///
    /// ```
    /// use thb_cost::domain::Currency;
    /// assert_eq!(Currency::parse("LTL").map(Currency::digits), Some(2));
    /// assert_eq!(Currency::parse("BGN"), Some(Currency::BGN));
    /// assert_eq!(Currency::parse("JPY").map(Currency::digits), Some(0));
    /// assert_eq!(Currency::parse("LEV"), None);
    /// ```
    #[must_use]
    pub fn parse(code: &str) -> Option<Self> {
        let letters: [u8; 3] = code.as_bytes().try_into().ok()?;
        let digits = match iso_currency::Currency::from_code(code) {
            Some(listed) => u8::try_from(listed.exponent()?).ok()?,
            None if lists(WITHDRAWN, code) => 2,
            None if lists(WITHDRAWN_WHOLE, code) => 0,
            None => return None,
        };
        Some(Self { code: letters, digits })
    }

    /// Whether the rate between two currencies is law: lev and euro, in either direction.
    #[must_use]
    pub fn have_fixed_rate(one: Self, other: Self) -> bool {
        one != other && Self::fixed_rate(one, other).is_some()
    }

    /// Units of `to` for one unit of `from` where no year changes it: of one currency to itself, and of lev and euro, whose
    /// rate is law. It is unrounded, and a lev is the euro divided by it, never multiplied by a rounded inverse.
    #[must_use]
    pub fn fixed_rate(from: Self, to: Self) -> Option<Fraction> {
        let (leva, units) = LEVA_PER_EURO;
        match (from, to) {
            _ if from == to => Some(Fraction::one()),
            (Self::EUR, Self::BGN) => Fraction::ratio(leva, units),
            (Self::BGN, Self::EUR) => Fraction::ratio(units, leva),
            _ => None,
        }
    }

    /// The codes of all currencies with so many minor digits, in order.
    #[must_use]
    pub fn with_digits(digits: u32) -> Vec<String> {
        let letters = || 'A'..='Z';
        let codes = letters().flat_map(|a| letters().flat_map(move |b| letters().map(move |c| [a, b, c])));
        let codes = codes.map(|code| code.iter().collect::<String>());
        codes.filter(|code| Self::parse(code).is_some_and(|currency| currency.digits() == digits)).collect()
    }

    /// The three letters.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.code).unwrap_or_default()
    }

    /// Digits after the mark: 2 for stotinki and cents.
    #[must_use]
    pub fn digits(self) -> u32 {
        u32::from(self.digits)
    }
}

fn lists(codes: &str, code: &str) -> bool {
    codes.split_ascii_whitespace().any(|listed| listed == code)
}

impl fmt::Display for Currency {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}
