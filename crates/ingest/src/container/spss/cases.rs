//! The cases of an SPSS file: plain, with small numbers packed into a byte each, or inflated from blocks.

use std::borrow::Cow;

use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use super::bytes::{Bytes, Order, damaged};
use super::dictionary::Dictionary;
use crate::error::IngestError;
use crate::limits::Budget;

/// The name of this part of a file, in messages.
const PART: &str = "the last case";

/// The number that stands for no value.
pub(super) const SYSTEM_MISSING: f64 = -f64::MAX;

/// Storage forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Compression {
    None,
    /// Small numbers and blanks are one byte.
    Packed,
    /// Packed, then deflated in blocks.
    Deflated,
}

/// The header's fields about cases.
pub(super) struct Storage {
    compression: Compression,
    /// Number of cases; `None` if the program that wrote the file did not know it.
    pub(super) cases: Option<usize>,
    /// A packed number is stored with this much added.
    bias: f64,
}

impl Storage {
    pub(super) fn read(file: &[u8], order: Order) -> Result<Self, IngestError> {
        // The header: a magic word, the program, and two numbers stand before.
        let mut header = Bytes::new(file, 72, order, "the header");
        let compression = match header.integer()? {
            0 => Compression::None,
            1 => Compression::Packed,
            2 => Compression::Deflated,
            other => return Err(damaged(format!("there is no compression {other}"))),
        };
        header.integer()?;
        let cases = usize::try_from(header.integer()?).ok();
        Ok(Self { compression, cases, bias: header.real()? })
    }

    /// The bytes of the cases, inflated.
    pub(super) fn data<'a>(
        &self,
        file: &'a [u8],
        dictionary: &Dictionary,
        budget: &Budget,
    ) -> Result<Cow<'a, [u8]>, IngestError> {
        if self.compression == Compression::Deflated {
            return inflated(file, dictionary, budget).map(Cow::Owned);
        }
        Ok(Cow::Borrowed(file.get(dictionary.end..).unwrap_or_default()))
    }
}

/// Inflates the blocks of a file, listed in its trailer.
fn inflated(file: &[u8], dictionary: &Dictionary, budget: &Budget) -> Result<Vec<u8>, IngestError> {
    let part = "the list of its blocks";
    // The place of this header, of the trailer, and the trailer's length.
    let mut header = Bytes::new(file, dictionary.end.saturating_add(8), dictionary.order, part);
    let mut trailer = Bytes::new(file, header.position()?, dictionary.order, part);
    // Two numbers and the size of a block, then the number of blocks.
    trailer.take(20)?;
    let mut data = Vec::new();
    for _ in 0..trailer.count()? {
        trailer.position()?;
        let start = trailer.position()?;
        let (length, packed) = (trailer.count()?, trailer.count()?);
        budget.take(length)?;
        let block = file.get(start..start.saturating_add(packed)).ok_or_else(|| damaged("a block is cut off"))?;
        let block = decompress_to_vec_zlib_with_limit(block, length).map_err(|error| damaged(error.to_string()))?;
        if block.len() != length {
            return Err(damaged("a block is shorter than its list says"));
        }
        data.extend_from_slice(&block);
    }
    Ok(data)
}

/// Reads one case after the other.
pub(super) struct Cases<'a> {
    bytes: Bytes<'a>,
    order: Order,
    slots: usize,
    bias: f64,
    /// The codes of the next values of packed cases, and how many of them were used.
    codes: Option<([u8; 8], usize)>,
    is_over: bool,
}

impl<'a> Cases<'a> {
    pub(super) fn new(data: &'a [u8], storage: &Storage, dictionary: &Dictionary) -> Self {
        let bytes = Bytes::new(data, 0, dictionary.order, PART);
        let codes = (storage.compression != Compression::None).then_some(([0; 8], 8));
        let slots = dictionary.slots;
        Self { bytes, order: dictionary.order, slots, bias: storage.bias, codes, is_over: slots == 0 }
    }

    /// Replaces `case` by the next one; false after the last.
    pub(super) fn next(&mut self, case: &mut Vec<u8>) -> Result<bool, IngestError> {
        case.clear();
        while case.len() < self.slots * 8 {
            match self.value(case.is_empty())? {
                Some(value) => case.extend_from_slice(&value),
                None if case.is_empty() => return Ok(false),
                None => return Err(damaged(format!("{PART} is cut off"))),
            }
        }
        Ok(true)
    }

    /// The next value; `None` at the end of the data, which may lie `between` cases only.
    fn value(&mut self, between: bool) -> Result<Option<[u8; 8]>, IngestError> {
        let Some((codes, used)) = &mut self.codes else {
            return if self.is_over || (between && self.bytes.is_at_end()) {
                Ok(None)
            } else {
                self.bytes.value().map(Some)
            };
        };
        while !self.is_over {
            let Some(code) = codes.get(*used) else {
                if between && self.bytes.is_at_end() {
                    return Ok(None);
                }
                (*codes, *used) = (self.bytes.value()?, 0);
                continue;
            };
            *used += 1;
            return match code {
                0 => continue,
                252 => {
                    self.is_over = true;
                    continue;
                }
                253 => self.bytes.value().map(Some),
                254 => Ok(Some([b' '; 8])),
                255 => Ok(Some(self.order.written(SYSTEM_MISSING))),
                code => Ok(Some(self.order.written(f64::from(*code) - self.bias))),
            };
        }
        Ok(None)
    }
}
