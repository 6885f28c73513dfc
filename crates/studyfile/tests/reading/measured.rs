//! Data tables, targets, indicators and themes, with their labels.

use equifinal_study::config::{
    AgreementMeasure, Anchor, Calibration, Direction, Extraction, Kept, Rotation, Study, TableKind,
};

use crate::check;

const DATA: &str = "data: {cases: {file: small/cases.csv, id: case}}";

#[test]
fn tables() {
    let read = |study: &Study| {
        let table = &study.tables[1];
        format!("{} {} {} {:?} {:?}", table.name, table.file, table.kind.name(), table.id, table.format)
    };
    check(
        DATA,
        "data: {cases: {file: small/cases.csv, id: case}, other: {file: small/other.csv, @",
        read,
        &[
            ("kind: passages}}", "other small/other.csv passages None None"),
            ("kind: codings}}\ncoding: {all: {table: other}}", "other small/other.csv codings None None"),
            ("}}\ncoding: {all: {table: other}}", "other small/other.csv codings None None"),
            (
                "kind: indicators, id: year}}\nindicators: {other: {rate: {}}}",
                "other small/other.csv indicators Some(\"year\") None",
            ),
            (
                "kind: responses}}\ninstruments: {other: {items: {q: {column: a}}}}",
                "other small/other.csv responses None None",
            ),
            (
                "id: nr}}\ninstruments: {other: {items: {q: {column: a}}}}",
                "other small/other.csv responses Some(\"nr\") None",
            ),
            (
                "format: wjx_text}}\ninstruments: {other: {items: {q: {column: a}}}}",
                "other small/other.csv responses None Some(\"wjx_text\")",
            ),
            ("kind: responses}}", "refused: `other` has no instrument: add `instruments: {other: {items: …}}`"),
            ("kind: codings}}", "refused: `other` has no coding: add `coding: {NAME: {table: other}}`"),
            ("kind: cases, id: case}}", "refused: `other` is a second table of cases: a study has one"),
            ("kind: passages, sent: 5}}", "refused: only tables of responses have the key `sent`"),
            ("kind: passages, format: x}}", "refused: only tables of responses have the key `format`"),
        ],
    );
}

#[test]
fn indicators() {
    let read = |study: &Study| {
        let one = &study.indicators[0].indicators[0];
        let target = one.target.as_ref().map(|target| (target.value, target.direction, target.name.clone()));
        format!("{} {:?} {:?} {:?} {target:?}", one.column, one.unit, one.first_to_last, one.growth)
    };
    check(
        DATA,
        "data: {cases: {file: small/cases.csv, id: case}, yearly: {file: small/yearly.csv, id: year}}\ntargets: {reach: \
         {value: 0.9, quantity: inpatients, direction: at_most}}\nindicators: {yearly: {rate: {@}}}",
        read,
        &[
            ("", "rate None None None None"),
            ("column: r", "r None None None None"),
            ("unit: share", "rate Some(\"share\") None None None"),
            ("claim_ratio: {first_to_last: 2}", "rate None Some(2.0) None None"),
            ("growth: -0.1", "rate None None Some(-0.1) None"),
            ("target: 0.7", "rate None None None Some((0.7, AtLeast, None))"),
            ("target: 0.7, direction: at_least", "rate None None None Some((0.7, AtLeast, None))"),
            ("target: 0.7, direction: at_most", "rate None None None Some((0.7, AtMost, None))"),
            ("target: reach, quantity: inpatients", "rate None None None Some((0.9, AtMost, Some(\"reach\")))"),
            (
                "target: reach, quantity: inpatients, direction: at_most",
                "refused: the target says itself on which side it is met: leave `direction` out",
            ),
            (
                "target: reach, quantity: visits",
                "refused: the target `reach` is of `inpatients`: an indicator measured against it has `quantity: \
                 inpatients`",
            ),
        ],
    );
}

#[test]
fn themes() {
    let read = |study: &Study| {
        let told = study.themes.iter().map(|theme| {
            let words = theme.recommendation.as_ref().and_then(|text| text.in_language("zh")).map(|said| said.words);
            format!("{} {words:?} {:?}", theme.name, theme.indicators)
        });
        told.collect::<Vec<_>>().join("; ")
    };
    check(
        DATA,
        "data: {cases: {file: small/cases.csv, id: case}, talks: {file: small/talks.csv, kind: passages}}\nthemes: {@}",
        read,
        &[
            ("debt: {}", "debt None []"),
            ("debt: {recommendation: Pay}", "debt Some(\"Pay\") []"),
            ("debt: {recommendation: {en: Pay, zh: 偿还}}", "debt Some(\"偿还\") []"),
            ("debt: {recommendation: {en: Pay}}, staff: {}", "debt Some(\"Pay\") []; staff None []"),
        ],
    );
}

#[test]
fn targets_as_anchors() {
    let read = |study: &Study| match &study.sets[0].calibrate {
        Calibration::Direct { anchors, .. } => {
            format!("{} {} {}", anchors.exclusion, anchors.crossover, anchors.inclusion)
        }
        Calibration::Crisp { threshold } => threshold.to_string(),
        other => format!("{other:?}"),
    };
    check(
        "sets:\n  A: {calibrate: {given: fuzzy}}",
        "targets: {least: {value: 2, quantity: q}, most: {value: 2, quantity: q, direction: at_most}}\nsets:\n  A: \
         {quantity: q, @}",
        read,
        &[
            ("target: least, calibrate: {crisp: {threshold: target}}", "2"),
            ("target: least, calibrate: {direct: {exclusion: 1, crossover: target, inclusion: 3}}", "1 2 3"),
            ("target: least, calibrate: {direct: {exclusion: 0, crossover: 1, inclusion: target}}", "0 1 2"),
            ("target: most, calibrate: {direct: {exclusion: 3, crossover: target, inclusion: 1}}", "3 2 1"),
            (
                "target: most, calibrate: {crisp: {threshold: target}}",
                "refused: the target is met below its value, but a crisp set is in from its threshold upwards",
            ),
            (
                "target: least, calibrate: {direct: {exclusion: 3, crossover: target, inclusion: 1}}",
                "refused: the target is met at its value and above, so the anchors rise",
            ),
            (
                "target: most, calibrate: {direct: {exclusion: 1, crossover: target, inclusion: 3}}",
                "refused: the target is met at its value and below, so the anchors fall",
            ),
        ],
    );
    let read = |study: &Study| study.targets.iter().map(|one| format!("{} {:?}", one.value, one.direction)).collect();
    let at_most = format!("0.9 {:?}", Direction::AtMost);
    check(
        "sets:\n",
        "targets: {reach: {value: 0.9, quantity: q@}}\nsets:\n",
        read,
        &[("", "0.9 AtLeast"), (", direction: at_least", "0.9 AtLeast"), (", direction: at_most", &at_most)],
    );
}

#[test]
fn mistakes_are_named_once() {
    let read = |study: &Study| study.id.clone();
    check(
        "provenance: original\n",
        "provenance: original\n@\n",
        read,
        &[
            ("", "small"),
            ("standards: false", "small"),
            ("provenance: published", "refused: the key `provenance` is given twice: keep one"),
            ("standards: no", "refused: `standards` is the text `no`, not `true` or `false`"),
        ],
    );
    check(
        "A: {calibrate: {given: fuzzy}}",
        "A: {calibrate: {crisp: {threshold: @}}}",
        read,
        &[
            ("4", "small"),
            (".nan", "refused: `threshold` is the number .nan, not a finite number"),
            (".inf", "refused: `threshold` is the number .inf, not a finite number"),
            ("NaN", "refused: `threshold` is the text `NaN`, not a finite number"),
            ("\"4\"", "refused: `threshold` is the text `4`, not a finite number: take the quotes away"),
            ("", "refused: `threshold` is nothing, not a finite number"),
        ],
    );
}

#[test]
fn words_are_printed_as_parsed() {
    let kinds = TableKind::ALL.map(TableKind::name);
    assert_eq!(kinds, ["cases", "responses", "codings", "indicators", "passages"]);
    assert_eq!(Kept::ALL.map(Kept::name), ["exact", "core", "narrower", "wider", "related"]);
    let measures = AgreementMeasure::ALL.map(AgreementMeasure::name);
    assert_eq!(measures[..5], ["percent", "kappa", "kappa_linear", "kappa_squared", "fleiss"]);
    assert_eq!(Extraction::PrincipalAxis.name(), "principal_axis");
    assert_eq!(Extraction::MaximumLikelihood.name(), "maximum_likelihood");
    assert_eq!((Rotation::Varimax.name(), Rotation::Oblimin.name()), ("varimax", "oblimin"));
    for anchor in Anchor::ALL {
        assert_eq!(Anchor::named(anchor.name()), Some(anchor));
    }
    assert_eq!(Anchor::named("Crossover"), None);
}

/// The place of a table in its file.
#[test]
fn layouts_of_tables() {
    let read = |study: &Study| {
        let layout = &study.tables[0].layout;
        format!("{:?} {:?} {:?} {:?}", layout.sheet, layout.header_rows, layout.rows, layout.missing)
    };
    check(
        DATA,
        "data: {cases: {file: small/cases.csv, id: case@}}",
        read,
        &[
            ("", "None [] None []"),
            (", sheet: 2", "Some(Number(2)) [] None []"),
            (", sheet: \"2\"", "Some(Name(\"2\")) [] None []"),
            (
                ", header_rows: [3, 4], rows: {from: 5}, missing: [\"\", —, -9, no]",
                "None [3, 4] Some(LineRange { from: Some(5), to: None }) [\"\", \"—\", \"-9\", \"no\"]",
            ),
            (", rows: {to: 9}", "None [] Some(LineRange { from: None, to: Some(9) }) []"),
        ],
    );
}
