//! Surveys and their measurement, for machines.

use equifinal_measure::cfa::Cfa;
use equifinal_measure::descriptives::Description;
use equifinal_measure::{Averaged, Exploration, Measurement, ScaleItem, Validity};
use equifinal_study::screening::{Action, CannotJudge, StepResult};
use serde_json::{Map, Value, json};

use crate::input::Input;

/// The surveys by the names of their tables.
pub(super) fn measurements(input: &Input<'_>) -> Value {
    let surveys = input.study.surveys.iter().zip(&input.evidence.measurements);
    surveys.map(|(survey, found)| (survey.table.clone(), measurement(found))).collect::<Map<_, _>>().into()
}

/// The screening, the reliability of each construct, and the validity of all of them.
fn measurement(found: &Measurement) -> Value {
    let (screening, validity) = (&found.screening, &found.validity);
    let names = found.scores.iter().map(|scores| scores.construct.clone());
    let constructs: Map<String, Value> = names.enumerate().map(|(at, name)| (name, construct(found, at))).collect();
    let fit = validity.model.as_ref().ok().map(|model| model.fit);
    let bartlett = validity.adequacy.as_ref().ok().map(|found| found.bartlett);
    json!({
        "sent": screening.sent,
        "returned": screening.returned,
        "valid": screening.valid,
        "valid_rate": screening.valid_rate(),
        "screening": screening.steps.iter().map(step).collect::<Vec<_>>(),
        "constructs": constructs,
        "complete": validity.complete,
        "kmo": validity.adequacy.as_ref().ok().map(|found| found.kmo),
        "bartlett": bartlett.map(|test| test.chi_square),
        "bartlett_df": bartlett.map(|test| test.df),
        "bartlett_p": bartlett.map(|test| test.p),
        "harman": validity.harman.as_ref().ok(),
        "chi_square": fit.map(|fit| fit.test.chi_square),
        "df": fit.map(|fit| fit.test.df),
        "p": fit.map(|fit| fit.test.p),
        "cfi": fit.map(|fit| fit.cfi),
        "tli": fit.and_then(|fit| fit.tli),
        "rmsea": fit.and_then(|fit| fit.rmsea).map(|rmsea| rmsea.value),
        "rmsea_interval": fit.and_then(|fit| fit.rmsea).map(|rmsea| [rmsea.interval.0, rmsea.interval.1]),
        "srmr": fit.map(|fit| fit.srmr),
        "correlations": validity.model.as_ref().ok().map(correlations),
        "htmt": validity.htmt,
        "exploration": validity.exploration.as_ref().ok().map(exploration),
    })
}

fn step(result: &StepResult) -> Value {
    json!({
        "rule": result.step.rule.name(),
        "action": if result.step.action == Action::Drop { "drop" } else { "flag" },
        "limit": result.limit,
        "entered": result.entered,
        "found": result.found,
        "unjudged": result.unjudged,
        "cannot_judge": result.cannot_judge.map(cannot_judge),
        "constant_items": result.constant_items,
    })
}

fn cannot_judge(why: CannotJudge) -> Value {
    let (found, needed) = why.counts().unzip();
    json!({"reason": why.name(), "found": found, "needed": needed})
}

fn construct(found: &Measurement, at: usize) -> Value {
    let reliability = found.scores.get(at).and_then(|scores| scores.reliability);
    let (scale, convergence) = (found.scales.get(at), found.validity.convergence.get(at));
    // Items are counted through all constructs in the order of the model.
    let first: usize = found.scales.iter().take(at).map(|scale| scale.items.len()).sum();
    let items = scale.map_or(&[][..], |scale| &scale.items).iter().enumerate();
    json!({
        "alpha": reliability.map(|found| found.alpha),
        "alpha_interval": reliability.map(|found| [found.alpha_interval.0, found.alpha_interval.1]),
        "omega": reliability.and_then(|found| found.omega),
        "split_half": scale.and_then(|scale| scale.split_half),
        "composite_reliability": convergence.map(|found| found.composite_reliability),
        "ave": convergence.map(|found| found.ave),
        "largest_correlation": convergence.and_then(|found| found.largest_correlation),
        "scores": scale.and_then(|scale| scale.scores.as_ref()).map(description),
        "items": items.map(|(place, one)| item(one, &found.validity, first + place)).collect::<Vec<_>>(),
        "averaged": scale.and_then(|scale| scale.averaged.as_ref()).map(averaged),
    })
}

/// Means over respondents; without intraclass correlations, the reason.
fn averaged(found: &Averaged) -> Value {
    let cases = found
        .cases
        .iter()
        .map(|one| json!({"case": one.case, "people": one.people, "mean": one.mean, "rwg": one.agreement}));
    json!({
        "by": found.by,
        "unplaced": found.unplaced,
        "icc1": found.icc.ok().map(|icc| icc.icc1),
        "icc2": found.icc.ok().map(|icc| icc.icc2),
        "f": found.icc.ok().map(|icc| icc.f),
        "group_size": found.icc.ok().map(|icc| icc.group_size),
        "undefined": found.icc.err().map(|why| why.to_string()),
        "cases": cases.collect::<Vec<_>>(),
    })
}

fn item(item: &ScaleItem, validity: &Validity, place: usize) -> Value {
    let loading = validity.model.as_ref().ok().and_then(|model| model.loadings.get(place));
    let adequacy = validity.adequacy.as_ref().ok().and_then(|found| found.kmo_items.get(place));
    json!({
        "item": item.name,
        "reversed": item.reversed,
        "answers": item.answers.as_ref().map(description),
        "corrected_correlation": item.total.and_then(|total| total.corrected_correlation),
        "alpha_if_deleted": item.total.and_then(|total| total.alpha_if_deleted),
        "loading": loading,
        "adequacy": adequacy,
    })
}

fn description(found: &Description) -> Value {
    json!({
        "n": found.n,
        "mean": found.mean,
        "sd": found.sd,
        "min": found.min,
        "max": found.max,
        "skewness": found.skewness,
        "kurtosis": found.kurtosis,
    })
}

fn correlations(model: &Cfa) -> Vec<Vec<f64>> {
    model.correlations.row_iter().map(|row| row.iter().copied().collect()).collect()
}

fn exploration(found: &Exploration) -> Value {
    let loadings: Vec<Vec<f64>> = found.loadings.matrix.row_iter().map(|row| row.iter().copied().collect()).collect();
    json!({
        "eigenvalues": found.parallel.found,
        "by_chance": found.parallel.by_chance,
        "factors": found.parallel.factors,
        "extraction": found.plan.extraction.name(),
        "rotation": found.plan.rotation.name(),
        "loadings": loadings,
        "communalities": found.communalities,
        "correlations": found.correlations,
        "shares": found.shares,
    })
}
