//! What a file is, by its first bytes, and the table in it.

mod archive;
mod archive_part;
mod json;
mod ods;
mod parquet;
mod percent;
mod spss;
mod stata;
mod workbook;
mod xls;
mod xlsx;

pub use parquet::read_groups;

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};

use equifinal_study::detected::FileKind;

use crate::delimited;
use crate::error::IngestError;
use crate::grid::Grid;
use crate::limits::{Budget, Limits};

/// A kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Container {
    /// Cells separated by commas, semicolons or tabs.
    Delimited,
    /// A zip archive: an Excel or OpenDocument workbook.
    Archive,
    /// A compound file: an old or an encrypted Excel workbook.
    Compound,
    /// SPSS data.
    Spss,
    /// Stata data.
    Stata,
    /// Parquet.
    Parquet,
    /// JSON.
    Json,
}

/// The kind of the file by its first bytes, or what it is instead.
fn detect(bytes: &[u8]) -> Result<Container, IngestError> {
    const REFUSED: [(&[u8], &str); 8] = [
        (b"%PDF", "a PDF document"),
        (b"\x1f\x8b", "a gzip archive"),
        (b"Rar!", "a RAR archive"),
        (b"7z\xbc\xaf", "a 7-Zip archive"),
        (b"\x89PNG", "an image"),
        (b"\xff\xd8\xff", "an image"),
        (b"{\\rtf", "a rich-text document"),
        (b"SAS     ", "a SAS transport file"),
    ];
    if let Some((_, found)) = REFUSED.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Err(IngestError::NotData { found });
    }
    let start = bytes.iter().position(|byte| !byte.is_ascii_whitespace()).unwrap_or(0);
    let text = bytes.get(start..).unwrap_or_default();
    let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
    let lower = text.get(..text.len().min(64)).unwrap_or_default().to_ascii_lowercase();
    Ok(match bytes {
        [b'P', b'K', 3..=8, 4..=9, ..] => Container::Archive,
        [0xd0, 0xcf, 0x11, 0xe0, ..] => Container::Compound,
        [b'$', b'F', b'L', b'2' | b'3', ..] => Container::Spss,
        [b'P', b'A', b'R', b'1', ..] => Container::Parquet,
        [102..=115, 1 | 2, 1, 0, ..] => Container::Stata,
        _ if bytes.starts_with(b"<stata_dta>") => Container::Stata,
        _ if lower.starts_with(b"<!doctype html") || lower.starts_with(b"<html") || lower.starts_with(b"<table") => {
            return Err(IngestError::NotData { found: "a web page" });
        }
        _ if json::starts(text) => Container::Json,
        _ => Container::Delimited,
    })
}

/// Reads the table of a file of any kind, with everything wrong with the shape of it.
///
/// Fails where nothing more can be said.
pub(crate) fn read(bytes: &[u8], limits: Limits) -> Result<(Grid, Vec<IngestError>), IngestError> {
    let budget = &of_file(bytes, limits)?;
    let whole = |grid: Grid| (grid, Vec::new());
    match detect(bytes)? {
        Container::Delimited => delimited::read(bytes, budget),
        Container::Archive => workbook::read_archive(bytes, budget),
        Container::Compound => workbook::read_compound(bytes, budget),
        Container::Spss => guarded("SPSS file", || spss::read(bytes, budget)).map(whole),
        Container::Stata => guarded("Stata file", || stata::read(bytes, budget)).map(whole),
        Container::Parquet => guarded("Parquet file", || parquet::read(bytes, budget)).map(whole),
        Container::Json => json::read(bytes, budget).map(whole),
    }
}

/// Reads the sheets of these names of an `.xlsx` workbook; nothing where the file is none, or lacks one.
pub(crate) fn read_sheets(bytes: &[u8], names: &[&str], limits: Limits) -> Result<Option<Vec<Grid>>, IngestError> {
    let budget = of_file(bytes, limits)?;
    match detect(bytes)? {
        Container::Archive => workbook::read_sheets(bytes, names, &budget),
        _ => Ok(None),
    }
}

/// The places, from 0, of the columns whose numbers a workbook shows as percentages; none in files of other kinds.
/// `grid` is what was read from it.
pub(crate) fn percents(bytes: &[u8], grid: &Grid) -> Result<BTreeSet<usize>, IngestError> {
    let mut found = percent::Percents::new(&grid.lines, grid.width());
    match grid.kind {
        FileKind::Excel(_) => guarded("Excel workbook", || percent::of_excel(bytes, &mut found))?,
        FileKind::OpenDocument(_) => percent::of_open_document(bytes, &mut found)?,
        FileKind::Excel97(_) => guarded("Excel 97 workbook", || percent::of_excel_97(bytes, &mut found))?,
        FileKind::Delimited { .. } | FileKind::Spss | FileKind::Stata | FileKind::Parquet | FileKind::Json => {}
    }
    Ok(found.columns())
}

/// The memory that is left beside the bytes of a file.
fn of_file(bytes: &[u8], limits: Limits) -> Result<Budget, IngestError> {
    limits.check_bytes(u64::try_from(bytes.len()).unwrap_or(u64::MAX))?;
    let budget = Budget::new(limits);
    budget.take(bytes.len())?;
    Ok(budget)
}

/// Readers of somebody else's formats that are at work.
static READERS: AtomicUsize = AtomicUsize::new(0);

/// Whether a file is being read by somebody else's reader, so that a panic, on whatever thread, is an error of the file
/// and no bug.
pub fn is_reading() -> bool {
    READERS.load(Ordering::SeqCst) > 0
}

/// Runs a reader of somebody else's format; should it panic over a damaged file, that is an error of the file.
fn guarded<T>(container: &'static str, read: impl FnOnce() -> Result<T, IngestError>) -> Result<T, IngestError> {
    READERS.fetch_add(1, Ordering::SeqCst);
    let read = catch_unwind(AssertUnwindSafe(read));
    READERS.fetch_sub(1, Ordering::SeqCst);
    read.unwrap_or_else(|_| Err(unreadable(container, "its parts contradict one another")))
}

/// The refusal of a file that its reader cannot make sense of.
fn unreadable(container: &'static str, problem: impl ToString) -> IngestError {
    IngestError::Unreadable { container, problem: problem.to_string() }
}

/// A number as a cell would show it.
fn number(value: f64) -> String {
    format!("{}", value + 0.0)
}

/// A day and time, counted in seconds from 1970, as `YYYY-MM-DD`, with `HH:MM:SS` where it is not midnight.
fn timestamp(seconds: i64) -> String {
    let (day, second) = (seconds.div_euclid(86_400), seconds.rem_euclid(86_400));
    let date = date(day);
    if second == 0 {
        return date;
    }
    format!("{date} {:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60)
}

/// A day counted from 1970, in the proleptic Gregorian calendar; Hinnant, "chrono-compatible low-level date
/// algorithms" (2013), `civil_from_days`.
fn date(day: i64) -> String {
    // Days of a million years: nothing beyond is a date.
    if !(-365_000_000..365_000_000).contains(&day) {
        return String::new();
    }
    let shifted = day + 719_468;
    let era = shifted.div_euclid(146_097);
    let of_era = shifted.rem_euclid(146_097);
    let year_of_era = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * of_year + 2) / 153;
    let day = of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::timestamp;

    #[test]
    fn days_are_written_out() {
        for (seconds, expected) in [
            (0, "1970-01-01"),
            (-1, "1969-12-31 23:59:59"),
            (951_782_400, "2000-02-29"),
            (1_774_017_000, "2026-03-20 14:30:00"),
            (-12_219_379_200, "1582-10-14"),
        ] {
            assert_eq!(timestamp(seconds), expected);
        }
    }
}
