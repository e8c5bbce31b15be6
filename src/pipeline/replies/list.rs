//! What `requests` says after replies came: when each row was answered and how; rows that it does not have are added, open
//! ones too.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::decide::{Became, Decided};
use super::files::Files;
use crate::diagnostics::Diagnostic;
use crate::domain::{RequestAnswer, RequestRow};
use crate::ingest::InputName;
use crate::ingest::replies::{CsvChange, FormRow, Reply};
use crate::project::Project;
use crate::report::requests::items;

/// Adds the changes of the list.
pub(super) fn write(
    project: &Project,
    files: &mut Files<'_>,
    replies: &[Reply],
    decided: &[Decided<'_>],
) -> Result<(), Box<Diagnostic>> {
    // What is asked is called as the project calls it now, so that a row by hand is the same row.
    let mut words: BTreeMap<String, String> =
        items(project, Default::default()).into_iter().map(|item| (item.id.clone(), item.what())).collect();
    words.extend(decided.iter().filter_map(|one| one.standing).map(|of| (of.item.id.clone(), of.item.what())));
    let listed = Listed::of(project);
    let mut answers: HashMap<(&str, &str), Vec<&Decided<'_>>> = HashMap::new();
    for one in decided.iter().filter(|one| said(&one.became).is_some()) {
        answers.entry((&one.reply.form.agency, &one.answer.id)).or_default().push(one);
    }
    let mut added: HashSet<(&str, &str)> = HashSet::new();
    for reply in replies {
        for row in &reply.form.rows {
            let key = (reply.form.agency.as_str(), row.id.as_str());
            if !added.insert(key) {
                continue;
            }
            // Of several replies of one agency the one that says most.
            let of_row = answers.get(&key).into_iter().flatten().copied();
            let one = of_row.min_by_key(|one| rank(&one.became));
            // What the project has no more is not open either.
            let Some(what) = words.get(&row.id).cloned() else { continue };
            let known = listed.row(reply, row, &what);
            let answer = one.and_then(|one| said(&one.became));
            match (known, one, answer) {
                (Some(known), Some(one), Some(answer)) if is_news(known, answer) => {
                    let file = files.of_row(&known.origin)?;
                    let cells = [
                        ("answered", one.answer.date.clone()),
                        ("answer", answer.word().to_owned()),
                        ("source", cited(one)),
                    ];
                    let changed = cells
                        .into_iter()
                        .filter(|(column, text)| file.csv.cell(known.origin.row, column).unwrap_or_default() != *text);
                    let row = known.origin.row;
                    let changes: Vec<CsvChange> =
                        changed.map(|(column, text)| CsvChange::Set { row, column, text }).collect();
                    file.changes.extend(changes);
                }
                (Some(_), ..) => {}
                (None, one, answer) => {
                    let answered = one;
                    let cells = [
                        ("agency", reply.form.agency.clone()),
                        ("what", what),
                        ("asked", reply.form.dates[0].clone()),
                        ("due", reply.form.dates[1].clone()),
                        ("answered", answered.map(|one| one.answer.date.clone()).unwrap_or_default()),
                        ("id", row.id.clone()),
                        ("answer", answer.map(|answer| answer.word().to_owned()).unwrap_or_default()),
                        ("source", answered.map(cited).unwrap_or_default()),
                    ];
                    let cells = cells.map(|(column, text)| (column.to_owned(), text)).to_vec();
                    files.for_new_row(InputName::Requests)?.changes.push(CsvChange::Append(cells));
                }
            }
        }
    }
    Ok(())
}

/// The rows of the list by agency and id, and by agency and words; of several the last.
struct Listed<'p>([HashMap<(&'p str, &'p str), &'p RequestRow>; 2]);

impl<'p> Listed<'p> {
    fn of(project: &'p Project) -> Self {
        let by = |name: fn(&RequestRow) -> &str| {
            project.requests.iter().map(|row| ((&*row.agency, name(row)), row)).collect()
        };
        Self([by(|row| &row.id), by(|row| &row.what)])
    }

    /// The row that is about a row of a form: by its id, else by its words.
    fn row(&self, reply: &Reply, row: &FormRow, what: &str) -> Option<&'p RequestRow> {
        let [by_id, by_words] = &self.0;
        let agency = reply.form.agency.as_str();
        by_id.get(&(agency, &*row.id)).or_else(|| by_words.get(&(agency, what))).copied()
    }
}

/// How much an answer says.
const fn rank(became: &Became) -> u8 {
    match became {
        Became::Written => 0,
        Became::Same => 1,
        Became::Differs(..) => 2,
        Became::NotKnown => 3,
        Became::Gone => 4,
    }
}

fn said(became: &Became) -> Option<RequestAnswer> {
    match became {
        Became::Written | Became::Same => Some(RequestAnswer::Given),
        Became::NotKnown => Some(RequestAnswer::NotKnown),
        Became::Differs(..) => Some(RequestAnswer::NotTaken),
        Became::Gone => None,
    }
}

/// Whether an answer says more than the list does: a figure that was taken stays so.
fn is_news(known: &RequestRow, answer: RequestAnswer) -> bool {
    known.answered.is_empty() || (known.answer != answer && known.answer != RequestAnswer::Given)
}

fn cited(one: &Decided<'_>) -> String {
    match one.became {
        Became::Written | Became::NotKnown => one.source.clone(),
        Became::Same | Became::Differs(..) | Became::Gone => String::new(),
    }
}
