//! Solutions as logic diagrams: each term is a gate.

use equifinal_qca::findings::{Condition, Findings};
use equifinal_qca::term::Term;

use super::side::interpreted;
use super::{Context, Figure};
use crate::figures::logic::{Gate, Input, Words, logic};

/// Terms up to which a diagram can be read.
pub(super) const DRAWN: usize = 24;

/// The gate of a term that leads to some outcomes, by their places.
pub(super) fn gate(context: Context<'_>, conditions: &[Condition], term: &Term, feeds: Vec<usize>) -> Gate {
    let input = |(condition, level): (&Condition, Option<usize>)| {
        let level = level?;
        let negated = !condition.kind.is_multi_value() && level == 0;
        let level = if negated { 1 } else { level };
        Some(Input { name: context.names.literal(condition, level), negated })
    };
    Gate { inputs: conditions.iter().zip(term.levels.iter().copied()).filter_map(input).collect(), feeds }
}

/// The diagram of these gates.
pub(super) fn diagram(
    context: Context<'_>,
    name: &str,
    caption: String,
    (gates, outputs): (&[Gate], &[String]),
) -> Figure {
    let speaker = context.speaker;
    Figure::new(speaker, &["logic", name], caption, |id, title| {
        let description = speaker.say("drawing-logic-description");
        let words = Words { title, description, and: speaker.say("logic-and"), or: speaker.say("logic-or") };
        logic(id, &words, gates, outputs)
    })
}

/// The first interpreted model of an analysis, unless it is too large to be read.
pub(super) fn of_solution(context: Context<'_>, findings: &Findings) -> Option<Figure> {
    let model = interpreted(findings).first().filter(|model| model.paths.len() <= DRAWN)?;
    let gates: Vec<Gate> =
        model.paths.iter().map(|path| gate(context, &findings.conditions, &path.term, vec![0])).collect();
    let name = &findings.analysis.name;
    let args = [
        ("analysis", context.names.analysis_title(name).into()),
        ("solution", context.speaker.say(findings.analysis.interpret.name()).into()),
    ];
    let caption = context.speaker.say_of("drawing-logic-solution", &args);
    let outputs = [context.names.outcome(&findings.analysis.outcome)];
    Some(diagram(context, name, caption, (&gates, &outputs)))
}
