//! CSV texts that no spreadsheet executes.

use std::io::{self, Write};

use crate::plain_text::clean;

/// Mark by which spreadsheets recognise UTF-8.
pub(super) const BYTE_ORDER_MARK: &str = "\u{FEFF}";

/// Text that no spreadsheet takes for a formula, at any beginning of a cell.
pub(super) fn safe(text: &str) -> String {
    const STARTS: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
    let text = clean(text);
    let defused = |(at, cell): (usize, &str)| {
        let shown = cell.trim_start_matches(|sign: char| sign.is_whitespace() || sign == '"');
        let is_number = at > 0 && cell.trim().parse::<f64>().is_ok();
        if shown.starts_with(STARTS) && !is_number { format!("'{cell}") } else { cell.to_owned() }
    };
    text.split(';').enumerate().map(defused).collect::<Vec<_>>().join(";")
}

/// Rows as CSV; all as long as the first.
pub(super) fn write(rows: impl IntoIterator<Item = Vec<String>>) -> String {
    let mut text = Vec::new();
    // Writing to memory cannot fail.
    if let Ok(mut writer) = writer(&mut text) {
        let _ = rows.into_iter().try_for_each(|row| writer.write_record(&row));
    }
    // What was written is text and a mark.
    String::from_utf8(text).unwrap_or_default()
}

/// A writer of rows, which has written the mark.
pub(super) fn writer<W: Write>(mut to: W) -> io::Result<::csv::Writer<W>> {
    to.write_all(BYTE_ORDER_MARK.as_bytes())?;
    let mut rows = ::csv::WriterBuilder::new();
    Ok(rows.flexible(true).quote_style(::csv::QuoteStyle::NonNumeric).from_writer(to))
}
