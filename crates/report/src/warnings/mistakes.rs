//! Probable mistakes that change results without a word: each names its remedy, and the report prints them first.

use equifinal_qca::findings::Findings;
use equifinal_study::diagnosis::Concern;

use crate::input::Input;
use crate::listing::{listed, names};
use crate::messages::Speaker;

/// Totals among the cases, anchors in another unit, falling anchors that nobody declared, cutoffs that are not stated,
/// observed rows that are called impossible.
pub(super) fn warnings(input: &Input<'_>, speaker: &Speaker) -> Vec<String> {
    let mut all: Vec<String> =
        input.diagnosis.concerns.iter().filter_map(|concern| of_concern(concern, speaker)).collect();
    for pair in input.pairs() {
        all.extend(pri_unstated(pair.own, speaker));
        pair.each().for_each(|findings| of_observed(findings, speaker, &mut all));
    }
    all
}

fn of_concern(concern: &Concern, speaker: &Speaker) -> Option<String> {
    match concern {
        Concern::TotalOfOthers { case, columns } => {
            let args = [("case", case.as_str().into()), ("columns", listed(columns, speaker).into())];
            Some(speaker.say_of("warning-total-of-others", &args))
        }
        Concern::BeyondAnchors { set, range, anchors, one_sided, factor } => {
            Some(beyond_anchors(set, (*range, *anchors), *one_sided, *factor, speaker))
        }
        Concern::FallsUnsaid { set, anchors } => {
            let [exclusion, inclusion] = anchors.map(|anchor| anchor.to_string().into());
            let args = [("set", set.as_str().into()), ("exclusion", exclusion), ("inclusion", inclusion)];
            Some(speaker.say_of("warning-falls-unsaid", &args))
        }
        _ => None,
    }
}

/// The default of PRI, which hardly any study means.
fn pri_unstated(findings: &Findings, speaker: &Speaker) -> Option<String> {
    let args = [("analysis", findings.analysis.name.as_str().into())];
    (!findings.analysis.states_pri).then(|| speaker.say_of("warning-pri-unstated", &args))
}

/// Rows with cases that the study declares impossible: they are observed, so they are not excluded.
fn of_observed(findings: &Findings, speaker: &Speaker, all: &mut Vec<String>) {
    let mut observed: Vec<u64> = findings.implausible.iter().flat_map(|ruled| ruled.observed.iter().copied()).collect();
    observed.sort_unstable();
    observed.dedup();
    let impossible = findings.enhanced.iter().flat_map(|enhanced| &enhanced.excluded);
    let named = std::iter::once(("implausible", &observed))
        .chain(impossible.map(|excluded| ("enhanced: impossible", &excluded.observed)));
    for (key, observed) in named.filter(|(_, observed)| !observed.is_empty()) {
        let rows = observed.iter().map(|&number| {
            let row = findings.rows.iter().find(|row| row.number == number);
            let cases = row.map_or_else(String::new, |row| names(findings, &row.cases, speaker));
            speaker.say_of("row-of-cases", &[("row", number.to_string().into()), ("cases", cases.into())])
        });
        let args = [
            ("analysis", findings.analysis.name.as_str().into()),
            ("key", key.into()),
            ("count", observed.len().into()),
            ("rows", listed(rows, speaker).into()),
        ];
        all.push(speaker.say_of("warning-observed-named", &args));
    }
}

/// The warning that the anchors of a set separate no raw values, with the probable cause.
fn beyond_anchors(
    set: &str,
    ([min, max], [low, high]): ([f64; 2], [f64; 2]),
    one_sided: bool,
    factor: Option<f64>,
    speaker: &Speaker,
) -> String {
    let key = if one_sided { "warning-all-beyond-anchors" } else { "warning-none-between-anchors" };
    let [min, max, low, high] = [min, max, low, high].map(|value| value.to_string().into());
    let said = speaker.say_of(key, &[("set", set.into()), ("min", min), ("max", max), ("low", low), ("high", high)]);
    let remedy = match factor {
        Some(factor) if factor > 1.0 => speaker.say("warning-anchors-in-percent"),
        Some(_) => speaker.say("warning-anchors-in-shares"),
        None => speaker.say("warning-anchors-unit"),
    };
    speaker.sentences([said, remedy])
}
