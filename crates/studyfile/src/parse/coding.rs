//! Parses codings, each of a table of codings.

use super::data::{Declared, straying};
use super::identifiers::check_name;
use crate::fields::{Fields, choice, number};
use crate::grammar::{AGREEMENT, ANY, CODING};
use crate::problem::Problems;
use crate::tree::Entry;
use equifinal_study::config::{AgreementMeasure, CodingSpec, TableKind};
use equifinal_study::names::{meant, quoted};
use equifinal_study::say;

/// Reads every coding.
pub(super) fn read(entries: &[Entry], tables: &[Declared], problems: &Problems) -> Vec<CodingSpec> {
    let mut names = Vec::new();
    let mut codings = Vec::new();
    for entry in entries {
        check_name(&entry.key, &names, &['-'], &say!("name-coding"), problems);
        names.push(entry.name().unwrap_or_default());
        codings.extend(coding(entry, tables, problems));
    }
    codings
}

fn coding(entry: &Entry, tables: &[Declared], problems: &Problems) -> Option<CodingSpec> {
    let fields = Fields::open(&entry.value, &CODING, problems)?;
    let table = fields.word("table");
    let known = || tables.iter().filter(|table| table.kind == Some(TableKind::Codings));
    if let Some(name) = table.filter(|name| !known().any(|table| table.name == **name)) {
        let hint = meant(name, known().map(|table| table.name.as_str()));
        fields.blame("table", say!("not-codings-table", name = quoted(name), hint));
    }
    let scores = fields.list("scores").iter().filter_map(|node| number(node, ANY, "scores", problems)).collect();
    let mut agreement: Vec<AgreementMeasure> = Vec::new();
    for node in fields.list("agreement") {
        let Some(word) = choice(node, AGREEMENT, "agreement", problems) else { continue };
        let measure = AgreementMeasure::ALL.into_iter().find(|measure| measure.name() == word);
        if measure.is_some_and(|measure| agreement.contains(&measure)) {
            problems.add(node.span.clone(), say!("agreement-twice", word));
        }
        agreement.extend(measure);
    }
    if fields.get("agreement").is_none() {
        agreement = vec![AgreementMeasure::Percent, AgreementMeasure::KrippendorffOrdinal];
    }
    let consensus = fields.word("consensus");
    if let Some(why) = consensus.and_then(straying) {
        let found = quoted(consensus.unwrap_or_default());
        let message = say!("file-not-inside", found, why);
        fields.blame("consensus", message);
    }
    let name = entry.name().unwrap_or_default().to_owned();
    Some(CodingSpec { name, table: table?.to_owned(), scores, agreement, consensus: consensus.map(str::to_owned) })
}
