//! A Bulgarian review of the embedded project has no Latin word but codes, addresses, names of files and of people.

use std::collections::BTreeSet;
use std::path::Path;

use thb_cost::diagnostics::Code;
use thb_cost::domain::{Currency, PhaseChoice};
use thb_cost::ingest::{InputName, every_column};
use thb_cost::pipeline::{Location, load};

use super::{harness, packed};

/// Names of people, of the program, of the other language of a page, and of a digest.
const NAMES: &[&str] = &["Bennet", "Shapley", "thb-cost", "English", "SHA"];

/// Codes of the embedded project: ids, and the columns and inputs of its files.
fn codes() -> BTreeSet<String> {
    let ready = load(&Location::Embedded, &[]).sound().unwrap().in_phase(PhaseChoice::Best).unwrap();
    let project = &ready.project;
    let mut codes: BTreeSet<String> = NAMES.iter().map(|name| (*name).to_owned()).collect();
    codes.extend(project.rules.rules.iter().flat_map(|rule| [rule.id.to_string(), rule.author.clone()]));
    codes.extend(project.drivers.names().map(str::to_owned));
    codes.extend(project.sources.iter().flat_map(|sources| sources.keys()).map(ToString::to_string));
    codes.extend(every_column().map(str::to_owned));
    codes.extend(InputName::ALL.map(|input| input.word().to_owned()));
    codes.extend(Code::ALL.iter().map(|code| code.name().to_owned()));
    codes
}

/// The Latin words of a text that are none of what may be.
fn latin(text: &str, codes: &BTreeSet<String>) -> Vec<String> {
    // A pattern of a rule stands between quotes as the rule has it.
    let unquoted: String = text.split('"').step_by(2).collect::<Vec<_>>().join(" ");
    let words = unquoted.split_whitespace().filter(|word| !word.contains("://"));
    let is_of_word = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_' | '.');
    let words = words.flat_map(|word| word.split(|letter: char| !is_of_word(letter)));
    let words = words.map(|word| word.trim_matches(|letter| matches!(letter, '.' | '-')));
    let is_name = |word: &str| {
        let is_file = word.contains('_') || word.split('.').count() > 1;
        is_file || Currency::parse(word).is_some() || codes.contains(word)
    };
    let words = words.filter(|word| word.chars().any(|letter| letter.is_ascii_alphabetic()) && !is_name(word));
    let parts =
        |word: &str| word.split('-').all(|part| codes.contains(part) || part.bytes().all(|b| b.is_ascii_digit()));
    words.filter(|word| !parts(word)).map(str::to_owned).collect()
}

fn files(folder: &Path, below: &str, take: &mut impl FnMut(String, Vec<u8>)) {
    let mut entries: Vec<_> = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    entries.sort();
    for path in entries {
        let name = format!("{below}{}", path.file_name().unwrap().to_string_lossy());
        if path.is_dir() {
            files(&path, &format!("{name}/"), take);
        } else {
            take(name, std::fs::read(&path).unwrap());
        }
    }
}

#[test]
fn no_latin_word_is_left_in_a_bulgarian_review() {
    let folder = harness::scratch();
    harness::stdout_of(folder.path(), &["--embedded", "review", "--lang", "bg", "-q", "-o", "pack"]);
    let docx = ["--embedded", "report", "--lang", "bg", "-q", "-o", "pack/whole.docx"];
    harness::stdout_of(folder.path(), &docx);
    let one_year = ["--embedded", "explain", "--lang", "bg", "-q", "--year", "2017", "--measure", "detected"];
    std::fs::write(folder.path().join("pack/explained.txt"), harness::stdout_of(folder.path(), &one_year)).unwrap();
    let codes = codes();
    let (mut faults, mut kinds) = (Vec::new(), BTreeSet::new());
    files(&folder.path().join("pack"), "", &mut |name, bytes| {
        for (place, text) in packed::texts(&name, &bytes, "bg") {
            // The ledger has the codes of the files, for whoever looks them up.
            if place.ends_with(" Ведомост") {
                continue;
            }
            kinds.insert(name.rsplit('.').next().unwrap().to_owned());
            let left = latin(&text, &codes);
            if !left.is_empty() {
                faults.push(format!("{place}: {}: {}", left.join(", "), text.chars().take(160).collect::<String>()));
            }
        }
    });
    faults.sort();
    faults.dedup();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    for kind in ["md", "html", "docx", "svg", "xlsx", "txt"] {
        assert!(kinds.contains(kind), "{kind}: {kinds:?}");
    }
}

#[test]
fn the_search_finds_a_latin_word() {
    let codes = codes();
    assert_eq!(latin("платено от State budget, 10 BGN, budget.csv, SHA-256", &codes), ["State"]);
    assert_eq!(latin("https://example.org/a, moi-organised-crime, Регламент № 1103/97", &codes), Vec::<String>::new());
    assert_eq!(latin("ведомство \"moi\" и A21-mixed", &codes), ["A21-mixed"]);
}
