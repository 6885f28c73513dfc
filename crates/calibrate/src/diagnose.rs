//! Calibration diagnostics: concerns about the calibrated sets of a study.

use std::collections::BTreeSet;

use equifinal_study::config::{Anchors, Calibration, ReasonSource, SetSpec, Slope, Study};
use equifinal_study::crossover::{is_in, is_out};
use equifinal_study::diagnosis::{Concern, Diagnosis};
use equifinal_study::exact::Sum;
use equifinal_study::memberships::Set;
use equifinal_study::missing::{are_same, is_missing, known};
use equifinal_study::natural;
use equifinal_study::table::CaseTable;
use rayon::prelude::*;

use crate::calibrate::Calibrated;
use crate::{beyond, percentile, thresholds, total};

/// Shares of members outside which a set is called skewed (Oana, Schneider & Thomann 2021, ch. 2).
const SKEWED: (f64, f64) = (0.2, 0.8);
const PILED_UP: f64 = 0.85;
const LITTLE_SPREAD: f64 = 0.15;
const NEAR: f64 = 0.05;
const CORRELATED: f64 = 0.8;

/// Percentiles commonly used as anchors.
const USUAL: [[f64; 3]; 4] = [[5.0, 50.0, 95.0], [10.0, 50.0, 90.0], [25.0, 50.0, 75.0], [0.0, 50.0, 100.0]];

/// Minimum length of a meaningful reason; a letter outside ASCII counts as three, since it may be a word.
const SHORT: usize = 12;

/// The diagnostics of the sets of `study`, calibrated on `table`.
pub fn diagnose(study: &Study, table: &CaseTable, calibrated: &Calibrated) -> Diagnosis {
    let mut diagnosis = Diagnosis { concerns: total::check(study, table), ..Diagnosis::default() };
    let of_sets: Vec<Diagnosis> = study.sets.par_iter().map(|spec| of_set(spec, table, calibrated)).collect();
    for one in of_sets {
        diagnosis.concerns.extend(one.concerns);
        diagnosis.thresholds.extend(one.thresholds);
    }
    let mut seen = BTreeSet::new();
    for analysis in &study.analyses {
        let conditions: Vec<&Set> =
            analysis.conditions.iter().filter_map(|name| calibrated.memberships.set(name)).collect();
        for (i, first) in conditions.iter().enumerate() {
            for second in conditions.iter().skip(i + 1) {
                if seen.insert((first.name.as_str(), second.name.as_str())) {
                    diagnosis.concerns.extend(pair(first, second));
                }
            }
        }
    }
    diagnosis
}

/// The diagnostics of one set.
fn of_set(spec: &SetSpec, table: &CaseTable, calibrated: &Calibrated) -> Diagnosis {
    let raw = raw(table, spec);
    let raw = raw.as_deref();
    let mut concerns = Vec::new();
    if let Some(set) = calibrated.memberships.set(&spec.name) {
        concerns.extend(constant(set).map_or_else(|| distribution(set), |constant| vec![constant]));
        concerns.extend(near_crossover(set, &calibrated.memberships.cases));
    }
    concerns.extend(raw.and_then(|raw| beyond::check(spec, raw)));
    concerns.extend(falls_unsaid(spec));
    concerns.extend(follows_sample(spec, raw));
    concerns.extend(reason(spec));
    Diagnosis { concerns, thresholds: raw.and_then(|raw| thresholds::check(spec, raw)).into_iter().collect() }
}

/// The raw values of a set, if they are numbers, of the cases that have one.
fn raw(table: &CaseTable, spec: &SetSpec) -> Option<Vec<f64>> {
    if matches!(spec.calibrate, Calibration::Recode(_) | Calibration::Temporal | Calibration::Composite { .. }) {
        return None;
    }
    Some(known(&table.numbers(spec)?).collect())
}

/// A concern if several cases all have one value.
fn constant(set: &Set) -> Option<Concern> {
    let mut others = set.known();
    let value = others.next()?;
    let mut others = others.peekable();
    let same = others.peek().is_some() && others.all(|other| other.total_cmp(&value).is_eq());
    same.then(|| Concern::Constant { set: set.name.clone(), value })
}

#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
fn distribution(set: &Set) -> Vec<Concern> {
    if !set.kind.has_degrees() {
        return one_level(set, set.kind.levels());
    }
    let mut concerns = Vec::new();
    let name = || set.name.clone();
    let values: Vec<f64> = set.known().collect();
    let count = values.len() as f64;
    let share = |holds: fn(f64) -> bool| values.iter().filter(|value| holds(**value)).count() as f64 / count;
    let (inside, outside) = (share(is_in), share(is_out));
    if count > 0.0 && !(SKEWED.0..=SKEWED.1).contains(&inside) {
        concerns.push(Concern::Skewed { set: name(), share_in: inside });
    }
    for (share, inside) in [(inside, true), (outside, false)] {
        if share > PILED_UP {
            concerns.push(Concern::PiledUp { set: name(), share, inside });
        }
    }
    if let Some(sd) = moments(&values, &values).map(|products| libm::sqrt(products / (count - 1.0)))
        && sd < LITTLE_SPREAD
    {
        concerns.push(Concern::LittleSpread { set: name(), sd });
    }
    concerns
}

/// A concern about cases that a small shift of the crossover would move across it.
fn near_crossover(set: &Set, cases: &[String]) -> Option<Concern> {
    let near = set.values.iter().zip(cases).filter(|(value, _)| (**value - 0.5).abs() <= NEAR);
    let mut near: Vec<String> = near.map(|(_, case)| case.clone()).collect();
    near.sort_unstable_by(|a, b| natural::compare(a, b));
    let shown = set.kind.has_degrees() && !near.is_empty();
    shown.then(|| Concern::NearCrossover { set: set.name.clone(), cases: near })
}

/// A concern about a level that nearly all cases have.
#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
fn one_level(set: &Set, levels: usize) -> Vec<Concern> {
    let values: Vec<f64> = set.known().collect();
    let degree = |case: usize, level: usize| set.kind.degree(values.get(case).copied().unwrap_or_default(), level);
    let share = |level| Sum::over(values.len(), |case| degree(case, level)).value() / values.len() as f64;
    let levels = (0..levels).map(|level| (level, share(level))).filter(|(_, share)| *share > PILED_UP);
    levels.map(|(level, share)| Concern::OneLevel { set: set.name.clone(), level, share }).collect()
}

/// A concern about falling anchors that the study does not declare.
fn falls_unsaid(spec: &SetSpec) -> Option<Concern> {
    let anchors = spec.calibrate.anchors()?;
    let falls = spec.calibrate.slope() == Some(Slope::Falling) && spec.slope.is_none();
    falls.then(|| Concern::FallsUnsaid { set: spec.name.clone(), anchors: [anchors.exclusion, anchors.inclusion] })
}

/// A concern about anchors at sample percentiles that are justified by another reason.
fn follows_sample(spec: &SetSpec, raw: Option<&[f64]>) -> Option<Concern> {
    if spec.because.as_ref().is_some_and(|reason| reason.source == Some(ReasonSource::Sample)) {
        return None;
    }
    let raw = raw.filter(|raw| !raw.is_empty())?;
    let percentiles = match &spec.calibrate {
        Calibration::Percentiles { anchors, .. } => [anchors.exclusion, anchors.crossover, anchors.inclusion],
        Calibration::Direct { anchors, .. } => {
            let [low, middle, high] = *USUAL.iter().find(|usual| stands_at(*anchors, raw, **usual))?;
            if anchors.exclusion < anchors.inclusion { [low, middle, high] } else { [high, middle, low] }
        }
        _ => return None,
    };
    Some(Concern::AnchorsFollowSample { set: spec.name.clone(), percentiles })
}

/// True if the anchors equal these percentiles to five digits.
fn stands_at(anchors: Anchors, raw: &[f64], [low, middle, high]: [f64; 3]) -> bool {
    let found = percentile::anchors(raw, Anchors { exclusion: low, crossover: middle, inclusion: high });
    let (bottom, top) = (anchors.exclusion.min(anchors.inclusion), anchors.exclusion.max(anchors.inclusion));
    let same = |a: f64, b: f64| (a - b).abs() <= 1e-5 * a.abs().max(b.abs());
    same(bottom, found.exclusion) && same(anchors.crossover, found.crossover) && same(top, found.inclusion)
}

/// A concern about a missing or short reason; given columns and composites have no anchors to justify.
fn reason(spec: &SetSpec) -> Option<Concern> {
    if matches!(spec.calibrate, Calibration::Given(_) | Calibration::Temporal | Calibration::Composite { .. }) {
        return None;
    }
    let set = spec.name.clone();
    let Some(reason) = &spec.because else { return Some(Concern::NoReason { set }) };
    let length = |text: &String| text.chars().map(|letter| if letter.is_ascii() { 1 } else { 3 }).sum::<usize>();
    let longest = reason.text.plain.iter().chain(reason.text.by_language.values()).map(length).max();
    (longest.unwrap_or_default() < SHORT).then_some(Concern::ShortReason { set })
}

fn pair(first: &Set, second: &Set) -> Option<Concern> {
    let names = (first.name.clone(), second.name.clone());
    if first.kind == second.kind && are_same(&first.values, &second.values) {
        return Some(Concern::Identical { first: names.0, second: names.1 });
    }
    if !first.kind.has_degrees() || !second.kind.has_degrees() {
        return None;
    }
    let both = first.values.iter().zip(&second.values).filter(|(a, b)| !is_missing(**a) && !is_missing(**b));
    let (a, b): (Vec<f64>, Vec<f64>) = both.unzip();
    let (a, b) = (&a, &b);
    let scale = libm::sqrt(moments(a, a)? * moments(b, b)?);
    let r = moments(a, b)? / scale;
    (r.abs() > CORRELATED).then_some(Concern::Correlated { first: names.0, second: names.1, r })
}

/// The sum of products of deviations from both means, independent of the order of cases; `None` for a single case.
#[expect(clippy::cast_precision_loss, reason = "counts of cases are far below 2^52")]
fn moments(a: &[f64], b: &[f64]) -> Option<f64> {
    if a.len() < 2 {
        return None;
    }
    let count = a.len() as f64;
    let (mean_a, mean_b) = (Sum::of(a).value() / count, Sum::of(b).value() / count);
    // A product of deviations lies in [-1, 1]: halved and moved up it is summed like a membership.
    let halves = Sum::over(a.len(), |case| 0.5 + (a[case] - mean_a) * (b[case] - mean_b) / 2.0);
    Some(2.0 * halves.value() - count)
}
