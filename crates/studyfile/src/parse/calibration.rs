//! Parses calibrations: one method per set, with ordered anchors.

use super::formula::literal;
use crate::fields::{Fields, list, map, number};
use crate::grammar::{ANY, CALIBRATE, CRISP, DIRECT, ECDF, INDIRECT, LEVELS, PERCENTILES, TARGET_WORD, TFR, UNIT};
use crate::problem::Problems;
use crate::tree::{Entry, Node, Value};
use equifinal_study::config::{Anchors, Basis, Calibration, Combination, DEFAULT_IDM, Direction, Given, Shape, Target};
use equifinal_study::expression::Literal;
use equifinal_study::names::listed;
use equifinal_study::say;

/// The target of the current set.
#[derive(Debug, Clone, Copy)]
pub(super) enum Against<'a> {
    /// The set names no target.
    Nothing,
    /// The set names an unusable target, already recorded.
    Unusable,
    /// The set names this target.
    Target(&'a Target),
}

/// Reads `calibrate`.
pub(super) fn read(node: &Node, against: Against<'_>, problems: &Problems) -> Option<Calibration> {
    let ways = listed(&CALIBRATE.all().map(|key| key.name()).collect::<Vec<_>>());
    if let Some(anchors) = three_anchors(node) {
        problems.add(node.span.clone(), say!("calibrate-anchors", anchors));
        return None;
    }
    if let Some(anchors) = of_function(node) {
        problems.add(node.span.clone(), say!("calibrate-function", anchors));
        return None;
    }
    if node.entries().is_empty() {
        problems.add(node.span.clone(), say!("calibrate-none", found = node.found(), ways));
        return None;
    }
    let fields = Fields::open(node, &CALIBRATE, problems)?;
    let [entry] = node.entries() else {
        problems.add(node.span.clone(), say!("calibrate-several", entries = node.entries().len(), ways));
        return None;
    };
    let value = &entry.value;
    match entry.name()? {
        "given" => fields.choice("given").map(|given| {
            Calibration::Given(match given {
                "fuzzy" => Given::Fuzzy,
                "crisp" => Given::Crisp,
                _ => Given::MultiValue,
            })
        }),
        "crisp" => crisp(value, against, problems),
        "levels" => {
            let fields = Fields::open(value, &LEVELS, problems)?;
            Some(Calibration::Levels { thresholds: thresholds(&fields)? })
        }
        "direct" => direct(value, against, problems),
        "percentiles" => percentiles(value, problems),
        "ecdf" => ecdf(value, problems),
        "indirect" => indirect(value, problems),
        "tfr" => tfr(value, problems),
        "recode" => recode(value, problems),
        "all_of" => composite(Combination::All, value, "all_of", problems),
        "any_of" => composite(Combination::Any, value, "any_of", problems),
        "mean_of" => composite(Combination::Mean, value, "mean_of", problems),
        _ => None,
    }
}

/// A number, or the value of the set's target.
fn number_or_target(node: &Node, name: &str, against: Against<'_>, problems: &Problems) -> Option<f64> {
    if node.scalar() != Some(TARGET_WORD) {
        return number(node, ANY, name, problems);
    }
    match against {
        Against::Target(target) => Some(target.value),
        Against::Unusable => None,
        Against::Nothing => {
            let message = say!("no-target", name);
            problems.add(node.span.clone(), message);
            None
        }
    }
}

fn crisp(node: &Node, against: Against<'_>, problems: &Problems) -> Option<Calibration> {
    let fields = Fields::open(node, &CRISP, problems)?;
    let node = fields.get("threshold")?;
    let threshold = number_or_target(node, "threshold", against, problems)?;
    if let Against::Target(Target { direction: Direction::AtMost, .. }) = against
        && node.scalar() == Some(TARGET_WORD)
    {
        fields.blame("threshold", say!("target-below-crisp"));
        return None;
    }
    Some(Calibration::Crisp { threshold })
}

fn thresholds(fields: &Fields<'_>) -> Option<Vec<f64>> {
    let nodes = list(fields.get("thresholds")?, "thresholds", 1, fields.problems)?;
    let thresholds: Vec<f64> =
        nodes.iter().filter_map(|node| number(node, ANY, "thresholds", fields.problems)).collect();
    if thresholds.len() < nodes.len() {
        return None;
    }
    for (node, pair) in nodes.iter().skip(1).zip(thresholds.windows(2)) {
        if let &[before, here] = pair
            && before >= here
        {
            let message = say!("thresholds-rise", here, before);
            fields.problems.add(node.span.clone(), message);
            return None;
        }
    }
    Some(thresholds)
}

/// One anchor, or the two of a bell.
enum Anchor {
    One(f64),
    Two([f64; 2]),
}

/// Three anchors in a list, as in R and fs/QCA, written as `direct` takes them; `None` for anything else.
fn three_anchors(node: &Node) -> Option<String> {
    let [first, crossover, last] = node.items() else { return None };
    let value = |node: &Node| if let Value::Number(value, _) = node.value { Some(value) } else { None };
    let [first, crossover, last] = [value(first)?, value(crossover)?, value(last)?];
    let anchors = format!("{{exclusion: {first}, crossover: {crossover}, inclusion: {last}}}");
    let is_ordered = (first < crossover && crossover < last) || (first > crossover && crossover > last);
    is_ordered.then_some(anchors)
}

/// The three anchors of `calibrate(x, n1, n2, n3)` of fs/QCA, which begins with full membership, written as a
/// calibration; `None` for anything else.
fn of_function(node: &Node) -> Option<String> {
    let arguments = node.scalar()?.trim().strip_prefix("calibrate(")?.strip_suffix(')')?;
    let numbers: Vec<f64> = arguments.split(',').skip(1).map_while(|number| number.trim().parse().ok()).collect();
    let [inclusion, crossover, exclusion] = numbers.as_slice() else { return None };
    Some(format!("{{direct: {{exclusion: {exclusion}, crossover: {crossover}, inclusion: {inclusion}}}}}"))
}

fn direct(node: &Node, against: Against<'_>, problems: &Problems) -> Option<Calibration> {
    if let Some(anchors) = three_anchors(node) {
        problems.add(node.span.clone(), say!("direct-anchors", anchors));
        return None;
    }
    let fields = Fields::open(node, &DIRECT, problems)?;
    let anchor = |name: &str| {
        let node = fields.get(name)?;
        if !matches!(node.value, Value::List(_)) {
            return number_or_target(node, name, against, problems).map(Anchor::One);
        }
        let values: Vec<Option<f64>> =
            node.items().iter().map(|item| number_or_target(item, name, against, problems)).collect();
        let [low, high] = values.as_slice() else {
            let message = say!("anchor-values", name, values = values.len());
            problems.add(node.span.clone(), message);
            return None;
        };
        Some(Anchor::Two([(*low)?, (*high)?]))
    };
    let (exclusion, crossover, inclusion) = (anchor("exclusion"), anchor("crossover"), anchor("inclusion"));
    match (exclusion?, crossover?, inclusion?) {
        (Anchor::One(exclusion), Anchor::One(crossover), Anchor::One(inclusion)) => {
            let anchors = in_order(&fields, Anchors { exclusion, crossover, inclusion })?;
            let (shape, idm) = curve(&fields, Shape::Logistic)?;
            check_direction(&fields, anchors, against)?;
            Some(Calibration::Direct { anchors, idm, shape })
        }
        (Anchor::Two(exclusion), Anchor::Two(crossover), Anchor::Two(inclusion)) => {
            let side = |i: usize| {
                let at = |pair: [f64; 2]| if i == 0 { pair[0] } else { pair[1] };
                Anchors { exclusion: at(exclusion), crossover: at(crossover), inclusion: at(inclusion) }
            };
            // R `QCA` has no logistic bell, so that a logistic one is asked for by name.
            let (shape, idm) = curve(&fields, Shape::Linear)?;
            let (low, high) = bell(&fields, side(0), side(1))?;
            Some(Calibration::Bell { low, high, idm, shape })
        }
        _ => {
            let message = say!("anchors-mixed");
            problems.add(node.heading(), message);
            None
        }
    }
}

/// Both sides of a bell: the inner anchors are both in or both out, and the sides do not overlap.
fn bell(fields: &Fields<'_>, low: Anchors, high: Anchors) -> Option<(Anchors, Anchors)> {
    let [rising, falling] =
        [low.exclusion < low.inclusion, high.exclusion > high.inclusion].map(|holds| if holds { 1 } else { -1 });
    let inner = |anchors: Anchors| if rising > 0 { anchors.inclusion } else { anchors.exclusion };
    if !(is_strict(low) && is_strict(high) && rising == falling && inner(low) <= inner(high)) {
        fields.blame("crossover", say!("bell-order"));
        return None;
    }
    Some((low, high))
}

fn percentiles(node: &Node, problems: &Problems) -> Option<Calibration> {
    let fields = Fields::open(node, &PERCENTILES, problems)?;
    let (anchors, curve) = (anchors(&fields), curve(&fields, Shape::Logistic));
    let (anchors, (shape, idm)) = (in_order(&fields, anchors?)?, curve?);
    Some(Calibration::Percentiles { anchors, idm, shape })
}

fn ecdf(node: &Node, problems: &Problems) -> Option<Calibration> {
    let fields = Fields::open(node, &ECDF, problems)?;
    if node.entries().is_empty() {
        return Some(Calibration::Ecdf { anchors: None });
    }
    let missing: Vec<&str> = ECDF.all().map(|key| key.name()).filter(|name| fields.get(name).is_none()).collect();
    if !missing.is_empty() {
        problems.add(node.heading(), say!("ecdf-lacks", missing = listed(&missing)));
    }
    let anchors = anchors(&fields)?;
    Some(Calibration::Ecdf { anchors: Some(in_order(&fields, anchors)?) })
}

fn indirect(node: &Node, problems: &Problems) -> Option<Calibration> {
    let fields = Fields::open(node, &INDIRECT, problems)?;
    let basis = match fields.choice("basis") {
        Some("fractional") => Basis::Fractional,
        _ => Basis::Linear,
    };
    Some(Calibration::Indirect { thresholds: thresholds(&fields)?, basis })
}

fn tfr(node: &Node, problems: &Problems) -> Option<Calibration> {
    let fields = Fields::open(node, &TFR, problems)?;
    let lowest = fields.get("lowest").map(|_| fields.number("lowest"));
    match lowest {
        Some(None) => None,
        lowest => Some(Calibration::Tfr { lowest: lowest.flatten() }),
    }
}

fn anchors(fields: &Fields<'_>) -> Option<Anchors> {
    let (exclusion, crossover, inclusion) =
        (fields.number("exclusion"), fields.number("crossover"), fields.number("inclusion"));
    Some(Anchors { exclusion: exclusion?, crossover: crossover?, inclusion: inclusion? })
}

/// The curve and the membership at its inclusion anchor, an option of logistic curves only.
fn curve(fields: &Fields<'_>, absent: Shape) -> Option<(Shape, f64)> {
    let (shape, given) = (shape(fields, absent)?, fields.get("idm"));
    if given.is_some() && shape != Shape::Logistic {
        fields.blame("idm", say!("idm-logistic"));
        return None;
    }
    Some((shape, given.map_or(Some(DEFAULT_IDM), |_| fields.number("idm"))?))
}

/// The curve; exponents apply to straight lines only.
fn shape(fields: &Fields<'_>, absent: Shape) -> Option<Shape> {
    let shape = match fields.choice("shape") {
        Some("linear") => Shape::Linear,
        Some(_) => Shape::Logistic,
        None => absent,
    };
    let exponent = |name: &str| fields.get(name).map_or(Some(1.0), |_| fields.number(name));
    let (below, above) = (exponent("below"), exponent("above"));
    let Some(given) = ["below", "above"].into_iter().find(|name| fields.get(name).is_some()) else {
        return Some(shape);
    };
    if shape == Shape::Logistic {
        fields.blame(given, say!("bends-linear", given));
        return None;
    }
    Some(Shape::Power { below: below?, above: above? })
}

fn is_strict(Anchors { exclusion, crossover, inclusion }: Anchors) -> bool {
    exclusion < crossover && crossover < inclusion || exclusion > crossover && crossover > inclusion
}

fn in_order(fields: &Fields<'_>, anchors: Anchors) -> Option<Anchors> {
    let Anchors { exclusion, crossover, inclusion } = anchors;
    if !is_strict(anchors) {
        fields.blame("crossover", say!("anchors-order", exclusion, crossover, inclusion));
        return None;
    }
    Some(anchors)
}

/// Records a set anchored at its target but on the side where the target is not met.
fn check_direction(fields: &Fields<'_>, anchors: Anchors, against: Against<'_>) -> Option<()> {
    let used = ["exclusion", "crossover", "inclusion"]
        .into_iter()
        .find(|name| fields.get(name).and_then(Node::scalar) == Some(TARGET_WORD));
    let (Against::Target(target), Some(name)) = (against, used) else { return Some(()) };
    let rises = target.direction == Direction::AtLeast;
    if rises == (anchors.exclusion < anchors.inclusion) {
        return Some(());
    }
    fields.blame(name, if rises { say!("target-met-above") } else { say!("target-met-below") });
    None
}

fn recode(node: &Node, problems: &Problems) -> Option<Calibration> {
    let entries = map(node, &say!("recode-map"), problems)?;
    if entries.is_empty() {
        problems.add(node.span.clone(), say!("recode-empty"));
        return None;
    }
    let pair = |entry: &Entry| {
        let name = format!("recode: {}", entry.name().unwrap_or_default());
        Some((entry.name()?.trim().to_owned(), number(&entry.value, UNIT, &name, problems)?))
    };
    Some(Calibration::Recode(entries.iter().filter_map(pair).collect()))
}

fn composite(how: Combination, node: &Node, name: &str, problems: &Problems) -> Option<Calibration> {
    let nodes = list(node, name, 1, problems)?;
    if nodes.len() == 1 {
        problems.add(node.span.clone(), say!("one-part", name));
    }
    let parts: Vec<Literal> =
        nodes.iter().filter_map(|node| literal(node, &say!("a-part"), problems)).map(|(_, it)| it).collect();
    (parts.len() == nodes.len() && parts.len() > 1).then_some(Calibration::Composite { how, of: parts })
}
