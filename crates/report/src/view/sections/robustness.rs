//! Findings under named changes and other crossover policies.

mod chance;
mod decisions;
mod multiverse;
mod protocol;
mod ranges;
mod resample;
mod thresholds;
mod untried;

use equifinal_qca::findings::SufficiencyFit;
use equifinal_robustness::comparison::{Comparison, Verdict};
use equifinal_study::config::{Length, SolutionType};

use crate::number;
use crate::view::{Block, Cell, Context, Group, Table};
use crate::words;

/// The tables of alternatives and of crossover policies, if there are any.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    let has_negations = context.input.pairs().iter().any(|pair| pair.negation.is_some());
    let mut negated = Vec::new();
    if !context.input.alternatives.is_empty() {
        blocks.push(Block::Table(alternatives(context, false)));
        negated.extend(has_negations.then(|| Block::Table(alternatives(context, true))));
    }
    negated.extend(protocol::blocks(context, true));
    negated.extend(resample::kept_blocks(context, true));
    let other_side =
        (!context.input.other_side.is_empty()).then(|| Block::Table(other_side(context))).into_iter().collect();
    for (heading, folded, part) in [
        ("protocol-heading", false, protocol::blocks(context, false)),
        ("resample-heading", false, resample::blocks(context)),
        ("chance-heading", false, chance::blocks(context)),
        ("untried-heading", false, untried::blocks(context)),
        ("other-side-title", true, other_side),
        ("fold-negation", true, negated),
        ("zones-heading", true, protocol::zone_blocks(context)),
        ("thresholds-heading", true, thresholds::blocks(context)),
        ("multiverse-heading", true, multiverse::blocks(context)),
        ("ranges-heading", true, ranges::blocks(context)),
    ] {
        if !part.is_empty() {
            let heading = context.speaker.say(heading);
            blocks.push(if folded { Block::Fold(heading) } else { Block::Heading(heading) });
            blocks.extend(part);
        }
    }
    blocks
}

/// A changed solution compared with the study's own.
struct Changed<'a> {
    analysis: &'a str,
    solution: SolutionType,
    models: &'a [String],
    model_count: u128,
    before: &'a SufficiencyFit,
    after: &'a SufficiencyFit,
    verdict: &'a Verdict,
}

impl<'a> From<&'a Comparison> for Changed<'a> {
    fn from(comparison: &'a Comparison) -> Self {
        Self {
            analysis: &comparison.analysis,
            solution: comparison.solution,
            models: &comparison.models,
            model_count: comparison.model_count,
            before: &comparison.before,
            after: &comparison.after,
            verdict: &comparison.verdict,
        }
    }
}

/// The alternatives, for analyses of the study or for those of negated outcomes.
fn alternatives(context: Context<'_>, negated: bool) -> Table {
    let Context { input, speaker, .. } = context;
    let wanted = |analysis: &str| input.negates(analysis) == negated;
    let original = input.findings.iter().filter(|findings| wanted(&findings.analysis.name)).filter_map(|findings| {
        let solution = findings.solution(findings.analysis.interpret).as_ref().ok()?;
        let model = solution.models.first()?;
        Some(vec![
            Cell::text(speaker.say("original")),
            Cell::text(context.names.analysis_title(&findings.analysis.name)),
            Cell::code(findings.write_model(model)),
            Cell::number(speaker.ratio(model.fit.consistency)),
            Cell::number(speaker.ratio(model.fit.coverage)),
            Cell::text(number::UNDEFINED),
        ])
    });
    let mut groups = vec![Group::of(original.collect())];
    for alternative in input.alternatives {
        let label = speaker.text_or(alternative.label.as_ref(), &alternative.id);
        let name = match alternative.label {
            Some(_) => Cell::text(label),
            None => Cell::text(label).with_small(speaker.clauses(&alternative.changes)),
        };
        let names = std::iter::once(name).chain(std::iter::repeat(Cell::empty()));
        let rows = alternative.comparisons.iter().filter(|found| wanted(&found.analysis)).zip(names);
        let rows = rows.map(|(comparison, name)| row(context, name, &comparison.into()));
        groups.push(Group::ruled(rows.collect()));
    }
    groups.retain(|group| !group.rows.is_empty());
    let id = if negated { "alternatives.negation" } else { "alternatives" };
    let mut table = table(context, id, "alternatives-title", groups);
    table.notes.extend(input.study.alternatives.iter().filter_map(|alternative| {
        let because = speaker.text(alternative.because.as_ref()?);
        let label = speaker.text_or(alternative.label.as_ref(), &alternative.id);
        Some(speaker.say_of("reason", &[("set", label.into()), ("text", because.into())]))
    }));
    table
}

fn other_side(context: Context<'_>) -> Table {
    let rows = context.input.other_side.iter().map(|other| {
        let policy = other.policy.name();
        let name = Cell::text(context.speaker.say(&format!("policy-{policy}")));
        let changed = Changed {
            analysis: &other.analysis,
            solution: other.solution,
            models: &other.models,
            model_count: other.model_count,
            before: &other.before,
            after: &other.after,
            verdict: &other.verdict,
        };
        row(context, name, &changed)
    });
    let groups = vec![Group::of(rows.collect())];
    table(context, "other-side", "other-side-title", groups)
}

/// The column with the name of the analysis.
const ANALYSIS: usize = 1;

fn table(context: Context<'_>, id: &str, title: &str, groups: Vec<Group>) -> Table {
    let speaker = context.speaker;
    let mut head: Vec<Cell> =
        ["change", "analysis", "solution"].iter().map(|key| Cell::text(speaker.say(key))).collect();
    head.extend(["consistency", "coverage"].iter().map(|key| Cell::number(speaker.say(key))));
    head.push(Cell::text(speaker.say("verdict")));
    let (mut head, mut groups) = (head, groups);
    // A paper has no room for the name of the only analysis.
    let mut analyses = groups.iter().flat_map(|group| &group.rows).filter_map(|row| row.get(ANALYSIS));
    if context.input.study.report.length == Length::Paper
        && let Some(first) = analyses.next()
        && analyses.all(|other| other.text == first.text)
    {
        head.remove(ANALYSIS);
        groups.iter_mut().flat_map(|group| &mut group.rows).for_each(|row| drop(row.remove(ANALYSIS)));
    }
    Table::new(speaker, id.to_owned(), speaker.say(title), vec![head], groups, vec![speaker.say("alternatives-note")])
}

fn row(context: Context<'_>, name: Cell, changed: &Changed<'_>) -> Vec<Cell> {
    let speaker = context.speaker;
    if let Verdict::NotComparable(reason) = changed.verdict {
        let args = [("reason", words::no_solution(reason, speaker).into())];
        let verdict = Cell::text(speaker.say_of("verdict-not_comparable", &args)).over(4);
        return vec![name, Cell::text(context.names.analysis_title(changed.analysis)), verdict];
    }
    let model = if *changed.verdict == Verdict::Same {
        Cell::text(speaker.say("unchanged"))
    } else {
        Cell::code(changed.models.first().cloned().unwrap_or_default())
    };
    let model = if changed.model_count > 1 {
        model.with_small(speaker.say_of("first-of-models", &[("count", changed.model_count.to_string().into())]))
    } else {
        model
    };
    let measured = |before: Option<f64>, after: Option<f64>| {
        Cell::number(match speaker.difference(before, after) {
            Some(difference) => format!("{} ({difference})", speaker.ratio(after)),
            None => speaker.ratio(after),
        })
    };
    let kind = speaker.say(changed.solution.name());
    let verdict = speaker.say(&format!("verdict-{}", words::verdict(changed.verdict)));
    vec![
        name,
        Cell::text(context.names.analysis_title(changed.analysis)),
        model,
        measured(changed.before.consistency, changed.after.consistency),
        measured(changed.before.coverage, changed.after.coverage),
        Cell::text(verdict).with_small(kind),
    ]
}
