//! The page of a review says of every line what `explain` says of it, in each language, though its file says once what many
//! lines say alike: the sentences are put together here from its pieces, by the description at the head of the page's data.

use std::fmt::Write as _;
use std::path::Path;

use serde_json::Value;
use thb_cost::language::Language;

use super::harness;

/// Lines whose names, notes and amounts are hard to tell from the words and the marks between them.
fn write_hard_project(folder: &Path) {
    let long = "word ".repeat(90) + "12";
    let names = [
        "Programme 7",
        "7",
        "2014",
        "A7",
        "from 1 row",
        "\u{f0000}",
        "a\u{f0001}1 b",
        "Програма № 12",
        "1,5 and 1.5",
        "-5.00",
        "+5",
        "1e5",
        "bell \u{7} 1",
        "bell \u{7} \u{f0000}",
        "<script> 1 & \"2\"",
        "{ $name } 3",
        long.trim(),
    ];
    let mut rows = "year,amount,line,agency,funder,label,phase,currency,note\n".to_owned();
    for (at, name) in names.iter().enumerate() {
        for (year, currency, amount) in [(2014, "BGN", "1234567.80"), (2015, "EUR", "-5.00"), (2016, "BGN", "")] {
            let label = ["labelled", "unlabelled"][at % 2];
            let note = [name, "same in all 3", ""][at % 3].replace('"', "\"\"");
            let name = name.replace('"', "\"\"");
            let agency = names[(at + 5) % 16].replace('"', "\"\"");
            writeln!(
                rows,
                "{year},{amount},\"{name}\",\"{agency}\",\"{}\",{label},executed,{currency},\"{note}\"",
                ["State budget", "Fund 7"][at % 2],
            )
            .unwrap();
        }
    }
    let rules = "version = 1\n\
        [[rule]]\nid = \"seventh\"\nmatch = { line = \"*7*\" }\nshare = { low = 0.01, central = 0.07, high = 0.5 }\n\
        rationale = \"made up in 2014 \u{f0000}\"\n\
        [[rule]]\nid = \"rest-2\"\ntitle = \"A7\"\nauthor = \"Fund 7\"\nmatch = { label = \"unlabelled\" }\nshare = 0.0007\nrationale = \"made up\"\n\
        split = { area = { prevention = \"30%\", prosecution = \"rest\" } }\n";
    let manifest =
        "[project]\ntitle = \"Hard 1\"\ncurrency = \"BGN\"\n[inputs]\nagencies = \"a.csv\"\nrules = \"r.toml\"\n";
    for (file, text) in [("a.csv", rows.as_str()), ("r.toml", rules), ("thb-cost.toml", manifest)] {
        std::fs::write(folder.join(file), text).unwrap();
    }
}

#[test]
fn the_page_says_of_every_line_what_explain_says() {
    let hard = harness::scratch();
    write_hard_project(hard.path());
    let mut projects: Vec<_> =
        ["data", "examples/police-2014", "examples/agencies-made-up"].map(|name| harness::root().join(name)).into();
    projects.push(hard.path().to_owned());
    for project in projects {
        for currency in ["BGN", "EUR"] {
            compare(&project, currency);
        }
    }
}

fn compare(project: &Path, currency: &str) {
    let out = harness::scratch();
    let pack = out.path().join("pack");
    let review = ["review", "-q", "--currency", currency, "-o", pack.to_str().unwrap()];
    let output = harness::run(project, &review);
    assert!(output.status.success(), "{project:?}: {}", String::from_utf8_lossy(&output.stderr));
    let page = std::fs::read_to_string(pack.join("report.html")).unwrap();
    let (_, data) = page.split_once("<script type=\"application/json\" id=\"data\">").unwrap();
    let data: Value = serde_json::from_str(data.split_once("</script>").unwrap().0).unwrap();
    for (at, language) in Language::ALL.into_iter().enumerate() {
        let explain = ["explain", "--currency", currency, "--lang", language.word()];
        let explained = plain(&harness::stdout_of(project, &explain));
        let lines = data["lines"].as_array().unwrap();
        assert!(!lines.is_empty(), "{project:?}");
        for line in lines {
            let told = plain(&told(&data, line, (at, language)).join(" "));
            assert!(explained.contains(&told), "{project:?}, {currency}, {}: {told}\n\n{explained}", language.word());
        }
    }
}

/// The sentences of a line in a language.
fn told(data: &Value, line: &Value, (at, language): (usize, Language)) -> Vec<String> {
    let [cells, form, own @ ..] = line.as_array().unwrap().as_slice() else { panic!("{line}") };
    let values: Vec<&Value> = cells.as_array().unwrap().iter().chain(own).collect();
    let value = |place: u64| match values[usize::try_from(place).unwrap()] {
        Value::String(text) => text.clone(),
        Value::Array(figure) => figure[0].as_str().unwrap().to_owned(),
        Value::Number(words) => match &data["words"][usize::try_from(words.as_u64().unwrap()).unwrap()] {
            Value::String(words) => words.clone(),
            words => words[at].as_str().unwrap().to_owned(),
        },
        value => panic!("{value}"),
    };
    let texts = data["forms"][usize::try_from(form.as_u64().unwrap()).unwrap()][at].as_array().unwrap();
    let pieces = texts.iter().map(|text| {
        let pieces = data["texts"][usize::try_from(text.as_u64().unwrap()).unwrap()].as_array().unwrap();
        pieces[1..].iter().map(|piece| match (piece.as_str(), piece.as_u64(), piece.as_i64()) {
            (Some(words), ..) => words.to_owned(),
            (_, Some(place), _) => value(place),
            (.., Some(place)) => language.figure(&value(place.unsigned_abs() - 1)),
            _ => panic!("{piece}"),
        })
    });
    pieces.map(Iterator::collect).collect()
}

/// Words between single spaces, without marks of sources, which a page numbers in its own order.
fn plain(text: &str) -> String {
    let words = text.split_whitespace().filter(|word| {
        let number = word.strip_prefix('[').and_then(|word| word.trim_end_matches('.').strip_suffix(']'));
        number.is_none_or(|number| !number.bytes().all(|byte| byte.is_ascii_digit()))
    });
    words.collect::<Vec<_>>().join(" ")
}
