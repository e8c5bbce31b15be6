//! `request`: a book and a letter for each agency, and the list of what was asked, into a new folder.

use std::path::Path;

use crate::cli::args::{ProjectArgs, RequestArgs};
use crate::cli::console::Console;
use crate::cli::failure::Failure;
use crate::cli::{output, settings};
use crate::domain::clean_text;
use crate::ingest::replies::{CsvChange, CsvText};
use crate::language::{Language, Message};
use crate::message;
use crate::output::folder::{PackFile, create};
use crate::output::{Claims, Destination, OutputFault};
use crate::project::Project;
use crate::render::docx::letter as docx;
use crate::render::xlsx::request as xlsx;
use crate::report::requests::{ASKED_COLUMNS, AgencyRequest, Asked, RequestBooks, asked_rows, letter, requests};

/// The file that lists what was asked.
const LIST: &str = "requests.csv";

pub(crate) fn run(console: &mut Console<'_>, project: &ProjectArgs, args: &RequestArgs) -> Result<(), Failure> {
    console.refuse_fallback(project)?;
    refuse_occupied(&args.output)?;
    let loaded = console.load(project)?;
    let Some(asking) = loaded.to_ask() else {
        let all = settings::check_command(project);
        return Err(console.refuse(loaded.diagnostics(), Some(&all)));
    };
    let language = console.talk.language();
    let asked = Asked {
        year: args.year.and_then(|year| year.from).map(|year| year.to_string()).unwrap_or_default(),
        asked: args.asked.clone().unwrap_or_default(),
        due: args.due.clone().unwrap_or_default(),
    };
    let mut requests = requests(asking, args.year.unwrap_or_default());
    if let Some(agency) = &args.agency {
        keep(&mut requests, agency)?;
    }
    if requests.is_empty() {
        console.line(&message!("request-nothing"));
        return Ok(());
    }
    let files = files(asking, &requests, &asked, language)?;
    refuse_inputs(&args.output, &files, &loaded.claims())?;
    create(&args.output, &files)?;
    if !console.talk.quiet {
        let count: usize = requests.iter().map(|request| request.items.len()).sum();
        let path = args.output.display().to_string();
        let mut text = format!("{}\n", language.say(&message!("request-wrote", path = path, count = count)));
        for request in &requests {
            let agency = asking.names.said("agency", &request.agency, language);
            let (book, letter) = (request.book_name(), request.letter_name());
            let count = request.items.len().to_string();
            let told = message!("request-wrote-agency", agency = agency, count = count, book = book, letter = letter);
            text.push_str(&format!("  {}\n", language.say(&told)));
        }
        output::print(&text, console.stdout)?;
    }
    Ok(())
}

/// Leaves the request to one agency.
fn keep(requests: &mut Vec<AgencyRequest>, agency: &str) -> Result<(), Failure> {
    let agency = clean_text(agency);
    let agencies: Vec<String> = requests.iter().map(|request| request.agency.to_string()).collect();
    requests.retain(|request| *request.agency == *agency);
    if !requests.is_empty() {
        return Ok(());
    }
    let known = Message::did_you_mean(&agency, agencies.iter().map(String::as_str))
        .unwrap_or_else(|| message!("request-agencies", agencies = agencies.clone()));
    Err(Failure::usage(message!("request-no-agency", agency = agency.as_ref(), known = known)))
}

fn files(
    project: &Project,
    requests: &[AgencyRequest],
    asked: &Asked,
    language: Language,
) -> Result<Vec<PackFile>, Failure> {
    let books = RequestBooks::new(project, asked, language);
    let mut files = Vec::new();
    for request in requests {
        let too_many = |rows, most| message!("request-too-many-rows", rows = rows, most = most);
        let made = xlsx::write(&books.book(request));
        let made = made.map_err(|error| Failure::of_rows(error, too_many))?;
        files.push(PackFile { path: request.book_name(), bytes: made });
        let made = docx::write(&letter(project, request, asked, language))?;
        files.push(PackFile { path: request.letter_name(), bytes: made });
    }
    let rows = asked_rows(requests, asked)
        .into_iter()
        .map(|row| CsvChange::Append(ASKED_COLUMNS.iter().map(|column| (*column).to_owned()).zip(row).collect()));
    let list = CsvText::with_header(&ASKED_COLUMNS).with(&rows.collect::<Vec<_>>()).unwrap_or_default();
    files.push(PackFile { path: LIST.to_owned(), bytes: list.into_bytes() });
    Ok(files)
}

/// The folder must be new or empty: what came back may lie in an older one.
fn refuse_occupied(folder: &Path) -> Result<(), Failure> {
    match std::fs::read_dir(folder).map(|mut entries| entries.next().is_some()) {
        Ok(false) => Ok(()),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Ok(true) => Err(Failure::usage(message!("request-not-empty", path = folder.display().to_string()))),
        Err(error) => Err(Failure::Io { act: "make", path: folder.to_path_buf(), error }),
    }
}

/// Nothing is written where a project would read it the next time.
fn refuse_inputs(folder: &Path, files: &[PackFile], claims: &Claims) -> Result<(), Failure> {
    let absolute =
        folder.canonicalize().or_else(|_| std::path::absolute(folder)).map_err(OutputFault::write(folder))?;
    for file in files {
        claims.refuse(&Destination::File { named: folder.join(&file.path), file: absolute.join(&file.path) })?;
    }
    Ok(())
}
