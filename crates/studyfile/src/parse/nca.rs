//! Parses necessary condition analyses.

use super::declared_set::DeclaredSet;
use super::identifiers::check_name;
use crate::fields::{Fields, choice, count, list, number, word};
use crate::grammar::{ANY, BOTTLENECK, CEILING_OF, GROUPS, LINE, NCA, NECESSARY_IN_DEGREE, OUTLIERS, PERCENT, QR};
use crate::problem::Problems;
use crate::tree::{Entry, Node, Value};
use equifinal_study::config::{
    BottleneckSpec, Calibration, Ceiling, Corner, Cutoff, LevelScale, NcaSpec, NcaValues, Slope, Steps,
};
use equifinal_study::message::Message;
use equifinal_study::names::{listed, meant, meant_set, quoted};

/// Reads every necessary condition analysis.
pub(super) fn read(entries: &[Entry], sets: &[DeclaredSet], problems: &Problems) -> Vec<NcaSpec> {
    let mut names: Vec<&str> = Vec::new();
    let mut analyses = Vec::new();
    for entry in entries {
        let what = Message::from("a necessary condition analysis");
        check_name(&entry.key, &names, &['-'], &what, problems);
        let name = entry.name().unwrap_or_default();
        names.push(name);
        let Some(fields) = Fields::open(&entry.value, &NCA, problems) else { continue };
        analyses.extend(Reader { fields, sets }.analysis(name));
    }
    analyses
}

struct Reader<'a> {
    fields: Fields<'a>,
    sets: &'a [DeclaredSet],
}

impl Reader<'_> {
    fn analysis(&self, name: &str) -> Option<NcaSpec> {
        let fields = &self.fields;
        let on = fields.choice("on").and_then(NcaValues::named).unwrap_or_default();
        let outcome = fields.get("outcome").and_then(|node| self.set(node, "outcome", on));
        let conditions = self.conditions(outcome.as_deref(), on);
        let usual = NcaSpec::new(name, outcome.as_deref().unwrap_or_default(), conditions);
        let ceilings = self.ceilings().unwrap_or_else(|| usual.ceilings.clone());
        let necessary =
            fields.get("necessary").and_then(|node| Fields::open(node, &NECESSARY_IN_DEGREE, fields.problems));
        let threshold = |key: &str| necessary.as_ref().and_then(|fields| fields.number(key));
        let spec = NcaSpec {
            on,
            decide_by: self.decide_by(&ceilings),
            ceilings,
            scope: self.scope(&usual),
            corners: self.corners(&usual),
            bottleneck: fields.get("bottleneck").and_then(|node| self.bottleneck(node)).unwrap_or_default(),
            permutations: self.permutations().unwrap_or(usual.permutations),
            effect_size: threshold("effect_size").unwrap_or(usual.effect_size),
            p: threshold("p").unwrap_or(usual.p),
            groups: self.groups(),
            outliers: self.outliers().unwrap_or(usual.outliers),
            ..usual
        };
        self.check_sides(&spec);
        outcome.map(|_| spec)
    }

    /// A declared set with values to compare.
    fn set(&self, node: &Node, key: &str, on: NcaValues) -> Option<String> {
        let problems = self.fields.problems;
        let name = word(node, key, problems)?;
        let Some(set) = self.sets.iter().find(|set| set.name == name) else {
            let hint = match name.strip_prefix('~').filter(|set| self.sets.iter().any(|known| known.name == *set)) {
                Some(set) => format!(": name `{set}` and say in `corners` which corner must be empty"),
                None => meant_set(name, self.sets.iter().map(|set| set.name.as_str())).to_string(),
            };
            problems.add(node.span.clone(), format!("{} is none of the sets{hint}", quoted(name)));
            return None;
        };
        let without_scores =
            |calibration: &Calibration| matches!(calibration, Calibration::Recode(_) | Calibration::Composite { .. });
        let calibration = set.spec.as_ref().map(|spec| &spec.calibrate);
        if on == NcaValues::Scores && calibration.is_some_and(without_scores) {
            let message = format!("{} has no raw numbers: say `on: memberships`, or leave it out", quoted(name));
            problems.add(node.span.clone(), message);
        }
        Some(name.to_owned())
    }

    fn conditions(&self, outcome: Option<&str>, on: NcaValues) -> Vec<String> {
        let mut conditions: Vec<String> = Vec::new();
        for node in self.fields.list("conditions") {
            let Some(name) = self.set(node, "conditions", on) else { continue };
            let again = conditions.contains(&name);
            if again || outcome == Some(name.as_str()) {
                let why = if again { "is named twice" } else { "is the outcome itself" };
                self.fields.problems.add(node.span.clone(), format!("{} {why}: leave it out", quoted(&name)));
                continue;
            }
            conditions.push(name);
        }
        conditions
    }

    fn ceilings(&self) -> Option<Vec<Ceiling>> {
        let node = self.fields.get("ceilings")?;
        let mut found: Vec<Ceiling> = Vec::new();
        for node in list(node, "ceilings", 1, self.fields.problems)? {
            let Some(ceiling) = self.ceiling(node) else { continue };
            if found.iter().any(|other| other.name() == ceiling.name()) {
                let message = format!("the ceiling `{}` is named twice: keep one", ceiling.name());
                self.fields.problems.add(node.span.clone(), message);
                continue;
            }
            found.push(ceiling);
        }
        if !found.is_empty() && !found.iter().any(|ceiling| ceiling.is_ceiling()) {
            self.fields.blame("ceilings", "`ols` is a line, no ceiling: name a ceiling beside it, such as ce_fdh");
        }
        (!found.is_empty()).then_some(found)
    }

    fn ceiling(&self, node: &Node) -> Option<Ceiling> {
        let problems = self.fields.problems;
        if !matches!(node.value, Value::Map(_)) {
            return choice(node, &Ceiling::NAMES, "ceilings", problems).and_then(Ceiling::named);
        }
        let fields = Fields::open(node, &CEILING_OF, problems)?;
        let [_] = node.entries() else {
            problems.add(node.heading(), "a ceiling is one of `qr` and `line`: list several apart");
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

    fn decide_by(&self, ceilings: &[Ceiling]) -> usize {
        let first = ceilings.iter().position(|ceiling| ceiling.is_ceiling()).unwrap_or_default();
        let Some(name) = self.fields.word("decide_by") else { return first };
        let known = || ceilings.iter().filter(|ceiling| ceiling.is_ceiling()).map(|ceiling| ceiling.name());
        let place = ceilings.iter().position(|ceiling| ceiling.is_ceiling() && ceiling.name() == name);
        place.unwrap_or_else(|| {
            let message = format!(
                "{} is none of the ceilings: choose from {}",
                quoted(name),
                listed(&known().collect::<Vec<_>>())
            );
            self.fields.blame("decide_by", message);
            first
        })
    }

    /// The entries under a key whose names are sets of the analysis that are `among` its sets.
    fn by_set<'b>(&'b self, key: &str, known: &'b [&str]) -> impl Iterator<Item = (&'b Entry, String)> {
        let problems = self.fields.problems;
        self.fields.named(key).iter().filter_map(move |entry| {
            let name = entry.name().unwrap_or_default();
            if !known.contains(&name) {
                // Where the sets could not be read, this says nothing new.
                if !known.is_empty() {
                    let message =
                        format!("{} is none of {}{}", quoted(name), listed(known), meant(name, known.iter().copied()));
                    problems.add(entry.key.span.clone(), message);
                }
                return None;
            }
            Some((entry, name.to_owned()))
        })
    }

    fn scope(&self, spec: &NcaSpec) -> Vec<(String, (f64, f64))> {
        let problems = self.fields.problems;
        let known: Vec<&str> = spec.sets().filter(|set| !set.is_empty()).collect();
        let range = |(entry, name): (&Entry, String)| {
            let items = list(&entry.value, &name, 2, problems)?;
            let [low, high] = items else {
                let message = format!("the scope of {} is the lowest and the highest value: [1, 5]", quoted(&name));
                problems.add(entry.value.span.clone(), message);
                return None;
            };
            let (low, high) = (number(low, ANY, &name, problems)?, number(high, ANY, &name, problems)?);
            if low >= high {
                let message = format!(
                    "the scope of {} begins at {low} and ends at {high}: write the lowest possible value first",
                    quoted(&name)
                );
                problems.add(entry.value.span.clone(), message);
                return None;
            }
            Some((name, (low, high)))
        };
        self.by_set("scope", &known).filter_map(range).collect()
    }

    fn corners(&self, spec: &NcaSpec) -> Vec<(String, Corner)> {
        let known: Vec<&str> = spec.conditions.iter().map(String::as_str).collect();
        let corner = |(entry, name): (&Entry, String)| {
            let corner = choice(&entry.value, &Corner::NAMES, "corners", self.fields.problems)?;
            Some((name, Corner::named(corner)?))
        };
        self.by_set("corners", &known).filter_map(corner).collect()
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
            let message = "some conditions have their empty corner at the top and others at the bottom, so that they are \
                           necessary for opposite outcomes: give each side an analysis of its own";
            self.fields.blame("corners", message);
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
                problems.add(node.span.clone(), format!("`cutoff` is {number}: choose 0, 1 or 2"));
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
            problems.add(node.span.clone(), format!("`steps` is {number} levels: a table has 1 to {most}"));
            return None;
        }
        Some(steps)
    }

    fn permutations(&self) -> Option<u64> {
        let wanted = count(self.fields.get("permutations")?, 0, "permutations", self.fields.problems)?;
        let most = NcaSpec::MOST_PERMUTATIONS;
        if wanted > most {
            self.fields.blame("permutations", format!("`permutations` is {wanted}: at most {most} are drawn"));
        }
        Some(wanted.min(most))
    }

    fn groups(&self) -> Option<String> {
        let fields = Fields::open(self.fields.get("groups")?, &GROUPS, self.fields.problems)?;
        fields.word("by").map(str::to_owned)
    }

    fn outliers(&self) -> Option<usize> {
        let fields = Fields::open(self.fields.get("outliers")?, &OUTLIERS, self.fields.problems)?;
        let largest = count(fields.get("largest")?, 0, "largest", fields.problems)?;
        usize::try_from(largest).ok()
    }
}
