//! The cases of each analysis, from the file to the sums, and why the others are not in it.

use equifinal_study::config::{Imputed, MissingRule};

use crate::case_flow::{self, CaseFlow};
use crate::number;
use crate::view::{Block, Cell, Context, Group, Table};

/// A table of counts and one of reasons; nothing if the study excludes no case and has a rule for none.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    let Context { input, speaker, .. } = context;
    if !case_flow::is_reported(input) || input.findings.is_empty() {
        return Vec::new();
    }
    // An analysis and its negation have the same sets, and so the same cases.
    let pairs = input.pairs();
    let flows: Vec<(&str, CaseFlow<'_>)> =
        pairs.iter().map(|pair| (pair.own.analysis.name.as_str(), case_flow::of(input, pair.own))).collect();
    let mut blocks = vec![Block::Fold(speaker.say("case-flow-title")), Block::Table(counts(context, &flows))];
    blocks.extend(reasons(context, &flows).map(Block::Table));
    blocks
}

fn counts(context: Context<'_>, flows: &[(&str, CaseFlow<'_>)]) -> Table {
    let speaker = context.speaker;
    let mut head = vec!["case-flow-analysis", "case-flow-found", "case-flow-excluded", "case-flow-missing"];
    let drops = flows.iter().any(|(_, flow)| !flow.dropped.is_empty());
    head.extend(drops.then_some("case-flow-dropped"));
    head.push("case-flow-analysed");
    let row = |(name, flow): &(&str, CaseFlow<'_>)| {
        let mut row = vec![Cell::code(*name)];
        row.extend([flow.found, flow.excluded.len(), flow.missing.len()].map(Cell::number));
        row.extend(drops.then(|| Cell::number(flow.dropped.len())));
        row.push(Cell::number(flow.analysed));
        row
    };
    Table::new(
        speaker,
        "case-flow".to_owned(),
        speaker.say("case-flow-title"),
        vec![head.iter().map(|key| Cell::text(speaker.say(key))).collect()],
        vec![Group::of(flows.iter().map(row).collect())],
        vec![speaker.say("case-flow-note")],
    )
}

/// One kind of treatment: what it is, the reason, the cases, and the analyses.
type Reason<'a> = (String, String, Vec<&'a str>, Vec<&'a str>);

fn reasons(context: Context<'_>, flows: &[(&str, CaseFlow<'_>)]) -> Option<Table> {
    let speaker = context.speaker;
    let mut rows: Vec<Reason<'_>> = Vec::new();
    for (analysis, flow) in flows {
        for (what, reason, cases) in treated(context, flow) {
            match rows.iter_mut().find(|row| row.0 == what && row.1 == reason && row.2 == cases) {
                Some(row) => row.3.push(analysis),
                None => rows.push((what, reason, cases, vec![analysis])),
            }
        }
    }
    let row = |(what, reason, cases, analyses): &Reason<'_>| {
        let reason = if reason.is_empty() { number::UNDEFINED.to_owned() } else { reason.clone() };
        vec![
            Cell::text(what),
            Cell::text(reason),
            Cell::number(cases.len()),
            Cell::listing(cases, speaker),
            Cell::listing(analyses, speaker),
        ]
    };
    let head =
        ["case-reasons-what", "case-reasons-why", "case-reasons-count", "case-reasons-cases", "case-reasons-analyses"];
    (!rows.is_empty()).then(|| {
        Table::new(
            speaker,
            "case-reasons".to_owned(),
            speaker.say("case-reasons-title"),
            vec![head.iter().map(|key| Cell::text(speaker.say(key))).collect()],
            vec![Group::of(rows.iter().map(row).collect())],
            Vec::new(),
        )
    })
}

/// The treatments of the cases of one analysis, each with its reason: excluded, without a value, left out near 0.5,
/// imputed.
fn treated<'a>(context: Context<'_>, flow: &CaseFlow<'a>) -> Vec<(String, String, Vec<&'a str>)> {
    let speaker = context.speaker;
    let mut treated: Vec<(String, String, Vec<&str>)> = Vec::new();
    let mut add = |what: String, reason: String, case: &'a str| match treated
        .iter_mut()
        .find(|(known, why, _)| *known == what && *why == reason)
    {
        Some((.., cases)) => cases.push(case),
        None => treated.push((what, reason, vec![case])),
    };
    for excluded in flow.excluded {
        add(speaker.say("case-reasons-excluded"), speaker.text(&excluded.because), &excluded.case);
    }
    for missing in flow.missing {
        let sets = speaker.list(&missing.sets);
        add(speaker.say_of("case-reasons-missing", &[("sets", sets.into())]), String::new(), &missing.case);
    }
    for case in &flow.dropped {
        add(speaker.say("case-reasons-dropped"), String::new(), case);
    }
    for (set, cases) in &flow.imputed {
        let Some(MissingRule::Impute { value, because }) = &set.missing else { continue };
        let value = match value {
            Imputed::Number(value) => value.to_string(),
            Imputed::Code(code) => code.clone(),
        };
        let args = [("set", set.name.as_str().into()), ("value", value.into())];
        for case in cases {
            add(speaker.say_of("case-reasons-imputed", &args), speaker.text(because), case);
        }
    }
    treated
}
