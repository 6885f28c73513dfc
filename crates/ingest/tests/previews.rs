//! Previews of files without a study.

use equifinal_ingest::{Limits, PreviewCells, preview};

use crate::fixture;

#[test]
fn columns_are_described_in_order() {
    let found =
        preview("a.csv", "name,country,x,,y\n甲,1,0.5,?,\n乙,2,1e3,?,4\n".as_bytes(), Limits::default()).unwrap();
    assert_eq!(found.cases, 2);
    assert_eq!(found.detected.to_string(), "UTF-8, commas, 2 cases × 5 columns");
    let columns: Vec<_> = found.columns.iter().map(|column| (column.name.as_str(), column.identifies)).collect();
    assert_eq!(columns, [("name", true), ("country", true), ("x", true), ("y", false)]);
    assert_eq!(found.columns[2].cells, PreviewCells::Numbers(vec![0.5, 1000.0]));
    assert_eq!(
        (&found.columns[3].cells, &found.columns[3].missing),
        (&PreviewCells::Numbers(vec![4.0]), &vec![String::new()])
    );
    assert_eq!(found.unnamed, [4]);
}

#[test]
fn private_columns_are_detected_by_header_and_cells() {
    let text = "name,联系方式,reach,score\n甲,1,a@b.org,3\n乙,2,c@d.org,4\n";
    let found = preview("a.csv", text.as_bytes(), Limits::default()).unwrap();
    let private: Vec<_> = found.columns.iter().map(|column| column.private).collect();
    use equifinal_ingest::Personal::{Email, Name, Telephone};
    assert_eq!(private, [Some(Name), Some(Telephone), Some(Email), None]);
}

#[test]
fn a_file_of_the_wrong_shape_is_refused() {
    let errors = preview("a.csv", b"id,a,a\nx,1\n", Limits::default()).unwrap_err().to_string();
    let expected = "a.csv: line 1: the column name `a` stands in columns 2 and 3; names must differ\n\
                    a.csv: line 2: 2 cells where the header has 3";
    assert_eq!(errors, expected);
}

/// Percentages are detected by their format; a literal percent sign does not count.
#[test]
fn percentages_are_detected_by_format() {
    for file in ["percent.xlsx", "percent.ods", "percent.xls"] {
        let found = preview(file, &fixture(file), Limits::default()).unwrap_or_else(|errors| panic!("{errors}"));
        let shown: Vec<(&str, bool)> = found.columns.iter().map(|it| (it.name.as_str(), it.percent)).collect();
        assert_eq!(shown, [("case", false), ("reach", true), ("grade", false), ("y", false)], "{file}");
        assert_eq!(found.columns[1].cells, PreviewCells::Numbers(vec![0.066, 0.12, 0.31, 0.07, 0.2]), "{file}");
    }
    for file in ["container.xlsx", "container.ods", "container.xls", "container.sav"] {
        let found = preview(file, &fixture(file), Limits::default()).unwrap_or_else(|errors| panic!("{errors}"));
        assert!(found.columns.iter().all(|column| !column.percent), "{file}");
    }
}

/// Cells without a value are distinguished from texts, by code and label.
#[test]
fn missing_cells_are_listed_by_code() {
    for (file, expected) in [
        ("gaps_codes.sav", ["99 (refused)", "98 (not applicable)"]),
        ("gaps_labels.dta", ["99 (refused)", "98 (not applicable)"]),
        ("gaps_tagged.dta", [".a (refused)", ".b (not applicable)"]),
    ] {
        let found = preview(file, &fixture(file), Limits::default()).unwrap_or_else(|errors| panic!("{errors}"));
        assert_eq!(found.columns[1].missing, expected, "{file}");
        assert_eq!(found.columns[1].cells, PreviewCells::Numbers(vec![12.0, 40.0, 7.0, 33.0]), "{file}");
    }
}
