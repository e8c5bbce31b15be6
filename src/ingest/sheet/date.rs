//! Days as spreadsheets count them.

use super::number::{Number, number_of};
use super::number_format::Shows;

/// Days between the day 0 of a workbook that counts from 1904 and one that counts from 1900.
pub(super) const DAYS_TO_1904: i64 = 1462;

/// The date or the time of day that a number stands for: `2016-05-12`, `14:30:00`. `None` where it is none.
pub(super) fn date_text(number: &str, shows: &Shows) -> Option<String> {
    let (days, fraction) = number.split_once('.').unwrap_or((number, ""));
    let days: i64 = days.parse().ok().filter(|days| (0..=2_958_465).contains(days))?;
    if *shows == Shows::Time || days == 0 {
        let nanos: u64 = format!("{fraction:0<9.9}").parse().ok()?;
        let seconds = (nanos * 86_400 + 500_000_000) / 1_000_000_000;
        let hours = u64::try_from(days).ok()? * 24 + seconds / 3_600;
        return Some(format!("{hours:02}:{:02}:{:02}", seconds / 60 % 60, seconds % 60));
    }
    let (year, month, day) = date_of(days);
    Some(format!("{year:04}-{month:02}-{day:02}"))
}

/// A stored number and so many days; `None` where it is none.
pub(super) fn plus_days(stored: &str, days: i64) -> Option<String> {
    let Number::Exact(number) = number_of(stored)? else { return None };
    let (whole, fraction) = number.split_once('.').map_or((number.as_str(), None), |(whole, rest)| (whole, Some(rest)));
    let whole = whole.parse::<i64>().ok().filter(|whole| *whole >= 0)?.checked_add(days)?;
    Some(fraction.map_or_else(|| whole.to_string(), |fraction| format!("{whole}.{fraction}")))
}

/// Year, month and day of a day counted from 1900, where the 29th of February 1900 counts although it never was.
fn date_of(days: i64) -> (i64, i64, i64) {
    // Days from the first of March of the year 0, in eras of 400 years.
    let from_march = days + if days < 60 { 1 } else { 0 } + 693_899;
    let era = from_march.div_euclid(146_097);
    let day_of_era = from_march.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month + 2) / 5 + 1;
    let (month, later) = if month < 10 { (month + 3, 0) } else { (month - 9, 1) };
    (year_of_era + era * 400 + later, month, day)
}

#[cfg(test)]
mod tests {
    use super::date_text;
    use crate::ingest::sheet::number_format::Shows;

    #[test]
    fn days_are_dates() {
        for (days, date) in [
            ("1", "1900-01-01"),
            ("59", "1900-02-28"),
            ("61", "1900-03-01"),
            ("25569", "1970-01-01"),
            ("42370", "2016-01-01"),
            ("42429.75", "2016-02-29"),
            ("42735", "2016-12-31"),
            ("2958465", "9999-12-31"),
        ] {
            assert_eq!(date_text(days, &Shows::Date).as_deref(), Some(date), "{days}");
        }
        assert_eq!(date_text("-1", &Shows::Date), None);
        assert_eq!(date_text("2958466", &Shows::Date), None);
    }

    #[test]
    fn parts_of_a_day_are_times() {
        assert_eq!(date_text("0.5", &Shows::Date).as_deref(), Some("12:00:00"));
        assert_eq!(date_text("1.25", &Shows::Time).as_deref(), Some("30:00:00"));
    }
}
