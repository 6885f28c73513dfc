//! Small studies defined here, and those of the project.

use std::path::Path;

use equifinal_calibrate::calibrate;
use equifinal_qca::findings::Findings;
use equifinal_qca::{Budget, analyse};
use equifinal_study::config::Study;
use equifinal_study::memberships::Memberships;
use equifinal_study::table::{CaseTable, Cells, Column};
use equifinal_studyfile::parse::parse;

/// The keys that every study needs.
pub(crate) const IDENTITY: &str = "
format: equifinal/study/1
id: small
title: A small study
provenance: synthetic
data: {cases: {file: small/cases.csv, id: id}}
";

/// A table of numbers: a header and one line per case, the id first.
pub(crate) fn table(text: &str) -> CaseTable {
    let mut lines = text.lines().map(|line| line.split_whitespace().collect::<Vec<_>>()).filter(|row| !row.is_empty());
    let header = lines.next().expect("a header");
    let rows: Vec<Vec<&str>> = lines.collect();
    let number = |cell: &str| cell.parse().expect("a number");
    let column = |at: usize| Cells::Numbers(rows.iter().map(|row| number(row[at])).collect());
    CaseTable {
        file: "small/cases.csv".to_owned(),
        cases: rows.iter().map(|row| row[0].to_owned()).collect(),
        lines: (2..2 + rows.len()).collect(),
        columns: (1..header.len()).map(|at| Column::of_file(header[at].to_owned(), column(at))).collect(),
        ..CaseTable::default()
    }
}

/// The study with these keys, run on a table.
pub(crate) fn run(keys: &str, table: &CaseTable) -> (Study, Memberships, Vec<Findings>) {
    let study = parse("small.yaml", format!("{IDENTITY}{keys}").as_bytes()).expect("a good study");
    let memberships = calibrate(table, &study.sets).expect("good data").memberships;
    let findings = study.analyses.iter().map(|analysis| analyse(analysis, &memberships, &Budget::default()));
    let findings = findings.collect::<Result<_, _>>().expect("findings");
    (study, memberships, findings)
}

/// A study of the project and its cases, with its own `robustness` or another one.
pub(crate) fn committed(id: &str, robustness: Option<&str>) -> (Study, CaseTable) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let file = format!("{id}.yaml");
    let mut text = std::fs::read_to_string(root.join("configs").join(&file)).expect("a study");
    if let Some(other) = robustness {
        let from = text.find("\nrobustness:").expect("robustness") + 1;
        let to = text.find("\nreport:").expect("report") + 1;
        text.replace_range(from..to, other);
    }
    let study = parse(&file, text.as_bytes()).expect("a good study");
    // Cases that come from codings have their scores beside them.
    let cases = study.table("cases").map(|cases| (cases.file.clone(), cases.id.clone().expect("an id")));
    let (file, case) = cases.unwrap_or_else(|| (format!("{id}/scores.csv"), "case".to_owned()));
    let mut table = cases_of(&root.join("data").join(file), &case);
    for column in &mut table.columns {
        let set = study.sets.iter().find(|set| set.column == column.name);
        column.source = set.map(|set| set.source.clone()).unwrap_or_default();
    }
    (study, table)
}

/// The cases of a CSV file with their columns of numbers.
pub(crate) fn cases_of(path: &Path, wanted: &str) -> CaseTable {
    let mut cases = csv::Reader::from_path(path).expect("cases");
    let header = cases.headers().expect("a header").clone();
    let rows: Vec<csv::StringRecord> = cases.records().map(|row| row.expect("a row")).collect();
    let id = header.iter().position(|name| name == wanted).expect("an id");
    let column = |at: usize| {
        let numbers: Result<Vec<f64>, _> = rows.iter().map(|row| row[at].parse()).collect();
        numbers.ok().map(|numbers| Column::of_file(header[at].to_owned(), Cells::Numbers(numbers)))
    };
    CaseTable {
        file: path.display().to_string(),
        cases: rows.iter().map(|row| row[id].to_owned()).collect(),
        lines: (2..2 + rows.len()).collect(),
        columns: (0..header.len()).filter_map(column).collect(),
        ..CaseTable::default()
    }
}
