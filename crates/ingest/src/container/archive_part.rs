//! Estimates the memory that the `.xlsx` reader needs for the small parts of a workbook, before it runs: it keeps every
//! shared string and format, and allocates for as many strings as a part declares.

use std::io::BufRead;

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::error::IngestError;
use crate::limits::Budget;

/// Bytes of memory per XML element, besides its text.
const ELEMENT: usize = 96;

/// Bytes of memory per cell format, besides its names.
const FORMAT: usize = 1_024;

/// Bytes of memory per string that a part declares.
const DECLARED: usize = size_of::<String>();

/// Elements of a sheet, which the reader streams.
const STREAMED: [&str; 7] = ["row", "c", "v", "f", "is", "t", "r"];

/// Takes the memory that the reader needs for this part from the budget.
///
/// A part that is not valid XML is left to the reader, which refuses it.
pub(super) fn check(name: &str, part: impl BufRead, budget: &Budget) -> Result<(), IngestError> {
    let is_shared = name.to_ascii_lowercase().ends_with("sharedstrings.xml");
    let mut reader = Reader::from_reader(part);
    // As the reader itself reads: where it goes on, so does this.
    reader.config_mut().check_end_names = false;
    reader.config_mut().check_comments = false;
    let mut buffer = Vec::new();
    let (mut formats, mut longest) = (0_usize, 0_usize);
    loop {
        buffer.clear();
        let Ok(event) = reader.read_event_into(&mut buffer) else { break };
        let bytes = event.len();
        match event {
            Event::Eof => break,
            Event::Start(tag) | Event::Empty(tag) if !STREAMED.contains(&tag.local_name().as_ref()) => {
                budget.take(bytes.saturating_add(ELEMENT))?;
                formats += usize::from(tag.local_name().as_ref() == "xf");
                longest = longest.max(bytes);
                budget.take_each(declared(&tag), DECLARED)?;
            }
            _ if is_shared => budget.take(bytes)?,
            _ => {}
        }
    }
    // Every format holds the names of its font and of its numbers.
    budget.take_each(formats, FORMAT.saturating_add(longest))
}

/// The number of strings that a part declares.
fn declared(tag: &BytesStart<'_>) -> usize {
    let count = tag.attributes().with_checks(false).flatten().find(|attribute| attribute.key.as_ref() == "uniqueCount");
    count.and_then(|count| count.value.trim().parse().ok()).unwrap_or_default()
}
