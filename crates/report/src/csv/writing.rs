//! CSV texts that no spreadsheet executes.

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
    let mut writer = ::csv::WriterBuilder::new()
        .flexible(true)
        .quote_style(::csv::QuoteStyle::NonNumeric)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    for row in rows {
        // Writing to memory cannot fail.
        if writer.write_record(&row).is_err() {
            break;
        }
    }
    // What was written is text and a mark.
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
