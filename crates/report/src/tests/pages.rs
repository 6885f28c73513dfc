//! Properties of all pages and files of a run: names, ids, complete messages.

use std::collections::BTreeSet;

use equifinal_qca::findings::Refusal;

use crate::fixture::study::assuming;
use crate::fixture::{Fixture, lipset};

/// Checks the page and files of changed findings.
fn check(name: &str, change: impl FnOnce(&mut Fixture)) {
    let mut fixture = lipset();
    change(&mut fixture);
    let editions = fixture.editions();
    let files: Vec<String> = fixture.tables(&editions).into_iter().map(|(file, _)| file).collect();
    let unique: BTreeSet<&String> = files.iter().collect();
    assert_eq!(unique.len(), files.len(), "{name}: a file is written twice: {files:?}");
    let is_safe = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    for file in &files {
        assert!(file.chars().all(is_safe) && !file.starts_with('.') && !file.contains(".."), "{name}: {file}");
    }
    let page = crate::html(&editions).unwrap();
    let ids: Vec<&str> = page.split(" id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let unique: BTreeSet<&str> = ids.iter().copied().collect();
    assert_eq!(unique.len(), ids.len(), "{name}: an id stands twice");
    for edition in &editions {
        let words = serde_json::to_string(&edition.sections).unwrap();
        for wrong in ["{$", "␣", "NaN", "-0.000", "+-"] {
            assert!(!words.contains(wrong), "{name}: {}: {wrong}", edition.language());
        }
        assert!(edition.tables().all(|table| !table.title.is_empty() && !table.number.is_empty()), "{name}");
        for table in edition.tables() {
            let rows = table.head.iter().chain(table.groups.iter().flat_map(|group| &group.rows));
            for row in rows {
                let width: usize = row.iter().map(|cell| cell.span).sum();
                assert_eq!(width, table.width, "{name}: a row of {} has other columns than its head", table.id);
            }
        }
    }
}

#[test]
fn pages_and_files_are_whole_whatever_was_found() {
    check("as it is", |_| {});
    check("refused", |fixture| {
        fixture.findings[0].solutions = [const { Err(Refusal::NoPositiveRow) }; 3];
        fixture.findings[1].solutions = [const { Err(Refusal::NoNegativeRow) }; 3];
    });
    check("undefined", |fixture| {
        for row in &mut fixture.findings[0].rows {
            (row.consistency, row.pri) = (None, None);
        }
        for row in &mut fixture.findings[0].necessity {
            row.fit = Default::default();
        }
    });
    check("minus zero", |fixture| {
        for row in &mut fixture.findings[1].rows {
            (row.consistency, row.pri) = (Some(-0.0), Some(-0.0004));
        }
        for path in &mut fixture.findings[1].solutions[2].as_mut().unwrap().models[0].paths {
            path.unique_coverage = Some(-1e-17);
        }
    });
    check("standards", |fixture| fixture.study.standards = equifinal_study::config::Standards::Checked);
    check("one language", |fixture| fixture.study.report.languages = vec!["zh".to_owned()]);
    check("many assumptions", |fixture| *fixture = assuming(&[2; 14]));
    check("outcome alone", |fixture| {
        fixture.findings.truncate(1);
        fixture.study.analyses.truncate(1);
    });
    check("signs in names", |fixture| {
        fixture.findings[0].analysis.name = "a/b c".to_owned();
        fixture.findings[1].analysis.name = "~a/b c".to_owned();
    });
}
