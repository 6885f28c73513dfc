//! Draft sentences of the findings, which claim no more than the numbers show.

use equifinal_qca::core::{Discrimination, PathCore, Standing};
use equifinal_qca::findings::{Findings, Path};

use super::{answers, indicators, themes};
use crate::chart::paths;
use crate::number;
use crate::view::side::{Shown, Side};
use crate::view::typical::named;
use crate::view::{Block, Context, Finding};
use crate::weaknesses::is_trivial;
use crate::words::model_count;

/// The box of findings, labelled as drafts.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let mut findings: Vec<Finding> = evaluation(context).into_iter().collect();
    let pairs = context.input.pairs();
    findings.extend(pairs.iter().map(|pair| finding(context, pair.own)));
    let negated: Vec<Finding> =
        pairs.iter().filter_map(|pair| pair.negation).map(|findings| finding(context, findings)).collect();
    let note = if context.input.findings.is_empty() { "findings-note-evaluation" } else { "findings-note" };
    if findings.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Findings(findings), Block::Note(context.speaker.say(note))];
    if !negated.is_empty() {
        blocks.push(Block::Fold(context.speaker.say("fold-negation")));
        blocks.push(Block::Findings(negated));
    }
    blocks
}

/// Draft sentences of an evaluation's findings; `None` if there is no evaluation.
fn evaluation(context: Context<'_>) -> Option<Finding> {
    let mut sentences = indicators::sentences(context);
    sentences.extend(answers::sentences(context));
    sentences.extend(themes::sentence(context));
    (!sentences.is_empty()).then(|| Finding { heading: context.speaker.say("evaluation-findings"), sentences })
}

fn finding(context: Context<'_>, findings: &Findings) -> Finding {
    let mut sentences = necessity(context, findings);
    match Side::of(findings) {
        None => sentences.extend(super::configurations::refused(context, findings)),
        Some(side) => {
            sentences.push(solution(context, &side));
            sentences.extend(side.paths.iter().map(|shown| sentence(context, &side, shown)));
        }
    }
    Finding { heading: context.speaker.capital(context.names.analysis(&findings.analysis.name)), sentences }
}

fn necessity(context: Context<'_>, findings: &Findings) -> Vec<String> {
    let speaker = context.speaker;
    let outcome = context.names.outcome(&findings.analysis.outcome);
    let necessary = findings.necessity.iter().filter(|row| row.necessary).map(|row| {
        let label = findings
            .conditions
            .get(row.condition)
            .map_or_else(|| row.expression.clone(), |condition| context.names.literal(condition, row.level));
        let key = if is_trivial(row) { "finding-trivial" } else { "finding-necessary" };
        let args = [
            ("condition", label.into()),
            ("outcome", outcome.as_str().into()),
            ("consistency", speaker.ratio(row.fit.consistency).into()),
            ("coverage", speaker.ratio(row.fit.coverage).into()),
            ("relevance", speaker.ratio(row.fit.relevance).into()),
        ];
        speaker.say_of(key, &args)
    });
    let necessary: Vec<String> = necessary.collect();
    if necessary.is_empty() {
        let cut = speaker.cutoff(findings.analysis.necessity.consistency);
        let args = [("outcome", outcome.into()), ("consistency", cut.into())];
        return vec![speaker.say_of("finding-none-necessary", &args)];
    }
    necessary
}

fn solution(context: Context<'_>, side: &Side<'_>) -> String {
    let speaker = context.speaker;
    let findings = side.findings;
    let coverage = side.model.fit.coverage;
    let args = [
        ("solution", speaker.say(findings.analysis.interpret.name()).into()),
        ("outcome", context.names.outcome(&findings.analysis.outcome).into()),
        ("count", side.model.paths.len().into()),
        ("consistency", speaker.ratio(side.model.fit.consistency).into()),
        ("coverage", speaker.ratio(coverage).into()),
        ("percent", coverage.map_or_else(|| number::UNDEFINED.to_owned(), number::percent).into()),
    ];
    let mut sentences = vec![speaker.say_of("finding-solution", &args)];
    if let Ok(solution) = findings.solution(findings.analysis.interpret)
        && solution.model_count > 1
    {
        sentences.push(speaker.say_of("finding-ambiguous", &[("count", model_count(solution, speaker).into())]));
    }
    speaker.sentences(sentences)
}

fn sentence(context: Context<'_>, side: &Side<'_>, shown: &Shown<'_>) -> String {
    let Shown { path, core, label } = shown;
    let label = label.text.as_str();
    let speaker = context.speaker;
    let findings = side.findings;
    let name = match paths::name_of(&path.term, findings) {
        None => label.to_owned(),
        Some(name) => {
            speaker.say_of("label-and-code", &[("label", label.into()), ("code", speaker.text(&name.label).into())])
        }
    };
    let cases = named(context, findings, &path.term.levels, &path.cases);
    let mut args = vec![
        ("path", name.into()),
        ("outcome", context.names.outcome(&findings.analysis.outcome).into()),
        ("conditions", ingredients(context, side, path, core).into()),
        ("consistency", speaker.ratio(path.fit.consistency).into()),
        ("raw", speaker.ratio(path.fit.coverage).into()),
        ("unique", speaker.ratio(path.unique_coverage).into()),
    ];
    if cases.is_empty() {
        return speaker.say_of("finding-path-without-cases", &args);
    }
    args.push(("cases", cases.into()));
    speaker.say_of("finding-path", &args)
}

/// The literals of a path by their status, in words.
fn ingredients(context: Context<'_>, side: &Side<'_>, path: &Path, core: &PathCore) -> String {
    let speaker = context.speaker;
    let literals = |wanted: Option<Standing>| {
        let standings = side.findings.conditions.iter().zip(&path.term.levels).zip(&core.standing);
        let labels: Vec<String> = standings
            .filter(|(_, standing)| wanted.is_none() || **standing == wanted)
            .filter_map(|((condition, level), _)| level.map(|level| context.names.literal(condition, level)))
            .collect();
        labels
    };
    if side.discrimination != Discrimination::Yes {
        return speaker.say_of(
            "role-all",
            &[("conditions", speaker.series(literals(None)).into()), ("literals", path.term.len().into())],
        );
    }
    let roles = [
        (Standing::Always, "role-core"),
        (Standing::Sometimes, "role-sometimes"),
        (Standing::Never, "role-peripheral"),
    ];
    let said = roles.iter().filter_map(|(standing, key)| {
        let labels = literals(Some(*standing));
        (!labels.is_empty()).then(|| speaker.say_of(key, &[("conditions", speaker.series(labels).into())]))
    });
    said.collect::<Vec<_>>().join(&speaker.mark("role-separator"))
}
