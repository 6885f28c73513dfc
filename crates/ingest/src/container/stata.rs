//! Reads `.dta`: Stata data with labels and tagged missing values.

mod sections;

use std::borrow::Cow;
use std::collections::BTreeMap;

use dta::stata::dta::dta_error::DtaError;
use dta::stata::dta::dta_reader::DtaReader;
use dta::stata::dta::record_reader::RecordReader;
use dta::stata::dta::value::Value;
use dta::stata::dta::variable::Variable;
use dta::stata::dta::variable_type::VariableType;
use dta::stata::stata_byte::StataByte;
use dta::stata::stata_double::StataDouble;
use dta::stata::stata_float::StataFloat;
use dta::stata::stata_int::StataInt;
use dta::stata::stata_long::StataLong;
use encoding_rs::Encoding;
use equifinal_study::detected::FileKind;
use equifinal_study::table_notes::TableNotes;

use self::sections::{CONTAINER, File, LongTexts, Sections};
use super::cell_text::{date, number, timestamp};
use super::foreign::unreadable;
use crate::error::IngestError;
use crate::grid::Grid;
use crate::limits::{Budget, CELL, COLUMN, ROW};
use crate::text_column::TextColumnBuilder;
use crate::variable_notes::VariableNotes;

/// Days and milliseconds from 1960, Stata's epoch, to 1970.
const DAYS_TO_1970: i64 = 3653;

/// Reads all variables. Missing values `.a` to `.z` are kept in the cells under these names.
pub(super) fn read(bytes: &[u8], budget: &Budget) -> Result<Grid, IngestError> {
    let (long, labels) = behind_records(bytes, budget)?;
    let (_, mut records) = records(bytes, budget)?;
    let encoding = records.encoding();
    let variables = records.schema().variables().to_vec();
    budget.take_each(variables.len(), COLUMN)?;
    let mut columns: Vec<_> = variables.iter().map(|_| TextColumnBuilder::default()).collect();
    let mut height = 0_usize;
    while let Some(record) = records.read_record().map_err(broken)? {
        height += 1;
        budget.take(variables.len().saturating_mul(CELL).saturating_add(ROW))?;
        for ((variable, value), cells) in variables.iter().zip(record.values()).zip(&mut columns) {
            match value {
                Value::LongStringRef(reference) => {
                    let text = long.get(&(reference.variable(), reference.observation()));
                    let text = text.copied().unwrap_or_default();
                    // The same text may stand in every row, and is decoded in each.
                    budget.take(text.len())?;
                    cells.push(decoded(text, encoding).as_deref().unwrap_or_default());
                }
                Value::String(text) => {
                    budget.take(text.len())?;
                    cells.push(text);
                }
                value => cells.push(&numeric(variable, value)),
            }
        }
    }
    let mut notes = Vec::with_capacity(variables.len());
    for variable in &variables {
        let values = labels.get(variable.value_label_name());
        let text = values.into_iter().flatten().map(|(code, label)| code.len() + label.len() + sections::LABEL);
        budget.take(text.fold(0, usize::saturating_add))?;
        let note = VariableNotes {
            label: variable.label().to_owned(),
            values: values.cloned().unwrap_or_default(),
            missing: if is_text(variable) { Vec::new() } else { (b'a'..=b'z').map(tagged).collect() },
            missing_range: None,
            said_missing: Vec::new(),
            by_code: Vec::new(),
        };
        notes.push(note.indexed());
    }
    Ok(Grid {
        notes,
        header: variables.iter().map(|variable| variable.name().to_owned()).collect(),
        header_line: 0,
        columns: columns.into_iter().map(TextColumnBuilder::finish).collect(),
        lines: (1..=height).collect(),
        kind: FileKind::Stata,
        found: TableNotes::default(),
        top: equifinal_study::message::Message::empty(),
    })
}

fn is_text(variable: &Variable) -> bool {
    matches!(variable.variable_type(), VariableType::FixedString(_) | VariableType::LongString)
}

/// The cell text of the missing value with this tag.
fn tagged(tag: u8) -> String {
    format!(".{}", char::from(tag))
}

/// The cell text of a value label's code; missing values have the largest codes.
fn labelled(code: i32) -> String {
    const UNTAGGED: i32 = 2_147_483_621;
    match code.checked_sub(UNTAGGED).and_then(|tag| u8::try_from(tag).ok()) {
        Some(tag @ 1..=26) => tagged(b'a' + tag - 1),
        _ => code.to_string(),
    }
}

fn broken(error: DtaError) -> IngestError {
    unreadable(CONTAINER, error)
}

/// The file positioned at its records, after all earlier sections have been checked.
fn records<'a>(bytes: &'a [u8], budget: &'a Budget) -> Result<(Sections<'a>, RecordReader<File<'a>>), IngestError> {
    let file = File::new(bytes);
    let schema = DtaReader::new().from_reader(file.clone()).read_header().map_err(broken)?;
    let sections = Sections::new(file, schema.header(), budget);
    sections.check_variables(schema.header())?;
    let mut characteristics = schema.read_schema().map_err(broken)?;
    sections.check_characteristics()?;
    characteristics.skip_to_end().map_err(broken)?;
    let records = characteristics.into_record_reader().map_err(broken)?;
    sections.check_records(records.header(), records.schema().variables())?;
    Ok((sections, records))
}

/// Value labels, by the names of their sets.
type Labels = BTreeMap<String, Vec<(String, String)>>;

/// The sections after the records: long strings and value labels.
fn behind_records<'a>(bytes: &'a [u8], budget: &'a Budget) -> Result<(LongTexts<'a>, Labels), IngestError> {
    let (sections, mut records) = records(bytes, budget)?;
    records.skip_to_end().map_err(broken)?;
    let long = sections.long_texts()?;
    let mut strings = records.into_long_string_reader().map_err(broken)?;
    strings.skip_to_end().map_err(broken)?;
    let mut sets = strings.into_value_label_reader().map_err(broken)?;
    let mut labels = Labels::new();
    loop {
        sections.check_labels()?;
        let Some(set) = sets.read_value_label_set().map_err(broken)? else { return Ok((long, labels)) };
        let entries = set.entries().iter().map(|entry| (labelled(entry.value()), entry.label().to_owned()));
        labels.insert(set.name().to_owned(), entries.collect());
    }
}

/// A long string up to its terminator; `None` if it is not valid in the file's encoding.
fn decoded<'a>(text: &'a [u8], encoding: &'static Encoding) -> Option<Cow<'a, str>> {
    let text = text.split(|byte| *byte == 0).next()?;
    encoding.decode_without_bom_handling_and_without_replacement(text)
}

fn numeric(variable: &Variable, value: &Value<'_>) -> String {
    let present = match value {
        Value::Byte(StataByte::Present(value)) => f64::from(*value),
        Value::Int(StataInt::Present(value)) => f64::from(*value),
        Value::Long(StataLong::Present(value)) => f64::from(*value),
        Value::Float(StataFloat::Present(value)) => shortest(*value),
        Value::Double(StataDouble::Present(value)) => *value,
        Value::Byte(StataByte::Missing(tag))
        | Value::Int(StataInt::Missing(tag))
        | Value::Long(StataLong::Missing(tag))
        | Value::Float(StataFloat::Missing(tag))
        | Value::Double(StataDouble::Missing(tag)) => {
            return if tag.code() == 0 { String::new() } else { tag.to_string() };
        }
        Value::String(_) | Value::LongStringRef(_) => return String::new(),
    };
    // `%-td` is a day on the left side of its column.
    let format = variable.format().replacen("%-", "%", 1);
    if format.starts_with("%td") || format.starts_with("%d") {
        date(whole(present).saturating_sub(DAYS_TO_1970))
    } else if format.starts_with("%tc") {
        timestamp(whole(present / 1000.0).saturating_sub(DAYS_TO_1970 * 86_400))
    } else {
        number(present)
    }
}

/// The shortest decimal number of a single-precision value: 0.67, not 0.6700000166893005.
fn shortest(value: f32) -> f64 {
    value.to_string().parse().unwrap_or_else(|_| f64::from(value))
}

#[expect(clippy::cast_possible_truncation, reason = "the cast saturates, and dates that far are none")]
fn whole(value: f64) -> i64 {
    value.floor() as i64
}
