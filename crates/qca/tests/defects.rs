//! Known defects of reference programs, each with the correct result.

#![expect(clippy::unwrap_used, reason = "a study that cannot be analysed must stop the test")]

use equifinal_qca::findings::{Findings, Output};
use equifinal_qca::{Budget, analyse};
use equifinal_study::config::*;
use equifinal_study::expression::Literal;
use equifinal_study::memberships::{Memberships, Set, SetKind};

/// Cases as memberships in the conditions A, B, … and, last, in the outcome Y.
fn memberships(rows: &[Vec<f64>]) -> Memberships {
    let last = rows[0].len() - 1;
    let fuzzy = |i: usize| rows.iter().any(|row| row[i].fract() != 0.0);
    let sets = (0..=last).map(|i| Set {
        name: if i == last { "Y".to_owned() } else { char::from(b'A' + i as u8).to_string() },
        kind: if fuzzy(i) { SetKind::Fuzzy } else { SetKind::Crisp },
        values: rows.iter().map(|row| row[i]).collect(),
    });
    Memberships { cases: (1..=rows.len()).map(|case| format!("c{case:03}")).collect(), sets: sets.collect() }
}

fn findings(memberships: &Memberships, change: impl FnOnce(&mut Analysis)) -> Findings {
    let last = memberships.sets.len() - 1;
    let conditions: Vec<String> = memberships.sets[..last].iter().map(|set| set.name.clone()).collect();
    let mut analysis = Analysis {
        expectations: vec![Expectation { expect: Expect::Present, because: None }; conditions.len()],
        ..Analysis::new(
            "defects",
            Literal { set: "Y".to_owned(), level: None, negated: false },
            conditions,
            TruthTableCuts { frequency: Frequency::Count(1), consistency: 0.9, pri: 0.0, contradiction_floor: None },
        )
    };
    change(&mut analysis);
    analyse(&analysis, memberships, &Budget::default()).unwrap()
}

fn written(findings: &Findings, kind: SolutionType) -> Vec<String> {
    let models = &findings.solution(kind).as_ref().unwrap().models;
    models
        .iter()
        .map(|model| model.paths.iter().map(|path| findings.write_term(&path.term)).collect::<Vec<_>>().join("+"))
        .collect()
}

/// `positive` of `cases` crisp cases in one row have the outcome.
fn crisp_row(rows: &mut Vec<Vec<f64>>, levels: [f64; 2], cases: usize, positive: usize) {
    rows.extend((0..cases).map(|case| vec![levels[0], levels[1], f64::from(u8::from(case < positive))]));
}

/// R `QCA` 3.25, `truthTable(incl.cut = c(.9, .8), n.cut = 8)`: flags of contradictions are computed on the kept rows
/// and assigned by position among all, so the row of seven cases becomes C. Here every row uses its own numbers.
#[test]
fn contradictions_stay_in_their_own_rows_when_others_are_removed() {
    let mut rows = Vec::new();
    crisp_row(&mut rows, [0.0, 0.0], 7, 6);
    crisp_row(&mut rows, [0.0, 1.0], 9, 0);
    crisp_row(&mut rows, [1.0, 0.0], 20, 17);
    crisp_row(&mut rows, [1.0, 1.0], 10, 10);
    let findings = findings(&memberships(&rows), |analysis| {
        analysis.truth_table.frequency = Frequency::Count(8);
        analysis.truth_table.contradiction_floor = Some(0.8);
    });
    let outputs: Vec<&str> = findings.rows.iter().map(|row| row.output.sign()).collect();
    assert_eq!(outputs, ["?", "0", "C", "1"]);
}

/// A generated study: `k` crisp conditions, the outcome A*B + ~C*D.
fn generated(k: usize, cases: usize) -> Memberships {
    let mut state = 11_u64;
    let mut bit = || {
        state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        state >> 63 == 1
    };
    let row = |_| {
        let row: Vec<bool> = (0..k).map(|_| bit()).collect();
        let outcome = row[0] && row[1] || !row[2] && row[3];
        row.into_iter().chain([outcome]).map(|set| f64::from(u8::from(set))).collect()
    };
    memberships(&(0..cases).map(row).collect::<Vec<Vec<f64>>>())
}

/// R `QCA` 3.23–3.25: validating directional expectations takes 63 s at eight conditions and 24 rows, and more than 340
/// s at nine. There is no such step here: ten and twelve conditions are solved within this test.
#[test]
fn directional_expectations_cost_nothing_extra() {
    for k in [8, 9, 10, 12] {
        let findings = findings(&generated(k, 24), |_| {});
        let solution = findings.solution(SolutionType::Intermediate).as_ref().unwrap();
        assert!(solution.count_is_exact, "{k} conditions");
    }
}

/// R `QCA`: `$solution` of a minimisation with expectations holds the parsimonious models, and programs built on it
/// printed them as the intermediate solution. Here every solution has its own name and field.
#[test]
fn the_intermediate_solution_is_not_the_parsimonious_one() {
    let mut rows = Vec::new();
    crisp_row(&mut rows, [1.0, 1.0], 2, 2);
    crisp_row(&mut rows, [0.0, 0.0], 2, 0);
    let findings = findings(&memberships(&rows), |_| {});
    assert_eq!(written(&findings, SolutionType::Conservative), ["A*B"]);
    assert_eq!(written(&findings, SolutionType::Parsimonious), ["A", "B"]);
    assert_eq!(written(&findings, SolutionType::Intermediate), ["A*B"]);
}

/// R `QCA`: `minimize(tt, n.cut = …)` rebuilds the table from the raw data and silently drops exclusions. Here excluded
/// remainders are part of the analysis, for any cutoffs.
#[test]
fn exclusions_survive_another_frequency_cutoff() {
    let mut rows = Vec::new();
    crisp_row(&mut rows, [1.0, 1.0], 3, 3);
    crisp_row(&mut rows, [0.0, 0.0], 3, 0);
    crisp_row(&mut rows, [0.0, 1.0], 1, 0);
    for frequency in [1, 2] {
        let findings = findings(&memberships(&rows), |analysis| {
            analysis.truth_table.frequency = Frequency::Count(frequency);
            let rows = Rows::Numbers(vec![3]);
            analysis.implausible = vec![Implausible { rows, because: None }];
        });
        assert!(findings.rows[2].implausible);
        let parsimonious = written(&findings, SolutionType::Parsimonious);
        assert!(!parsimonious.contains(&"A".to_owned()), "{frequency}: {parsimonious:?}");
    }
}

/// R `QCA`: a case with a membership of exactly 0.5 is left out of every n but kept in every sum, and its row, with n =
/// 0, is listed as observed, with one warning. Here by default: the same sums, the case named, no row without cases.
#[test]
fn a_case_at_the_crossover_is_named_and_makes_no_row() {
    let rows = [vec![0.5, 0.9, 0.3], vec![0.9, 0.8, 0.9], vec![0.2, 0.1, 0.3]];
    let found = findings(&memberships(&rows), |_| {});
    assert_eq!(found.in_no_row, [0]);
    let observed: Vec<u64> = found.rows.iter().filter(|row| !row.cases.is_empty()).map(|row| row.number).collect();
    assert_eq!(observed, [1, 4]);
    assert!(found.rows.iter().all(|row| (row.output == Output::Remainder) == row.cases.is_empty()));
    // In row 2, ~A*B, the memberships are 0.5, 0.1 and 0.1, and the first case counts.
    assert!((found.rows[1].consistency.unwrap() - 0.5 / 0.7).abs() < 1e-12);
    let present = findings(&memberships(&rows), |analysis| analysis.at_crossover = AtCrossover::Present);
    assert!(present.in_no_row.is_empty());
    assert_eq!(present.rows[3].cases, [0, 1]);
}
