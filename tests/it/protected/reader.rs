//! Somebody who wants to know: reads counts where they stand, divides costs by costs per victim, takes parts from totals,
//! holds shares of splits against one another, narrows what is left by what the marks say, tries digests.

use std::collections::BTreeMap;

use serde_json::Value;
use thb_cost::ingest::{FileDigest, digest_of_all, sha256};

use super::{FORMS, MEASURES, YEARS};
use crate::packed;

/// Year, measure, form of exploitation.
pub type Cell = (u16, String, String);

/// What was found out.
#[derive(Debug, Default)]
pub struct Reader {
    /// Counts of victims.
    pub counts: BTreeMap<Cell, u64>,
    /// Users of services.
    pub users: BTreeMap<(u16, String), u64>,
    /// Least and greatest that a count can be, by the mark in its place.
    marks: BTreeMap<Cell, (u64, u64)>,
}

impl Reader {
    /// Reads everything. `files` are those of the project, for somebody who knows all of them but a count.
    pub fn of(files: &[(&str, String)], below: u64, outputs: &[(String, Vec<u8>)]) -> Self {
        let mut reader = Self::default();
        for (asked, bytes) in outputs {
            if asked.ends_with("xlsx") {
                reader.workbook(bytes, below);
                continue;
            }
            let text = String::from_utf8(bytes.clone()).unwrap();
            match serde_json::from_str::<Value>(&text) {
                Ok(json) => {
                    reader.json(&json, None);
                    reader.quotients(&json);
                    reader.digests(&json, files);
                }
                Err(_) => reader.csv(&text),
            }
        }
        for (asked, bytes) in outputs.iter().filter(|(asked, _)| asked.contains("--by exploitation")) {
            let json: Value = serde_json::from_slice(bytes).unwrap_or_else(|_| panic!("{asked}"));
            reader.splits(&json);
        }
        reader.sums();
        reader.narrow();
        reader
    }

    fn learn(&mut self, cell: Cell, count: &str) {
        if let Ok(count) = count.parse() {
            self.counts.entry(cell).or_insert(count);
        }
    }

    fn mark(&mut self, cell: Cell, ends: (u64, u64)) {
        self.marks.insert(cell, ends);
    }

    /// Counts and users wherever a document has them.
    fn json(&mut self, json: &Value, year: Option<u16>) {
        match json {
            Value::Array(items) => items.iter().for_each(|item| self.json(item, year)),
            Value::Object(members) => {
                let year = members.get("year").and_then(Value::as_u64).map(|year| year as u16).or(year);
                let text = |key: &str| members.get(key).and_then(Value::as_str);
                let form = text("exploitation").filter(|form| !form.is_empty()).unwrap_or("all").to_owned();
                if let (Some(measure), Some(count)) = (text("measure"), central(members.get("victims"))) {
                    for (key, of) in [("before", YEARS[0]), ("after", YEARS[1])] {
                        let side = central(members["victims"].get(key));
                        side.into_iter().for_each(|side| self.learn((of, measure.to_owned(), form.clone()), &side));
                    }
                    year.into_iter().for_each(|year| self.learn((year, measure.to_owned(), form.clone()), &count));
                }
                if let (Some(service), Some(year)) = (text("service"), year) {
                    let key = (year, service.to_owned());
                    if let Some(Ok(users)) = central(members.get("users")).map(|users| users.parse()) {
                        self.users.insert(key.clone(), users);
                    }
                    let cents = |of: &str| central(members.get(of)).and_then(|text| minor(&text));
                    if let (Some(needed), Some(each)) = (cents("needed"), cents("per_user"))
                        && each > 0
                        && needed % each == 0
                    {
                        self.users.insert(key, (needed / each) as u64);
                    }
                }
                members.values().for_each(|item| self.json(item, year));
            }
            _ => {}
        }
    }

    /// Costs over costs per victim.
    fn quotients(&mut self, json: &Value) {
        for row in json["rows"].as_array().into_iter().flatten() {
            let Some(year) = row["year"].as_u64() else { continue };
            for figure in row["per_victim"].as_array().into_iter().flatten() {
                let of = |pointer: &str, of: &Value| of.pointer(pointer).and_then(Value::as_str).and_then(minor);
                let cell = (year as u16, text(&figure["measure"]), text(&figure["exploitation"]));
                let pairs = [
                    (of("/total/central", row), of("/total/central", figure)),
                    (of("/labelled/total", row), of("/labelled", figure)),
                ];
                for (cost, each) in pairs.into_iter().filter_map(|(cost, each)| cost.zip(each)) {
                    if each > 0 {
                        self.counts.entry(cell.clone()).or_insert(((cost + each / 2) / each) as u64);
                    }
                }
            }
        }
    }

    /// The column of each measure and that of users.
    fn csv(&mut self, text: &str) {
        let mut lines = text.lines().map(|line| line.split(',').collect::<Vec<_>>());
        let Some(header) = lines.next() else { return };
        let at = |name: &str| header.iter().position(|of| *of == name);
        for cells in lines {
            let Some(Ok(year)) = at("year").and_then(|at| cells.get(at)).map(|year| year.parse()) else { continue };
            for measure in MEASURES.iter().chain(&["registered"]) {
                if let Some(count) = at(&format!("{measure}_victims")).and_then(|at| cells.get(at)) {
                    self.learn((year, (*measure).to_owned(), "all".to_owned()), count);
                }
            }
            let cell = |name: &str| at(name).and_then(|at| cells.get(at)).copied();
            if let (Some(service), Some(Ok(users))) = (cell("service"), cell("users").map(str::parse)) {
                self.users.insert((year, service.to_owned()), users);
            }
        }
    }

    /// Every count of the sheet of victims; what stands in the place of one says how many it can be.
    fn workbook(&mut self, bytes: &[u8], below: u64) {
        for cells in packed::rows(bytes, "Victims") {
            let [year, measure, form, _, _, count, ..] = cells.as_slice() else { continue };
            let Ok(year) = year.parse::<u16>() else { continue };
            let named =
                |known: &[&str], text: &str| known.iter().find(|of| text.contains(**of)).map(|of| (*of).to_owned());
            let measure = named(&["detected", "identified", "registered"], measure).unwrap();
            let cell = (year, measure, named(&FORMS, form).unwrap_or_else(|| "all".to_owned()));
            match count.as_str() {
                "[c]" => self.mark(cell, (below, u64::MAX / 8)),
                mark if mark.starts_with('<') => self.mark(cell, (1, below - 1)),
                count => self.learn(cell, count),
            }
        }
    }

    /// What each form is attributed of all that is divided, times the count of all.
    fn splits(&mut self, json: &Value) {
        for year in YEARS {
            let rows = json["rows"].as_array().unwrap().iter().filter(|row| row["year"] == year);
            let amounts: BTreeMap<String, i128> = rows
                .filter_map(|row| {
                    Some((text(&row["by"]["exploitation"]), minor(row.pointer("/total/central")?.as_str()?)?))
                })
                .collect();
            let all: i128 = amounts.values().sum();
            let cell = |form: &str| (year, "detected".to_owned(), form.to_owned());
            let Some(total) = self.counts.get(&cell("all")).map(|total| i128::from(*total)) else { continue };
            for (form, amount) in amounts.iter().filter(|(form, _)| FORMS.contains(&form.as_str())) {
                if all > 0 {
                    self.counts.entry(cell(form)).or_insert(((amount * total * 2 + all) / (2 * all)) as u64);
                }
            }
        }
    }

    /// Sums of which one term is missing, as long as there are any.
    fn sums(&mut self) {
        loop {
            let before = self.counts.len();
            for (whole, terms) in sums() {
                let known: Vec<Option<u64>> = terms.iter().map(|cell| self.counts.get(cell).copied()).collect();
                let sum: u64 = known.iter().flatten().sum();
                let missing: Vec<&Cell> =
                    terms.iter().zip(&known).filter(|(_, known)| known.is_none()).map(|(cell, _)| cell).collect();
                match (self.counts.get(&whole).copied(), missing.as_slice()) {
                    (None, []) => self.learn(whole, &sum.to_string()),
                    (Some(whole), [cell]) if whole >= sum => self.learn((*cell).clone(), &(whole - sum).to_string()),
                    _ => {}
                }
            }
            if self.counts.len() == before {
                return;
            }
        }
    }

    /// What is left of the marks when all sums are held against them.
    fn narrow(&mut self) {
        let mut ends: BTreeMap<Cell, (u64, u64)> = self.marks.clone();
        ends.extend(self.counts.iter().map(|(cell, count)| (cell.clone(), (*count, *count))));
        loop {
            let before = ends.clone();
            for (whole, terms) in sums() {
                let of = |cell: &Cell| ends.get(cell).copied();
                let Some(known) = terms.iter().map(of).collect::<Option<Vec<_>>>() else { continue };
                let Some((least, most)) = of(&whole) else { continue };
                let (low, high) = known.iter().fold((0, 0), |(low, high), of| (low + of.0, high + of.1));
                // Terms that cannot add up are not all that there is.
                if low > most || high < least {
                    continue;
                }
                let own: Vec<(u64, u64)> = known
                    .iter()
                    .map(|of| {
                        let rest = (low - of.0, high - of.1);
                        (of.0.max(least.saturating_sub(rest.1)), of.1.min(most.saturating_sub(rest.0)))
                    })
                    .collect();
                ends.insert(whole, (least.max(low), most.min(high)));
                ends.extend(terms.into_iter().zip(own));
            }
            if ends == before {
                break;
            }
        }
        for (cell, (count, _)) in ends.into_iter().filter(|(_, (least, most))| least == most) {
            self.counts.entry(cell).or_insert(count);
        }
    }

    /// Whether a digest is that of the counts as they are: then trying each count would have told it.
    fn digests(&mut self, json: &Value, files: &[(&str, String)]) {
        let own = |name: &str| files.iter().find(|(of, _)| *of == name).map(|(_, text)| sha256(text.as_bytes()));
        let listed = json["inputs"]["files"].as_array().into_iter().flatten();
        let listed: Vec<FileDigest> = listed
            .map(|file| FileDigest {
                path: text(&file["path"]).into(),
                sha256: own(&text(&file["path"])).unwrap_or_else(|| text(&file["sha256"])),
                rows: None,
            })
            .collect();
        let told = json.to_string();
        let tells = !listed.is_empty() && told.contains(&digest_of_all(&listed));
        let counts = own("victims.csv").unwrap();
        if tells || told.contains(&counts) {
            let rows = files.iter().find(|(of, _)| *of == "victims.csv").map(|(_, text)| text.as_str()).unwrap();
            for row in rows.lines().skip(1) {
                let [year, measure, form, count] = row.split(',').collect::<Vec<_>>()[..] else { continue };
                self.learn((year.parse().unwrap(), measure.to_owned(), form.to_owned()), count);
            }
        }
    }
}

/// Every sum that there may be: of the forms, of two measures.
fn sums() -> Vec<(Cell, Vec<Cell>)> {
    let mut found = Vec::new();
    for year in YEARS {
        let cell = |measure: &str, form: &str| (year, measure.to_owned(), form.to_owned());
        for measure in MEASURES {
            found.push((cell(measure, "all"), FORMS.map(|form| cell(measure, form)).to_vec()));
        }
        found.push((cell("registered", "all"), MEASURES.map(|measure| cell(measure, "all")).to_vec()));
    }
    found
}

fn text(json: &Value) -> String {
    json.as_str().unwrap_or_default().to_owned()
}

/// The central one of three, or the one that there is.
fn central(json: Option<&Value>) -> Option<String> {
    let json = json?;
    let found = json.get("central").unwrap_or(json);
    found.as_str().map(str::to_owned).or_else(|| found.is_object().then(String::new))
}

/// An amount in minor units.
fn minor(text: &str) -> Option<i128> {
    text.replace('.', "").parse().ok()
}
