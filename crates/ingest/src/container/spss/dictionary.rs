//! Scans the dictionary of an SPSS file before the reader parses it: the width of a case, the memory for labels, and
//! the start of the data. Parts that no table needs are hidden from the reader. The format follows the PSPP developers'
//! guide, "System File Format".

use super::super::foreign::unreadable;
use crate::error::IngestError;
use crate::limits::Budget;

/// The format, in messages.
pub(super) const CONTAINER: &str = "SPSS file";

/// Size of the header before the dictionary, in bytes.
const HEADER: usize = 176;

/// Bytes of memory per byte of the dictionary; a short name becomes an entry in several tables.
const BYTE: usize = 40;

/// Bytes of memory per value label, besides its text.
const LABEL: usize = 160;

/// Maximum number of look-ups of long-string names, each of which searches all variables.
const LOOKUPS: usize = 1 << 30;

/// A record subtype that the reader ignores.
const HIDDEN: i32 = 9_999;

/// Record subtypes in the guide's section "Miscellaneous Informational Records": machine integers, display, names, long
/// strings, encoding, and labels and missing values of long strings.
const INTEGERS: i32 = 3;
const FLOATS: i32 = 4;
const DISPLAY: i32 = 11;
const LONG_TEXTS: i32 = 14;
const KEPT: [i32; 8] = [INTEGERS, FLOATS, DISPLAY, 13, LONG_TEXTS, 20, 21, 22];

/// The result of scanning a dictionary.
pub(super) struct Dictionary {
    /// The header and the dictionary, without the parts that no table needs.
    pub(super) bytes: Vec<u8>,
    /// Number of eight-byte values per case.
    pub(super) slots: usize,
}

/// Scans the dictionary of a file and takes the memory that it needs.
pub(super) fn read(file: &[u8], budget: &Budget) -> Result<Dictionary, IngestError> {
    let mut walk = Walk { file, at: HEADER, order: order(file)? };
    let (mut slots, mut long_texts, mut hidden) = (0_usize, 0_usize, Vec::new());
    loop {
        match walk.number()? {
            2 => {
                slots += 1;
                walk.variable()?;
            }
            3 => walk.labels(budget)?,
            6 => {
                let lines = walk.count()?;
                walk.skip(lines, 80)?;
            }
            7 => {
                let place = walk.at;
                let (subtype, size, count) = (walk.number()?, walk.count()?, walk.count()?);
                // As the reader does: these have a length of their own, whatever they declare.
                match subtype {
                    INTEGERS => walk.skip(8, 4)?,
                    FLOATS => walk.skip(3, 8)?,
                    DISPLAY => walk.skip(count, 4)?,
                    _ => walk.skip(count, size)?,
                }
                if subtype == LONG_TEXTS {
                    long_texts = long_texts.max(size.saturating_mul(count) / 4);
                }
                if !KEPT.contains(&subtype) {
                    hidden.push(place);
                }
            }
            999 => {
                walk.number()?;
                break;
            }
            other => return Err(damaged(format!("there is no record of type {other}"))),
        }
    }
    budget.take_each(walk.at, BYTE)?;
    if slots.saturating_mul(long_texts) > LOOKUPS {
        return Err(budget.spend());
    }
    let mut bytes = file.get(..walk.at).unwrap_or_default().to_vec();
    for place in hidden {
        if let Some(subtype) = bytes.get_mut(place..place + 4) {
            subtype.copy_from_slice(&walk.order.written(HIDDEN));
        }
    }
    Ok(Dictionary { bytes, slots })
}

/// Takes the memory of the blocks of a compressed file, listed in the trailer.
pub(super) fn blocks(file: &[u8], dictionary: usize, budget: &Budget) -> Result<(), IngestError> {
    let order = order(file)?;
    let compression = file.get(72..76).and_then(|bytes| bytes.first_chunk()).map(|bytes| order.number(*bytes));
    if compression != Some(2) {
        return Ok(());
    }
    let long = |at: usize| file.get(at..).and_then(|rest| rest.first_chunk()).map(|bytes| order.long(*bytes));
    let short = |at: usize| file.get(at..).and_then(|rest| rest.first_chunk()).map(|bytes| order.number(*bytes));
    let cut = || damaged("the list of its blocks is cut off");
    // The place of the header, of the trailer, and the trailer's length; then two numbers, a size and a count.
    let trailer = long(dictionary.saturating_add(8)).and_then(|at| usize::try_from(at).ok()).ok_or_else(cut)?;
    let count = short(trailer.saturating_add(20)).ok_or_else(cut)?;
    for block in 0..usize::try_from(count).unwrap_or_default() {
        let at = trailer.saturating_add(24).saturating_add(block.saturating_mul(24)).saturating_add(16);
        let inflated = usize::try_from(short(at).ok_or_else(cut)?);
        let packed = usize::try_from(short(at.saturating_add(4)).ok_or_else(cut)?);
        let (Ok(inflated), Ok(_)) = (inflated, packed) else { return Err(cut()) };
        budget.take(inflated)?;
    }
    Ok(())
}

/// The byte order, from the second number of the header, which is 2 or 3.
fn order(file: &[u8]) -> Result<Order, IngestError> {
    match file.get(64..68) {
        Some([2 | 3, 0, 0, 0]) => Ok(Order::Little),
        Some([0, 0, 0, 2 | 3]) => Ok(Order::Big),
        _ => Err(damaged("the order of its bytes is unknown")),
    }
}

/// Byte orders.
#[derive(Clone, Copy)]
enum Order {
    Little,
    Big,
}

impl Order {
    fn number(self, bytes: [u8; 4]) -> i32 {
        match self {
            Self::Little => i32::from_le_bytes(bytes),
            Self::Big => i32::from_be_bytes(bytes),
        }
    }

    fn long(self, bytes: [u8; 8]) -> i64 {
        match self {
            Self::Little => i64::from_le_bytes(bytes),
            Self::Big => i64::from_be_bytes(bytes),
        }
    }

    fn written(self, number: i32) -> [u8; 4] {
        match self {
            Self::Little => number.to_le_bytes(),
            Self::Big => number.to_be_bytes(),
        }
    }
}

/// A position in the file that advances.
struct Walk<'a> {
    file: &'a [u8],
    at: usize,
    order: Order,
}

impl Walk<'_> {
    fn number(&mut self) -> Result<i32, IngestError> {
        let bytes = self.file.get(self.at..).and_then(|rest| rest.first_chunk()).ok_or_else(cut)?;
        self.at += 4;
        Ok(self.order.number(*bytes))
    }

    fn count(&mut self) -> Result<usize, IngestError> {
        usize::try_from(self.number()?).map_err(|_| damaged("a count is negative"))
    }

    /// Skips `count` items of `bytes` bytes.
    fn skip(&mut self, count: usize, bytes: usize) -> Result<(), IngestError> {
        self.at = self.at.saturating_add(count.saturating_mul(bytes));
        if self.at <= self.file.len() { Ok(()) } else { Err(cut()) }
    }

    /// Reads type, label and missing values of a variable.
    fn variable(&mut self) -> Result<(), IngestError> {
        let _type = self.number()?;
        let is_labelled = self.number()? == 1;
        let missing = self.number()?;
        // Two formats and a name.
        self.skip(1, 16)?;
        if is_labelled {
            let length = self.count()?;
            self.skip(length.div_ceil(4), 4)?;
        }
        self.skip(usize::try_from(missing.unsigned_abs()).unwrap_or(usize::MAX), 8)
    }

    /// Reads a set of labels and the variables that each get a copy of it.
    fn labels(&mut self, budget: &Budget) -> Result<(), IngestError> {
        let count = self.count()?;
        let mut memory = 0_usize;
        for _ in 0..count {
            self.skip(1, 8)?;
            let length = usize::from(*self.file.get(self.at).ok_or_else(cut)?);
            self.skip((length + 1).div_ceil(8), 8)?;
            memory = memory.saturating_add(LABEL + 3 * length);
        }
        if self.number()? != 4 {
            return Err(damaged("labels belong to no variable"));
        }
        let variables = self.count()?;
        budget.take_each(memory, variables.saturating_add(1))?;
        self.skip(variables, 4)
    }
}

fn cut() -> IngestError {
    damaged("the dictionary is cut off")
}

fn damaged(problem: impl ToString) -> IngestError {
    unreadable(CONTAINER, problem)
}
