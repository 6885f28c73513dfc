//! A small study under named changes and other crossover policies, compared with the original.

use equifinal_qca::findings::Refusal;
use equifinal_robustness::alternatives::alternatives;
use equifinal_robustness::comparison::{NoSolution, Verdict};
use equifinal_robustness::crossover::other_side;
use equifinal_robustness::impossible::unknown_cases;
use equifinal_study::config::AtCrossover;
use equifinal_study::table::Cells;

use crate::small::{run, table};

#[test]
fn alternatives_rerun_the_whole_study() {
    let table = table(
        "id score B C Y
         p  8 1 1 1
         q  7 1 0 1
         r  6 0 1 0
         s  3 1 1 0
         t  2 0 0 0
         u  1 1 0 0",
    );
    // Conservative: A*B.
    let study = "
sets:
  A: {column: score, calibrate: {crisp: {threshold: 5}}}
  B: {calibrate: {given: crisp}}
  C: {calibrate: {given: crisp}}
  Y: {calibrate: {given: crisp}}
analyses:
  y: {outcome: Y, conditions: [A, B, C], truth_table: {frequency: 1, consistency: 0.8, pri: 0}, interpret: conservative}
robustness: {alternatives: [ALTERNATIVES]}
";
    let cases = [
        ("truth_table: {consistency: 0.9}", Verdict::Same, "A*B"),
        ("drop_conditions: [C]", Verdict::Same, "A*B"),
        ("drop_cases: [q]", Verdict::Subset, "A*B*C"),
        ("sets: {A: {calibrate: {crisp: {threshold: 7.5}}}}", Verdict::Subset, "A*B*C"),
        // Among p and q alone q is below the median, so anchors must follow the cases that are left.
        (
            "drop_cases: [r, s, t, u], \
             sets: {A: {calibrate: {percentiles: {exclusion: 0, crossover: 50, inclusion: 100}}}}",
            Verdict::Partial,
            "~A*B*~C + A*B*C",
        ),
        ("drop_cases: [r], interpret: parsimonious", Verdict::Superset, "A"),
        ("drop_conditions: [B]", Verdict::Different, "A*~C"),
        ("drop_cases: [p, q]", Verdict::NotComparable(NoSolution::After(Refusal::NoPositiveRow)), ""),
    ];
    let listed: Vec<String> =
        cases.iter().enumerate().map(|(at, (change, ..))| format!("{{id: a{at}, {change}}}")).collect();
    let (study, _, findings) = run(&study.replace("ALTERNATIVES", &listed.join(", ")), &table);
    let found = alternatives(&study, &table, &findings).expect("certified solutions");
    assert_eq!(found.len(), cases.len());
    for (at, ((change, verdict, models), alternative)) in cases.iter().zip(&found).enumerate() {
        assert_eq!(alternative.id, format!("a{at}"), "in the study's order");
        let [comparison] = &alternative.comparisons[..] else { panic!("{change}: {:?}", alternative.comparisons) };
        assert_eq!((&comparison.verdict, comparison.models.join(" | ").as_str()), (verdict, *models), "{change}");
        assert_eq!(comparison.before.coverage, Some(1.0), "{change}");
        assert_eq!(comparison.after.consistency.is_some(), !models.is_empty(), "{change}");
    }
}

#[test]
fn unknown_cases_are_reported_with_the_nearest() {
    let table = table("id X Y\n FR 0.2 0\n GR 0.8 1\n HU 0.9 1");
    let (study, _, findings) = run(
        "
sets: {X: {calibrate: {given: fuzzy}}, Y: {calibrate: {given: crisp}}}
analyses: {y: {outcome: Y, conditions: [X], truth_table: {frequency: 1, consistency: 0.8, pri: 0}}}
robustness:
  alternatives: [{id: fewer, drop_cases: [FR, France]}]
  multiverse: {vary: {drop_cases: [[], HU, [GR, hu]]}}
",
        &table,
    );
    let unknown: Vec<String> = unknown_cases(&study, &table).iter().map(ToString::to_string).collect();
    assert_eq!(
        unknown,
        [
            "small/cases.csv holds no case `France` to leave out, as the alternative `fewer` does under `drop_cases`: \
             there are `FR`, `GR`, `HU`",
            "small/cases.csv holds no case `hu` to leave out, as `multiverse: vary: drop_cases` does: did you mean `HU`?",
        ]
    );
    let found = alternatives(&study, &table, &findings).expect("certified solutions");
    let Verdict::NotComparable(reason) = &found[0].comparisons[0].verdict else { panic!("{found:?}") };
    assert!(reason.to_string().starts_with("small/cases.csv holds no case `France` to leave out"), "{reason}");
}

#[test]
fn unfit_changes_report_the_reason() {
    let table = table("id X Y\n a 0.2 0\n b 0.8 1");
    let (study, _, findings) = run(
        "
sets: {X: {calibrate: {given: fuzzy}}, Y: {calibrate: {given: crisp}}}
analyses: {y: {outcome: Y, conditions: [X], truth_table: {frequency: 1, consistency: 0.8, pri: 0}}}
robustness: {alternatives: [{id: crisp, sets: {X: {calibrate: {given: crisp}}}}]}
",
        &table,
    );
    let found = alternatives(&study, &table, &findings).expect("certified solutions");
    let Verdict::NotComparable(reason) = &found[0].comparisons[0].verdict else { panic!("{found:?}") };
    assert_eq!(
        reason.to_string(),
        "small/cases.csv: line 2, column `X`, case `a`: 0.2 is neither 0 nor 1; \
         a set given as crisp holds nothing else (set `X`), and 1 more"
    );
}

#[test]
fn other_crossover_policies_are_compared() {
    let table = table(
        "id F   G   Y
         n  0.9 0.9 1
         m  0.5 0.1 0.9
         o  0.1 0.1 0.1",
    );
    let present = (AtCrossover::Present, "F");
    let absent = (AtCrossover::Absent, "F*G");
    for (policy, cell, expected) in [
        ("warn", "0.5", vec![(present, Verdict::Superset), (absent, Verdict::Same)]),
        ("drop", "0.5", vec![(present, Verdict::Superset), (absent, Verdict::Same)]),
        ("present", "0.5", vec![(absent, Verdict::Subset)]),
        ("absent", "0.5", vec![(present, Verdict::Superset)]),
        ("absent", "0.5004", vec![(present, Verdict::Superset)]),
        ("warn", "0.51", vec![]),
    ] {
        let mut table = table.clone();
        if let Cells::Numbers(numbers) = &mut table.columns[0].cells {
            numbers[1] = cell.parse().expect("a number");
        }
        let keys = format!(
            "
sets: {{F: {{calibrate: {{given: fuzzy}}}}, G: {{calibrate: {{given: fuzzy}}}}, Y: {{calibrate: {{given: fuzzy}}}}}}
analyses:
  y: {{outcome: Y, conditions: [F, G], at_crossover: {policy}, interpret: conservative,
      truth_table: {{frequency: 1, consistency: 0.8, pri: 0.5}}}}
"
        );
        let (_, memberships, findings) = run(&keys, &table);
        let found: Vec<_> = other_side(&memberships, &findings, &equifinal_qca::Budget::default())
            .expect("certified solutions")
            .into_iter()
            .map(|other| (other.policy, other.models.join(" | "), other.verdict))
            .collect();
        let expected: Vec<_> =
            expected.into_iter().map(|((policy, model), verdict)| (policy, model.to_owned(), verdict)).collect();
        assert_eq!(found, expected, "{policy} with {cell}");
    }
}

/// Leaving out the only case of a level removes its cases but not its rows.
#[test]
fn subsets_of_cases_keep_all_levels() {
    let table = table("id M A Y\n p 0 1 1\n q 1 0 1\n r 2 1 0\n s 2 0 0\n t 0 0 1");
    for (dropped, verdict) in [("q", Verdict::Subset), ("r", Verdict::Same), ("r, s", Verdict::Superset)] {
        let study = format!(
            "
sets: {{M: {{calibrate: {{given: multivalue}}}}, A: {{calibrate: {{given: crisp}}}}, Y: {{calibrate: {{given: crisp}}}}}}
analyses: {{y: {{outcome: Y, conditions: [M, A], truth_table: {{consistency: 0.8}}, implausible: [6], interpret: parsimonious}}}}
robustness: {{alternatives: [{{id: fewer, drop_cases: [{dropped}]}}]}}
"
        );
        let (study, _, findings) = run(&study, &table);
        let found = alternatives(&study, &table, &findings).expect("certified solutions");
        assert_eq!(found[0].comparisons[0].verdict, verdict, "{dropped}");
    }
}
