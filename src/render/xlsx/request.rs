//! The book of a request as XLSX: locked but for the cells to fill in, what is typed there looked at while it is typed, the
//! hidden sheet behind. Cells to fill in are text, so that no program makes a date or another number of what is typed.

use rust_xlsxwriter::{
    Color, DataValidation, DataValidationRule, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder,
    Formula, IgnoreError, ProtectionOptions, Workbook, Worksheet,
};

use super::{A4, MOST_LETTERS, MOST_ROWS, at_column, at_row, cut, looks};
use crate::render::RenderError;
use crate::report::requests::{Above, BookRow, Field, HIDDEN_SHEET, Kind, RequestBook};

/// Widths of the columns, in letters.
const WIDTHS: [u16; 15] = [12, 36, 40, 7, 14, 30, 18, 12, 12, 16, 30, 9, 24, 12, 30];

/// Points of a line of text.
const LINE: u16 = 15;

/// The formats of cells.
struct Looks {
    title: Format,
    strong: Format,
    plain: Format,
    caption: Format,
    head: Format,
    id: Format,
    asked: Format,
    answer: Format,
    figure: Format,
    date: Format,
    closed: Format,
}

impl Looks {
    fn new() -> Self {
        let (yellow, grey) = (Color::RGB(0x00FF_F7CC), Color::RGB(0x00E6_E6E6));
        let framed = || Format::new().set_border(FormatBorder::Thin).set_border_color(Color::RGB(0x00B0_B0B0));
        let top = || framed().set_align(FormatAlign::Top);
        let open = || top().set_background_color(yellow).set_unlocked().set_num_format("@");
        Self {
            title: Format::new().set_bold().set_font_size(16),
            strong: Format::new().set_bold(),
            plain: Format::new(),
            caption: Format::new().set_bold().set_background_color(Color::RGB(0x00D9_E2F0)),
            head: top().set_bold().set_text_wrap().set_background_color(Color::RGB(0x00E8_EEF4)),
            id: top().set_font_color(Color::RGB(0x0080_8080)).set_font_size(9),
            asked: top().set_text_wrap(),
            answer: open().set_text_wrap(),
            figure: open().set_align(FormatAlign::Right),
            date: open().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
            closed: top().set_background_color(grey),
        }
    }

    fn of(&self, field: Field, kind: Kind) -> &Format {
        match field {
            Field::Id => &self.id,
            Field::Low | Field::High if !kind.has_bounds() => &self.closed,
            Field::Value | Field::Low | Field::High => &self.figure,
            Field::Date => &self.date,
            field if field.is_answer() => &self.answer,
            _ => &self.asked,
        }
    }
}

/// The book as bytes.
///
/// # Errors
///
/// More rows than the format holds, or a fault of the writer.
pub fn write(book: &RequestBook) -> Result<Vec<u8>, RenderError> {
    if book.rows.len() > MOST_ROWS / 2 {
        return Err(RenderError::TooManyRows { rows: book.rows.len(), most: MOST_ROWS / 2 });
    }
    let mut writer = Workbook::new();
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    let properties = DocProperties::new()
        .set_title(cut(&book.title, 255))
        .set_author(concat!("thb-cost ", env!("CARGO_PKG_VERSION")))
        .set_creation_datetime(&made);
    writer.set_properties(&properties);
    form(writer.add_worksheet(), book)?;
    let hidden = writer.add_worksheet();
    hidden.set_name(HIDDEN_SHEET)?.set_hidden(true).protect();
    for (row, cells) in book.hidden.iter().enumerate() {
        for (column, text) in cells.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
            hidden.write_string(at_row(row), at_column(column), cut(text, MOST_LETTERS))?;
        }
    }
    Ok(writer.save_to_buffer()?)
}

fn form(sheet: &mut Worksheet, book: &RequestBook) -> Result<(), RenderError> {
    let looks = Looks::new();
    sheet.set_name(&book.sheet)?;
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer("&L&F, &A&R&P / &N");
    for (column, width) in WIDTHS.iter().enumerate() {
        sheet.set_column_width(at_column(column), *width)?;
    }
    let day = date_rule(book)?;
    for (row, above) in book.above.iter().enumerate() {
        let row = at_row(row);
        match above {
            Above::Title(text) => sheet.write_string_with_format(row, 0, text, &looks.title)?,
            Above::Text(text) => sheet.write_string_with_format(row, 0, text, &looks.plain)?,
            Above::Strong(text) => sheet.write_string_with_format(row, 0, text, &looks.strong)?,
            Above::Respondent(label) => {
                sheet.write_string_with_format(row, 1, label, &looks.strong)?.write_blank(row, 2, &looks.answer)?
            }
            Above::Date(label) => sheet
                .write_string_with_format(row, 1, label, &looks.strong)?
                .write_blank(row, 2, &looks.date)?
                .add_data_validation(row, 2, row, 2, &day)?,
        };
        if matches!(above, Above::Title(_)) {
            sheet.set_row_height(row, 24)?;
        }
    }
    let head = at_row(book.above.len());
    for (column, text) in book.heads.iter().enumerate() {
        sheet.write_string_with_format(head, at_column(column), text, &looks.head)?;
    }
    sheet.set_row_height(head, 3 * LINE)?.set_repeat_rows(head, head)?.set_freeze_panes(head + 1, 2)?;
    let first = head + 1;
    for (number, row) in book.rows.iter().enumerate() {
        let at = first + at_row(number);
        match row {
            BookRow::Caption(text) => {
                for column in 0..at_column(WIDTHS.len()) {
                    sheet.write_blank(at, column, &looks.caption)?;
                }
                sheet.write_string_with_format(at, 0, text, &looks.caption)?;
            }
            BookRow::Item(asked) => {
                for (column, field) in Field::ALL.into_iter().enumerate() {
                    let text = match field {
                        Field::Id => Some(&asked.id),
                        other => Field::ASKED.into_iter().position(|of| of == other).and_then(|of| asked.asked.get(of)),
                    };
                    let (column, look) = (at_column(column), looks.of(field, asked.kind));
                    match text {
                        Some(text) => sheet.write_string_with_format(at, column, cut(text, MOST_LETTERS), look)?,
                        None => sheet.write_blank(at, column, look)?,
                    };
                }
                let lines =
                    asked.asked.iter().zip([1, 2, 3, 4, 5]).map(|(text, column)| {
                        looks::lines(text, usize::from(WIDTHS.get(column).copied().unwrap_or(10)))
                    });
                sheet.set_row_height(at, lines.max().unwrap_or(1).clamp(2, 20) * LINE)?;
            }
        }
    }
    for (number, text) in book.below.iter().enumerate() {
        let row = first + at_row(book.rows.len()) + 1 + at_row(number);
        sheet.write_string_with_format(row, 0, text, &looks.plain)?;
    }
    rules(sheet, book, first, &day)?;
    let last = first + at_row(book.rows.len());
    sheet.ignore_error_range(first, 0, last, at_column(WIDTHS.len() - 1), IgnoreError::NumberStoredAsText)?;
    let may = ProtectionOptions { format_columns: true, format_rows: true, ..ProtectionOptions::new() };
    sheet.protect_with_options(&may);
    Ok(())
}

/// What may be typed where, over rows of one kind at once.
fn rules(sheet: &mut Worksheet, book: &RequestBook, first: u32, day: &DataValidation) -> Result<(), RenderError> {
    let mut from = 0;
    while let Some(row) = book.rows.get(from) {
        let BookRow::Item(asked) = row else {
            from += 1;
            continue;
        };
        let alike = |row: &&BookRow| matches!(row, BookRow::Item(other) if other.kind == asked.kind);
        let count = book.rows.iter().skip(from).take_while(alike).count();
        let (top, bottom) = (first + at_row(from), first + at_row(from + count - 1));
        let columns =
            if asked.kind.has_bounds() { &[Field::Value, Field::Low, Field::High][..] } else { &[Field::Value] };
        for field in columns {
            let column = *field as u16;
            let rule = figure_rule(book, asked.kind, &format!("{}{}", column_letter(*field), top + 1));
            sheet.add_data_validation(top, column, bottom, column, &rule)?;
        }
        let (not_known, date) = (Field::NotKnown as u16, Field::Date as u16);
        let list = refusal(DataValidation::new().allow_list_strings(&[&book.not_known])?, book, &book.not_known)?;
        sheet.add_data_validation(top, not_known, bottom, not_known, &list)?;
        sheet.add_data_validation(top, date, bottom, date, day)?;
        from += count;
    }
    Ok(())
}

fn column_letter(field: Field) -> char {
    char::from(b'A' + u8::try_from(field as usize).unwrap_or(0))
}

/// A number, or a text of the letters that a number has; of an amount one that has only one reading.
fn figure_rule(book: &RequestBook, kind: Kind, cell: &str) -> DataValidation {
    let (whole, letters) = if kind.is_count() {
        (format!("AND({cell}>=0,{cell}=INT({cell}))"), "0123456789 \u{a0}<-\u{2013}")
    } else {
        (format!("{cell}>=0"), "0123456789 \u{a0},.")
    };
    // LibreOffice finds no blank text in another, so that the text goes on in noughts to the end of what is looked at.
    let letter = format!("MID({cell}&REPT(\"0\",40),ROW($1:$40),1)");
    let only = format!("SUMPRODUCT(--ISERROR(FIND({letter},\"{letters}\")))=0");
    let text = match kind {
        Kind::Amount => format!("AND({only},ISERROR(FIND(MID({cell},MAX(1,LEN({cell})-3),1),\",.\")))"),
        _ => only,
    };
    let words = if kind.is_count() { &book.refusals[2] } else { &book.refusals[1] };
    let rule = DataValidation::new().allow_custom(Formula::new(format!("IF(ISNUMBER({cell}),{whole},{text})")));
    refusal(rule.clone(), book, words).unwrap_or(rule)
}

fn date_rule(book: &RequestBook) -> Result<DataValidation, RenderError> {
    let (from, to) = (ExcelDateTime::from_ymd(2000, 1, 1)?, ExcelDateTime::from_ymd(2100, 12, 31)?);
    refusal(DataValidation::new().allow_date(DataValidationRule::Between(from, to)), book, &book.refusals[3])
}

fn refusal(rule: DataValidation, book: &RequestBook, words: &str) -> Result<DataValidation, RenderError> {
    Ok(rule.set_error_title(cut(&book.refusals[0], 32))?.set_error_message(cut(words, 225))?)
}
