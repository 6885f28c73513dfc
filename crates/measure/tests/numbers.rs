//! Tables of reference numbers and of data.

use std::collections::BTreeMap;

use equifinal_measure::items::Items;
use equifinal_testing::needs::corpus;

/// Reference numbers from Python packages, by data set, quantity and key.
pub(crate) fn python() -> BTreeMap<(String, String, String), f64> {
    let mut reader = csv::Reader::from_reader(include_str!("reference/python.csv").as_bytes());
    reader
        .records()
        .map(|row| {
            let row = row.unwrap();
            ((row[0].to_owned(), row[1].to_owned(), row[2].to_owned()), row[3].parse().unwrap())
        })
        .collect()
}

/// A table of the reference data as header and rows; `None` if the test is skipped.
#[expect(clippy::disallowed_methods, reason = "tests read the reference data in place")]
pub(crate) fn golden(file: &str) -> Option<(Vec<String>, Vec<Vec<String>>)> {
    let text = std::fs::read_to_string(corpus(&format!("studies/{file}"))?).unwrap();
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let header = reader.headers().unwrap().iter().map(str::to_owned).collect();
    Some((header, reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()))
}

/// The columns of a reference table whose names begin with one of `prefixes` and end in a digit.
pub(crate) fn answers(file: &str, prefixes: &[&str]) -> Option<(Vec<String>, Items)> {
    let (header, rows) = golden(file)?;
    let wanted: Vec<usize> = (0..header.len())
        .filter(|&at| {
            prefixes.iter().any(|prefix| header[at].strip_prefix(prefix).is_some_and(|rest| rest.parse::<u8>().is_ok()))
        })
        .collect();
    let names = wanted.iter().map(|&at| header[at].clone()).collect();
    let rows = rows.iter().map(|row| wanted.iter().map(|&at| row[at].parse().unwrap()).collect()).collect();
    Some((names, Items::complete(rows).unwrap()))
}
