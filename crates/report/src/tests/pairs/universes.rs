//! The multiverse, resampling and chance.

use serde_json::Value;

use super::{Lines, Report, entries, file, list, ratio, text};
use equifinal_study::config::Decision;

use crate::fixture::Fixture;
use crate::names::Names;
use crate::number::{fixed, percent};

pub(super) fn check(report: &mut Report, fixture: &Fixture) {
    let multiverse = report.at("/robustness/multiverse");
    if !multiverse.is_null() {
        for (name, tally) in entries(&multiverse["analyses"]) {
            adds_up(&tally, &multiverse);
            survival(report, fixture, &name, &tally, &multiverse);
            decisions(report, fixture, &name, &tally, &multiverse);
        }
    }
    resampled(report);
    for (name, _) in report.analyses() {
        kept(report, &name);
        intervals(report, &name);
    }
    permuted(report);
    random(report);
}

fn count(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("no count: {value}"))
}

fn share(part: u64, whole: u64) -> String {
    if whole == 0 { crate::ratio(None) } else { percent(part as f64 / whole as f64) }
}

/// Every universe is counted once, by its state and by the fate of each path.
fn adds_up(tally: &Value, multiverse: &Value) {
    let impossible: u64 = entries(&tally["impossible"]).iter().map(|(_, times)| count(times)).sum();
    let (possible, undecided) = (count(&tally["possible"]), count(&tally["undecided"]));
    assert_eq!(tally["universes"], multiverse["universes"]);
    assert_eq!(possible + impossible, count(&tally["universes"]));
    let (same, core, related) =
        (count(&tally["same_models"]), count(&tally["same_core"]), count(&tally["no_contradiction"]));
    assert!(same <= related && related <= possible && core <= possible, "{tally}");
    assert!(count(&tally["solved"]) + undecided <= possible);
    for (path, fates) in entries(&tally["paths"]) {
        let sum: u64 = entries(&fates).iter().map(|(_, times)| count(times)).sum();
        assert_eq!(sum + undecided, possible, "{path}: {fates}");
    }
    for effect in list(&tally["effects"]) {
        let by_value = |key: &str| list(&effect["by_value"]).iter().map(|one| count(&one[key])).sum::<u64>();
        assert_eq!(by_value("universes") + undecided, possible, "{effect}");
        assert_eq!(by_value("same_models"), same, "{effect}");
    }
    let met: u64 = list(&tally["solutions"]).iter().map(|one| count(&one["universes"])).sum();
    assert!(met <= count(&tally["solved"]));
}

/// Survival of the solution, each path and each necessary condition.
fn survival(report: &mut Report, fixture: &Fixture, name: &str, tally: &Value, multiverse: &Value) {
    let possible = count(&tally["possible"]);
    let undecided = count(&tally["undecided"]);
    let dash = || crate::ratio(None);
    let of = |fates: &Value, names: &[&str]| names.iter().map(|name| count(&fates[name])).sum::<u64>();
    let paths = entries(&tally["paths"]);
    let differs = paths.iter().any(|(_, fates)| of(fates, &["related", "divided"]) > 0);
    let line = |name: &str, shares: [Option<u64>; 5], smallest: &Value| {
        let shown = shares.into_iter().enumerate().filter(|(column, _)| differs || *column != 3);
        let shares = shown.map(|(_, part)| part.map_or_else(dash, |part| share(part, possible)));
        std::iter::once(name.to_owned()).chain(shares).chain([nearest(report, fixture, smallest, multiverse)]).collect()
    };
    let smallest = |finding: &str| {
        let found = list(&tally["smallest_change"]).iter().find(|one| one["finding"] == finding);
        found.unwrap_or_else(|| panic!("nothing breaks {finding}"))["broken_by"].clone()
    };
    let lost = possible - count(&tally["no_contradiction"]) - undecided;
    let solution = report.say("survival-solution");
    let mut expected: Lines = vec![line(
        &solution,
        [Some(count(&tally["same_models"])), None, None, None, Some(lost)],
        &smallest("solution"),
    )];
    expected.extend(paths.iter().map(|(path, fates)| {
        let shares = [&["exact"][..], &["narrower"], &["wider"], &["related", "divided"], &["lost"]];
        line(path, shares.map(|names| Some(of(fates, names))), &smallest(path))
    }));
    expected.extend(entries(&tally["necessary"]).iter().map(|(literal, kept)| {
        let kept = count(kept);
        line(literal, [Some(kept), None, None, None, Some(possible - kept - undecided)], &smallest(literal))
    }));
    report.check(&format!("survival.{}", file(name)), &expected);
}

/// The decisions of the nearest universe that loses a finding, without those of the study.
fn nearest(report: &Report, fixture: &Fixture, broken_by: &Value, multiverse: &Value) -> String {
    if broken_by.is_null() {
        return report.say("survival-never");
    }
    let own = |decision: &str| {
        let of = list(&multiverse["dimensions"]).iter().find(|one| one["decision"] == decision);
        of.unwrap()["own"].clone()
    };
    // The settings stand by name in results.json; the sheet has the order of the dimensions.
    let names = list(&multiverse["dimensions"]).iter().map(|one| text(&one["decision"]));
    let changed = names.filter(|name| {
        let (setting, own) = (&broken_by["settings"][name], own(name));
        match (setting.as_f64(), own.as_f64()) {
            (Some(setting), Some(own)) => (setting - own).abs() > 1e-12,
            _ => *setting != own,
        }
    });
    let words: Vec<String> = changed
        .map(|name| {
            let value = decided(report, fixture, name, &broken_by["settings"][name]);
            report
                .speaker
                .say_of("change-to", &[("decision", named(report, fixture, name).into()), ("value", value.into())])
        })
        .collect();
    assert_eq!(broken_by["decisions"], words.len(), "{broken_by}");
    report.speaker.list(words)
}

/// The values of a decision that is varied.
fn varied<'a>(fixture: &'a Fixture, decision: &str) -> &'a [Decision] {
    let found = &fixture.robustness.multiverse.as_ref().unwrap().dimensions;
    &found.iter().find(|varied| varied.name == decision).unwrap().values
}

/// A decision in words.
fn named(report: &Report, fixture: &Fixture, decision: &str) -> String {
    Names::of(&fixture.input(), report.speaker).decision(&varied(fixture, decision)[0])
}

/// A value of a decision in words.
fn decided(report: &Report, fixture: &Fixture, decision: &str, setting: &Value) -> String {
    let is_it = |one: &&Decision| match setting {
        Value::String(word) => one.value() == *word,
        number => one.number() == number.as_f64(),
    };
    let value = varied(fixture, decision).iter().find(is_it).unwrap();
    Names::of(&fixture.input(), report.speaker).decided(value)
}

/// The effect of each decision, the largest first.
fn decisions(report: &mut Report, fixture: &Fixture, name: &str, tally: &Value, multiverse: &Value) {
    let mut effects: Vec<(usize, &Value)> = list(&tally["effects"]).iter().enumerate().collect();
    let size = |effect: &Value| effect["same_models"].as_f64().unwrap_or(-1.0);
    effects.sort_by(|a, b| size(b.1).total_cmp(&size(a.1)));
    let line = |(at, effect): &(usize, &Value)| {
        let varied = &multiverse["dimensions"][at];
        let decision = text(&effect["decision"]);
        let value = |one: &Value| decided(report, fixture, decision, one);
        let values: Vec<String> = list(&varied["values"]).iter().map(value).collect();
        let percent = |key: &str| effect[key].as_f64().map_or_else(|| crate::ratio(None), percent);
        let shown = match values.as_slice() {
            [first, .., last] if values.len() > 4 => format!("{first} … {last} ({})", values.len()),
            _ => report.speaker.list(&values),
        };
        // What a spreadsheet could take for a formula is text.
        let shown = if shown.starts_with('-') { format!("'{shown}") } else { shown };
        vec![
            report.speaker.capital(named(report, fixture, decision)),
            shown,
            percent("same_models"),
            percent("coverage"),
            by_value(report, &values, effect, &varied["values"][0]),
        ]
    };
    let expected: Lines = effects.iter().map(line).collect();
    report.check(&format!("decisions.{}", file(name)), &expected);
}

/// The share of universes with the same models under each value; neighbouring numbers with one share are abbreviated.
fn by_value(report: &Report, values: &[String], effect: &Value, first: &Value) -> String {
    let seen = values.iter().zip(list(&effect["by_value"])).filter(|(_, one)| one["universes"] != 0);
    let shares: Vec<(&String, String)> =
        seen.map(|(value, one)| (value, share(count(&one["same_models"]), count(&one["universes"])))).collect();
    let runs = shares.chunk_by(|a, b| a.1 == b.1 && first.is_number());
    report.speaker.clauses(runs.map(|run| match run {
        [(value, share)] => format!("{value}: {share}%"),
        [(from, share), .., (to, _)] => format!("{from}–{to}: {share}%"),
        [] => unreachable!("runs are not empty"),
    }))
}

fn judged(found: &Value) -> u64 {
    count(&found["draws"]) - count(&found["impossible"]) - count(&found["undecided"])
}

fn kind(report: &Report, found: &Value) -> String {
    match text(&found["kind"]) {
        "leave_out" => report.speaker.say_of("resample-leave_out", &[("count", count(&found["left_out"]).into())]),
        "reverse" => report.speaker.say_of("resample-reverse", &[("count", count(&found["reversed"]).into())]),
        other => report.say(&format!("resample-{other}")),
    }
}

/// Draws and their results.
fn resampled(report: &mut Report) {
    let found = report.at("/robustness/resample");
    let mut last = String::new();
    let mut expected = Lines::new();
    for one in list(&found) {
        let name = kind(report, one);
        let interval = |key: &str| {
            let [low, middle, high] = ["2.5", "50", "97.5"].map(|quantile| ratio(&one[key][quantile]));
            format!("{middle} ([{low}, {high}])")
        };
        let draws = if one["complete"] == false {
            let ways = one["ways"].as_u64().map_or_else(|| "> 10¹⁹".to_owned(), |ways| ways.to_string());
            format!("{} ({})", one["draws"], report.speaker.say_of("resample-of-ways", &[("ways", ways.into())]))
        } else {
            one["draws"].to_string()
        };
        let shares = ["same_models", "no_contradiction"].map(|key| share(count(&one[key]), judged(one)));
        let mut line = vec![if name == last { String::new() } else { name.clone() }];
        line.extend([text(&one["analysis"]).to_owned(), draws]);
        line.extend(shares);
        line.extend(["consistency", "coverage"].map(interval));
        expected.push(line);
        last = name;
    }
    report.check("resampled", &expected);
}

/// The share of draws that keep each path and each necessary condition, one column per kind of draw.
fn kept(report: &mut Report, name: &str) {
    let found = report.at("/robustness/resample");
    let changes: Vec<&Value> = list(&found).iter().filter(|one| one["analysis"] == name).collect();
    let mut expected = Lines::new();
    for (path, _) in changes.first().map(|first| entries(&first["paths"])).unwrap_or_default() {
        let shares = changes.iter().map(|one| share(count(&one["paths"][&path]["exact"]), judged(one)));
        expected.push(std::iter::once(path.clone()).chain(shares).collect());
    }
    for (literal, _) in changes.first().map(|first| entries(&first["necessary"])).unwrap_or_default() {
        let shares = changes.iter().map(|one| share(count(&one["necessary"][&literal]), judged(one)));
        expected.push(std::iter::once(literal.clone()).chain(shares).collect());
    }
    report.check(&format!("kept.{}", file(name)), &expected);
}

/// The intervals of the reported solution and its paths, two columns per kind of draw.
fn intervals(report: &mut Report, name: &str) {
    let found = report.at("/robustness/resample");
    let changes: Vec<&Value> = list(&found).iter().filter(|one| one["analysis"] == name).collect();
    let cells = |found: &Value| {
        ["consistency", "coverage"].map(|key| {
            let [low, middle, high] = ["2.5", "50", "97.5"].map(|quantile| ratio(&found[key][quantile]));
            format!("{middle} ([{low}, {high}])")
        })
    };
    let mut expected = Lines::new();
    if let Some(first) = changes.first() {
        let own = changes.iter().flat_map(|one| cells(&one["reported"]));
        expected.push(std::iter::once(report.say("solution")).chain(own).collect());
        for (term, _) in entries(&first["terms"]) {
            let own = changes.iter().flat_map(|one| cells(&one["terms"][&term]));
            expected.push(std::iter::once(term.clone()).chain(own).collect());
        }
    }
    report.check(&format!("intervals.{}", file(name)), &expected);
}

/// The results of permutation tests, with four decimals.
fn permuted(report: &mut Report) {
    for one in list(&report.at("/robustness/permutation")) {
        let four = |value: &Value| value.as_f64().map_or_else(|| crate::ratio(None), |value| fixed(value, 4));
        let line = |path: &Value| {
            let counted = match &path["p_standard_error"] {
                Value::Null => format!("{}/{}", path["as_consistent"], one["draws"]),
                error => report.speaker.say_of("permuted-error", &[("error", four(error).into())]),
            };
            vec![
                text(&path["expression"]).to_owned(),
                ratio(&path["consistency"]),
                path["cases"].to_string(),
                path["counterexamples"].to_string(),
                format!("{} ({counted})", four(&path["p"])),
                four(&path["p_holm"]),
                four(&path["p_benjamini_hochberg"]),
                four(&path["p_exact"]),
                path["power"].as_f64().map_or_else(|| crate::ratio(None), |power| fixed(power, 2)),
            ]
        };
        let expected: Lines = list(&one["paths"]).iter().map(line).collect();
        report.check(&format!("permutations.{}", file(text(&one["analysis"]))), &expected);
    }
}

fn random(report: &mut Report) {
    let found = report.at("/robustness/random_data");
    let line = |one: &Value| {
        let solved = share(count(&one["any_solution"]), count(&one["draws"]));
        vec![text(&one["analysis"]).to_owned(), one["draws"].to_string(), solved]
    };
    report.check("random-data", &list(&found).iter().map(line).collect());
    for one in list(&found) {
        let mut expected = Lines::new();
        for cell in list(&one["cutoffs"]) {
            let name = report.speaker.cutoff(cell["consistency"].as_f64().unwrap_or_default());
            let shown = share(count(&cell["any_solution"]), count(&one["draws"]));
            match expected.iter_mut().find(|line| line[0] == name) {
                Some(line) => line.push(shown),
                None => expected.push(vec![name, shown]),
            }
        }
        report.check(&format!("random-cutoffs.{}", file(text(&one["analysis"]))), &expected);
    }
}
