//! Published figures compared with one another and with the recomputation.

use equifinal_measure::audit::{About, Check, Finding, Severity};

use crate::number::{fixed, runs};
use crate::view::{Block, Cell, Context, Group, Table};

/// One row per rule that concerns published figures; empty without any.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let Context { input, speaker, .. } = context;
    if input.audit.is_empty() {
        return Vec::new();
    }
    let head = ["audit-rule", "audit-about", "audit-found"];
    let rows = input.audit.iter().map(|check| row(context, check)).collect();
    let table = Table::new(
        speaker,
        "audit".to_owned(),
        speaker.say("audit-title"),
        vec![head.iter().map(|key| Cell::text(speaker.say(key))).collect()],
        vec![Group::of(rows)],
        vec![speaker.say("audit-note")],
    );
    vec![Block::Table(table)]
}

fn row(context: Context<'_>, check: &Check) -> Vec<Cell> {
    let speaker = context.speaker;
    let mut sentences: Vec<String> = check.findings.iter().map(|finding| said(context, finding)).collect();
    if let Some((most, sizes)) = check.sizes.as_ref().filter(|(_, sizes)| !sizes.is_empty()) {
        let listed = speaker.list(runs(sizes));
        let args = [("count", sizes.len().into()), ("most", (*most).into()), ("sizes", listed.into())];
        sentences.push(speaker.say_of("audit-sizes", &args));
    }
    if check.rule == 7 && !check.matches.is_empty() {
        let types = speaker.list(check.matches.iter().map(|kind| speaker.say(kind)));
        sentences.push(speaker.say_of("audit-matches", &[("types", types.into())]));
    }
    if sentences.is_empty() {
        sentences.push(speaker.say("audit-in-order"));
    }
    let wrong = check.findings.iter().any(|finding| finding.severity() == Severity::Error);
    let rule = speaker.say(&format!("audit-rule-{}", check.rule));
    let found = Cell { strong: wrong, ..Cell::text(speaker.sentences(sentences)) };
    vec![Cell::text(rule), Cell::text(about(context, &check.about)), found]
}

fn about(context: Context<'_>, about: &About) -> String {
    let speaker = context.speaker;
    let (key, name) = match about {
        About::Solution(name) => ("audit-of-solution", context.names.analysis(name)),
        About::Necessity(name) => ("audit-of-necessity", context.names.analysis(name)),
        About::TruthTable(name) => ("audit-of-truth-table", name.clone()),
        About::Memberships(name) => ("audit-of-memberships", context.names.set(name)),
        About::Percentiles(name) => ("audit-of-percentiles", context.names.set(name)),
        About::Figure(id, label, figure) => {
            let name = speaker.text_or(label.as_ref(), id);
            return speaker.say_of("audit-of-figure", &[("name", name.into()), ("figure", figure.to_string().into())]);
        }
    };
    speaker.say_of(key, &[("name", name.into())])
}

/// The message of a finding.
fn said(context: Context<'_>, finding: &Finding) -> String {
    let speaker = context.speaker;
    let (key, args) = of_solutions(context, finding).or_else(|| of_tables(finding)).unwrap_or_default();
    let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
    speaker.say_of(key, &args)
}

/// The key of a message and its arguments.
type Sentence = (&'static str, Vec<(&'static str, String)>);

fn three(value: f64) -> String {
    fixed(value, 3)
}

/// Rules 1, 2, 5 and 7.
fn of_solutions(context: Context<'_>, finding: &Finding) -> Option<Sentence> {
    let speaker = context.speaker;
    Some(match finding {
        Finding::UniqueAboveRaw { term, unique, raw } => (
            "audit-unique-above-raw",
            vec![("term", term.clone()), ("unique", unique.to_string()), ("raw", raw.to_string())],
        ),
        Finding::UniqueAboveSolution { sum, solution } => {
            ("audit-unique-above-solution", vec![("sum", three(*sum)), ("solution", solution.to_string())])
        }
        Finding::SolutionAboveTerms { solution, bound } => {
            ("audit-solution-above-terms", vec![("solution", solution.to_string()), ("bound", three(*bound))])
        }
        Finding::TermAboveSolution { term, raw, solution } => (
            "audit-term-above-solution",
            vec![("term", term.clone()), ("raw", raw.to_string()), ("solution", solution.to_string())],
        ),
        Finding::TermBelowCutoff { term, consistency, cutoff, .. } => (
            "audit-term-below-cutoff",
            vec![("term", term.clone()), ("consistency", consistency.to_string()), ("cutoff", three(*cutoff))],
        ),
        Finding::FitSwapped { consistency, coverage, recomputed_consistency, recomputed_coverage } => (
            "audit-fit-swapped",
            vec![
                ("consistency", consistency.to_string()),
                ("coverage", coverage.to_string()),
                ("first", three(*recomputed_consistency)),
                ("second", three(*recomputed_coverage)),
            ],
        ),
        Finding::OtherType { claimed, found } => {
            let types = speaker.list(found.iter().map(|name| speaker.say(name)));
            ("audit-other-type", vec![("claimed", speaker.say(claimed)), ("types", types)])
        }
        Finding::NoType { claimed } => ("audit-no-type", vec![("claimed", speaker.say(claimed))]),
        Finding::NoTypeAtAll => ("audit-no-type-at-all", Vec::new()),
        Finding::Membership { .. }
        | Finding::RowsSwapped { .. }
        | Finding::Row { .. }
        | Finding::CasesLost { .. }
        | Finding::CasesInvented { .. }
        | Finding::NotRecomputed { .. }
        | Finding::CaseMatrix { .. }
        | Finding::Grim { .. }
        | Finding::GrimUpTo { .. }
        | Finding::Anchor { .. }
        | Finding::StatedTwice { .. } => return None,
    })
}

/// The other rules.
fn of_tables(finding: &Finding) -> Option<Sentence> {
    Some(match finding {
        Finding::Membership { case, published, recomputed } => (
            "audit-membership",
            vec![("case", case.clone()), ("published", published.to_string()), ("recomputed", three(*recomputed))],
        ),
        Finding::RowsSwapped { first, second } => {
            ("audit-rows-swapped", vec![("first", first.clone()), ("second", second.clone())])
        }
        Finding::Row { row, published, recomputed } => (
            "audit-row",
            vec![("row", row.clone()), ("published", published.to_string()), ("recomputed", three(*recomputed))],
        ),
        Finding::CasesLost { found, cases } => {
            ("audit-cases-lost", vec![("found", found.to_string()), ("cases", cases.to_string())])
        }
        Finding::CasesInvented { found, cases } => {
            ("audit-cases-invented", vec![("found", found.to_string()), ("cases", cases.to_string())])
        }
        Finding::NotRecomputed { what, .. } => ("audit-not-recomputed", vec![("what", what.clone())]),
        Finding::CaseMatrix { rows, configurations } => {
            ("audit-case-matrix", vec![("rows", rows.to_string()), ("configurations", configurations.to_string())])
        }
        Finding::Grim { figure, n } => ("audit-grim", vec![("figure", figure.to_string()), ("n", n.to_string())]),
        Finding::GrimUpTo { figure, most } => {
            ("audit-grim-up-to", vec![("figure", figure.to_string()), ("most", most.to_string())])
        }
        Finding::Anchor { anchor, percentile, found } => (
            "audit-anchor",
            vec![("anchor", anchor.to_string()), ("percentile", percentile.to_string()), ("found", three(*found))],
        ),
        Finding::StatedTwice { text, table, .. } => {
            ("audit-stated-twice", vec![("text", text.to_string()), ("table", table.to_string())])
        }
        Finding::UniqueAboveRaw { .. }
        | Finding::UniqueAboveSolution { .. }
        | Finding::SolutionAboveTerms { .. }
        | Finding::TermAboveSolution { .. }
        | Finding::TermBelowCutoff { .. }
        | Finding::FitSwapped { .. }
        | Finding::OtherType { .. }
        | Finding::NoType { .. }
        | Finding::NoTypeAtAll => return None,
    })
}
