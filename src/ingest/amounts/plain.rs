//! The common amount: digits, and at most a point with one digit or more up to the minor digits. Nearly every row of a long
//! file has one, so it is read as a whole and not letter by letter.

/// Letters that are looked at together.
const WIDTH: usize = 16;

/// The last letters up to the end of an amount; what stands before it may be anything.
pub type Letters = [u8; WIDTH];

/// Sixteen times the digit nought, and the point.
const NOUGHTS: u128 = each(b'0');
const POINTS: u128 = each(b'.');

/// Minor units of an amount of the common form, and whether it has a point; `None` for anything else, the ambiguous
/// `1.234` included.
#[must_use]
pub fn plain(cell: &[u8], minor_digits: u32) -> Option<(i128, bool)> {
    let mut letters = [0; WIDTH];
    letters.get_mut(WIDTH.checked_sub(cell.len())?..)?.copy_from_slice(cell);
    plain_of(&letters, cell.len(), minor_digits)
}

/// The same of the last `length` letters.
#[inline(always)]
#[must_use]
pub fn plain_of(letters: &Letters, length: usize, minor_digits: u32) -> Option<(i128, bool)> {
    match short(letters, length, minor_digits) {
        Some(units) => Some((i128::from(units), true)),
        None => any(letters, length, minor_digits),
    }
}

/// The commonest of all: up to eight digits, a point and two minor digits, which one word holds.
#[inline(always)]
fn short(letters: &Letters, length: usize, minor_digits: u32) -> Option<i64> {
    let [.., a, b, c, d, e, f, g, h, b'.', tens, ones] = *letters else { return None };
    let whole = length.checked_sub(3)?;
    let is_negative = *letters.get(WIDTH.checked_sub(length)?)? == b'-';
    let whole = whole.checked_sub(usize::from(is_negative))?;
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    if minor_digits != 2 || whole == 0 || whole > 8 || tens > 9 || ones > 9 {
        return None;
    }
    // The upper half is that of the last eight.
    let own = (OF_LAST[whole] >> 64) as u64;
    let text = u64::from_le_bytes([a, b, c, d, e, f, g, h]) & own | NOUGHTS as u64 & !own;
    // Eight digits and two are few enough.
    let units = of_eight(text)? as i64 * 100 + i64::from(tens) * 10 + i64::from(ones);
    Some(if is_negative { -units } else { units })
}

/// Any of the common form.
#[inline(never)]
fn any(letters: &Letters, length: usize, minor_digits: u32) -> Option<(i128, bool)> {
    let first = WIDTH.checked_sub(length)?;
    let is_negative = *letters.get(first)? == b'-';
    let length = length - usize::from(is_negative);
    // A digit more than sixteen letters have is made where the point is taken out.
    if length == 0 || length == WIDTH {
        return None;
    }
    let own = OF_LAST[length];
    let text = u128::from_le_bytes(*letters) & own | NOUGHTS & !own;
    let fraction = match is_nought(text ^ POINTS) {
        0 => 0,
        points => points.leading_zeros() / 8,
    };
    let has_point = fraction > 0;
    let digits = if has_point {
        if fraction == 3 || fraction > minor_digits || fraction as usize + 1 >= length {
            return None;
        }
        // The letters before the point move over it.
        let behind = OF_LAST[fraction as usize];
        text & behind | (text << 8 | u128::from(b'0')) & !behind
    } else {
        text
    };
    let missing = minor_digits.checked_sub(fraction)?;
    let units = i128::from(number(digits)?.checked_mul(*TENS.get(missing as usize)?)?);
    Some((if is_negative { -units } else { units }, has_point))
}

/// Powers of ten, as far as any currency has minor digits.
const TENS: [u64; 5] = [1, 10, 100, 1_000, 10_000];

/// The same letter sixteen times.
const fn each(letter: u8) -> u128 {
    u128::from_le_bytes([letter; WIDTH])
}

/// All bits of so many last letters.
const OF_LAST: [u128; WIDTH] = {
    let mut of_last = [0; WIDTH];
    let mut letters = 1;
    while letters < WIDTH {
        of_last[letters] = u128::MAX << (8 * (WIDTH - letters));
        letters += 1;
    }
    of_last
};

/// The highest bit of each letter that is nought.
const fn is_nought(text: u128) -> u128 {
    const LOW: u128 = each(0x7f);
    !(((text & LOW) + LOW) | text) & !LOW
}

/// The number of sixteen digits; `None` where a letter is none.
#[inline]
fn number(digits: u128) -> Option<u64> {
    let (first, last) = (digits as u64, (digits >> 64) as u64);
    Some(of_eight(first)? * 100_000_000 + of_eight(last)?)
}

/// The number of eight digits: two together, then four, then all.
#[inline]
fn of_eight(digits: u64) -> Option<u64> {
    const HIGH: u64 = 0xf0f0_f0f0_f0f0_f0f0;
    const THREES: u64 = 0x3030_3030_3030_3030;
    // What is above nine passes into the next sixteen.
    if digits & HIGH != THREES || digits.wrapping_add(0x0606_0606_0606_0606) & HIGH != THREES {
        return None;
    }
    let twos = (digits & !HIGH).wrapping_mul(10 << 8 | 1) >> 8;
    let fours = (twos & 0x00ff_00ff_00ff_00ff).wrapping_mul(100 << 16 | 1) >> 16;
    Some((fours & 0x0000_ffff_0000_ffff).wrapping_mul(10_000 << 32 | 1) >> 32)
}

#[cfg(test)]
mod tests {
    use super::{plain, plain_of};

    #[test]
    fn only_the_common_form_is_read() {
        for (text, units) in [
            ("395118", Some((39_511_800, false))),
            ("395118.5", Some((39_511_850, true))),
            ("-0.01", Some((-1, true))),
            ("-7", Some((-700, false))),
            ("0", Some((0, false))),
            ("000012.50", Some((1_250, true))),
            ("123456789012345", Some((12_345_678_901_234_500, false))),
            ("-999999999999.99", Some((-99_999_999_999_999, true))),
        ] {
            assert_eq!(plain(text.as_bytes(), 2), units, "{text}");
            for before in ["7777777777777777", "................", "----------------", "0,0,0,0,0,0,0,0,"] {
                let letters = [before, text].concat();
                let letters: [u8; 16] = letters.as_bytes()[text.len()..].try_into().unwrap();
                assert_eq!(plain_of(&letters, text.len(), 2), units, "{before} {text}");
            }
        }
        let none =
            ["1.234", "1,5", "5.", ".5", "", "-", "-.5", "--5", "5-", "1 000", "1e5", "0.123", "1..5", "1.2.3", "+5"];
        for text in none.into_iter().chain(["1234567890123456", "12345678901234567", "1/2", "1:2", "٣", "9\u{a0}0"]) {
            assert_eq!(plain(text.as_bytes(), 2), None, "{text}");
        }
        assert_eq!(plain(b"12", 0), Some((12, false)));
        assert_eq!(plain(b"12.5", 0), None);
        assert_eq!(plain(b"12.5", 3), Some((12_500, true)));
        assert_eq!(plain(b"12.500", 3), None);
        assert_eq!(plain(b"12.5000", 4), Some((125_000, true)));
    }

    #[test]
    fn no_letter_beside_a_digit_passes_for_one() {
        for letter in 0..=u8::MAX {
            for place in 0..9 {
                let mut text = *b"123456789";
                text[place] = letter;
                let is_read = letter.is_ascii_digit()
                    || (place == 0 && letter == b'-')
                    || (letter == b'.' && matches!(place, 6 | 7));
                assert_eq!(plain(&text, 2).is_some(), is_read, "{letter} at {place}");
            }
        }
    }
}
