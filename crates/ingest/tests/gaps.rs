//! Codes without a value: declared in SPSS, tagged in Stata, or marked by their labels.

use equifinal_ingest::{Limits, Source, Wanted, read_cases, read_codebook, read_records, read_responses};
use equifinal_study::config::TableLayout;
use equifinal_study::config::{ColumnRef, Instrument, Item, ItemKind, Scale};
use equifinal_study::responses::{Absent, ItemAnswers};
use equifinal_study::table::{Cells, ColumnKind};

use crate::fixture;

/// The files, the third and fifth cell of `rate`, and the way in which each file marks them missing.
const FILES: [(&str, [&str; 2]); 5] = [
    ("gaps_codes.sav", ["the file declares 99 (refused) missing", "the file declares 98 (not applicable) missing"]),
    ("gaps_range.sav", ["the file declares 99 (refused) missing", "the file declares 98 (not applicable) missing"]),
    ("gaps_labels.sav", BY_LABEL),
    ("gaps_labels.dta", BY_LABEL),
    ("gaps_tagged.dta", ["the file declares .a (refused) missing", "the file declares .b (not applicable) missing"]),
];

const BY_LABEL: [&str; 2] = [
    "the label of 99 in the file is \"refused\", so there is no value",
    "the label of 98 in the file is \"not applicable\", so there is no value",
];

#[test]
fn cases_without_a_value_are_named() {
    for (file, words) in FILES {
        let column = |name: &str| (name.to_owned(), ColumnKind::Number);
        let wanted = Wanted { id: "case".to_owned(), columns: vec![column("rate"), column("y")], ..Wanted::default() };
        let refused = read_cases(file, &fixture(file), &wanted, Limits::default()).expect_err(file).to_string();
        let lines: Vec<&str> = refused.lines().collect();
        assert_eq!(lines.len(), 2, "{refused}");
        for ((line, row), words) in lines.iter().zip([3, 5]).zip(words) {
            let start = format!("{file}: line {row}, column `rate`, case `k{row}`: {words}; give it a value");
            assert!(line.starts_with(&start), "{line}\n{start}");
        }
        // The same column as text: the study may name the code.
        let wanted =
            Wanted { id: "case".to_owned(), columns: vec![("rate".to_owned(), ColumnKind::Text)], ..Wanted::default() };
        let table =
            read_cases(file, &fixture(file), &wanted, Limits::default()).unwrap_or_else(|errors| panic!("{errors}"));
        let Cells::Texts(texts, _) = &table.columns[0].cells else { panic!("{file}: texts") };
        assert!(["99", ".a"].contains(&texts[2].as_str()), "{file}: {texts:?}");
    }
}

#[test]
fn rows_without_a_value_are_gaps() {
    for (file, _) in FILES {
        let mut records =
            read_records(file, &fixture(file), &["case"], &["rate"], &[], (&TableLayout::default(), Limits::default()))
                .expect(file);
        let rates = records.numbers("rate").expect(file);
        assert_eq!(rates, [Some(12.0), Some(40.0), None, Some(7.0), None, Some(33.0)], "{file}");
        let refused =
            read_records(file, &fixture(file), &["rate"], &[], &[], (&TableLayout::default(), Limits::default()))
                .expect_err(file)
                .to_string();
        assert_eq!(refused.matches("the cell is empty").count(), 2, "{refused}");
    }
}

fn item(name: &str, kind: ItemKind, scale: Option<&str>) -> Item {
    let (column, scale) = (ColumnRef::Header(name.to_owned()), scale.map(str::to_owned));
    Item { name: name.to_owned(), column, kind, scale, reversed: false, private: false }
}

#[test]
fn missing_answers_stay_missing() {
    for (file, _) in FILES {
        let read = |scale: &[(&str, f64)]| {
            let codes = scale.iter().map(|(label, code)| ((*label).to_owned(), *code)).collect();
            let instrument = Instrument {
                scales: [("trust".to_owned(), Scale { codes })].into(),
                items: vec![item("rate", ItemKind::Number, None), item("trust", ItemKind::Scale, Some("trust"))],
                ..Instrument::default()
            };
            let source = Source { file, id: Some("case"), format: None };
            let found = read_responses(&source, &fixture(file), Some(&instrument), Limits::default());
            let found = found.unwrap_or_else(|errors| panic!("{errors}"));
            found.items.into_iter().map(|item| match item.answers {
                ItemAnswers::Codes(codes) => codes.iter().map(|code| code.copied()).collect::<Vec<_>>(),
                _ => panic!("{file}: codes"),
            })
        };
        let (missing, skipped) = (Err(Absent::Missing), Err(Absent::Skipped));
        let agreement = [("disagree", 1.0), ("neutral", 3.0), ("agree", 5.0)];
        let found: Vec<Vec<_>> = read(&agreement).collect();
        assert_eq!(found[0], [Ok(12.0), Ok(40.0), missing, Ok(7.0), skipped, Ok(33.0)], "{file}");
        assert_eq!(found[1], [Ok(1.0), Ok(5.0), missing, Ok(3.0), Ok(5.0), Ok(1.0)], "{file}");
        // A codebook that names the label on a scale takes it for an answer.
        let found = read(&[agreement.as_slice(), &[("refused", 0.0)]].concat()).nth(1).expect("trust");
        assert_eq!(found[2], Ok(0.0), "{file}");
    }
}

#[test]
fn missing_labels_get_no_score_in_drafts() {
    for (file, _) in FILES {
        let source = Source { file, id: None, format: None };
        let codebook = read_codebook(&source, &fixture(file), Limits::default()).expect(file);
        let items =
            codebook.instrument.items.iter().map(|item| (item.name.as_str(), &item.kind, item.scale.as_deref()));
        let expected = [
            ("rate", &ItemKind::Number, None),
            ("trust", &ItemKind::Scale, Some("agreement")),
            // Only the ends of the ladder have a label.
            ("ladder", &ItemKind::Number, None),
            ("y", &ItemKind::Number, None),
        ];
        assert_eq!(items.collect::<Vec<_>>(), expected, "{file}");
        let codes: Vec<f64> = codebook.instrument.scales["agreement"].codes.iter().map(|(_, code)| *code).collect();
        assert_eq!(codes, [1.0, 3.0, 5.0], "{file}");
        let labels: Vec<&str> = codebook.unanswered.iter().map(|(label, _)| label.as_str()).collect();
        assert!(labels.contains(&"refused") && labels.contains(&"not applicable"), "{file}: {labels:?}");
        assert!(!labels.contains(&"agree"), "{file}: {labels:?}");
    }
}
