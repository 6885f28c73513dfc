//! Stata files, written value by value: numbers, missing values, days, times and texts.

use std::io::Cursor;

use dta::stata::dta::byte_order::ByteOrder;
use dta::stata::dta::dta_writer::DtaWriter;
use dta::stata::dta::header::Header;
use dta::stata::dta::release::Release;
use dta::stata::dta::schema::Schema;
use dta::stata::dta::value::Value;
use dta::stata::dta::variable::Variable;
use dta::stata::dta::variable_type::VariableType;
use dta::stata::missing_value::MissingValue;
use dta::stata::stata_byte::StataByte;
use dta::stata::stata_double::StataDouble;
use dta::stata::stata_float::StataFloat;
use dta::stata::stata_int::StataInt;
use dta::stata::stata_long::StataLong;

use crate::table;

/// A file with the variables `id` and `a`, of this type and format, and one case for each value.
fn file(release: Release, order: ByteOrder, kind: VariableType, format: &str, values: &[Value<'_>]) -> Vec<u8> {
    let id = Variable::builder(VariableType::FixedString(4), "id").format("%4s");
    let a = Variable::builder(kind, "a").format(format).label("My work");
    let schema = Schema::builder().add_variable(id).add_variable(a).build().unwrap();
    let header = Header::builder(release, order).build();
    let writer = DtaWriter::new().from_writer(Cursor::new(Vec::new())).write_header(header).unwrap();
    let mut records = writer.write_schema(schema).unwrap().into_record_writer().unwrap();
    for (value, row) in values.iter().zip(1..) {
        let id = format!("k{row}");
        records.write_record(&[Value::string(&id), value.clone()]).unwrap();
    }
    let labels = records.into_long_string_writer().unwrap().into_value_label_writer().unwrap();
    labels.finish().unwrap().into_inner()
}

/// Compares column `a` in files of two releases and both byte orders.
fn check(kind: VariableType, format: &str, values: &[Value<'_>], expected: &str) {
    for release in [Release::V114, Release::V118] {
        for order in [ByteOrder::LittleEndian, ByteOrder::BigEndian] {
            let release_of_text = if format.ends_with('s') { Release::V118 } else { release };
            let found = table("a.dta", &file(release_of_text, order, kind, format, values));
            let ids: Vec<String> = (1..=values.len()).map(|row| format!("k{row}")).collect();
            assert_eq!(found, format!("id: {}\na: {expected}", ids.join(" | ")), "{format} {values:?}");
        }
    }
}

#[test]
fn numbers_of_every_width() {
    let byte = |value| Value::Byte(StataByte::Present(value));
    check(VariableType::Byte, "%8.0g", &[byte(-127), byte(0), byte(100)], "-127 | 0 | 100");
    let int = |value| Value::Int(StataInt::Present(value));
    check(VariableType::Int, "%8.0g", &[int(-32767), int(32740)], "-32767 | 32740");
    let long = |value| Value::Long(StataLong::Present(value));
    check(VariableType::Long, "%12.0g", &[long(-2_147_483_647), long(2_147_483_620)], "-2147483647 | 2147483620");
    // The shortest decimal number: 0.67, not 0.6700000166893005.
    let float = |value| Value::Float(StataFloat::Present(value));
    check(VariableType::Float, "%9.0g", &[float(0.67), float(-0.0), float(1e-7)], "0.67 | 0 | 0.0000001");
    let double = |value| Value::Double(StataDouble::Present(value));
    check(VariableType::Double, "%10.0g", &[double(0.1), double(1.0 / 3.0)], "0.1 | 0.3333333333333333");
}

#[test]
fn missing_values_are_gaps() {
    use MissingValue::{A, System};
    let byte = |value| Value::Byte(StataByte::Present(value));
    let missing = |tag| Value::Byte(StataByte::Missing(tag));
    check(VariableType::Byte, "%8.0g", &[byte(1), missing(System), missing(A), byte(2)], "1 | 2");
    let double = [Value::Double(StataDouble::Present(0.5)), Value::Double(StataDouble::Missing(A))];
    check(VariableType::Double, "%10.0g", &double, "0.5");
    let float = [Value::Float(StataFloat::Missing(System)), Value::Float(StataFloat::Present(0.5))];
    check(VariableType::Float, "%9.0g", &float, "0.5");
    let int = [Value::Int(StataInt::Missing(A)), Value::Int(StataInt::Present(7))];
    check(VariableType::Int, "%8.0g", &int, "7");
    let long = [Value::Long(StataLong::Missing(System)), Value::Long(StataLong::Present(7))];
    check(VariableType::Long, "%12.0g", &long, "7");
}

#[test]
fn days_and_times_count_from_1960() {
    for (format, values, expected) in [
        ("%td", [0.0, 24_185.0], "1960-01-01 | 2026-03-20"),
        ("%d", [-1.0, 21_974.0], "1959-12-31 | 2020-02-29"),
        ("%tdCCYY-NN-DD", [24_185.0, 24_186.0], "2026-03-20 | 2026-03-21"),
        ("%-td", [0.0, 24_185.0], "1960-01-01 | 2026-03-20"),
        ("%tc", [0.0, 2_089_664_844_000.0], "1960-01-01 | 2026-03-20 22:27:24"),
        ("%tc", [-1000.0, 2_089_664_844_999.0], "1959-12-31 23:59:59 | 2026-03-20 22:27:24"),
        // Months, quarters and years are numbers.
        ("%tm", [0.0, 794.0], "0 | 794"),
        ("%ty", [1999.0, 2026.0], "1999 | 2026"),
    ] {
        let values = values.map(|value| Value::Double(StataDouble::Present(value)));
        check(VariableType::Double, format, &values, expected);
    }
}

#[test]
fn texts() {
    let texts = ["上海", " x ", "", "12"].map(Value::string);
    check(VariableType::FixedString(8), "%8s", &texts, "上海 | x |  | 12");
    let numbers = ["1", "２"].map(Value::string);
    check(VariableType::FixedString(3), "%3s", &numbers, "1 | 2");
}
