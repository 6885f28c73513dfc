//! Parses necessary condition analyses.

use super::declared_set::DeclaredSet;
use super::identifiers::check_name;
use super::permutations::permutations;
use crate::fields::{Fields, choice, count, list, number, word};
use crate::grammar::{ANY, BOTTLENECK, CEILING_OF, GROUPS, LINE, NCA, NECESSARY_IN_DEGREE, OUTLIERS, PERCENT, QR};
use crate::problem::Problems;
use crate::tree::{Entry, Node, Value};
use equifinal_study::config::decision::NcaChoice;
use equifinal_study::config::{
    BottleneckSpec, Calibration, Ceiling, Corner, Cutoff, LevelScale, NcaSpec, NcaValues, Scope, Slope, Steps,
};
use equifinal_study::names::{listed, meant, meant_set, quoted};
use equifinal_study::say;

/// Reads every necessary condition analysis; `cluster` is the column of the same name of the table of cases.
pub(super) fn read(
    entries: &[Entry],
    sets: &[DeclaredSet],
    cluster: Option<&str>,
    problems: &Problems,
) -> Vec<NcaSpec> {
    let mut names: Vec<&str> = Vec::new();
    let mut analyses = Vec::new();
    for entry in entries {
        check_name(&entry.key, &names, &['-'], &say!("table-nca"), problems);
        let name = entry.name().unwrap_or_default();
        names.push(name);
        let Some(fields) = Fields::open(&entry.value, &NCA, problems) else { continue };
        analyses.extend(Reader { fields, sets, cluster }.analysis(name));
    }
    analyses
}

/// The place of a named ceiling; a name that is none of them is a mistake if they `are_read`.
pub(super) fn named_ceiling(
    node: &Node,
    key: &str,
    ceilings: &[Ceiling],
    are_read: bool,
    problems: &Problems,
) -> Option<usize> {
    let name = word(node, key, problems)?;
    let place = Ceiling::place(name, ceilings);
    if place.is_none() && are_read {
        let known: Vec<&str> = ceilings.iter().filter(|one| one.is_ceiling()).map(|one| one.name()).collect();
        problems.add(node.span.clone(), say!("nca-not-ceiling", name = quoted(name), known = listed(&known)));
    }
    place
}

/// The scope of a set: its lowest and its highest possible value.
pub(super) fn scope_of(node: &Node, name: String, problems: &Problems) -> Option<Scope> {
    let [low, high] = list(node, &name, 2, problems)? else {
        problems.add(node.span.clone(), say!("nca-scope-two", name = quoted(&name)));
        return None;
    };
    let (low, high) = (number(low, ANY, &name, problems)?, number(high, ANY, &name, problems)?);
    if low >= high {
        problems.add(node.span.clone(), say!("nca-scope-reversed", name = quoted(&name), low, high));
        return None;
    }
    Some((name, (low, high)))
}

/// A number of the most influential cases that are left out.
pub(super) fn left_out(node: &Node, key: &str, problems: &Problems) -> Option<usize> {
    let most = NcaChoice::MOST_LEFT_OUT;
    let count = usize::try_from(count(node, 0, key, problems)?).ok().filter(|count| *count <= most);
    if count.is_none() {
        problems.add(node.span.clone(), say!("nca-left-out", most));
    }
    count
}

struct Reader<'a> {
    fields: Fields<'a>,
    sets: &'a [DeclaredSet],
    cluster: Option<&'a str>,
}

impl Reader<'_> {
    fn analysis(&self, name: &str) -> Option<NcaSpec> {
        let fields = &self.fields;
        let on = fields.choice("on").and_then(NcaValues::named).unwrap_or_default();
        let outcome = fields.get("outcome").and_then(|node| self.set(node, "outcome", on));
        let (conditions, are_read) = self.conditions(outcome.as_deref(), on);
        let usual = NcaSpec::new(name, outcome.as_deref().unwrap_or_default(), conditions);
        let are_read = are_read && outcome.is_some();
        let (ceilings, ceilings_are_read) = self.ceilings().unwrap_or_else(|| (usual.ceilings.clone(), true));
        let necessary =
            fields.get("necessary").and_then(|node| Fields::open(node, &NECESSARY_IN_DEGREE, fields.problems));
        let threshold = |key: &str| necessary.as_ref().and_then(|fields| fields.number(key));
        let outliers = self.outliers().unwrap_or_default();
        let spec = NcaSpec {
            on,
            decide_by: self.decide_by(&ceilings, ceilings_are_read),
            ceilings,
            scope: self.scope(&usual, are_read),
            corners: self.corners(&usual, are_read),
            bottleneck: fields.get("bottleneck").and_then(|node| self.bottleneck(node)).unwrap_or_default(),
            permutations: permutations(&self.fields).unwrap_or(usual.permutations),
            effect_size: threshold("effect_size").unwrap_or(usual.effect_size),
            p: threshold("p").unwrap_or(usual.p),
            groups: self.groups(),
            outliers: outliers.0.unwrap_or(usual.outliers),
            leave_out: outliers.1.unwrap_or(usual.leave_out),
            ..usual
        };
        if are_read {
            self.check_sides(&spec);
        }
        outcome.map(|_| spec)
    }

    /// A declared set with values to compare.
    fn set(&self, node: &Node, key: &str, on: NcaValues) -> Option<String> {
        let problems = self.fields.problems;
        let name = word(node, key, problems)?;
        let Some(set) = self.sets.iter().find(|set| set.name == name) else {
            let hint = match name.strip_prefix('~').filter(|set| self.sets.iter().any(|known| known.name == *set)) {
                Some(set) => say!("nca-negated", set = quoted(set)),
                None => meant_set(name, self.sets.iter().map(|set| set.name.as_str())),
            };
            problems.add(node.span.clone(), say!("not-set", name = quoted(name), hint));
            return None;
        };
        let without_scores = |calibration: &Calibration| {
            matches!(calibration, Calibration::Recode(_) | Calibration::Temporal | Calibration::Composite { .. })
        };
        let calibration = set.spec.as_ref().map(|spec| &spec.calibrate);
        if on == NcaValues::Scores && calibration.is_some_and(without_scores) {
            problems.add(node.span.clone(), say!("nca-no-scores", name = quoted(name)));
        }
        Some(name.to_owned())
    }

    /// The conditions, and true if every one could be read: what follows from one that could not is no mistake.
    fn conditions(&self, outcome: Option<&str>, on: NcaValues) -> (Vec<String>, bool) {
        let (mut conditions, mut are_read) = (Vec::new(), self.fields.get("conditions").is_some());
        for node in self.fields.list("conditions") {
            let Some(name) = self.set(node, "conditions", on) else {
                are_read = false;
                continue;
            };
            let problem = if conditions.contains(&name) {
                say!("nca-condition-twice", name = quoted(&name))
            } else if outcome == Some(name.as_str()) {
                say!("nca-condition-outcome", name = quoted(&name))
            } else {
                conditions.push(name);
                continue;
            };
            self.fields.problems.add(node.span.clone(), problem);
        }
        (conditions, are_read)
    }

    /// The ceilings, and true if every one could be read and one of them is a ceiling.
    fn ceilings(&self) -> Option<(Vec<Ceiling>, bool)> {
        let node = self.fields.get("ceilings")?;
        let (mut found, mut are_read): (Vec<Ceiling>, bool) = (Vec::new(), true);
        for node in list(node, "ceilings", 1, self.fields.problems).unwrap_or_default() {
            let Some(ceiling) = self.ceiling(node) else {
                are_read = false;
                continue;
            };
            if found.iter().any(|other| other.name() == ceiling.name()) {
                self.fields.problems.add(node.span.clone(), say!("nca-ceiling-twice", name = ceiling.name()));
                continue;
            }
            found.push(ceiling);
        }
        let has_ceiling = found.iter().any(|ceiling| ceiling.is_ceiling());
        if !found.is_empty() && are_read && !has_ceiling {
            self.fields.blame("ceilings", say!("nca-only-line"));
        }
        Some((found, are_read && has_ceiling))
    }

    fn ceiling(&self, node: &Node) -> Option<Ceiling> {
        let problems = self.fields.problems;
        if !matches!(node.value, Value::Map(_)) {
            return choice(node, &Ceiling::NAMES, "ceilings", problems).and_then(Ceiling::named);
        }
        let fields = Fields::open(node, &CEILING_OF, problems)?;
        let [_] = node.entries() else {
            problems.add(node.heading(), say!("nca-ceiling-one"));
            return None;
        };
        if let Some(node) = fields.get("qr") {
            let fields = Fields::open(node, &QR, problems)?;
            let tau = if fields.get("tau").is_some() { fields.number("tau")? } else { Ceiling::TAU };
            return Some(Ceiling::Qr { tau });
        }
        let fields = Fields::open(fields.get("line")?, &LINE, problems)?;
        let (slope, intercept) = (fields.number("slope"), fields.number("intercept"));
        Some(Ceiling::Line { slope: slope?, intercept: intercept? })
    }

    fn decide_by(&self, ceilings: &[Ceiling], are_read: bool) -> usize {
        let first = ceilings.iter().position(|ceiling| ceiling.is_ceiling()).unwrap_or_default();
        let named = self
            .fields
            .get("decide_by")
            .and_then(|node| named_ceiling(node, "decide_by", ceilings, are_read, self.fields.problems));
        named.unwrap_or(first)
    }

    /// The entries under a key that are named after one of `known`; others are mistakes if `are_read`.
    fn by_set<'b>(&'b self, key: &str, known: &'b [&str], are_read: bool) -> impl Iterator<Item = (&'b Entry, String)> {
        let problems = self.fields.problems;
        self.fields.named(key).iter().filter_map(move |entry| {
            let name = entry.name().unwrap_or_default();
            if known.contains(&name) {
                return Some((entry, name.to_owned()));
            }
            if are_read {
                let hint = meant(name, known.iter().copied());
                problems.add(entry.key.span.clone(), say!("nca-not-of-analysis", name = quoted(name), hint));
            }
            None
        })
    }

    fn scope(&self, spec: &NcaSpec, are_read: bool) -> Vec<Scope> {
        let known: Vec<&str> = spec.sets().collect();
        let named = self.by_set("scope", &known, are_read);
        named.filter_map(|(entry, name)| scope_of(&entry.value, name, self.fields.problems)).collect()
    }

    fn corners(&self, spec: &NcaSpec, are_read: bool) -> Vec<(String, Corner)> {
        let known: Vec<&str> = spec.conditions.iter().map(String::as_str).collect();
        let corner = |(entry, name): (&Entry, String)| {
            let corner = choice(&entry.value, &Corner::NAMES, "corners", self.fields.problems)?;
            Some((name, Corner::named(corner)?))
        };
        self.by_set("corners", &known, are_read).filter_map(corner).collect()
    }

    /// Records conditions with empty corners at the top beside others at the bottom: a bottleneck table has one outcome.
    fn check_sides(&self, spec: &NcaSpec) {
        let slope = |name: &str| {
            let set = self.sets.iter().find(|set| set.name == name)?;
            set.spec.as_ref()?.calibrate.slope()
        };
        let lower = spec.on == NcaValues::Scores && slope(&spec.outcome) == Some(Slope::Falling);
        let stated =
            |name: &String| spec.corners.iter().find(|(set, _)| set == name).map(|(_, corner)| corner.is_lower());
        let sides: Vec<bool> = spec.conditions.iter().map(|name| stated(name).unwrap_or(lower)).collect();
        if sides.iter().any(|side| *side) && sides.iter().any(|side| !*side) {
            self.fields.blame("corners", say!("nca-sides"));
        }
    }

    fn bottleneck(&self, node: &Node) -> Option<BottleneckSpec> {
        let problems = self.fields.problems;
        let fields = Fields::open(node, &BOTTLENECK, problems)?;
        let scale = |key: &str| fields.choice(key).and_then(LevelScale::named).unwrap_or_default();
        let outcome = scale("outcome");
        let in_scale = |node: &Node, key: &str| {
            number(node, if outcome == LevelScale::Actual { ANY } else { PERCENT }, key, problems)
        };
        let cutoff = fields.get("cutoff").and_then(|node| {
            let number = count(node, 0, "cutoff", problems)?;
            let cutoff = Cutoff::numbered(number);
            if cutoff.is_none() {
                problems.add(node.span.clone(), say!("nca-cutoff", number));
            }
            cutoff
        });
        Some(BottleneckSpec {
            outcome,
            condition: scale("condition"),
            steps: fields.get("steps").and_then(|node| self.steps(node, &in_scale)).unwrap_or(Steps::Count(10)),
            cutoff: cutoff.unwrap_or_default(),
            level: fields.get("level").and_then(|node| in_scale(node, "level")),
        })
    }

    fn steps(&self, node: &Node, in_scale: &dyn Fn(&Node, &str) -> Option<f64>) -> Option<Steps> {
        let problems = self.fields.problems;
        let most = Steps::MOST;
        let steps = match &node.value {
            Value::List(items) => {
                let mut levels: Vec<f64> = items.iter().filter_map(|item| in_scale(item, "steps")).collect();
                levels.sort_by(f64::total_cmp);
                levels.dedup();
                Steps::Levels(levels)
            }
            _ => Steps::Count(usize::try_from(count(node, 1, "steps", problems)?).unwrap_or(usize::MAX)),
        };
        let number = match &steps {
            Steps::Count(number) => *number,
            Steps::Levels(levels) => levels.len(),
        };
        if number > most || number == 0 {
            problems.add(node.span.clone(), say!("nca-steps", number, most));
            return None;
        }
        Some(steps)
    }

    fn groups(&self) -> Option<String> {
        let fields = Fields::open(self.fields.get("groups")?, &GROUPS, self.fields.problems)?;
        let by = fields.word("by")?;
        Some(self.cluster.filter(|_| by == "cluster").unwrap_or(by).to_owned())
    }

    /// The number of influential cases that are named, and of those that are left out.
    fn outliers(&self) -> Option<(Option<usize>, Option<usize>)> {
        let fields = Fields::open(self.fields.get("outliers")?, &OUTLIERS, self.fields.problems)?;
        let largest = fields.get("largest").and_then(|node| count(node, 0, "largest", fields.problems));
        let left_out = fields.get("leave_out").and_then(|node| left_out(node, "leave_out", fields.problems));
        Some((largest.and_then(|count| usize::try_from(count).ok()), left_out))
    }
}
