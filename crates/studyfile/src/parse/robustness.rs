//! Parses robustness checks, except named alternatives.

use crate::fields::{Fields, choice, count, list, number, word};
use crate::grammar::{ABOVE_HALF, ANCHORS, ANY, Interval, MAP, MULTIVERSE, RANGES, SAMPLE, SPAN, UNIT, VARY};
use crate::problem::Problems;
use crate::tree::{Entry, Node, Value};
use equifinal_study::config::{
    Analysis, Anchor, AtCrossover, Design, Dimension, Expect, Multiverse, Robustness, SetSpec, SolutionType, Values,
};
use equifinal_study::names::{meant, quoted};

/// The context from the rest of the study.
struct Scope<'a> {
    sets: &'a [SetSpec],
    /// Every condition of every analysis.
    conditions: Vec<&'a str>,
    /// True if sets and analyses have no mistakes, so that an unknown name is a mistake here.
    sound: bool,
    problems: &'a Problems,
}

/// Maximum number of universes.
const MOST: u128 = 1_000_000_000_000;

/// Maximum number of points of a Sobol sequence: its direction numbers have 32 bits.
const SOBOL_POINTS: u64 = 1 << 32;

/// Maximum number of decisions in a Sobol sequence, by the known direction numbers.
const SOBOL_DIMENSIONS: usize = 21;

/// Maximum number of pairs of values in a map.
const MOST_OF_A_MAP: usize = 40_000;

/// Maximum number of values in a range.
const MOST_STEPS: f64 = 100_000.0;

/// Reads `robustness` without alternatives; names are looked up if sets and analyses are `sound`, and `universes` is
/// the limit of a run.
pub(super) fn read(
    fields: Option<&Fields<'_>>,
    (sets, analyses): (&[SetSpec], &[Analysis]),
    sound: bool,
    universes: u64,
) -> Robustness {
    let Some(fields) = fields else { return Robustness::default() };
    let problems = fields.problems;
    let conditions = analyses.iter().flat_map(|analysis| analysis.conditions.iter().map(String::as_str)).collect();
    let scope = &Scope { sets, conditions, sound, problems };
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
    let vary: Vec<Dimension> = anchors_of_sets(&fields, scope).into_iter().chain(cutoffs(&fields)).collect();
    let (found, tried) = (vary.len(), vary.iter().map(|one| one.values().unwrap_or_default()).product::<usize>());
    let blame = |message: String| {
        scope.problems.add(node.heading(), message);
        None
    };
    match <[Dimension; 2]>::try_from(vary) {
        Ok(_) if tried == 0 => blame("a range without `step` has no end of values: give a step".to_owned()),
        Ok(_) if tried > MOST_OF_A_MAP => blame(format!("{tried} pairs of values: a map has at most {MOST_OF_A_MAP}")),
        Ok(pair) => Some(pair),
        Err(_) => blame(format!("a map moves two decisions together, and this one names {found}")),
    }
}

/// Maps of distinct pairs of decisions, which name their files.
fn different<'a>(maps: impl Iterator<Item = (&'a Node, [Dimension; 2])>, problems: &Problems) -> Vec<[Dimension; 2]> {
    let mut all: Vec<[Dimension; 2]> = Vec::new();
    for (node, map) in maps {
        if all.iter().any(|other| map.iter().zip(other).all(|(one, twin)| one.moves_the_same_as(twin))) {
            problems.add(node.heading(), "an earlier map moves the same two decisions: join the values of both in one");
        }
        all.push(map);
    }
    all
}

fn multiverse(node: &Node, scope: &Scope<'_>, most: u64) -> Option<Multiverse> {
    let fields = Fields::open(node, &MULTIVERSE, scope.problems)?;
    let design = fields.get("sample").map_or(Some(Design::Factorial), |node| design(node, scope.problems));
    let before = scope.problems.count();
    let vary = vary(Fields::open(fields.get("vary")?, &VARY, scope.problems)?, scope);
    let design = design?;
    if vary.is_empty() && scope.problems.count() == before {
        fields.blame("vary", "nothing varies: name a decision and the values that it may have");
    }
    if matches!(design, Design::Sobol(_)) && vary.len() > SOBOL_DIMENSIONS {
        let message = format!(
            "{} decisions: a Sobol sequence has at most {SOBOL_DIMENSIONS}; draw a latin_hypercube",
            vary.len()
        );
        fields.blame("sample", message);
    }
    let first = vary.first().and_then(Dimension::values);
    if design == Design::List && vary.iter().any(|one| first.is_none() || one.values() != first) {
        let lengths = vary.iter().map(|one| one.values().map_or_else(|| "no end".to_owned(), |all| all.to_string()));
        let lengths = lengths.collect::<Vec<_>>().join(", ");
        fields.blame(
            "vary",
            format!("with `sample: list` every decision has as many values as every other, and these have {lengths}"),
        );
    }
    if design == Design::Factorial && vary.iter().any(|dimension| dimension.values().is_none()) {
        fields.blame("vary", "a range without `step` has no end of values: give a step, or a `sample`");
    }
    let swept = fields.truth("sweep").unwrap_or_default();
    check_size(&fields, &vary, design, if swept { None } else { Some(most) });
    Some(Multiverse { vary, design, swept })
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
        fields.blame(key, format!("more than {MOST} universes: vary less, or draw a smaller `sample`"));
    } else if let (Design::Sobol(size), true) = (design, size > u128::from(SOBOL_POINTS)) {
        let message = format!(
            "{size} points: a Sobol sequence repeats itself after {SOBOL_POINTS}; draw fewer, or a latin_hypercube"
        );
        fields.blame(key, message);
    } else if let Some(most) = most.filter(|most| size > u128::from(*most)) {
        let message = format!(
            "{size} universes are more than the {most} that a run goes through: draw a `sample`, raise `budget: \
             {{universes: {size}}}`, or say `sweep: true` and go through them with `equifinal sweep`"
        );
        fields.blame(key, message);
    }
}

fn design(node: &Node, problems: &Problems) -> Option<Design> {
    let wrong = || {
        problems.add(node.span.clone(), "`sample` is list, or one of latin_hypercube and sobol, such as {sobol: 1024}");
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

fn vary(fields: Fields<'_>, scope: &Scope<'_>) -> Vec<Dimension> {
    let mut all = anchors_of_sets(&fields, scope);
    all.extend(fields.get("drop_cases").map(|node| Dimension::DropCases(groups(node, "drop_cases", None, scope))));
    let dropped = fields.get("drop_conditions");
    let known = Some(scope.conditions.as_slice());
    all.extend(dropped.map(|node| Dimension::DropConditions(groups(node, "drop_conditions", known, scope))));
    all.extend(words(&fields, "at_crossover", policy).map(Dimension::AtCrossover));
    for entry in fields.named("expectations") {
        all.extend(expectation(entry, scope));
    }
    all.extend(words(&fields, "solution", solution).map(Dimension::Solution));
    all.extend(cutoffs(&fields));
    all
}

fn anchors_of_sets(fields: &Fields<'_>, scope: &Scope<'_>) -> Vec<Dimension> {
    fields.named("anchors").iter().flat_map(|entry| anchors(entry, scope)).collect()
}

fn cutoffs(fields: &Fields<'_>) -> impl Iterator<Item = Dimension> {
    let values = |name| fields.get(name).and_then(|node| numbers(node, name, UNIT, fields.problems));
    let frequency = fields.get("frequency").and_then(|node| counts(node, fields.problems)).map(Dimension::Frequency);
    let (pri, consistency) = (values("pri").map(Dimension::Pri), values("consistency").map(Dimension::Consistency));
    [frequency, pri, consistency].into_iter().flatten()
}

/// The list of words under `name`, converted by `meaning`.
fn words<T>(fields: &Fields<'_>, name: &'static str, meaning: fn(&Node, &Problems) -> Option<T>) -> Option<Vec<T>> {
    fields.get(name)?;
    Some(fields.list(name).iter().filter_map(|node| meaning(node, fields.problems)).collect())
}

fn policy(node: &Node, problems: &Problems) -> Option<AtCrossover> {
    Some(match choice(node, &["warn", "present", "absent", "drop"], "at_crossover", problems)? {
        "present" => AtCrossover::Present,
        "absent" => AtCrossover::Absent,
        "drop" => AtCrossover::Drop,
        _ => AtCrossover::Warn,
    })
}

fn solution(node: &Node, problems: &Problems) -> Option<SolutionType> {
    Some(match choice(node, &["conservative", "parsimonious", "intermediate"], "solution", problems)? {
        "conservative" => SolutionType::Conservative,
        "parsimonious" => SolutionType::Parsimonious,
        _ => SolutionType::Intermediate,
    })
}

fn expectation(entry: &Entry, scope: &Scope<'_>) -> Option<Dimension> {
    let name = entry.name().unwrap_or_default();
    if scope.sound && !scope.conditions.contains(&name) {
        let message = format!("{} is no condition{}", quoted(name), meant(name, scope.conditions.iter().copied()));
        scope.problems.add(entry.key.span.clone(), message);
    }
    let nodes = list(&entry.value, name, 1, scope.problems)?;
    let expect = |node| {
        Some(match choice(node, &["present", "absent", "any"], name, scope.problems)? {
            "present" => Expect::Present,
            "absent" => Expect::Absent,
            _ => Expect::Any,
        })
    };
    Some(Dimension::Expectation { condition: name.to_owned(), expect: nodes.iter().filter_map(expect).collect() })
}

/// Groups of names to leave out, each of one or several names.
fn groups(node: &Node, name: &str, known: Option<&[&str]>, scope: &Scope<'_>) -> Vec<Vec<String>> {
    let one = |node: &Node| {
        let found = word(node, name, scope.problems)?;
        if let Some(known) = known.filter(|known| scope.sound && !known.contains(&found)) {
            let message = format!("{} is no condition{}", quoted(found), meant(found, known.iter().copied()));
            scope.problems.add(node.span.clone(), message);
        }
        Some(found.to_owned())
    };
    let group = |node: &Node| match &node.value {
        Value::List(nodes) => nodes.iter().filter_map(one).collect(),
        _ => one(node).into_iter().collect(),
    };
    list(node, name, 1, scope.problems).unwrap_or_default().iter().map(group).collect()
}

fn anchors(entry: &Entry, scope: &Scope<'_>) -> Vec<Dimension> {
    let problems = scope.problems;
    let set = entry.name().unwrap_or_default();
    let spec = scope.sets.iter().find(|spec| spec.name == set);
    if scope.sound && spec.is_none() {
        let message = format!(
            "{} is none of the sets{}",
            quoted(set),
            meant(set, scope.sets.iter().map(|spec| spec.name.as_str()))
        );
        problems.add(entry.key.span.clone(), message);
    }
    let Some(fields) = Fields::open(&entry.value, &ANCHORS, problems) else { return Vec::new() };
    let mut all = Vec::new();
    for anchor in Anchor::ALL {
        let name = anchor.name();
        let Some(node) = fields.get(name) else { continue };
        if let Some(spec) = spec.filter(|spec| !anchor.moves_in(&spec.calibrate)) {
            let message = format!("`{}` has no anchor `{name}` that could be moved", spec.name);
            problems.add(node.span.clone(), message);
        }
        let values = numbers(node, name, ANY, problems);
        all.extend(values.map(|values| Dimension::Anchor { set: set.to_owned(), anchor, values }));
    }
    if let Some(node) = fields.get("idm") {
        if let Some(spec) = spec.filter(|spec| spec.calibrate.idm().is_none()) {
            let message = format!("`{}` has no `idm`: only a logistic shape depends on it", spec.name);
            problems.add(node.span.clone(), message);
        }
        let values = numbers(node, "idm", ABOVE_HALF, problems);
        all.extend(values.map(|values| Dimension::Idm { set: set.to_owned(), values }));
    }
    all
}

fn numbers(node: &Node, name: &str, interval: Interval, problems: &Problems) -> Option<Values> {
    if matches!(node.value, Value::Map(_)) {
        return span(node, interval, problems);
    }
    let nodes = list(node, name, 1, problems)?;
    let values: Vec<f64> = nodes.iter().filter_map(|node| number(node, interval, name, problems)).collect();
    (!values.is_empty()).then_some(Values::List(values))
}

fn span(node: &Node, interval: Interval, problems: &Problems) -> Option<Values> {
    let fields = Fields::open(node, &SPAN, problems)?;
    let end = |name| number(fields.get(name)?, interval, name, problems);
    let (from, to) = (end("from"), end("to"));
    let (from, to) = (from?, to?);
    if from > to {
        problems.add(node.span.clone(), format!("the range runs from {from} down to {to}: write the lower one first"));
        return None;
    }
    if fields.get("step").is_none() {
        return Some(Values::Between { from, to });
    }
    let step = fields.number("step")?;
    let steps = (to - from) / step;
    if step <= 0.0 || steps > MOST_STEPS {
        let message = format!("`step` is {step}: a number above 0 that leaves at most {MOST_STEPS} values");
        fields.blame("step", message);
        return None;
    }
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "bounded above")]
    let last = libm::floor(steps + 1e-9) as u32;
    // Sums of steps such as 0.01 keep their decimals.
    let rounded = |value: f64| libm::round(value * 1e12) / 1e12;
    Some(Values::List((0..=last).map(|i| rounded(from + f64::from(i) * step)).collect()))
}

fn counts(node: &Node, problems: &Problems) -> Option<Vec<usize>> {
    if let Value::Map(_) = node.value {
        let Values::List(values) = span(node, ANY, problems)? else {
            problems.add(node.span.clone(), "frequencies are whole numbers: give the range `step: 1`");
            return None;
        };
        let whole = values.iter().all(|value| value.fract() == 0.0 && *value >= 1.0);
        if !whole {
            problems.add(node.span.clone(), "frequencies are whole numbers from 1 upwards");
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "whole numbers from 1")]
        return whole.then(|| values.iter().map(|value| *value as usize).collect());
    }
    let nodes = list(node, "frequency", 1, problems)?;
    Some(nodes.iter().filter_map(|node| usize::try_from(count(node, 1, "frequency", problems)?).ok()).collect())
}
