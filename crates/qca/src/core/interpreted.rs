//! The cores of an analysis, literal by literal.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::sync::Arc;

use equifinal_study::config::SolutionType;

use super::composite::covering;
use super::{Core, Ground, Unknown};
use crate::findings::Findings;
use crate::solution::Model;
use crate::space::Cube;
use crate::term::Term;

/// The status of a literal over the parsimonious models its path is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// Core in all of them.
    Always,
    /// Core in some of them.
    Sometimes,
    /// Core in none of them: peripheral.
    Never,
}

/// The core of one path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PathCore {
    /// One entry per condition; `None` if the path has no literal on it, or if its core is unknown.
    pub standing: Vec<Option<Standing>>,
    /// If the path contains no term of some parsimonious model: the terms of that model that jointly cover it.
    pub composite: Option<Vec<Term>>,
}

/// Result of the distinction between core and peripheral literals in an interpreted model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Discrimination {
    /// Both kinds occur.
    Yes,
    /// The interpreted solution is the parsimonious one: all literals are core.
    Parsimonious,
    /// The interpreted model is also a parsimonious one: all literals are core.
    Coincides,
    /// There is no parsimonious solution to compare with.
    Unknown,
}

impl Discrimination {
    /// The name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Yes => "yes",
            Self::Parsimonious => "parsimonious_is_interpreted",
            Self::Coincides => "solutions_coincide",
            Self::Unknown => "no_parsimonious_solution",
        }
    }
}

impl Standing {
    /// The name in results.
    pub fn name(self) -> &'static str {
        match self {
            Self::Always => "always",
            Self::Sometimes => "sometimes",
            Self::Never => "never",
        }
    }
}

/// The interpreted solution of an analysis, with the cores of its paths.
#[derive(Debug, Clone)]
pub struct Interpreted<'a> {
    findings: &'a Findings,
    models: Vec<Vec<Cube>>,
    behind: Vec<Arc<[usize]>>,
    parsimonious: Option<Vec<Vec<Cube>>>,
    /// The cores of paths so far: tied models share most of them.
    known: RefCell<BTreeMap<Cube, Known>>,
}

/// The core of a path, and the terms that cover it where it is composite.
#[derive(Debug, Clone)]
struct Known {
    core: Result<Core, Unknown>,
    composite: Option<Vec<Term>>,
}

impl<'a> Interpreted<'a> {
    /// The interpreted solution of `findings`; a refused one has no path.
    pub fn of(findings: &'a Findings) -> Self {
        let models = |kind| findings.solution(kind).as_ref().ok().map(|solution| &solution.models);
        let cubes = |model: &Model| model.paths.iter().map(|path| findings.space.cube(&path.term)).collect();
        let own = models(findings.analysis.interpret);
        Self {
            models: own.into_iter().flatten().map(cubes).collect(),
            behind: own.into_iter().flatten().map(|model| Arc::clone(&model.derivation.parsimonious)).collect(),
            parsimonious: models(SolutionType::Parsimonious).map(|models| models.iter().map(cubes).collect()),
            known: RefCell::default(),
            findings,
        }
    }

    /// True if the cores extend Fiss's definition, which applies to intermediate solutions.
    pub fn is_extension(&self) -> bool {
        self.findings.analysis.interpret == SolutionType::Conservative
    }

    /// The core of one of the solution's paths.
    pub fn core(&self, path: &Term) -> PathCore {
        let space = &self.findings.space;
        let Known { core, composite } = self.known(space.cube(path));
        let standing = path.levels.iter().enumerate().map(|(condition, level)| {
            let literal = space.literal(condition, (*level)?);
            core.ok().map(|core| standing(literal, core))
        });
        PathCore { standing: standing.collect(), composite }
    }

    /// The core of a path, and what covers it where it is composite.
    fn known(&self, path: Cube) -> Known {
        let found = || {
            let (ground, space) = (self.ground(), &self.findings.space);
            let without = |model: &&[Cube]| !model.iter().any(|term| term & !path == 0);
            let composite = ground.behind(path).and_then(|behind| behind.into_iter().find(without));
            let terms = |model| covering(space, path, model).into_iter().map(|term| space.term(term)).collect();
            Known { core: ground.core(path), composite: composite.map(terms) }
        };
        self.known.borrow_mut().entry(path).or_insert_with(found).clone()
    }

    /// The result of the core/peripheral distinction in the model at this position.
    pub fn discrimination(&self, model: usize) -> Discrimination {
        if self.findings.analysis.interpret == SolutionType::Parsimonious {
            return Discrimination::Parsimonious;
        }
        let (Some(parsimonious), Some(shown)) = (&self.parsimonious, self.models.get(model)) else {
            return Discrimination::Unknown;
        };
        let all_core = shown.iter().all(|&path| self.known(path).core == Ok(Core { always: path, sometimes: 0 }));
        let same = |model: &Vec<Cube>| model.len() == shown.len() && model.iter().all(|term| shown.contains(term));
        if all_core && parsimonious.iter().any(same) { Discrimination::Coincides } else { Discrimination::Yes }
    }

    fn ground(&self) -> Ground<'_> {
        Ground {
            kind: self.findings.analysis.interpret,
            models: &self.models,
            behind: &self.behind,
            parsimonious: self.parsimonious.as_deref(),
        }
    }
}

fn standing(literal: Cube, core: Core) -> Standing {
    if core.always & literal != 0 {
        Standing::Always
    } else if core.sometimes & literal != 0 {
        Standing::Sometimes
    } else {
        Standing::Never
    }
}

#[cfg(test)]
mod tests {
    use equifinal_study::config::{Analysis, Frequency, TruthTableCuts};
    use equifinal_study::expression::{Expression, Literal};
    use equifinal_study::memberships::{Memberships, Set, SetKind};

    use super::*;
    use crate::derivation::{Derivation, Origin};
    use crate::minimise::budget::Budget;
    use crate::solution::{Path, SolutionResult};

    const NAMES: [&str; 5] = ["A", "B", "C", "D", "Y"];

    /// Some findings over the conditions A to D, whose solutions do not matter.
    fn findings() -> Findings {
        let cases = [[1.0; 5], [0.0; 5]];
        let set = |at: usize| Set {
            name: NAMES[at].to_owned(),
            kind: SetKind::Crisp,
            values: cases.iter().map(|case| case[at]).collect(),
        };
        let memberships =
            Memberships { cases: ["x", "y"].map(str::to_owned).to_vec(), sets: (0..5).map(set).collect() };
        let outcome = Literal { set: "Y".to_owned(), level: None, negated: false };
        let conditions = NAMES[..4].iter().map(|name| (*name).to_owned()).collect();
        let cuts =
            TruthTableCuts { frequency: Frequency::Count(1), consistency: 0.8, pri: 0.0, contradiction_floor: None };
        crate::analyse(&Analysis::new("one", outcome, conditions, cuts), &memberships, &Budget::default()).unwrap()
    }

    fn term(text: &str) -> Term {
        let mut levels = vec![None; 4];
        Expression::parse(text).unwrap().each_literal(&mut |literal| {
            let at = NAMES.iter().position(|name| *name == literal.set).unwrap();
            levels[at] = Some(usize::from(!literal.negated));
        });
        Term { levels }
    }

    /// Conservative, parsimonious and intermediate models; for each of these the parsimonious ones behind it; then, for
    /// each path of the first interpreted model, its literals (large where always core, in brackets where sometimes)
    /// and what covers it where it is composite; last whether anything is told apart.
    fn check(
        interpret: SolutionType,
        solutions: [&[&str]; 3],
        behind: &[&[usize]],
        (cores, discrimination): (&[&str], Discrimination),
    ) {
        let mut findings = findings();
        findings.analysis.interpret = interpret;
        let template = findings.solution(SolutionType::Conservative).as_ref().unwrap().clone();
        let written = |models: &[&str]| -> SolutionResult {
            let (model, own) = (&template.models[0], &template.models[0].paths[0]);
            let path = |text: &str| Path { term: Arc::new(term(text)), ..own.clone() };
            let model = |text: &&str| Model { paths: text.split(" + ").map(path).collect(), ..model.clone() };
            Ok(crate::findings::Solution { models: models.iter().map(model).collect(), ..template.clone() })
        };
        findings.solutions = solutions.map(written);
        for (model, behind) in findings.solutions[2].as_mut().unwrap().models.iter_mut().zip(behind) {
            model.derivation = Arc::new(Derivation {
                parsimonious: (*behind).into(),
                // The pairs that are listed need not name every model.
                origin: vec![Origin { conservative: 0, parsimonious: behind[0] }],
                ..Derivation::default()
            });
        }
        let interpreted = Interpreted::of(&findings);
        let shown = &findings.solution(interpret).as_ref().unwrap().models[0];
        let write = |path: &Path| {
            let PathCore { standing, composite } = interpreted.core(&path.term);
            let literal = |(name, standing): (&&str, &Option<Standing>)| {
                Some(match (*standing)? {
                    Standing::Always => (*name).to_owned(),
                    Standing::Sometimes => format!("({})", name.to_lowercase()),
                    Standing::Never => name.to_lowercase(),
                })
            };
            let literals: String = NAMES.iter().zip(&standing).filter_map(literal).collect();
            let covering: Vec<String> = composite.iter().flatten().map(|term| findings.write_term(term)).collect();
            if composite.is_some() { format!("{literals} in {}", covering.join(", ")) } else { literals }
        };
        let found: Vec<String> = shown.paths.iter().map(write).collect();
        assert_eq!(
            (found, interpreted.discrimination(0)),
            (cores.iter().map(|&core| core.to_owned()).collect(), discrimination)
        );
    }

    #[test]
    fn cores_are_told_literal_by_literal() {
        use SolutionType::{Conservative, Intermediate, Parsimonious};
        let yes = Discrimination::Yes;
        check(Intermediate, [&["A*B*C*D"], &["A*~D + B*C"], &["A*B*C + A*B*~D"]], &[&[0]], (&["aBC", "AbD"], yes));
        let tied: [&[&str]; 3] = [&["A*B*C"], &["A", "B", "C"], &["A*B*C"]];
        check(Intermediate, tied, &[&[0, 1]], (&["(a)(b)c"], yes));
        check(Conservative, tied, &[&[0, 1]], (&["(a)(b)(c)"], yes));
        check(Parsimonious, tied, &[&[0, 1]], (&["A"], Discrimination::Parsimonious));
        // Two intermediate models share the path.
        let shared: [&[&str]; 3] = [&["A*B*C"], &["A", "B"], &["A*B*C", "A*B*C + D", "~D"]];
        check(Intermediate, shared, &[&[0], &[1], &[0]], (&["(a)(b)c"], yes));
    }

    #[test]
    fn a_path_without_a_parsimonious_term_is_composite() {
        let pair: [&[&str]; 3] = [&["A*B"], &["A*D + B*~D + C*~A"], &["A*B"]];
        check(SolutionType::Intermediate, pair, &[&[0]], (&["ab in A*D, B*~D"], Discrimination::Yes));
        let several: [&[&str]; 3] = [&["A*B"], &["A*C*D + B*~D + ~A*C"], &["A*B"]];
        check(SolutionType::Intermediate, several, &[&[0]], (&["ab in A*C*D, B*~D"], Discrimination::Yes));
    }

    #[test]
    fn solutions_that_coincide_tell_nothing_apart_unless_models_tie() {
        let same: [&[&str]; 3] = [&["A*B"], &["A*B + C"], &["A*B + C"]];
        check(SolutionType::Intermediate, same, &[&[0]], (&["AB", "C"], Discrimination::Coincides));
        let tied: [&[&str]; 3] = [&["A*B"], &["A*B + C", "A + C"], &["A*B + C"]];
        check(SolutionType::Intermediate, tied, &[&[0, 1]], (&["A(b)", "C"], Discrimination::Yes));
    }
}
