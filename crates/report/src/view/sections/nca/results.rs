//! The table of effect sizes.

use equifinal_nca::findings::{Analysed, CeilingFindings, Findings};

use super::printed::{analysed, ceiling_name, percentage};
use crate::number;
use crate::view::{Cell, Context, Group, Table, file_name};

/// The sign of a condition that is necessary in degree.
const NECESSARY: &str = "*";

/// A row for each condition and ceiling.
pub(super) fn table(context: Context<'_>, findings: &Findings) -> Table {
    let speaker = context.speaker;
    let mut head = vec![Cell::text(speaker.say("condition")), Cell::text(speaker.say("nca-ceiling"))];
    let keys = ["nca-accuracy", "nca-zone", "nca-scope", "nca-effect-size", "nca-p", "nca-holm", "nca-bh"];
    head.extend(keys.iter().map(|key| Cell::number(speaker.say(key))));
    let mut groups = Vec::new();
    for one in &findings.conditions {
        let rows = match &one.analysed {
            Err(reason) => {
                let why = speaker.say_of("nca-refused", &[("reason", speaker.message(&reason.message()).into())]);
                vec![vec![context.set_cell(&one.condition), Cell::text(why).over(8)]]
            }
            Ok(analysed) => rows(context, &one.condition, analysed),
        };
        groups.push(if groups.is_empty() { Group::of(rows) } else { Group::ruled(rows) });
    }
    let outcome = context.names.set(&findings.spec.outcome);
    let title =
        speaker.say_of("nca-title", &[("outcome", outcome.into()), ("cases", findings.sample.cases.len().into())]);
    Table::new(speaker, file_name(&["nca", &findings.spec.name]), title, vec![head], groups, notes(context, findings))
}

fn rows(context: Context<'_>, condition: &str, analysed: &Analysed) -> Vec<Vec<Cell>> {
    let row = |(at, one): (usize, &CeilingFindings)| {
        let first = if at == 0 { context.set_cell(condition) } else { Cell::empty() };
        let measures = &one.measures;
        let decides = at == analysed.decide_by && analysed.necessary;
        vec![
            first,
            Cell::text(ceiling_name(one.kind)),
            Cell::number(percentage(measures.accuracy)),
            Cell::number(context.speaker.value(measures.ceiling_zone)),
            Cell::number(context.speaker.value(Some(analysed.cloud.scope.area()))),
            Cell::number(context.speaker.ratio(measures.effect_size)).with_mark(decides.then_some(NECESSARY)),
            Cell::number(context.speaker.p_cell(one.p.map(|p| p.p))),
            Cell::number(context.speaker.p_cell(one.holm)),
            Cell::number(context.speaker.p_cell(one.benjamini_hochberg)),
        ]
    };
    analysed.ceilings.iter().enumerate().map(row).collect()
}

fn notes(context: Context<'_>, findings: &Findings) -> Vec<String> {
    let (speaker, spec) = (context.speaker, &findings.spec);
    let deciding = spec.deciding().map(ceiling_name).unwrap_or_default();
    let args = [
        ("ceiling", deciding.into()),
        ("effect", speaker.cutoff(spec.effect_size).into()),
        ("p", speaker.cutoff(spec.p).into()),
    ];
    let key = if spec.permutations > 0 { "nca-necessary-note" } else { "nca-necessary-untested-note" };
    let mut notes = vec![format!("{NECESSARY} {}", speaker.say_of(key, &args)), speaker.say("nca-measures-note")];
    let p = analysed(findings).find_map(|(_, analysed)| analysed.deciding()?.p);
    notes.extend(p.map(|p| {
        let args = [("orders", p.orders.into()), ("accuracy", number::fixed(p.accuracy, 3).into())];
        speaker.say_of(if p.exact { "nca-exact-note" } else { "nca-permutations-note" }, &args)
    }));
    notes.extend(findings.power.map(|power| {
        let args = [
            ("cases", findings.sample.cases.len().into()),
            ("effect", speaker.cutoff(spec.effect_size).into()),
            ("power", number::fixed(power, 2).into()),
        ];
        speaker.say_of("nca-power-note", &args)
    }));
    if !findings.left_out.is_empty() {
        let cases = crate::listing::listed(&findings.left_out, speaker);
        notes.push(speaker.say_of("nca-left-out-note", &[("cases", cases.into())]));
    }
    if !findings.sample.without_value.is_empty() {
        let cases = crate::listing::listed(&findings.sample.without_value, speaker);
        notes.push(speaker.say_of("nca-without-value-note", &[("cases", cases.into())]));
    }
    notes
}
