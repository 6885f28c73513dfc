//! The configuration chart: one column per path, with the signs of its literals and its numbers.

use equifinal_study::expression::Expression;
use serde_json::Value;

use super::{Report, entries, file, is_named, list, negations, ratio, text, texts};
use crate::fixture::Fixture;

pub(super) fn check(report: &mut Report, fixture: &Fixture) {
    for (name, negation) in negations(fixture) {
        let (own, negation) = (report.analysis(name), negation.map_or(Value::Null, |name| report.analysis(name)));
        let sides: Vec<_> =
            [&own, &negation].into_iter().filter_map(|side| Some((side, models(side).first()?))).collect();
        compare(report, fixture, format!("configurations.{}", file(name)), &sides);
    }
    // The other models of an ambiguous solution have a chart each.
    for (name, found) in report.analyses() {
        for (model, number) in models(&found).iter().take(10).zip(1..).skip(1) {
            compare(report, fixture, format!("configurations.{}.m{number}", file(&name)), &[(&found, model)]);
        }
    }
}

/// One chart: for each side its analysis and its model.
fn compare(report: &mut Report, fixture: &Fixture, sheet: String, sides: &[(&Value, &Value)]) {
    let Some(found) = report.sheets.get(&sheet).cloned() else {
        return assert!(sides.is_empty(), "there is no sheet {sheet}");
    };
    let mut expected: Vec<Vec<String>> = Vec::new();
    for (side, model) in sides {
        expected.extend(list(&model["terms"]).iter().map(|term| column(report, fixture, side, term)));
    }
    let width = expected.len() + 1;
    assert!(found.iter().all(|line| line.len() == width), "{sheet}: {found:?}");
    // Paths with the same core stand together, so the order is the chart's own; the paths are all there.
    let order =
        |line: &Vec<String>| conditions(fixture).iter().position(|name| is_named(report, fixture, &line[0], name));
    let mut lines = found.clone();
    let literals = lines.iter().filter(|line| order(line).is_some()).count();
    lines[..literals].sort_by_key(order);
    let columns = (1..width).map(|at| lines.iter().map(|line| line[at].clone()).collect::<Vec<_>>());
    let mut starts = Vec::new();
    for (_, model) in sides {
        starts.push(starts.last().copied().unwrap_or(0) + list(&model["terms"]).len());
    }
    let mut columns: Vec<Vec<String>> = columns.collect();
    let mut from = 0;
    for end in starts {
        // The numbers of the whole solution stand in the first column of its side.
        let whole: Vec<Vec<String>> =
            columns[from..end].iter_mut().map(|column| column.split_off(column.len() - 3)).collect();
        let (_, model) = sides[usize::from(from > 0)];
        let keys = ["consistency", "pri", "coverage"];
        assert_eq!(whole[0], keys.map(|key| ratio(&model[key])), "{sheet}");
        assert!(whole[1..].iter().flatten().all(String::is_empty), "{sheet}: {whole:?}");
        let (shown, wanted) = (&mut columns[from..end], &mut expected[from..end]);
        shown.sort();
        wanted.sort();
        assert_eq!(shown, wanted, "{sheet} in {}", report.speaker.language());
        from = end;
    }
    report.held.insert(sheet);
}

/// The models of the interpreted solution; none of an analysis that is not there.
fn models(side: &Value) -> &[Value] {
    side["interpret"].as_str().map_or(&[], |kind| list(&side["solutions"][kind]["models"]))
}

/// The conditions of the study, in its order.
fn conditions(fixture: &Fixture) -> Vec<&str> {
    fixture.study.sets.iter().map(|set| set.name.as_str()).collect()
}

/// A column: one sign per condition, the numbers of the path, its cases.
fn column(report: &Report, fixture: &Fixture, side: &Value, term: &Value) -> Vec<String> {
    let core = entries(&side["core"]["paths"][text(&term["expression"])]["literals"]);
    let known = side["core"]["discriminates"] != "unknown";
    let mut column: Vec<String> = Vec::new();
    for condition in conditions(fixture).into_iter().filter(|name| texts(&side["conditions"]).contains(name)) {
        let Some(level) = term["literals"].get(condition) else {
            column.push(String::new());
            continue;
        };
        let of = |literal: &str| {
            let mut is_of = false;
            Expression::parse(literal).unwrap().each_literal(&mut |literal| is_of |= literal.set == condition);
            is_of
        };
        let standing = &core.iter().find(|(literal, _)| of(literal)).unwrap().1;
        let many = fixture.memberships.set(condition).unwrap().kind.is_multi_value();
        let there = if many || level != 0 { "present" } else { "absent" };
        let key = match standing.as_str() {
            _ if !known => format!("sign-{there}"),
            Some("always") => format!("sign-core-{there}"),
            Some("sometimes") => format!("sign-sometimes-{there}"),
            _ => format!("sign-peripheral-{there}"),
        };
        let sign = report.say(&key);
        column.push(if many { format!("{sign} ([{level}])") } else { sign });
    }
    let keys = ["consistency", "pri", "raw_coverage", "unique_coverage"];
    column.extend(keys.map(|key| ratio(&term[key])));
    column.push(report.cases(term));
    column
}
