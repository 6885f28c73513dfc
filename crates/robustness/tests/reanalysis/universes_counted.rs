//! Number, order and decisions of the universes of a plan.

use std::collections::BTreeSet;

use equifinal_robustness::plan::{Plan, level_decisions};
use equifinal_robustness::varied::varied;
use equifinal_study::config::{Decision, Study};

use crate::kinds::study;

const DIRECT: &str = "direct: {exclusion: 2, crossover: 4.6, inclusion: 8}";

fn written(plan: &Plan<'_>, universe: u64) -> String {
    plan.by_dimension(universe).map(|one| format!("{}={}", one.name(), one.value())).collect::<Vec<_>>().join(" ")
}

/// Compares number, first and last universe of a multiverse, and holds every universe against its decisions.
fn check(multiverse: &str, size: u64, first: &str, last: &str) {
    let study: Study = study(DIRECT, "intermediate", &format!("robustness: {{multiverse: {{{multiverse}}}}}\n"));
    let plan = Plan::new(&study, study.robustness.multiverse.as_ref().expect("a multiverse"), 18);
    assert_eq!(plan.size(), size, "{multiverse}");
    assert_eq!((written(&plan, 0).as_str(), written(&plan, size - 1).as_str()), (first, last), "{multiverse}");
    let values: Vec<Vec<Decision>> = plan.dimensions().iter().map(level_decisions).collect();
    let mut seen = BTreeSet::new();
    for universe in 0..size {
        let decisions: Vec<Decision> = plan.by_dimension(universe).map(|one| one.into_owned()).collect();
        assert!(seen.insert(written(&plan, universe)), "{multiverse}: {universe} is there twice");
        for ((decision, level), values) in decisions.iter().zip(plan.levels(universe)).zip(&values) {
            assert_eq!(decision, &values[level], "{multiverse}: {universe}");
        }
        // The number alone, and all decisions one by one, give the same study.
        let (alone, one_by_one) = (varied(&study, &[Decision::Universe(universe)]), varied(&study, &decisions));
        assert_eq!(alone, one_by_one, "{multiverse}: {universe}");
        if let Ok(alone) = alone {
            let variant = plan.decisions(universe).variant(&study);
            assert_eq!(alone, variant, "{multiverse}: {universe}");
        }
    }
    let beyond = varied(&study, &[Decision::Universe(size)]).expect_err("beyond the last").to_string();
    assert_eq!(beyond, format!("there is no universe {size}: the multiverse has those from 0 to {}", size - 1));
}

#[test]
fn universes_are_all_combinations() {
    check("vary: {pri: [0.4]}", 1, "pri=0.4", "pri=0.4");
    check(
        "vary: {pri: [0.4, 0.6], consistency: [0.7, 0.8, 0.9]}",
        6,
        "pri=0.4 consistency=0.7",
        "pri=0.6 consistency=0.9",
    );
    check(
        "vary: {consistency: {from: 0.7, to: 0.8, step: 0.02}, frequency: {from: 1, to: 4, step: 1}}",
        24,
        "frequency=1 consistency=0.7",
        "frequency=4 consistency=0.8",
    );
    check(
        "vary: {anchors: {A: {crossover: [4, 5], idm: [0.9, 0.95], together: [4.6]}, B: {threshold: [30, 40, 50]}}}",
        12,
        "A.crossover=4 A.together=4.6 A.idm=0.9 B.threshold=30",
        "A.crossover=5 A.together=4.6 A.idm=0.95 B.threshold=50",
    );
    check(
        "vary: {drop_conditions: [[], C, [A, B], [A, B, C]], drop_cases: [[], k1, [k2, k3]], at_crossover: [present, absent, drop, warn]}",
        48,
        "drop_cases= drop_conditions= at_crossover=present",
        "drop_cases=k2+k3 drop_conditions=A+B+C at_crossover=warn",
    );
    check(
        "vary: {solution: [parsimonious, conservative], expectations: {A: [any, absent], B: [present, any]}}",
        8,
        "expectations.A=any expectations.B=present solution=parsimonious",
        "expectations.A=absent expectations.B=any solution=conservative",
    );
    check(
        "sample: list, vary: {pri: [0.4, 0.5], consistency: [0.7, 0.8], drop_cases: [k1, []]}",
        2,
        "drop_cases=k1 pri=0.4 consistency=0.7",
        "drop_cases= pri=0.5 consistency=0.8",
    );
}

/// One decision, alone or with others, and the message if it cannot be applied.
fn applied(words: &[Decision], expected: Result<&str, &str>) {
    let study = study(
        DIRECT,
        "intermediate",
        "robustness: {alternatives: [{id: fewer, drop_cases: [k1], truth_table: {pri: 0.7}}]}\n",
    );
    let found = varied(&study, words).map(|variant| {
        let (main, set) = (&variant.analyses[0], &variant.sets[0]);
        let cuts = main.truth_table;
        let anchors =
            format!("{:?}", set.calibrate).replace("Direct { anchors: Anchors ", "").replace(", shape: Logistic }", "");
        format!(
            "{} {} {} {:?} {} {:?} {anchors}",
            cuts.consistency,
            cuts.pri,
            main.interpret.name(),
            main.at_crossover.name(),
            main.conditions.join("+"),
            variant.drop_cases
        )
    });
    let found = found.map_err(|error| error.to_string());
    assert_eq!(found.as_deref(), expected.map_err(str::to_owned).as_ref().copied(), "{words:?}");
}

#[test]
fn decisions_are_applied_or_refused() {
    use equifinal_study::config::{Anchor, AtCrossover, Expect, NumericDecision, SolutionType};
    let anchor =
        |set: &str, anchor, value| Decision::Number(NumericDecision::Anchor { set: set.to_owned(), anchor }, value);
    let idm = |set: &str| Decision::Number(NumericDecision::Idm { set: set.to_owned() }, 0.9);
    let names = |names: &[&str]| names.iter().map(|&name| name.to_owned()).collect::<Vec<_>>();
    let fewer = Decision::Alternative("fewer".to_owned());
    let pri = Decision::Number(NumericDecision::Pri, 0.6);
    let own = "{ exclusion: 2.0, crossover: 4.6, inclusion: 8.0 }, idm: 0.95";
    let usual = |words: &str| format!("{words} {own}");
    for (decisions, expected) in [
        (vec![], Ok(usual("0.75 0.5 intermediate \"warn\" A+B+C []"))),
        (vec![pri.clone()], Ok(usual("0.75 0.6 intermediate \"warn\" A+B+C []"))),
        (vec![fewer.clone()], Ok(usual("0.75 0.7 intermediate \"warn\" A+B+C [\"k1\"]"))),
        // An alternative comes first, wherever it stands.
        (vec![pri.clone(), fewer.clone()], Ok(usual("0.75 0.6 intermediate \"warn\" A+B+C [\"k1\"]"))),
        (vec![fewer.clone(), pri.clone()], Ok(usual("0.75 0.6 intermediate \"warn\" A+B+C [\"k1\"]"))),
        (
            vec![Decision::Solution(SolutionType::Parsimonious), Decision::AtCrossover(AtCrossover::Drop)],
            Ok(usual("0.75 0.5 parsimonious \"drop\" A+B+C []")),
        ),
        (
            vec![Decision::DropConditions(names(&["A"])), Decision::DropConditions(names(&["C"]))],
            Ok(usual("0.75 0.5 intermediate \"warn\" B []")),
        ),
        (
            vec![Decision::DropCases(names(&["k3", "k2"])), fewer],
            Ok(usual("0.75 0.7 intermediate \"warn\" A+B+C [\"k2\", \"k3\", \"k1\"]")),
        ),
        (
            vec![anchor("A", Anchor::Together, 5.6), idm("A")],
            Ok("0.75 0.5 intermediate \"warn\" A+B+C [] { exclusion: 3.0, crossover: 5.6, inclusion: 9.0 }, idm: 0.9".to_owned()),
        ),
        (
            vec![anchor("A", Anchor::Inclusion, 4.6)],
            Err("the anchors of `A` would be 2, 4.6, 4.6, which are not in order"),
        ),
        // Two anchors moved past each other are in order again.
        (
            vec![anchor("A", Anchor::Crossover, 9.0), anchor("A", Anchor::Inclusion, 10.0)],
            Ok("0.75 0.5 intermediate \"warn\" A+B+C [] { exclusion: 2.0, crossover: 9.0, inclusion: 10.0 }, idm: 0.95".to_owned()),
        ),
        (vec![anchor("A", Anchor::Threshold(0), 4.0)], Err("the calibration of `A` has no threshold to move")),
        (vec![anchor("B", Anchor::Crossover, 4.0)], Err("the calibration of `B` has no crossover to move")),
        (vec![anchor("C", Anchor::Together, 0.5)], Err("the calibration of `C` has no together to move")),
        (vec![idm("B")], Err("the calibration of `B` has no idm to move")),
        (vec![idm("Q")], Err("there is no set `Q`: there are `A`, `B`, `C`, `Y`")),
        (vec![Decision::DropConditions(names(&["A", "B", "C"]))], Err("the analysis `main` is left without conditions: keep one")),
        (vec![Decision::DropConditions(names(&["A", "Y"]))], Err("`Y` is not a condition of an analysis: there are `A`, `B`, `C`")),
        (
            vec![Decision::Expectation { condition: "Y".to_owned(), expect: Expect::Any }],
            Err("`Y` is not a condition of an analysis: there are `A`, `B`, `C`"),
        ),
        (vec![Decision::Universe(0)], Err("the study has no multiverse: say under `robustness: multiverse: vary:` what varies")),
        (vec![Decision::Alternative("less".to_owned())], Err("there is no alternative `less`: there are `fewer`")),
    ] {
        applied(&decisions, expected.as_ref().map(String::as_str).map_err(|message| *message));
    }
}
