//! Rows of the truth table: their cases, contradictions, values on a cutoff, and limits of information.

#![expect(clippy::unwrap_used, reason = "a table that cannot be analysed must stop the test")]

use equifinal_qca::findings::{Findings, Output};
use equifinal_qca::observed::Diversity;
use equifinal_qca::{Budget, analyse};
use equifinal_study::config::*;
use equifinal_study::expression::Literal;
use equifinal_study::memberships::{Memberships, Set, SetKind};

/// Fuzzy cases, an id and the memberships in A, B, … and Y each.
fn findings(cases: &[(&str, &[f64])], change: impl FnOnce(&mut Analysis)) -> Findings {
    let last = cases[0].1.len() - 1;
    let name = |at: usize| if at == last { "Y".to_owned() } else { char::from(b'A' + at as u8).to_string() };
    let values = |at: usize| cases.iter().map(|(_, values)| values[at]).collect();
    let sets = (0..=last).map(|at| Set { name: name(at), kind: SetKind::Fuzzy, values: values(at) });
    let memberships =
        Memberships { cases: cases.iter().map(|(id, _)| (*id).to_owned()).collect(), sets: sets.collect() };
    let cuts = TruthTableCuts { frequency: Frequency::Count(1), consistency: 0.8, pri: 0.0, contradiction_floor: None };
    let outcome = Literal { set: "Y".to_owned(), level: None, negated: false };
    let mut analysis = Analysis::new("rows", outcome, (0..last).map(name).collect(), cuts);
    change(&mut analysis);
    analyse(&analysis, &memberships, &Budget::default()).unwrap()
}

/// The rows with cases: number, output, cases, deviant ones, and true if the row is contradictory.
fn observed(findings: &Findings) -> Vec<(u64, Output, String, String, bool)> {
    let named = |cases: &[usize]| cases.iter().map(|&case| findings.cases[case].as_str()).collect::<Vec<_>>().join(" ");
    let rows = findings.rows.iter().filter(|row| !row.cases.is_empty());
    rows.map(|row| (row.number, row.output, named(&row.cases), named(&findings.deviant(row)), row.contradictory))
        .collect()
}

#[test]
fn both_sides_of_a_rounding_error_fall_alike() {
    // What a direct calibration makes of 0.30000000000000004 and 0.29999999999999993 against a crossover of 0.3.
    let cases: [(&str, &[f64]); 4] = [
        ("high", &[0.500_000_000_000_000_1, 0.9]),
        ("low", &[0.499_999_999_999_999_8, 0.9]),
        ("in", &[0.9, 0.9]),
        ("near", &[0.4997, 0.9]),
    ];
    let policy = |policy| findings(&cases, |analysis| analysis.at_crossover = policy);
    let rows = |found: &Findings| observed(found).into_iter().map(|row| (row.0, row.2)).collect::<Vec<_>>();
    let row = |number: u64, cases: &str| (number, cases.to_owned());
    let warned = policy(AtCrossover::Warn);
    assert_eq!(rows(&warned), [row(1, "near"), row(2, "in")]);
    assert_eq!(warned.in_no_row.iter().map(|&case| warned.cases[case].as_str()).collect::<Vec<_>>(), ["high", "low"]);
    assert_eq!(rows(&policy(AtCrossover::Present)), [row(2, "high in low near")]);
    assert_eq!(rows(&policy(AtCrossover::Absent)), [row(1, "high low near"), row(2, "in")]);
    assert_eq!(rows(&policy(AtCrossover::Drop)), [row(2, "in")]);
    for (found, used, dropped) in [
        (warned, None, &[][..]),
        (policy(AtCrossover::Present), Some(0.501), &[]),
        (policy(AtCrossover::Absent), Some(0.499), &[]),
        (policy(AtCrossover::Drop), None, &["high", "low", "near"]),
    ] {
        assert_eq!(found.dropped(), dropped);
        let expected = |membership: f64| if dropped.is_empty() { Some(used.unwrap_or(membership)) } else { None };
        assert_eq!(found.at_crossover.len(), 3);
        assert!(found.at_crossover.iter().all(|cell| cell.used == expected(cell.membership)), "{found:?}");
    }
}

#[test]
fn rows_of_any_outcome_say_what_contradicts_them() {
    let with_and_without: [(&str, &[f64]); 5] = [
        ("a1", &[0.9, 0.8, 0.95]),
        ("a2", &[0.9, 0.8, 0.4]),
        ("b1", &[0.9, 0.1, 0.5]),
        ("b2", &[0.9, 0.1, 0.9]),
        ("c1", &[0.1, 0.9, 0.3]),
    ];
    let row = |number, output, cases: &str, deviant: &str, contradictory| {
        (number, output, cases.to_owned(), deviant.to_owned(), contradictory)
    };
    let found = |cutoff| findings(&with_and_without, |analysis| analysis.truth_table.consistency = cutoff);
    use Output::{Negative, Positive};
    // A membership of 0.5 in the outcome is on neither side.
    assert_eq!(
        observed(&found(0.7)),
        [
            row(2, Negative, "c1", "", false),
            row(3, Positive, "b1 b2", "", false),
            row(4, Positive, "a1 a2", "a2", true)
        ]
    );
    assert_eq!(observed(&found(0.99))[2], row(4, Negative, "a1 a2", "", true));
    let rare = findings(&with_and_without, |analysis| analysis.truth_table.frequency = Frequency::Count(3));
    assert_eq!(observed(&rare)[2], row(4, Output::Remainder, "a1 a2", "", true));
    // One case alone deviates from its row without contradicting another.
    let alone = findings(&[("a", &[0.6, 0.45]), ("b", &[0.1, 0.9])], |analysis| analysis.truth_table.consistency = 0.7);
    assert_eq!(observed(&alone)[1], row(2, Positive, "a", "a", false));
}

#[test]
fn a_crisp_row_is_contradictory_whatever_its_output() {
    let cases: Vec<(&str, &[f64])> =
        vec![("a", &[1.0, 1.0]), ("b", &[1.0, 1.0]), ("c", &[1.0, 1.0]), ("d", &[1.0, 0.0]), ("e", &[0.0, 0.0])];
    for (cutoff, output, deviant) in [(0.75, Output::Positive, "d"), (0.8, Output::Negative, "")] {
        let found = findings(&cases, |analysis| analysis.truth_table.consistency = cutoff);
        let (_, said, _, deviate, contradictory) = observed(&found)[1].clone();
        assert_eq!((said, deviate.as_str(), contradictory), (output, deviant, true));
    }
}

#[test]
fn only_the_cutoff_that_decides_a_row_is_warned_of() {
    // The row A has consistency 1.5 / 2 and PRI (1.5 − 0.5) / (2 − 0.5).
    let cases: [(&str, &[f64]); 3] = [("a", &[1.0, 0.75]), ("b", &[1.0, 0.75]), ("c", &[0.0, 0.0])];
    for (consistency, pri, floor, output, on_the_line) in [
        (0.75, 0.5, None, "1", true),
        (0.75, 0.4, None, "1", true),
        (0.7, 2.0 / 3.0, None, "1", true),
        // PRI lies on its cutoff, but consistency alone makes the row negative.
        (0.9, 2.0 / 3.0, None, "0", false),
        // Consistency lies on its cutoff, but PRI alone makes the row negative.
        (0.75, 0.9, None, "0", false),
        // The floor decides between C and 0, unless consistency reaches its own cutoff.
        (0.9, 0.0, Some(0.75), "C", true),
        (0.7, 0.0, Some(0.75), "1", false),
        // Both fail by the last digit, so both would have to be met.
        (0.75 + 5e-7, 2.0 / 3.0 + 5e-7, None, "0", true),
        // Below its own cutoff PRI says nothing of a row between floor and cutoff.
        (0.9, 2.0 / 3.0, Some(0.6), "C", false),
        // No value lies below a cutoff of nought.
        (0.7, 0.0, None, "1", false),
    ] {
        let found = findings(&cases, |analysis| {
            analysis.truth_table =
                TruthTableCuts { consistency, pri, contradiction_floor: floor, ..analysis.truth_table };
        });
        let row = &found.rows[1];
        assert_eq!(
            (row.output.sign(), row.on_the_line),
            (output, on_the_line),
            "{consistency} {pri} {floor:?}: {row:?}"
        );
    }
    // The row A has a PRI of nought, and so has the cutoff.
    let nought = findings(&[("a", &[1.0, 0.5]), ("b", &[0.0, 0.0])], |analysis| {
        analysis.truth_table = TruthTableCuts { consistency: 0.4, pri: 0.0, ..analysis.truth_table };
    });
    assert_eq!(
        (nought.rows[1].pri, nought.rows[1].output, nought.rows[1].on_the_line),
        (Some(0.0), Output::Positive, false)
    );
}

#[test]
fn cases_stand_in_natural_order_in_every_list() {
    let cases: [(&str, &[f64]); 4] =
        [("c10", &[0.9, 0.9]), ("c9", &[0.9, 0.2]), ("c2", &[0.5, 0.9]), ("c1", &[0.1, 0.2])];
    let found = findings(&cases, |analysis| analysis.truth_table.consistency = 0.5);
    assert_eq!(*found.cases, ["c1", "c2", "c9", "c10"]);
    let row = (2, Output::Positive, "c9 c10".to_owned(), "c9".to_owned(), true);
    assert_eq!(observed(&found)[1], row);
}

#[test]
fn diversity_and_conditions_without_variation_are_known() {
    let cases: [(&str, &[f64]); 4] = [
        ("a", &[0.9, 0.8, 0.2, 0.95]),
        ("b", &[0.9, 0.8, 0.1, 0.9]),
        ("c", &[0.8, 0.1, 0.2, 0.1]),
        ("d", &[0.1, 0.5, 0.1, 0.2]),
    ];
    let found = findings(&cases, |analysis| analysis.truth_table.frequency = Frequency::Count(2));
    let diversity = found.diversity();
    assert_eq!(diversity, Diversity { possible: 8, observed: 2, below_frequency: 1 });
    assert_eq!((diversity.unobserved(), diversity.remainders()), (6, 7));
    // The fourth case would make A vary but is in no row.
    let constant = found.without_variation();
    let literals: Vec<&str> = constant.iter().map(|one| one.literal.as_str()).collect();
    assert_eq!(literals, ["A", "~C"]);
    let carried = found.carrying(SolutionType::Conservative, constant[1].condition, constant[1].level);
    assert_eq!(carried.iter().map(|term| found.write_term(term)).collect::<Vec<_>>(), ["A*B*~C"]);
    assert!(found.carrying(SolutionType::Conservative, 0, 0).is_empty());
}
