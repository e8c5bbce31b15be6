//! Amounts: every way of reading a cell agrees with every other, and nothing panics.

use thb_cost::domain::Currency;
use thb_cost::ingest::amounts::{Groups, Mark, canonical, canonical_text, plain, read};

/// Reads the bytes as an amount in every way there is.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let currency = Currency::BGN;
    let readings = read(text, currency, Groups::Any);
    if let Some((units, has_point)) = plain(data, currency.digits()) {
        assert_eq!(readings.with(Mark::Point), Ok(units), "{text:?}");
        assert_eq!(canonical(text, currency), Ok(units), "{text:?}");
        assert!(has_point || readings.with(Mark::Comma) == Ok(units), "{text:?}");
    }
    for mark in Mark::ALL {
        if let Ok(units) = readings.with(mark) {
            let written = canonical_text(text, mark).unwrap_or_default();
            assert_eq!(canonical(&written, currency), Ok(units), "{text:?} is {written:?}");
        }
    }
    for groups in [Groups::Forbidden, Groups::Only(' '), Groups::Only('.'), Groups::Only(',')] {
        let stricter = read(text, currency, groups);
        for mark in Mark::ALL {
            if let Ok(units) = stricter.with(mark) {
                assert_eq!(readings.with(mark), Ok(units), "{text:?} with {groups:?}");
            }
        }
    }
}
