//! Coincidence analyses: the models of each outcome, and the structures that combine them.

mod compared;
mod drawn;
mod title;

use equifinal_chains::{ChainFindings, Counted, ModelFindings, Optimum, OutcomeFindings, StructureFindings};
use equifinal_study::config::FitCut;

use crate::number;
use crate::view::{Block, Cell, Context, Group, Table, file_name};

/// Models of one outcome and structures that are printed; results.json has the others that were listed.
const PRINTED: usize = 20;

/// The tables of every analysis.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    context.input.chains.iter().flat_map(|found| of_chain(context, found)).collect()
}

fn of_chain(context: Context<'_>, found: &ChainFindings) -> Vec<Block> {
    let mut blocks = vec![Block::Table(models(context, found))];
    let has_several = found.structures.listed.iter().any(|one| one.structure.formulas.len() > 1);
    // A structure of one formula is the model itself: only its score is new.
    if has_several || found.robustness.is_some() && found.structures.count > 0 {
        blocks.push(Block::Table(structures(context, found)));
    }
    blocks.extend(drawn::figure(context, found).map(|figure| Block::Figures(vec![figure])));
    blocks.extend(compared::tables(context, found).into_iter().map(Block::Table));
    blocks
}

fn models(context: Context<'_>, found: &ChainFindings) -> Table {
    let speaker = context.speaker;
    let mut head = vec![Cell::text(speaker.say("model"))];
    let measures = ["consistency", "coverage", "chains-complexity", "chains-exhaustiveness", "chains-faithfulness"];
    head.extend(measures.iter().map(|key| Cell::number(speaker.say(key))));
    let mut groups: Vec<Group> =
        found.outcomes.iter().filter(|one| one.models.count > 0).map(|one| group(context, found, one)).collect();
    if groups.is_empty() {
        groups.push(Group::of(vec![vec![Cell::text(speaker.say("chains-no-model")).over(head.len())]]));
    }
    Table::new(
        speaker,
        file_name(&["chains", &found.chain.name]),
        speaker.say_of("chains-models-title", &[("chain", title::name(context, found).into())]),
        vec![head],
        groups,
        notes(context, found),
    )
}

fn group(context: Context<'_>, found: &ChainFindings, one: &OutcomeFindings) -> Group {
    let args = [
        ("outcome", found.factors.write(one.outcome).into()),
        ("count", count(&one.models, context).into()),
        ("conditions", count(&one.sufficient, context).into()),
    ];
    Group {
        heading: Some(context.speaker.say_of("chains-outcome", &args)),
        rows: one.models.listed.iter().take(PRINTED).map(|model| row(context, found, one, model)).collect(),
        ..Group::default()
    }
}

/// The number found, with a sign if there may be more.
fn count<T>(counted: &Counted<T>, context: Context<'_>) -> String {
    let count = counted.count.to_string();
    if counted.exact { count } else { context.speaker.say_of("chains-at-least", &[("count", count.into())]) }
}

fn row(context: Context<'_>, found: &ChainFindings, outcome: &OutcomeFindings, model: &ModelFindings) -> Vec<Cell> {
    let speaker = context.speaker;
    let overall = model.overall.unwrap_or_default();
    let factors = &found.factors;
    vec![
        Cell::code(format!("{} ↔ {}", model.formula.write(factors), factors.write(outcome.outcome))),
        Cell::number(speaker.ratio(model.fit.consistency(found.chain.consistency.measure))),
        Cell::number(speaker.ratio(model.fit.coverage(found.chain.coverage.measure))),
        Cell::number(model.formula.complexity()),
        Cell::number(speaker.ratio(overall.exhaustiveness)),
        Cell::number(speaker.ratio(overall.faithfulness)),
    ]
}

fn structures(context: Context<'_>, found: &ChainFindings) -> Table {
    let speaker = context.speaker;
    let is_scored = found.robustness.is_some();
    let mut head = vec![Cell::text(speaker.say("chains-structure"))];
    let measures = ["consistency", "coverage", "chains-complexity", "chains-coherence", "chains-exhaustiveness"];
    let score = is_scored.then_some("chains-score");
    head.extend(
        measures.into_iter().chain(["chains-faithfulness"]).chain(score).map(|key| Cell::number(speaker.say(key))),
    );
    let listed = found.structures.listed.iter().take(PRINTED);
    let rows = listed.map(|one| structure_row(context, found, one)).collect();
    let title = [("chain", title::name(context, found).into()), ("count", count(&found.structures, context).into())];
    let mut notes = vec![speaker.say("chains-structures-note")];
    if found.structures.listed.iter().any(|one| one.cyclic) {
        notes.push(speaker.say("chains-cyclic"));
    }
    notes.extend(more(context, &found.structures));
    if let Some(robustness) = &found.robustness {
        let args = [("analyses", robustness.analyses.into()), ("incomplete", robustness.incomplete.into())];
        notes.push(speaker.say_of("chains-score-note", &args));
    }
    Table::new(
        speaker,
        file_name(&["chain-structures", &found.chain.name]),
        speaker.say_of("chains-structures-title", &title),
        vec![head],
        vec![Group::of(rows)],
        notes,
    )
}

fn structure_row(context: Context<'_>, found: &ChainFindings, one: &StructureFindings) -> Vec<Cell> {
    let overall = one.overall.unwrap_or_default();
    let expression = one.structure.write(&found.factors).replace("<->", "↔");
    let mark = one.cyclic.then(|| context.speaker.say("chains-has-cycle"));
    let expression = Cell::code(expression);
    let mut row = vec![
        mark.map_or_else(|| expression.clone(), |mark| expression.clone().with_small(mark)),
        Cell::number(context.speaker.ratio(one.fit.consistency(found.chain.consistency.measure))),
        Cell::number(context.speaker.ratio(one.fit.coverage(found.chain.coverage.measure))),
        Cell::number(one.structure.complexity()),
        Cell::number(context.speaker.ratio(overall.coherence)),
        Cell::number(context.speaker.ratio(overall.exhaustiveness)),
        Cell::number(context.speaker.ratio(overall.faithfulness)),
    ];
    row.extend(one.score.map(|(score, normalised)| {
        Cell::number(score).with_small(context.speaker.ratio(Some(normalised)).to_string())
    }));
    row
}

/// A sentence for structures or models that are not printed.
fn more<T>(context: Context<'_>, counted: &Counted<T>) -> Option<String> {
    let args = [("printed", PRINTED.into()), ("count", counted.count.to_string().into())];
    (counted.count > PRINTED).then(|| context.speaker.say_of("models-more", &args))
}

fn notes(context: Context<'_>, found: &ChainFindings) -> Vec<String> {
    let speaker = context.speaker;
    let chain = &found.chain;
    let measure = |cut: &FitCut| speaker.say(&format!("chains-measure-{}", cut.measure.name()));
    let args = [
        ("cases", found.factors.cases.into()),
        ("consistency", number::shortest(chain.consistency.at_least).into()),
        ("coverage", number::shortest(chain.coverage.at_least).into()),
        ("sufficiency", measure(&chain.consistency).into()),
        ("necessity", measure(&chain.coverage).into()),
    ];
    let mut notes = vec![speaker.say_of("chains-note", &args)];
    if found.factors.left_out > 0 {
        notes.push(speaker.say_of("chains-left-out", &[("count", found.factors.left_out.into())]));
    }
    if found.factors.rare > 0 {
        let args = [("count", found.factors.rare.into()), ("frequency", chain.frequency.into())];
        notes.push(speaker.say_of("chains-rare", &args));
    }
    if let Some(cutoff) = chain.sufficient_at_least {
        notes.push(speaker.say_of("chains-sufficient", &[("cutoff", number::shortest(cutoff).into())]));
    }
    if chain.redundant {
        notes.push(speaker.say("chains-redundant"));
    }
    let bounds = [
        ("chains-bound-literals", chain.most.literals),
        ("chains-bound-terms", chain.most.terms),
        ("chains-bound-complexity", chain.most.complexity),
    ];
    let bounds = bounds.into_iter().filter_map(|(key, bound)| Some((key, bound?)));
    notes.extend(bounds.map(|(key, bound)| speaker.say_of(key, &[("count", bound.into())])));
    notes.extend(optima(context, found));
    if found.outcomes.iter().any(|one| one.models.count > 1) {
        notes.push(speaker.say("chains-ambiguous"));
    }
    if found.outcomes.iter().any(|one| !one.models.exact) {
        notes.push(speaker.say("chains-incomplete"));
    }
    notes.extend(found.outcomes.iter().find_map(|one| more(context, &one.models)));
    notes
}

/// The best attainable fit of each outcome.
fn optima(context: Context<'_>, found: &ChainFindings) -> Vec<String> {
    let speaker = context.speaker;
    if found.chain.optimum && found.optima.is_empty() {
        return vec![speaker.say("chains-optimum-none")];
    }
    let one = |optimum: &Optimum| {
        let (consistency, coverage) = *optimum.points.get(optimum.best)?;
        let shortest = optimum.shortest.formulas.first().map(|formula| formula.write(&found.factors));
        let args = [
            ("outcome", found.factors.write(optimum.outcome).into()),
            ("consistency", speaker.ratio(Some(consistency)).into()),
            ("coverage", speaker.ratio(Some(coverage)).into()),
            ("condition", shortest.unwrap_or_else(|| speaker.ratio(None)).into()),
        ];
        Some(speaker.say_of("chains-optimum", &args))
    };
    found.optima.iter().filter_map(one).collect()
}
