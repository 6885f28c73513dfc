//! The records of an SPSS dictionary, as bytes: their encoding is one of them.

use std::collections::BTreeMap;

use super::bytes::{Bytes, Order, damaged};
use crate::error::IngestError;
use crate::limits::Budget;

/// Size of the header before the dictionary, in bytes.
const HEADER: usize = 176;

/// Bytes of memory per byte of the dictionary; a short name becomes an entry in several tables.
const BYTE: usize = 40;

/// Bytes of memory per value label, besides its text.
const LABEL: usize = 160;

/// The records of a dictionary.
pub(super) struct Records<'a> {
    /// One record per eight-byte value of a case.
    pub(super) variables: Vec<VariableRecord<'a>>,
    pub(super) labels: Vec<LabelSet<'a>>,
    extensions: BTreeMap<i32, &'a [u8]>,
    /// The first byte after the dictionary.
    pub(super) end: usize,
    order: Order,
}

/// A variable, or the continuation of a text.
pub(super) struct VariableRecord<'a> {
    /// 0 for a number, the width of a text in bytes, or a negative number for a continuation.
    pub(super) kind: i32,
    pub(super) name: &'a [u8],
    pub(super) label: &'a [u8],
    /// The type of the print format.
    pub(super) format: u8,
    /// True if the first two missing values are the ends of a range.
    pub(super) has_missing_range: bool,
    pub(super) missing: Vec<[u8; 8]>,
}

/// Labels of values, and the variables that have them.
pub(super) struct LabelSet<'a> {
    pub(super) labels: Vec<([u8; 8], &'a [u8])>,
    /// Indices of variable records, from 1.
    pub(super) variables: Vec<usize>,
}

/// Records of type 7 that a table needs.
#[derive(Clone, Copy)]
pub(super) enum Extension {
    /// Numbers of the machine, among them the code page.
    Machine = 3,
    LongNames = 13,
    /// Widths of texts that are wider than 255 bytes.
    Widths = 14,
    Encoding = 20,
    /// Labels of texts that are wider than eight bytes.
    LongLabels = 21,
    /// Missing values of texts that are wider than eight bytes.
    LongMissing = 22,
}

impl<'a> Records<'a> {
    /// Reads a dictionary and takes the memory that it needs.
    pub(super) fn read(file: &'a [u8], order: Order, budget: &Budget) -> Result<Self, IngestError> {
        let mut bytes = Bytes::new(file, HEADER, order, "the dictionary");
        let mut records =
            Self { variables: Vec::new(), labels: Vec::new(), extensions: BTreeMap::new(), end: HEADER, order };
        loop {
            let start = bytes.at;
            match bytes.integer()? {
                2 => records.variables.push(variable(&mut bytes)?),
                3 => records.labels.push(labels(&mut bytes, budget)?),
                6 => {
                    let lines = bytes.count()?;
                    bytes.take(lines.saturating_mul(80))?;
                }
                7 => {
                    let (subtype, size, count) = (bytes.integer()?, bytes.count()?, bytes.count()?);
                    records.extensions.insert(subtype, bytes.take(size.saturating_mul(count))?);
                }
                999 => {
                    bytes.integer()?;
                    records.end = bytes.at;
                    return Ok(records);
                }
                other => return Err(damaged(format!("there is no record of type {other}"))),
            }
            budget.take_each(bytes.at - start, BYTE)?;
        }
    }

    /// The content of an extension; empty if the file does not have it.
    pub(super) fn extension(&self, extension: Extension) -> &'a [u8] {
        self.extensions.get(&(extension as i32)).copied().unwrap_or_default()
    }

    /// The content of an extension, to be read from front to back.
    pub(super) fn bytes_of(&self, extension: Extension) -> Bytes<'a> {
        Bytes::new(self.extension(extension), 0, self.order, "a record of the dictionary")
    }
}

fn variable<'a>(bytes: &mut Bytes<'a>) -> Result<VariableRecord<'a>, IngestError> {
    let kind = bytes.integer()?;
    if kind > 255 {
        return Err(damaged(format!("a variable has type {kind}, not 0 to 255")));
    }
    let is_labelled = bytes.integer()? == 1;
    let missing = bytes.integer()?;
    if missing.unsigned_abs() > 3 {
        return Err(damaged(format!("a variable has {missing} missing values, not -3 to 3")));
    }
    // Type, width and decimals of the print format; then the write format.
    let [_, _, format, _] = bytes.integer()?.to_le_bytes();
    bytes.integer()?;
    let name = bytes.take(8)?;
    let mut label: &[u8] = &[];
    if is_labelled {
        let length = bytes.count()?;
        label = bytes.take(length.next_multiple_of(4))?.get(..length).unwrap_or_default();
    }
    let values = (0..missing.unsigned_abs()).map(|_| bytes.value()).collect::<Result<_, _>>()?;
    Ok(VariableRecord { kind, name, label, format, has_missing_range: missing < -1, missing: values })
}

/// Reads a set of labels and the variables that each get a copy of it.
fn labels<'a>(bytes: &mut Bytes<'a>, budget: &Budget) -> Result<LabelSet<'a>, IngestError> {
    let mut labels = Vec::new();
    let mut memory = 0_usize;
    for _ in 0..bytes.count()? {
        let value = bytes.value()?;
        let length = usize::from(bytes.byte()?);
        // The text and its length together fill whole values.
        let text = bytes.take((length + 1).next_multiple_of(8) - 1)?;
        labels.push((value, text.get(..length).unwrap_or_default()));
        memory = memory.saturating_add(LABEL + 3 * length);
    }
    if bytes.integer()? != 4 {
        return Err(damaged("labels belong to no variable"));
    }
    let count = bytes.count()?;
    budget.take_each(memory, count.saturating_add(1))?;
    let variables = (0..count).map(|_| bytes.count()).collect::<Result<_, _>>()?;
    Ok(LabelSet { labels, variables })
}
