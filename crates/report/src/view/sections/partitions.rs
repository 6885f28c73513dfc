//! Analyses run again in parts of their cases: the pooled solution in each part, the solutions of the parts, and how far
//! each holds in the others.

use equifinal_panel::{Diversity, Fate, LeftOut, Part, Partition, Sums, TermFate};
use equifinal_qca::findings::{Findings, SufficiencyFit};
use equifinal_study::config::PartitionBy;
use equifinal_study::cuts::at_least;

use crate::figures::panel::{Cell as Square, Grid, grid};
use crate::figures::words::Titles;
use crate::messages::Speaker;
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
        blocks.push(Block::Table(left_out(context, found)));
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
    let is_weighted = found.parts.iter().any(|part| part.pooled.as_ref().is_some_and(|own| own.weighted.is_some()));
    let spans = vec![
        Cell::empty(),
        Cell::empty(),
        Cell::centred(speaker.say("partition-rows")).over(4),
        Cell::centred(speaker.say("partition-weight")).over(2),
        Cell::centred(speaker.say("partition-pooled")).over(if is_weighted { 4 } else { 2 }),
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
    for measure in ["consistency", "coverage"].into_iter().filter(|_| is_weighted) {
        let measure = speaker.say(measure);
        head.push(Cell::number(speaker.say_of("weighted-measure", &[("measure", measure.into())])));
    }
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
        if is_weighted {
            let fit = part.pooled.as_ref().and_then(|own| own.weighted);
            row.extend([ratio(fit.and_then(|fit| fit.consistency)), ratio(fit.and_then(|fit| fit.coverage))]);
        }
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

/// A solution with its fit, and what becomes of the pooled terms in it.
struct Compared<'a> {
    solution: Option<(String, SufficiencyFit)>,
    terms: &'a [TermFate],
    new: &'a [String],
}

/// The heads and the cells of a compared solution.
fn compared_heads(speaker: &Speaker) -> Vec<Cell> {
    let mut heads: Vec<Cell> = vec![Cell::text(speaker.say("partition-own"))];
    heads.extend(["consistency", "coverage"].map(|key| Cell::number(speaker.say(key))));
    let fates = ["partition-kept", "partition-changed", "partition-lost", "partition-new"];
    heads.extend(fates.map(|key| Cell::text(speaker.say(key))));
    heads
}

fn compared_cells(context: Context<'_>, compared: &Compared<'_>) -> Vec<Cell> {
    let speaker = context.speaker;
    let own = match &compared.solution {
        Some((expression, _)) => Cell::code(expression),
        None => Cell::text(speaker.say("partition-refused")),
    };
    let fit = compared.solution.as_ref().map(|(_, fit)| fit);
    let ratios = [fit.and_then(|fit| fit.consistency), fit.and_then(|fit| fit.coverage)];
    let mut cells = vec![own];
    cells.extend(ratios.map(|value| Cell::number(speaker.ratio(value))));
    let with = |fates: &[Fate]| {
        let terms = compared.terms.iter().filter(|one| fates.contains(&one.fate));
        listed(context, terms.map(|one| one.expression.as_str()).collect())
    };
    cells.extend([with(&[Fate::Kept]), with(&[Fate::Narrower, Fate::Wider]), with(&[Fate::Lost])]);
    cells.push(listed(context, compared.new.iter().map(String::as_str).collect()));
    cells
}

/// The solution of each part, and the fate of the pooled terms in it.
fn solutions(context: Context<'_>, found: &Partition) -> Table {
    let speaker = context.speaker;
    let mut head = vec![Cell::text(of_parts(context, found))];
    head.extend(compared_heads(speaker));
    let row = |part: &Part| {
        let solution = part.findings.as_ref().and_then(|findings| {
            let solution = findings.solution(findings.analysis.interpret).as_ref().ok()?;
            let model = solution.models.first()?;
            Some((findings.write_model(model), model.fit))
        });
        let compared = Compared { solution, terms: &part.terms, new: &part.new };
        let name = Cell::text(context.names.data(&part.name));
        std::iter::once(name).chain(compared_cells(context, &compared)).collect()
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

/// The solution of all cases but those of each part.
fn left_out(context: Context<'_>, found: &Partition) -> Table {
    let speaker = context.speaker;
    let mut head = vec![Cell::text(speaker.say("partition-without-part")), Cell::number(speaker.say("panel-counts"))];
    head.extend(compared_heads(speaker));
    let row = |part: &Part| {
        let LeftOut { cases, solution, terms, new } = &part.left_out;
        let compared = Compared { solution: solution.clone(), terms, new };
        let first = [Cell::text(context.names.data(&part.name)), Cell::number(cases)];
        first.into_iter().chain(compared_cells(context, &compared)).collect()
    };
    Table::new(
        speaker,
        file_name(&["partition-left-out", &found.analysis]),
        titled(context, "partition-left-out-title", found),
        vec![head],
        vec![Group::of(found.parts.iter().map(row).collect())],
        vec![speaker.say("partition-left-out-note")],
    )
}

/// Terms one after another; a dash if there is none.
fn listed(context: Context<'_>, terms: Vec<&str>) -> Cell {
    if terms.is_empty() { Cell::text(number::UNDEFINED) } else { Cell::code(context.speaker.list(terms)) }
}

/// The consistency of a solution or a term in each part.
struct InParts {
    name: String,
    /// True for a term of the solution above it.
    is_term: bool,
    values: Vec<Option<f64>>,
}

/// The pooled solution and that of each part, each followed by its terms where there are several, in each part.
fn consistencies(context: Context<'_>, found: &Partition) -> Vec<InParts> {
    let of = |fit: &SufficiencyFit| fit.consistency;
    let solution = |name: String, values| InParts { name, is_term: false, values };
    let pooled = || found.parts.iter().map(|part| part.pooled.as_ref());
    let whole = pooled().map(|own| own.and_then(|own| of(&own.fit))).collect();
    let mut rows = vec![solution(context.speaker.say("partition-pooled"), whole)];
    let terms = found.parts.first().map_or(&[][..], |part| &part.terms);
    for (at, term) in terms.iter().enumerate().filter(|_| terms.len() > 1) {
        let values = pooled().map(|own| own.and_then(|own| of(own.terms.get(at)?))).collect();
        rows.push(InParts { name: term.expression.clone(), is_term: true, values });
    }
    for (at, part) in found.parts.iter().enumerate() {
        let with_own = |own: Option<f64>, fits: &[Option<SufficiencyFit>]| {
            let other = |(place, fit): (usize, &Option<SufficiencyFit>)| {
                if place == at { own } else { fit.as_ref().and_then(of) }
            };
            fits.iter().enumerate().map(other).collect::<Vec<_>>()
        };
        let own = part.findings.as_ref().and_then(|findings| {
            findings.solution(findings.analysis.interpret).as_ref().ok()?.models.first()?.fit.consistency
        });
        rows.push(solution(context.names.data(&part.name), with_own(own, &part.transfer.solution)));
        let terms = part.transfer.terms.iter().filter(|_| part.transfer.terms.len() > 1);
        rows.extend(terms.map(|term| {
            let values = with_own(of(&term.own), &term.fits);
            InParts { name: term.expression.clone(), is_term: true, values }
        }));
    }
    rows
}

fn transfer(context: Context<'_>, found: &Partition) -> Table {
    let speaker = context.speaker;
    let mut head = vec![Cell::text(speaker.say("partition-solution-of"))];
    head.extend(found.parts.iter().map(|part| Cell::number(context.names.data(&part.name))));
    let row = |InParts { name, is_term, values }| {
        let name = if is_term { Cell::code(name) } else { Cell::text(name) };
        let values = values.into_iter().map(|value| Cell::number(speaker.ratio(value)));
        std::iter::once(name).chain(values).collect()
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
        .filter(|one| !one.is_term)
        .map(|one| (one.name, one.values.into_iter().map(square).collect::<Vec<_>>()))
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
