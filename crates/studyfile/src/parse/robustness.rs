//! Parses robustness checks, except named alternatives.

use super::decisions::{numbers, vary};
use super::varied::Scope;
use crate::fields::{Fields, count};
use crate::grammar::{MAP, MULTIVERSE, RANGES, SAMPLE, VARY};
use crate::problem::Problems;
use crate::tree::{Node, Value};
use equifinal_study::config::enters::Readable;
use equifinal_study::config::{Design, Dimension, Multiverse, NumericDecision, Robustness};
use equifinal_study::message::Message;
use equifinal_study::say;

/// Maximum number of universes.
const MOST: u128 = 1_000_000_000_000;

/// Maximum number of points of a Sobol sequence: its direction numbers have 32 bits.
const SOBOL_POINTS: u64 = 1 << 32;

/// Maximum number of decisions in a Sobol sequence, by the known direction numbers.
const SOBOL_DIMENSIONS: usize = 21;

/// Maximum number of pairs of values in a map.
const MOST_OF_A_MAP: usize = 40_000;

/// Reads `robustness` without alternatives; names are looked up if sets and analyses are `sound`, and `universes` is
/// the limit of a run.
pub(super) fn read(fields: Option<&Fields<'_>>, study: Readable<'_>, sound: bool, universes: u64) -> Robustness {
    let Some(fields) = fields else { return Robustness::default() };
    let problems = fields.problems;
    let (sets, nca, chains) = (study.sets, study.nca, study.chains);
    let conditions =
        study.analyses.iter().flat_map(|analysis| analysis.conditions.iter().map(String::as_str)).collect();
    let scope = &Scope { sets: sets.iter().collect(), conditions, nca, chains, sound, problems };
    let ranges = fields.get("ranges").and_then(|node| Fields::open(node, &RANGES, problems));
    let maps = ranges.as_ref().map_or_else(Vec::new, |ranges| ranges.list("maps").to_vec());
    Robustness {
        seed: fields.get("seed").and_then(|node| count(node, 0, "seed", problems)).unwrap_or_default(),
        ranges: ranges.is_some(),
        maps: different(maps.iter().filter_map(|node| Some((node, map(node, scope)?))), problems),
        multiverse: fields.get("multiverse").and_then(|node| multiverse(node, scope, universes)),
        resample: fields.get("resample").and_then(|node| super::resample::read(node, sets, sound, problems)),
    }
}

/// Two numbers and the values at which they are evaluated.
fn map(node: &Node, scope: &Scope<'_>) -> Option<[Dimension; 2]> {
    let fields = Fields::open(node, &MAP, scope.problems)?;
    let vary = whole_frequencies(numbers(&fields, scope), &fields);
    let (found, tried) = (vary.len(), vary.iter().map(|one| one.values().unwrap_or_default()).product::<usize>());
    let blame = |message: Message| {
        scope.problems.add(node.heading(), message);
        None
    };
    match <[Dimension; 2]>::try_from(vary) {
        Ok(_) if tried == 0 => blame(say!("range-endless")),
        Ok(_) if tried > MOST_OF_A_MAP => blame(say!("map-too-large", tried, most = MOST_OF_A_MAP)),
        Ok(pair) => Some(pair),
        Err(_) => blame(say!("map-two", found)),
    }
}

/// Maps of distinct pairs of decisions, which name their files.
fn different<'a>(maps: impl Iterator<Item = (&'a Node, [Dimension; 2])>, problems: &Problems) -> Vec<[Dimension; 2]> {
    let mut all: Vec<[Dimension; 2]> = Vec::new();
    for (node, map) in maps {
        if all.iter().any(|other| map.iter().zip(other).all(|(one, twin)| one.varies_the_same_as(twin))) {
            problems.add(node.heading(), say!("map-again"));
        }
        all.push(map);
    }
    all
}

fn multiverse(node: &Node, scope: &Scope<'_>, most: u64) -> Option<Multiverse> {
    let fields = Fields::open(node, &MULTIVERSE, scope.problems)?;
    let design = fields.get("sample").map_or(Some(Design::Factorial), |node| design(node, scope.problems));
    let before = scope.problems.count();
    let varied = Fields::open(fields.get("vary")?, &VARY, scope.problems)?;
    let vary = whole_frequencies(vary(&varied, scope), &varied);
    let design = design?;
    if vary.is_empty() && scope.problems.count() == before {
        fields.blame("vary", say!("nothing-varies"));
    }
    if matches!(design, Design::Sobol(_)) && vary.len() > SOBOL_DIMENSIONS {
        let message = say!("sobol-dimensions", vary = vary.len(), most = SOBOL_DIMENSIONS);
        fields.blame("sample", message);
    }
    let first = vary.first().and_then(Dimension::values);
    if design == Design::List && vary.iter().any(|one| first.is_none() || one.values() != first) {
        let lengths = vary
            .iter()
            .map(|one| one.values().map_or_else(|| say!("no-end"), |all| Message::verbatim(all.to_string())));
        let lengths = Message::list(lengths);
        fields.blame("vary", say!("list-lengths", lengths));
    }
    if design == Design::Factorial && vary.iter().any(|dimension| dimension.values().is_none()) {
        fields.blame("vary", say!("range-endless-sample"));
    }
    let swept = fields.truth("sweep").unwrap_or_default();
    check_size(&fields, &vary, design, if swept { None } else { Some(most) });
    Some(Multiverse { vary, design, swept })
}

/// Refuses a range of frequencies without `step`: only integers are cutoffs.
fn whole_frequencies(vary: Vec<Dimension>, fields: &Fields<'_>) -> Vec<Dimension> {
    let is_range = |one: &Dimension| matches!(one, Dimension::Between { number: NumericDecision::Frequency, .. });
    if vary.iter().any(is_range) {
        fields.blame("frequency", say!("frequency-step"));
    }
    vary.into_iter().filter(|one| !is_range(one)).collect()
}

/// Refuses more universes than a run evaluates, or, for sweeps, than can be numbered.
fn check_size(fields: &Fields<'_>, vary: &[Dimension], design: Design, most: Option<u64>) {
    let (key, size) = match design {
        Design::Factorial => {
            let mut values = vary.iter().filter_map(Dimension::values);
            ("vary", values.try_fold(1_u128, |all, one| all.checked_mul(one as u128)).unwrap_or(u128::MAX))
        }
        Design::List => ("vary", vary.first().and_then(Dimension::values).unwrap_or_default() as u128),
        Design::LatinHypercube(size) | Design::Sobol(size) => ("sample", u128::from(size)),
    };
    if size > MOST {
        fields.blame(key, say!("too-many-universes", most = MOST.to_string()));
    } else if let (Design::Sobol(size), true) = (design, size > u128::from(SOBOL_POINTS)) {
        let message = say!("sobol-repeats", size, most = SOBOL_POINTS);
        fields.blame(key, message);
    } else if let Some(most) = most.filter(|most| size > u128::from(*most)) {
        let message = say!("universes-over-budget", size = size.to_string(), most);
        fields.blame(key, message);
    }
}

fn design(node: &Node, problems: &Problems) -> Option<Design> {
    let wrong = || {
        problems.add(node.span.clone(), say!("sample-what"));
        None
    };
    match &node.value {
        Value::Text(text) if text == "list" => return Some(Design::List),
        Value::Map(_) => {}
        _ => return wrong(),
    }
    let fields = Fields::open(node, &SAMPLE, problems)?;
    let size = |name| fields.get(name).and_then(|node| count(node, 1, name, problems));
    match (fields.get("latin_hypercube"), fields.get("sobol")) {
        (Some(_), None) => size("latin_hypercube").map(Design::LatinHypercube),
        (None, Some(_)) => size("sobol").map(Design::Sobol),
        _ => wrong(),
    }
}
