//! The decisions of a study: what leaves with a condition, which decisions are the same, and their names.

use std::collections::BTreeSet;

use equifinal_study::config::decision::{DecisionError, MethodNumber, NcaChoice, joined, read, write};
use equifinal_study::config::{
    AgreementMeasure, Analysis, Anchor, Anchors, AtCrossover, Bound, Budget, Calibration, Decision, Dimension,
    Enhanced, Expect, Expectation, Format, Frequency, Given, Implausible, JointExpectation, Kept, NumericDecision,
    Path, Rows, Shape, SolutionType, TableKind, Theory, TruthTableCuts,
};
use equifinal_study::expression::{Expression, Literal};
use equifinal_study::natural::compare;
use equifinal_study::text::Text;
use proptest::prelude::*;

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
            impossible: vec![expression("~(A*B)").into(), expression("B*~C").into()],
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
        written(&enhanced.impossible.iter().map(|one| one.expression.clone()).collect::<Vec<_>>()),
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

fn anchor(set: &str, anchor: Anchor) -> NumericDecision {
    NumericDecision::Anchor { set: set.to_owned(), anchor }
}

/// One decision of every kind, no two of them the same.
fn every_decision() -> Vec<Decision> {
    let idm = |set: &str| NumericDecision::Idm { set: set.to_owned() };
    let method = |name: &str, number| NumericDecision::Method { analysis: name.to_owned(), number };
    let nca = |name: &str, choice| Decision::Nca { analysis: name.to_owned(), choice };
    let expectation = |condition: &str| Decision::Expectation { condition: condition.to_owned(), expect: Expect::Any };
    let numbers = [
        NumericDecision::Consistency,
        NumericDecision::Pri,
        NumericDecision::Frequency,
        anchor("A", Anchor::Crossover),
        anchor("A", Anchor::Inclusion),
        anchor("B", Anchor::Crossover),
        anchor("A", Anchor::Threshold(0)),
        anchor("A", Anchor::Threshold(1)),
        idm("A"),
        idm("B"),
        method("degrees", MethodNumber::P),
        method("degrees", MethodNumber::EffectSize),
        method("others", MethodNumber::P),
        method("reform", MethodNumber::Coverage),
    ];
    let others = [
        Decision::Solution(SolutionType::Conservative),
        expectation("A"),
        expectation("B"),
        Decision::DropConditions(vec!["A".to_owned()]),
        Decision::DropCases(vec!["c1".to_owned()]),
        Decision::AtCrossover(AtCrossover::Drop),
        Decision::Alternative("strict".to_owned()),
        Decision::Universe(7),
        nca("degrees", NcaChoice::Scope(Vec::new())),
        nca("degrees", NcaChoice::Outliers(1)),
        nca("degrees", NcaChoice::DecideBy("ce_fdh".to_owned())),
        nca("others", NcaChoice::Outliers(1)),
    ];
    numbers.into_iter().map(|number| Decision::Number(number, 0.75)).chain(others).collect()
}

/// Each decision is the same as itself, with any value, and as no other; so are lists of its values, and ranges.
#[test]
fn decisions_are_the_same_by_what_they_move() {
    let all = every_decision();
    let range = |decision: &Decision| match decision {
        Decision::Number(number, _) => Some(Dimension::Between { number: number.clone(), from: 0.1, to: 0.9 }),
        _ => None,
    };
    for (at, one) in all.iter().enumerate() {
        let own = Dimension::List(vec![one.clone()]);
        assert_eq!(own.name(), one.name());
        for (other_at, other) in all.iter().enumerate() {
            let same = at == other_at;
            let other_list = Dimension::List(vec![other.clone(), one.clone()]);
            assert_eq!(one.decides_the_same_as(other), same, "{one:?} and {other:?}");
            assert_eq!(own.varies_the_same_as(&other_list), same, "{one:?} and {other:?}");
            if let Some(range) = range(other) {
                assert_eq!(own.varies_the_same_as(&range), same, "{one:?} and {range:?}");
                assert_eq!(range.varies_the_same_as(&own), same, "{range:?} and {one:?}");
            }
        }
    }
    let none = Dimension::List(Vec::new());
    assert!(!none.varies_the_same_as(&none) && none.name().is_empty() && none.values() == Some(0));
}

#[test]
fn decisions_have_names_and_values() {
    let shown: Vec<String> = every_decision()
        .iter()
        .map(|one| format!("{}={} {:?} {}", one.name(), one.value(), one.number(), one.dropped_cases().join(" ")))
        .collect();
    let number = |name: &str| format!("{name}=0.75 Some(0.75) ");
    let word = |text: &str| format!("{text} None ");
    let expected: Vec<String> = [
        "consistency",
        "pri",
        "frequency",
        "A.crossover",
        "A.inclusion",
        "B.crossover",
        "A.threshold",
        "A.threshold",
        "A.idm",
        "B.idm",
        "degrees.p",
        "degrees.effect_size",
        "others.p",
        "reform.coverage",
    ]
    .into_iter()
    .map(number)
    .chain(
        ["solution=conservative", "expectations.A=any", "expectations.B=any", "drop_conditions=A"]
            .into_iter()
            .map(word),
    )
    .chain(["drop_cases=c1 None c1".to_owned()])
    .chain(["at_crossover=drop", "alternative=strict", "universe=7"].into_iter().map(word))
    .chain(
        ["degrees.scope=observed", "degrees.outliers=1", "degrees.decide_by=ce_fdh", "others.outliers=1"]
            .into_iter()
            .map(word),
    )
    .collect();
    assert_eq!(shown, expected);
}

#[test]
fn values_of_a_decision_are_counted() {
    let number = |value| Decision::Number(NumericDecision::Pri, value);
    let list = Dimension::List(vec![number(0.5), number(0.6), number(0.7)]);
    let range = Dimension::Between { number: NumericDecision::Pri, from: 0.5, to: 0.7 };
    let words = Dimension::List(vec![Decision::DropCases(Vec::new())]);
    for (dimension, count, varied) in [(&list, Some(3), true), (&range, None, true), (&words, Some(1), false)] {
        assert_eq!(dimension.values(), count, "{dimension:?}");
        assert_eq!(dimension.number(), varied.then_some(&NumericDecision::Pri), "{dimension:?}");
        assert_eq!(dimension.listed().len(), count.unwrap_or(0), "{dimension:?}");
    }
}

#[test]
fn expectations_are_reversed_for_the_negated_outcome() {
    for (expect, reversed) in [
        (Expect::Present, Expect::Absent),
        (Expect::Absent, Expect::Present),
        (Expect::Any, Expect::Any),
        (Expect::Levels(vec![1]), Expect::Any),
    ] {
        assert_eq!(expect.reversed(), reversed);
    }
    for expect in Expect::WORDS {
        assert_eq!(Expect::named(expect.name()), Some(expect));
    }
    for wrong in ["", "Any", "levels", "none"] {
        assert_eq!(Expect::named(wrong), None, "{wrong}");
    }
    for policy in AtCrossover::ALL {
        assert_eq!(AtCrossover::named(policy.name()), Some(policy));
    }
    for kind in SolutionType::ALL {
        assert_eq!(SolutionType::named(kind.name()), Some(kind));
    }
    assert_eq!((AtCrossover::named("keep"), SolutionType::named("complex")), (None, None));
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
        AtCrossover::ALL.map(AtCrossover::name).to_vec(),
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

proptest! {
    /// Decisions are read as they are written, whatever signs the ids of cases have.
    #[test]
    fn written_decisions_are_read(ids in prop::collection::btree_set("[a-c\",+=. 甲]{1,6}", 1..5), share in 0..=100_u32) {
        let mut ids: Vec<String> = ids.into_iter().collect();
        ids.sort_by(|a, b| compare(a, b));
        let share = f64::from(share) / 100.0;
        let decisions = vec![Decision::Number(NumericDecision::Pri, share), Decision::DropCases(ids)];
        let written = write(&decisions);
        prop_assert_eq!(read(&written), Ok(decisions), "{}", written);
    }

    /// The order in which decisions are given changes nothing.
    #[test]
    fn decisions_are_joined_in_one_order(turn in 0..18_usize) {
        let mut all = every_decision();
        // Two thresholds of one set have one name.
        all.remove(7);
        let expected = joined(all.clone());
        all.rotate_left(turn % 17);
        prop_assert_eq!(joined(all.clone()), expected.clone());
        all.push(Decision::DropCases(vec!["c1".to_owned()]));
        prop_assert_eq!(joined(all.clone()), expected);
        all.push(Decision::Universe(8));
        prop_assert_eq!(joined(all), Err(DecisionError::Twice("universe".to_owned())));
    }
}
