//! The decisions of an analysis.

use equifinal_study::config::{Analysis, Study};

use crate::check;

const OF_MAIN: &str = "truth_table: {consistency: 0.8}}";

/// Compares the value of `read` after a key is added to the analysis.
fn added(read: impl Fn(&Analysis) -> String, cases: &[(&str, &str)]) {
    let read = |study: &Study| read(&study.analyses[0]);
    check(OF_MAIN, "truth_table: {consistency: 0.8}, @}", read, cases);
}

/// Files of a report write the negation of `main` as `not-main`, in lower case or not.
#[test]
fn analysis_names_do_not_clash_with_files_of_negations() {
    let read = |study: &Study| study.analyses.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(" ");
    let refused = |own: &str, other: &str| {
        format!(
            "refused: the files of `{other}` would have the names of those of the negation of `{own}`: rename one \
             of the two, or leave out the `negation` of `{own}`"
        )
    };
    let (not_main, upper, twice) =
        (refused("main", "not-main"), refused("main", "NOT-Main"), refused("not-main", "not-not-main"));
    check(
        OF_MAIN,
        "truth_table: {consistency: 0.8}@",
        read,
        &[
            (", negation: true}\n  not: {like: main, negation: false}", "main ~main not"),
            ("}\n  not-main: {like: main}", "main not-main"),
            (", negation: false}\n  not-main: {like: main, negation: true}", "main not-main ~not-main"),
            (", negation: true}\n  not-main: {like: main, negation: false}", &not_main),
            (", negation: {expectations: {A: any}}}\n  NOT-Main: {like: main, negation: false}", &upper),
            ("}\n  not-main: {like: main, negation: true}\n  not-not-main: {like: main}", &twice),
        ],
    );
}

/// The names, outcomes and conditions of all analyses.
fn explained(study: &Study) -> String {
    let joint = |one: &Analysis| one.joint.as_ref().map(|joint| format!(" of {joint}")).unwrap_or_default();
    let one = |one: &Analysis| format!("{}{}: {} by {}", one.name, joint(one), one.outcome, one.conditions.join(" "));
    study.analyses.iter().map(one).collect::<Vec<_>>().join("; ")
}

#[test]
fn outcomes() {
    let both = "main-Y of main: Y by A B; main-M-1 of main: M[1] by A B";
    check(
        "{outcome: Y, conditions: [A, B, M], ",
        "{outcome: @, conditions: [A, B], ",
        explained,
        &[
            ("\"Y*M[1]\"", "main: Y*M[1] by A B"),
            ("\"~(Y*~M[1])\"", "main: ~(Y*~M[1]) by A B"),
            ("\"M[2,1]\"", "main: M[1,2] by A B"),
            ("\"~M[0, 1]\"", "main: ~M[0,1] by A B"),
            ("[Y, \"M[1]\"]", both),
            (
                "[Y, \"M[1]\"], negation: true",
                "main-Y of main: Y by A B; ~main-Y of main: ~Y by A B; main-M-1 of main: M[1] by A B; \
                 ~main-M-1 of main: ~M[1] by A B",
            ),
            ("[\"~Y\", \"Y*M[1]\"]", "main-not-Y of main: ~Y by A B; main-Y-M-1 of main: Y*M[1] by A B"),
            (
                "\"Y + M[1]\"",
                "refused: the outcome is the text `Y + M[1]`: name one set, `~` before it for its negation",
            ),
            ("\"Y*A\"", "refused: `A` is the outcome: it cannot be a condition too"),
            ("\"M[1,3]\"", "refused: `M` has no level 3: its levels are 0 to 2"),
            ("[Y]", "refused: the list has 1 outcomes: give from 2 to 6; a single one stands without brackets"),
            ("[Y, Y]", "refused: `Y` is named twice: leave it out"),
            (
                "[Y, \"M[1]\"], minimise: {prime_implicant_consistency: 0.8}",
                "refused: with several outcomes the rows decide on prime implicants: leave \
                 `prime_implicant_consistency` out, or write one analysis for each outcome",
            ),
        ],
    );
}

#[test]
fn temporal_conditions() {
    check(
        "conditions: [A, B, M], ",
        "conditions: [A, @",
        explained,
        &[
            ("B], temporal: {AB: {first: A, then: B, column: ab}}, ", "main: Y by A B AB"),
            ("AB, B], temporal: {AB: {first: A, then: B, column: ab}}, ", "main: Y by A AB B"),
            (
                "B], temporal: {M: {first: A, then: B, column: ab}}, ",
                "refused: `M` is a set already: give the order another name",
            ),
            (
                "M], temporal: {AM: {first: A, then: M, column: am}}, ",
                "refused: `M` has levels: an order needs events that happen or do not; write a crisp or fuzzy set",
            ),
            (
                "M], temporal: {AB: {first: A, then: B, column: ab}}, ",
                "refused: `B` is not an event of this analysis: name one of its conditions, `A`, `M`",
            ),
            (
                "B], temporal: {AB: {first: A, then: A, column: ab}}, ",
                "refused: `A` cannot come before itself: name another condition",
            ),
        ],
    );
}

#[test]
fn cutoffs_of_the_truth_table() {
    let read = |study: &Study| {
        let cuts = study.analyses[0].truth_table;
        format!("{:?} {} {} {:?}", cuts.frequency, cuts.consistency, cuts.pri, cuts.contradiction_floor)
    };
    check(
        OF_MAIN,
        "truth_table: {@}}",
        read,
        &[
            ("consistency: 0.8", "Count(1) 0.8 0 None"),
            ("consistency: 1, pri: 1", "Count(1) 1 1 None"),
            ("consistency: 0.8, pri: 0.7", "Count(1) 0.8 0.7 None"),
            ("consistency: 0.8, frequency: 3", "Count(3) 0.8 0 None"),
            ("consistency: 0.8, frequency: {share: 0.015}", "Share(0.015) 0.8 0 None"),
            ("consistency: 0.8, contradiction_floor: 0.6", "Count(1) 0.8 0 Some(0.6)"),
            ("consistency: 0.8, contradiction_floor: 0.8", "Count(1) 0.8 0 Some(0.8)"),
            ("consistency: 80e-2", "Count(1) 0.8 0 None"),
            (
                "consistency: 0.8, contradiction_floor: 0.81",
                "refused: the contradiction floor 0.81 lies above the consistency cutoff 0.8: lower it",
            ),
            (
                "consistency: 0.8, frequency: 0.1",
                "refused: `frequency` is the number 0.1: for a share of the cases write {share: 0.1}",
            ),
            (
                "consistency: 0.8, frequency: 1.5",
                "refused: `frequency` is the number 1.5, not a whole number from 1 upwards",
            ),
            (
                "consistency: 0.8, frequency: 0",
                "refused: `frequency` is the number 0, not a whole number from 1 upwards",
            ),
        ],
    );
}

#[test]
fn cutoffs_of_necessity() {
    let read = |analysis: &Analysis| {
        let cuts = analysis.necessity;
        format!("{} {} {}", cuts.consistency, cuts.coverage, cuts.relevance)
    };
    added(
        read,
        &[
            ("necessity: {}", "0.9 0 0"),
            ("necessity: {consistency: 0.95}", "0.95 0 0"),
            ("necessity: {coverage: 0.5}", "0.9 0.5 0"),
            ("necessity: {relevance: 0.6}", "0.9 0 0.6"),
            ("necessity: {consistency: 0.8, coverage: 0.1, relevance: 0.2}", "0.8 0.1 0.2"),
        ],
    );
}

#[test]
fn words() {
    let read = |analysis: &Analysis| format!("{} {}", analysis.at_crossover.name(), analysis.interpret.name());
    added(
        read,
        &[
            ("at_crossover: warn", "warn intermediate"),
            ("at_crossover: refuse", "refuse intermediate"),
            ("at_crossover: present", "present intermediate"),
            ("at_crossover: absent", "absent intermediate"),
            ("at_crossover: drop", "drop intermediate"),
            ("interpret: conservative", "warn conservative"),
            ("interpret: parsimonious", "warn parsimonious"),
            ("interpret: intermediate", "warn intermediate"),
            ("at_crossover: drop, interpret: conservative", "drop conservative"),
        ],
    );
}

#[test]
fn minimisation() {
    let read = |analysis: &Analysis| {
        let wanted = analysis.minimise;
        let (models, contradictions) = (wanted.models, wanted.contradictions);
        format!("{models:?} {contradictions:?} {} {:?}", wanted.row_dominance, wanted.prime_implicant_consistency)
    };
    added(
        read,
        &[
            ("minimise: {}", "Minimum Negative false None"),
            ("minimise: {models: minimum}", "Minimum Negative false None"),
            ("minimise: {models: irredundant}", "Irredundant Negative false None"),
            ("minimise: {contradictions: remainder}", "Minimum Remainder false None"),
            ("minimise: {contradictions: negative}", "Minimum Negative false None"),
            ("minimise: {row_dominance: true}", "Minimum Negative true None"),
            ("minimise: {row_dominance: false}", "Minimum Negative false None"),
            ("minimise: {prime_implicant_consistency: 0.8}", "Minimum Negative false Some(0.8)"),
        ],
    );
}

#[test]
fn expectations() {
    let read = |analysis: &Analysis| {
        let expected = analysis.expectations.iter().map(|one| match &one.because {
            Some(because) => format!("{:?} because {}", one.expect, because.text.plain.as_deref().unwrap_or_default()),
            None => format!("{:?}", one.expect),
        });
        expected.collect::<Vec<_>>().join(", ")
    };
    added(
        read,
        &[
            ("expectations: {}", "Any, Any, Any"),
            ("expectations: {A: present}", "Present, Any, Any"),
            ("expectations: {B: absent}", "Any, Absent, Any"),
            ("expectations: {B: absent, A: present}", "Present, Absent, Any"),
            ("expectations: {A: any, M: any}", "Any, Any, Any"),
            ("expectations: {M: [1]}", "Any, Any, Levels([1])"),
            ("expectations: {M: [2, 1, 2]}", "Any, Any, Levels([1, 2])"),
            ("expectations: {A: {expect: absent, because: theory}}", "Absent because theory, Any, Any"),
            ("expectations: {M: {expect: [0, 2], because: cases}}", "Any, Any, Levels([0, 2]) because cases"),
            ("expectations: {A: [1]}", "refused: `A` has no levels: expect `present`, `absent` or `any` of it"),
            ("expectations: {M: [3]}", "refused: `M` has no level 3: its levels are 0 to 2"),
            ("expectations: {M: present}", "refused: `M` has levels: expect `any` or a list of them, such as [1, 2]"),
        ],
    );
}

#[test]
fn joint_expectations() {
    let read = |analysis: &Analysis| {
        let joint = analysis.expectations_joint.iter();
        joint.map(|one| format!("{} {}", one.expression, one.because.is_some())).collect::<Vec<_>>().join("; ")
    };
    added(
        read,
        &[
            ("expectations_joint: []", ""),
            ("expectations_joint: [{expect: \"A*B\"}]", "A*B false"),
            ("expectations_joint: [{expect: \"A*~B\", because: theory}]", "A*~B true"),
            ("expectations_joint: [{expect: \"A*B + ~A*M[1]\", because: both}]", "A*B true; ~A*M[1] true"),
            ("expectations_joint: [{expect: A}, {expect: \"~B\", because: b}]", "A false; ~B true"),
        ],
    );
}

#[test]
fn implausible_rows() {
    let read =
        |analysis: &Analysis| format!("{:?}", analysis.implausible.iter().map(|one| &one.rows).collect::<Vec<_>>());
    added(
        read,
        &[
            ("implausible: []", "[]"),
            ("implausible: [5]", "[Numbers([5])]"),
            ("implausible: [{rows: [1, 12]}]", "[Numbers([1, 12])]"),
            ("implausible: [{rows: 3, because: never}]", "[Numbers([3])]"),
            ("implausible: [13]", "refused: there is no row 13: the last is row 12"),
            ("implausible: [0]", "refused: `rows` is the number 0, not a whole number from 1 upwards"),
            ("implausible: [{rows: []}]", "refused: `rows` is empty: give an expression or row numbers"),
        ],
    );
}

#[test]
fn negations() {
    let read = |study: &Study| {
        let described = |one: &Analysis| {
            let expected: Vec<String> = one.expectations.iter().map(|one| format!("{:?}", one.expect)).collect();
            let cuts = one.truth_table;
            assert_eq!((one.negates.as_deref(), one.declared()), (Some("main"), "main"));
            format!("{}: {} [{}] {} {}", one.name, one.outcome, expected.join(", "), cuts.consistency, cuts.pri)
        };
        study.analyses.iter().skip(1).map(described).collect::<Vec<_>>().join("; ")
    };
    check(
        OF_MAIN,
        "truth_table: {consistency: 0.8, pri: 0.5}, expectations: {A: present, B: absent, M: [1]}, negation: @}",
        read,
        &[
            ("false", ""),
            ("true", "~main: ~Y [Absent, Present, Any] 0.8 0.5"),
            ("{}", "~main: ~Y [Absent, Present, Any] 0.8 0.5"),
            ("{expectations: {A: any}}", "~main: ~Y [Any, Present, Any] 0.8 0.5"),
            ("{expectations: {A: present, M: [0, 2]}}", "~main: ~Y [Present, Present, Levels([0, 2])] 0.8 0.5"),
            ("{truth_table: {pri: 0.6}}", "~main: ~Y [Absent, Present, Any] 0.8 0.6"),
            ("{truth_table: {consistency: 0.9}}", "~main: ~Y [Absent, Present, Any] 0.9 0.5"),
            ("{truth_table: {consistency: 0.9, pri: 0}, expectations: {B: any}}", "~main: ~Y [Absent, Any, Any] 0.9 0"),
        ],
    );
}

#[test]
fn enhanced_and_theory() {
    let read = |analysis: &Analysis| {
        let enhanced = analysis.enhanced.clone().unwrap_or_default();
        let written = |all: &[equifinal_study::expression::Expression]| {
            all.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
        };
        let theory = analysis.theory.as_ref().map(|theory| theory.expression.to_string()).unwrap_or_default();
        let impossible: Vec<_> = enhanced.impossible.iter().map(|one| one.expression.clone()).collect();
        let (necessary, impossible) = (written(&enhanced.necessary), written(&impossible));
        format!("[{necessary}] {} [{impossible}] [{theory}]", enhanced.contradictory)
    };
    added(
        read,
        &[
            ("enhanced: {}", "[] false [] []"),
            ("enhanced: {necessary: [A, \"A + B\"]}", "[A; A + B] false [] []"),
            ("enhanced: {contradictory: true}", "[] true [] []"),
            ("enhanced: {impossible: [\"A*M[2]\"]}", "[] false [A*M[2]] []"),
            (
                "enhanced: {impossible: [{expression: \"A*M[2]\", because: no law allows it}, B]}",
                "[] false [A*M[2]; B] []",
            ),
            ("theory: \"A*~B + M[1]\"", "[] false [] [A*~B + M[1]]"),
            ("theory: {expression: \"~(A*B)\", because: whose}", "[] false [] [~(A*B)]"),
        ],
    );
}

#[test]
fn terms_of_paths() {
    let read = |analysis: &Analysis| {
        let terms = analysis.paths.iter().flat_map(|path| &path.terms);
        terms.map(ToString::to_string).collect::<Vec<_>>().join(" + ")
    };
    added(
        read,
        &[
            ("paths: {p: {terms: [\"M[2]*A\", \"~A*B\"]}}", "M[2]*A + ~A*B"),
            ("paths: {p: {terms: [\"~M[2]*A\"]}}", "refused: ~M[2] leaves several levels: name one, such as `M[0]`"),
            ("paths: {p: {terms: [\"M[1]*A*M[2]\"]}}", "refused: the text `M[1]*A*M[2]` names `M` twice"),
        ],
    );
}

#[test]
fn cases_to_study_next() {
    let read = |analysis: &Analysis| {
        let Some(chosen) = &analysis.case_selection else { return "none".to_owned() };
        let studied = chosen.studied.iter().map(|one| format!("{} in line {}", one.case, one.line));
        format!("{}: {}", chosen.per_term, studied.collect::<Vec<_>>().join(", "))
    };
    added(
        read,
        &[
            ("", "none"),
            ("case_selection: {}", "3: "),
            ("case_selection: {per_term: 0}", "refused: `per_term` is the number 0, not a whole number from 1 upwards"),
            ("case_selection: {per_term: 1001}", "refused: `per_term` is 1001: at most 1000 are searched"),
            ("case_selection: {studied: [b, b]}", "refused: the case `b` is given twice: keep one"),
        ],
    );
}
