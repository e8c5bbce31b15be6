//! The schema of `rules.toml`. It holds the shape; that ids are unique, drivers exist and parts add to 1 is for `check`.

use schemars::Schema;
use serde_json::{Map, Value, json};

use super::{document, properties, table, text, texts, word};
use crate::domain::{Distribution, Financing, Label};
use crate::rules::MATCH_FIELDS;
use crate::rules::share::{Estimation, Missing};

pub(super) fn schema() -> Schema {
    let default = table("For every line whose rule says nothing", properties([("split", split())]), &[]);
    let rules = json!({
        "type": "array",
        "description": "Rules: the first in the file that matches a line and its year decides how much of it is trafficking",
        "items": rule(),
    });
    let version = json!({ "const": 1, "description": "Version of this format" });
    let root = properties([("version", version), ("default", default), ("rule", rules)]);
    document("thb-cost rules.toml", table("Attribution rules of thb-cost", root, &["version"]))
}

fn rule() -> Value {
    let id = json!({
        "type": "string",
        "description": "Unique, kebab-case",
        "pattern": "^[a-z0-9]+(-[a-z0-9]+)*$",
    });
    let date = text("When it was written, a TOML date without quotes");
    let members = properties([
        ("id", id),
        ("title", text("What it is about")),
        ("match", matcher("Which lines: all fields given must match")),
        ("years", years()),
        ("share", share()),
        ("fill", missing("How amounts of its lines that nobody published are estimated", &Estimation::WORDS)),
        ("split", split()),
        ("rationale", text("Why this key")),
        ("source", text("An id in sources")),
        ("author", text("Who wrote it")),
        ("date", date),
    ]);
    table("One rule", members, &["id", "match", "share"])
}

fn matcher(about: &str) -> Value {
    let field = |name: &&str| {
        let about = match *name {
            "financing" => format!("{}; * and ? are wildcards", Financing::WORDS.join(" or ")),
            "label" => format!("{}; * and ? are wildcards", Label::WORDS.join(" or ")),
            name => format!("{name}; * and ? are wildcards, letters match without regard to case"),
        };
        ((*name).to_owned(), texts(&about))
    };
    table(about, MATCH_FIELDS.iter().map(field).collect(), &[])
}

fn years() -> Value {
    json!({
        "description": "2014, 2014..2017, 2014.. or ..2017; all where it is left out",
        "anyOf": [
            { "type": "string", "pattern": "^\\s*([0-9]{4}|[0-9]{4}\\s*\\.\\.\\s*[0-9]{4}|[0-9]{4}\\s*\\.\\.|\\.\\.\\s*[0-9]{4})\\s*$" },
            { "type": "integer", "minimum": 1000, "maximum": 9999 },
        ],
    })
}

/// A decimal from 0 to 1, or per cent.
fn fraction(about: &str, words: &[&str]) -> Value {
    let mut forms = vec![
        json!({ "type": "number", "minimum": 0, "maximum": 1 }),
        json!({ "type": "string", "pattern": "^\\s*-?[0-9]+(\\.[0-9]+)?\\s*%?\\s*$" }),
    ];
    if !words.is_empty() {
        forms.insert(0, json!({ "enum": words }));
    }
    json!({ "description": about, "anyOf": forms })
}

/// The same with a decimal mark or a per cent sign: a whole number could mean all of it or one per cent.
fn marked(about: &str, words: &[&str]) -> Value {
    let mut forms = vec![
        json!({ "type": "number", "minimum": 0, "maximum": 1 }),
        json!({ "type": "string", "pattern": "^\\s*([0-9]+(\\.[0-9]+)?\\s*%|[0-9]+\\.[0-9]+)\\s*$" }),
    ];
    if !words.is_empty() {
        forms.insert(0, json!({ "enum": words }));
    }
    json!({ "description": about, "anyOf": forms })
}

/// `error`, `skip` and the ways to estimate a year.
fn missing(about: &str, words: &[&str]) -> Value {
    let index = format!("^\\s*{}\\s*\\S", Estimation::INDEX);
    json!({ "description": about, "anyOf": [{ "enum": words }, { "type": "string", "pattern": index }] })
}

fn number(about: &str) -> Value {
    let forms = [
        json!({ "type": "number", "exclusiveMinimum": 0 }),
        json!({ "type": "string", "pattern": "^\\s*[0-9]+(\\.[0-9]+)?\\s*$" }),
    ];
    json!({ "description": about, "anyOf": forms })
}

fn share() -> Value {
    let driver = |about: &str| text(&format!("{about}: a driver"));
    let bound = |about: &str| marked(about, &[]);
    let distribution = || word("The shape between them, for random draws", Distribution::WORDS);
    let missing_driver = || missing("What happens in a year in which a driver is not known", &Missing::WORDS);
    let interval = properties([
        ("low", bound("The lower bound")),
        ("central", bound("The share itself")),
        ("high", bound("The upper bound")),
        ("distribution", distribution()),
        ("group", text("Intervals and drivers of one group move together in draws")),
    ]);
    let judgement = properties([
        ("low", bound("The lower bound")),
        ("central", bound("The share itself")),
        ("high", bound("The upper bound")),
        ("weight", number("Its weight among the others, 1 where it is left out")),
        ("who", text("Whose judgement it is")),
    ]);
    let judgement = table("One judgement", judgement, &["low", "central", "high"]);
    let pool = properties([
        ("pool", json!({ "type": "array", "minItems": 1, "description": "Several judgements", "items": judgement })),
        ("distribution", distribution()),
    ]);
    let weights = properties([
        ("low", number("The lower bound")),
        ("central", number("The weight itself")),
        ("high", number("The upper bound")),
    ]);
    let weight = json!({
        "description": "How many other cases one case of the numerator costs: a number, a range, or a driver",
        "anyOf": [
            { "type": "number", "exclusiveMinimum": 0 },
            { "type": "string", "minLength": 1 },
            table("A weight with its range", weights, &["low", "central", "high"]),
        ],
    });
    let ratio = properties([
        ("numerator", driver("Above the line")),
        ("denominator", driver("Below the line")),
        ("weight", weight),
        ("missing", missing_driver()),
    ]);
    let ratio = table("The ratio of two drivers", ratio, &["numerator", "denominator"]);
    let interval = table("A judgement with its range", interval, &["low", "central", "high"]);
    let pool = table("Several judgements, pooled by weight", pool, &["pool"]);
    let factor = json!({ "anyOf": [bound("A decimal from 0 to 1, or per cent"), interval, pool, ratio] });
    let product = properties([(
        "product",
        json!({ "type": "array", "minItems": 2, "description": "Shares of shares", "items": factor }),
    )]);
    let amount = properties([
        ("amount", driver("Money over the sum of the lines this rule decides that year")),
        ("missing", missing_driver()),
    ]);
    let units = properties([
        ("units", driver("How many")),
        ("unit_cost", driver("What one costs")),
        ("missing", missing_driver()),
    ]);
    let services = properties([("services", texts("Names of services; * and ? are wildcards"))]);
    let overhead = properties([("overhead_of", matcher("The lines that it serves"))]);
    let words = marked("\"all\", \"none\", a decimal from 0 to 1, or per cent", &["all", "none"]);
    json!({
        "description": "How much of a line is trafficking",
        "anyOf": [
            words,
            interval,
            pool,
            ratio,
            table("A chain of keys: shares of shares", product, &["product"]),
            table("A driver in money over the sum of the lines", amount, &["amount"]),
            table("Bottom-up: units times unit cost", units, &["units", "unit_cost"]),
            table("Bottom-up: the cost of services", services, &["services"]),
            table("An overhead: as the lines that it serves", overhead, &["overhead_of"]),
        ],
    })
}

fn split() -> Value {
    let dimension = |about: &str| {
        let part = fraction("A share of what is attributed, or \"rest\"", &["rest"]);
        let fixed = json!({
            "type": "object",
            "description": "Shares that add to exactly 1",
            "not": { "required": ["by"] },
            "additionalProperties": part,
        });
        let counts =
            json!({ "type": "string", "pattern": "^\\s*victims:\\s*\\S", "description": "That year's counts" });
        let drivers = json!({
            "type": "object",
            "description": "A driver a part",
            "minProperties": 1,
            "additionalProperties": { "type": "string" },
        });
        let by = json!({ "anyOf": [counts, drivers] });
        let by = table("By a key of the year", properties([("by", by)]), &["by"]);
        json!({ "description": about, "anyOf": [by, fixed] })
    };
    let members: Map<String, Value> =
        properties([("area", dimension("By programme area")), ("exploitation", dimension("By form of exploitation"))]);
    table("How what is attributed is divided", members, &[])
}
