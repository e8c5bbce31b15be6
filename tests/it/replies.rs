//! Replies to requests as they come back: read right, or refused with the address of the cell. Expected values are worked
//! out by hand from what is typed.

mod book;

use std::fs;
use std::path::Path;
use std::process::Output;

use super::harness;
use Typed::{Error, Formula, Like, Number, Text};
use book::{Book, Typed};

/// A project folder like the embedded one, with a request of the Ministry of Interior in `r`.
fn asked() -> tempfile::TempDir {
    let folder = harness::scratch();
    harness::stdout_of(folder.path(), &["init", "own", "-q"]);
    let own = folder.path().join("own");
    let days = ["--asked", "2026-11-26", "--due", "2026-12-20"];
    harness::stdout_of(&own, &[&["request", "-o", "../r", "-q"][..], &days].concat());
    folder
}

/// A book of the request with its respondent and day.
fn reply(folder: &Path, name: &str) -> Book {
    let mut book = Book::read(&fs::read(folder.join("r").join(name)).unwrap());
    book.set("C5", &Text("Iva Ivanova, finance")).set("C6", &Text("2026-12-01"));
    book
}

/// Sends it back.
fn send(folder: &Path, name: &str, book: &Book, more: &[&str]) -> Output {
    fs::write(folder.join(name), book.bytes()).unwrap();
    let file = format!("../{name}");
    harness::run(&folder.join("own"), &[&["ingest", &file][..], more].concat())
}

fn read(folder: &Path, file: &str) -> String {
    fs::read_to_string(folder.join("own").join(file)).unwrap()
}

/// Every file of a project with its bytes.
fn whole(folder: &Path) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = fs::read_dir(folder.join("own"))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.is_file())
        .map(|path| (path.display().to_string(), fs::read(path).unwrap()))
        .collect();
    files.sort();
    files
}

type Change = fn(&mut Book);

/// What somebody does to the book, the file that then holds a text.
const READ: [(&str, Change, &str, &str); 18] = [
    ("float dust", |b| _ = b.set("G9", &Number("0.30000000000000004")), "agencies.csv", "\n2014,0.30,\"Combating"),
    ("text", |b| _ = b.set("G9", &Text("12 345,67")), "agencies.csv", "\n2014,12345.67,\"Combating"),
    (
        "no-break groups",
        |b| _ = b.set("G9", &Text("12\u{a0}345,67 лв.")),
        "agencies.csv",
        "\n2014,12345.67,\"Combating",
    ),
    ("number", |b| _ = b.set("G9", &Number("12345.67")), "agencies.csv", "\n2014,12345.67,\"Combating"),
    ("zero", |b| _ = b.set("G9", &Text("0")), "agencies.csv", "\n2014,0.00,\"Combating"),
    (
        "stored result",
        |b| _ = b.set("G9", &Formula("12000+345.67", Some("12345.67"))),
        "agencies.csv",
        "\n2014,12345.67,\"Combating",
    ),
    ("rows moved", |b| _ = b.set("G9", &Text("500")).swap_rows(9, 12), "agencies.csv", "\n2014,500.00,\"Combating"),
    (
        "columns moved",
        |b| _ = b.set("G10", &Text("500")).swap_columns('G', 'K'),
        "agencies.csv",
        "\n2015,500.00,\"Combating",
    ),
    (
        "sheet renamed",
        |b| _ = b.set("G9", &Text("500")).replace("xl/workbook.xml", "name=\"Request\"", "name=\"MoI final\""),
        "agencies.csv",
        "\n2014,500.00,\"Combating",
    ),
    ("row taken out", |b| _ = b.set("G10", &Text("500")).remove_row(9), "agencies.csv", "\n2015,500.00,\"Combating"),
    (
        "half filled",
        |b| _ = b.set("G12", &Text("7")),
        "requests.csv",
        "trafficking in human beings, drugs, arms); State budget; prosecution\",2026-11-26,2026-12-20,,",
    ),
    (
        "not known in the cell",
        |b| _ = b.set("G9", &Text("Не знаем")),
        "requests.csv",
        ",2026-12-01,q10351b864,not known,reply-moi-",
    ),
    (
        "not known in its column",
        |b| _ = b.set("J9", &Text("we do not know")),
        "requests.csv",
        ",2026-12-01,q10351b864,not known,reply-moi-",
    ),
    (
        "driver with ends",
        |b| _ = b.set("G14", &Text("900")).set("H14", &Text("850")).set("I14", &Number("950")),
        "drivers.csv",
        "\norganised_crime_proceedings,2014,900,850,950,proceedings,reply-moi-",
    ),
    (
        "driver without a row",
        |b| _ = b.set("G19", &Text("1 085")),
        "drivers.csv",
        "\nthb_new_proceedings,2017,1085,,,proceedings,reply-moi-",
    ),
    (
        "a day of its own",
        |b| _ = b.set("G9", &Text("5")).set("N9", &Text("3.12.2026 г.")),
        "sources.csv",
        ",2026-12-03,",
    ),
    (
        "document and page",
        |b| _ = b.set("G9", &Text("5")).set("K9", &Text("Отчет 2014")).set("L9", &Text("12")),
        "sources.csv",
        ",Отчет 2014,Ministry of Interior,2026-12-01,",
    ),
    ("remark", |b| _ = b.set("G9", &Text("5")).set("O9", &Text("without arms")), "agencies.csv", "; without arms\n"),
];

/// What somebody does to the book, the code that refuses it, the address that is told.
const REFUSED: [(&str, Change, &str, &str); 31] = [
    ("thousand", |b| _ = b.set("G9", &Text("12 thousand")), "bad-answer", "G9"),
    ("thousands in Bulgarian", |b| _ = b.set("G9", &Text("12 хил. лв.")), "bad-answer", "G9"),
    ("two readings", |b| _ = b.set("G9", &Text("12.345")), "bad-answer", "G9"),
    ("two readings of a driver", |b| _ = b.set("G14", &Text("1,250")), "bad-answer", "G14"),
    ("negative", |b| _ = b.set("G9", &Text("-5")), "bad-answer", "G9"),
    ("negative number", |b| _ = b.set("G14", &Number("-5")), "bad-answer", "G14"),
    ("words", |b| _ = b.set("G9", &Text("вж. приложението")), "bad-answer", "G9"),
    ("another currency", |b| _ = b.set("G9", &Text("100 EUR")), "bad-answer", "G9"),
    ("money for a number", |b| _ = b.set("G14", &Text("100 лв.")), "bad-answer", "G14"),
    ("per cent", |b| _ = b.set("G9", &Text("5 %")), "bad-answer", "G9"),
    ("too many decimals", |b| _ = b.set("G9", &Text("12 345,678")), "bad-answer", "G9"),
    ("three decimals", |b| _ = b.set("G9", &Number("1.234")), "bad-answer", "G9"),
    ("made a date", |b| _ = b.set("G9", &Like("N9", "46154")), "bad-answer", "G9"),
    ("formula without a result", |b| _ = b.set("G9", &Formula("SUM(A1:A2)", None)), "bad-answer", "G9"),
    ("formula with an error", |b| _ = b.set("G9", &Error("#REF!")), "bad-answer", "G9"),
    ("figure and not known", |b| _ = b.set("G9", &Text("5")).set("J9", &Text("не знаем")), "bad-answer", "J9"),
    ("something else for not known", |b| _ = b.set("J9", &Text("500")), "bad-answer", "J9"),
    ("ends of an amount", |b| _ = b.set("G9", &Text("5")).set("H9", &Text("4")), "bad-answer", "H9"),
    ("ends alone", |b| _ = b.set("H14", &Text("4")), "bad-answer", "G14"),
    ("ends out of order", |b| _ = b.set("G14", &Text("5")).set("H14", &Text("6")), "bad-answer", "G14"),
    ("a day with two readings", |b| _ = b.set("G9", &Text("5")).set("N9", &Text("11/12/2026")), "bad-answer", "N9"),
    ("nobody answers", |b| _ = b.set("G9", &Text("5")).clear("C5"), "bad-answer", "C5"),
    ("on no day", |b| _ = b.set("G9", &Text("5")).clear("C6"), "bad-answer", "C6"),
    ("year changed", |b| _ = b.set("G9", &Text("5")).set("D9", &Text("2015")), "reply-changed", "D9"),
    ("currency changed", |b| _ = b.set("G9", &Text("5")).set("E9", &Text("EUR")), "reply-changed", "E9"),
    ("words changed", |b| _ = b.set("G9", &Text("5")).set("B9", &Text("Combating drugs")), "reply-changed", "B9"),
    ("id changed", |b| _ = b.set("G9", &Text("5")).set("A9", &Text("q123456789")), "reply-changed", "A9"),
    ("row answered twice", |b| _ = b.set("G9", &Text("5")).copy_row(9, 30), "reply-changed", "A30"),
    ("row of their own", |b| _ = b.set("B30", &Text("Other money")).set("G30", &Text("5")), "reply-changed", "G30"),
    ("column of their own", |b| _ = b.set("G9", &Text("5")).set("P9", &Text("see annex")), "reply-changed", "P9"),
    ("column taken out", |b| _ = b.set("G9", &Text("5")).remove_column('H'), "reply-changed", "A7"),
];

#[test]
fn what_is_meant_one_way_is_read() {
    for (name, change, file, text) in READ {
        let folder = asked();
        let mut book = reply(folder.path(), "MoI.xlsx");
        change(&mut book);
        let output = send(folder.path(), "MoI.xlsx", &book, &[]);
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(0), "{name}: {errors}");
        let found = read(folder.path(), file);
        assert!(found.contains(text), "{name}: {found}");
        harness::stdout_of(&folder.path().join("own"), &["check"]);
        let before = whole(folder.path());
        let again = send(folder.path(), "MoI.xlsx", &book, &[]);
        assert_eq!(again.status.code(), Some(0), "{name}, again");
        assert_eq!(whole(folder.path()), before, "{name}: the second run changed something");
    }
}

#[test]
fn what_is_not_is_refused_with_its_cell_and_nothing_is_written() {
    let folder = asked();
    let before = whole(folder.path());
    for (name, change, code, address) in REFUSED {
        let mut book = reply(folder.path(), "MoI.xlsx");
        change(&mut book);
        // A good answer beside the bad one is not taken either.
        book.set("G11", &Text("77"));
        let output = send(folder.path(), "MoI.xlsx", &book, &[]);
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{name}: {errors}");
        assert!(errors.contains(&format!("[{code}]")), "{name}: {errors}");
        assert!(errors.contains(address), "{name}: {errors}");
        assert!(output.stdout.is_empty(), "{name}");
        assert_eq!(whole(folder.path()), before, "{name}");
    }
}

#[test]
fn what_lost_its_form_is_no_reply_and_is_told_as_one() {
    let folder = asked();
    let before = whole(folder.path());
    let of = |change: Change| {
        let mut book = reply(folder.path(), "MoI.xlsx");
        book.set("G9", &Text("5"));
        change(&mut book);
        book.bytes()
    };
    let csv = "MoI;;\nthb-cost id;Какво се иска;Отговор\nq10351b864;x;5\n";
    let files: [(&str, Vec<u8>); 4] = [
        ("gone.xlsx", of(|b| _ = b.drop_sheet("thb-cost"))),
        ("sealed.xlsx", of(|b| _ = b.replace("xl/sharedStrings.xml", "<t>2026-12-20</t>", "<t>2027-12-20</t>"))),
        ("saved.csv", csv.as_bytes().to_vec()),
        ("utf16.txt", csv.encode_utf16().flat_map(u16::to_le_bytes).collect()),
    ];
    for (name, bytes) in files {
        fs::write(folder.path().join(name), bytes).unwrap();
        let output = harness::run(&folder.path().join("own"), &["ingest", &format!("../{name}")]);
        let errors = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(1), "{name}: {errors}");
        assert!(errors.contains("[not-a-reply]"), "{name}: {errors}");
    }
    assert_eq!(whole(folder.path()), before);
}

#[test]
fn a_figure_that_differs_is_listed_and_taken_only_when_it_is_accepted() {
    let folder = asked();
    let typed = |text: &'static str| {
        let mut book = reply(folder.path(), "MoI.xlsx");
        book.set("G9", &Text(text));
        book
    };
    assert_eq!(send(folder.path(), "first.xlsx", &typed("500"), &[]).status.code(), Some(0));
    let before = read(folder.path(), "agencies.csv");
    let second = typed("600");
    let output = send(folder.path(), "second.xlsx", &second, &[]);
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{errors}");
    assert!(errors.contains("[reply-differs]") && errors.contains("500.00 BGN") && errors.contains("G9"), "{errors}");
    assert_eq!(read(folder.path(), "agencies.csv"), before);
    let key = errors.split("--accept ").nth(1).unwrap().split_whitespace().next().unwrap().to_owned();
    assert_eq!(send(folder.path(), "second.xlsx", &second, &["--accept", "q10351b864-zzzz"]).status.code(), Some(2));
    assert_eq!(send(folder.path(), "second.xlsx", &second, &["--accept", &key]).status.code(), Some(0));
    let after = read(folder.path(), "agencies.csv");
    assert!(after.contains("\n2014,600.00,\"Combating") && after.contains("before: 500.00 BGN (reply-moi-"), "{after}");
    let settled = whole(folder.path());
    assert_eq!(send(folder.path(), "second.xlsx", &second, &[]).status.code(), Some(0));
    assert_eq!(whole(folder.path()), settled);
}

#[test]
fn two_replies_in_a_folder_that_contradict_each_other_take_nothing_of_it() {
    let folder = asked();
    fs::create_dir(folder.path().join("in")).unwrap();
    for (name, text) in [("a.xlsx", "500"), ("b.xlsx", "600")] {
        let mut book = reply(folder.path(), "MoI.xlsx");
        book.set("G9", &Text(text)).set("G10", &Text("70"));
        fs::write(folder.path().join("in").join(name), book.bytes()).unwrap();
    }
    // A book that nobody filled in yet stands before the others in the order of names.
    fs::copy(folder.path().join("r/MoI.xlsx"), folder.path().join("in/0.xlsx")).unwrap();
    let output = harness::run(&folder.path().join("own"), &["ingest", "../in"]);
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{errors}");
    assert_eq!(errors.matches("[reply-differs]").count(), 2, "{errors}");
    let agencies = read(folder.path(), "agencies.csv");
    assert!(agencies.contains("\n2014,,\"Combating") && agencies.contains("\n2015,70.00,\"Combating"), "{agencies}");
    let list = read(folder.path(), "requests.csv");
    assert!(
        list.contains(",2026-12-01,q10351b864,not taken,,") && list.contains(",2026-12-01,qef8d63f11,given,reply-moi-"),
        "{list}"
    );
    let before = whole(folder.path());
    assert!(harness::run(&folder.path().join("own"), &["ingest", "../in"]).status.success());
    assert_eq!(whole(folder.path()), before);
}

#[test]
fn the_book_of_another_agency_answers_for_that_agency() {
    let folder = asked();
    let mut book = reply(folder.path(), "ASA.xlsx");
    book.set("G9", &Text("4 000"));
    assert_eq!(send(folder.path(), "MoI.xlsx", &book, &[]).status.code(), Some(0));
    let agencies = read(folder.path(), "agencies.csv");
    assert!(agencies.contains("\n2014,4000.00,\"Crisis centres"), "{agencies}");
    assert!(!agencies.contains(",4000.00,\"Combating"), "{agencies}");
}

#[test]
fn a_reply_to_another_version_says_what_is_gone_and_what_is_new() {
    let folder = asked();
    let mut book = reply(folder.path(), "ASA.xlsx");
    book.set("G9", &Text("4 000")).set("G13", &Text("5"));
    let own = folder.path().join("own");
    for file in ["agencies.csv", "expected.csv"] {
        let text = read(folder.path(), file).replace("Other types of shelters", "Shelters of another kind");
        fs::write(own.join(file), text).unwrap();
    }
    let output = send(folder.path(), "ASA.xlsx", &book, &[]);
    let errors = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{errors}");
    assert!(
        errors.contains("does not have 4 rows any more") && errors.contains("Other types of shelters 2014"),
        "{errors}"
    );
    assert!(errors.contains("lacks 4 figures") && errors.contains("Shelters of another kind"), "{errors}");
    let agencies = read(folder.path(), "agencies.csv");
    assert!(agencies.contains("\n2014,4000.00,\"Crisis centres") && !agencies.contains(",5.00,"), "{agencies}");
}

#[test]
fn reports_of_answers_are_those_of_rows_typed_by_hand() {
    let folder = asked();
    let mut book = reply(folder.path(), "MoI.xlsx");
    book.set("G11", &Text("12 345,67")).set("G16", &Text("1000")).set("G18", &Text("80"));
    assert_eq!(send(folder.path(), "MoI.xlsx", &book, &[]).status.code(), Some(0));
    let source = read(folder.path(), "sources.csv");
    let source = source.lines().last().unwrap();
    let id = source.split(',').next().unwrap().to_owned();
    let hand = folder.path().join("hand");
    harness::stdout_of(folder.path(), &["init", "hand", "-q"]);
    let edit = |file: &str, from: &str, to: &str| {
        let text = fs::read_to_string(hand.join(file)).unwrap();
        assert!(text.contains(from), "{from}");
        fs::write(hand.join(file), text.replacen(from, to, 1)).unwrap();
    };
    let of_line = |amount: &str, source: &str| {
        let line = "\"Combating organised crime (trafficking in human beings, drugs, arms)\"";
        format!("2016,{amount},{line},MoI,State budget,unlabelled,executed,,prosecution,BGN,{source},")
    };
    edit("agencies.csv", &of_line("", "nccthb-lisbon-2017"), &of_line("12345.67", &id));
    let of_driver =
        |value: &str, source: &str| format!("organised_crime_proceedings,2016,{value},,,proceedings,{source},");
    edit("drivers.csv", &of_driver("", ""), &of_driver("1000", &id));
    let drivers = fs::read_to_string(hand.join("drivers.csv")).unwrap();
    fs::write(hand.join("drivers.csv"), format!("{drivers}thb_new_proceedings,2016,80,,,proceedings,{id},\n")).unwrap();
    let sources = fs::read_to_string(hand.join("sources.csv")).unwrap();
    let header = read(folder.path(), "sources.csv").lines().next().unwrap().to_owned();
    let blanks = ",".repeat(header.matches(',').count() - sources.lines().next().unwrap().matches(',').count());
    let mut rows = vec![header];
    rows.extend(sources.lines().skip(1).map(|line| format!("{line}{blanks}")));
    rows.push(source.to_owned());
    fs::write(hand.join("sources.csv"), rows.join("\n") + "\n").unwrap();
    let copy = "replies";
    fs::create_dir(hand.join(copy)).unwrap();
    for entry in fs::read_dir(folder.path().join("own").join(copy)).unwrap() {
        let path = entry.unwrap().path();
        fs::copy(&path, hand.join(copy).join(path.file_name().unwrap())).unwrap();
    }
    fs::copy(folder.path().join("own/requests.csv"), hand.join("requests.csv")).unwrap();
    fs::copy(folder.path().join("own/thb-cost.toml"), hand.join("thb-cost.toml")).unwrap();
    for format in ["table", "csv", "json", "html"] {
        for args in [&["report", "--by", "agency", "--format", format][..], &["ledger", "--format", format]] {
            let of = |project: &str| harness::stdout_of(folder.path(), &[&["--project", project][..], args].concat());
            assert_eq!(of("own"), of("hand"), "{format}");
        }
    }
    // 80 of 1000 proceedings of 12345.67 are 987.6536.
    let ledger = harness::stdout_of(folder.path(), &["--project", "own", "ledger", "--format", "csv"]);
    assert!(ledger.contains("attributed,measured,moi-organised-crime,2,25,987.65,987.65,987.65"), "{ledger}");
    let report = harness::stdout_of(folder.path(), &["--project", "own", "report", "--format", "markdown"]);
    assert!(report.contains("was asked for 10 figures on 2026-11-26, due 2026-12-20: 3 answered, 7 open"), "{report}");
}

/// Whatever moment a run is cut off at, what it leaves has no errors, and the same reply finishes it.
#[test]
fn a_run_that_was_cut_off_anywhere_is_finished_by_the_next() {
    for is_listed in [false, true] {
        let folder = asked();
        let own = folder.path().join("own");
        if is_listed {
            fs::copy(folder.path().join("r/requests.csv"), own.join("requests.csv")).unwrap();
            let manifest = read(folder.path(), "thb-cost.toml");
            let manifest = manifest.replace("[inputs]\n", "[inputs]\nrequests = \"requests.csv\"\n");
            fs::write(own.join("thb-cost.toml"), manifest).unwrap();
        }
        let before = whole(folder.path());
        let mut book = reply(folder.path(), "MoI.xlsx");
        book.set("G9", &Text("500")).set("G10", &Text("не знаем")).set("G14", &Text("900")).set("G19", &Text("85"));
        let output = send(folder.path(), "MoI.xlsx", &book, &[]);
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        let after = whole(folder.path());
        let told = String::from_utf8_lossy(&output.stdout).into_owned();
        let files: Vec<&str> =
            told.lines().last().unwrap().split([' ', ',', ';']).filter(|word| word.contains('.')).collect();
        let expected: &[&str] = match is_listed {
            false => &["sources.csv", "requests.csv", "thb-cost.toml", "agencies.csv", "drivers.csv"],
            true => &["sources.csv", "requests.csv", "agencies.csv", "drivers.csv"],
        };
        assert_eq!(&files[1..], expected, "{told}");
        for written in 0..=expected.len() {
            for (path, _) in whole(folder.path()) {
                fs::remove_file(path).unwrap();
            }
            for (path, bytes) in &before {
                fs::write(path, bytes).unwrap();
            }
            for name in &expected[..written] {
                let (path, bytes) = after.iter().find(|(path, _)| path.ends_with(name)).unwrap();
                fs::write(path, bytes).unwrap();
            }
            harness::stdout_of(&own, &["check"]);
            assert_eq!(send(folder.path(), "MoI.xlsx", &book, &[]).status.code(), Some(0), "{written}");
            assert_eq!(whole(folder.path()), after, "{written} of {expected:?} were written");
        }
    }
}
