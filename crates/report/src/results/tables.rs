//! The tables of the study as they were found in their files, for machines.

use equifinal_study::config::{ScoreSource, SetTime, TableKind};
use equifinal_study::detected::{Detected, FileKind};
use equifinal_study::natural;
use equifinal_study::panel::PanelShape;
use equifinal_study::table::{CaseTable, ExcludedCase, TableFound, Timed};
use equifinal_study::table_notes::{Conversion, KeptTotal, PassedOver};
use serde_json::{Map, Value, json};

use super::text::text;
use crate::input::Input;

/// Each table by its name: its file, its layout, and what was done to its cells. A key is absent where there is nothing
/// to say.
pub(super) fn tables(input: &Input<'_>) -> Value {
    let of_cases = input.study.tables_of(TableKind::Cases).next();
    let described = |found: &TableFound| {
        let mut described = table(found);
        if of_cases.is_some_and(|cases| cases.name == found.name) {
            described.extend(cases(&input.evidence.cases));
        }
        (found.name.clone(), Value::Object(described))
    };
    input.evidence.tables.iter().map(described).collect::<Map<_, _>>().into()
}

/// The rows of the table of cases that the study excludes, and the cases without a value by column.
fn cases(table: &CaseTable) -> Map<String, Value> {
    let excluded = table.excluded.iter().map(|one| {
        let ExcludedCase { case, line, because } = one;
        json!({"case": case, "line": line, "because": text(because)})
    });
    let columns = table.columns.iter().filter(|column| column.source == ScoreSource::Table);
    let missing = columns.filter_map(|column| {
        let missing = column.cells.missing();
        let mut cases: Vec<&str> =
            missing.into_iter().filter_map(|case| table.cases.get(case)).map(String::as_str).collect();
        cases.sort_by(|a, b| natural::compare(a, b));
        let mut found = json!({"column": column.name, "cases": cases});
        if let (Value::Object(found), Some(timed)) = (&mut found, &column.timed) {
            found.insert("time".to_owned(), time(timed));
        }
        (!cases.is_empty()).then_some(found)
    });
    let lists = [("excluded", excluded.collect::<Vec<_>>()), ("missing", missing.collect())];
    lists.into_iter().filter(|(_, list)| !list.is_empty()).map(|(key, list)| (key.to_owned(), list.into())).collect()
}

/// The periods of the scores, and the number of cases without one by reason.
fn time(timed: &Timed) -> Value {
    let value = match &timed.time {
        SetTime::At(period) => json!(period),
        other => json!(other.periods()),
    };
    let name = timed.time.name();
    json!({name: value, "no_period": timed.no_period, "no_value": timed.no_value, "growth_from_zero": timed.zero})
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
    if let Some(shape) = &notes.panel {
        put("panel", panel(shape));
    }
    table
}

fn panel(shape: &PanelShape) -> Value {
    let gaps: Vec<Value> = shape.gaps.iter().map(|gap| json!({"unit": gap.unit, "times": gap.times})).collect();
    json!({"units": shape.units, "periods": shape.periods, "gaps": gaps})
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
