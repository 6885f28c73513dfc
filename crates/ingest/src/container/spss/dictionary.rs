//! The variables of an SPSS file: names, places in a case, formats, labels, and values declared missing.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;

use encoding_rs::{Encoding, UTF_8};

use super::bytes::{Order, damaged, filled};
use super::records::{Extension, Records, VariableRecord};
use super::value::Kind;
use crate::error::IngestError;
use crate::limits::Budget;
use crate::text_column::trimmed;
use crate::variable_notes::VariableNotes;

/// The part of a long text that one of its variable records holds, in bytes.
const SEGMENT: usize = 255;

/// The part of a long text that each variable record is declared for, in bytes.
const DECLARED: usize = 252;

/// The dictionary of a file.
pub(super) struct Dictionary {
    pub(super) variables: Vec<Variable>,
    /// `None` if the file does not say.
    pub(super) encoding: Option<&'static Encoding>,
    pub(super) order: Order,
    /// Number of eight-byte values per case.
    pub(super) slots: usize,
    /// The first byte after the dictionary.
    pub(super) end: usize,
}

/// A column of the table.
pub(super) struct Variable {
    pub(super) name: String,
    pub(super) kind: Kind,
    /// The byte ranges of a case that hold the value; several for a text wider than 255 bytes.
    pub(super) places: Vec<Range<usize>>,
    pub(super) notes: VariableNotes,
}

/// Reads the dictionary of a file and takes the memory that it needs.
pub(super) fn read(file: &[u8], budget: &Budget) -> Result<Dictionary, IngestError> {
    let order = Order::of(file)?;
    let records = Records::read(file, order, budget)?;
    let encoding = encoding(&records);
    let reading = Reading { order, encoding };
    let (mut variables, by_record) = reading.variables(&records)?;
    reading.labels(&records, &mut variables, &by_record);
    reading.long_labels(&records, &mut variables)?;
    reading.long_missing(&records, &mut variables)?;
    for variable in &mut variables {
        variable.notes = std::mem::take(&mut variable.notes).indexed();
    }
    Ok(Dictionary { variables, encoding, order, slots: records.variables.len(), end: records.end })
}

/// The encoding by its name, otherwise by its code page.
fn encoding(records: &Records<'_>) -> Option<&'static Encoding> {
    let name = records.extension(Extension::Encoding).trim_ascii();
    let digits = name.iter().skip_while(|byte| !byte.is_ascii_digit()).take_while(|byte| byte.is_ascii_digit());
    let named: Option<u16> = digits.map(|digit| char::from(*digit)).collect::<String>().parse().ok();
    let mut machine = records.bytes_of(Extension::Machine);
    // Seven numbers stand before the code page.
    let code_page = machine.take(28).and_then(|_| machine.integer()).ok().and_then(|page| u16::try_from(page).ok());
    let by_page = || named.or(code_page).and_then(codepage::to_encoding);
    Encoding::for_label(name).or_else(by_page)
}

struct Reading {
    order: Order,
    encoding: Option<&'static Encoding>,
}

impl Reading {
    fn text(&self, bytes: &[u8]) -> String {
        self.encoding.unwrap_or(UTF_8).decode_without_bom_handling(filled(bytes)).0.into_owned()
    }

    /// A label; one that was cut inside of a letter ends before it.
    fn label(&self, bytes: &[u8]) -> String {
        self.text(bytes).trim_end_matches([' ', '\u{FFFD}']).to_owned()
    }

    fn code(&self, kind: Kind, value: [u8; 8]) -> String {
        if kind == Kind::Text { trimmed(&self.text(&value)).to_owned() } else { kind.shown(self.order.real(value)) }
    }

    /// Pairs `NAME=value` of an extension, by the upper-case name.
    fn pairs<'a>(records: &Records<'a>, extension: Extension) -> BTreeMap<Vec<u8>, &'a [u8]> {
        let pairs = records.extension(extension).split(|byte| matches!(byte, b'\t' | 0));
        let pair = |pair: &'a [u8]| {
            let at = pair.iter().position(|byte| *byte == b'=')?;
            let (name, value) = pair.split_at_checked(at)?;
            Some((filled(name).to_ascii_uppercase(), filled(value.get(1..)?)))
        };
        pairs.filter_map(pair).collect()
    }

    /// The variables, and the index of the variable that begins at each record.
    fn variables(&self, records: &Records<'_>) -> Result<(Vec<Variable>, Vec<Option<usize>>), IngestError> {
        let names = Self::pairs(records, Extension::LongNames);
        let widths = Self::pairs(records, Extension::Widths);
        let (mut variables, mut by_record) = (Vec::new(), vec![None; records.variables.len()]);
        let mut starts = records.variables.iter().enumerate().filter(|(_, record)| record.kind >= 0);
        while let Some((slot, record)) = starts.next() {
            let short = filled(record.name).to_ascii_uppercase();
            let place = |slot: usize, length: usize| slot * 8..slot * 8 + length;
            let mut places = Vec::new();
            if record.kind == 0 {
                places.push(place(slot, 8));
            } else if let Some(width) = widths.get(&short).filter(|_| record.kind == 255) {
                let width = wide(width).ok_or_else(|| damaged("the width of a long text is not 256 to 32767"))?;
                places.push(place(slot, SEGMENT));
                for segment in 1..width.div_ceil(DECLARED) {
                    let (slot, _) = starts.next().ok_or_else(|| damaged("a long text is cut off"))?;
                    places.push(place(slot, width.saturating_sub(segment * SEGMENT).min(SEGMENT)));
                }
            } else {
                places.push(place(slot, usize::try_from(record.kind).unwrap_or_default()));
            }
            if places.iter().any(|place| place.end > records.variables.len() * 8) {
                return Err(damaged("a text is wider than its case"));
            }
            if let Some(place) = by_record.get_mut(slot) {
                *place = Some(variables.len());
            }
            let name = names.get(&short).copied().unwrap_or(&short);
            let name = decoded(self.encoding, name).ok_or_else(|| damaged(undecodable("a name", self.encoding)))?;
            variables.push(self.variable(record, name, places));
        }
        Ok((variables, by_record))
    }

    fn variable(&self, record: &VariableRecord<'_>, name: String, places: Vec<Range<usize>>) -> Variable {
        let kind = if record.kind == 0 { Kind::of_format(record.format) } else { Kind::Text };
        let mut notes = VariableNotes { label: self.label(record.label), ..VariableNotes::default() };
        let mut missing = record.missing.as_slice();
        if let (true, Kind::Number | Kind::Day | Kind::Moment | Kind::Duration, [low, high, rest @ ..]) =
            (record.has_missing_range, kind, missing)
        {
            notes.missing_range = Some((self.order.real(*low), self.order.real(*high)));
            missing = rest;
        }
        notes.missing = missing.iter().map(|value| self.code(kind, *value)).collect();
        Variable { name, kind, places, notes }
    }

    fn labels(&self, records: &Records<'_>, variables: &mut [Variable], by_record: &[Option<usize>]) {
        for set in &records.labels {
            for record in &set.variables {
                let variable = record.checked_sub(1).and_then(|slot| by_record.get(slot).copied().flatten());
                let Some(variable) = variable.and_then(|at| variables.get_mut(at)) else { continue };
                let labels =
                    set.labels.iter().map(|(value, label)| (self.code(variable.kind, *value), self.label(label)));
                variable.notes.values = labels.collect();
            }
        }
    }

    /// Labels of wide texts: for each variable its name, its width, a count, and pairs of value and label.
    fn long_labels(&self, records: &Records<'_>, variables: &mut [Variable]) -> Result<(), IngestError> {
        let names = by_name(variables);
        let mut bytes = records.bytes_of(Extension::LongLabels);
        while !bytes.is_at_end() {
            let length = bytes.count()?;
            let name = self.text(bytes.take(length)?);
            bytes.integer()?;
            let mut labels = Vec::new();
            for _ in 0..bytes.count()? {
                let length = bytes.count()?;
                let value = self.text(bytes.take(length)?);
                let length = bytes.count()?;
                labels.push((trimmed(&value).to_owned(), self.label(bytes.take(length)?)));
            }
            if let Some(variable) = names.get(&name).and_then(|at| variables.get_mut(*at)) {
                variable.notes.values = labels;
            }
        }
        Ok(())
    }

    /// Missing values of wide texts: for each variable its name, a count, the width of a value, and the values.
    fn long_missing(&self, records: &Records<'_>, variables: &mut [Variable]) -> Result<(), IngestError> {
        let names = by_name(variables);
        let mut bytes = records.bytes_of(Extension::LongMissing);
        while !bytes.is_at_end() {
            let length = bytes.count()?;
            let name = self.text(bytes.take(length)?);
            let count = bytes.byte()?;
            let width = bytes.count()?;
            let values = (0..count).map(|_| bytes.take(width).map(|value| trimmed(&self.text(value)).to_owned()));
            let values = values.collect::<Result<_, _>>()?;
            if let Some(variable) = names.get(&name).and_then(|at| variables.get_mut(*at)) {
                variable.notes.missing = values;
            }
        }
        Ok(())
    }
}

/// A text without the bytes that fill it up; `None` if it is not valid in the encoding. Without a known encoding only ASCII
/// is a text.
pub(super) fn decoded(encoding: Option<&'static Encoding>, bytes: &[u8]) -> Option<String> {
    let bytes = filled(bytes);
    match encoding {
        Some(encoding) => encoding.decode_without_bom_handling_and_without_replacement(bytes).map(Cow::into_owned),
        None if bytes.is_ascii() => str::from_utf8(bytes).ok().map(str::to_owned),
        None => None,
    }
}

/// The problem of a text that cannot be decoded.
pub(super) fn undecodable(what: &str, encoding: Option<&'static Encoding>) -> String {
    match encoding {
        Some(encoding) => format!("{what} is not valid {}", encoding.name()),
        None => format!("{what} is in no declared encoding"),
    }
}

/// The width of a long text.
fn wide(text: &[u8]) -> Option<usize> {
    let width = std::str::from_utf8(text).ok()?.trim().parse().ok()?;
    (256..=32_767).contains(&width).then_some(width)
}

fn by_name(variables: &[Variable]) -> BTreeMap<String, usize> {
    variables.iter().enumerate().map(|(at, variable)| (variable.name.clone(), at)).collect()
}
