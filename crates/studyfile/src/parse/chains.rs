//! Parses coincidence analyses.

use super::declared_set::DeclaredSet;
use super::formula::{self, Scope};
use super::identifiers::check_name;
use crate::fields::{Fields, count, list, word};
use crate::grammar::{CHAIN, CUTOFF_GRID, FIT_CUT, MOST_COMPLEX};
use crate::problem::Problems;
use crate::tree::{Entry, Node};
use equifinal_study::config::{Causes, Chain, CutoffGrid, ExcludedCauses, FitCut, FitMeasure, MostComplex};
use equifinal_study::expression::Literal;
use equifinal_study::message::Message;
use equifinal_study::names::{meant_set, quoted};
use equifinal_study::say;

/// Maximum number of factors, for configurations of 64 bits.
const MOST_FACTORS: usize = 60;

/// Reads every coincidence analysis.
pub(super) fn read(entries: &[Entry], sets: &[DeclaredSet], problems: &Problems) -> Vec<Chain> {
    let mut names: Vec<&str> = Vec::new();
    let mut chains = Vec::new();
    for entry in entries {
        check_name(&entry.key, &names, &['-'], &say!("name-chain"), problems);
        let name = entry.name().unwrap_or_default();
        names.push(name);
        let Some(fields) = Fields::open(&entry.value, &CHAIN, problems) else { continue };
        let factors = factors(&fields, sets);
        chains.push(Reader { fields, scope: Scope { sets, conditions: &factors, problems } }.chain(name));
    }
    chains
}

/// The names of the factors, each a declared set and once.
fn factors(fields: &Fields<'_>, sets: &[DeclaredSet]) -> Vec<String> {
    let scope = Scope { sets, conditions: &[], problems: fields.problems };
    let mut names: Vec<String> = Vec::new();
    for node in fields.list("factors") {
        let Some(name) = word(node, "factors", fields.problems) else { continue };
        if names.iter().any(|earlier| earlier == name) {
            fields.problems.add(node.span.clone(), say!("factor-twice", name = quoted(name)));
            continue;
        }
        if scope.set(name).is_none() {
            scope.unknown_set(name, node.span.clone());
        }
        names.push(name.to_owned());
    }
    if names.len() > MOST_FACTORS {
        fields.blame("factors", say!("too-many-factors", factors = names.len(), most = MOST_FACTORS));
    }
    names
}

struct Reader<'a> {
    fields: Fields<'a>,
    scope: Scope<'a>,
}

impl Reader<'_> {
    fn chain(&self, name: &str) -> Chain {
        let fields = &self.fields;
        let exogenous = self.names(fields.list("exogenous"), "exogenous", &mut Vec::new());
        let chain = Chain {
            outcomes: self.outcomes(&exogenous),
            causes: Causes {
                order: self.order(),
                strict: fields.truth("strict").unwrap_or(false),
                exclude: self.exclude(),
                acyclic: fields.truth("acyclic").unwrap_or(false),
                exogenous,
            },
            frequency: self.whole(fields, "frequency").unwrap_or(1),
            consistency: self.cut("consistency"),
            sufficient_at_least: fields.number("sufficient_at_least"),
            coverage: self.cut("coverage"),
            redundant: fields.truth("redundant").unwrap_or(false),
            qca: fields.truth("qca").unwrap_or(false),
            optimum: fields.truth("optimum").unwrap_or(false),
            most: self.most(),
            robustness: fields.get("robustness").and_then(|node| self.grid(node)),
            ..Chain::new(name, self.scope.conditions.to_vec())
        };
        let is_exogenous = |factor: &String| chain.causes.exogenous.contains(factor);
        if chain.outcomes.is_empty() && !chain.factors.is_empty() && chain.factors.iter().all(is_exogenous) {
            fields.blame("exogenous", say!("all-exogenous"));
        }
        chain
    }

    /// Names of factors, none of which is in `seen` already.
    fn names(&self, nodes: &[Node], key: &str, seen: &mut Vec<String>) -> Vec<String> {
        let problems = self.fields.problems;
        let mut names = Vec::new();
        for node in nodes {
            let Some(name) = word(node, key, problems) else { continue };
            if !self.scope.conditions.iter().any(|factor| factor == name) {
                let hint = meant_set(name, self.scope.conditions.iter().map(String::as_str));
                problems.add(node.span.clone(), say!("not-factor", name = quoted(name), hint));
            } else if seen.iter().any(|other| other == name) {
                problems.add(node.span.clone(), say!("factor-named-twice", name = quoted(name), key));
            } else {
                seen.push(name.to_owned());
                names.push(name.to_owned());
            }
        }
        names
    }

    fn order(&self) -> Vec<Vec<String>> {
        let mut seen = Vec::new();
        let groups = self.fields.list("order").iter();
        let groups = groups.filter_map(|node| list(node, "order", 1, self.fields.problems));
        groups.map(|nodes| self.names(nodes, "order", &mut seen)).collect()
    }

    fn outcomes(&self, exogenous: &[String]) -> Vec<Literal> {
        let mut outcomes: Vec<Literal> = Vec::new();
        for node in self.fields.list("outcomes") {
            let Some(literal) = self.value(node, &say!("an-outcome")) else { continue };
            let outcome = node.scalar().unwrap_or_default();
            if outcomes.contains(&literal) {
                self.fields.problems.add(node.span.clone(), say!("outcome-twice", outcome));
            } else if exogenous.contains(&literal.set) {
                self.fields.problems.add(node.span.clone(), say!("outcome-exogenous", outcome));
            } else {
                outcomes.push(literal);
            }
        }
        outcomes
    }

    fn exclude(&self) -> Vec<ExcludedCauses> {
        let read = |entry: &Entry| {
            let outcome = self.value(&entry.key, &say!("an-outcome"))?;
            let nodes = list(&entry.value, "exclude", 1, self.fields.problems)?;
            Some(ExcludedCauses {
                outcome,
                never: nodes.iter().filter_map(|node| self.value(node, &say!("a-cause"))).collect(),
            })
        };
        self.fields.named("exclude").iter().filter_map(read).collect()
    }

    /// One value of a factor: a set, its negation or a level.
    fn value(&self, node: &Node, what: &Message) -> Option<Literal> {
        let problems = self.fields.problems;
        let (span, literal) = formula::literal(node, what, problems)?;
        if !self.scope.fits(&literal, span.clone()) {
            return None;
        }
        if !self.scope.conditions.contains(&literal.set) {
            let hint = meant_set(&literal.set, self.scope.conditions.iter().map(String::as_str));
            problems.add(span, say!("not-factor", name = quoted(&literal.set), hint));
            return None;
        }
        if literal.negated && literal.level.is_some() {
            let message = say!("several-levels", literal = literal.to_string(), set = literal.set);
            problems.add(span, message);
            return None;
        }
        Some(literal)
    }

    fn cut(&self, key: &str) -> FitCut {
        let cut = self.fields.get(key).and_then(|node| Fields::open(node, &FIT_CUT, self.fields.problems));
        let usual = FitCut::default();
        let Some(cut) = cut else { return usual };
        let named = |name: &str| FitMeasure::ALL.into_iter().find(|measure| measure.name() == name);
        FitCut {
            measure: cut.choice("measure").and_then(named).unwrap_or(usual.measure),
            at_least: cut.number("at_least").unwrap_or(usual.at_least),
        }
    }

    fn most(&self) -> MostComplex {
        let problems = self.fields.problems;
        let most = self.fields.get("most").and_then(|node| Fields::open(node, &MOST_COMPLEX, problems));
        let Some(most) = most else { return MostComplex::default() };
        let bound = |key: &str| self.whole(&most, key);
        MostComplex { literals: bound("literals"), terms: bound("terms"), complexity: bound("complexity") }
    }

    /// A whole number from 1 upwards.
    fn whole(&self, fields: &Fields<'_>, key: &str) -> Option<usize> {
        let number = fields.get(key).and_then(|node| count(node, 1, key, self.fields.problems))?;
        usize::try_from(number).ok()
    }

    fn grid(&self, node: &Node) -> Option<CutoffGrid> {
        let fields = Fields::open(node, &CUTOFF_GRID, self.fields.problems)?;
        let (from, to, step) = (fields.number("from"), fields.number("to"), fields.number("step"));
        let grid = CutoffGrid { from: from?, to: to?, step: step? };
        if grid.from > grid.to {
            fields.blame("to", say!("grid-reversed", from = grid.from, to = grid.to));
        } else if (grid.to - grid.from) / grid.step > CutoffGrid::MOST as f64 - 1.0 + 1e-9 {
            let message = say!("grid-too-fine", most = CutoffGrid::MOST);
            fields.blame("step", message);
        }
        Some(grid)
    }
}
