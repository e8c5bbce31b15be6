//! Small counts, as somebody who wants to know them reads what is written without them: every file, every sum, every
//! quotient. The reader is shown to find counts where they are not protected; then finds none where they are. Beyond what
//! that reader thinks of stands the proof: of each count that is not shown there is another project, with another small
//! count in its place, that writes the same bytes.

use std::collections::BTreeMap;
use std::path::Path;

use proptest::prelude::{TestCaseError, prop_assert, proptest};
use thb_cost::pipeline::{Location, Sound, load};

use crate::harness;
use crate::packed;

mod made;
mod reader;

use made::{Made, made};
use reader::{Cell, Reader};

const FORMS: [&str; 3] = ["sexual", "labour", "begging"];
const MEASURES: [&str; 2] = ["detected", "identified"];
const YEARS: [u16; 2] = [2016, 2017];

/// What tells the most, for hundreds of projects.
const FEW: [&[&str]; 3] = [
    &["report", "--format", "json"],
    &["report", "--by", "exploitation", "--format", "json"],
    &["services", "--format", "json"],
];

/// What else somebody can ask for who sees no picture.
const MORE: [&[&str]; 10] = [
    &["report", "--format", "csv"],
    &["report", "--exploitation", "sexual", "--format", "json"],
    &["report", "--exploitation", "labour", "--format", "json"],
    &["report", "--exploitation", "begging", "--format", "json"],
    &["services", "--format", "csv"],
    &["compare", "2016", "2017", "--format", "json"],
    &["ledger", "--format", "csv"],
    &["explain", "--measure", "detected", "--measure", "identified", "--format", "json"],
    &["sensitivity", "--draws", "2", "--format", "json"],
    &["check", "--format", "json"],
];

/// What is printed, in this process: hundreds of projects are asked.
fn printed(folder: &Path, args: &[&str]) -> Vec<u8> {
    let project = ["thb-cost", "--quiet", "--project", folder.to_str().unwrap()];
    let (mut stdout, mut stderr) = (Vec::new(), Vec::new());
    let code = thb_cost::cli::run(project.iter().chain(args).map(Into::into), &mut stdout, &mut stderr);
    assert_eq!(code, 0, "{args:?}: {}", String::from_utf8_lossy(&stderr));
    stdout
}

/// Outputs, by how they were asked for; a workbook is one of them.
fn outputs(folder: &Path, protect: &[&str], asked: &[&[&str]]) -> Vec<(String, Vec<u8>)> {
    let written = folder.join("out.xlsx");
    printed(folder, &[protect, &["report", "-o", written.to_str().unwrap()]].concat());
    let mut found = vec![("report.xlsx".to_owned(), std::fs::read(&written).unwrap())];
    std::fs::remove_file(&written).unwrap();
    found.extend(asked.iter().map(|args| (args.join(" "), printed(folder, &[protect, args].concat()))));
    found
}

fn sound(folder: &Path) -> Sound {
    load(&Location::Path(folder.to_path_buf()), &[]).sound().unwrap()
}

/// What everything else is made from: nothing downstream reads a count from anywhere else. Nothing is left of a project with
/// errors.
fn left(folder: &Path) -> Option<String> {
    let sound = load(&Location::Path(folder.to_path_buf()), &[]).sound().ok()?;
    let project = sound.project();
    Some(format!("{:?} {:?} {:?}", project.victims, project.services, project.drivers))
}

/// Another project that leaves the same behind, in which a count is another small one: some of the other hidden counts
/// make up for it.
fn another(made: &Made, cell: &Cell, hidden: &[Cell], folder: &Path) -> Option<Made> {
    made.write(folder);
    let before = Some(left(folder)?);
    // Forms above their total are said to be, without a number: such a project is not taken for one without that word.
    let checked = || printed(folder, &["check", "--format", "json"]);
    let said = checked();
    let others: Vec<&Cell> = hidden.iter().filter(|other| other.0 == cell.0 && *other != cell).collect();
    let mut choices: Vec<u32> = (0..3u32.pow(others.len().min(7) as u32)).collect();
    let moved = |choice: &u32| (0..7).filter(|at| !(choice / 3u32.pow(*at)).is_multiple_of(3)).count();
    choices.sort_by_key(moved);
    let own = made.counts[cell];
    for by in (1..made.below).filter(|other| *other != own).map(|other| other as i64 - own as i64) {
        for choice in choices.iter().filter(|choice| moved(choice) < 4) {
            let mut other = made.clone();
            other.counts.insert(cell.clone(), (own as i64 + by) as u64);
            let mut is_possible = true;
            for (at, of) in others.iter().enumerate().take(7) {
                let way = [0, by, -by][(choice / 3u32.pow(at as u32) % 3) as usize];
                let count = made.counts[*of] as i64 + way;
                is_possible &= count >= 0;
                other.counts.insert((*of).clone(), count.max(0) as u64);
            }
            if is_possible {
                other.write(folder);
                if left(folder) == before && checked() == said {
                    return Some(other);
                }
            }
        }
    }
    None
}

/// The counts that are known and not shown.
fn hidden(folder: &Path) -> Vec<Cell> {
    let sound = sound(folder);
    let rows = sound.project().victims.rows().filter(|row| row.protected.is_some());
    rows.map(|row| (row.year.number(), row.measure.to_string(), row.exploitation.to_string())).collect()
}

/// What a reader of these outputs finds of what is not shown.
fn found_by_a_reader(made: &Made, asked: &[&[&str]]) -> Vec<String> {
    let folder = harness::scratch();
    made.write(folder.path());
    let reader = Reader::of(&made.files(), made.below, &outputs(folder.path(), &[], asked));
    let tells = |cell: &&Cell| reader.counts.get(*cell) == Some(&made.counts[*cell]);
    let counts = made.small().into_iter().filter(tells).map(|cell| format!("{cell:?}"));
    let users = made.small_users().into_iter().filter(|of| reader.users.contains_key(*of));
    counts.chain(users.map(|of| format!("{of:?}"))).collect()
}

proptest! {
    #![proptest_config(harness::random(200))]

    #[test]
    fn a_reader_finds_no_small_count(made in made()) {
        let found = found_by_a_reader(&made, &FEW);
        prop_assert!(found.is_empty(), "{found:?} of {made:?}");
    }
}

proptest! {
    #![proptest_config(harness::random(10))]

    #[test]
    fn another_small_count_leaves_the_same_behind(made in made()) {
        let made = made.without_users();
        let folder = harness::scratch();
        made.write(folder.path());
        let not_shown = hidden(folder.path());
        for cell in made.small() {
            prop_assert!(not_shown.contains(cell), "{cell:?} is shown");
            let other = another(&made, cell, &not_shown, folder.path());
            prop_assert!(other.is_some(), "{cell:?} can only be {} in {made:?}", made.counts[cell]);
        }
    }

    #[test]
    fn a_reader_of_every_output_finds_no_small_count(made in made()) {
        let found = found_by_a_reader(&made, &[&FEW[..], &MORE[..]].concat());
        prop_assert!(found.is_empty(), "{found:?} of {made:?}");
    }

    #[test]
    fn the_same_reader_finds_every_count_that_is_not_protected(made in made()) {
        let folder = harness::scratch();
        made.write(folder.path());
        let reader = Reader::of(&made.files(), made.below, &outputs(folder.path(), &["--protect", "0"], &FEW));
        for cell in made.small() {
            prop_assert!(reader.counts.get(cell) == Some(&made.counts[cell]), "{cell:?} of {made:?}");
        }
        for of in made.small_users() {
            prop_assert!(reader.users.get(of) == Some(&made.users[of]), "{of:?} of {made:?}");
        }
    }

    #[test]
    fn another_small_count_writes_the_same_bytes(made in made()) {
        let made = made.without_users();
        let folder = harness::scratch();
        made.write(folder.path());
        let not_shown = hidden(folder.path());
        let Some(cell) = made.small().first().map(|cell| (*cell).clone()) else { return Ok(()) };
        let Some(other) = another(&made, &cell, &not_shown, folder.path()) else {
            return Err(TestCaseError::fail(format!("{cell:?} can only be {} in {made:?}", made.counts[&cell])));
        };
        let asked = [&FEW[..], &MORE[..]].concat();
        other.write(folder.path());
        let theirs = outputs(folder.path(), &[], &asked);
        made.write(folder.path());
        for ((asked, own), (_, their)) in outputs(folder.path(), &[], &asked).iter().zip(&theirs) {
            prop_assert!(own == their, "{asked} tells {cell:?} of {made:?}");
        }
    }
}

/// Whole reviews, pictures and slides and all.
#[test]
fn a_review_is_the_same_bytes_for_another_small_count() {
    let counts = |of: [u64; 4]| -> BTreeMap<Cell, u64> {
        let mut counts = BTreeMap::new();
        for year in YEARS {
            for (form, count) in ["all"].into_iter().chain(FORMS).zip(of) {
                counts.insert((year, "detected".to_owned(), form.to_owned()), count);
            }
        }
        counts.insert((2017, "identified".to_owned(), "all".to_owned()), of[3]);
        counts
    };
    let users = |count: u64| YEARS.map(|year| ((year, "Shelter".to_owned()), count)).into_iter().collect();
    let review = |counts: BTreeMap<Cell, u64>, users: BTreeMap<(u16, String), u64>| {
        let folder = harness::scratch();
        Made { below: 5, counts, users, is_split: true }.write(folder.path());
        harness::stdout_of(folder.path(), &["review", "-o", "pack"]);
        let told = harness::stdout_of(folder.path(), &["verify", "pack", "--project", "."]);
        assert!(told.contains("the same bytes"), "{told}");
        read_all(&folder.path().join("pack"))
    };
    let one = review(counts([90, 60, 28, 2]), users(3));
    let other = review(counts([90, 57, 29, 4]), users(1));
    assert_eq!(one.keys().collect::<Vec<_>>(), other.keys().collect::<Vec<_>>());
    for (name, bytes) in &one {
        assert_eq!(Some(bytes), other.get(name), "{name}");
    }
    // Each says that small counts are protected.
    for name in
        ["report.md", "report.csv", "report.json", "report.html", "findings.json", "compare.csv", "manifest.json"]
    {
        let text = String::from_utf8_lossy(&one[name]);
        assert!(text.contains("counts of people below 5 protected"), "{name}");
    }
    for name in ["report.docx", "slides.pptx", "workbook.xlsx"] {
        let said =
            packed::archive(&one[name]).iter().any(|(_, xml)| xml.contains("counts of people below 5 protected"));
        assert!(said, "{name}");
    }
}

fn read_all(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![folder.to_path_buf()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                folders.push(path);
            } else {
                let name = path.strip_prefix(folder).unwrap().to_string_lossy().into_owned();
                found.insert(name, std::fs::read(&path).unwrap());
            }
        }
    }
    found
}
