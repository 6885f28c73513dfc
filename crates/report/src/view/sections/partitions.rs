//! Analyses run again in parts of their cases: the pooled solution in each part, the solutions of the parts, and how far
//! each holds in the others.

use equifinal_panel::{Diversity, Fate, Part, Partition, Sums};
use equifinal_qca::findings::{Findings, SufficiencyFit};
use equifinal_study::config::PartitionBy;
use equifinal_study::cuts::at_least;

use crate::figures::panel::{Cell as Square, Grid, grid};
use crate::figures::words::Titles;
use crate::number;
use crate::view::{Block, Cell, Context, Figure, Group, Table, file_name};

/// Number of parts beyond which the table of transfers and the figure cannot be read.
const MOST: usize = 24;

/// Tables and a figure for every analysis with parts.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let input = context.input;
    let mut blocks = Vec::new();
    for found in input.partitions {
        let Some(findings) = input.findings.iter().find(|one| one.analysis.name == found.analysis) else { continue };
        if input.partitions.len() > 1 {
            blocks.push(Block::Heading(context.names.analysis_title(&found.analysis)));
        }
        blocks.push(Block::Table(pooled(context, found)));
        blocks.push(Block::Table(solutions(context, found)));
        if (2..=MOST).contains(&found.parts.len()) {
            blocks.push(Block::Table(transfer(context, found)));
            blocks.push(Block::Figures(vec![figure(context, findings, found)]));
        }
    }
    blocks
}

fn titled(context: Context<'_>, key: &str, found: &Partition) -> String {
    context.speaker.say_of(key, &[("analysis", context.names.analysis_title(&found.analysis).into())])
}

/// The head of the column of parts.
fn of_parts(context: Context<'_>, found: &Partition) -> String {
    match &found.by {
        PartitionBy::Time => context.speaker.say("panel-period"),
        PartitionBy::Unit => context.speaker.say("panel-unit"),
        PartitionBy::Cluster(column) | PartitionBy::Column(column) => context.names.data(column),
    }
}

/// The cases, diversity and weight of each part, and the pooled solution in it.
fn pooled(context: Context<'_>, found: &Partition) -> Table {
    let speaker = context.speaker;
    let spans = vec![
        Cell::empty(),
        Cell::empty(),
        Cell::centred(speaker.say("partition-rows")).over(4),
        Cell::centred(speaker.say("partition-weight")).over(2),
        Cell::centred(speaker.say("partition-pooled")).over(2),
    ];
    let keys = [
        "panel-counts",
        "partition-all",
        "partition-positive",
        "partition-negative",
        "partition-share",
        "consistency",
        "coverage",
        "consistency",
        "coverage",
    ];
    let mut head = vec![Cell::text(of_parts(context, found))];
    head.extend(keys.iter().map(|key| Cell::number(speaker.say(key))));
    let ratio = |value: Option<f64>| Cell::number(speaker.ratio(value));
    let row = |part: &Part| {
        let diversity = part.diversity;
        let cases = part.findings.as_ref().map_or(0, |findings| findings.cases.len());
        let mut row = vec![Cell::text(context.names.data(&part.name)), Cell::number(cases)];
        row.extend([diversity.rows, diversity.positive, diversity.negative].map(Cell::number));
        row.push(ratio(Diversity::share(diversity.rows, found.rows)));
        let weight = part.pooled.as_ref().map(|own| own.weight).zip(found.pooled);
        row.push(ratio(weight.and_then(|(own, all)| Sums::share(own.solution, all.solution))));
        row.push(ratio(weight.and_then(|(own, all)| Sums::share(own.outcome, all.outcome))));
        let fit = part.pooled.as_ref().map(|own| own.fit);
        row.extend([ratio(fit.and_then(|fit| fit.consistency)), ratio(fit.and_then(|fit| fit.coverage))]);
        row
    };
    let mut notes = vec![speaker.say_of("partition-note", &[("rows", found.rows.into())])];
    if !found.without.is_empty() {
        notes.push(speaker.say_of("partition-without", &[("cases", found.without.len().into())]));
    }
    Table::new(
        speaker,
        file_name(&["partitions", &found.analysis]),
        titled(context, "partition-title", found),
        vec![spans, head],
        vec![Group::of(found.parts.iter().map(row).collect())],
        notes,
    )
}

/// The solution of each part, and the fate of the pooled terms in it.
fn solutions(context: Context<'_>, found: &Partition) -> Table {
    let speaker = context.speaker;
    let mut head = vec![Cell::text(of_parts(context, found)), Cell::text(speaker.say("partition-own"))];
    head.extend(["consistency", "coverage"].map(|key| Cell::number(speaker.say(key))));
    head.extend(
        ["partition-kept", "partition-changed", "partition-lost", "partition-new"]
            .map(|key| Cell::text(speaker.say(key))),
    );
    let row = |part: &Part| {
        let model = part.findings.as_ref().and_then(|findings| {
            let solution = findings.solution(findings.analysis.interpret).as_ref().ok()?;
            Some((findings, solution.models.first()?))
        });
        let own = match model {
            Some((findings, model)) => Cell::code(findings.write_model(model)),
            None => Cell::text(speaker.say("partition-refused")),
        };
        let fit = model.map(|(_, model)| model.fit);
        let mut row = vec![Cell::text(context.names.data(&part.name)), own];
        let ratios = [fit.and_then(|fit| fit.consistency), fit.and_then(|fit| fit.coverage)];
        row.extend(ratios.map(|value| Cell::number(speaker.ratio(value))));
        let with = |fates: &[Fate]| {
            let terms = part.terms.iter().filter(|one| fates.contains(&one.fate));
            listed(context, terms.map(|one| one.expression.as_str()).collect())
        };
        row.extend([with(&[Fate::Kept]), with(&[Fate::Narrower, Fate::Wider]), with(&[Fate::Lost])]);
        row.push(listed(context, part.new.iter().map(String::as_str).collect()));
        row
    };
    Table::new(
        speaker,
        file_name(&["partition-solutions", &found.analysis]),
        titled(context, "partition-solutions-title", found),
        vec![head],
        vec![Group::of(found.parts.iter().map(row).collect())],
        vec![speaker.say("partition-solutions-note")],
    )
}

/// Terms one after another; a dash if there is none.
fn listed(context: Context<'_>, terms: Vec<&str>) -> Cell {
    if terms.is_empty() { Cell::text(number::UNDEFINED) } else { Cell::code(context.speaker.list(terms)) }
}

/// The consistency of the pooled solution and of that of each part (rows) in each part (columns).
fn consistencies(context: Context<'_>, found: &Partition) -> Vec<(String, Vec<Option<f64>>)> {
    let whole = found.parts.iter().map(|part| part.pooled.as_ref().and_then(|own| own.fit.consistency));
    let own = |part: &Part| {
        let findings = part.findings.as_ref()?;
        findings.solution(findings.analysis.interpret).as_ref().ok()?.models.first()?.fit.consistency
    };
    let of = |(at, part): (usize, &Part)| {
        let in_others = part.transfer.iter().enumerate();
        let other = |fit: &Option<SufficiencyFit>| fit.as_ref().and_then(|fit| fit.consistency);
        let values = in_others.map(|(place, fit)| if place == at { own(part) } else { other(fit) });
        (context.names.data(&part.name), values.collect())
    };
    let pooled = (context.speaker.say("partition-pooled"), whole.collect());
    std::iter::once(pooled).chain(found.parts.iter().enumerate().map(of)).collect()
}

fn transfer(context: Context<'_>, found: &Partition) -> Table {
    let speaker = context.speaker;
    let mut head = vec![Cell::text(speaker.say("partition-solution-of"))];
    head.extend(found.parts.iter().map(|part| Cell::number(context.names.data(&part.name))));
    let row = |(name, values): (String, Vec<Option<f64>>)| {
        let values = values.into_iter().map(|value| Cell::number(speaker.ratio(value)));
        std::iter::once(Cell::text(name)).chain(values).collect()
    };
    Table::new(
        speaker,
        file_name(&["partition-transfer", &found.analysis]),
        titled(context, "partition-transfer-title", found),
        vec![head],
        vec![Group::of(consistencies(context, found).into_iter().map(row).collect())],
        vec![speaker.say("partition-transfer-note")],
    )
}

fn figure(context: Context<'_>, findings: &Findings, found: &Partition) -> Figure {
    let speaker = context.speaker;
    let cutoff = findings.analysis.truth_table.consistency;
    let square = |value: Option<f64>| match value {
        // Consistencies of solutions lie in the upper half, which the shades are for.
        Some(consistency) => Square::Member(2.0 * consistency - 1.0, !at_least(value, cutoff)),
        None => Square::Missing,
    };
    let (names, cells) = consistencies(context, found)
        .into_iter()
        .map(|(name, values)| (name, values.into_iter().map(square).collect::<Vec<_>>()))
        .unzip();
    let below = [("cutoff", speaker.cutoff(cutoff).into())];
    let shown = Grid {
        units: names,
        periods: found.parts.iter().map(|part| context.names.data(&part.name)).collect(),
        cells,
        legend: [
            speaker.say("partition-cell-consistency"),
            speaker.say_of("partition-cell-below", &below),
            speaker.say("partition-cell-none"),
        ],
    };
    let caption = titled(context, "partition-figure", found);
    Figure::new(speaker, &["partition-transfer", &found.analysis], caption, |id, title| {
        let titles = Titles {
            title,
            description: speaker.say("partition-figure-description"),
            x: of_parts(context, found),
            y: speaker.say("partition-solution-of"),
        };
        grid(id, &titles, &shown)
    })
}
