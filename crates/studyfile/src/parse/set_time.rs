//! Parses the period of a set's scores, and holds the sets of a study against one another: its cases are units, or units
//! in a period.

use super::panel_fit;
use crate::fields::{Fields, count, word};
use crate::grammar::SET_TIME;
use crate::tree::Node;
use equifinal_study::config::{Calibration, SetSpec, SetTime, Study};
use equifinal_study::message::Message;
use equifinal_study::names::quoted;
use equifinal_study::panel::period;
use equifinal_study::say;

/// Maximum number of sets named in a message.
const NAMED: usize = 3;

/// Reads `time` of a set with this calibration.
pub(super) fn read(fields: &Fields<'_>, calibrate: Option<&Calibration>) -> Option<SetTime> {
    let (node, problems) = (fields.get("time")?, fields.problems);
    if let Some(Calibration::Composite { .. }) = calibrate {
        fields.blame("time", say!("time-composite"));
        return None;
    }
    let inner = Fields::open(node, &SET_TIME, problems)?;
    let [entry] = node.entries() else {
        problems.add(node.span.clone(), say!("time-one"));
        return None;
    };
    let key = entry.name()?;
    let node = inner.get(SET_TIME.key(key)?.name())?;
    if key == "at" {
        let written = word(node, "at", problems)?;
        let at = period(written);
        if at.is_none() {
            problems.add(node.span.clone(), say!("wide-not-time", written = quoted(written)));
        }
        return at.map(SetTime::At);
    }
    let periods = count(node, 1, key, problems)?;
    let Ok(periods) = u32::try_from(periods) else {
        problems.add(node.span.clone(), say!("time-too-far", periods));
        return None;
    };
    let time = match key {
        "lag" => SetTime::Lag(periods),
        "lead" => SetTime::Lead(periods),
        "change" => SetTime::Change(periods),
        _ => SetTime::Growth(periods),
    };
    if let Some(Calibration::Recode(_)) = calibrate.filter(|_| time.is_difference()) {
        problems.add(entry.key.span.clone(), say!("time-of-words", key));
        return None;
    }
    Some(time)
}

/// The study; records periods without a panel, sets by period beside sets in a fixed period, and requests of units that have no
/// periods.
pub(super) fn checked(fields: &Fields<'_>, study: Study) -> Study {
    check(fields, &study);
    study
}

fn check(fields: &Fields<'_>, study: &Study) {
    let has_periods = study.tables.iter().any(|table| table.panel.is_some());
    let varied = study.alternatives.iter().flat_map(|alternative| &alternative.variant.sets);
    if !study.sets.iter().chain(varied).any(|set| set.time.is_some()) {
        return;
    }
    if !has_periods {
        // A table with a mistake of its own may have periods.
        let all_read = study.tables.len() == fields.named("data").len();
        let timed = study.sets.iter().filter(|set| set.time.is_some() && all_read);
        timed.for_each(|set| blame_set(fields, set, say!("time-without-units")));
        return;
    }
    let unit_cases = study.has_unit_cases();
    if let Some(first) = study.sets.iter().find(|set| is_fixed(set)).filter(|_| unit_cases) {
        let others: Vec<&SetSpec> = study.sets.iter().filter(|set| has_scores(set) && !is_fixed(set)).collect();
        if !others.is_empty() {
            let period = first.time.as_ref().and_then(SetTime::at).unwrap_or_default();
            let names = Message::list(others.iter().take(NAMED).map(|set| Message::verbatim(set.name.as_str())));
            let (fixed, more) = (first.name.as_str(), others.len().saturating_sub(NAMED));
            blame_set(fields, first, say!("time-mixed", others = names, more, fixed, period));
        }
        for (key, node) in panel_fit::requests(fields) {
            fields.problems.add(node.span.clone(), say!("panel-of-units", key, fixed = first.name));
        }
    }
    for (alternative, node) in study.alternatives.iter().zip(alternatives(fields)) {
        let varied = study.clone().varied(&alternative.variant);
        let mixes = unit_cases && varied.sets.iter().any(|set| has_scores(set) && !is_fixed(set));
        if varied.has_unit_cases() != unit_cases || mixes {
            fields.problems.add(node.heading(), say!("time-alternative", id = alternative.id));
        }
    }
}

/// The alternatives as they are written; all are read once the study is whole.
fn alternatives<'a>(fields: &Fields<'a>) -> &'a [Node] {
    fields.get("robustness").and_then(|plan| plan.get("alternatives")).map_or(&[], |node| node.items())
}

fn is_fixed(set: &SetSpec) -> bool {
    set.time.as_ref().is_some_and(|time| time.at().is_some())
}

/// True unless the set is a composite, which has the scores of its parts.
fn has_scores(set: &SetSpec) -> bool {
    !matches!(set.calibrate, Calibration::Composite { .. })
}

/// Records a mistake at the `time` of a set, or at its name.
fn blame_set(fields: &Fields<'_>, set: &SetSpec, message: Message) {
    let Some(entry) = fields.named("sets").iter().find(|entry| entry.name() == Some(&set.name)) else { return };
    let at = entry.value.get("time").map_or_else(|| entry.key.span.clone(), |node| node.span.clone());
    fields.problems.add(at, message);
}
