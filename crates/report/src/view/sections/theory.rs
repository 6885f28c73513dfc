//! Theory evaluation: the four areas, each with its cases by outcome.

use equifinal_qca::findings::{Area, Configurations, Findings, TheoryEvaluation};

use crate::view::{Block, Cell, Context, Group, Table, file_name};

/// One table per analysis with a theory.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let evaluated = context.input.findings.iter();
    let evaluated = evaluated.filter_map(|findings| Some((findings, findings.theory.as_ref()?)));
    evaluated.map(|(findings, evaluation)| Block::Table(table(context, findings, evaluation))).collect()
}

fn table(context: Context<'_>, findings: &Findings, evaluation: &TheoryEvaluation) -> Table {
    let speaker = context.speaker;
    let text = |key: &str| Cell::text(speaker.say(key));
    let mut head = vec![text("theory-area"), text("theory-configurations")];
    head.extend(["consistency", "pri", "coverage"].iter().map(|key| Cell::number(speaker.say(key))));
    head.extend([text("theory-with-outcome"), text("theory-without-outcome")]);
    let several = evaluation.models.len() > 1;
    let groups = evaluation.models.iter().zip(1..).map(|(areas, number)| Group {
        heading: several.then(|| format!("M{number}")),
        ..Group::of(areas.iter().map(|part| row(context, findings, part)).collect())
    });
    let title = [
        ("outcome", context.names.analysis(&findings.analysis.name).into()),
        ("solution", speaker.say(findings.analysis.interpret.name()).into()),
    ];
    Table::new(
        speaker,
        file_name(&["theory", &findings.analysis.name]),
        speaker.say_of("theory-title", &title),
        vec![head],
        groups.collect(),
        notes(context, findings, evaluation),
    )
}

fn row(context: Context<'_>, findings: &Findings, area: &Area) -> Vec<Cell> {
    let speaker = context.speaker;
    let (area_key, with, without) = match (area.expected, area.found) {
        (true, true) => ("theory-both", "theory-covered-most", "theory-inconsistent-most"),
        (false, true) => ("theory-found", "theory-covered-least", "theory-inconsistent-least"),
        (true, false) => ("theory-expected", "theory-uncovered-most", "theory-consistent-most"),
        (false, false) => ("theory-neither", "theory-uncovered-least", "theory-consistent-least"),
    };
    let cases = |key: &str, cases: &[usize]| {
        let named =
            if cases.is_empty() { Cell::text(speaker.say("none")) } else { Cell::cases(findings, cases, speaker) };
        named.with_small(speaker.say_of(key, &[("count", cases.len().into())]))
    };
    let form = match &area.configurations {
        None => Cell::text(speaker.say("theory-too-large")),
        Some(Configurations::None) => Cell::text(speaker.say("none")),
        Some(Configurations::Some(terms)) => Cell::code(terms),
    };
    vec![
        Cell::text(speaker.say(area_key)).with_small(format!("{}: {}", area.name(), area.membership())),
        form,
        Cell::number(speaker.ratio(area.fit.consistency)),
        Cell::number(speaker.ratio(area.fit.pri)),
        Cell::number(speaker.ratio(area.fit.coverage)),
        cases(with, &area.with_outcome),
        cases(without, &area.without_outcome),
    ]
}

fn notes(context: Context<'_>, findings: &Findings, evaluation: &TheoryEvaluation) -> Vec<String> {
    let speaker = context.speaker;
    let args = [
        ("theory", evaluation.theory.as_str().into()),
        ("consistency", speaker.ratio(evaluation.fit.consistency).into()),
        ("coverage", speaker.ratio(evaluation.fit.coverage).into()),
        ("solution", speaker.say(findings.analysis.interpret.name()).into()),
    ];
    let mut notes = vec![speaker.say_of("theory-note", &args), speaker.say("theory-minimum")];
    let compared = evaluation.models.len();
    if evaluation.model_count > compared as u128 {
        let args = [("count", evaluation.model_count.to_string().into()), ("compared", compared.into())];
        notes.push(speaker.say_of("theory-first-models", &args));
    }
    let because = findings.analysis.theory.as_ref().and_then(|theory| theory.because.as_ref());
    notes.extend(because.map(|because| {
        let text = speaker.text(because);
        speaker.say_of("reason", &[("set", evaluation.theory.as_str().into()), ("text", text.into())])
    }));
    notes
}
