//! The variable table, the calibration table and the calibration diagnostics.

use equifinal_study::config::{
    Basis, Calibration, Combination, ConstructSpec, Direction, Given, ReasonSource, ScoreSource, SetSpec, SetTime,
    Shape,
};
use equifinal_study::diagnosis::SetDiagnosis;
use equifinal_study::scores::Scoring;

use super::diagnosis;
use crate::messages::Speaker;
use crate::number;
use crate::view::{Block, Cell, Context, Group, Table, drawings};

/// The calibration, then the variables and the concerns; empty for a study without sets.
pub(super) fn blocks(context: Context<'_>) -> Vec<Block> {
    if context.input.study.sets.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![Block::Table(calibration(context))];
    blocks.extend(drawings::calibrations(context));
    blocks.push(Block::Fold(context.speaker.say("variables-title")));
    blocks.push(Block::Table(variables(context)));
    blocks.extend(diagnosis::blocks(context));
    blocks
}

/// The sets of the study, outcomes first, by role.
fn by_role<'a>(context: Context<'a>) -> [(&'static str, Vec<&'a SetSpec>); 3] {
    let analyses = &context.input.study.analyses;
    let chains = &context.input.study.chains;
    let is_outcome = |set: &&SetSpec| {
        analyses.iter().any(|analysis| analysis.outcome.set == set.name)
            || chains.iter().any(|chain| chain.outcomes.iter().any(|outcome| outcome.set == set.name))
    };
    let is_condition = |set: &&SetSpec| {
        analyses.iter().any(|analysis| analysis.conditions.contains(&set.name))
            || chains.iter().any(|chain| chain.factors.contains(&set.name))
    };
    let sets = || context.input.study.sets.iter();
    [
        ("role-outcome", sets().filter(is_outcome).collect()),
        ("role-condition", sets().filter(|set| !is_outcome(set) && is_condition(set)).collect()),
        ("role-unused", sets().filter(|set| !is_outcome(set) && !is_condition(set)).collect()),
    ]
}

/// Groups of rows, one per role and, within conditions, one per group of the study.
fn groups(context: Context<'_>, row: impl Fn(&SetSpec) -> Vec<Cell>) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (role, sets) in by_role(context) {
        for set in sets {
            let role = context.speaker.say(role);
            let heading = Some(match context.names.group(&set.name) {
                Some(group) => {
                    context.speaker.say_of("role-and-group", &[("role", role.into()), ("group", group.into())])
                }
                None => role,
            });
            match groups.iter_mut().find(|group| group.heading == heading) {
                Some(group) => group.rows.push(row(set)),
                None => groups.push(Group { heading, rows: vec![row(set)], ..Group::default() }),
            }
        }
    }
    groups
}

fn variables(context: Context<'_>) -> Table {
    let speaker = context.speaker;
    let defined = context.input.study.sets.iter().any(|set| set.definition.is_some());
    let mut keys = vec!["variable-name", "variable-code", "variable-column", "variable-scoring"];
    if defined {
        keys.insert(2, "variable-definition");
    }
    let aimed = context.input.study.sets.iter().any(|set| set.target.is_some());
    if aimed {
        keys.push("variable-target");
    }
    let row = |set: &SetSpec| {
        let mut row = vec![
            Cell::text(speaker.capital(context.names.set(&set.name))),
            Cell::code(&set.name),
            column(context, set),
            Cell::text(scoring(context, set)),
        ];
        if defined {
            row.insert(2, Cell::text(speaker.text_or(set.definition.as_ref(), number::UNDEFINED)));
        }
        if aimed {
            row.push(Cell::text(target(context, set)));
        }
        row
    };
    Table::new(
        speaker,
        "variables".to_owned(),
        speaker.say("variables-title"),
        vec![keys.iter().map(|key| Cell::text(speaker.say(key))).collect()],
        groups(context, row),
        context.input.study.sets.iter().filter_map(|set| periods(context, set)).collect(),
    )
}

/// A column in terms of other periods.
fn timed(context: Context<'_>, column: &str, time: &SetTime) -> String {
    let column = ("column", column.into());
    match (time, time.periods()) {
        (SetTime::At(period), _) => {
            context.speaker.say_of("variable-at", &[column, ("period", period.as_str().into())])
        }
        (_, periods) => {
            let key = format!("variable-{}", time.name());
            context.speaker.say_of(&key, &[column, ("periods", periods.unwrap_or_default().into())])
        }
    }
}

/// The length of a period, and the cases without a score, of a set whose scores are taken from other periods.
fn periods(context: Context<'_>, set: &SetSpec) -> Option<String> {
    let columns = &context.input.evidence.cases.columns;
    let timed = columns.iter().find(|column| column.timed.is_some() && column.serves(set))?.timed.as_ref()?;
    let speaker = context.speaker;
    let step = timed.step.map(|(step, unit)| {
        speaker.say_of(&format!("variable-step-{}", unit.name()), &[("step", step.unsigned_abs().into())])
    });
    let args = [
        ("set", context.names.set(&set.name).into()),
        ("lacking", timed.lacking().into()),
        ("period", timed.no_period.into()),
        ("value", timed.no_value.into()),
        ("zero", timed.zero.into()),
    ];
    Some(std::iter::once(speaker.say_of("variable-lacking", &args)).chain(step).collect::<Vec<_>>().join(" "))
}

/// The raw column, or the items of the construct; a composite has none.
fn column(context: Context<'_>, set: &SetSpec) -> Cell {
    let constructs = || context.input.study.surveys.iter().flat_map(|survey| &survey.constructs);
    match (&set.calibrate, &set.source) {
        (Calibration::Composite { .. }, _) => Cell::text(number::UNDEFINED),
        (_, ScoreSource::Table) => match &set.time {
            Some(time) => Cell::text(timed(context, &context.names.data(&set.column), time)),
            None => Cell::code(&set.column),
        },
        (_, ScoreSource::Coding(name)) => {
            Cell::text(context.speaker.say_of("variable-coding", &[("coding", context.names.data(name).into())]))
        }
        (_, ScoreSource::Construct) => {
            let spec = constructs().find(|spec| spec.construct.name == set.column);
            Cell::text(spec.map_or_else(String::new, |spec| scored(context, spec)))
        }
    }
}

/// The scoring of a construct from its items.
fn scored(context: Context<'_>, spec: &ConstructSpec) -> String {
    let (speaker, items) = (context.speaker, &spec.construct.items);
    let weighted = |weights: &[f64]| {
        let parts: Vec<String> = items.iter().zip(weights).map(|(item, weight)| format!("{weight} × {item}")).collect();
        speaker.list(&parts)
    };
    let (key, items) = match &spec.construct.score {
        Scoring::Mean => ("construct-mean", speaker.list(items)),
        Scoring::Sum => ("construct-sum", speaker.list(items)),
        Scoring::Weighted(weights) => ("construct-weighted", weighted(weights)),
        Scoring::Factor => ("construct-factor", speaker.list(items)),
    };
    let said = speaker.say_of(key, &[("items", items.into())]);
    match &spec.by {
        Some(by) => speaker.say_of("construct-averaged", &[("score", said.into()), ("by", by.as_str().into())]),
        None => said,
    }
}

/// The target concept of a set.
fn target(context: Context<'_>, set: &SetSpec) -> String {
    let named = |name: &String| context.input.study.targets.iter().find(|target| target.name == *name);
    let Some(target) = set.target.as_ref().and_then(named) else { return number::UNDEFINED.to_owned() };
    let key = match target.direction {
        Direction::AtLeast => "target-at-least",
        Direction::AtMost => "target-at-most",
    };
    if let Some(label) = &target.label {
        return context.speaker.text(label);
    }
    let args = [("value", target.value.to_string().into()), ("quantity", target.quantity.as_str().into())];
    context.speaker.say_of(key, &args)
}

/// The scoring of a set: its rubric, or its method in words.
fn scoring(context: Context<'_>, set: &SetSpec) -> String {
    if set.rubric.is_empty() {
        return method(context, &set.calibrate);
    }
    let levels = set.rubric.iter().map(|(score, text)| {
        let args = [("score", score.to_string().into()), ("text", context.speaker.text(text).into())];
        context.speaker.say_of("rubric-level", &args)
    });
    context.speaker.clauses(levels)
}

fn method(context: Context<'_>, calibration: &Calibration) -> String {
    let speaker = context.speaker;
    let curve = |key: &str, idm: f64, shape: Shape| match shape {
        Shape::Logistic => speaker.say_of(&format!("{key}-logistic"), &[("idm", idm.to_string().into())]),
        Shape::Linear => speaker.say(&format!("{key}-linear")),
        Shape::Power { below, above } => {
            let args = [("below", below.to_string().into()), ("above", above.to_string().into())];
            speaker.say_of(&format!("{key}-power"), &args)
        }
    };
    match calibration {
        Calibration::Given(Given::Fuzzy) => speaker.say("method-given-fuzzy"),
        Calibration::Given(Given::Crisp) => speaker.say("method-given-crisp"),
        Calibration::Given(Given::MultiValue) => speaker.say("method-given-multivalue"),
        Calibration::Temporal => speaker.say("method-temporal"),
        Calibration::Crisp { threshold } => {
            speaker.say_of("method-crisp", &[("threshold", threshold.to_string().into())])
        }
        Calibration::Levels { thresholds } => {
            let thresholds = speaker.list(thresholds.iter().map(f64::to_string));
            speaker.say_of("method-levels", &[("thresholds", thresholds.into())])
        }
        Calibration::Direct { idm, shape, .. } => curve("method-direct", *idm, *shape),
        Calibration::Percentiles { anchors, idm, shape } => {
            let percentiles =
                [anchors.inclusion, anchors.crossover, anchors.exclusion].map(|percentile| percentile.to_string());
            let args = [
                ("method", curve("method-direct", *idm, *shape).into()),
                ("percentiles", percentiles.join("/").into()),
            ];
            speaker.say_of("method-percentiles", &args)
        }
        Calibration::Bell { low, high, idm, shape } => {
            let anchors = |pair: [f64; 2]| pair.map(|anchor| anchor.to_string()).join("/");
            let args = [
                ("shape", curve("method-direct-bell", *idm, *shape).into()),
                ("inclusion", anchors([low.inclusion, high.inclusion]).into()),
                ("crossover", anchors([low.crossover, high.crossover]).into()),
                ("exclusion", anchors([low.exclusion, high.exclusion]).into()),
            ];
            speaker.say_of("method-bell", &args)
        }
        other => method_by_cases(context, other),
    }
}

/// Methods that use other cases, other sets or single values.
fn method_by_cases(context: Context<'_>, calibration: &Calibration) -> String {
    let speaker = context.speaker;
    let numbers = |numbers: &[f64]| speaker.list(numbers.iter().map(f64::to_string));
    match calibration {
        Calibration::Ecdf { anchors: None } => speaker.say("method-ecdf"),
        Calibration::Ecdf { anchors: Some(_) } => speaker.say("method-ecdf-anchors"),
        Calibration::Tfr { lowest: None } => speaker.say("method-tfr"),
        Calibration::Tfr { lowest: Some(lowest) } => {
            speaker.say_of("method-tfr-lowest", &[("lowest", lowest.to_string().into())])
        }
        Calibration::Indirect { thresholds, basis } => {
            let key = match basis {
                Basis::Linear => "method-indirect-linear",
                Basis::Fractional => "method-indirect-fractional",
            };
            speaker.say_of(key, &[("thresholds", numbers(thresholds).into())])
        }
        Calibration::Composite { how, of } => {
            let key = match how {
                Combination::All => "method-all-of",
                Combination::Any => "method-any-of",
                Combination::Mean => "method-mean-of",
            };
            speaker.say_of(key, &[("sets", speaker.list(of.iter().map(ToString::to_string)).into())])
        }
        Calibration::Recode(values) => {
            let values = values.iter().map(|(cell, score)| {
                speaker.say_of("rubric-level", &[("score", score.to_string().into()), ("text", cell.as_str().into())])
            });
            speaker.say_of("method-recode", &[("values", speaker.clauses(values).into())])
        }
        Calibration::Given(_)
        | Calibration::Temporal
        | Calibration::Crisp { .. }
        | Calibration::Levels { .. }
        | Calibration::Direct { .. }
        | Calibration::Percentiles { .. }
        | Calibration::Bell { .. } => String::new(),
    }
}

fn calibration(context: Context<'_>) -> Table {
    let speaker = context.speaker;
    let keys = [
        "calibration-set",
        "calibration-full-in",
        "calibration-crossover",
        "calibration-full-out",
        "calibration-mean",
        "calibration-sd",
        "calibration-min",
        "calibration-max",
        "calibration-share-in",
    ];
    let mut groups = groups(context, |set| calibration_row(context, set));
    groups.retain(|group| !group.rows.is_empty());
    let mut notes = vec![speaker.say("calibration-note")];
    notes.extend(reasons(context));
    Table::new(
        speaker,
        "calibration".to_owned(),
        speaker.say("calibration-title"),
        vec![keys.iter().map(|key| Cell::text(speaker.say(key))).collect()],
        groups,
        notes,
    )
}

/// An anchor as the study file writes it; rounded if it is a percentile of the cases.
fn anchor(speaker: &Speaker, calibration: &Calibration, anchor: f64) -> String {
    if matches!(calibration, Calibration::Percentiles { .. }) {
        speaker.value(Some(anchor))
    } else {
        anchor.to_string()
    }
}

fn calibration_row(context: Context<'_>, set: &SetSpec) -> Vec<Cell> {
    let diagnosis: Option<&SetDiagnosis> = context.input.diagnoses.iter().find(|diagnosis| diagnosis.set == set.name);
    let value = |value: Option<f64>| Cell::number(context.speaker.value(value));
    let mut row = vec![context.set_cell(&set.name)];
    match (diagnosis.and_then(|diagnosis| diagnosis.anchors), &set.calibrate) {
        (Some(anchors), _) => {
            let written = [anchors.inclusion, anchors.crossover, anchors.exclusion];
            row.extend(written.map(|anchor| Cell::number(self::anchor(context.speaker, &set.calibrate, anchor))));
        }
        (None, Calibration::Crisp { threshold }) => row.extend([value(None), Cell::number(threshold), value(None)]),
        (None, calibration) => row.push(Cell::text(method(context, calibration)).over(3)),
    }
    let raw = diagnosis.and_then(|diagnosis| diagnosis.raw);
    row.extend([
        value(raw.map(|raw| raw.mean)),
        value(raw.and_then(|raw| raw.sd)),
        value(raw.map(|raw| raw.min)),
        value(raw.map(|raw| raw.max)),
        value(diagnosis.and_then(|diagnosis| diagnosis.share_in)),
    ]);
    row
}

/// The reasons of calibrations, grouped by reason.
fn reasons(context: Context<'_>) -> Vec<String> {
    let mut shared: Vec<(String, Vec<String>)> = Vec::new();
    for set in &context.input.study.sets {
        let (text, name) = (reason(context, set), context.names.set(&set.name));
        match shared.iter_mut().find(|(other, _)| *other == text) {
            Some((_, sets)) => sets.push(name),
            None => shared.push((text, vec![name])),
        }
    }
    let said = shared.into_iter().map(|(text, sets)| {
        context.speaker.say_of("reason", &[("set", context.speaker.list(sets).into()), ("text", text.into())])
    });
    said.collect()
}

/// The reason of a set's calibration.
fn reason(context: Context<'_>, set: &SetSpec) -> String {
    let Some(reason) = &set.because else { return context.speaker.say("reason-missing") };
    let words = context.speaker.text(&reason.text);
    let key = match reason.source {
        None => return words,
        Some(ReasonSource::Theory) => "reason-theory",
        Some(ReasonSource::Standard) => "reason-standard",
        Some(ReasonSource::Cases) => "reason-cases",
        Some(ReasonSource::Sample) => "reason-sample",
    };
    context.speaker.say_of(key, &[("text", words.into())])
}
