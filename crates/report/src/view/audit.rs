//! Published figures held against one another and against the recomputation.

use equifinal_measure::audit::{About, Check, Finding, Severity};

use super::block::Block;
use super::table::{Cell, Group, Table};
use super::{Context, Numbering};
use crate::number::fixed;

/// A row for each rule that published figures concern; nothing without any.
pub(super) fn blocks(context: Context<'_>, numbering: &mut Numbering) -> Vec<Block> {
    let Context { input, speaker, .. } = context;
    if input.audit.is_empty() {
        return Vec::new();
    }
    let head = ["audit-rule", "audit-about", "audit-found"];
    let rows = input.audit.iter().map(|check| row(context, check)).collect();
    let table = Table::new(
        speaker,
        numbering,
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
        let listed = speaker.list(sizes.iter().map(u64::to_string));
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
        About::Solution(name) => ("audit-of-solution", name.clone()),
        About::Necessity(name) => ("audit-of-necessity", name.clone()),
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

/// A finding in the language of the report.
fn said(context: Context<'_>, finding: &Finding) -> String {
    let speaker = context.speaker;
    let three = |value: f64| fixed(value, 3);
    let say = |key: &str, args: &[(&str, String)]| {
        let args: Vec<_> = args.iter().map(|(name, value)| (*name, value.as_str().into())).collect();
        speaker.say_of(key, &args)
    };
    let types = |names: &[String]| speaker.list(names.iter().map(|name| speaker.say(name)));
    match finding {
        Finding::UniqueAboveRaw { term, unique, raw } => say(
            "audit-unique-above-raw",
            &[("term", term.clone()), ("unique", unique.to_string()), ("raw", raw.to_string())],
        ),
        Finding::UniqueAboveSolution { sum, solution } => {
            say("audit-unique-above-solution", &[("sum", three(*sum)), ("solution", solution.to_string())])
        }
        Finding::SolutionAboveTerms { solution, bound } => {
            say("audit-solution-above-terms", &[("solution", solution.to_string()), ("bound", three(*bound))])
        }
        Finding::TermAboveSolution { term, raw, solution } => say(
            "audit-term-above-solution",
            &[("term", term.clone()), ("raw", raw.to_string()), ("solution", solution.to_string())],
        ),
        Finding::TermBelowCutoff { term, consistency, cutoff, .. } => say(
            "audit-term-below-cutoff",
            &[("term", term.clone()), ("consistency", consistency.to_string()), ("cutoff", three(*cutoff))],
        ),
        Finding::Membership { case, published, recomputed } => say(
            "audit-membership",
            &[("case", case.clone()), ("published", published.to_string()), ("recomputed", three(*recomputed))],
        ),
        Finding::RowsSwapped { first, second } => {
            say("audit-rows-swapped", &[("first", first.clone()), ("second", second.clone())])
        }
        Finding::Row { row, published, recomputed } => say(
            "audit-row",
            &[("row", row.clone()), ("published", published.to_string()), ("recomputed", three(*recomputed))],
        ),
        Finding::FitSwapped { consistency, coverage, recomputed_consistency, recomputed_coverage } => say(
            "audit-fit-swapped",
            &[
                ("consistency", consistency.to_string()),
                ("coverage", coverage.to_string()),
                ("first", three(*recomputed_consistency)),
                ("second", three(*recomputed_coverage)),
            ],
        ),
        Finding::CasesLost { found, cases } => {
            say("audit-cases-lost", &[("found", found.to_string()), ("cases", cases.to_string())])
        }
        Finding::CasesInvented { found, cases } => {
            say("audit-cases-invented", &[("found", found.to_string()), ("cases", cases.to_string())])
        }
        Finding::OtherType { claimed, found } => {
            say("audit-other-type", &[("claimed", speaker.say(claimed)), ("types", types(found))])
        }
        Finding::NoType { claimed } => say("audit-no-type", &[("claimed", speaker.say(claimed))]),
        Finding::NoTypeAtAll => say("audit-no-type-at-all", &[]),
        Finding::CaseMatrix { rows, configurations } => {
            say("audit-case-matrix", &[("rows", rows.to_string()), ("configurations", configurations.to_string())])
        }
        Finding::Grim { figure, n } => say("audit-grim", &[("figure", figure.to_string()), ("n", n.to_string())]),
        Finding::GrimUpTo { figure, most } => {
            say("audit-grim-up-to", &[("figure", figure.to_string()), ("most", most.to_string())])
        }
        Finding::Anchor { anchor, percentile, found } => say(
            "audit-anchor",
            &[("anchor", anchor.to_string()), ("percentile", percentile.to_string()), ("found", three(*found))],
        ),
        Finding::StatedTwice { text, table, .. } => {
            say("audit-stated-twice", &[("text", text.to_string()), ("table", table.to_string())])
        }
    }
}
