//! LaTeX: the tables as a fragment for `\input`, with the rules of `booktabs` and over pages (`longtable`).
//!
//! The fragment says in its first lines which packages it needs. It has no preamble, so that a paper keeps its own.

use std::fmt::Write as _;

use super::figures::text;
use super::{Format, RenderError, Terminal};
use crate::language::Language;
use crate::message;
use crate::report::{Align, Deliverable, RowKind, Sheet, Table};

pub(super) struct Latex;

impl Format for Latex {
    fn name(&self) -> &'static str {
        "latex"
    }

    fn endings(&self) -> &'static [&'static str] {
        &["tex"]
    }

    fn render(&self, content: &dyn Deliverable, _: Terminal) -> Result<Vec<u8>, RenderError> {
        Ok(write(&content.sheet()?).into_bytes())
    }
}

/// Words beyond so many letters are wrapped in their column.
const WRAPPED: usize = 24;

/// Letters that fit a line of a plain document at its usual size.
const LINE: usize = 78;

/// Fewest letters that a wrapped column is given, even where the table is then wider than the line.
const NARROWEST: usize = 14;

fn write(sheet: &Sheet) -> String {
    let encoding = match sheet.language {
        Language::English => "",
        Language::Bulgarian => "% With pdfLaTeX also: \\usepackage[T2A]{fontenc} \\usepackage[bulgarian]{babel}\n",
    };
    let mut out = format!(
        "% \\usepackage{{booktabs,longtable,array,caption}}\n{encoding}\\section*{{{}}}\n{}\n",
        escaped(&sheet.title),
        escaped(&sheet.subtitle)
    );
    write_list(&mut out, &sheet.language.say(&message!("page-findings")), &sheet.findings, "itemize");
    for table in &sheet.tables {
        out.push('\n');
        write_table(&mut out, table, sheet.language);
    }
    for section in &sheet.sections {
        let _ = writeln!(out, "\n\\subsection*{{{}}}", escaped(&section.title));
        for words in &section.words {
            let _ = writeln!(out, "\n{}", escaped(words));
        }
        for table in &section.tables {
            out.push('\n');
            write_table(&mut out, table, sheet.language);
        }
    }
    let lists =
        [(message!("page-notes"), &sheet.notes, "itemize"), (message!("page-sources"), &sheet.sources, "enumerate")];
    for (head, items, kind) in lists {
        write_list(&mut out, &sheet.language.say(&head), items, kind);
    }
    out
}

/// A heading and a list below it; nothing without items.
fn write_list(out: &mut String, head: &str, items: &[String], kind: &str) {
    if items.is_empty() {
        return;
    }
    let _ = writeln!(out, "\n\\subsection*{{{}}}\n\\begin{{{kind}}}", escaped(head));
    for item in items {
        let _ = writeln!(out, "\\item {}", escaped(item));
    }
    let _ = writeln!(out, "\\end{{{kind}}}");
}

fn write_table(out: &mut String, table: &Table, language: Language) {
    let row = |cells: &mut dyn Iterator<Item = String>| format!("{} \\\\\n", cells.collect::<Vec<_>>().join(" & "));
    let head = row(&mut table.columns.iter().map(|column| match column.align {
        Align::Left => escaped(&column.title),
        Align::Right | Align::Money => format!("\\multicolumn{{1}}{{r}}{{{}}}", escaped(&column.title)),
    }));
    let _ = write!(
        out,
        "\\begin{{longtable}}{{@{{}}{}@{{}}}}\n\\caption*{{{}}} \\\\\n\\toprule\n{head}\\midrule\n\\endfirsthead\n\
         \\toprule\n{head}\\midrule\n\\endhead\n\\bottomrule\n\\endlastfoot\n",
        columns(table, language),
        escaped(&table.caption)
    );
    for (index, line) in table.rows.iter().enumerate() {
        let total = line.kind == RowKind::Total;
        if total && index > 0 {
            out.push_str("\\midrule\n");
        }
        out.push_str(&row(&mut line.cells.iter().map(|cell| {
            let text = escaped(&text(language, cell));
            if total && !text.is_empty() { format!("\\textbf{{{text}}}") } else { text }
        })));
    }
    out.push_str("\\end{longtable}\n");
}

/// The kinds of the columns: figures to the right, short words to the left, long ones in wrapped columns that share
/// what is left of the line.
fn columns(table: &Table, language: Language) -> String {
    let widths: Vec<usize> = (0..table.columns.len()).map(|index| width(table, language, index)).collect();
    let is_wrapped = |align: Align, width: usize| align == Align::Left && width > WRAPPED;
    let kinds = || table.columns.iter().map(|column| column.align).zip(widths.iter().copied());
    let fixed: usize = kinds().filter(|(align, width)| !is_wrapped(*align, *width)).map(|(_, width)| width + 2).sum();
    let wrapped: usize = kinds().filter(|(align, width)| is_wrapped(*align, *width)).map(|(_, width)| width).sum();
    let left = LINE.saturating_sub(fixed);
    let columns = kinds().map(|(align, width)| match align {
        Align::Right | Align::Money => "r".to_owned(),
        Align::Left if !is_wrapped(align, width) => "l".to_owned(),
        Align::Left => {
            let letters = (left * width / wrapped.max(1)).clamp(NARROWEST, width.max(NARROWEST));
            format!(">{{\\raggedright\\arraybackslash}}p{{0.{:02}\\linewidth}}", (letters * 100 / LINE).min(99))
        }
    });
    columns.collect()
}

/// Letters of the widest cell of a column, its head included.
fn width(table: &Table, language: Language, index: usize) -> usize {
    let head = table.columns.get(index).map(|column| column.title.chars().count());
    let cells = table.rows.iter().filter_map(|row| row.cells.get(index));
    cells.map(|cell| text(language, cell).chars().count()).chain(head).max().unwrap_or(0)
}

/// Text that stays text. A minus in front of a figure is set as one.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (index, letter) in text.chars().enumerate() {
        let figure_follows = || text[1..].starts_with(|next: char| next.is_ascii_digit());
        match letter {
            '\\' => out.push_str("\\textbackslash{}"),
            '~' => out.push_str("\\textasciitilde{}"),
            '^' => out.push_str("\\textasciicircum{}"),
            '<' => out.push_str("\\textless{}"),
            '>' => out.push_str("\\textgreater{}"),
            '|' => out.push_str("\\textbar{}"),
            '"' => out.push_str("\\symbol{34}"),
            '{' | '}' | '$' | '&' | '#' | '%' | '_' => {
                out.push('\\');
                out.push(letter);
            }
            '-' if index == 0 && figure_follows() => out.push_str("$-$"),
            // A bracket at the start of a row would be an option of the line break before it.
            '[' | ']' => {
                out.push('{');
                out.push(letter);
                out.push('}');
            }
            '\u{a0}' => out.push('~'),
            '\n' | '\r' | '\t' => out.push(' '),
            _ if letter.is_control() => out.push('?'),
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn text_stays_text() {
        assert_eq!(escaped("50 % of A&B_c #1 {x} $y"), "50 \\% of A\\&B\\_c \\#1 \\{x\\} \\$y");
        assert_eq!(
            escaped("\\input{x} ~ ^ <3>"),
            "\\textbackslash{}input\\{x\\} \\textasciitilde{} \\textasciicircum{} \\textless{}3\\textgreater{}"
        );
        assert_eq!(escaped("-1,247.57"), "$-$1,247.57");
        assert_eq!(escaped("\"x\""), "\\symbol{34}x\\symbol{34}");
        assert_eq!(escaped("-x [2]"), "-x {[}2{]}");
        assert_eq!(escaped("630\u{a0}021,00"), "630~021,00");
    }
}
