//! Files described without a study.

use equifinal_ingest::{PreviewCells, preview};

#[test]
fn columns_are_described_in_order() {
    let found = preview("a.csv", "name,country,x,,y\n甲,1,0.5,?,\n乙,2,1e3,?,4\n".as_bytes()).unwrap();
    assert_eq!(found.cases, 2);
    assert_eq!(found.detected.to_string(), "UTF-8, commas, 2 cases × 5 columns");
    let columns: Vec<_> = found.columns.iter().map(|column| (column.name.as_str(), column.identifies)).collect();
    assert_eq!(columns, [("name", true), ("country", true), ("x", true), ("y", false)]);
    assert_eq!(found.columns[2].cells, PreviewCells::Numbers(vec![0.5, 1000.0]));
    assert_eq!(found.columns[3].cells, PreviewCells::Texts(vec![String::new(), "4".to_owned()]));
}

#[test]
fn private_columns_are_known_by_header_and_by_cells() {
    let text = "name,联系方式,reach,score\n甲,1,a@b.org,3\n乙,2,c@d.org,4\n";
    let found = preview("a.csv", text.as_bytes()).unwrap();
    let private: Vec<_> = found.columns.iter().map(|column| column.private).collect();
    assert_eq!(private, [Some("name"), Some("telephone number"), Some("e-mail address"), None]);
}

#[test]
fn a_file_of_the_wrong_shape_is_refused() {
    let errors = preview("a.csv", b"id,a,a\nx,1\n").unwrap_err().to_string();
    let expected = "a.csv: line 1: the column name `a` stands in columns 2 and 3; names must differ\n\
                    a.csv: line 2: 2 cells where the header has 3";
    assert_eq!(errors, expected);
}
