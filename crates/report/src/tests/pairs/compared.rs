//! Comparisons: alternatives, the protocol, theory, counterfactuals, claims.

use serde_json::Value;

use super::{Lines, Report, analysis_title, entries, file, list, ratio, ratios, text, texts};
use crate::fixture::Fixture;

pub(super) fn check(report: &mut Report, fixture: &Fixture) {
    alternatives(report, fixture);
    other_side(report, fixture);
    for (name, found) in report.analyses() {
        protocol(report, &name);
        theory(report, &name, &found);
        counterfactuals(report, &name, &found);
    }
    claims(report, fixture);
}

/// A number and its difference as printed; the difference is rounded, not computed from rounded numbers.
fn measured(comparison: &Value, key: &str) -> String {
    let [before, after] = ["before", "after"].map(|side| comparison[side][key].as_f64());
    let (Some(before), Some(after)) = (before, after) else { return crate::ratio(after) };
    let difference = crate::number::fixed(after - before, 3);
    let sign = if difference.starts_with('-') { "" } else { "+" };
    format!("{} ({sign}{difference})", crate::ratio(Some(after)))
}

/// The cells of a comparison beside its name; `reason` is the message if it could not be made.
fn comparison(report: &Report, fixture: &Fixture, name: String, found: &Value, reason: &str) -> Vec<String> {
    let analysis = analysis_title(report, fixture, text(&found["analysis"]));
    let Some(verdict) = found["verdict"].as_str() else {
        assert!(found["verdict"]["not_comparable"].is_string() && !reason.is_empty(), "{found}");
        return vec![name, analysis, reason.to_owned(), String::new(), String::new(), String::new()];
    };
    let model = if verdict == "same" { report.say("unchanged") } else { text(&found["models"][0]).to_owned() };
    let model = match text(&found["model_count"]) {
        "1" => model,
        count => format!("{model} ({})", report.speaker.say_of("first-of-models", &[("count", count.into())])),
    };
    let verdict = format!("{} ({})", report.say(&format!("verdict-{verdict}")), report.say(text(&found["solution"])));
    vec![name, analysis, model, measured(found, "consistency"), measured(found, "coverage"), verdict]
}

/// The study's own models, then every comparison.
fn alternatives(report: &mut Report, fixture: &Fixture) {
    let found = report.results.get("alternatives").cloned().unwrap_or_default();
    if list(&found).is_empty() {
        return;
    }
    for (sheet, negated) in [("alternatives", false), ("alternatives.negation", true)] {
        if report.sheets.contains_key(sheet) {
            alternatives_of(report, fixture, (sheet, negated), &found);
        } else {
            assert!(negated && !report.analyses().iter().any(|(name, _)| fixture.input().negates(name)));
        }
    }
}

fn alternatives_of(report: &mut Report, fixture: &Fixture, (sheet, negated): (&str, bool), found: &Value) {
    let shown = report.sheets[sheet].clone();
    let mut expected = Lines::new();
    let wanted = |analysis: &str| fixture.input().negates(analysis) == negated;
    for (name, own) in report.analyses().into_iter().filter(|(name, _)| wanted(name)) {
        let solution = &own["solutions"][text(&own["interpret"])];
        if let Some(model) = solution["models"].get(0) {
            let mut line = vec![
                report.say("original"),
                analysis_title(report, fixture, &name),
                text(&model["expression"]).to_owned(),
            ];
            line.extend(ratios(model, &["consistency", "coverage"]));
            line.push(crate::ratio(None));
            expected.push(line);
        }
    }
    for (at, one) in list(found).iter().enumerate() {
        let label = fixture.alternatives[at].label.as_ref().map(|label| report.speaker.text(label));
        let changes = || format!("{} ({})", text(&one["id"]), report.speaker.clauses(texts(&one["changes"])));
        let mut name = label.unwrap_or_else(changes);
        for compared in list(&one["comparisons"]).iter().filter(|found| wanted(text(&found["analysis"]))) {
            let reason = shown.get(expected.len()).map_or("", |line| &line[2]);
            expected.push(comparison(report, fixture, std::mem::take(&mut name), compared, reason));
        }
    }
    report.check(sheet, &expected);
}

/// The findings under other crossover policies.
fn other_side(report: &mut Report, fixture: &Fixture) {
    let found = report.results.get("other_side_of_crossover").cloned().unwrap_or_default();
    let shown = report.sheets.get("other-side").cloned().unwrap_or_default();
    let line = |(at, one): (usize, &Value)| {
        let policy = text(&one["at_crossover"]);
        let name = report.say(&format!("policy-{policy}"));
        comparison(report, fixture, name, one, shown.get(at).map_or("", |line| &line[2]))
    };
    let expected: Lines = list(&found).iter().enumerate().map(line).collect();
    report.check("other-side", &expected);
}

/// The parameters of the protocol and the cases of its zones, of one model or of all tied ones.
fn protocol(report: &mut Report, name: &str) {
    let found = report.results["robustness"]["protocol"].get(name).cloned().unwrap_or_default();
    if found.get("initial").is_none() {
        return;
    }
    let models = match found.get("models") {
        Some(models) => list(models).to_vec(),
        None => vec![found.clone()],
    };
    let over = |key: &str| {
        let print = |model: &Value| if key == "rank" { model[key].to_string() } else { ratio(&model[key]) };
        let mut printed: Vec<String> = models.iter().map(print).collect();
        printed.sort();
        printed.dedup();
        match printed.as_slice() {
            [one] => one.clone(),
            several => format!("{}–{}", several[0], several[several.len() - 1]),
        }
    };
    let keys = ["rf_cov", "rf_cons", "rf_sc_min", "rf_sc_max", "rcr_typ", "rcr_dev", "rank"];
    let expected: Lines = keys
        .iter()
        .map(|key| {
            let word = format!("protocol-{}", key.replace('_', "-"));
            vec![report.say(&word), over(key), report.say(&format!("{word}-meaning"))]
        })
        .collect();
    report.check(&format!("robustness.{}", file(name)), &expected);
    zones(report, name, &models);
}

/// The cases of each zone in every tied model; those in different zones are listed separately.
fn zones(report: &mut Report, name: &str, models: &[Value]) {
    let zones = [
        ("robust", ["typical", "deviant"]),
        ("shaky", ["typical", "deviant"]),
        ("possible", ["typical", "deviant"]),
        ("outside", ["deviant_coverage", "irrelevant"]),
    ];
    let mut expected = Lines::new();
    let mut all: Vec<String> = Vec::new();
    let mut shared = 0;
    for (zone, sides) in zones {
        let mut line =
            vec![format!("{} ({})", report.say(&format!("zone-{zone}")), report.say(&format!("zone-{zone}-small")))];
        for side in sides {
            let of =
                |model: &Value| texts(&model["cases"][zone][side]).into_iter().map(str::to_owned).collect::<Vec<_>>();
            let mut cases = of(&models[0]);
            all.extend(models.iter().flat_map(&of));
            cases.retain(|case| models.iter().all(|model| of(model).contains(case)));
            shared += cases.len();
            line.push(report.list_or_dash(&cases.into()));
        }
        expected.push(line);
    }
    all.sort();
    all.dedup();
    let sheet = format!("zones.{}", file(name));
    if shared < all.len() {
        // Which side of the outcome they are on is not asked here; that they are all there is.
        let last = report.sheets[&sheet].last().unwrap().clone();
        let separator = report.speaker.mark("list-separator");
        let named = last[1..].iter().flat_map(|cell| cell.split(&separator)).filter(|name| *name != crate::ratio(None));
        assert_eq!(named.count(), all.len() - shared, "{sheet}: {last:?}");
        expected.push(last);
    }
    report.check(&sheet, &expected);
}

/// The four areas of theory and solution.
fn theory(report: &mut Report, name: &str, found: &Value) {
    let sheet = format!("theory.{}", file(name));
    let shown = report.sheets.get(&sheet).cloned().unwrap_or_default();
    let line = |(at, area): (usize, &Value)| {
        let head = shown.get(at).map_or("", |line| &line[0]);
        let ending = format!("({}: {})", text(&area["area"]), text(&area["membership"]));
        assert!(head.ends_with(&ending), "{sheet}: {head} is not {ending}");
        let configurations = match area["configurations"].as_str() {
            None => report.say("theory-too-large"),
            Some("none") => report.say("none"),
            Some(terms) => terms.to_owned(),
        };
        let mut line = vec![head.to_owned(), configurations];
        line.extend(ratios(area, &["consistency", "pri", "coverage"]));
        for (column, key) in [(5, "cases_with_outcome"), (6, "cases_without_outcome")] {
            let named = if list(&area[key]).is_empty() { report.say("none") } else { report.list(&area[key]) };
            let cell = &shown[at][column];
            let rest = cell.strip_prefix(&named).unwrap_or_else(|| panic!("{sheet}: {cell} is not {named}"));
            let counted = list(&area[key]).len().to_string();
            let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
            assert_eq!(digits, counted, "{sheet}: {cell}");
            line.push(cell.clone());
        }
        line
    };
    let further = list(&found["theory"]["further_models"]).iter().flat_map(|model| list(&model["areas"]));
    let expected: Lines = list(&found["theory"]["areas"]).iter().chain(further).enumerate().map(line).collect();
    report.check(&sheet, &expected);
}

/// The remainders that a model uses, with the models.
fn counterfactuals(report: &mut Report, name: &str, found: &Value) {
    let sheet = format!("counterfactuals.{}", file(name));
    let ledger = &found["counterfactuals"];
    let used = |row: &&Value| {
        row["implausible"] == true
            || !list(&row["parsimonious_models"]).is_empty()
            || !list(&row["intermediate_models"]).is_empty()
    };
    let used: Vec<&Value> = list(&ledger["ledger"]).iter().filter(used).collect();
    assert_eq!(ledger["remainders_used"], used.len(), "{sheet}");
    let shown = report.sheets.get(&sheet).cloned().unwrap_or_default();
    assert_eq!(shown.len(), used.len().min(41), "{sheet}");
    let conditions = list(&found["conditions"]).len();
    for (line, row) in shown.iter().zip(used) {
        let models = |key: &str| {
            let numbers: Vec<u64> = list(&row[key]).iter().map(|one| one.as_u64().unwrap()).collect();
            report.speaker.list(crate::runs(&numbers).iter().map(|run| format!("M{run}")))
        };
        assert_eq!(line[0], row["row"].to_string(), "{sheet}");
        let configuration = &list(&found["truth_table"])[row["row"].as_u64().unwrap() as usize - 1]["configuration"];
        let levels = list(&found["conditions"]).iter().map(|one| configuration[text(one)].to_string());
        assert_eq!(line[1..=conditions], levels.collect::<Vec<_>>(), "{sheet}");
        assert_eq!(line[conditions + 1], models("parsimonious_models"), "{sheet}");
        assert_eq!(line[conditions + 2], models("intermediate_models"), "{sheet}");
        assert_eq!(line[conditions + 3] == report.say("ledger-easy"), row["easy"] == true, "{sheet}: {line:?}");
    }
    report.held.insert(sheet);
}

/// Every claim with its verdict.
fn claims(report: &mut Report, fixture: &Fixture) {
    let found = report.results.get("claims").cloned().unwrap_or_default();
    let shown = report.sheets.get("claims").cloned().unwrap_or_default();
    assert_eq!(list(&found).len(), fixture.study.claims.len());
    let line = |(at, claim): (usize, &Value)| {
        let words = report.speaker.text(&fixture.study.claims[at].text);
        vec![
            words,
            text(&claim["claim"]).to_owned(),
            shown.get(at).map_or_else(String::new, |line| line[2].clone()),
            shown.get(at).map_or_else(String::new, |line| line[3].clone()),
            report.say(&format!("claim-{}", text(&claim["verdict"]))),
        ]
    };
    let expected: Lines = list(&found).iter().enumerate().map(line).collect();
    for claim in list(&found) {
        let broken = claim["verdict"] == "broken";
        assert_eq!(claim.get("counterexample").is_some(), broken, "{claim}");
        assert_eq!(claim.get("why").is_some_and(Value::is_string), claim["verdict"] != "held", "{claim}");
        assert!(claim["settings"].as_u64().unwrap() > 0, "{claim}");
        let (held, negative) = (claim["verdict"] == "held", |margin: &Value| margin["margin"].as_f64() < Some(-1e-9));
        assert!(
            !(held && list(&claim["margins"]).iter().any(|one| one["margin"].is_f64() && negative(one))),
            "{claim}"
        );
        entries(claim);
    }
    report.check("claims", &expected);
}
