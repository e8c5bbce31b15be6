//! What the targets that build sheets have in common: values of cells, numbers that a file claims, and the reading.

use arbitrary::{Result, Unstructured};
use thb_cost::diagnostics::Diagnostics;
use thb_cost::domain::Currency;
use thb_cost::ingest::{InputFile, InputName, Reader, Reduction};

const VALUES: &[&str] = &[
    "2016",
    "2017",
    "100",
    "100.5",
    "-50.75",
    "1e3",
    "1e400",
    "NaN",
    "0.1",
    "12,345.67",
    "12.345,67",
    "123456789012345678",
    "Police",
    "\u{41f}\u{43e}\u{43b}\u{438}\u{446}\u{438}\u{44f}",
    "Total",
    "",
    " ",
    "#REF!",
    "42370",
    "2016-12-31",
    "28%",
    "\u{202e}1",
    "&#0;",
    "&lt;",
];
const CLAIMS: &[&str] =
    &["0", "1", "-1", "3", "1048576", "1048577", "2147483648", "4294967295", "9223372036854775807", "1e9", "x"];

/// A value of a cell: one that stands in budgets, or any text.
pub fn value(from: &mut Unstructured<'_>) -> Result<String> {
    if from.ratio(9, 10)? {
        return Ok((*from.choose(VALUES)?).to_owned());
    }
    let text: &str = from.arbitrary()?;
    let kept = text.chars().take(40).filter(|letter| !letter.is_control());
    Ok(kept.collect::<String>().replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;"))
}

/// A number that a file may say of itself.
pub fn claim(from: &mut Unstructured<'_>) -> Result<String> {
    Ok((*from.choose(CLAIMS)?).to_owned())
}

/// Reads a file twice: it is read or refused, both times the same, and every refusal has a file.
pub fn read_twice(name: &str, bytes: Vec<u8>) {
    let read = || {
        let (mut diagnostics, mut reduction) = (Diagnostics::default(), Reduction::default());
        let file = InputFile::in_memory(name, bytes.clone().into());
        reduction.read(&file, InputName::Budget, Currency::BGN, &mut Reader::default(), &mut diagnostics);
        assert!(diagnostics.iter().all(|fault| fault.file.is_some()), "{diagnostics:?}");
        format!("{diagnostics:?}")
    };
    assert_eq!(read(), read());
}
