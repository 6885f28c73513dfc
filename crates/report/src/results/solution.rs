//! Solutions in `results.json`.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::{self, Write};
use std::rc::Rc;
use std::sync::Arc;

use equifinal_panel::PanelFindings;
use equifinal_qca::case_selection::CasesToStudy;
use equifinal_qca::findings::{
    Derivation, Findings, Model, Origin, Path, Refusal, RowList, Solution, SolutionResult, SufficiencyFit,
    WeightedModel,
};
use equifinal_qca::term::Term;
use equifinal_qca::{Assumptions, FurtherFit, Procedure};
use equifinal_study::config::SolutionType;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::case_selection;
use super::cases::ids;
use super::layout::{Part, container, lay_out_objects};
use super::panel;

/// Findings beside the solutions of an analysis, if it asks for them.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Beside<'a> {
    /// The fit over periods and units.
    pub(super) panel: Option<&'a PanelFindings>,
    /// The cases to study next.
    pub(super) cases: Option<&'a CasesToStudy>,
}

/// The three solutions by name and, if requested, the two enhanced ones.
pub(super) fn all<'a>(findings: &'a Findings, beside: Beside<'a>) -> Part<'a> {
    let kinds = [SolutionType::Conservative, SolutionType::Parsimonious, SolutionType::Intermediate];
    let named = |kind: SolutionType| {
        (kind.name().to_owned(), result(findings, (Procedure::Standard, kind), findings.solution(kind), beside))
    };
    let mut solutions: Vec<(String, Part<'a>)> = kinds.into_iter().map(named).collect();
    if let Some(enhanced) = &findings.enhanced {
        let (lean, middle) = (SolutionType::Parsimonious, SolutionType::Intermediate);
        solutions.push((
            "enhanced_parsimonious".to_owned(),
            result(findings, (Procedure::Enhanced, lean), &enhanced.parsimonious, Beside::default()),
        ));
        solutions.push((
            "enhanced_intermediate".to_owned(),
            result(findings, (Procedure::Enhanced, middle), &enhanced.intermediate, Beside::default()),
        ));
    }
    Part::Entries(solutions)
}

/// Parameters of fit by name.
pub(super) fn fit(fit: &SufficiencyFit) -> Value {
    json!({"consistency": fit.consistency, "pri": fit.pri, "coverage": fit.coverage})
}

fn result<'a>(
    findings: &'a Findings,
    (procedure, kind): (Procedure, SolutionType),
    result: &'a SolutionResult,
    beside: Beside<'a>,
) -> Part<'a> {
    let refusal = match result {
        Ok(found) => return solution(findings, (procedure, kind), found, beside),
        Err(refusal) => refusal,
    };
    let mut entries = vec![entry("refused", json!(refusal.to_string()))];
    if let (Refusal::Unproven(known), Some(cover)) = (refusal, findings.cover(procedure, kind)) {
        let best = vec![
            entry("expression", json!(findings.write_model(cover))),
            entry("proven_minimum", json!(false)),
            entry("minimum_terms_at_least", json!(known.at_least)),
            ("terms".to_owned(), Part::List(Box::new(cover.paths.iter().map(|path| term(findings, path))))),
            entry("consistency", json!(cover.fit.consistency)),
            entry("pri", json!(cover.fit.pri)),
            entry("coverage", json!(cover.fit.coverage)),
        ];
        entries.push(("best_cover".to_owned(), Part::Entries(best)));
    }
    Part::Entries(entries)
}

fn solution<'a>(
    findings: &'a Findings,
    (procedure, kind): (Procedure, SolutionType),
    solution: &'a Solution,
    beside: Beside<'a>,
) -> Part<'a> {
    let derived = (kind == SolutionType::Intermediate).then_some(procedure);
    let shared = Rc::new(Shared::of(findings));
    let models = solution.models.iter().enumerate().map(move |(at, found)| {
        let fit = beside.panel.and_then(|panel| Some(panel::of_model(panel, panel.models(kind).get(at)?)));
        let fit = fit.map(Part::Whole);
        // The cases of interpreted models are chosen already.
        let interpreted = procedure == Procedure::Standard && kind == findings.analysis.interpret;
        let chosen = beside.cases.filter(|_| interpreted).and_then(|chosen| chosen.models.get(at));
        let cases = match chosen {
            Some(chosen) => Some(case_selection::of_model(findings, chosen)),
            None => findings.case_selection(found).map(|chosen| {
                Part::Written(Box::new(move |depth, to| case_selection::of_model(findings, &chosen).lay_out(depth, to)))
            }),
        };
        model(&shared, derived, found, [("case_selection", cases), ("panel", fit)])
    });
    let primes = solution.prime_implicants.iter().map(|term| findings.write_term(term)).collect::<Vec<_>>();
    Part::Entries(vec![
        entry("model_count", json!(solution.model_count.to_string())),
        entry("model_count_is", json!(if solution.count_is_exact { "exact" } else { "at_least" })),
        entry("listed", json!(solution.models.len())),
        ("models".to_owned(), Part::List(Box::new(models))),
        entry("prime_implicants", json!(primes)),
        // A solution that the check rejects never gets here: `analyse` gives an error instead.
        entry("certificate", json!("holds")),
    ])
}

fn entry<'a>(key: &str, value: Value) -> (String, Part<'a>) {
    (key.to_owned(), Part::Whole(value))
}

/// One model; `derived` is the procedure of an intermediate one.
fn model<'a>(
    shared: &Rc<Shared<'a>>,
    derived: Option<Procedure>,
    model: &'a Model,
    beside: [(&str, Option<Part<'a>>); 2],
) -> Part<'a> {
    let mut entries = vec![entry("expression", json!(shared.findings.write_model(model)))];
    let written = |write: fn(&Shared<'a>, &'a Model, usize, &mut dyn Write) -> io::Result<()>| {
        let shared = Rc::clone(shared);
        Part::Written(Box::new(move |depth, to| write(&shared, model, depth, to)))
    };
    if let Some(procedure) = derived {
        let Derivation { origin, pairs, .. } = &*model.derivation;
        if *pairs > origin.len() as u64 {
            entries.push(entry("from_count", json!(pairs)));
        }
        entries.push(("from".to_owned(), written(Shared::write_pairs)));
        let (easy, difficult) = shared.assumptions.counterfactuals(procedure, model);
        entries.extend(row_parts("easy", "easy_count", easy));
        entries.extend(row_parts("difficult", "difficult_count", difficult));
    }
    entries.push(("terms".to_owned(), written(Shared::write_terms)));
    entries.push(entry("consistency", json!(model.fit.consistency)));
    entries.push(entry("pri", json!(model.fit.pri)));
    entries.push(entry("coverage", json!(model.fit.coverage)));
    entries.extend(further(shared.findings.further_fit_of(&model.memberships, &model.fit)));
    if let Some(weighted) = shared.findings.weighted(model) {
        entries.push(entry("weighted", weighted_model(shared.findings, model, &weighted)));
    }
    entries.extend(beside.into_iter().filter_map(|(key, found)| Some((key.to_owned(), found?))));
    let assumed = shared.assumptions.simplifying(model);
    entries.extend(row_parts("simplifying_assumptions", "simplifying_assumption_count", assumed));
    Part::Entries(entries)
}

/// The fit of a model and its terms in weighted sums.
fn weighted_model(findings: &Findings, model: &Model, weighted: &WeightedModel) -> Value {
    let term = |(path, (fit, unique)): (&Path, &(SufficiencyFit, Option<f64>))| {
        json!({
            "expression": findings.write_term(&path.term),
            "consistency": fit.consistency,
            "pri": fit.pri,
            "coverage": fit.coverage,
            "unique_coverage": unique,
        })
    };
    json!({
        "consistency": weighted.fit.consistency,
        "pri": weighted.fit.pri,
        "coverage": weighted.fit.coverage,
        "terms": model.paths.iter().zip(&weighted.terms).map(term).collect::<Vec<_>>(),
    })
}

/// A pair of models, counted from 1, that an intermediate model is derived from.
#[derive(Serialize)]
struct Pair {
    conservative: usize,
    parsimonious: usize,
}

/// Texts by term and unique coverage.
type TermTexts<'a> = BTreeMap<(&'a Term, Option<u64>), Vec<u8>>;

/// The texts that models of one solution share, each made once.
struct Shared<'a> {
    findings: &'a Findings,
    assumptions: Assumptions<'a>,
    /// Terms, each with its unique coverage in a model.
    terms: RefCell<TermTexts<'a>>,
    /// The pairs of the last derivation; models of the same one follow one another.
    pairs: RefCell<(Arc<Derivation>, Vec<u8>)>,
}

impl<'a> Shared<'a> {
    fn of(findings: &'a Findings) -> Self {
        Self { findings, assumptions: Assumptions::of(findings), terms: RefCell::default(), pairs: RefCell::default() }
    }

    /// Writes the terms of a model; those of all models of a solution have the same depth.
    fn write_terms(&self, model: &'a Model, depth: usize, to: &mut dyn Write) -> io::Result<()> {
        let mut terms = self.terms.borrow_mut();
        container(to, *b"[]", depth, &model.paths, |to, path| {
            match terms.entry((&path.term, path.unique_coverage.map(f64::to_bits))) {
                Entry::Occupied(known) => to.write_all(known.get()),
                Entry::Vacant(new) => {
                    let mut text = Vec::new();
                    term(self.findings, path).lay_out(depth + 1, &mut text)?;
                    to.write_all(new.insert(text))
                }
            }
        })
    }

    /// Writes the pairs that a model is derived from.
    fn write_pairs(&self, model: &'a Model, depth: usize, to: &mut dyn Write) -> io::Result<()> {
        let (derivation, text) = &mut *self.pairs.borrow_mut();
        if text.is_empty() || !Arc::ptr_eq(derivation, &model.derivation) {
            *derivation = Arc::clone(&model.derivation);
            let pair =
                |pair: &Origin| Pair { conservative: pair.conservative + 1, parsimonious: pair.parsimonious + 1 };
            let pairs: Vec<Pair> = derivation.origin.iter().map(pair).collect();
            text.clear();
            lay_out_objects(&pairs, depth, text)?;
        }
        to.write_all(text)
    }
}

/// The listed rows and, if there are more, their number.
fn row_parts<'a>(key: &str, count_key: &str, rows: RowList) -> impl Iterator<Item = (String, Part<'a>)> {
    let more = rows.count > rows.numbers.len() as u64;
    let count = more.then(|| entry(count_key, json!(rows.count)));
    std::iter::once((key.to_owned(), Part::Numbers(rows.numbers))).chain(count)
}

/// The listed rows and, if there are more, their number.
pub(super) fn rows(object: &mut Map<String, Value>, key: &str, count_key: &str, rows: &RowList) {
    object.insert(key.to_owned(), json!(rows.numbers));
    if rows.count > rows.numbers.len() as u64 {
        object.insert(count_key.to_owned(), json!(rows.count));
    }
}

/// Further parameters of fit, as entries.
fn further<'a>(fit: FurtherFit) -> [(String, Part<'a>); 3] {
    [entry("cons_h", json!(fit.cons_h)), entry("product", json!(fit.product)), entry("sym", json!(fit.sym))]
}

fn term<'a>(findings: &'a Findings, path: &'a Path) -> Part<'a> {
    let mut entries = vec![
        entry("expression", json!(findings.write_term(&path.term))),
        entry("literals", json!(literals(findings, &path.term))),
        entry("consistency", json!(path.fit.consistency)),
        entry("pri", json!(path.fit.pri)),
        entry("raw_coverage", json!(path.fit.coverage)),
        entry("unique_coverage", json!(path.unique_coverage)),
    ];
    entries.extend(further(findings.further_fit(&path.term, &path.fit)));
    entries.push(("cases".to_owned(), Part::Texts(ids(findings, &path.cases))));
    let deviant = findings.out_of_outcome(&path.cases);
    if !deviant.is_empty() {
        entries.push(("deviant".to_owned(), Part::Texts(ids(findings, &deviant))));
    }
    Part::Entries(entries)
}

fn literals(findings: &Findings, term: &Term) -> Map<String, Value> {
    findings
        .conditions
        .iter()
        .zip(&term.levels)
        .filter_map(|(condition, level)| level.map(|level| (condition.name.clone(), json!(level))))
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use crate::fixture::study::assuming;

    #[test]
    fn rows_beyond_those_listed_are_counted() {
        let results: Value = serde_json::from_str(&assuming(&[2; 14]).results()).unwrap();
        let model = &results["analyses"]["y"]["solutions"]["parsimonious"]["models"][0];
        let listed: Vec<u64> = (2..=1025).map(|half| 2 * half).collect();
        assert_eq!(model["simplifying_assumptions"], json!(listed));
        assert_eq!(model["simplifying_assumption_count"], json!(8191));
    }
}
