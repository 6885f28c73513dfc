//! The decisions of a study: what leaves with a condition, which decisions are the same, and their names.

use std::collections::BTreeSet;

use equifinal_study::config::{
    AgreementMeasure, Analysis, Anchor, Anchors, AtCrossover, Bound, Budget, Calibration, Dimension, Enhanced, Expect,
    Expectation, Format, Frequency, Given, Implausible, JointExpectation, Kept, Path, Rows, Shape, SolutionType,
    TableKind, Theory, TruthTableCuts, Values,
};
use equifinal_study::expression::{Expression, Literal};
use equifinal_study::text::Text;

fn expression(text: &str) -> Expression {
    Expression::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"))
}

/// An analysis of `Y` with the conditions `A`, `B` and `C`, each with an expectation, and with everything that may refer
/// to them.
fn analysis() -> Analysis {
    let outcome = Literal { set: "Y".to_owned(), level: None, negated: false };
    let cuts = TruthTableCuts { frequency: Frequency::Count(1), consistency: 0.8, pri: 0.5, contradiction_floor: None };
    let conditions = ["A", "B", "C"].map(str::to_owned).to_vec();
    let expect = |expect: Expect| Expectation { expect, because: None };
    let joint = |text: &str| JointExpectation { expression: expression(text), because: None };
    let implausible = |rows: Rows| Implausible { rows, because: None };
    let path = |name: &str, terms: &[&str]| Path {
        name: name.to_owned(),
        label: Text::plain(name),
        terms: terms.iter().map(|term| expression(term)).collect(),
    };
    Analysis {
        expectations: [Expect::Present, Expect::Absent, Expect::Any].map(expect).to_vec(),
        expectations_joint: vec![joint("A*B"), joint("B*C")],
        implausible: vec![
            implausible(Rows::Expression(expression("A*~C"))),
            implausible(Rows::Expression(expression("~C"))),
            implausible(Rows::Numbers(vec![1, 2])),
        ],
        enhanced: Some(Enhanced {
            necessary: vec![expression("A + B"), expression("C")],
            contradictory: true,
            impossible: vec![expression("~(A*B)"), expression("B*~C")],
        }),
        paths: vec![path("first", &["A*B", "~A*C"]), path("second", &["A*C", "B"]), path("third", &["B*C"])],
        theory: Some(Theory { expression: expression("A + B"), because: None }),
        ..Analysis::new("main", outcome, conditions, cuts)
    }
}

/// The analysis in one line for each of its parts.
fn shown(analysis: &Analysis) -> Vec<String> {
    let joined = |parts: Vec<String>| parts.join(", ");
    let written = |parts: &[Expression]| joined(parts.iter().map(Expression::to_string).collect());
    let expected = analysis.expectations.iter().map(|one| match &one.expect {
        Expect::Any => "any".to_owned(),
        Expect::Present => "present".to_owned(),
        Expect::Absent => "absent".to_owned(),
        Expect::Levels(levels) => format!("{levels:?}"),
    });
    let rows = analysis.implausible.iter().map(|one| match &one.rows {
        Rows::Expression(rows) => rows.to_string(),
        Rows::Numbers(rows) => format!("{rows:?}"),
    });
    let enhanced = analysis.enhanced.as_ref().unwrap();
    let paths = analysis.paths.iter().map(|path| format!("{}: {}", path.name, written(&path.terms)));
    vec![
        joined(analysis.conditions.clone()),
        joined(expected.collect()),
        written(&analysis.expectations_joint.iter().map(|joint| joint.expression.clone()).collect::<Vec<_>>()),
        joined(rows.collect()),
        written(&enhanced.necessary),
        written(&enhanced.impossible),
        paths.collect::<Vec<_>>().join("; "),
        analysis.theory.as_ref().map_or_else(|| "no theory".to_owned(), |theory| theory.expression.to_string()),
    ]
}

#[test]
fn a_condition_leaves_with_all_that_refers_to_it() {
    for (dropped, expected) in [
        (&["C"][..], ["A, B", "present, absent", "A*B", "", "A + B", "~(A*B)", "first: A*B; second: B", "A + B"]),
        (&["A"], ["B, C", "absent, any", "B*C", "~C", "C", "B*~C", "second: B; third: B*C", "no theory"]),
        (&["A", "B"], ["C", "any", "", "~C", "C", "", "", "no theory"]),
        (&["B", "C", "X"], ["A", "present", "", "", "", "", "", "no theory"]),
    ] {
        let mut smaller = analysis();
        smaller.leave_out(dropped);
        assert_eq!(shown(&smaller), expected, "{dropped:?}");
    }
    // Nothing changes where none of them is a condition: row numbers still mean the same rows.
    for dropped in [&[][..], &["X"], &["Y"]] {
        let mut same = analysis();
        same.leave_out(dropped);
        assert_eq!(same, analysis(), "{dropped:?}");
    }
}

#[test]
fn an_analysis_begins_with_the_usual_decisions() {
    let outcome = Literal { set: "Y".to_owned(), level: Some(2), negated: true };
    let cuts = TruthTableCuts { frequency: Frequency::Count(1), consistency: 0.8, pri: 0.5, contradiction_floor: None };
    let found = Analysis::new("main", outcome.clone(), vec!["A".to_owned(), "B".to_owned()], cuts);
    assert_eq!(found.expectations.len(), found.conditions.len());
    assert_eq!((found.outcome, found.truth_table, found.at_crossover), (outcome, cuts, AtCrossover::Warn));
    let necessity = found.necessity;
    assert_eq!([necessity.consistency, necessity.coverage, necessity.relevance], [0.9, 0.0, 0.0]);
    assert_eq!(found.interpret, SolutionType::Intermediate);
}

fn anchor(set: &str, anchor: Anchor) -> Dimension {
    Dimension::Anchor { set: set.to_owned(), anchor, values: Values::List(vec![1.0, 2.0]) }
}

#[test]
fn decisions_are_the_same_by_what_they_move() {
    let idm = |set: &str| Dimension::Idm { set: set.to_owned(), values: Values::List(vec![0.9]) };
    let expectation = |condition: &str| Dimension::Expectation { condition: condition.to_owned(), expect: Vec::new() };
    // Each is the same as itself with other values, and as no other.
    let all = [
        Dimension::Consistency(Values::List(vec![0.8])),
        Dimension::Pri(Values::List(vec![0.5])),
        Dimension::Frequency(vec![1]),
        anchor("A", Anchor::Crossover),
        anchor("A", Anchor::Inclusion),
        anchor("B", Anchor::Crossover),
        anchor("A", Anchor::Threshold(0)),
        anchor("A", Anchor::Threshold(1)),
        idm("A"),
        idm("B"),
        Dimension::Solution(Vec::new()),
        expectation("A"),
        expectation("B"),
        Dimension::DropConditions(Vec::new()),
        Dimension::DropCases(Vec::new()),
        Dimension::AtCrossover(Vec::new()),
    ];
    for (at, one) in all.iter().enumerate() {
        for (other_at, other) in all.iter().enumerate() {
            assert_eq!(one.moves_the_same_as(other), at == other_at, "{one:?} and {other:?}");
        }
    }
    let between = Dimension::Consistency(Values::Between { from: 0.7, to: 0.9 });
    assert!(all[0].moves_the_same_as(&between) && between.moves_the_same_as(&all[0]));
}

#[test]
fn values_of_a_decision_are_counted() {
    let between = Values::Between { from: 0.7, to: 0.9 };
    for (dimension, expected) in [
        (Dimension::Consistency(Values::List(vec![0.7, 0.8, 0.9])), Some(3)),
        (Dimension::Consistency(between.clone()), None),
        (Dimension::Pri(between.clone()), None),
        (Dimension::Pri(Values::List(Vec::new())), Some(0)),
        (Dimension::Frequency(vec![1, 2]), Some(2)),
        (anchor("A", Anchor::Together), Some(2)),
        (Dimension::Idm { set: "A".to_owned(), values: between }, None),
        (Dimension::Solution(vec![SolutionType::Conservative]), Some(1)),
        (Dimension::Expectation { condition: "A".to_owned(), expect: vec![Expect::Any, Expect::Present] }, Some(2)),
        (Dimension::DropConditions(vec![Vec::new(), vec!["A".to_owned(), "B".to_owned()]]), Some(2)),
        (Dimension::DropCases(vec![vec!["x".to_owned()]]), Some(1)),
        (Dimension::AtCrossover(vec![AtCrossover::Drop]), Some(1)),
    ] {
        assert_eq!(dimension.values(), expected, "{dimension:?}");
    }
}

#[test]
fn anchors_move_where_the_calibration_has_them() {
    let anchors = Anchors { exclusion: 1.0, crossover: 2.0, inclusion: 3.0 };
    let shape = Shape::Logistic;
    for (calibration, expected) in [
        (Calibration::Direct { anchors, idm: 0.95, shape }, [true, true, true, true, false]),
        (Calibration::Percentiles { anchors, idm: 0.95, shape }, [true, true, true, false, false]),
        (Calibration::Crisp { threshold: 2.0 }, [false, false, false, false, true]),
        (Calibration::Levels { thresholds: vec![1.0, 2.0] }, [false; 5]),
        (Calibration::Bell { low: anchors, high: anchors, idm: 0.95, shape }, [false; 5]),
        (Calibration::Ecdf { anchors: Some(anchors) }, [false; 5]),
        (Calibration::Given(Given::Fuzzy), [false; 5]),
        (Calibration::Recode(vec![("high".to_owned(), 1.0)]), [false; 5]),
    ] {
        assert_eq!(Anchor::ALL.map(|anchor| anchor.moves_in(&calibration)), expected, "{calibration:?}");
        assert!(!Anchor::Threshold(1).moves_in(&calibration));
        let is_multi_value = matches!(calibration, Calibration::Levels { .. });
        assert_eq!(calibration.is_multi_value(), is_multi_value, "{calibration:?}");
    }
    assert!(Calibration::Given(Given::MultiValue).is_multi_value());
    let idm = |shape| Calibration::Direct { anchors, idm: 0.9, shape }.idm();
    assert_eq!(idm(Shape::Logistic), Some(0.9));
    assert_eq!(Calibration::Crisp { threshold: 2.0 }.idm(), None);
}

/// Names are lower-case words, different from one another, and an anchor is found by its name.
#[test]
fn names_are_words() {
    let names: [Vec<&str>; 6] = [
        Anchor::ALL.map(Anchor::name).to_vec(),
        Format::ALL.map(Format::name).to_vec(),
        TableKind::ALL.map(TableKind::name).to_vec(),
        AgreementMeasure::ALL.map(AgreementMeasure::name).to_vec(),
        Kept::ALL.map(Kept::name).to_vec(),
        [AtCrossover::Warn, AtCrossover::Refuse, AtCrossover::Present, AtCrossover::Absent, AtCrossover::Drop]
            .map(AtCrossover::name)
            .to_vec(),
    ];
    for names in names {
        let distinct: BTreeSet<&str> = names.iter().copied().collect();
        assert_eq!(distinct.len(), names.len(), "{names:?}");
        assert!(
            names.iter().all(|name| name.bytes().all(|sign| sign.is_ascii_lowercase() || sign == b'_')),
            "{names:?}"
        );
    }
    for anchor in Anchor::ALL {
        assert_eq!(Anchor::named(anchor.name()), Some(anchor));
    }
    for wrong in ["", "Crossover", "cross-over", "thresholds"] {
        assert_eq!(Anchor::named(wrong), None, "{wrong}");
    }
    let committed: Vec<&str> =
        Format::ALL.into_iter().filter(|format| format.is_committed()).map(Format::name).collect();
    assert_eq!(committed, ["html", "md", "tex", "csv", "svg"]);
}

#[test]
fn limits_are_raised_tenfold_up_to_the_greatest() {
    for (limit, expected) in [
        (1, Some(10)),
        (1_000, Some(10_000)),
        (Budget::MOST / 10, Some(Budget::MOST)),
        (Budget::MOST / 10 + 1, Some(Budget::MOST)),
        (Budget::MOST - 1, Some(Budget::MOST)),
        (Budget::MOST, None),
        (u64::MAX, None),
    ] {
        assert_eq!(Budget::raised(limit), expected, "{limit}");
    }
}

/// A bound and its opposite never hold of the same number, and one of them does.
#[test]
fn bounds_divide_all_numbers() {
    for bound in [0.0, 0.3, 0.8, 1.0] {
        for number in [0.0, 0.1 + 0.2, 0.8 - 1e-9, 0.8 - 2e-8, 0.8 + 2e-8, 0.799, 1.0] {
            let holds = |bound: Bound| bound.holds(number);
            assert_ne!(holds(Bound::AtLeast(bound)), holds(Bound::Below(bound)), "{number} against {bound}");
            assert_ne!(holds(Bound::AtMost(bound)), holds(Bound::Above(bound)), "{number} against {bound}");
            assert!(holds(Bound::AtLeast(bound)) || holds(Bound::AtMost(bound)), "{number} against {bound}");
        }
    }
}
