//! Memberships, levels, tables of cases, answers, and how a file describes itself.

use std::sync::Arc;

use equifinal_study::config::{Calibration, Given, ScoreSource, SetSpec};
use equifinal_study::detected::{Detected, FileKind, Separator};
use equifinal_study::memberships::{Memberships, Set, SetKind};
use equifinal_study::responses::{Absent, Answers};
use equifinal_study::screening::{CannotJudge, Screening};
use equifinal_study::table::{CaseTable, Cells, Column, levels};
use proptest::prelude::*;

#[test]
fn levels_begin_at_zero_and_have_no_gap() {
    for (values, expected) in [
        (&[0.0, 1.0, 2.0][..], Some(3)),
        (&[2.0, 0.0, 1.0, 1.0], Some(3)),
        (&[0.0, 1.0], Some(2)),
        // A column of one value may still hold two.
        (&[0.0, 0.0], Some(2)),
        (&[0.0], Some(2)),
        (&[-0.0, 1.0], Some(2)),
        (&[1.0, 2.0], None),
        (&[0.0, 2.0], None),
        (&[0.0, 1.0, 3.0, 3.0], None),
        (&[0.0, 0.5, 1.0], None),
        (&[0.0, -1.0], None),
        (&[0.0, f64::NAN, 1.0], Some(2)),
        (&[0.0, f64::INFINITY], None),
        (&[0.0, 1e300], None),
        (&[], None),
    ] {
        assert_eq!(levels(values), expected, "{values:?}");
    }
}

proptest! {
    /// The levels do not depend on the order of the cases, and every level is held.
    #[test]
    fn levels_do_not_depend_on_the_order(values in prop::collection::vec(0..5_u8, 1..12), seed in any::<u64>()) {
        let values: Vec<f64> = values.into_iter().map(f64::from).collect();
        let mut shuffled = values.clone();
        equifinal_study::draws::Draws::keyed([5; 32], seed).shuffle(&mut shuffled);
        prop_assert_eq!(levels(&values), levels(&shuffled));
        if let Some(found) = levels(&values) {
            let held = |level: usize| values.iter().any(|value| (*value - level as f64).abs() < 0.5);
            prop_assert!(found == 2 || (0..found).all(held));
            prop_assert!(!held(found));
        }
    }

    /// Over the levels of a set, a case's memberships add up to one.
    #[test]
    fn memberships_of_all_levels_add_up(value in 0..=4_u8, quarters in 0..=4_u8) {
        for (kind, value) in [
            (SetKind::MultiValue { levels: 5 }, f64::from(value)),
            (SetKind::Fuzzy, f64::from(quarters) / 4.0),
            (SetKind::Crisp, f64::from(quarters % 2)),
        ] {
            let sum: f64 = (0..kind.levels()).map(|level| kind.degree(value, level)).sum();
            prop_assert_eq!(sum, 1.0, "{:?} at {}", kind, value);
        }
    }
}

#[test]
fn a_degree_belongs_to_a_level() {
    for (kind, value, level, expected) in [
        (SetKind::Fuzzy, 0.25, 1, 0.25),
        (SetKind::Fuzzy, 0.25, 0, 0.75),
        (SetKind::Crisp, 1.0, 1, 1.0),
        (SetKind::Crisp, 1.0, 0, 0.0),
        (SetKind::MultiValue { levels: 3 }, 2.0, 2, 1.0),
        (SetKind::MultiValue { levels: 3 }, 2.0, 1, 0.0),
        (SetKind::MultiValue { levels: 3 }, 0.0, 0, 1.0),
        (SetKind::MultiValue { levels: 3 }, 1.0, 3, 0.0),
    ] {
        assert_eq!(kind.degree(value, level), expected, "{kind:?} {value} at {level}");
    }
    for (kind, levels, is_multi_value) in
        [(SetKind::Fuzzy, 2, false), (SetKind::Crisp, 2, false), (SetKind::MultiValue { levels: 4 }, 4, true)]
    {
        assert_eq!((kind.levels(), kind.is_multi_value()), (levels, is_multi_value));
    }
    let set = |name: &str, values: &[f64]| Set { name: name.to_owned(), kind: SetKind::Fuzzy, values: values.to_vec() };
    let sets = vec![set("A", &[0.25, 1.0]), set("B", &[0.5, 0.0])];
    let memberships = Memberships { cases: vec!["x".to_owned(), "y".to_owned()], sets };
    let b = memberships.set("B").unwrap();
    assert_eq!([b.at_level(0, 1), b.at_level(0, 0), b.at_level(1, 0)], [0.5, 0.5, 1.0]);
    assert!(memberships.set("b").is_none());
}

fn set(column: &str, source: ScoreSource) -> SetSpec {
    SetSpec {
        name: "S".to_owned(),
        label: None,
        absent: None,
        levels: Vec::new(),
        group: None,
        definition: None,
        rubric: Vec::new(),
        column: column.to_owned(),
        source,
        calibrate: Calibration::Given(Given::Fuzzy),
        quantity: None,
        target: None,
        because: None,
        slope: None,
        missing: None,
        time: None,
    }
}

/// Columns of the same name are told apart by their source, and numbers from texts.
#[test]
fn a_set_finds_its_column() {
    let numbers = |values: &[f64]| Cells::Numbers(values.to_vec());
    let texts = |values: &[&str]| Cells::Texts(values.iter().map(|value| (*value).to_owned()).collect(), Vec::new());
    let column =
        |name: &str, source: ScoreSource, cells: Cells| Column { source, ..Column::of_file(name.to_owned(), cells) };
    let coding = ScoreSource::Coding("evidence".to_owned());
    let columns = vec![
        column("a", ScoreSource::Table, numbers(&[1.0])),
        column("a", ScoreSource::Construct, numbers(&[2.0])),
        Column { levels: Some(3), ..column("a", coding.clone(), numbers(&[0.0])) },
        column("b", ScoreSource::Table, texts(&["high"])),
        column("b", ScoreSource::Table, numbers(&[4.0])),
    ];
    let table = CaseTable { columns, ..CaseTable::default() };
    for (name, source, number, text, level) in [
        ("a", ScoreSource::Table, Some(1.0), None, None),
        ("a", ScoreSource::Construct, Some(2.0), None, None),
        ("a", coding, Some(0.0), None, Some(3)),
        ("a", ScoreSource::Coding("other".to_owned()), None, None, None),
        ("b", ScoreSource::Table, Some(4.0), Some("high"), None),
        ("b", ScoreSource::Construct, None, None, None),
        ("c", ScoreSource::Table, None, None, None),
    ] {
        let set = set(name, source);
        assert_eq!(table.numbers(&set).map(|values| values[0]), number, "{name} {:?}", set.source);
        assert_eq!(table.texts(&set).map(|(values, _)| values[0].as_str()), text, "{name} {:?}", set.source);
        assert_eq!(table.levels(&set), level, "{name} {:?}", set.source);
    }
    assert_eq!(table.column("a").map(|column| column.cells.clone()), Some(numbers(&[1.0])));
    assert_eq!(table.column("c"), None);
}

#[test]
fn files_describe_themselves() {
    let text = |encoding, is_marked, separator| FileKind::Delimited { encoding, is_marked, separator };
    for (platform, kind, are_cases, expected) in [
        (None, text("UTF-8", false, Separator::Comma), true, "UTF-8, commas, 3 cases × 5 columns"),
        (None, text("GBK", false, Separator::Tab), false, "GBK, tabs, 3 rows × 5 columns"),
        (
            Some("kobo"),
            text("UTF-8", true, Separator::Semicolon),
            true,
            "kobo, UTF-8 with a byte order mark, semicolons, 3 cases × 5 columns",
        ),
        (None, FileKind::Excel(1), true, "Excel workbook, 3 cases × 5 columns"),
        (None, FileKind::Excel(2), true, "Excel workbook, the first of 2 sheets, 3 cases × 5 columns"),
        (None, FileKind::Excel97(3), true, "Excel 97 workbook, the first of 3 sheets, 3 cases × 5 columns"),
        (None, FileKind::OpenDocument(1), true, "OpenDocument workbook, 3 cases × 5 columns"),
        (None, FileKind::Spss, true, "SPSS file, 3 cases × 5 columns"),
        (None, FileKind::Stata, true, "Stata file, 3 cases × 5 columns"),
        (None, FileKind::Parquet, true, "Parquet file, 3 cases × 5 columns"),
        (Some("tencent_json"), FileKind::Json, true, "tencent_json, JSON file, 3 cases × 5 columns"),
    ] {
        let detected = Detected { platform, kind, rows: 3, columns: 5, are_cases, ..Detected::default() };
        assert_eq!(detected.to_string(), expected);
    }
}

#[test]
fn answers_are_equal_if_every_respondent_answers_the_same() {
    let repeated =
        |kept: &[Result<f64, Absent>], places: &[u32]| Answers::repeated(kept.to_vec(), Arc::new(places.to_vec()));
    let (one, two, missing, skipped) = (Ok(1.0), Ok(2.0), Err(Absent::Missing), Err(Absent::Skipped));
    for (answers, expected) in [
        (repeated(&[one, two], &[0, 1, 0]), vec![one, two, one]),
        (repeated(&[two, one, one], &[1, 0, 2]), vec![one, two, one]),
        (repeated(&[skipped, one], &[0, 1, 7]), vec![skipped, one, missing]),
        (repeated(&[], &[0]), vec![missing]),
        (repeated(&[one], &[]), vec![]),
    ] {
        assert_eq!(answers.iter().map(|answer| answer.copied()).collect::<Vec<_>>(), expected);
        assert_eq!((answers.len(), answers.is_empty()), (expected.len(), expected.is_empty()));
        let same: Answers<f64> = expected.iter().copied().collect();
        assert_eq!(answers, same);
        let other: Answers<f64> = expected.iter().copied().chain([two]).collect();
        assert_ne!(answers, other);
    }
    assert_ne!(repeated(&[missing], &[0]), repeated(&[skipped], &[0]));
    assert!(Answers::<f64>::default().is_empty());
}

#[test]
fn screenings_are_counted() {
    let screening = |sent: Option<u64>, valid| Screening {
        sent,
        returned: 200,
        valid,
        steps: Vec::new(),
        audit: Vec::new(),
        kept: Vec::new(),
    };
    for (sent, valid, expected) in
        [(Some(250), 200, Some(0.8)), (Some(200), 0, Some(0.0)), (Some(0), 0, None), (None, 200, None)]
    {
        assert_eq!(screening(sent, valid).valid_rate(), expected, "{valid} of {sent:?}");
    }
    for (reason, counts) in [
        (CannotJudge::TooFewRatings { found: 1, needed: 2 }, Some((1, 2))),
        (CannotJudge::TooFewConstructs { found: 0, needed: 3 }, Some((0, 3))),
        (CannotJudge::TooFewResponses { found: 9, needed: 10 }, Some((9, 10))),
        (CannotJudge::NotRecorded, None),
        (CannotJudge::AllConstant, None),
    ] {
        assert_eq!(reason.counts(), counts, "{}", reason.name());
    }
}
