//! Tests of reading data files: accepted content, refusals and their messages.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::disallowed_methods,
    reason = "a test that cannot go on has failed, and tests read their fixtures"
)]

mod answers;
mod codebooks;
mod containers;
mod delimited;
mod drafts;
mod formats;
mod gaps;
mod hostile;
mod json;
mod layouts;
mod memory;
mod panels;
mod parquet;
mod platforms;
mod previews;
mod refusals;
mod research_platforms;
mod stata;
mod tables;
mod workbooks;
mod yearbooks;

use equifinal_ingest::{IngestErrors, Limits, PreviewCells, Wanted, preview, read_cases};
use equifinal_study::table::{CaseTable, ColumnKind};

/// Reads `bytes` for the columns `numbers` and `texts`, with the ids in column `id`.
fn read(bytes: &[u8], numbers: &[&str], texts: &[&str]) -> Result<CaseTable, IngestErrors> {
    let number = numbers.iter().map(|name| ((*name).to_owned(), ColumnKind::Number));
    let text = texts.iter().map(|name| ((*name).to_owned(), ColumnKind::Text));
    read_cases(
        "a.csv",
        bytes,
        &Wanted { id: "id".to_owned(), columns: number.chain(text).collect(), ..Wanted::default() },
        Limits::default(),
    )
}

/// All columns of a file, one line each with its cells, or the messages of the refusal.
fn table(file: &str, bytes: &[u8]) -> String {
    let found = match preview(file, bytes, Limits::default()) {
        Ok(found) => found,
        Err(errors) => return errors.to_string(),
    };
    let columns = found.columns.into_iter().map(|column| {
        let cells = match column.cells {
            PreviewCells::Numbers(numbers) => numbers.iter().map(f64::to_string).collect(),
            PreviewCells::Texts(texts) => texts,
        };
        format!("{}: {}", column.name, cells.join(" | "))
    });
    columns.collect::<Vec<_>>().join("\n")
}

/// The personal data of the invented respondents in the fixtures.
const CANARIES: [&str; 10] = [
    "金丝雀",
    "13800138000",
    "canary@example.org",
    "203.0.113.77",
    "canary_wx",
    "canary-device",
    "canary-city",
    "30.0077",
    "120.0077",
    "4242",
];

/// The bytes of a fixture.
fn fixture(file: &str) -> Vec<u8> {
    file_of("fixtures", file)
}

/// The bytes of a file of these tests.
fn file_of(folder: &str, file: &str) -> Vec<u8> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder).join(file);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}
