//! A language is one catalogue of messages: a made-up one is enough for every section and every format.

use std::collections::BTreeSet;

use serde_json::Value;

use crate::fixture::pseudo::pseudo;
use crate::fixture::study::{STUDIES, run};
use crate::fixture::whole::whole;
use crate::fixture::{Fixture, lipset};
use crate::messages::{CATALOGUES, Speaker};
use crate::view::{Block, Edition, section_ids, spoken};

/// The tag of the made-up language.
const TAG: &str = "en-XA";

/// The words of a study, in no language, that reports print as they are.
const OF_STUDIES: [&str; 2] = ["DEV: US dollars of 1937; crossover between the Czech lands and Estonia", "read again"];

fn speaker() -> Speaker {
    Speaker::with(TAG, &pseudo(CATALOGUES[0].1)).unwrap()
}

fn fixtures() -> impl Iterator<Item = Fixture> {
    STUDIES.into_iter().map(|(_, texts)| run(texts)).chain([lipset(), whole()])
}

/// Collects the texts of a value.
fn texts(value: &Value, all: &mut BTreeSet<String>) {
    match value {
        Value::String(text) => {
            all.insert(text.clone());
        }
        Value::Array(items) => items.iter().for_each(|item| texts(item, all)),
        Value::Object(entries) => {
            let words = entries.iter().filter(|(key, _)| !["svg", "id", "kind"].contains(&key.as_str()));
            words.for_each(|(_, entry)| texts(entry, all));
        }
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn words(edition: &Edition) -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    texts(&serde_json::to_value(edition).unwrap(), &mut all);
    all
}

/// True for a text with two words in a row, each of at least three small letters.
fn is_phrase(text: &str) -> bool {
    let is_word = |word: &&str| word.len() > 2 && word.chars().all(|c| c.is_ascii_lowercase());
    let all: Vec<&str> = text.split(' ').collect();
    all.windows(2).any(|pair| pair.iter().all(is_word))
}

#[test]
fn every_section_is_written_in_a_language_of_one_catalogue() {
    let speaker = speaker();
    let mut sections = BTreeSet::new();
    for fixture in fixtures() {
        let (own, edition) = (fixture.edition("en"), spoken(&fixture.input(), &speaker).unwrap());
        let ids = |edition: &Edition| edition.sections.iter().map(|one| one.id.clone()).collect::<Vec<_>>();
        assert_eq!(ids(&edition), ids(&own));
        sections.extend(ids(&edition));
        let (before, after) = (words(&own), words(&edition));
        for text in &after {
            let mut braced = text.split('{').skip(1).filter_map(|rest| rest.split_once('}'));
            assert!(!braced.any(|(key, _)| !key.contains([' ', ':', ','])), "no message: {text}");
        }
        let same: Vec<&String> = after.intersection(&before).filter(|text| is_phrase(text)).collect();
        let ours: Vec<_> = same.into_iter().filter(|text| !OF_STUDIES.contains(&text.as_str())).collect();
        assert!(ours.is_empty(), "not from the catalogue: {ours:#?}");
    }
    assert_eq!(sections, section_ids().map(str::to_owned).collect());
}

#[test]
fn every_format_is_written_in_a_language_of_one_catalogue() {
    let speaker = speaker();
    let heading = speaker.say("section-truth-table");
    let fixture = whole();
    let edition = spoken(&fixture.input(), &speaker).unwrap();
    let files = fixture.tables(std::slice::from_ref(&edition));
    assert!(files.iter().any(|(name, _)| name == "truth-table.kept.en-XA.csv"));
    assert!(crate::figures(&edition).all(|(name, _)| name.ends_with(".en-XA.svg")));
    for text in [crate::markdown(&edition), crate::latex(&edition), crate::typst(&edition)] {
        assert!(text.as_ref().unwrap().contains(&heading), "{text:?}");
    }
    let mut edition = edition;
    let page = crate::html(std::slice::from_ref(&edition)).unwrap();
    assert!(page.contains("<article id=\"en-XA\" lang=\"en-XA\"") && page.contains(&heading));
    // Pictures take time, and have no part in this.
    let drawn = |block: &Block| matches!(block, Block::Figures(_) | Block::MoreFigures { .. });
    edition.sections.iter_mut().for_each(|section| section.blocks.retain(|block| !drawn(block)));
    assert!(crate::docx(&edition, &[]).unwrap().starts_with(b"PK"));
}
