//! Solutions with a flaw of each kind, and flawless ones.

use std::sync::Arc;

use super::*;
use crate::fit::SufficiencyFit;
use crate::solution::{Model, Path};

fn term(levels: [Option<usize>; 3]) -> Term {
    Term { levels: levels.to_vec() }
}

fn solution(models: &[&[Term]]) -> Solution {
    let path = |term: &Term| Path {
        term: Arc::new(term.clone()),
        fit: SufficiencyFit::default(),
        unique_coverage: None,
        cases: Arc::new([]),
    };
    let model = |terms: &&[Term]| Model {
        paths: terms.iter().map(path).collect(),
        fit: SufficiencyFit::default(),
        memberships: Vec::new(),
        derivation: Arc::default(),
    };
    Solution {
        model_count: models.len() as u128,
        count_is_exact: true,
        models: models.iter().map(model).collect(),
        prime_implicants: Vec::new(),
    }
}

/// Positive rows 111 and 110, negative row 000; the third condition has three levels.
#[test]
fn every_flaw_is_found() {
    let positives = [vec![1, 1, 1], vec![1, 1, 0]];
    let negatives = [term([Some(0), Some(0), Some(0)])];
    let observed = [term([Some(1), Some(1), Some(1)]), term([Some(1), Some(1), Some(0)])];
    let free = Rule { levels: vec![2, 2, 3], positives: &positives, territory: Territory::Outside(&negatives) };
    let strict = Rule { territory: Territory::Inside(&observed), ..free.clone() };
    let (model, flaw) = (1, |flaw: Flaw| Err(flaw));
    for (rule, terms, verdict) in [
        (&free, vec![term([Some(1), None, None])], Ok(())),
        (&free, vec![term([Some(1), Some(1), None])], flaw(Flaw::SuperfluousLiteral { model, term: 1 })),
        (&free, vec![term([None, None, None])], flaw(Flaw::Forbidden { model, term: 1 })),
        (&free, vec![term([None, None, Some(1)])], flaw(Flaw::Uncovered { model })),
        (
            &free,
            vec![term([Some(1), None, None]), term([None, Some(1), None])],
            flaw(Flaw::SuperfluousTerm { model, term: 1 }),
        ),
        (&strict, vec![term([Some(1), Some(1), None])], flaw(Flaw::Forbidden { model, term: 1 })),
        (&strict, observed.to_vec(), Ok(())),
    ] {
        assert_eq!(rule.certify(&solution(&[&terms])), verdict, "{terms:?}");
    }
}

/// Positive rows 111 and 000, negative row 011: `1--`, `-0-` and `--0` are prime implicants.
#[test]
fn the_first_flaw_by_model_and_term_is_told() {
    let positives = [vec![1, 1, 1], vec![0, 0, 0]];
    let negatives = [term([Some(0), Some(1), Some(1)])];
    let rule = Rule { levels: vec![2, 2, 2], positives: &positives, territory: Territory::Outside(&negatives) };
    let (first, low) = (term([Some(1), None, None]), term([None, Some(0), None]));
    let (long, wrong) = (term([Some(0), Some(0), None]), term([Some(0), None, None]));
    let good: &[Term] = &[first.clone(), low];
    let literal: &[Term] = &[first.clone(), long.clone()];
    let forbidden: &[Term] = &[first.clone(), wrong.clone()];
    let both: &[Term] = &[term([Some(1), Some(1), None]), long];
    let uncovered: &[Term] = &[first];
    for (models, expected) in [
        (vec![good], Ok(())),
        (vec![good, literal], Err(Flaw::SuperfluousLiteral { model: 2, term: 2 })),
        (vec![good, good, forbidden], Err(Flaw::Forbidden { model: 3, term: 2 })),
        (vec![literal, both], Err(Flaw::SuperfluousLiteral { model: 1, term: 2 })),
        (vec![both, literal], Err(Flaw::SuperfluousLiteral { model: 1, term: 1 })),
        (vec![forbidden, both], Err(Flaw::Forbidden { model: 1, term: 2 })),
        (vec![good, uncovered], Err(Flaw::Uncovered { model: 2 })),
        (vec![literal, uncovered], Err(Flaw::Uncovered { model: 2 })),
    ] {
        assert_eq!(rule.certify(&solution(&models)), expected, "{models:?}");
    }
    for (flaw, place) in [
        (Flaw::Uncovered { model: 2 }, (2, 0)),
        (Flaw::Forbidden { model: 2, term: 3 }, (2, 3)),
        (Flaw::SuperfluousLiteral { model: 4, term: 1 }, (4, 1)),
        (Flaw::SuperfluousTerm { model: 1, term: 5 }, (1, 5)),
    ] {
        assert_eq!(flaw.place(), place);
    }
}

/// A term may be filled by regions none of which holds it alone; a literal on three levels is superfluous only where
/// both other levels are filled.
#[test]
fn regions_fill_a_term_together() {
    let positives = [vec![1, 0, 0], vec![1, 0, 1], vec![1, 0, 2]];
    let level = |third: usize| term([Some(1), Some(0), Some(third)]);
    let whole = [level(0), level(1), level(2)];
    let beside = |third: usize| term([Some(0), Some(0), Some(third)]);
    let wider: Vec<Term> = whole.iter().cloned().chain([beside(0), beside(1), beside(2)]).collect();
    let nearly: Vec<Term> = whole.iter().cloned().chain([beside(0), beside(2)]).collect();
    let joint = term([Some(1), Some(0), None]);
    for (regions, terms, expected) in [
        (&whole[..], vec![joint.clone()], Ok(())),
        (&whole[..], whole.to_vec(), Err(Flaw::SuperfluousLiteral { model: 1, term: 1 })),
        (&whole[..2], vec![joint.clone()], Err(Flaw::Forbidden { model: 1, term: 1 })),
        (&wider[..], vec![joint.clone()], Err(Flaw::SuperfluousLiteral { model: 1, term: 1 })),
        (&nearly[..], vec![joint], Ok(())),
        (&wider[..], vec![term([None, Some(0), None])], Ok(())),
    ] {
        let rule = Rule { levels: vec![2, 2, 3], positives: &positives, territory: Territory::Inside(regions) };
        assert_eq!(rule.certify(&solution(&[&terms])), expected, "{terms:?} in {regions:?}");
    }
}

/// Three cases, of which the third has A and B without the outcome.
#[test]
fn a_term_is_consistent_and_no_part_of_it_is() {
    let two = |values: [f64; 3]| vec![values.map(|value| 1.0 - value).to_vec(), values.to_vec()];
    let (a, b, c) = ([1.0, 0.0, 1.0], [1.0, 0.0, 1.0], [1.0, 1.0, 0.0]);
    let degrees = [two(a), two(b), two(c)];
    let outcome = [1.0, 0.0, 0.0];
    let positives = [vec![1, 1, 1]];
    let literal = |condition: usize| {
        let mut levels = [None; 3];
        levels[condition] = Some(1);
        levels
    };
    let pair = |one: usize, other: usize| {
        let mut levels = literal(one);
        levels[other] = Some(1);
        term(levels)
    };
    for (cutoff, terms, expected) in [
        // A*C is one case, which has the outcome; A alone, and C alone, are two cases each.
        (0.8, vec![pair(0, 2)], Ok(())),
        (0.8, vec![pair(0, 1)], Err(Flaw::Forbidden { model: 1, term: 1 })),
        (0.8, vec![term([Some(1), Some(1), Some(1)])], Err(Flaw::SuperfluousLiteral { model: 1, term: 1 })),
        // At 0.5 each literal alone suffices.
        (0.5, vec![pair(0, 2)], Err(Flaw::SuperfluousLiteral { model: 1, term: 1 })),
        (0.5, vec![term(literal(0))], Ok(())),
        (0.51, vec![term(literal(0))], Err(Flaw::Forbidden { model: 1, term: 1 })),
    ] {
        let cases = Cases { degrees: &degrees, outcome: &outcome, cutoff };
        let rule = Rule { levels: vec![2, 2, 2], positives: &positives, territory: Territory::Consistent(cases) };
        assert_eq!(rule.certify(&solution(&[&terms])), expected, "{cutoff}: {terms:?}");
    }
}

/// A and B are two of eight cases each, six of which have the outcome; only the case of both lies in A*B.
#[test]
fn the_whole_space_is_no_part_of_a_term() {
    let two = |members: [usize; 2]| {
        let of = |case: usize| if members.contains(&case) { 1.0 } else { 0.0 };
        vec![(0..8).map(|case| 1.0 - of(case)).collect(), (0..8).map(of).collect::<Vec<f64>>()]
    };
    let degrees = [two([0, 6]), two([0, 7])];
    let outcome = [1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 0.0, 0.0];
    // Three quarters of all cases have the outcome, half of those in A or in B.
    let cases = Cases { degrees: &degrees, outcome: &outcome, cutoff: 0.7 };
    let positives = [vec![1, 1]];
    let rule = Rule { levels: vec![2, 2], positives: &positives, territory: Territory::Consistent(cases) };
    let both = Term { levels: vec![Some(1), Some(1)] };
    assert_eq!(rule.certify(&solution(&[&[both]])), Ok(()));
}

/// Two conditions A and B. The first outcome holds in row 11 and not in 00 and 01, the second in 11 and 01 and not in 00.
#[test]
fn every_flaw_of_a_system_is_found() {
    let row = |levels: [usize; 2]| Term { levels: levels.map(Some).to_vec() };
    let of = |a: Option<usize>, b: Option<usize>| Term { levels: vec![a, b] };
    let rules =
        [(vec![row([1, 1])], vec![row([0, 0]), row([0, 1])]), (vec![row([1, 1]), row([0, 1])], vec![row([0, 0])])];
    let (a, b, both) = (of(Some(1), None), of(None, Some(1)), of(Some(1), Some(1)));
    let model = 2;
    let check = |system: &[(&Term, &[usize])], verdict: Result<(), Flaw>| {
        assert_eq!(certify_system(&rules, system, model), verdict, "{system:?}");
    };
    check(&[(&a, &[0]), (&b, &[1])], Ok(()));
    check(&[(&b, &[0, 1])], Err(Flaw::Forbidden { model, term: 1 }));
    check(&[(&a, &[0]), (&b, &[0, 1])], Err(Flaw::Forbidden { model, term: 2 }));
    check(&[(&both, &[0]), (&b, &[1])], Err(Flaw::SuperfluousLiteral { model, term: 1 }));
    check(&[(&a, &[0])], Err(Flaw::Uncovered { model }));
    check(&[(&a, &[0]), (&b, &[1]), (&a, &[1])], Err(Flaw::SuperfluousTerm { model, term: 3 }));
    // Neither outcome needs the whole of it, and together they need every literal.
    check(&[(&both, &[0, 1]), (&b, &[1])], Err(Flaw::SuperfluousLiteral { model, term: 1 }));
}
