//! The files of a new project folder: those of the embedded project, or bare ones.

use super::embedded::EMBEDDED;
use crate::rules::share::{PLAIN_EXAMPLES, TABLE_FORMS};

/// A file's name and bytes.
pub type NewFile = (&'static str, Vec<u8>);

/// The embedded project, to be changed.
#[must_use]
pub fn embedded_files() -> Vec<NewFile> {
    EMBEDDED.iter().map(|(name, bytes)| (*name, bytes.to_vec())).collect()
}

/// Headers without rows, and rules that are all comment.
#[must_use]
pub fn bare_files() -> Vec<NewFile> {
    let mut files: Vec<NewFile> = vec![("thb-cost.toml", MANIFEST.as_bytes().to_vec())];
    files.extend(HEADERS.map(|(name, header)| (name, format!("{header}\n").into_bytes())));
    files.push(("rules.toml", rules().into_bytes()));
    files
}

const MANIFEST: &str = r#"[project]
title = "Cost of assisting victims of trafficking"
currency = "BGN"                       # reporting currency

[inputs]                               # a path, or a list of paths and globs, relative to this file
budget = "budget.csv"                  # NCCTHB budget lines
external = "external.csv"              # external financing
agencies = "agencies.csv"              # per-agency allocations
victims = "victims.csv"
drivers = "drivers.csv"
controls = "controls.csv"
prices = "prices.csv"
rates = "rates.csv"
sources = "sources.csv"
expected = "expected.csv"              # lines that every year should have
names = "names.csv"                    # what codes are called in each language
rules = "rules.toml"
"#;

const HEADERS: [(&str, &str); 11] = [
    ("budget.csv", "year,line,amount,phase,function,area,currency,source,note"),
    ("external.csv", "year,funder,line,amount,phase,function,area,currency,source,note"),
    ("agencies.csv", "year,agency,line,amount,funder,label,phase,function,area,currency,source,note"),
    ("victims.csv", "year,measure,exploitation,group,count,break,source,note"),
    ("drivers.csv", "driver,year,value,low,high,unit,source,note"),
    ("controls.csv", "year,agency,financing,label,line,amount,currency,source"),
    ("prices.csv", "index,year,rate,source"),
    ("rates.csv", "from,to,year,rate,source"),
    ("sources.csv", "id,title,publisher,published,url,accessed,page,quote,file,sha256,note"),
    ("expected.csv", "input,from,to,agency,funder,label,line,function,area,note"),
    ("names.csv", "dimension,code,en,bg"),
];

/// Every form of a share as a commented example, from the registry of forms.
fn rules() -> String {
    let mut out = String::from(
        "version = 1\n\n\
         # The first rule that matches a line and its year decides how much of it is trafficking.\n\
         # Take the marks off a rule and change it. One of these shares:\n#\n",
    );
    let examples = PLAIN_EXAMPLES.iter().chain(TABLE_FORMS.iter().map(|form| &form.example));
    for (number, example) in examples.enumerate() {
        out.push_str(&format!(
            "# [[rule]]\n# id = \"example-{}\"\n# title = \"What it is about\"\n\
             # match = {{ agency = \"MoI\", line = \"*organised crime*\" }}\n# years = \"2014..2017\"\n\
             # share = {example}\n# rationale = \"Why this key\"\n# author = \"Who\"\n# date = 2026-11-01\n#\n",
            number + 1
        ));
    }
    out.push_str(
        "# A rule may divide what it attributes, by area and by form of exploitation:\n\
         # split.area = { prosecution = \"70%\", assistance = \"rest\" }\n\
         # split.exploitation = { by = \"victims:detected\" }\n#\n\
         # And so may all lines whose rule does not:\n\
         # [default.split]\n# exploitation = { by = \"victims:detected\" }\n",
    );
    out
}
