//! Metamorphic tests: irrelevant changes do not matter, and a second minimiser gives the same results.

use std::collections::{BTreeMap, BTreeSet};

use equifinal_qca::findings::{Findings, Output};
use equifinal_qca::term::Term;
use equifinal_qca::{Budget, analyse};
use equifinal_study::config::{Analysis, Contradictions, Expect, Frequency, SolutionType};
use equifinal_study::memberships::{Memberships, SetKind};

use crate::golden::{Case, cases};

const SOLUTIONS: [SolutionType; 3] =
    [SolutionType::Conservative, SolutionType::Parsimonious, SolutionType::Intermediate];

/// A literal as condition and level.
type Literals = BTreeSet<(String, usize)>;

/// The findings of an analysis without order: models by solution, and output and size of each observed row.
#[derive(Debug, PartialEq)]
struct Essence {
    models: Vec<Option<(u128, BTreeSet<BTreeSet<Literals>>)>>,
    rows: BTreeMap<Literals, (Output, usize, Option<i64>)>,
}

/// Findings read through a map of literals.
fn essence(findings: &Findings, literal: &impl Fn(&str, usize) -> (String, usize)) -> Essence {
    let literals = |levels: &[Option<usize>]| -> Literals {
        let named = findings.conditions.iter().zip(levels);
        named.filter_map(|(condition, level)| level.map(|level| literal(&condition.name, level))).collect()
    };
    let models = SOLUTIONS.map(|kind| {
        let solution = findings.solution(kind).as_ref().ok()?;
        let model = |model: &equifinal_qca::findings::Model| {
            model.paths.iter().map(|path| literals(&path.term.levels)).collect::<BTreeSet<_>>()
        };
        let listed = if solution.is_complete() { solution.models.iter().map(model).collect() } else { BTreeSet::new() };
        Some((solution.model_count, listed))
    });
    let observed = findings.rows.iter().filter(|row| !row.cases.is_empty());
    let rows = observed.map(|row| {
        let levels: Vec<Option<usize>> = row.levels.iter().copied().map(Some).collect();
        let consistency = row.consistency.map(|value| (value * 1e9).round() as i64);
        (literals(&levels), (row.output, row.cases.len(), consistency))
    });
    Essence { models: models.into(), rows: rows.collect() }
}

fn same(name: &str, level: usize) -> (String, usize) {
    (name.to_owned(), level)
}

fn plain(analysis: &Analysis, memberships: &Memberships) -> Essence {
    essence(&analyse(analysis, memberships, &Budget::default()).unwrap(), &same)
}

/// Runs a treatment on every case kept in the project; `treat` returns the treated essence where it applies.
fn check(treatment: &str, treat: impl Fn(&Case) -> Option<Essence>) {
    let mut treated = 0;
    for case in cases("compact").unwrap() {
        if let Some(essence) = treat(&case) {
            assert_eq!(essence, plain(&case.analysis, &case.memberships), "{treatment}: {}", case.id);
            treated += 1;
        }
    }
    assert!(treated > 50, "{treatment} reached only {treated} cases");
}

/// The same cases in another order: the last first, then every third.
fn shuffled(memberships: &Memberships) -> Memberships {
    let cases = memberships.cases.len();
    let mut order: Vec<usize> = (0..cases).collect();
    order.sort_by_key(|&case| (case % 3, usize::MAX - case));
    picked(memberships, &order)
}

fn picked(memberships: &Memberships, order: &[usize]) -> Memberships {
    let mut result = memberships.clone();
    result.cases = order.iter().map(|&case| memberships.cases[case].clone()).collect();
    for (set, original) in result.sets.iter_mut().zip(&memberships.sets) {
        set.values = order.iter().map(|&case| original.values[case]).collect();
    }
    result.sets.reverse();
    result
}

#[test]
fn order_and_threads_change_not_one_bit() {
    for case in cases("compact").unwrap() {
        let whole = |memberships: &Memberships| {
            format!("{:?}", analyse(&case.analysis, memberships, &Budget::default()).unwrap())
        };
        let expected = whole(&case.memberships);
        for threads in [1, 2, 8] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads).build().unwrap();
            let found = pool.install(|| whole(&shuffled(&case.memberships)));
            assert!(found == expected, "{} with {threads} threads", case.id);
        }
    }
}

#[test]
fn the_order_and_names_of_conditions_do_not_matter() {
    check("renamed", |case| {
        if !case.analysis.implausible.is_empty() || !case.analysis.expectations_joint.is_empty() {
            return None;
        }
        let renamed = |name: &str| format!("S{}", name.chars().rev().collect::<String>());
        let (mut analysis, mut memberships) = (case.analysis.clone(), case.memberships.clone());
        analysis.conditions = analysis.conditions.iter().rev().map(|name| renamed(name)).collect();
        analysis.expectations.reverse();
        analysis.outcome.set = renamed(&analysis.outcome.set);
        memberships.sets.iter_mut().for_each(|set| set.name = renamed(&set.name));
        let back = |name: &str, level: usize| (name[1..].chars().rev().collect(), level);
        Some(essence(&analyse(&analysis, &memberships, &Budget::default()).unwrap(), &back))
    });
}

#[test]
fn the_direction_of_a_coding_does_not_matter() {
    check("negated codings", |case| {
        let two_valued = |name: &String| !case.memberships.set(name).unwrap().kind.is_multi_value();
        let plain_case = case.analysis.implausible.is_empty() && case.analysis.expectations_joint.is_empty();
        if !plain_case || !case.analysis.conditions.iter().all(two_valued) {
            return None;
        }
        let (mut analysis, mut memberships) = (case.analysis.clone(), case.memberships.clone());
        for set in memberships.sets.iter_mut().filter(|set| case.analysis.conditions.contains(&set.name)) {
            set.values.iter_mut().for_each(|value| *value = 1.0 - *value);
        }
        for expectation in &mut analysis.expectations {
            expectation.expect = match &expectation.expect {
                Expect::Present => Expect::Absent,
                Expect::Absent => Expect::Present,
                other => other.clone(),
            };
        }
        let back = |name: &str, level: usize| (name.to_owned(), 1 - level);
        Some(essence(&analyse(&analysis, &memberships, &Budget::default()).unwrap(), &back))
    });
}

#[test]
fn doubled_cases_with_doubled_frequency_change_nothing() {
    check("doubled", |case| {
        let cases = case.memberships.cases.len();
        let order: Vec<usize> = (0..2 * cases).map(|case| case % cases).collect();
        let mut memberships = picked(&case.memberships, &order);
        memberships.cases.iter_mut().enumerate().for_each(|(i, id)| *id = format!("{id} {i}"));
        let mut analysis = case.analysis.clone();
        analysis.truth_table.frequency = Frequency::Count(2 * case.analysis.truth_table.frequency.count(cases));
        let mut essence = essence(&analyse(&analysis, &memberships, &Budget::default()).unwrap(), &same);
        essence.rows.values_mut().for_each(|(_, cases, _)| *cases /= 2);
        Some(essence)
    });
}

/// Quine–McCluskey: terms that differ in one condition merge when all its levels are there.
fn quine_mccluskey(allowed: BTreeSet<Vec<Option<usize>>>, levels: &[usize]) -> BTreeSet<Vec<Option<usize>>> {
    let (mut primes, mut terms) = (BTreeSet::new(), allowed);
    while !terms.is_empty() {
        let (mut merged, mut used) = (BTreeSet::new(), BTreeSet::new());
        for term in &terms {
            for condition in (0..levels.len()).filter(|&condition| term[condition].is_some()) {
                let at = |level: Option<usize>| {
                    let mut other = term.clone();
                    other[condition] = level;
                    other
                };
                if (0..levels[condition]).all(|level| terms.contains(&at(Some(level)))) {
                    used.extend((0..levels[condition]).map(|level| at(Some(level))));
                    merged.insert(at(None));
                }
            }
        }
        primes.extend(terms.into_iter().filter(|term| !used.contains(term)));
        terms = merged;
    }
    primes
}

#[test]
fn a_second_minimiser_finds_the_same_prime_implicants() {
    let mut compared = 0;
    for case in cases("compact").unwrap() {
        let findings = analyse(&case.analysis, &case.memberships, &Budget::default()).unwrap();
        if findings.rows_possible > 200 || findings.conditions.len() > 7 {
            continue;
        }
        let levels: Vec<usize> = findings.conditions.iter().map(|condition| condition.kind.levels()).collect();
        let remainder = case.analysis.minimise.contradictions == Contradictions::Remainder;
        for kind in [SolutionType::Conservative, SolutionType::Parsimonious] {
            let Ok(solution) = findings.solution(kind) else { continue };
            let free = kind == SolutionType::Parsimonious;
            let allowed = findings.rows.iter().filter(|row| match row.output {
                Output::Positive => true,
                Output::Negative => false,
                Output::Contradiction => remainder,
                Output::Remainder => free && !row.implausible,
            });
            let allowed = allowed.map(|row| row.levels.iter().copied().map(Some).collect()).collect();
            let positives: Vec<&Vec<usize>> =
                findings.rows.iter().filter(|row| row.output == Output::Positive).map(|row| &row.levels).collect();
            let mut expected = quine_mccluskey(allowed, &levels);
            expected.retain(|term| positives.iter().any(|row| Term { levels: term.clone() }.covers(row)));
            let found: BTreeSet<Vec<Option<usize>>> =
                solution.prime_implicants.iter().map(|term| term.levels.clone()).collect();
            assert_eq!(found, expected, "{} {kind:?}", case.id);
            compared += 1;
        }
    }
    assert!(compared > 100, "{compared}");
}

#[test]
fn kinds_are_what_the_corpus_promises() {
    let cases = cases("compact").unwrap();
    let has =
        |wanted: fn(SetKind) -> bool| cases.iter().any(|case| case.memberships.sets.iter().any(|set| wanted(set.kind)));
    assert!(cases.len() == 153 && has(|kind| kind == SetKind::Fuzzy) && has(|kind| kind == SetKind::Crisp));
    assert!(has(SetKind::is_multi_value));
}
