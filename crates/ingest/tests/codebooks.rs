//! First codebooks from forms, dictionaries, labels and exports.

use equifinal_ingest::{Limits, Source, read_codebook};
use equifinal_study::config::{ColumnRef, ItemKind};

use crate::fixture;

/// Each item as `name: kind, scale`, then what is private, then what is guessed.
fn check(file: &str, expected: &[&str], private: usize, guessed: usize) {
    let source = Source { file, id: None, format: None };
    let codebook =
        read_codebook(&source, &fixture(file), Limits::default()).unwrap_or_else(|errors| panic!("{errors}"));
    let items = codebook.instrument.items.iter().map(|item| {
        let kind = match item.kind {
            ItemKind::Single => "single",
            ItemKind::Multiple { .. } => "multiple",
            ItemKind::Scale => "scale",
            ItemKind::Number => "number",
            ItemKind::Date => "date",
            ItemKind::Text => "text",
            ItemKind::Ranking { .. } => "ranking",
        };
        let scale = item.scale.as_ref().and_then(|name| codebook.instrument.scales.get(name));
        let codes =
            scale.map(|scale| scale.codes.iter().map(|(label, code)| format!("{label}={code}")).collect::<Vec<_>>());
        let ColumnRef::Header(header) = &item.column else { panic!("{file}: a header") };
        format!(
            "{} [{header}]: {kind}{}",
            item.name,
            codes.map_or_else(String::new, |codes| format!(" {}", codes.join(" ")))
        )
    });
    assert_eq!(items.collect::<Vec<_>>(), expected, "{file}");
    assert_eq!(codebook.instrument.private.len(), private, "{file}");
    assert_eq!(codebook.guessed.len(), guessed, "{file}");
}

#[test]
fn forms_and_dictionaries() {
    check(
        "xlsform.xlsx",
        &[
            "sex [person/sex]: single male=1 female=2",
            "trained [person/trained]: multiple",
            "worth [work/worth]: single 1=1 3=3 5=5",
            "years [work/years]: number",
            "born [work/born]: date",
        ],
        1,
        0,
    );
    check(
        "redcap_dictionary.csv",
        &[
            "sex [sex]: single male=1 female=2",
            "trained [trained]: multiple",
            "worth [worth]: single disagree=1 neutral=3 agree=5",
            "born [born]: date",
            "years [years]: number",
        ],
        1,
        0,
    );
}

#[test]
fn labels_and_guesses() {
    check(
        "container.sav",
        &[
            "worth [worth]: scale 不同意=1 一般=3 同意=5",
            "sex [sex]: single 男=1 女=2",
            "day [day]: date",
            "share [share]: number",
        ],
        0,
        2,
    );
    let agreement = "非常不同意=1 不同意=2 一般=3 同意=4 非常同意=5";
    check(
        "wjx_text.xlsx",
        &[
            "q2 [2. 培训内容]: multiple",
            "q4 [4. 最看重的条件]: ranking",
            &format!("q1 [维度一：工作意义—1. 我的工作有价值]: scale {agreement}"),
            &format!("q2_2 [2. 我愿意继续]: scale {agreement}"),
            &format!("q1_2 [1. 离职意愿]: scale {agreement}"),
        ],
        0,
        5,
    );
}
