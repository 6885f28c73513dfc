//! Parquet files, written column by column: types, gaps, and types that are refused.

use polars::prelude::{Column, DataFrame, DataType, ParquetWriter};

use crate::{fixture, table};

/// A file with the columns `id` and `a`.
fn file(a: Column) -> Vec<u8> {
    let ids: Vec<String> = (1..=a.len()).map(|row| format!("k{row}")).collect();
    let mut bytes = Vec::new();
    let mut frame = DataFrame::new(a.len(), vec![Column::new("id".into(), ids), a]).unwrap();
    ParquetWriter::new(&mut bytes).finish(&mut frame).unwrap();
    bytes
}

fn check(a: Column, expected: &str) {
    let shown = format!("{a:?}");
    let found = table("a.parquet", &file(a));
    let found: Vec<&str> = found.lines().filter(|line| !line.starts_with("id: ")).collect();
    assert_eq!(found.join("\n"), expected, "{shown}");
}

#[test]
fn columns_of_every_type() {
    let column = |values: &[i64], kind: &DataType| Column::new("a".into(), values).cast(kind).unwrap();
    for kind in [DataType::Int32, DataType::Int64, DataType::UInt32, DataType::UInt64] {
        check(column(&[0, 7, 2_147_483_647], &kind), "a: 0 | 7 | 2147483647");
    }
    check(Column::new("a".into(), [0.1_f64, 1e-7, -0.0]), "a: 0.1 | 0.0000001 | 0");
    check(Column::new("a".into(), [0.1_f64, 3.0, 1.0 / 3.0]), "a: 0.1 | 3 | 0.3333333333333333");
    check(Column::new("a".into(), [0.67_f32, 0.5]), "a: 0.67 | 0.5");
    check(Column::new("a".into(), [true, false]), "a: true | false");
    check(Column::new("a".into(), ["上海", " x ", "１２"]), "a: 上海 | x | １２");
}

#[test]
fn gaps_are_empty_cells() {
    check(Column::new("a".into(), [Some(1.5_f64), None, Some(2.0)]), "a: 1.5 | 2");
    check(Column::new("a".into(), [Some("x"), None, Some("")]), "a: x |  | ");
    check(Column::new("a".into(), [Some(1_i64), None]), "a: 1");
    check(Column::new("a".into(), [Some(true), None]), "a: true | ");
    // Not a number is no gap: it is found where a number is needed.
    check(Column::new("a".into(), [0.5, f64::NAN]), "a: 0.5 | NaN");
}

/// Days, moments, and numbers of other widths are refused by column and type, with what to write instead; the library
/// that reads the file is built without them.
#[test]
fn other_types_are_named() {
    for (file, found) in [
        ("typed_day.parquet", "Date32"),
        ("typed_moment.parquet", "Timestamp"),
        ("typed_byte.parquet", "Int8"),
        ("typed_decimal.parquet", "Decimal"),
        ("typed_list.parquet", "LargeList"),
        ("typed_nested.parquet", "Struct"),
    ] {
        assert_eq!(
            table(file, &fixture(file)),
            format!(
                "{file}: the column `a` holds values of type {found}; texts, truth values and numbers of 32 or 64 bits \
                 are read: save it as one of these, a day as a text YYYY-MM-DD"
            )
        );
    }
}
