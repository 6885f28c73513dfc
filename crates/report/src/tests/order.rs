//! Cases are listed in natural order everywhere, and no output depends on the order of the file.

use serde_json::Value;

use crate::fixture::Fixture;
use crate::fixture::study::{CONTRADICTORY, LEVELS, TIED, run};

/// True if the names are several cases of the study; their order is then checked.
fn check_names(place: &str, names: &[&str], fixture: &Fixture) -> usize {
    let is_case = |name: &&str| fixture.memberships.cases.iter().any(|case| case == name);
    if names.len() < 2 || !names.iter().all(is_case) {
        return 0;
    }
    let numbers: Vec<u32> = names.iter().map(|name| name[1..].parse().unwrap()).collect();
    assert!(numbers.is_sorted(), "{place}: {names:?}");
    1
}

/// Every list of texts in a JSON value.
fn lists_in(place: &str, value: &Value, fixture: &Fixture) -> usize {
    match value {
        Value::Array(items) => {
            let names: Option<Vec<&str>> = items.iter().map(Value::as_str).collect();
            let own = names.map_or(0, |names| check_names(place, &names, fixture));
            own + items.iter().map(|item| lists_in(place, item, fixture)).sum::<usize>()
        }
        Value::Object(entries) => {
            entries.iter().map(|(key, entry)| lists_in(&format!("{place}/{key}"), entry, fixture)).sum()
        }
        _ => 0,
    }
}

/// Counts the lists of cases in results, tables and figures, and checks their order.
fn check(name: &str, texts: [&str; 2], least: [usize; 3]) {
    let fixture = run(texts);
    let results: Value = serde_json::from_str(&fixture.results()).unwrap();
    let of_results = lists_in(name, &results, &fixture);
    let (mut of_tables, mut of_figures) = (0, 0);
    for (edition, separator) in fixture.editions().iter().zip([", ", "、"]) {
        for table in edition.tables() {
            for cell in table.groups.iter().flat_map(|group| group.rows.iter().flatten()) {
                let text = cell.full.as_ref().unwrap_or(&cell.text);
                of_tables += check_names(&table.id, &text.split(separator).collect::<Vec<_>>(), &fixture);
            }
        }
        for figure in edition.figures() {
            for part in figure.svg.split("data-cases='").skip(1) {
                let names = part.split('\'').next().unwrap().replace("&quot;", "\"");
                let names: Value = serde_json::from_str(&names).unwrap();
                of_figures += lists_in(&figure.id, &names, &fixture);
            }
            for title in figure.svg.split("<title>").skip(1).map(|part| part.split('<').next().unwrap()) {
                let names = title.split(" (").next().unwrap().split(": ").last().unwrap();
                of_figures += check_names(&figure.id, &names.split(", ").collect::<Vec<_>>(), &fixture);
            }
        }
    }
    let found = [of_results, of_tables, of_figures];
    assert!(found.iter().zip(least).all(|(found, least)| *found >= least), "{name}: {found:?}");
    let memberships = fixture.memberships_csv();
    let ids: Vec<&str> =
        memberships.lines().skip(1).map(|line| line.split(',').next().unwrap().trim_matches('"')).collect();
    assert_eq!(check_names("memberships.csv", &ids, &fixture), 1);
}

#[test]
fn cases_stand_in_natural_order_everywhere() {
    check("tied", TIED, [20, 15, 24]);
    check("levels", LEVELS, [40, 30, 15]);
    check("contradictory", CONTRADICTORY, [4, 2, 4]);
}

/// Everything that a run writes as text.
fn written(fixture: &Fixture) -> Vec<(String, String)> {
    let editions = fixture.editions();
    let mut files = vec![
        ("results.json".to_owned(), fixture.results()),
        ("report.html".to_owned(), crate::html(&editions).unwrap()),
    ];
    files.extend(fixture.tables(&editions));
    files.extend(editions.iter().flat_map(|edition| crate::figures(edition).collect::<Vec<_>>()));
    files
}

#[test]
fn no_output_depends_on_the_order_of_the_file() {
    for [keys, cases] in [TIED, LEVELS, CONTRADICTORY] {
        let (head, lines) = cases.split_once('\n').unwrap();
        let reversed: Vec<&str> = lines.lines().rev().collect();
        let mut turned = lines.lines().collect::<Vec<_>>();
        turned.rotate_left(3);
        let first = written(&run([keys, cases]));
        for order in [reversed, turned] {
            let other = written(&run([keys, &format!("{head}\n{}", order.join("\n"))]));
            assert_eq!(first.len(), other.len());
            for ((name, one), (_, other)) in first.iter().zip(&other) {
                assert!(one == other, "{name} depends on the order of the cases");
            }
        }
    }
}
