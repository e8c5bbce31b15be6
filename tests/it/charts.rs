//! Pictures as they were drawn, measured on the SVG with the face itself: no text over another, none outside, every text
//! to be read on what is under it, bars as long as their figures.
#![expect(clippy::float_arithmetic, reason = "pictures are measured")]

mod measured;

use std::path::Path;

use super::{harness, stress_project};
use measured::{Drawing, contrast};
use thb_cost::render::chart::{PICTURES, Size, THEMES};
use thb_cost::report::charts::KINDS;

/// The projects that pictures are made of; the last is made for it.
const PROJECTS: [&str; 4] = ["embedded", "examples/police-2014", "examples/agencies-made-up", "stress"];

/// Sizes with names, and some that nobody would choose.
const SIZES: [&str; 6] = ["slide", "a4", "square", "480x270", "3000x700", "500x1500"];

/// Every picture that can be made of a project: its name and its SVG.
fn pictures(project: &str, stress: &Path, size: &str, theme: &str) -> Vec<(String, String)> {
    let folder = harness::scratch();
    let mut made = Vec::new();
    for language in ["en", "bg"] {
        let place = match project {
            "embedded" => vec!["--embedded".to_owned()],
            "stress" => vec!["--project".to_owned(), stress.display().to_string()],
            sample => vec!["--project".to_owned(), harness::root().join(sample).display().to_string()],
        };
        let rest = ["chart", "--all", "-q", "-o", language, "--lang", language, "--size", size, "--theme", theme];
        let args: Vec<&str> = place.iter().map(String::as_str).chain(rest).collect();
        harness::stdout_of(folder.path(), &args);
        for kind in KINDS {
            let file = folder.path().join(language).join(format!("{}.svg", kind.name()));
            if let Ok(svg) = std::fs::read_to_string(file) {
                made.push((format!("{project} {} {language} {size} {theme}", kind.name()), svg));
            }
        }
    }
    made
}

fn stress() -> tempfile::TempDir {
    let folder = harness::scratch();
    stress_project::write(folder.path());
    folder
}

#[test]
fn no_text_stands_over_another_or_leaves_the_picture() {
    let stress = stress();
    let mut faults = Vec::new();
    let mut count = 0;
    for project in PROJECTS {
        for size in SIZES {
            for (name, svg) in pictures(project, stress.path(), size, "light") {
                let drawing = Drawing::read(&svg);
                assert!(drawing.texts.len() > 5, "{name}: only {} texts", drawing.texts.len());
                let found = drawing.text_faults().into_iter().chain(drawing.line_faults());
                faults.extend(found.map(|fault| format!("{name}: {fault}")));
                count += 1;
            }
        }
    }
    // The stress project has every kind; the others what they have.
    assert!(count >= 6 * 2 * (5 + 4 + 6 + KINDS.len()), "only {count} pictures");
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n"));
}

#[test]
fn the_measure_finds_texts_that_overlap_or_leave() {
    let text =
        |x: u32, words: &str| format!("<text x=\"{x}\" y=\"50\" font-size=\"20\" fill=\"#000000\">{words}</text>");
    let svg = |texts: &str| format!("<svg width=\"300\" height=\"100\">{texts}</svg>");
    // Ten figures of Noto Sans in this size are 114 pixels wide.
    let faults = |one: u32, other: u32| {
        Drawing::read(&svg(&(text(one, "0123456789") + &text(other, "0123456789")))).text_faults().len()
    };
    assert_eq!([faults(10, 130), faults(10, 120), faults(10, 190), faults(10, 140)], [0, 1, 1, 0]);
}

#[test]
fn every_text_can_be_read_on_what_is_under_it() {
    let stress = stress();
    let mut faults = Vec::new();
    for theme in THEMES {
        for project in PROJECTS {
            for (name, svg) in pictures(project, stress.path(), "slide", theme.name) {
                let drawing = Drawing::read(&svg);
                for text in &drawing.texts {
                    let ground = drawing.ground_at(text.middle(), text.order);
                    let found = contrast(text.ink, ground);
                    if found < 4.5 {
                        faults.push(format!("{name}: \"{}\" has {found:.2} on {ground:?}", text.words));
                    }
                }
            }
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn bars_are_as_long_as_their_figures() {
    let stress = stress();
    for project in PROJECTS {
        for (name, svg) in pictures(project, stress.path(), "slide", "light") {
            let drawing = Drawing::read(&svg);
            let across = name.contains(" agencies ") || name.contains(" services ");
            let length = |bar: &measured::Bar| if across { bar.width } else { bar.height };
            let Some(longest) =
                drawing.bars.iter().max_by(|one, other| one.figure.abs().total_cmp(&other.figure.abs()))
            else {
                continue;
            };
            let scale = length(longest) / longest.figure.abs();
            for bar in &drawing.bars {
                // Each end of both bars is rounded to a pixel.
                let (expected, found) = (bar.figure.abs() * scale, length(bar));
                assert!((expected - found).abs() <= 2.0, "{name}: {} is {found} px, not {expected}", bar.figure);
            }
        }
    }
}

#[test]
fn columns_begin_at_zero() {
    let stress = stress();
    for (name, svg) in pictures("embedded", stress.path(), "slide", "light") {
        if !name.contains(" years ") {
            continue;
        }
        let drawing = Drawing::read(&svg);
        let bottom = |figure: f64| drawing.bars.iter().find(|bar| bar.figure == figure).unwrap().bottom;
        let floor = bottom(395_118.0);
        // The state's parts of all years stand on one line, the external ones on theirs.
        for figure in [231_897.0, 392_185.0, 376_000.0] {
            assert_eq!(bottom(figure), floor);
        }
        assert!(bottom(254_021.0) < floor);
    }
}

#[test]
fn pictures_are_the_same_bytes_each_time_and_are_what_their_endings_say() {
    let folder = harness::scratch();
    for picture in PICTURES {
        let made = ["one", "two"].map(|name| {
            let file = format!("{name}.{}", picture.name);
            harness::stdout_of(folder.path(), &["--embedded", "chart", "years", "-o", &file]);
            std::fs::read(folder.path().join(file)).unwrap()
        });
        assert!(made[0] == made[1], "{}", picture.name);
        let start: &[u8] = match picture.name {
            "svg" => b"<svg ",
            "png" => b"\x89PNG\r\n\x1a\n",
            _ => b"%PDF-",
        };
        assert!(made[0].starts_with(start), "{}", picture.name);
    }
}

#[test]
fn a_png_has_the_size_asked_for() {
    let folder = harness::scratch();
    for (text, width, height) in
        [("slide", 1920, 1080), ("a4", 1754, 1240), ("square", 1200, 1200), ("333x444", 333, 444)]
    {
        assert_eq!(Size::parse(text).map(|size| (size.width, size.height)), Some((width, height)));
        harness::stdout_of(folder.path(), &["--embedded", "chart", "share", "-o", "a.png", "--size", text]);
        let bytes = std::fs::read(folder.path().join("a.png")).unwrap();
        let number = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
        assert_eq!((number(16), number(20)), (width, height));
    }
}

#[test]
fn pictures_say_what_they_show_in_words() {
    let folder = harness::scratch();
    for (language, title) in [("en", "2017: 630.0 thousand BGN approved"), ("bg", "2017 г.: 630,0 хил. лв. (одобрени)")]
    {
        let args = ["--embedded", "chart", "years", "-o", "a.svg", "--alt", "a.txt", "--lang", language];
        harness::stdout_of(folder.path(), &args);
        let svg = std::fs::read_to_string(folder.path().join("a.svg")).unwrap();
        let alt = std::fs::read_to_string(folder.path().join("a.txt")).unwrap();
        assert!(svg.contains(&format!("lang=\"{language}\" role=\"img\"")));
        assert!(svg.contains(&format!("<desc id=\"chart-years-desc\">{}</desc>", alt.trim_end())));
        let drawn = svg.split("<title id=\"chart-years-title\">").nth(1).unwrap();
        assert!(drawn.starts_with(title), "{drawn}");
        for figure in ["400", "268", "520", "630"] {
            assert!(alt.contains(figure), "{alt}");
        }
        harness::stdout_of(folder.path(), &["--embedded", "chart", "years", "-o", "a.pdf", "--lang", language]);
        let pdf = std::fs::read(folder.path().join("a.pdf")).unwrap();
        let has = |words: &str| pdf.windows(words.len()).any(|part| part == words.as_bytes());
        assert!(has(&format!("/Lang ({language})")) && has("/Title") && has("/Alt") && has("/ToUnicode"));
    }
}

#[test]
fn all_writes_into_its_folder_and_never_through_a_link_or_over_an_input() {
    let folder = harness::scratch();
    let place = folder.path();
    std::fs::create_dir(place.join("out")).unwrap();
    std::fs::write(place.join("kept.txt"), "kept").unwrap();
    std::os::unix::fs::symlink(place.join("kept.txt"), place.join("out/sankey.svg")).unwrap();
    let output = harness::run(place, &["--embedded", "chart", "--all", "-o", "out"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("out/sankey.svg is a link, which is not followed here"));
    assert_eq!(std::fs::read_to_string(place.join("kept.txt")).unwrap(), "kept");
    assert_eq!(std::fs::read_dir(place.join("out")).unwrap().count(), 1, "nothing is written before all is known");

    // An input that has the name of a picture.
    let project = place.join("p");
    std::fs::create_dir(&project).unwrap();
    let manifest = "[project]\ntitle = \"t\"\n[inputs]\nbudget = \"years.svg\"\n";
    std::fs::write(project.join("thb-cost.toml"), manifest).unwrap();
    std::fs::write(project.join("years.svg"), "year,amount,line\n2016,10.00,a\n").unwrap();
    let output = harness::run(place, &["--project", "p", "chart", "--all", "-o", "p"]);
    assert_eq!(output.status.code(), Some(2), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(std::fs::read_to_string(project.join("years.svg")).unwrap().starts_with("year,amount"));
}

#[test]
fn the_unit_stands_whatever_the_titles_say_and_missing_letters_are_told() {
    let folder = harness::scratch();
    let args = ["--embedded", "chart", "years", "-o", "a.svg", "--title", "漢 π → ằ", "--subtitle", "Ours"];
    harness::stdout_of(folder.path(), &args);
    let svg = std::fs::read_to_string(folder.path().join("a.svg")).unwrap();
    assert!(svg.contains("Ours \u{b7} Thousand BGN, current prices"));
    assert!(svg.contains("lacks a letter, which stands as a box: U+6F22."), "{svg}");
    // The whole face is in the file only where a letter of it is needed.
    harness::stdout_of(folder.path(), &["--embedded", "chart", "years", "-o", "b.svg"]);
    assert!(svg.len() > 2 * std::fs::metadata(folder.path().join("b.svg")).unwrap().len() as usize);
}

/// What is drawn, for every kind, as it was read and found right; after a change that is meant, write the files anew with
/// the command that the fault names.
#[test]
fn the_data_of_every_kind_is_as_it_was_read() {
    let folder = harness::scratch();
    let root = harness::root();
    let mut faults = Vec::new();
    for (project, language) in [("embedded", "en"), ("examples/police-2014", "en"), ("examples/agencies-made-up", "bg")]
    {
        let short = project.trim_start_matches("examples/");
        for kind in KINDS {
            let place = if project == "embedded" { vec!["--embedded"] } else { vec!["--project", project] };
            let found = folder.path().join("found.json");
            let rest = ["chart", kind.name(), "--lang", language, "--data", found.to_str().unwrap()];
            let args = [place, rest.to_vec()].concat();
            let output = harness::run(&root, &args);
            let file = format!("tests/snapshots/charts/{short}-{}.json", kind.name());
            let expected = std::fs::read_to_string(root.join(&file));
            match (output.status.code(), expected) {
                // A kind that has nothing to show has no file.
                (Some(2), Err(_)) => assert!(!output.stderr.is_empty()),
                (Some(0), Ok(expected)) if std::fs::read_to_string(&found).unwrap() == expected => {}
                _ => faults.push(format!("{file}: thb-cost {}", args.join(" "))),
            }
            let _ = std::fs::remove_file(found);
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}
