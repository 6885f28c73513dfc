//! Robustness ranges of each number, and the changes beyond them.

use serde_json::Value;

use super::{Lines, Report, entries, file, list, text, texts};
use crate::number::fixed;

pub(super) fn check(report: &mut Report) {
    let Value::Object(_) = report.results["robustness"]["ranges"] else { return };
    for (name, found) in entries(&report.results["robustness"]["ranges"]) {
        let sheet = format!("ranges.{}", file(&name));
        let shown = report.sheets.get(&sheet).cloned().unwrap_or_default();
        let mut expected = Lines::new();
        for (at, range) in list(&found).iter().enumerate() {
            let decision = text(&range["decision"]);
            let code = match range.get("set") {
                Some(set) => format!("{}.{decision}", text(set)),
                None => decision.to_owned(),
            };
            let kind = report.speaker.say(&format!("decision-{decision}"));
            assert_eq!(shown[at][0], kind, "{sheet}: {code}");
            let mut line = vec![shown[at][0].clone(), value(range, &range["chosen"])];
            line.extend(["same_models", "same_core", "no_contradiction"].map(|degree| interval(range, &range[degree])));
            // Below the first interval of an anchor stands its shift, which the tests of the table compute by hand.
            if range.get("set").is_some() && decision != "idm" {
                let (printed, whole) = (line[2].clone(), &shown[at][2]);
                let small = whole.strip_prefix(&printed).unwrap_or_else(|| panic!("{sheet}: {code}: {whole}"));
                assert!(small.is_empty() || small.starts_with(" (") && small.contains('%'), "{sheet}: {code}: {small}");
                line[2].push_str(small);
            }
            let models = &range["same_models"];
            for (column, end) in [(5, &models["low"]), (6, &models["high"])] {
                line.push(cause(report, end).unwrap_or_else(|| shown[at][column].clone()));
                assert!(!shown[at][column].is_empty(), "{sheet}: nothing is said of an end of {code}");
            }
            nested(range);
            expected.push(line);
        }
        report.check(&sheet, &expected);
    }
}

/// A number with the decimals of its decision.
fn value(range: &Value, at: &Value) -> String {
    let at = at.as_f64().unwrap();
    match text(&range["decision"]) {
        "frequency" => fixed(at, 0),
        "consistency" | "pri" | "idm" => fixed(at, 3),
        _ if at.abs() >= 1000.0 => fixed(at, 1),
        _ => fixed(at, 3),
    }
}

/// An interval: closed, open, infinite if proven, with dots if the search stopped.
fn interval(range: &Value, found: &Value) -> String {
    let side = |end: &Value, below: bool| {
        if end.get("unbounded").is_some() {
            assert!(end["at"].is_null(), "{end}");
            return if below { "(−∞".to_owned() } else { "∞)".to_owned() };
        }
        if end.get("stopped").is_some() {
            let at = value(range, &end["looked_as_far_as"]);
            return if below { format!("(… {at}") } else { format!("{at} …)") };
        }
        let (at, included) = (value(range, &end["at"]), end["included"] == true);
        match (below, included) {
            (true, true) => format!("[{at}"),
            (true, false) => format!("({at}"),
            (false, true) => format!("{at}]"),
            (false, false) => format!("{at})"),
        }
    };
    format!("{}, {}", side(&found["low"], true), side(&found["high"], false))
}

/// The cell of an end, as far as results.json has the words: a stopped search, a limit, or a change.
fn cause(report: &Report, end: &Value) -> Option<String> {
    let speaker = &report.speaker;
    if let Some(why) = end.get("stopped") {
        return Some(speaker.say(&format!("stopped-{}", text(why))));
    }
    if let Some(ground) = end.get("impossible") {
        return Some(speaker.say(&format!("ground-{}", text(ground).replace('_', "-"))));
    }
    let Some(breaks) = end.get("breaks") else { return Some(crate::ratio(None)) };
    let changed = |row: &Value| format!("{} {}→{}", row["row"], text(&row["before"]), text(&row["after"]));
    let rows: Vec<String> = list(&breaks["rows"]).iter().map(changed).collect();
    let refused = !breaks["refused"].is_null();
    if refused && rows.is_empty() {
        return None;
    }
    let mut said = speaker.say_of("break-rows", &[("rows", speaker.list(&rows).into())]);
    if !list(&breaks["cases"]).is_empty() {
        said = speaker.say_of("break-cases", &[("cases", report.list(&breaks["cases"]).into()), ("rows", said.into())]);
    }
    let lost = texts(&breaks["lost"]).into_iter().map(|path| format!("−{path}"));
    let paths: Vec<String> = lost.chain(texts(&breaks["gained"]).into_iter().map(|path| format!("+{path}"))).collect();
    let small = if refused { speaker.say("break-none-left") } else { speaker.list(&paths) };
    Some(if small.is_empty() { said } else { format!("{said} ({small})") })
}

/// The chosen value lies within every interval, and the intervals are nested.
fn nested(range: &Value) {
    let chosen = range["chosen"].as_f64().unwrap();
    let at = |degree: &str, side: &str, otherwise: f64| {
        let end = &range[degree][side];
        end["at"].as_f64().or_else(|| end["looked_as_far_as"].as_f64()).unwrap_or(otherwise)
    };
    let ends = |degree: &str| [at(degree, "low", f64::NEG_INFINITY), at(degree, "high", f64::INFINITY)];
    let [models, core, related] = ["same_models", "same_core", "no_contradiction"].map(ends);
    for [low, high] in [models, core, related] {
        assert!(low <= chosen && chosen <= high, "{range}");
    }
    assert!(related[0] <= models[0] && models[1] <= related[1], "{range}");
}
