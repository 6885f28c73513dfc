//! Reading files of data: what is understood, what is refused and in which words.
#![expect(clippy::unwrap_used, clippy::expect_used, reason = "a test that cannot go on has failed")]

mod formats;
mod previews;
mod refusals;

use equifinal_ingest::{IngestErrors, Wanted, read_cases};
use equifinal_study::table::{CaseTable, ColumnKind};

/// Reads `bytes` for the columns `numbers` and `texts`, with the ids in column `id`.
fn read(bytes: &[u8], numbers: &[&str], texts: &[&str]) -> Result<CaseTable, IngestErrors> {
    let number = numbers.iter().map(|name| ((*name).to_owned(), ColumnKind::Number));
    let text = texts.iter().map(|name| ((*name).to_owned(), ColumnKind::Text));
    read_cases("a.csv", bytes, &Wanted { id: "id".to_owned(), columns: number.chain(text).collect() })
}
