//! Core and peripheral literals of a path (Fiss 2011), over every tied model.
//!
//! A literal of a path *c* is core when it stands in a parsimonious term *p* whose every literal stands in *c*.
//! Where several parsimonious models belong to the path, a literal is core always, sometimes or never.
//! A path that contains no parsimonious term is composite: it lies within several of them together and has
//! no single core. An interpreted parsimonious solution is core throughout; an interpreted conservative one
//! is held against every parsimonious model.

pub(crate) use equifinal_qca::core::Standing;
use equifinal_qca::core::{behind, standing};
use equifinal_qca::findings::{Condition, Findings, Model};
use equifinal_qca::term::Term;
use equifinal_study::config::SolutionType;

/// The name of the rule, printed with every chart.
pub(crate) const RULE: &str = "equifinal/core/1";

/// The core of one path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Core {
    /// One entry a condition, where the path has a literal.
    pub(crate) standing: Vec<Option<Standing>>,
    /// Where the path contains no term of some parsimonious model: the terms of it that together cover the path.
    pub(crate) composite: Option<Vec<Term>>,
}

/// Whether core and peripheral tell paths apart at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Discrimination {
    /// They do.
    Yes,
    /// The interpreted solution is the parsimonious one: all is core.
    Parsimonious,
    /// The interpreted model is also a parsimonious one: all is core.
    Coincides,
    /// There is no parsimonious solution to hold it against: nothing is known.
    Unknown,
}

/// The cores of the paths of the first model of the interpreted solution, in its order.
pub(crate) fn of_interpreted(findings: &Findings) -> (Vec<Core>, Discrimination) {
    let interpret = findings.analysis.interpret;
    let Some(shown) = findings.solution(interpret).as_ref().ok().and_then(|solution| solution.models.first()) else {
        return (Vec::new(), Discrimination::Unknown);
    };
    let paths = shown.paths.iter().map(|path| &path.term);
    let Ok(parsimonious) = findings.solution(SolutionType::Parsimonious) else {
        return (paths.map(|term| of_path(term, &[], &findings.conditions)).collect(), Discrimination::Unknown);
    };
    let every: Vec<&Model> = parsimonious.models.iter().collect();
    let cores = paths.map(|term| of_path(term, &behind(findings, term, shown), &findings.conditions)).collect();
    let discrimination = if interpret == SolutionType::Parsimonious {
        Discrimination::Parsimonious
    } else if every.iter().any(|model| same_terms(model, shown)) {
        Discrimination::Coincides
    } else {
        Discrimination::Yes
    };
    (cores, discrimination)
}

/// The core of one path held against some parsimonious models.
fn of_path(term: &Term, models: &[&Model], conditions: &[Condition]) -> Core {
    let terms_of = |model: &Model| -> Vec<Term> { model.paths.iter().map(|path| path.term.clone()).collect() };
    let composite = models
        .iter()
        .map(|model| terms_of(model))
        .find(|terms| !terms.iter().any(|p| p.contains(term)))
        .map(|terms| covering(term, &terms, conditions));
    Core { standing: standing(term, models), composite }
}

/// The fewest, at most two, terms that together cover `term`; all that overlap it where no pair does.
fn covering(term: &Term, terms: &[Term], conditions: &[Condition]) -> Vec<Term> {
    for (i, first) in terms.iter().enumerate() {
        for second in terms.iter().skip(i + 1) {
            if covered(term, [first, second], conditions) {
                return vec![first.clone(), second.clone()];
            }
        }
    }
    terms.iter().filter(|other| overlap(term, other)).cloned().collect()
}

/// Whether two terms cover it together.
///
/// A cube lies in the union of two cubes, and in neither alone, only where they are adjacent in one two-valued
/// condition that it leaves open and each contains it in all others.
fn covered(term: &Term, [first, second]: [&Term; 2], conditions: &[Condition]) -> bool {
    let beyond = |p: &Term| -> Vec<(usize, usize)> {
        let literals = p.levels.iter().zip(&term.levels).enumerate();
        literals.filter_map(|(at, (p, t))| p.filter(|_| p != t).map(|level| (at, level))).collect()
    };
    match (beyond(first).as_slice(), beyond(second).as_slice()) {
        ([(a, one)], [(b, other)]) => {
            a == b
                && one != other
                && term.levels.get(*a).is_some_and(Option::is_none)
                && conditions.get(*a).is_some_and(|condition| condition.kind.levels() == 2)
        }
        _ => false,
    }
}

/// Whether two terms have a row in common.
fn overlap(one: &Term, other: &Term) -> bool {
    one.levels.iter().zip(&other.levels).all(|(a, b)| a.is_none() || b.is_none() || a == b)
}

/// Whether two models have the same terms.
fn same_terms(one: &Model, other: &Model) -> bool {
    one.paths.len() == other.paths.len()
        && one.paths.iter().all(|path| other.paths.iter().any(|theirs| theirs.term == path.term))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fixture::{lipset, term};
    use equifinal_qca::findings::{Origin, Path, SolutionResult};

    /// The standing of each literal of each path, as `A always, ~B never`, and the covering terms of composites.
    fn check(interpret: SolutionType, solutions: [&[&str]; 3], origins: &[&[usize]], expected: &[&str]) {
        let mut findings = lipset().findings.remove(0);
        findings.analysis.interpret = interpret;
        let template = findings.solution(SolutionType::Conservative).as_ref().unwrap().clone();
        let written = |models: &[&str]| -> SolutionResult {
            let mut solution = template.clone();
            let path = solution.models[0].paths[0].clone();
            let model = solution.models[0].clone();
            solution.models = models
                .iter()
                .map(|text| {
                    let term = |text| Path { term: term(text, &findings.conditions), ..path.clone() };
                    Model { paths: text.split(" + ").map(term).collect(), ..model.clone() }
                })
                .collect();
            Ok(solution)
        };
        let mut solved = solutions.map(written);
        for (model, origin) in solved[2].as_mut().unwrap().models.iter_mut().zip(origins) {
            model.origin = origin.iter().map(|&parsimonious| Origin { conservative: 0, parsimonious }).collect();
        }
        findings.solutions = solved;
        let (cores, _) = of_interpreted(&findings);
        let shown: Vec<String> = cores
            .iter()
            .map(|core| {
                let literals = findings.conditions.iter().zip(&core.standing);
                let mut words: Vec<String> = literals
                    .filter_map(|(condition, standing)| {
                        standing.map(|standing| format!("{} {standing:?}", condition.name).to_lowercase())
                    })
                    .collect();
                words.extend(core.composite.iter().flatten().map(|term| findings.write_term(term)));
                words.join(", ")
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn a_literal_is_core_when_a_parsimonious_term_within_its_path_has_it() {
        check(
            SolutionType::Intermediate,
            [&["DEV*URB*LIT*IND*STB"], &["DEV*~IND + URB*STB"], &["DEV*URB*LIT*STB + DEV*LIT*~IND*STB"]],
            &[&[0]],
            &["dev never, urb always, lit never, stb always", "dev always, lit never, ind always, stb never"],
        );
    }

    #[test]
    fn tied_models_make_a_literal_sometimes_core() {
        let tied: [&[&str]; 3] = [&["DEV*URB*LIT"], &["DEV", "URB", "LIT"], &["DEV*URB*LIT"]];
        check(SolutionType::Intermediate, tied, &[&[0, 1]], &["dev sometimes, urb sometimes, lit never"]);
        check(SolutionType::Conservative, tied, &[&[0, 1]], &["dev sometimes, urb sometimes, lit sometimes"]);
        check(SolutionType::Parsimonious, tied, &[&[0, 1]], &["dev always"]);
    }

    #[test]
    fn ties_between_models_that_share_a_path_count() {
        check(
            SolutionType::Intermediate,
            [&["DEV*URB*LIT"], &["DEV", "URB"], &["DEV*URB*LIT", "DEV*URB*LIT + IND", "STB"]],
            &[&[0], &[1], &[0]],
            &["dev sometimes, urb sometimes, lit never"],
        );
    }

    #[test]
    fn a_path_without_a_parsimonious_term_is_composite_with_its_covering_pair() {
        check(
            SolutionType::Intermediate,
            [&["DEV*URB"], &["DEV*IND + URB*~IND + STB*~DEV"], &["DEV*URB"]],
            &[&[0]],
            &["dev never, urb never, DEV*IND, URB*~IND"],
        );
    }
}
