//! All languages print the same findings: the same sheets with the same numbers in the same places.

use crate::fixture::{Fixture, lipset};
use crate::messages::{Speaker, languages};
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

/// The report in the first language, and in every other one.
fn all(fixture: &Fixture) -> (Edition, Vec<Edition>) {
    let mut editions = languages().map(|language| fixture.edition(language));
    (editions.next().unwrap(), editions.collect())
}

fn check(name: &str, change: impl FnOnce(&mut Fixture)) {
    let mut fixture = lipset();
    change(&mut fixture);
    let (first, others) = all(&fixture);
    for other in others {
        assert_eq!(outline(&first), outline(&other), "{name}");
        let mut compared = 0;
        for (one, other) in first.tables().zip(other.tables()) {
            assert_eq!(numbers(one), numbers(other), "{name}: {}", one.id);
            compared += numbers(one).len();
        }
        assert!(compared > 100, "{name}: only {compared} numbers are compared");
        assert_eq!(first.alarms.len(), other.alarms.len(), "{name}");
    }
}

/// RCR is the share of robust cases among robust, shaky and possible ones: its gloss names the three with the table's
/// words.
#[test]
fn the_gloss_of_rcr_names_its_denominator() {
    for language in languages() {
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
    check("with standards", |fixture| fixture.study.standards = equifinal_study::config::Standards::Checked);
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

/// The sentences of a page are in its language: none of the English page occurs in another.
#[test]
fn no_sentence_stands_in_the_other_language() {
    let fixture = lipset();
    let (first, others) = all(&fixture);
    for edition in others {
        for (one, other) in first.sections.iter().zip(&edition.sections) {
            assert_ne!(one.heading, other.heading, "{}", one.id);
        }
        for (one, other) in first.tables().zip(edition.tables()) {
            assert_ne!(one.title, other.title, "{}", one.id);
            assert_ne!(one.number, other.number, "{}", one.id);
            for (note, twin) in one.notes.iter().zip(&other.notes) {
                assert_ne!(note, twin, "{}", one.id);
            }
        }
        for (one, other) in first.figures().zip(edition.figures()) {
            assert_ne!(one.caption, other.caption, "{}", one.id);
        }
    }
}

/// A study file may ask for every language that has a catalogue, and for no other.
#[test]
fn study_files_know_the_languages_of_the_catalogues() {
    let schema = equifinal_studyfile::schema::schema();
    let known = schema.pointer("/properties/report/properties/languages/items/enum").and_then(|known| known.as_array());
    let known: Vec<&str> = known.unwrap().iter().filter_map(|language| language.as_str()).collect();
    assert_eq!(known, languages().collect::<Vec<_>>());
}
