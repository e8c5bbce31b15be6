//! The sources that answers come from: one a reply, or one for each document, page, respondent and day that it names; and the
//! copy of the reply beside the project.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use super::decide::Decided;
use crate::ingest::replies::{Answer, Reply};
use crate::language::Language;
use crate::message;
use crate::project::Project;

/// The folder of the copies.
const COPIES: &str = "replies";

/// What makes an answer's source one of its own.
type Parts<'a> = (&'a str, &'a str, &'a str, &'a str);

fn parts(answer: &Answer) -> Parts<'_> {
    (&answer.source, &answer.page, &answer.respondent, &answer.date)
}

/// The ids of the sources of the answers of a reply, in order.
pub(super) fn ids(reply: &Reply) -> impl Iterator<Item = String> {
    let base = base(reply);
    let mut known: HashMap<Parts<'_>, usize> = HashMap::new();
    reply.answers.iter().map(move |answer| {
        let next = known.len();
        match *known.entry(parts(answer)).or_insert(next) {
            0 => base.clone(),
            number => format!("{base}-{}", number + 1),
        }
    })
}

/// `reply-moi-3fa9c01b22d4`: the agency and the beginning of the digest.
fn base(reply: &Reply) -> String {
    let agency: String =
        reply.form.agency.chars().map(|letter| if letter.is_alphanumeric() { letter } else { '-' }).collect();
    format!("reply-{}-{}", agency.to_lowercase(), reply.digest.get(..12).unwrap_or_default())
}

/// Where the copy of a reply stands, relative to the project's folder, and whether it has to be made there.
pub(super) fn copy(reply: &Reply, path: &Path, folder: &Path) -> (String, Option<PathBuf>) {
    if let (Ok(real), Ok(folder)) = (path.canonicalize(), folder.canonicalize())
        && let Ok(within) = real.strip_prefix(&folder)
    {
        return (within.to_string_lossy().replace('\\', "/"), None);
    }
    let ending = path.extension().map(|ending| ending.to_string_lossy().to_lowercase()).unwrap_or_default();
    let name = format!("{COPIES}/{}.{ending}", base(reply));
    let to = folder.join(&name);
    let is_there = std::fs::read(&to).is_ok_and(|bytes| bytes == *reply.bytes);
    (name, (!is_there).then_some(to))
}

/// The row of the source of an answer.
pub(super) fn row(
    project: &Project,
    Decided { reply, answer, source, .. }: &Decided<'_>,
    file: &str,
    language: Language,
) -> Vec<(String, String)> {
    let agency = project.names.said("agency", &reply.form.agency, language).to_owned();
    let title = match answer.source.as_str() {
        "" => language.say(&message!("reply-title", agency = &agency)),
        document => document.to_owned(),
    };
    [
        ("id", source.clone()),
        ("title", title),
        ("publisher", agency),
        ("published", answer.date.clone()),
        ("note", answer.respondent.clone()),
        ("page", answer.page.clone()),
        ("file", file.to_owned()),
        ("sha256", reply.digest.clone()),
    ]
    .map(|(column, text)| (column.to_owned(), text))
    .to_vec()
}
