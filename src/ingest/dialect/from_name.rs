//! Values out of the path of a file: `{agency}/*-{year}.xlsx`.

/// A pattern of paths with names of columns in braces.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamePattern {
    text: String,
    pieces: Vec<Piece>,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Piece {
    Letters(String),
    AnyRun,
    AnyLetter,
    Column(String),
}

impl NamePattern {
    /// Reads a pattern; `None` where braces do not close or hold no name, or a column stands twice.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let mut pieces = Vec::new();
        let mut rest = text.strip_prefix("./").unwrap_or(text);
        while let Some(letter) = rest.chars().next() {
            let after = rest.get(letter.len_utf8()..)?;
            rest = match letter {
                '{' => {
                    let (name, after) = after.split_once('}')?;
                    let column = Piece::Column(name.trim().to_owned());
                    if name.trim().is_empty() || name.contains('{') || pieces.contains(&column) {
                        return None;
                    }
                    pieces.push(column);
                    after
                }
                '}' => return None,
                '*' => {
                    pieces.push(Piece::AnyRun);
                    after
                }
                '?' => {
                    pieces.push(Piece::AnyLetter);
                    after
                }
                letter => {
                    match pieces.last_mut() {
                        Some(Piece::Letters(letters)) => letters.push(letter),
                        _ => pieces.push(Piece::Letters(letter.to_string())),
                    }
                    after
                }
            };
        }
        let pattern = Self { text: text.to_owned(), pieces };
        let has_columns = pattern.columns().next().is_some();
        has_columns.then_some(pattern)
    }

    /// As it is written.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The columns that it gives.
    pub fn columns(&self) -> impl Iterator<Item = &str> {
        self.pieces.iter().filter_map(|piece| match piece {
            Piece::Column(name) => Some(name.as_str()),
            Piece::Letters(_) | Piece::AnyRun | Piece::AnyLetter => None,
        })
    }

    /// What the path of a file says: as many of its last parts as the pattern has. `None` where it is not of this form.
    /// A year is a run of just four digits, where there is one.
    #[must_use]
    pub fn values(&self, path: &str) -> Option<Vec<(String, String)>> {
        let path = path.split_once('#').map_or(path, |(path, _)| path);
        let depth = self.text.strip_prefix("./").unwrap_or(&self.text).matches('/').count();
        let parts: Vec<&str> = path.split('/').collect();
        let tail = parts.get(parts.len().checked_sub(depth + 1)?..)?.join("/");
        let letters: Vec<char> = tail.chars().collect();
        [true, false].into_iter().find_map(|four_digits| {
            let mut found = Vec::new();
            fits(&self.pieces, &letters, None, four_digits, &mut found).then(|| {
                found.reverse();
                found
            })
        })
    }
}

/// Whether the pieces are the whole of the letters; what columns hold is added from the last to the first.
fn fits(
    pieces: &[Piece],
    letters: &[char],
    before: Option<char>,
    four_digits: bool,
    found: &mut Vec<(String, String)>,
) -> bool {
    let Some((piece, others)) = pieces.split_first() else { return letters.is_empty() };
    let mut rest = |length: usize| {
        let (taken, left) = letters.split_at_checked(length)?;
        fits(others, left, taken.last().copied().or(before), four_digits, found).then_some(taken)
    };
    let reach = letters.iter().take_while(|letter| **letter != '/').count();
    match piece {
        Piece::Letters(text) => {
            let length = text.chars().count();
            letters.iter().take(length).copied().eq(text.chars()) && rest(length).is_some()
        }
        Piece::AnyLetter => reach > 0 && rest(1).is_some(),
        Piece::AnyRun => (0..=reach).any(|length| rest(length).is_some()),
        Piece::Column(name) if name == "year" && four_digits => {
            let is_digit = |letter: Option<&char>| letter.is_some_and(char::is_ascii_digit);
            let run = letters.iter().take_while(|letter| letter.is_ascii_digit()).count();
            if run < 4 || is_digit(before.as_ref()) {
                return false;
            }
            let year = rest(4).map(|taken| taken.iter().collect());
            year.is_some_and(|year| {
                found.push((name.clone(), year));
                true
            })
        }
        Piece::Column(name) => {
            let value = (1..=reach).find_map(|length| rest(length).map(|taken| taken.iter().collect()));
            value.is_some_and(|value| {
                found.push((name.clone(), value));
                true
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::NamePattern;

    #[test]
    fn values_come_out_of_paths() {
        for (pattern, path, expected) in [
            ("obshtina-{year}.csv", "obshtina-2016.csv", Some("year=2016")),
            ("obshtina-{year}.csv", "data/obshtina-2016.csv", Some("year=2016")),
            ("{agency}/*-{year}.xlsx", "in/MoI/report-2017.xlsx#Sheet", Some("agency=MoI year=2017")),
            ("SEBRA-*-{year}.xlsx", "SEBRA-MF-19-05-2023.xlsx", Some("year=2023")),
            ("{year}*.csv", "20120810.csv", Some("year=2012")),
            ("{year}.csv", "120810.csv", Some("year=120810")),
            ("obshtina-{year}.csv", "other.csv", None),
            ("{agency}/a.csv", "a.csv", None),
        ] {
            let found = NamePattern::parse(pattern).unwrap().values(path).map(|values| {
                values.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(" ")
            });
            assert_eq!(found.as_deref(), expected, "{pattern} on {path}");
        }
        for pattern in ["plain.csv", "{year", "{}", "{year}-{year}", "year}"] {
            assert_eq!(NamePattern::parse(pattern), None, "{pattern}");
        }
    }
}
