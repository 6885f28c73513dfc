//! Parquet tables of a sweep, written and read one row group at a time, so that memory does not grow with the table.

use std::fs::File;
use std::io::{self, Cursor};
use std::path::Path;

use equifinal_ingest::{IngestErrors, Limits, read_groups};
use polars::error::PolarsResult;
use polars::io::parquet::write::BatchedWriter;
use polars::prelude::{DataFrame, ParquetWriter};

use super::ground::{unread, unwritten};
use crate::failure::Failure;
use crate::limits::limits;
use crate::{plain_file, whole_file};

/// Rows per group; fixed, so that the bytes do not depend on the shards.
const GROUP: usize = 1 << 16;

/// A table that is being written.
pub(super) struct Table<'a> {
    groups: BatchedWriter<&'a mut File>,
    /// Rows that do not fill a group yet.
    waiting: DataFrame,
}

impl Table<'_> {
    /// Adds rows.
    pub(super) fn add(&mut self, rows: DataFrame) -> PolarsResult<()> {
        self.waiting.vstack_mut_owned(rows)?;
        while self.waiting.height() >= GROUP {
            let (group, rest) = self.waiting.split_at(GROUP as i64);
            self.waiting = rest;
            self.write(group)?;
        }
        Ok(())
    }

    fn write(&mut self, mut group: DataFrame) -> PolarsResult<()> {
        group.rechunk_mut();
        self.groups.write_batch(&group)
    }

    fn finish(mut self) -> PolarsResult<()> {
        let rest = std::mem::take(&mut self.waiting);
        self.write(rest)?;
        self.groups.finish().map(|_| ())
    }
}

/// Writes a table, completely or not at all: the columns of `empty` and the rows that `fill` adds.
pub(super) fn write(
    path: &Path,
    empty: DataFrame,
    fill: impl FnOnce(&mut Table<'_>) -> io::Result<()>,
) -> Result<(), Failure> {
    let written = whole_file::replace(path, |file| {
        let groups = ParquetWriter::new(file).set_parallel(false).batched(empty.schema()).map_err(io::Error::other)?;
        let mut table = Table { groups, waiting: empty };
        fill(&mut table)?;
        table.finish().map_err(io::Error::other)
    });
    written.map_err(|source| unwritten(path, source))
}

/// Reads a table, one group at a time; a table without rows gives one empty group.
pub(super) fn read(path: &Path, take: impl FnMut(&DataFrame) -> Result<(), Failure>) -> Result<(), Failure> {
    let file = plain_file::open(path).map_err(|source| unread(path, source))?;
    read_groups(file, limits(), take, |error| Failure::from(IngestErrors::one(&path.display().to_string(), error)))
}

/// Reads a table from memory as [`read`] does from a file; returns the number of rows.
pub(super) fn read_bytes(bytes: &[u8], limits: Limits) -> Result<usize, Failure> {
    let mut rows = 0;
    let take = |group: &DataFrame| {
        rows += group.height();
        Ok(())
    };
    read_groups(Cursor::new(bytes), limits, take, |error| Failure::from(IngestErrors::one("sweep.parquet", error)))?;
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use polars::prelude::{Column, IntoColumn, NamedFrom, Series};

    use super::*;

    fn rows(from: usize, to: usize) -> DataFrame {
        let word = |at: usize| (!at.is_multiple_of(5)).then(|| format!("word {}", at * at % 977));
        let words: Vec<Option<String>> = (from..to).map(word).collect();
        let numbers: Vec<f64> = (from..to).map(|at| at as f64 / 7.0).collect();
        let columns: Vec<Column> =
            vec![Series::new("word".into(), words).into_column(), Series::new("number".into(), numbers).into_column()];
        DataFrame::new(to - from, columns).expect("a table")
    }

    #[test]
    #[expect(clippy::disallowed_methods, reason = "tests read what was written")]
    fn bytes_do_not_depend_on_the_split_of_rows() {
        let folder = tempfile::tempdir().expect("a folder");
        let all = 2 * GROUP + 777;
        let mut written = Vec::new();
        for step in [all, 1000, GROUP, GROUP + 1] {
            let path = folder.path().join(format!("{step}.parquet"));
            let fill = |table: &mut Table<'_>| {
                (0..all)
                    .step_by(step)
                    .try_for_each(|from| table.add(rows(from, (from + step).min(all))).map_err(io::Error::other))
            };
            write(&path, rows(0, 0), fill).expect("written");
            let (mut again, mut largest) = (rows(0, 0), 0);
            let take = |group: &DataFrame| {
                largest = largest.max(group.height());
                again.vstack_mut(group).map(|_| ()).map_err(|source| unread(&path, source))
            };
            read(&path, take).expect("read");
            assert!(again.equals_missing(&rows(0, all)) && largest == GROUP, "{step}");
            written.push(std::fs::read(&path).expect("bytes"));
        }
        assert!(written.iter().all(|bytes| *bytes == written[0]));
    }

    #[test]
    fn empty_tables_keep_their_columns() {
        let path = tempfile::tempdir().expect("a folder").path().join("none.parquet");
        write(&path, rows(0, 0), |_| Ok(())).expect("written");
        let mut seen = Vec::new();
        read(&path, |group| {
            seen.push((group.height(), group.width()));
            Ok(())
        })
        .expect("read");
        assert_eq!(seen, [(0, 2)]);
    }
}
