//! Amounts: every way of reading a cell agrees with every other, and nothing panics.

use thb_cost::domain::{Currency, Money};
use thb_cost::ingest::amounts::{Groups, Mark, Scale, canonical, plain, read};

/// Reads the bytes as an amount in every way there is.
pub fn run(data: &[u8]) {
    let Ok(text) = std::str::from_utf8(data) else { return };
    let currency = Currency::BGN;
    let scale = Scale::default();
    let readings = read(text, currency, Groups::Any, scale);
    if let Some((units, has_point)) = plain(data, currency.digits()) {
        assert_eq!(readings.with(Mark::Point), Ok(units), "{text:?}");
        assert_eq!(canonical(text, currency, scale), Ok(units), "{text:?}");
        assert!(has_point || readings.with(Mark::Comma) == Ok(units), "{text:?}");
    }
    for mark in Mark::ALL {
        if let Ok(units) = readings.with(mark) {
            let written = Money::from_minor_units(units).to_plain(currency.digits());
            assert_eq!(canonical(&written, currency, scale), Ok(units), "{text:?} is {written:?}");
        }
    }
    for groups in [Groups::Forbidden, Groups::Only(' '), Groups::Only('.'), Groups::Only(',')] {
        let stricter = read(text, currency, groups, scale);
        for mark in Mark::ALL {
            if let Ok(units) = stricter.with(mark) {
                assert_eq!(readings.with(mark), Ok(units), "{text:?} with {groups:?}");
            }
        }
    }
}
