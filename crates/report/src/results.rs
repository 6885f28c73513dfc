//! `results.json`: all findings of a run in full precision, for machines.
//!
//! The shape is the public contract; keys may be added, never renamed. Ratios of 0/0 are `null`.

pub(crate) mod audit;
mod case_selection;
mod cases;
mod chains;
mod claims;
mod coding;
mod concerns;
mod core;
mod counterfactual;
mod diagnosis;
mod evaluation;
mod implications;
mod layout;
mod measurement;
pub(crate) mod multiverse;
mod nca;
mod panel;
mod partition;
mod path_memberships;
mod reasons;
mod resample;
mod robustness;
mod solution;
mod systems;
mod tables;
pub(crate) mod text;
mod theory;
mod truth_table;

use std::io::Write;

use equifinal_panel::Partition;
use equifinal_qca::case_selection::CasesToStudy;
use equifinal_qca::findings::{Findings, NecessityFit, NecessityRow};
use equifinal_qca::systems::SystemFindings;
use equifinal_robustness::alternatives::AlternativeFindings;
use equifinal_robustness::comparison::Verdict;
use equifinal_study::config::Budget;
use equifinal_study::config::decision::write;
use serde_json::{Map, Value, json};

use self::cases::ids;
use self::layout::Part;
use self::solution::Beside;
use self::text::text;
use crate::case_flow;
use crate::error::ReportError;
use crate::input::{Deviation, Input, Registration};
use crate::messages::{RESULTS_LANGUAGE, Speaker};
use crate::standards::{self, Checked};
use equifinal_robustness::crossover::OtherSide;

/// Writes `results.json`, piece by piece.
///
/// # Errors
/// [`ReportError::Write`]; otherwise only for a bug in the message catalogues.
pub fn write_results(input: &Input<'_>, to: &mut dyn Write) -> Result<(), ReportError> {
    let mut whole = json!({
        "format": "equifinal/results/1",
        "study": input.study.id,
        "title": text(&input.study.title),
        "versions": {"equifinal": env!("CARGO_PKG_VERSION")},
        "provenance": input.study.provenance.name(),
        "sources": input.study.sources.iter().map(text).collect::<Vec<_>>(),
        "analyses": Value::Null,
    });
    if let Value::Object(whole) = &mut whole {
        insert_evidence(whole, input);
        insert_verdicts(whole, input, Speaker::of(RESULTS_LANGUAGE)?);
    }
    let long = |name: &str| (name == "analyses").then(|| analyses(input));
    Ok(layout::write(filled(whole, long), to)?)
}

/// Adds what was decided, read, measured and found beside the analyses.
fn insert_evidence(whole: &mut Map<String, Value>, input: &Input<'_>) {
    if !input.decisions.is_empty() {
        whole.insert("setting".to_owned(), json!(write(input.decisions)));
    }
    if input.study.budget != Budget::default() {
        whole.insert("budget".to_owned(), budget(&input.study.budget));
    }
    whole.insert("tables".to_owned(), tables::tables(input));
    whole.insert("diagnosis".to_owned(), diagnosis::diagnosis(input.diagnosis));
    if !input.evidence.measurements.is_empty() {
        whole.insert("measurement".to_owned(), measurement::measurements(input));
    }
    if !input.nca.is_empty() {
        whole.insert("nca".to_owned(), nca::all(input));
    }
    if !input.alternatives.is_empty() {
        whole.insert("alternatives".to_owned(), input.alternatives.iter().map(alternative).collect());
    }
    if !input.robustness.percentile_shifts.is_empty() {
        let shifts = &input.robustness.percentile_shifts;
        whole.insert("percentile_shifts".to_owned(), shifts.iter().map(alternative).collect());
    }
    if !input.other_side.is_empty() {
        whole.insert("other_side_of_crossover".to_owned(), input.other_side.iter().map(other_side).collect());
    }
    evaluation::insert(whole, input.evidence);
    if !input.evidence.codings.is_empty() {
        whole.insert("coding".to_owned(), coding::codings(&input.evidence.codings));
    }
    if !input.audit.is_empty() {
        whole.insert("audit".to_owned(), audit::audit(input.audit));
    }
    if !input.chains.is_empty() {
        whole.insert("chains".to_owned(), chains::chains(input.chains, input.findings));
    }
}

/// Adds the claims with their verdicts, the robustness, the concerns and the standards.
fn insert_verdicts(whole: &mut Map<String, Value>, input: &Input<'_>, speaker: &Speaker) {
    if !input.claims.is_empty() {
        whole.insert("claims".to_owned(), json!(claims::claims(input, speaker)));
    }
    if let Some(registration) = input.registration {
        whole.insert("registration".to_owned(), registered(registration));
    }
    if let Some(robustness) = robustness::robustness(input.robustness, input.study.robustness.seed) {
        whole.insert("robustness".to_owned(), robustness);
    }
    concerns::insert(whole, input, speaker);
    if input.study.standards.are_checked() {
        whole.insert("standards".to_owned(), standards::checked(input).iter().map(|one| rule(one, speaker)).collect());
    }
}

/// An object some of whose entries are generated while they are written: those for which there is a part.
fn filled<'a>(object: Value, part: impl Fn(&str) -> Option<Part<'a>>) -> Part<'a> {
    let Value::Object(entries) = object else { return Part::Whole(object) };
    let fill = |(name, value): (String, Value)| {
        let part = part(&name).unwrap_or(Part::Whole(value));
        (name, part)
    };
    Part::Entries(entries.into_iter().map(fill).collect())
}

/// Every analysis by its name, its rows and models made one after another.
fn analyses<'a>(input: &Input<'a>) -> Part<'a> {
    let part = |one: &'a Findings| {
        let beside = Beside { panel: input.panel(&one.analysis.name), cases: input.cases_to_study(&one.analysis.name) };
        let mut analysis = analysis(one, beside.cases);
        if let (Value::Object(object), true) = (&mut analysis, case_flow::is_reported(input)) {
            object.insert("cases".to_owned(), cases::flow(&case_flow::of(input, one)));
        }
        let search = input.searches.iter().find(|search| search.name == one.analysis.name);
        if let (Value::Object(object), Some(search)) = (&mut analysis, search) {
            object.insert("condition_search".to_owned(), systems::search(search));
        }
        if let (Value::Object(object), Some(panel)) = (&mut analysis, beside.panel) {
            object.insert("panel".to_owned(), panel::panel(panel, one.analysis.interpret));
        }
        let partition = input.partition(&one.analysis.name);
        if let (Value::Object(object), Some(partition)) = (&mut analysis, partition) {
            object.insert("partition".to_owned(), partition::about(partition));
            object.insert("partitions".to_owned(), Value::Null);
        }
        filled(analysis, |name| long((one, beside, partition), name))
    };
    let named = input.findings.iter().flat_map(|one| {
        let first = |found: &&SystemFindings| found.analyses.first() == Some(&one.analysis.name);
        let own = input.systems.iter().find(first);
        // An analysis with several outcomes, and that of their negations, stand before the analyses of each outcome.
        let search = |name: &str| input.searches.iter().find(|search| search.name == name);
        let joint = own.map(|found| (found.name.clone(), Part::Whole(systems::of(found, search(&found.name)))));
        joint.into_iter().chain([(one.analysis.name.clone(), part(one))])
    });
    Part::Entries(named.collect())
}

/// A long part of an analysis.
fn long<'a>(
    (findings, beside, partition): (&'a Findings, Beside<'a>, Option<&'a Partition>),
    name: &str,
) -> Option<Part<'a>> {
    match name {
        "partitions" => partition.map(partition::parts),
        "truth_table" => {
            let rows = findings.rows.iter().map(|row| Part::Whole(truth_table::row(findings, row)));
            Some(Part::List(Box::new(rows)))
        }
        "solutions" => Some(solution::all(findings, beside)),
        "path_memberships" => path_memberships::columns(findings),
        "case_selection" => case_selection::of_analysis(findings, beside.cases?),
        _ => None,
    }
}

/// The work limits, if the study sets them.
fn budget(budget: &Budget) -> Value {
    json!({
        "models": budget.models,
        "prime_implicants": budget.prime_implicants,
        "complement": budget.complement,
        "search": budget.search,
        "universes": budget.universes,
        "intervals": budget.intervals,
        "combinations": budget.combinations,
    })
}

fn analysis(findings: &Findings, cases: Option<&CasesToStudy>) -> Value {
    let mut object = json!({
        "outcome": findings.analysis.outcome.to_string(),
        "conditions": findings.analysis.conditions,
        "interpret": findings.analysis.interpret.name(),
        "frequency_cutoff": findings.frequency,
        "at_crossover": truth_table::at_crossover(findings),
        "in_no_row": ids(findings, &findings.in_no_row),
        "dropped": findings.dropped(),
        "necessity": findings.necessity.iter().map(|row| necessity(findings, row)).collect::<Vec<_>>(),
        "necessity_combinations": combinations(findings),
        "necessity_combinations_complete": findings.necessity_combinations.complete,
        "truth_table": Value::Null,
        "diversity": truth_table::diversity(findings),
        "without_variation": truth_table::without_variation(findings),
        "implications": implications::implications(findings),
        "solutions": Value::Null,
        "path_memberships": Value::Null,
        "counterfactuals": counterfactual::counterfactuals(findings),
        "expectations": reasons::expectations(findings),
    });
    if let Value::Object(object) = &mut object {
        object.extend(findings.weights.as_ref().map(|weights| {
            let about = json!({"column": weights.column, "effective_cases": weights.effective_cases()});
            ("weights".to_owned(), about)
        }));
        object.extend(core::cores(findings).map(|cores| ("core".to_owned(), cores)));
        let theory = findings.theory.as_ref().map(|evaluation| theory::theory(findings, evaluation));
        object.extend(theory.map(|theory| ("theory".to_owned(), theory)));
        object.extend(cases.map(|_| ("case_selection".to_owned(), Value::Null)));
    }
    object
}

fn necessity(findings: &Findings, row: &NecessityRow) -> Value {
    let fit = |fit: &NecessityFit| json!({"consistency": fit.consistency, "coverage": fit.coverage, "relevance": fit.relevance});
    let mut object = json!({"expression": row.expression});
    if let (Value::Object(object), Value::Object(own)) = (&mut object, fit(&row.fit)) {
        object.extend(own);
        object.extend(findings.weighted_necessity(row).map(|weighted| ("weighted".to_owned(), fit(&weighted))));
    }
    object
}

/// Combinations of two and more literals that reach the cutoffs.
fn combinations(findings: &Findings) -> Vec<Value> {
    let found = findings.necessity_combinations.found.iter();
    found
        .map(|combination| {
            json!({
                "expression": combination.expression,
                "consistency": combination.fit.consistency,
                "coverage": combination.fit.coverage,
                "relevance": combination.fit.relevance,
            })
        })
        .collect()
}

fn alternative(alternative: &AlternativeFindings) -> Value {
    let comparisons: Vec<Value> = alternative
        .comparisons
        .iter()
        .map(|comparison| {
            json!({
                "analysis": comparison.analysis,
                "solution": comparison.solution.name(),
                "verdict": verdict(&comparison.verdict),
                "model_count": comparison.model_count.to_string(),
                "models": comparison.models,
                "before": solution::fit(&comparison.before),
                "after": solution::fit(&comparison.after),
            })
        })
        .collect();
    json!({"id": alternative.id, "changes": alternative.changes, "comparisons": comparisons})
}

fn other_side(other: &OtherSide) -> Value {
    json!({
        "analysis": other.analysis,
        "at_crossover": other.policy.name(),
        "solution": other.solution.name(),
        "verdict": verdict(&other.verdict),
        "models": other.models,
        "model_count": other.model_count.to_string(),
        "before": solution::fit(&other.before),
        "after": solution::fit(&other.after),
    })
}

fn registered(registration: &Registration) -> Value {
    let deviation = |one: &Deviation| json!({"decision": one.decision, "registered": one.registered, "used": one.used});
    json!({
        "specifications": registration.specifications,
        "deviations": registration.deviations.iter().map(deviation).collect::<Vec<_>>(),
        "other_data": registration.other_data,
        "later_data": registration.later_data,
    })
}

fn rule(checked: &Checked, speaker: &Speaker) -> Value {
    json!({
        "rule": checked.rule,
        "verdict": checked.verdict.name(),
        "requires": checked.requires(speaker),
        "why": checked.why(speaker),
        "do": checked.remedy(speaker),
    })
}

fn verdict(verdict: &Verdict) -> Value {
    match verdict {
        Verdict::NotComparable(reason) => json!({"not_comparable": reason.to_string()}),
        other => json!(crate::words::verdict(other)),
    }
}

#[cfg(test)]
mod tests;
