//! Systems against a search through all sets of terms.

use std::collections::BTreeSet;

use super::*;
use equifinal_study::config::{Analysis, Frequency, TruthTableCuts};
use equifinal_study::memberships::SetKind;
use proptest::prelude::*;

/// A term over three conditions: a level or nothing for each.
type Levels = [Option<usize>; 3];

/// Three conditions, the second with three levels, and two outcomes.
const KINDS: [SetKind; 5] =
    [SetKind::Crisp, SetKind::MultiValue { levels: 3 }, SetKind::Crisp, SetKind::Crisp, SetKind::Crisp];

fn memberships(cells: &[[u32; 5]]) -> Memberships {
    let column = |at: usize| cells.iter().map(|row| f64::from(row[at] % KINDS[at].levels() as u32)).collect();
    let sets = ["A", "B", "C", "Y", "Z"].into_iter().zip(KINDS).enumerate();
    let sets = sets.map(|(at, (name, kind))| Set { name: name.to_owned(), kind, values: column(at) });
    Memberships { cases: (0..cells.len()).map(|case| format!("c{case:03}")).collect(), sets: sets.collect() }
}

fn found(memberships: &Memberships) -> SystemFindings {
    let cuts = TruthTableCuts { frequency: Frequency::Count(1), consistency: 1.0, pri: 0.0, contradiction_floor: None };
    let literal = |set: &str| Literal { set: set.to_owned(), level: None, negated: false };
    let conditions = ["A", "B", "C"].map(str::to_owned).to_vec();
    let analyses = ["Y", "Z"].map(|set| Analysis::new(set, literal(set), conditions.clone(), cuts));
    let joint = Joint { name: "both".to_owned(), analyses: analyses.iter().collect() };
    systems(&joint, memberships, &Budget::default()).unwrap()
}

/// Rows with cases, and for each outcome true if all of its cases have it.
fn rows(memberships: &Memberships) -> Vec<([usize; 3], [bool; 2])> {
    let value = |at: usize, case: usize| memberships.sets[at].values[case] as usize;
    let row = |case: usize| [value(0, case), value(1, case), value(2, case)];
    let cases = || 0..memberships.cases.len();
    let distinct: BTreeSet<[usize; 3]> = cases().map(row).collect();
    let all = |own: [usize; 3], at: usize| cases().filter(|&case| row(case) == own).all(|case| value(at, case) == 1);
    distinct.into_iter().map(|row| (row, [all(row, 3), all(row, 4)])).collect()
}

fn covers(term: &Levels, row: &[usize; 3]) -> bool {
    term.iter().zip(row).all(|(level, own)| level.is_none_or(|level| level == *own))
}

/// All prime implicants with their outcomes, by the definition.
fn primes(rows: &[([usize; 3], [bool; 2])]) -> Vec<(Levels, [bool; 2])> {
    let levels = |at: usize| std::iter::once(None).chain((0..KINDS[at].levels()).map(Some)).collect::<Vec<_>>();
    let mut terms: Vec<Levels> = Vec::new();
    for a in levels(0) {
        for b in levels(1) {
            terms.extend(levels(2).into_iter().map(|c| [a, b, c]));
        }
    }
    let stands = |term: &Levels| [0, 1].map(|of| rows.iter().all(|(row, has)| !covers(term, row) || has[of]));
    let is_wider = |wide: &Levels, term: &Levels| {
        wide != term && wide.iter().zip(term).all(|(wide, own)| wide.is_none() || wide == own)
    };
    let is_prime = |term: &&Levels| {
        let own = stands(term);
        let useful = rows.iter().any(|(row, has)| covers(term, row) && (own[0] && has[0] || own[1] && has[1]));
        let is_same = |wide: &Levels| [0, 1].iter().all(|&of| stands(wide)[of] || !own[of]);
        useful && !terms.iter().any(|wide| is_wider(wide, term) && is_same(wide))
    };
    terms.iter().filter(is_prime).map(|term| (*term, stands(term))).collect()
}

/// All sets of prime implicants that cover every cell, and of which none can be left out.
fn all_systems(rows: &[([usize; 3], [bool; 2])], primes: &[(Levels, [bool; 2])]) -> BTreeSet<BTreeSet<Levels>> {
    let covered = |chosen: u32| {
        rows.iter().all(|(row, has)| {
            [0, 1].iter().filter(|&&of| has[of]).all(|&of| {
                primes
                    .iter()
                    .enumerate()
                    .any(|(at, (term, stands))| chosen >> at & 1 == 1 && stands[of] && covers(term, row))
            })
        })
    };
    let is_minimal = |chosen: &u32| {
        covered(*chosen) && (0..primes.len()).all(|at| chosen >> at & 1 == 0 || !covered(chosen & !(1 << at)))
    };
    let named =
        |chosen: u32| primes.iter().enumerate().filter(|(at, _)| chosen >> at & 1 == 1).map(|(_, one)| one.0).collect();
    (0..1_u32 << primes.len()).filter(is_minimal).map(named).collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]
    #[test]
    fn systems_are_those_of_a_search_through_all_sets(cells in proptest::collection::vec([0_u32..6, 0_u32..6, 0_u32..6, 0_u32..6, 0_u32..6], 3..12)) {
        let memberships = memberships(&cells);
        let rows = rows(&memberships);
        let has_both = |of: usize| rows.iter().any(|(_, has)| !has[of]);
        prop_assume!(has_both(0) && has_both(1) && rows.iter().any(|(_, has)| has[0] || has[1]));
        let expected = primes(&rows);
        prop_assume!(expected.len() <= 14);
        let found = found(&memberships).found.unwrap();
        let levels = |term: &Term| -> Levels { [term.levels[0], term.levels[1], term.levels[2]] };
        let ours: BTreeSet<(Levels, Vec<usize>)> =
            found.prime_implicants.iter().map(|one| (levels(&one.term), one.outcomes.clone())).collect();
        let tagged = |(term, stands): &(Levels, [bool; 2])| (*term, (0..2).filter(|&of| stands[of]).collect());
        prop_assert_eq!(ours, expected.iter().map(tagged).collect::<BTreeSet<(Levels, Vec<usize>)>>());
        let listed: BTreeSet<BTreeSet<Levels>> = found.listed.iter()
            .map(|system| system.implicants.iter().map(|&at| levels(&found.prime_implicants[at].term)).collect())
            .collect();
        let expected = all_systems(&rows, &expected);
        prop_assert_eq!(found.count, expected.len() as u128);
        prop_assert_eq!(listed, expected);
    }
}
