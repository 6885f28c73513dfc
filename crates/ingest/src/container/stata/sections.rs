//! Checks the sizes that a Stata file declares against the file before the reader allocates. The format follows Stata's
//! manual, `help dta`.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::io::{self, Read};
use std::rc::Rc;

use dta::stata::dta::byte_order::ByteOrder;
use dta::stata::dta::header::Header;
use dta::stata::dta::release::Release;
use dta::stata::dta::variable::Variable;
use dta::stata::dta::variable_type::VariableType;

use super::super::foreign::unreadable;
use crate::error::IngestError;
use crate::limits::Budget;

/// The format, in messages.
pub(super) const CONTAINER: &str = "container-stata";

/// Bytes of memory per variable, per long string and per value label, besides their texts.
const VARIABLE: usize = 1_024;
const LONG_TEXT: usize = 96;
pub(super) const LABEL: usize = 128;

/// A file with its read position.
#[derive(Clone)]
pub(super) struct File<'a> {
    bytes: &'a [u8],
    at: Rc<Cell<usize>>,
}

impl<'a> File<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: Rc::default() }
    }

    /// The bytes not yet read.
    fn rest(&self) -> &'a [u8] {
        self.bytes.get(self.at.get()..).unwrap_or_default()
    }
}

impl Read for File<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.rest().read(buffer)?;
        self.at.set(self.at.get() + read);
        Ok(read)
    }
}

/// Long strings by variable and observation.
pub(super) type LongTexts<'a> = BTreeMap<(u32, u64), &'a [u8]>;

/// The sections of a file, each checked before it is read.
pub(super) struct Sections<'a> {
    file: File<'a>,
    budget: &'a Budget,
    release: Release,
    order: ByteOrder,
}

impl<'a> Sections<'a> {
    pub(super) fn new(file: File<'a>, header: &Header, budget: &'a Budget) -> Self {
        Self { file, budget, release: header.release(), order: header.byte_order() }
    }

    fn is_tagged(&self) -> bool {
        self.release >= Release::V117
    }

    /// Checks the names, formats and labels of the variables.
    pub(super) fn check_variables(&self, header: &Header) -> Result<(), IngestError> {
        let least = match self.release {
            release if release >= Release::V118 => 640,
            release if release >= Release::V110 => 160,
            _ => 60,
        };
        let count = usize::try_from(header.variable_count()).unwrap_or(usize::MAX);
        if count == 0 {
            return Err(IngestError::Empty);
        }
        if count.saturating_mul(least) > self.file.rest().len() {
            return Err(self.beyond());
        }
        self.budget.take_each(count, VARIABLE)
    }

    /// Checks the characteristics, which no table needs.
    pub(super) fn check_characteristics(&self) -> Result<(), IngestError> {
        let mut rest = Rest { bytes: self.file.rest(), order: self.order };
        if self.is_tagged() {
            rest.expect(b"<characteristics>");
            while rest.expect(b"<ch>") {
                let length = rest.length();
                length.and_then(|length| rest.take(length)).ok_or_else(|| self.beyond())?;
                rest.expect(b"</ch>");
            }
        } else if self.release >= Release::V110 {
            while let Some(kind) = rest.take(1) {
                let length = rest.length();
                length.and_then(|length| rest.take(length)).ok_or_else(|| self.beyond())?;
                if kind == [0] && length == Some(0) {
                    break;
                }
            }
        }
        Ok(())
    }

    /// Checks that the records fit into the file.
    pub(super) fn check_records(&self, header: &Header, variables: &[Variable]) -> Result<(), IngestError> {
        let width = |variable: &Variable| match variable.variable_type() {
            VariableType::Byte => 1,
            VariableType::Int => 2,
            VariableType::Long | VariableType::Float => 4,
            VariableType::Double | VariableType::LongString => 8,
            VariableType::FixedString(length) => u64::from(length),
        };
        let row: u64 = variables.iter().map(width).sum();
        let room = u64::try_from(self.file.rest().len()).unwrap_or(u64::MAX);
        let needed = header.observation_count().saturating_mul(row.max(1));
        if needed > room { Err(self.beyond()) } else { Ok(()) }
    }

    /// Reads the long strings.
    pub(super) fn long_texts(&self) -> Result<LongTexts<'a>, IngestError> {
        let mut texts = LongTexts::new();
        if !self.is_tagged() {
            return Ok(texts);
        }
        let mut rest = Rest { bytes: self.file.rest(), order: self.order };
        rest.expect(b"<strls>");
        while rest.expect(b"GSO") {
            let wide = self.release >= Release::V118;
            let key = rest.number().and_then(|variable| {
                let observation = if wide { rest.long()? } else { u64::from(rest.number()?) };
                rest.take(1)?;
                Some((variable, observation))
            });
            let text = rest.length().and_then(|length| rest.take(length));
            let (key, text) = key.zip(text).ok_or_else(|| self.beyond())?;
            self.budget.take(LONG_TEXT)?;
            texts.entry(key).or_insert(text);
        }
        Ok(texts)
    }

    /// Checks the next set of labels.
    pub(super) fn check_labels(&self) -> Result<(), IngestError> {
        // Before Stata 6 every label has eight bytes.
        if self.release < Release::V108 {
            return self.budget.take(LABEL);
        }
        let mut rest = Rest { bytes: self.file.rest(), order: self.order };
        if self.is_tagged() {
            rest.expect(b"<value_labels>");
            if !rest.expect(b"<lbl>") {
                return Ok(());
            }
        }
        let Some(length) = rest.length() else { return Ok(()) };
        let name = match self.release {
            release if release >= Release::V118 => 129,
            release if release >= Release::V110 => 33,
            _ => 9,
        };
        let set = rest.take(name + 3).and_then(|_| rest.take(length)).ok_or_else(|| self.beyond())?;
        self.check_set(set).ok_or_else(|| self.beyond())?
    }

    /// Checks a set's labels; several of them may be the same long string.
    fn check_set(&self, set: &[u8]) -> Option<Result<(), IngestError>> {
        let mut rest = Rest { bytes: set, order: self.order };
        let (count, _) = (rest.length()?, rest.length()?);
        let mut places = Rest { bytes: rest.take(count.checked_mul(4)?)?, order: self.order };
        rest.take(count.checked_mul(4)?)?;
        while let Some(place) = places.length() {
            let label = rest.bytes.get(place..)?;
            let length = memchr::memchr(0, label).unwrap_or(label.len());
            if let Err(spent) = self.budget.take(length.saturating_mul(3).saturating_add(LABEL)) {
                return Some(Err(spent));
            }
        }
        Some(Ok(()))
    }

    fn beyond(&self) -> IngestError {
        unreadable(CONTAINER, "it declares more than it holds")
    }
}

/// Bytes consumed from the front.
struct Rest<'a> {
    bytes: &'a [u8],
    order: ByteOrder,
}

impl<'a> Rest<'a> {
    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.bytes.split_at_checked(count)?;
        self.bytes = rest;
        Some(taken)
    }

    /// Consumes these bytes; false if other bytes follow.
    fn expect(&mut self, bytes: &[u8]) -> bool {
        let rest = self.bytes.strip_prefix(bytes);
        self.bytes = rest.unwrap_or(self.bytes);
        rest.is_some()
    }

    fn number(&mut self) -> Option<u32> {
        let bytes = *self.take(4)?.first_chunk()?;
        Some(match self.order {
            ByteOrder::BigEndian => u32::from_be_bytes(bytes),
            ByteOrder::LittleEndian => u32::from_le_bytes(bytes),
        })
    }

    fn long(&mut self) -> Option<u64> {
        let bytes = *self.take(8)?.first_chunk()?;
        Some(match self.order {
            ByteOrder::BigEndian => u64::from_be_bytes(bytes),
            ByteOrder::LittleEndian => u64::from_le_bytes(bytes),
        })
    }

    fn length(&mut self) -> Option<usize> {
        usize::try_from(self.number()?).ok()
    }
}
