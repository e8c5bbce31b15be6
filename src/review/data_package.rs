//! The Frictionless data package over the CSV files of the pack (specs.frictionlessdata.io): names, types and allowed
//! values of their columns.

use serde_json::{Map, Value, json};

use super::{PackFile, Parts, deliverables};
use crate::attribution::{ColumnKind, LEDGER, ledger_columns};
use crate::measures::COST;
use crate::render::RenderError;
use crate::report::coverage::COLUMNS as COVERAGE;
use crate::report::outturn::COLUMNS as OUTTURN;
use crate::report::rulebook::COLUMNS as RULEBOOK;
use crate::report::services::{PER_MEASURE, SERVICES};
use crate::report::{Citations, Context, OTHER_GROUPS, PER_VICTIM, ReportError, SCOPE, SELECTION, SourceDocument};

/// The file `datapackage.json`.
pub(super) fn data_package(parts: &Parts<'_>) -> Result<Vec<PackFile>, RenderError> {
    let context = parts.material.context;
    let report = report_fields(context);
    let ledger = ledger_columns(&context.project.dimensions).map(|column| field(column.name, column.kind));
    let selection = (!context.attribution.only.takes_all()).then(|| field(SELECTION, ColumnKind::Text));
    let ledger: Vec<Value> = ledger.chain(selection).collect();
    let keys = context.query.by.iter().map(|dimension| context.name(*dimension));
    let currency = (!context.query.also.is_empty()).then(|| "currency".to_owned());
    let keys: Vec<String> = std::iter::once("year".to_owned()).chain(keys).chain(currency).collect();
    let citations = Citations::of(context);
    let sources: Vec<Value> = citations
        .ids()
        .map(|id| SourceDocument::new(context.project, id))
        .map(|source| {
            let title = if source.title.is_empty() { source.id } else { source.title };
            let mut entry = Map::from_iter([("title".to_owned(), Value::String(title))]);
            if source.url.starts_with("http://") || source.url.starts_with("https://") {
                entry.insert("path".to_owned(), Value::String(source.url));
            }
            Value::Object(entry)
        })
        .collect();
    let mut resources =
        vec![resource("report", "report.csv", report, Some(&keys)), resource("ledger", "ledger.csv", ledger, None)];
    for (name, content) in deliverables(&parts.report()) {
        let fields = content.flat()?.header.iter().map(|column| record_field(name, column)).collect();
        resources.push(resource(name, &format!("{name}.csv"), fields, None));
    }
    let mut package = json!({
        "profile": "data-package",
        "name": "thb-cost-review",
        "title": context.project.title,
        "resources": resources,
    });
    if let (false, Some(members)) = (sources.is_empty(), package.as_object_mut()) {
        members.insert("sources".to_owned(), Value::Array(sources));
    }
    let text = serde_json::to_string_pretty(&package).map_err(ReportError::from)?;
    Ok(vec![PackFile { path: "datapackage.json".to_owned(), bytes: (text + "\n").into_bytes() }])
}

fn resource(name: &str, path: &str, fields: Vec<Value>, keys: Option<&[String]>) -> Value {
    let mut schema = json!({ "fields": fields, "missingValues": [""] });
    if let (Some(keys), Some(members)) = (keys, schema.as_object_mut()) {
        members.insert("primaryKey".to_owned(), json!(keys));
    }
    json!({
        "name": name,
        "profile": "tabular-data-resource",
        "path": path,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema,
    })
}

/// A column of the records of a further part: a year, a number or words.
fn record_field(resource: &str, column: &str) -> Value {
    let is_number = match resource {
        "compare" => {
            let numbers = ["before", "after", "change", "low_before", "low_after", "high_before", "high_after"];
            numbers.contains(&column) || column.starts_with("cause_") || column.starts_with("victims_")
        }
        "sensitivity" => ["value", "error"].contains(&column),
        "outturn" => OUTTURN.contains(&(column, true)),
        "coverage" => COVERAGE.contains(&(column, true)),
        "services" => is_number_of_services(column),
        _ => RULEBOOK.contains(&(column, true)),
    };
    let kind = match column {
        "year" if resource != "sensitivity" => ColumnKind::Year,
        _ if is_number => ColumnKind::Money,
        _ => ColumnKind::Text,
    };
    field(column, kind)
}

fn is_number_of_services(name: &str) -> bool {
    let own = SERVICES.iter().find(|(column, _)| *column == name).map(|(_, is_number)| *is_number);
    own.unwrap_or_else(|| PER_MEASURE.iter().any(|(column, is_number)| *is_number && name.ends_with(column)))
}

/// A column of the type that its kind has.
fn field(name: &str, kind: ColumnKind) -> Value {
    match kind {
        ColumnKind::Text | ColumnKind::Name => json!({ "name": name, "type": "string" }),
        ColumnKind::Word(words) => json!({ "name": name, "type": "string", "constraints": { "enum": words } }),
        ColumnKind::Money => json!({ "name": name, "type": "number" }),
        ColumnKind::Count => json!({ "name": name, "type": "integer" }),
        ColumnKind::Year => json!({ "name": name, "type": "year" }),
    }
}

/// The columns of the report, in the order of its flat rows.
fn report_fields(context: Context<'_>) -> Vec<Value> {
    let text = |name: &str| field(name, ColumnKind::Text);
    let mut fields = vec![field("year", ColumnKind::Year)];
    for dimension in &context.query.by {
        let name = context.name(*dimension);
        let column = LEDGER.iter().find(|column| column.dimension() == Some(dimension.dimension));
        let kind = column.map_or(ColumnKind::Text, |column| column.kind);
        fields.push(field(&name, kind));
    }
    fields.extend(context.query.layout.top.map(|_| field(OTHER_GROUPS, ColumnKind::Count)));
    fields.extend(["currency", "prices"].map(text));
    for column in &COST {
        fields.push(field(column.key, if column.is_money() { ColumnKind::Money } else { ColumnKind::Count }));
    }
    for measure in &context.query.measures {
        for (column, is_number) in PER_VICTIM {
            let kind = if is_number { ColumnKind::Money } else { ColumnKind::Text };
            fields.push(field(&format!("{measure}_{column}"), kind));
        }
    }
    fields.extend(SCOPE.map(text));
    fields
}
