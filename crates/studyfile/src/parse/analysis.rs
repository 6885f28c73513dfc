//! Parses one analysis: its outcome, conditions and decisions.

use super::case_selection;
use super::condition_search;
use super::declared_set::DeclaredSet;
use super::declared_set::Values;
use super::expectations;
use super::formula::Scope;
use super::grounds::because;
use super::outcome::{Made, each};
use super::several_outcomes::{outcomes, spread};
use super::truth_table::{states_pri, truth_table};
use crate::fields::{Fields, count, word};
use crate::grammar::{ANALYSIS, ENHANCED, IMPLAUSIBLE, IMPOSSIBLE, MINIMISE, NECESSITY, OUTPUT, PATH, THEORY};
use crate::problem::Problems;
use crate::tree::{Entry, Node, Value};
use equifinal_study::config::{
    Analysis, AtCrossover, Contradictions, Enhanced, Expectation, Implausible, ImpossibleCombination, Minimise,
    ModelsWanted, NecessityCuts, Path, Rows, SetOutput, SolutionType, Theory,
};
use equifinal_study::expression::{Expression, Literal};
use equifinal_study::memberships::UNSAID;
use equifinal_study::names::quoted;
use equifinal_study::say;
use equifinal_study::text::Text;

/// Maximum number of conditions for 64-bit row numbers.
const MOST_CONDITIONS: usize = 60;

/// Reads an analysis, followed by that of the negated outcome if requested.
pub(super) fn read(name: &str, node: &Node, sets: &[DeclaredSet], problems: &Problems) -> Vec<Analysis> {
    let Some(fields) = Fields::open(node, &ANALYSIS, problems) else { return Vec::new() };
    let scope = Scope { sets, conditions: &[], problems };
    let outcomes = outcomes(&fields, &scope);
    let conditions = conditions(&fields, &scope);
    let scope = Scope { conditions: &conditions, ..scope };
    check_outcomes(&fields, &outcomes, problems);
    let outcome = outcomes.first().cloned();
    let any = vec![Expectation::default(); conditions.len()];
    let necessity = fields.get("necessity").map_or_else(NecessityCuts::default, |node| necessity(node, problems));
    let truth_table = fields.get("truth_table").and_then(|node| truth_table(node, problems));
    let expectations = expectations::read(fields.named("expectations"), any, &scope);
    let expectations_joint = expectations::joint(fields.list("expectations_joint"), &scope);
    let implausible = fields.list("implausible").iter().flat_map(|node| implausible(node, &scope)).collect();
    let outputs = fields.list("outputs").iter().filter_map(|node| output(node, &scope)).collect();
    let enhanced = fields.get("enhanced").and_then(|node| enhanced(node, &scope));
    let paths = paths(&fields, &scope);
    let minimise = fields.get("minimise").map_or_else(Minimise::default, |node| minimise(node, problems));
    let theory = fields.get("theory").and_then(|node| theory(node, &scope));
    let case_selection = fields.get("case_selection").and_then(|node| case_selection::read(node, problems));
    let condition_search =
        fields.get("condition_search").and_then(|node| condition_search::read(node, conditions.len(), problems));
    let read = outcome.zip(truth_table).map(|(outcome, truth_table)| Analysis {
        name: name.to_owned(),
        negates: None,
        label: fields.text("label"),
        joint: None,
        outcome,
        conditions: conditions.clone(),
        temporal: super::temporal::read(fields.named("temporal"), &scope),
        necessity,
        truth_table,
        states_pri: states_pri(fields.get("truth_table")),
        at_crossover: at_crossover(&fields),
        expectations,
        expectations_joint,
        implausible,
        outputs,
        enhanced,
        interpret: interpret(&fields),
        paths,
        minimise,
        theory,
        case_selection,
        condition_search,
        panel: fields.get("panel").and_then(|node| super::panel_fit::read(node, problems)),
        partition: fields.get("partition").and_then(|node| super::partition::read(node, problems)),
        like: None,
    });
    let negated = super::negation::read(&fields, read.as_ref(), &scope);
    if outcomes.len() > 1 && minimise.prime_implicant_consistency.is_some() {
        fields.blame("minimise", say!("outcomes-by-cases"));
    }
    read.map_or_else(Vec::new, |own| spread(&outcomes, &own, negated.as_ref()))
}

/// Records conditions that are an outcome, or a part of one.
fn check_outcomes(fields: &Fields<'_>, outcomes: &[Literal], problems: &Problems) {
    let parts = fields.get("outcome").map_or(&[][..], each).iter().filter_map(|node| Made::of(node.scalar()?));
    let parts: Vec<String> = parts.flat_map(|made| made.of).map(|part| part.set).collect();
    let sets: Vec<&String> = outcomes.iter().map(|outcome| &outcome.set).chain(&parts).collect();
    for node in fields.list("conditions") {
        if let Some(set) = node.scalar().filter(|name| sets.iter().any(|set| set == name)) {
            problems.add(node.span.clone(), say!("outcome-as-condition", set = quoted(set)));
        }
    }
}

fn conditions(fields: &Fields<'_>, scope: &Scope<'_>) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for node in fields.list("conditions") {
        let Some(name) = word(node, "conditions", scope.problems) else { continue };
        if names.iter().any(|earlier| earlier == name) {
            scope.problems.add(node.span.clone(), say!("condition-twice", name = quoted(name)));
            continue;
        }
        match scope.set(name) {
            None => scope.unknown_set(name, node.span.clone()),
            Some(set) if set.is_temporal() && fields.named("temporal").iter().all(|one| one.name() != Some(name)) => {
                scope.problems.add(node.span.clone(), say!("temporal-undeclared", name = quoted(name)));
            }
            Some(_) => {}
        }
        names.push(name.to_owned());
    }
    // Without conditions, which is a mistake of its own, nothing is said of what needs them.
    if names.is_empty() {
        return names;
    }
    let temporal = fields.named("temporal").iter().filter_map(Entry::name);
    let unplaced: Vec<String> =
        temporal.filter(|name| !names.iter().any(|own| own == name)).map(str::to_owned).collect();
    names.extend(unplaced);
    if names.len() > MOST_CONDITIONS {
        let message = say!("too-many-conditions", names = names.len(), most = MOST_CONDITIONS);
        fields.blame("conditions", message);
    }
    names
}

fn necessity(node: &Node, problems: &Problems) -> NecessityCuts {
    let default = NecessityCuts::default();
    let Some(fields) = Fields::open(node, &NECESSITY, problems) else { return default };
    NecessityCuts {
        consistency: fields.number("consistency").unwrap_or(default.consistency),
        coverage: fields.number("coverage").unwrap_or(default.coverage),
        relevance: fields.number("relevance").unwrap_or(default.relevance),
    }
}

fn at_crossover(fields: &Fields<'_>) -> AtCrossover {
    fields.choice("at_crossover").and_then(AtCrossover::named).unwrap_or_default()
}

fn interpret(fields: &Fields<'_>) -> SolutionType {
    fields.choice("interpret").and_then(SolutionType::named).unwrap_or_default()
}

fn minimise(node: &Node, problems: &Problems) -> Minimise {
    let Some(fields) = Fields::open(node, &MINIMISE, problems) else { return Minimise::default() };
    Minimise {
        models: match fields.choice("models") {
            Some("irredundant") => ModelsWanted::Irredundant,
            _ => ModelsWanted::Minimum,
        },
        contradictions: match fields.choice("contradictions") {
            Some("remainder") => Contradictions::Remainder,
            _ => Contradictions::Negative,
        },
        row_dominance: fields.truth("row_dominance").unwrap_or(false),
        prime_implicant_consistency: fields.number("prime_implicant_consistency"),
    }
}

fn implausible(node: &Node, scope: &Scope<'_>) -> Vec<Implausible> {
    let (rows, because) = if matches!(node.value, Value::Map(_)) {
        let Some(fields) = Fields::open(node, &IMPLAUSIBLE, scope.problems) else { return Vec::new() };
        (fields.get("rows"), because(&fields, scope.problems))
    } else {
        (Some(node), None)
    };
    let Some(rows) = rows else { return Vec::new() };
    let nodes = if let Value::List(nodes) = &rows.value { nodes.as_slice() } else { std::slice::from_ref(rows) };
    if nodes.is_empty() {
        scope.problems.add(rows.span.clone(), say!("rows-empty"));
    }
    rows_of(nodes, scope).into_iter().map(|rows| Implausible { rows, because: because.clone() }).collect()
}

fn rows_of(nodes: &[Node], scope: &Scope<'_>) -> Vec<Rows> {
    let (numbers, expressions): (Vec<&Node>, Vec<&Node>) =
        nodes.iter().partition(|node| matches!(node.value, Value::Number(..)));
    let number = |node: &Node| {
        let number = count(node, 1, "rows", scope.problems)?;
        if let Some(last) = row_count(scope).filter(|last| number > *last) {
            scope.problems.add(node.span.clone(), say!("no-row", number, last));
        }
        Some(number)
    };
    let numbers: Vec<u64> = numbers.into_iter().filter_map(number).collect();
    let expressions = expressions.into_iter().filter_map(|node| scope.over_conditions(node)).map(Rows::Expression);
    let numbers = (!numbers.is_empty()).then_some(Rows::Numbers(numbers));
    expressions.chain(numbers).collect()
}

/// Number of rows of the truth table, if the file alone determines it.
fn row_count(scope: &Scope<'_>) -> Option<u64> {
    if scope.conditions.is_empty() {
        return None;
    }
    scope.conditions.iter().try_fold(1_u64, |rows, name| match scope.set(name)?.values() {
        Values::Two if scope.set(name)?.is_temporal() => rows.checked_mul(UNSAID as u64 + 1),
        Values::Two => rows.checked_mul(2),
        Values::Levels(levels) => rows.checked_mul(u64::try_from(levels).ok()?),
        Values::SomeLevels | Values::Unknown => None,
    })
}

fn output(node: &Node, scope: &Scope<'_>) -> Option<SetOutput> {
    let fields = Fields::open(node, &OUTPUT, scope.problems)?;
    let rows = fields.get("rows").and_then(|node| scope.over_conditions(node));
    let output = fields.number("output");
    if output.is_some_and(|output| output > 0.0 && output < 1.0) {
        fields.blame("output", say!("output-not-0-or-1"));
        return None;
    }
    Some(SetOutput { positive: output? > 0.5, because: fields.text("because")?, rows: rows? })
}

fn enhanced(node: &Node, scope: &Scope<'_>) -> Option<Enhanced> {
    let fields = Fields::open(node, &ENHANCED, scope.problems)?;
    let expressions =
        |name| -> Vec<Expression> { fields.list(name).iter().filter_map(|node| scope.over_conditions(node)).collect() };
    Some(Enhanced {
        necessary: expressions("necessary"),
        contradictory: fields.truth("contradictory").unwrap_or(false),
        impossible: fields.list("impossible").iter().filter_map(|node| impossible(node, scope)).collect(),
    })
}

fn impossible(node: &Node, scope: &Scope<'_>) -> Option<ImpossibleCombination> {
    if !matches!(node.value, Value::Map(_)) {
        return scope.over_conditions(node).map(ImpossibleCombination::from);
    }
    let fields = Fields::open(node, &IMPOSSIBLE, scope.problems)?;
    let because = because(&fields, scope.problems);
    Some(ImpossibleCombination { expression: scope.over_conditions(fields.get("expression")?)?, because })
}

fn theory(node: &Node, scope: &Scope<'_>) -> Option<Theory> {
    if !matches!(node.value, Value::Map(_)) {
        return Some(Theory { expression: scope.over_conditions(node)?, because: None });
    }
    let fields = Fields::open(node, &THEORY, scope.problems)?;
    let because = fields.text("because");
    Some(Theory { expression: scope.over_conditions(fields.get("expression")?)?, because })
}

fn paths(fields: &Fields<'_>, scope: &Scope<'_>) -> Vec<Path> {
    let mut paths = Vec::new();
    for entry in fields.named("paths") {
        let name = entry.name().unwrap_or_default();
        let Some(fields) = Fields::open(&entry.value, &PATH, scope.problems) else { continue };
        let label = fields.text("label").unwrap_or_else(|| Text::plain(name));
        let terms = fields.list("terms").iter().filter_map(|node| scope.term(node)).collect();
        paths.push(Path { name: name.to_owned(), label, terms });
    }
    paths
}
