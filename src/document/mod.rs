//! TOML with positions: a document, its tables and values, each with its line and its path for messages.
//!
//! Tables are walked by hand and not through serde, so that all faults of a file are found in one run, a decimal is
//! taken exactly as written, and an unknown key is met with the nearest known one.

use arcstr::ArcStr;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::diagnostics::{Code, Diagnostic, Diagnostics, Limit};
use crate::domain::{Origin, clean_text};
use crate::language::Message;
use crate::message;

/// The text of a TOML file with the name it has in messages.
#[derive(Debug)]
pub struct Document<'t> {
    file: ArcStr,
    text: &'t str,
    /// Where each line starts.
    lines: Vec<usize>,
    /// Whether messages show its lines.
    is_quoted: bool,
}

/// A table of the document.
#[derive(Debug, Clone)]
pub struct Table<'d> {
    document: &'d Document<'d>,
    table: &'d DeTable<'d>,
    path: String,
    line: u64,
    own: &'d [ArcStr],
}

/// A value of the document.
#[derive(Debug, Clone)]
pub struct Value<'d> {
    document: &'d Document<'d>,
    value: &'d Spanned<DeValue<'d>>,
    own: &'d [ArcStr],
    /// Its path in the document, such as `rule.share`.
    pub path: String,
}

impl<'d> Document<'d> {
    /// A file's text and its name. What was taken for TOML by mistake, such as a list of passwords, is not quoted line by
    /// line.
    #[must_use]
    pub fn new(file: &ArcStr, text: &'d str) -> Self {
        let starts = memchr::memchr_iter(b'\n', text.as_bytes()).map(|end| end + 1);
        let lines = std::iter::once(0).chain(starts).collect();
        Self { file: file.clone(), text, lines, is_quoted: file.ends_with(".toml") }
    }

    /// A text that this program wrote itself, under a name for messages.
    #[must_use]
    pub fn of_own(name: &str, text: &'d str) -> Self {
        Self { is_quoted: true, ..Self::new(&name.into(), text) }
    }

    /// Parses the text; `None` after a diagnostic where it is not TOML.
    pub fn parse(&'d self, diagnostics: &mut Diagnostics) -> Option<Spanned<DeTable<'d>>> {
        // What stands between marks costs nothing; a mark may be a value, and a fault.
        let is_mark =
            |byte: &&u8| matches!(byte, b'[' | b']' | b'{' | b'}' | b'=' | b',' | b'.' | b'"' | b'\'' | b'#' | b'\n');
        let marks = self.text.as_bytes().iter().filter(is_mark).count() as u64;
        if Limit::Marks.is_passed_by(marks) {
            diagnostics.push(Limit::Marks.passed().in_file(&self.file).found(marks.to_string()));
            return None;
        }
        let (table, errors) = DeTable::parse_recoverable(self.text);
        for error in &errors {
            diagnostics.push_with(Code::BadToml, || {
                let row = error.span().map_or(1, |span| self.line_at(span.start));
                let message = message!("document-bad-toml", words = error.message());
                self.diagnostic(Code::BadToml, row, "", message, message!("document-correct-toml"))
            });
        }
        errors.is_empty().then_some(table)
    }

    /// The top of the document.
    pub fn root(&'d self, table: &'d Spanned<DeTable<'d>>) -> Table<'d> {
        Table { document: self, table: table.get_ref(), path: String::new(), line: 1, own: &[] }
    }

    fn line_at(&self, byte: usize) -> u64 {
        self.lines.partition_point(|start| *start <= byte) as u64
    }

    fn line(&self, row: u64) -> &str {
        let start = usize::try_from(row - 1).ok().and_then(|index| self.lines.get(index));
        let rest = start.and_then(|start| self.text.get(*start..)).unwrap_or_default();
        rest.lines().next().unwrap_or_default()
    }

    fn origin(&self, row: u64) -> Origin {
        Origin { file: self.file.clone(), row }
    }

    fn diagnostic(&self, code: Code, line: u64, path: &str, message: Message, help: Message) -> Diagnostic {
        let mut diagnostic = Diagnostic::new(code, message, help).at(&self.origin(line));
        if self.is_quoted {
            diagnostic = diagnostic.excerpt(self.line(line));
        }
        if path.is_empty() { diagnostic } else { diagnostic.column(path) }
    }
}

impl<'d> Table<'d> {
    /// The same table where the project's own dimensions are names too.
    #[must_use]
    pub fn with_own(self, own: &'d [ArcStr]) -> Self {
        Self { own, ..self }
    }

    /// The project's own dimensions.
    #[must_use]
    pub fn own(&self) -> &'d [ArcStr] {
        self.own
    }

    /// Where the table stands.
    pub fn origin(&self) -> Origin {
        self.document.origin(self.line)
    }

    /// The value of a key.
    pub fn get(&self, key: &str) -> Option<Value<'d>> {
        let value = self.table.get(key)?;
        Some(Value { document: self.document, value, own: self.own, path: self.path_of(key) })
    }

    /// The value of a key that must be there.
    pub fn need(&self, key: &str, example: &str, diagnostics: &mut Diagnostics) -> Option<Value<'d>> {
        let value = self.get(key);
        if value.is_none() {
            diagnostics.push(self.document.diagnostic(
                Code::MissingKey,
                self.line,
                &self.path_of(key),
                message!("document-missing-key", key = key),
                message!("document-add", example = example),
            ));
        }
        value
    }

    /// Keys and values in the order of the file.
    pub fn entries(&self) -> impl Iterator<Item = (&'d str, Value<'d>)> + '_ {
        self.table.iter().map(|(key, value)| {
            let key = key.get_ref().as_ref();
            (key, Value { document: self.document, value, own: self.own, path: self.path_of(key) })
        })
    }

    /// Whether it has the key.
    pub fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Every key must be one of `known`; each other one is a diagnostic with the nearest known one.
    pub fn refuse_unknown(&self, known: &[&str], diagnostics: &mut Diagnostics) {
        for (key, _) in self.table.iter() {
            let name = key.get_ref().as_ref();
            if known.contains(&name) {
                continue;
            }
            diagnostics.push_with(Code::UnknownKey, || {
                let help = Message::did_you_mean(name, known.iter().copied())
                    .unwrap_or_else(|| message!("document-keys", keys = known.to_vec()));
                let line = self.document.line_at(key.span().start);
                let message = message!("document-unknown-key", key = name);
                self.document.diagnostic(Code::UnknownKey, line, &self.path_of(name), message, help)
            });
        }
    }

    /// A fault of the table as a whole.
    pub fn fault(&self, code: Code, message: Message, help: Message) -> Diagnostic {
        self.document.diagnostic(code, self.line, &self.path, message, help)
    }

    fn path_of(&self, key: &str) -> String {
        if self.path.is_empty() { key.to_owned() } else { format!("{}.{key}", self.path) }
    }
}

impl<'d> Value<'d> {
    /// The project's own dimensions.
    pub fn own(&self) -> &'d [ArcStr] {
        self.own
    }

    /// Where the value stands.
    pub fn origin(&self) -> Origin {
        self.document.origin(self.line())
    }

    fn line(&self) -> u64 {
        self.document.line_at(self.value.span().start)
    }

    /// A fault of the value.
    pub fn fault(&self, message: Message, expected: Message, help: Message) -> Diagnostic {
        self.fault_of(Code::BadValue, message, help).expected(expected).found(self.as_written())
    }

    /// A fault of the value with a code of its own.
    pub fn fault_of(&self, code: Code, message: Message, help: Message) -> Diagnostic {
        self.document.diagnostic(code, self.line(), &self.path, message, help)
    }

    /// A text's words, anything else as it is written.
    fn as_written(&self) -> String {
        if let DeValue::String(text) = self.value.get_ref() {
            return text.to_string();
        }
        self.document.text.get(self.value.span()).unwrap_or_default().to_owned()
    }

    /// A string, brought to the form in which text is compared.
    pub fn text(&self, diagnostics: &mut Diagnostics) -> Option<String> {
        if let DeValue::String(text) = self.value.get_ref() {
            return Some(clean_text(text).into_owned());
        }
        diagnostics.push(self.fault(
            message!("document-text-needed"),
            message!("document-text"),
            message!("document-quote-it"),
        ));
        None
    }

    /// A string exactly as written, white space and all.
    pub fn raw_text(&self, diagnostics: &mut Diagnostics) -> Option<String> {
        match self.value.get_ref() {
            DeValue::String(text) => Some(text.to_string()),
            _ => self.text(diagnostics),
        }
    }

    /// A switch, where it is one.
    pub fn as_bool(&self) -> Option<bool> {
        match self.value.get_ref() {
            DeValue::Boolean(switch) => Some(*switch),
            _ => None,
        }
    }

    /// A string, where it is one.
    pub fn as_text(&self) -> Option<String> {
        match self.value.get_ref() {
            DeValue::String(text) => Some(clean_text(text).into_owned()),
            _ => None,
        }
    }

    /// A number's text exactly as written, where it is one.
    pub fn as_number(&self) -> Option<String> {
        match self.value.get_ref() {
            DeValue::Float(number) => Some(number.as_str().to_owned()),
            DeValue::Integer(number) if number.radix() == 10 => Some(number.as_str().to_owned()),
            _ => None,
        }
    }

    /// A date's text, where it is one.
    pub fn as_date(&self) -> Option<String> {
        match self.value.get_ref() {
            DeValue::Datetime(date) if date.time.is_none() => Some(date.to_string()),
            _ => None,
        }
    }

    /// A table, where it is one.
    pub fn as_table(&self) -> Option<Table<'d>> {
        match self.value.get_ref() {
            DeValue::Table(table) => Some(Table {
                document: self.document,
                table,
                path: self.path.clone(),
                line: self.line(),
                own: self.own,
            }),
            _ => None,
        }
    }

    /// A table.
    pub fn table(&self, diagnostics: &mut Diagnostics) -> Option<Table<'d>> {
        let table = self.as_table();
        if table.is_none() {
            diagnostics.push(self.fault(
                message!("document-table-needed"),
                message!("document-table"),
                message!("document-brace-it"),
            ));
        }
        table
    }

    /// The values of a list, where it is one.
    pub fn as_list(&self) -> Option<Vec<Value<'d>>> {
        match self.value.get_ref() {
            DeValue::Array(list) => Some(
                list.iter()
                    .enumerate()
                    .map(|(index, value)| Value {
                        document: self.document,
                        value,
                        own: self.own,
                        path: format!("{}[{}]", self.path, index + 1),
                    })
                    .collect(),
            ),
            _ => None,
        }
    }

    /// A list of tables, `[[name]]`.
    pub fn tables(&self, diagnostics: &mut Diagnostics) -> Vec<Table<'d>> {
        let Some(list) = self.as_list() else {
            diagnostics.push(self.fault(
                message!("document-tables-needed"),
                message!("document-tables"),
                message!("document-two-brackets", path = &self.path),
            ));
            return Vec::new();
        };
        list.iter().filter_map(|value| value.table(diagnostics)).collect()
    }

    /// One text or a list of texts.
    pub fn texts(&self, diagnostics: &mut Diagnostics) -> Vec<String> {
        match self.as_list() {
            Some(list) => list.iter().filter_map(|value| value.text(diagnostics)).collect(),
            None if self.as_text().is_some() => self.as_text().into_iter().collect(),
            None => {
                diagnostics.push(self.fault(
                    message!("document-text-needed"),
                    message!("document-texts"),
                    message!("document-quote-them"),
                ));
                Vec::new()
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Document;
    use crate::diagnostics::{Code, Diagnostics, Limit};

    #[test]
    fn a_document_of_marks_alone_is_refused_before_it_is_parsed() {
        let text = "[".repeat(usize::try_from(Limit::Marks.most()).unwrap_or_default() + 1);
        let mut diagnostics = Diagnostics::default();
        assert!(Document::new(&"a.toml".into(), &text).parse(&mut diagnostics).is_none());
        assert_eq!(diagnostics.iter().map(|found| found.code).collect::<Vec<_>>(), [Code::TooLarge]);
    }
}
