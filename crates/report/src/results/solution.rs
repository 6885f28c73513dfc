//! Solutions in `results.json`.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;
use std::io::{self, Write};
use std::rc::Rc;

use equifinal_qca::Procedure;
use equifinal_qca::findings::{
    Findings, Model, Origin, Path, Refusal, RowList, Solution, SolutionResult, SufficiencyFit,
};
use equifinal_qca::term::Term;
use equifinal_study::config::SolutionType;
use serde::Serialize;
use serde_json::{Map, Value, json};

use super::cases::ids;
use super::layout::{Part, lay_out};

/// The three solutions by name and, if requested, the two enhanced ones.
pub(super) fn all(findings: &Findings) -> Part<'_> {
    let kinds = [SolutionType::Conservative, SolutionType::Parsimonious, SolutionType::Intermediate];
    let named = |kind: SolutionType| {
        (kind.name().to_owned(), result(findings, (Procedure::Standard, kind), findings.solution(kind)))
    };
    let mut solutions: Vec<(String, Part<'_>)> = kinds.into_iter().map(named).collect();
    if let Some(enhanced) = &findings.enhanced {
        let (lean, middle) = (SolutionType::Parsimonious, SolutionType::Intermediate);
        solutions.push((
            "enhanced_parsimonious".to_owned(),
            result(findings, (Procedure::Enhanced, lean), &enhanced.parsimonious),
        ));
        solutions.push((
            "enhanced_intermediate".to_owned(),
            result(findings, (Procedure::Enhanced, middle), &enhanced.intermediate),
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
) -> Part<'a> {
    let refusal = match result {
        Ok(found) => return solution(findings, kind, found),
        Err(refusal) => refusal,
    };
    let mut object = json!({"refused": refusal.to_string()});
    if let (Refusal::Unproven(known), Some(cover)) = (refusal, findings.cover(procedure, kind)) {
        object["best_cover"] = json!({
            "expression": findings.write_model(cover),
            "proven_minimum": false,
            "minimum_terms_at_least": known.at_least,
            "terms": cover.paths.iter().map(|path| term(findings, path)).collect::<Vec<_>>(),
            "consistency": cover.fit.consistency,
            "pri": cover.fit.pri,
            "coverage": cover.fit.coverage,
        });
    }
    Part::Whole(object)
}

fn solution<'a>(findings: &'a Findings, kind: SolutionType, solution: &'a Solution) -> Part<'a> {
    let terms = Rc::new(Terms { findings, written: RefCell::default() });
    let models = solution.models.iter().map(move |found| model(findings, &terms, kind, found));
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

fn model<'a>(findings: &'a Findings, terms: &Rc<Terms<'a>>, kind: SolutionType, model: &'a Model) -> Part<'a> {
    let mut entries = vec![entry("expression", json!(findings.write_model(model)))];
    if kind == SolutionType::Intermediate {
        if model.pairs > model.origin.len() as u64 {
            entries.push(entry("from_count", json!(model.pairs)));
        }
        entries.push(("from".to_owned(), Part::objects(model.origin.iter().map(Pair::of))));
        entries.extend(row_parts("easy", "easy_count", &model.easy));
        entries.extend(row_parts("difficult", "difficult_count", &model.difficult));
    }
    let terms = Rc::clone(terms);
    let paths = model.paths.iter().map(move |path| {
        let terms = Rc::clone(&terms);
        Part::Written(Box::new(move |depth, to| terms.write(path, depth, to)))
    });
    entries.push(("terms".to_owned(), Part::List(Box::new(paths))));
    entries.push(entry("consistency", json!(model.fit.consistency)));
    entries.push(entry("pri", json!(model.fit.pri)));
    entries.push(entry("coverage", json!(model.fit.coverage)));
    let assumptions = &model.simplifying_assumptions;
    entries.extend(row_parts("simplifying_assumptions", "simplifying_assumption_count", assumptions));
    Part::Entries(entries)
}

/// A pair of models, counted from 1, that an intermediate model is derived from.
#[derive(Serialize)]
struct Pair {
    conservative: usize,
    parsimonious: usize,
}

impl Pair {
    fn of(origin: &Origin) -> Self {
        Self { conservative: origin.conservative + 1, parsimonious: origin.parsimonious + 1 }
    }
}

/// The terms of one solution. Models share most of them, so each is formatted once per unique coverage.
struct Terms<'a> {
    findings: &'a Findings,
    written: RefCell<BTreeMap<(&'a Term, Option<u64>), Vec<u8>>>,
}

impl<'a> Terms<'a> {
    /// Writes a path of a model; all paths of a solution have the same depth.
    fn write(&self, path: &'a Path, depth: usize, to: &mut dyn Write) -> io::Result<()> {
        let mut written = self.written.borrow_mut();
        match written.entry((&path.term, path.unique_coverage.map(f64::to_bits))) {
            Entry::Occupied(known) => to.write_all(known.get()),
            Entry::Vacant(new) => {
                let mut laid_out = Vec::new();
                lay_out(&term(self.findings, path), depth, &mut laid_out)?;
                to.write_all(new.insert(laid_out))
            }
        }
    }
}

/// The listed rows and, if there are more, their number.
fn row_parts<'a>(key: &str, count_key: &str, rows: &'a RowList) -> impl Iterator<Item = (String, Part<'a>)> {
    let more = rows.count > rows.numbers.len() as u64;
    let count = more.then(|| entry(count_key, json!(rows.count)));
    std::iter::once((key.to_owned(), Part::Numbers(&rows.numbers))).chain(count)
}

/// The listed rows and, if there are more, their number.
pub(super) fn rows(object: &mut Map<String, Value>, key: &str, count_key: &str, rows: &RowList) {
    object.insert(key.to_owned(), json!(rows.numbers));
    if rows.count > rows.numbers.len() as u64 {
        object.insert(count_key.to_owned(), json!(rows.count));
    }
}

fn term(findings: &Findings, path: &Path) -> Value {
    json!({
        "expression": findings.write_term(&path.term),
        "literals": literals(findings, &path.term),
        "consistency": path.fit.consistency,
        "pri": path.fit.pri,
        "raw_coverage": path.fit.coverage,
        "unique_coverage": path.unique_coverage,
        "cases": ids(findings, &path.cases),
    })
}

fn literals(findings: &Findings, term: &Term) -> Map<String, Value> {
    findings
        .conditions
        .iter()
        .zip(&term.levels)
        .filter_map(|(condition, level)| level.map(|level| (condition.name.clone(), json!(level))))
        .collect()
}
