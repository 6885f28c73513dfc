//! Parses published figures, each as printed.

use super::analyses::Resolved;
use super::declared_set::DeclaredSet;
use super::figures::figure_of;
use super::formula::Scope;
use super::identifiers::unique_id;
use crate::fields::{Fields, count, map, number};
use crate::grammar::{
    MEAN, NECESSITY_ROW, PERCENT, PERCENTAGE, PRINTED_ROW, PRINTED_TABLE, PUBLISHED, SOLUTION, TERM, TWICE,
};
use crate::problem::Problems;
use crate::tree::{Entry, Node};
use equifinal_study::config::{
    Analysis, Published, PublishedMean, PublishedNecessity, PublishedPercentage, PublishedRow, PublishedSolution,
    PublishedTerm, PublishedTruthTable, Respondents, SolutionType, StatedTwice,
};
use equifinal_study::expression::{Expression, Literal};
use equifinal_study::figure::Figure;
use equifinal_study::names::{meant, quoted};
use equifinal_study::say;

/// Maximum number of respondents for which every sample size is tried.
const MOST_RESPONDENTS: u64 = 1_000_000;

/// The context of published figures.
#[derive(Clone, Copy)]
pub(super) struct Known<'a> {
    /// Every set of the file.
    pub(super) sets: &'a [DeclaredSet],
    /// Every analysis of the file.
    pub(super) declared: &'a [Resolved],
    /// The analyses without mistakes, with their negations.
    pub(super) analyses: &'a [Analysis],
    /// The collected mistakes.
    pub(super) problems: &'a Problems,
}

/// Reads `published`.
pub(super) fn read(node: &Node, known: Known<'_>) -> Option<Published> {
    let Known { sets, problems, .. } = known;
    let fields = Fields::open(node, &PUBLISHED, problems)?;
    let mut ids = Vec::new();
    let list = |name| fields.list(name).iter();
    Some(Published {
        solutions: list("solutions").filter_map(|node| solution(node, known)).collect(),
        necessity: list("necessity").filter_map(|node| necessity(node, known)).collect(),
        truth_tables: list("truth_tables").filter_map(|node| truth_table(node, &mut ids, problems)).collect(),
        memberships: by_set(&fields, "memberships", sets, |entry| {
            Some((entry.name()?.to_owned(), figure_of(&entry.value, "membership", problems)?))
        }),
        percentiles: by_set(&fields, "percentiles", sets, |entry| {
            let percent = number(&entry.key, PERCENT, "percentile", problems);
            let value = figure_of(&entry.value, "percentile", problems);
            Some((percent?, value?))
        }),
        percentages: list("percentages").filter_map(|node| percentage(node, &mut ids, problems)).collect(),
        means: list("means").filter_map(|node| mean(node, &mut ids, problems)).collect(),
        stated_twice: list("stated_twice").filter_map(|node| twice(node, &mut ids, problems)).collect(),
    })
}

fn figure(fields: &Fields<'_>, name: &str) -> Option<Figure> {
    figure_of(fields.get(name)?, name, fields.problems)
}

/// The analysis under `analysis`; records an unknown name, and nothing for one that has mistakes itself.
fn analysis<'a>(fields: &Fields<'_>, known: Known<'a>) -> Option<&'a Analysis> {
    let name = fields.word("analysis")?;
    let found = known.analyses.iter().find(|analysis| analysis.name == name);
    let declared = || known.declared.iter().map(|one| one.name.as_str());
    if found.is_none() && !declared().any(|other| other == name.trim_start_matches('~')) {
        fields.blame("analysis", say!("not-analysis-of", name = quoted(name), hint = meant(name, declared())));
    }
    found
}

fn solution(node: &Node, known: Known<'_>) -> Option<PublishedSolution> {
    let Known { sets, problems, .. } = known;
    let fields = Fields::open(node, &SOLUTION, problems)?;
    let claimed = fields.choice("type").and_then(SolutionType::named);
    let (consistency, coverage) = (figure(&fields, "consistency"), figure(&fields, "coverage"));
    let conditions = analysis(&fields, known).map(|analysis| (&analysis.name, &analysis.conditions));
    let scope = Scope { sets, conditions: conditions.map_or(&[], |(_, conditions)| conditions), problems };
    let terms = fields.list("terms").iter().filter_map(|node| term(node, &scope)).collect();
    Some(PublishedSolution { analysis: conditions?.0.clone(), claimed, terms, consistency, coverage })
}

fn term(node: &Node, scope: &Scope<'_>) -> Option<PublishedTerm> {
    let fields = Fields::open(node, &TERM, scope.problems)?;
    let [consistency, raw, unique] = ["consistency", "raw", "unique"].map(|name| figure(&fields, name));
    let term = in_order(&scope.conjunction(fields.get("term")?)?, scope.conditions);
    Some(PublishedTerm { term, consistency, raw, unique })
}

/// A conjunction as written in solutions: conditions in the order of the analysis.
fn in_order(conjunction: &Expression, conditions: &[String]) -> String {
    let mut literals: Vec<&Literal> = Vec::new();
    conjunction.each_literal(&mut |literal| literals.push(literal));
    literals.sort_by_key(|literal| conditions.iter().position(|condition| *condition == literal.set));
    literals.iter().map(ToString::to_string).collect::<Vec<_>>().join("*")
}

fn necessity(node: &Node, known: Known<'_>) -> Option<PublishedNecessity> {
    let Known { sets, problems, .. } = known;
    let fields = Fields::open(node, &NECESSITY_ROW, problems)?;
    let (consistency, coverage) = (figure(&fields, "consistency"), figure(&fields, "coverage"));
    let analysis = analysis(&fields, known);
    let scope = Scope { sets, conditions: analysis.map_or(&[], |analysis| &analysis.conditions), problems };
    let at = fields.get("expression")?;
    let expression = scope.over_conditions(at)?;
    if !matches!(expression, Expression::Literal(_)) {
        let message = say!("necessity-row", found = at.found());
        problems.add(at.span.clone(), message);
        return None;
    }
    Some(PublishedNecessity {
        analysis: analysis?.name.clone(),
        expression: expression.to_string(),
        consistency,
        coverage,
    })
}

fn truth_table(node: &Node, ids: &mut Vec<String>, problems: &Problems) -> Option<PublishedTruthTable> {
    let fields = Fields::open(node, &PRINTED_TABLE, problems)?;
    let id = fields.get("id").and_then(|node| unique_id(node, ids, problems));
    let cases = fields.get("cases").and_then(|node| count(node, 1, "cases", problems));
    let mut width = None;
    let mut row = |node: &Node| {
        let fields = Fields::open(node, &PRINTED_ROW, problems)?;
        let cases = fields.get("cases").and_then(|node| count(node, 0, "cases", problems));
        let configuration = fields.word("row")?;
        let width = *width.get_or_insert(configuration.len());
        if !configuration.bytes().all(|byte| byte.is_ascii_digit()) || configuration.len() != width {
            let message = say!("not-row", configuration = quoted(configuration));
            fields.blame("row", message);
        }
        Some(PublishedRow { configuration: configuration.to_owned(), cases })
    };
    let rows = fields.list("rows").iter().filter_map(&mut row).collect();
    Some(PublishedTruthTable { id: id?, cases, rows })
}

/// Maps of figures, one per set.
fn by_set<T>(
    fields: &Fields<'_>,
    name: &str,
    sets: &[DeclaredSet],
    mut read: impl FnMut(&Entry) -> Option<T>,
) -> Vec<(String, Vec<T>)> {
    let problems = fields.problems;
    let mut found = Vec::new();
    for entry in fields.named(name) {
        let set = entry.name().unwrap_or_default();
        if !sets.iter().any(|declared| declared.name == set) {
            let hint = meant(set, sets.iter().map(|set| set.name.as_str()));
            problems.add(entry.key.span.clone(), say!("not-set", name = quoted(set), hint));
        }
        let entries = map(&entry.value, &say!("set-map", name), problems).unwrap_or(&[]);
        found.push((set.to_owned(), entries.iter().filter_map(&mut read).collect()));
    }
    found
}

fn percentage(node: &Node, ids: &mut Vec<String>, problems: &Problems) -> Option<PublishedPercentage> {
    let fields = Fields::open(node, &PERCENTAGE, problems)?;
    let id = fields.get("id").and_then(|node| unique_id(node, ids, problems));
    let respondents = |name| {
        let count = count(fields.get(name)?, 1, name, problems)?;
        if count > MOST_RESPONDENTS {
            fields.blame(name, say!("too-many-respondents", count, most_respondents = MOST_RESPONDENTS));
        }
        Some(count)
    };
    let (of, at_most) = (respondents("of"), respondents("at_most"));
    if fields.get("of").is_some() == fields.get("at_most").is_some() {
        fields.blame("at_most", say!("percentage-of"));
    }
    let (label, value) = (fields.text("label"), figure(&fields, "value"));
    let of = of.map(Respondents::Exactly).or(at_most.map(Respondents::AtMost));
    Some(PublishedPercentage { id: id?, label, value: value?, of: of? })
}

fn mean(node: &Node, ids: &mut Vec<String>, problems: &Problems) -> Option<PublishedMean> {
    let fields = Fields::open(node, &MEAN, problems)?;
    let id = fields.get("id").and_then(|node| unique_id(node, ids, problems));
    let (label, value) = (fields.text("label"), figure(&fields, "value"));
    let of = fields.get("of").and_then(|node| count(node, 1, "of", problems));
    let items = fields.get("items").map_or(Some(1), |node| count(node, 1, "items", problems));
    Some(PublishedMean { id: id?, label, value: value?, of: of?, items: items? })
}

fn twice(node: &Node, ids: &mut Vec<String>, problems: &Problems) -> Option<StatedTwice> {
    let fields = Fields::open(node, &TWICE, problems)?;
    let id = fields.get("id").and_then(|node| unique_id(node, ids, problems));
    let label = fields.text("label");
    let (text, table) = (figure(&fields, "text"), figure(&fields, "table"));
    Some(StatedTwice { id: id?, label, text: text?, table: table? })
}
