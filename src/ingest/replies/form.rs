//! The form of a request: the columns of the sheet that people fill in, and the hidden sheet that says what each row is.
//!
//! The hidden sheet holds every text outside the cells to be filled in, so that a change there is seen, and a seal over
//! itself. Whoever makes a request writes it with [`Form::rows`]; whoever takes a reply reads it with [`Form::read`].

use crate::domain::{Currency, clean_text};
use crate::ingest::sha256;

/// What the first cell of the hidden sheet says.
pub const FORM: &str = "thb-cost/request/1";

/// How that begins in every version of the form.
pub(super) const FORM_OF_ANY_VERSION: &str = "thb-cost/request/";

/// The name of the hidden sheet.
pub const HIDDEN_SHEET: &str = "thb-cost";

/// The head of the column of ids, in every language: by it a form is known that lost its hidden sheet.
pub const ID_HEAD: &str = "thb-cost id";

/// A column of the sheet that people fill in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// Which row it is.
    Id,
    /// What is asked.
    What,
    /// What counts as that.
    About,
    /// The year.
    Year,
    /// Currency or unit.
    Unit,
    /// What is known of other years.
    Known,
    /// The figure.
    Value,
    /// Its lower end.
    Low,
    /// Its upper end.
    High,
    /// That it is not known.
    NotKnown,
    /// The document that it stands in.
    Source,
    /// The page there.
    Page,
    /// Who answers.
    Respondent,
    /// When.
    Date,
    /// Free text.
    Remark,
}

impl Field {
    /// All columns, in their order.
    pub const ALL: [Self; 15] = [
        Self::Id,
        Self::What,
        Self::About,
        Self::Year,
        Self::Unit,
        Self::Known,
        Self::Value,
        Self::Low,
        Self::High,
        Self::NotKnown,
        Self::Source,
        Self::Page,
        Self::Respondent,
        Self::Date,
        Self::Remark,
    ];

    /// Those that say what is asked and are not to be changed, but for the id.
    pub const ASKED: [Self; 5] = [Self::What, Self::About, Self::Year, Self::Unit, Self::Known];

    /// The word in the hidden sheet.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::What => "what",
            Self::About => "about",
            Self::Year => "year",
            Self::Unit => "unit",
            Self::Known => "known",
            Self::Value => "value",
            Self::Low => "low",
            Self::High => "high",
            Self::NotKnown => "not-known",
            Self::Source => "source",
            Self::Page => "page",
            Self::Respondent => "respondent",
            Self::Date => "date",
            Self::Remark => "remark",
        }
    }

    /// Whether its cells are to be filled in.
    #[must_use]
    pub fn is_answer(self) -> bool {
        self >= Self::Value
    }
}

/// What kind of figure a row asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    /// The amount of a budget line.
    Amount,
    /// A value of a driver.
    Driver,
    /// A count of victims.
    Count,
    /// The users of a service.
    Users,
    /// Units for each user of a service.
    Units,
    /// What a unit of a service costs.
    UnitCost,
}

impl Kind {
    /// Each of them.
    pub const ALL: [Self; 6] = [Self::Amount, Self::Driver, Self::Count, Self::Users, Self::Units, Self::UnitCost];

    /// The word in the hidden sheet.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Amount => "amount",
            Self::Driver => "driver",
            Self::Count => "count",
            Self::Users => "users",
            Self::Units => "units",
            Self::UnitCost => "unit-cost",
        }
    }

    /// Whether a lower and an upper end may stand beside the figure: an amount has none, users say theirs as `4-7`.
    #[must_use]
    pub const fn has_bounds(self) -> bool {
        matches!(self, Self::Driver | Self::Count | Self::Units | Self::UnitCost)
    }

    /// Whether it is whole and may be `<5` or `4-7`.
    #[must_use]
    pub const fn is_count(self) -> bool {
        matches!(self, Self::Count | Self::Users)
    }
}

/// A row of the form.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormRow {
    /// Its id.
    pub id: String,
    /// What kind of figure it asks for.
    pub kind: Kind,
    /// The currency, where it is money.
    pub currency: Option<Currency>,
    /// The texts of [`Field::ASKED`].
    pub asked: [String; 5],
}

/// What the hidden sheet says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Form {
    /// The version of the program that made it.
    pub version: String,
    /// The digest of the project's inputs.
    pub digest: String,
    /// The code of the agency that was asked.
    pub agency: String,
    /// The years that were asked of, as `--year` has it; blank for all.
    pub year: String,
    /// When it was asked, and by when the answer is due; blank where nobody says.
    pub dates: [String; 2],
    /// The labels of the cells above the table: who answers, and when.
    pub labels: [String; 2],
    /// The heads of the columns, in the order of [`Field::ALL`].
    pub heads: Vec<String>,
    /// Texts that stand elsewhere on the sheet.
    pub texts: Vec<String>,
    /// The rows.
    pub rows: Vec<FormRow>,
}

/// Why a hidden sheet is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FormFault {
    /// Its first cell says another form.
    OtherForm,
    /// It is not as it was written.
    Changed,
}

impl Form {
    /// The cells of the hidden sheet, its seal last.
    #[must_use]
    pub fn rows(&self) -> Vec<Vec<String>> {
        let row = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect::<Vec<String>>();
        let mut rows = vec![
            row(&[FORM]),
            row(&["version", &self.version]),
            row(&["digest", &self.digest]),
            row(&["agency", &self.agency]),
            row(&["year", &self.year]),
            row(&["dates", &self.dates[0], &self.dates[1]]),
            row(&["labels", &self.labels[0], &self.labels[1]]),
        ];
        rows.extend(Field::ALL.iter().zip(&self.heads).map(|(field, head)| row(&["head", field.word(), head])));
        rows.extend(self.texts.iter().map(|text| row(&["text", text])));
        rows.extend(self.rows.iter().map(|asked| {
            let currency = asked.currency.map(|currency| currency.to_string()).unwrap_or_default();
            let mut cells = row(&["row", &asked.id, asked.kind.word(), &currency]);
            cells.extend(asked.asked.iter().cloned());
            cells
        }));
        let seal = seal(&rows);
        rows.push(row(&["seal", &seal]));
        rows
    }

    /// Reads what [`Self::rows`] wrote.
    ///
    /// # Errors
    ///
    /// See [`FormFault`].
    pub fn read(rows: &[Vec<String>]) -> Result<Self, FormFault> {
        let changed = FormFault::Changed;
        let cell =
            |row: &[String], at: usize| row.get(at).map(|text| clean_text(text).into_owned()).unwrap_or_default();
        let Some((last, body)) = rows.split_last() else { return Err(changed) };
        if body.first().is_none_or(|first| cell(first, 0) != FORM) {
            return Err(FormFault::OtherForm);
        }
        if cell(last, 0) != "seal" || cell(last, 1) != seal(body) {
            return Err(changed);
        }
        let mut form = Self {
            version: String::new(),
            digest: String::new(),
            agency: String::new(),
            year: String::new(),
            dates: Default::default(),
            labels: Default::default(),
            heads: Vec::new(),
            texts: Vec::new(),
            rows: Vec::new(),
        };
        for row in body.iter().skip(1) {
            match cell(row, 0).as_str() {
                "version" => form.version = cell(row, 1),
                "digest" => form.digest = cell(row, 1),
                "agency" => form.agency = cell(row, 1),
                "year" => form.year = cell(row, 1),
                "dates" => form.dates = [cell(row, 1), cell(row, 2)],
                "labels" => form.labels = [cell(row, 1), cell(row, 2)],
                "head" => form.heads.push(cell(row, 2)),
                "text" => form.texts.push(cell(row, 1)),
                "row" => form.rows.push(FormRow {
                    id: cell(row, 1),
                    kind: Kind::ALL.into_iter().find(|kind| kind.word() == cell(row, 2)).ok_or(changed)?,
                    currency: Currency::parse(&cell(row, 3)),
                    asked: [4, 5, 6, 7, 8].map(|at| cell(row, at)),
                }),
                _ => return Err(changed),
            }
        }
        if form.heads.len() == Field::ALL.len() { Ok(form) } else { Err(changed) }
    }

    /// A row by its id.
    #[must_use]
    pub fn row(&self, id: &str) -> Option<&FormRow> {
        self.rows.iter().find(|row| row.id == id)
    }
}

/// The digest of the rows as they are compared: blank cells at their ends and white space say nothing.
fn seal(rows: &[Vec<String>]) -> String {
    let row = |row: &Vec<String>| row.iter().map(|cell| clean_text(cell)).collect::<Vec<_>>().join("\u{1f}");
    let text: Vec<String> = rows.iter().map(|cells| row(cells).trim_end_matches('\u{1f}').to_owned()).collect();
    sha256(text.join("\n").as_bytes())
}
