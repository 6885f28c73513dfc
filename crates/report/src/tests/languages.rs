//! Both languages print the same findings: the same sheets with the same numbers in the same places.

use crate::fixture::{Fixture, lipset};
use crate::messages::Speaker;
use crate::view::{CellKind, Edition, Table};

/// The cells of a table that hold numbers, each with its place.
fn numbers(table: &Table) -> Vec<(usize, usize, String)> {
    let rows = table.groups.iter().flat_map(|group| &group.rows);
    let numbered = rows.enumerate().flat_map(|(line, row)| {
        let is_number = |text: &str| text.parse::<f64>().is_ok() || text == crate::ratio(None);
        let cells = row.iter().enumerate().filter(move |(_, cell)| {
            matches!(cell.kind, CellKind::Number | CellKind::Centred) && is_number(&cell.text)
        });
        cells.map(move |(column, cell)| (line, column, cell.text.clone()))
    });
    numbered.collect()
}

/// The file names of the tables, sections and figures of an edition, with their numbers of rows.
fn outline(edition: &Edition) -> Vec<(String, Vec<usize>)> {
    let parts = edition.sections.iter().map(|section| (section.id.clone(), vec![section.blocks.len()]));
    let tables = edition.tables().map(|table| {
        let rows = table.groups.iter().map(|group| group.rows.len());
        (table.id.clone(), rows.chain([table.width, table.notes.len(), table.legend.len()]).collect())
    });
    let figures = edition.figures().map(|figure| (figure.id.clone(), Vec::new()));
    parts.chain(tables).chain(figures).collect()
}

fn check(name: &str, change: impl FnOnce(&mut Fixture)) {
    let mut fixture = lipset();
    change(&mut fixture);
    let [en, zh] = ["en", "zh"].map(|language| fixture.edition(language));
    assert_eq!(outline(&en), outline(&zh), "{name}");
    let mut compared = 0;
    for (en, zh) in en.tables().zip(zh.tables()) {
        assert_eq!(numbers(en), numbers(zh), "{name}: {}", en.id);
        compared += numbers(en).len();
    }
    assert!(compared > 100, "{name}: only {compared} numbers are compared");
    assert_eq!(en.alarms.len(), zh.alarms.len(), "{name}");
}

/// RCR is the share of robust cases among robust, shaky and possible ones: its gloss names the three with the table's
/// words.
#[test]
fn the_gloss_of_rcr_names_its_denominator() {
    for language in ["en", "zh"] {
        let speaker = Speaker::of(language).unwrap();
        let gloss = speaker.say("protocol-rcr-typ-meaning");
        for zone in ["zone-robust", "zone-shaky", "zone-possible"] {
            let word = speaker.say(zone);
            assert!(gloss.contains(&word), "{language}: {word} is missing in {gloss}");
        }
    }
}

#[test]
fn both_languages_print_the_same_numbers() {
    check("as it is", |_| {});
    check("with standards", |fixture| fixture.study.standards = true);
    check("with an alarm", |fixture| fixture.findings[0].in_no_row = vec![2, 5]);
    check("ambiguous", |fixture| {
        let solution = fixture.findings[0].solutions[2].as_mut().unwrap();
        solution.models.push(solution.models[0].clone());
        solution.model_count = 2;
    });
    check("contradictory and on the line", |fixture| {
        fixture.findings[0].rows[21].contradictory = true;
        fixture.findings[1].rows[21].on_the_line = true;
    });
    check("undefined", |fixture| {
        for row in &mut fixture.findings[1].rows {
            (row.consistency, row.pri) = (None, None);
        }
    });
}

/// A Chinese page has its sentences in Chinese: none of the English page occurs in it.
#[test]
fn no_sentence_stands_in_the_other_language() {
    let fixture = lipset();
    let [en, zh] = ["en", "zh"].map(|language| fixture.edition(language));
    for (one, other) in en.sections.iter().zip(&zh.sections) {
        assert_ne!(one.heading, other.heading, "{}", one.id);
    }
    for (one, other) in en.tables().zip(zh.tables()) {
        assert_ne!(one.title, other.title, "{}", one.id);
        assert_ne!(one.number, other.number, "{}", one.id);
        for (note, twin) in one.notes.iter().zip(&other.notes) {
            assert_ne!(note, twin, "{}", one.id);
        }
    }
    for (one, other) in en.figures().zip(zh.figures()) {
        assert_ne!(one.caption, other.caption, "{}", one.id);
    }
}
