//! The tables of the study as they were found in their files, for machines.

use equifinal_measure::Evidence;
use equifinal_study::detected::{Detected, FileKind};
use equifinal_study::table::TableFound;
use equifinal_study::table_notes::{Conversion, KeptTotal, PassedOver};
use serde_json::{Map, Value, json};

/// Each table by its name: its file, its layout, and what was done to its cells. A key is absent where there is nothing
/// to say.
pub(super) fn tables(evidence: &Evidence) -> Value {
    evidence.tables.iter().map(|found| (found.name.clone(), Value::Object(table(found)))).collect::<Map<_, _>>().into()
}

fn table(found: &TableFound) -> Map<String, Value> {
    let Detected { platform, kind, columns, notes, .. } = &found.detected;
    let mut table = Map::new();
    let mut put = |key: &str, value: Value| table.insert(key.to_owned(), value);
    put("kind", json!(kind.name()));
    if let Some(platform) = platform {
        put("platform", json!(platform));
    }
    if let FileKind::Delimited { encoding, separator, .. } = kind {
        put("encoding", json!(encoding));
        put("separator", json!(separator.sign()));
    }
    if let Some(sheet) = &notes.sheet {
        put("sheet", json!(sheet.name));
        put("sheets", json!(kind.sheets()));
    }
    put("rows", json!(found.rows));
    put("columns", json!(columns));
    let mut list = |key: &str, values: Vec<Value>| {
        if !values.is_empty() {
            put(key, values.into());
        }
    };
    list("header_lines", notes.header_lines.iter().map(|line| json!(line)).collect());
    list("passed_over", notes.passed_over.iter().map(passed_over).collect());
    list("kept_totals", notes.kept_totals.iter().map(kept_total).collect());
    list("conversions", notes.conversions.iter().map(conversion).collect());
    if notes.formulas > 0 {
        put("formulas", json!(notes.formulas));
    }
    table
}

fn passed_over(lines: &PassedOver) -> Value {
    json!({"lines": [lines.first, lines.last], "why": lines.why.name(), "text": lines.text})
}

fn kept_total(row: &KeptTotal) -> Value {
    json!({"line": row.line, "text": row.text})
}

fn conversion(cells: &Conversion) -> Value {
    let Conversion { column, kind, count, written, read } = cells;
    json!({"column": column, "kind": kind.name(), "count": count, "written": written, "read": read})
}
