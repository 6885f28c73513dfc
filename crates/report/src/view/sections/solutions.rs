//! The three solutions as formulas, their ambiguity and their counterfactuals.

mod measures;

use equifinal_qca::findings::{Findings, Model, Path, Solution, SolutionResult, SufficiencyFit};
use equifinal_qca::{Assumptions, Procedure};
use equifinal_study::config::SolutionType;

use crate::listing::rows;
use crate::messages::Speaker;
use crate::solution_types::{SOLUTIONS, enhanced};
use crate::view::path_book::PRINTED;
use crate::view::{Block, Cell, Context, Group, Piece, Table, drawings, file_name};
use crate::words::{self, model_count};

/// Terms of a cover that have a row of their own; `results.json` has the rest.
const TERMS: usize = 40;

/// For each analysis a table of models, with remarks.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut blocks = Vec::new();
    for findings in context.input.findings {
        blocks.push(Block::Table(table(context, findings)));
        let remarks: Vec<String> = SOLUTIONS
            .iter()
            .filter_map(|&kind| findings.solution(kind).as_ref().ok().map(|solution| (kind, solution)))
            .flat_map(|(kind, solution)| remarks(context, findings, kind, solution))
            .collect();
        blocks.push(Block::List(remarks));
        blocks.extend(measures::table(context, findings).map(Block::Table));
        let maps = drawings::models(context, findings);
        if !maps.is_empty() {
            blocks.push(Block::MoreFigures { summary: context.speaker.say("drawing-maps"), figures: maps });
        }
    }
    blocks.retain(|block| !matches!(block, Block::List(remarks) if remarks.is_empty()));
    blocks
}

fn table(context: Context<'_>, findings: &Findings) -> Table {
    let speaker = context.speaker;
    let mut head = vec![Cell::text(speaker.say("solution")), Cell::text(speaker.say("model"))];
    head.extend(["consistency", "pri", "coverage"].iter().map(|key| Cell::number(speaker.say(key))));
    let mut groups = Vec::new();
    for kind in SOLUTIONS {
        let mut name = Cell::text(speaker.say(kind.name()));
        name.strong = kind == findings.analysis.interpret;
        groups.push(group(context, findings, (Procedure::Standard, kind), findings.solution(kind), name));
    }
    for (key, kind, result) in enhanced(findings) {
        let name = Cell::text(speaker.say(key));
        groups.push(group(context, findings, (Procedure::Enhanced, kind), result, name));
    }
    let mut notes = vec![speaker.say("solutions-note")];
    if !findings.covers.is_empty() {
        notes.push(speaker.say("cover-note"));
    }
    let title = [("outcome", context.names.analysis(&findings.analysis.name).into())];
    Table::new(
        speaker,
        file_name(&["solutions", &findings.analysis.name]),
        speaker.say_of("solutions-title", &title),
        vec![head],
        groups,
        notes,
    )
}

/// The models of a solution, or the reason for its refusal with the best cover.
fn group(
    context: Context<'_>,
    findings: &Findings,
    (procedure, kind): (Procedure, SolutionType),
    result: &SolutionResult,
    name: Cell,
) -> Group {
    let speaker = context.speaker;
    let refusal = match result {
        Ok(solution) => return Group::of(model_rows(context, findings, solution, &name)),
        Err(refusal) => refusal,
    };
    let mut rows = vec![vec![name.clone(), Cell::text(words::refusal(refusal, speaker)).over(4)]];
    if let Some(cover) = findings.cover(procedure, kind) {
        rows.extend(cover_rows(findings, cover, speaker));
    }
    Group::of(rows)
}

/// A cover without a proof of minimality, and its terms. They have no numbers, since they are not paths of the study.
fn cover_rows(findings: &Findings, cover: &Model, speaker: &Speaker) -> Vec<Vec<Cell>> {
    let outcome = findings.analysis.outcome.to_string();
    let row = |label: Cell, terms: &[Path], fit: &SufficiencyFit| {
        let piece = |path: &Path| Piece { text: findings.write_term(&path.term), path: None };
        let formula = Cell::formula(terms.iter().map(piece).collect(), &outcome);
        let ratios = [fit.consistency, fit.pri, fit.coverage].map(|fit| Cell::number(speaker.ratio(fit)));
        [label, formula].into_iter().chain(ratios).collect()
    };
    let mut rows = vec![row(Cell::text(speaker.say("not-proven-minimum")), &cover.paths, &cover.fit)];
    let several = cover.paths.iter().filter(|_| cover.paths.len() > 1).take(TERMS);
    rows.extend(several.map(|path| row(Cell::empty(), std::slice::from_ref(path), &path.fit)));
    if let Some(more) = cover.paths.len().checked_sub(TERMS).filter(|&more| more > 0) {
        let text = speaker.say_of("cover-terms-more", &[("count", more.into())]);
        rows.push(vec![Cell::empty(), Cell::text(text).over(4)]);
    }
    rows
}

fn model_rows(context: Context<'_>, findings: &Findings, solution: &Solution, name: &Cell) -> Vec<Vec<Cell>> {
    let mut rows: Vec<Vec<Cell>> = Vec::new();
    for (i, model) in solution.models.iter().take(PRINTED).enumerate() {
        let pieces = model.paths.iter().map(|path| {
            let term = findings.write_term(&path.term);
            context.paths.piece(&term, (&findings.analysis.name, &term), path, &findings.cases)
        });
        let formula = Cell::formula(pieces.collect(), &findings.analysis.outcome.to_string());
        let label =
            if solution.models.len() > 1 { name.clone().with_small(format!("M{}", i + 1)) } else { name.clone() };
        rows.push(vec![
            label,
            formula,
            Cell::number(context.speaker.ratio(model.fit.consistency)),
            Cell::number(context.speaker.ratio(model.fit.pri)),
            Cell::number(context.speaker.ratio(model.fit.coverage)),
        ]);
    }
    if solution.model_count > PRINTED as u128 {
        let args = [("count", model_count(solution, context.speaker).into()), ("printed", PRINTED.into())];
        rows.push(vec![Cell::empty(), Cell::text(context.speaker.say_of("models-more", &args)).over(4)]);
    }
    rows
}

fn remarks(context: Context<'_>, findings: &Findings, kind: SolutionType, solution: &Solution) -> Vec<String> {
    let speaker = context.speaker;
    let name = speaker.say(kind.name());
    let mut remarks = Vec::new();
    if solution.model_count > 1 {
        let (shared, differing) = terms(findings, &solution.models);
        let dash = |list: Vec<String>| if list.is_empty() { speaker.say("none") } else { speaker.list(list) };
        remarks.push(speaker.say_of(
            "ambiguity",
            &[
                ("solution", name.as_str().into()),
                ("count", model_count(solution, speaker).into()),
                ("shared", dash(shared).into()),
                ("differing", dash(differing).into()),
            ],
        ));
    }
    let Some(first) = solution.models.first() else { return remarks };
    let assumptions = Assumptions::of(findings);
    if kind == SolutionType::Intermediate {
        let (easy, difficult) = assumptions.counterfactuals(Procedure::Standard, first);
        let parsimonious = first.derivation.origin.first().map_or(0, |origin| origin.parsimonious);
        let args = [
            ("parsimonious", format!("M{}", parsimonious + 1).into()),
            ("easy", easy.count.into()),
            ("easy_rows", rows(&easy, speaker).into()),
            ("difficult", difficult.count.into()),
            ("difficult_rows", rows(&difficult, speaker).into()),
        ];
        remarks.extend((easy.count + difficult.count > 0).then(|| speaker.say_of("counterfactuals", &args)));
    } else {
        let assumed = assumptions.simplifying(first);
        let args =
            [("solution", name.into()), ("count", assumed.count.into()), ("rows", rows(&assumed, speaker).into())];
        remarks.extend((assumed.count > 0).then(|| speaker.say_of("simplifying-assumptions", &args)));
    }
    remarks
}

/// Terms that all models share, and the others.
fn terms(findings: &Findings, models: &[Model]) -> (Vec<String>, Vec<String>) {
    let mut all: Vec<&equifinal_qca::term::Term> = Vec::new();
    for path in models.iter().flat_map(|model| &model.paths) {
        if !all.contains(&&*path.term) {
            all.push(&path.term);
        }
    }
    let (shared, differing): (Vec<_>, Vec<_>) = all
        .into_iter()
        .partition(|term| models.iter().all(|model| model.paths.iter().any(|path| *path.term == **term)));
    let write = |terms: Vec<&equifinal_qca::term::Term>| terms.iter().map(|term| findings.write_term(term)).collect();
    (write(shared), write(differing))
}
