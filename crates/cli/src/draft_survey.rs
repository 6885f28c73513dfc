//! The study file that `new` writes for an export of responses: a first codebook, its guesses marked.

mod constructs;
mod sets;

use std::fmt::Write;

use equifinal_ingest::{Codebook, Origin};
use equifinal_study::config::{ColumnRef, Item, Scale};
use equifinal_study::message::Message;
use equifinal_study::script::has_han;

use self::constructs::{Construct, attention, constructs, may_measure};
use self::sets::sets;

use crate::draft::{report_in, title};
use crate::yaml_text::{one_line, quoted, word};

/// Words of a question that a comment repeats.
const WORDS: usize = 60;

/// A study file for the survey in `bytes` that can be run unchanged. It has sets and an analysis if the questionnaire
/// suggests two constructs.
pub(crate) fn draft_survey(
    id: &str,
    file: &str,
    (codebook, because): (&Codebook, Option<&Message>),
    bytes: &[u8],
) -> String {
    let instrument = &codebook.instrument;
    let mut text = head(id, file, codebook, because);
    text.push_str("instruments:\n  responses:\n");
    if !instrument.scales.is_empty() {
        text.push_str("    scales:\n");
        for (name, scale) in &instrument.scales {
            let is_guess = instrument
                .items
                .iter()
                .any(|item| item.scale.as_ref() == Some(name) && codebook.guessed.contains(&item.name));
            let remark = if is_guess { "   # guess from the labels in the cells: check order and codes" } else { "" };
            let _ = writeln!(text, "      {}: {}{remark}", word(name), codes(scale));
        }
    }
    let _ = writeln!(text, "    missing: {}", list(instrument.missing.iter().map(String::as_str).chain([""])));
    if instrument.skipped.is_empty() {
        text.push_str("    # skipped: []   # cells of questions that did not apply; never imputed\n");
    } else {
        let skipped = list(instrument.skipped.iter().map(String::as_str));
        let _ = writeln!(text, "    skipped: {skipped}   # questions that did not apply; never imputed");
    }
    text.push_str(&unanswered(codebook));
    text.push_str(if instrument.items.is_empty() { "    items: {}\n" } else { "    items:\n" });
    for (at, entry) in instrument.items.iter().enumerate() {
        text.push_str(&item(codebook, entry, codebook.questions.get(at).map_or("", String::as_str)));
    }
    text.push_str(&private(codebook));
    let constructs = constructs(codebook);
    text.push_str(&screening(codebook));
    text.push_str(&measured(&constructs, codebook));
    let analysed = sets(&text, &constructs, file, bytes);
    text.push_str(&analysed);
    text.push_str(&report(codebook));
    text
}

/// The labels coded as missing, and how to keep one as an answer.
fn unanswered(codebook: &Codebook) -> String {
    if codebook.unanswered.is_empty() {
        return String::new();
    }
    let labels = codebook.unanswered.iter().map(|(label, code)| match label.is_empty() {
        true => one_line(code),
        false => format!("{} ({})", one_line(label), one_line(code)),
    });
    let labels = labels.collect::<Vec<_>>().join(", ");
    format!("    # no answers, by the file: {labels}; to take a label for an answer, add it to the scale\n")
}

fn head(id: &str, file: &str, codebook: &Codebook, because: Option<&Message>) -> String {
    let format = match codebook.origin {
        Origin::Responses { format: Some(format), .. } => format!(", format: {format}"),
        _ => String::new(),
    };
    let id = word(id);
    let key = codebook.id.as_ref().map_or_else(String::new, |column| format!(", id: {}", quoted(column)));
    format!(
        "\
# yaml-language-server: $schema=../schemas/study.schema.json
# Drafted from {}: {}.
{}# It runs as it is. What is marked as a guess was guessed from the cells: check it against the questionnaire.
format: equifinal/study/1
id: {id}
{}provenance: original   # original | published | reconstructed | synthetic: printed at the top of every report

data:
  responses: {{file: {}, kind: responses{key}{format}}}   # sent: 250 says how many questionnaires went out

",
        one_line(file),
        one_line(&codebook.detected),
        because.map_or_else(String::new, |because| format!("# {}.\n", one_line(&because.to_string()))),
        title(&id, file, None),
        quoted(file),
    )
}

fn item(codebook: &Codebook, item: &Item, question: &str) -> String {
    let column = column(&item.column);
    let kind = item.kind.name();
    let scale = item.scale.as_ref().map_or_else(String::new, |scale| format!(", scale: {}", word(scale)));
    let reversed = if item.reversed { ", reversed: true" } else { "" };
    let mut remarks = Vec::new();
    if codebook.guessed.contains(&item.name) {
        remarks.push("guess".to_owned());
    }
    if item.reversed {
        remarks.push("reversed by its wording and its answers".to_owned());
    } else if codebook.contrary.contains(&item.name) {
        remarks.push("answers run against the other items on this scale: reversed?".to_owned());
    }
    let repeats_header = matches!(&item.column, ColumnRef::Header(header) if one_line(header) == one_line(question));
    if !question.is_empty() && !repeats_header {
        let mut words: String = one_line(question).chars().take(WORDS).collect();
        if question.chars().count() > WORDS {
            words.push('…');
        }
        remarks.push(words);
    }
    let remark = if remarks.is_empty() { String::new() } else { format!("   # {}", remarks.join("; ")) };
    format!("      {}: {{column: {column}, type: {kind}{scale}{reversed}}}{remark}\n", word(&item.name))
}

/// Columns that are dropped, and why.
fn private(codebook: &Codebook) -> String {
    let mut text = String::new();
    let recognised = codebook.left_out.iter().filter_map(|left_out| Some((&left_out.column, left_out.private?)));
    let own = codebook.instrument.private.iter();
    let mut names: Vec<String> = own.chain(recognised.clone().map(|(column, _)| column)).map(column).collect();
    names.sort_unstable();
    names.dedup();
    if !names.is_empty() {
        let _ = writeln!(text, "    private: [{}]   # dropped when the file is read", names.join(", "));
    }
    for (column, kind) in recognised {
        let _ = writeln!(text, "    # private, recognised by header or cells: {} ({kind})", shown(column));
    }
    for left_out in codebook.left_out.iter().filter(|left_out| left_out.private.is_none()) {
        let _ = writeln!(
            text,
            "    # no item: {} (free text or nothing; `type: text` would let it in)",
            shown(&left_out.column)
        );
    }
    text
}

/// A column in a comment.
fn shown(column: &ColumnRef) -> String {
    match column {
        ColumnRef::Header(text) | ColumnRef::Matches(text) => one_line(text),
        ColumnRef::Index(index) => format!("column {index}"),
    }
}

/// A column as an instrument names it.
fn column(column: &ColumnRef) -> String {
    match column {
        ColumnRef::Header(header) => quoted(header),
        ColumnRef::Index(index) => format!("{{index: {index}}}"),
        ColumnRef::Matches(pattern) => format!("{{matches: {}}}", quoted(pattern)),
    }
}

/// Screening that only flags.
fn screening(codebook: &Codebook) -> String {
    let mut text = "
screening:   # in this order; `action: flag` leaves responses in, without it they are dropped
  responses:
    - {rule: duplicate, action: flag}
"
    .to_owned();
    for check in attention(codebook) {
        let (item, answer) = (word(&check.item), check.answer);
        let _ =
            writeln!(text, "    - {{rule: {{attention: {{item: {item}, answer: {answer}}}}}, action: flag}}   # guess");
    }
    text.push_str("    # - {rule: {too_fast: {seconds: 90}}}\n    # - {rule: {missing: {above: 0.2}}}\n");
    text
}

/// The constructs, or how to write one.
fn measured(constructs: &[Construct], codebook: &Codebook) -> String {
    let mut text = String::new();
    let of = |items: &[String]| {
        let items: Vec<String> = items.iter().map(|item| word(item)).collect();
        format!("{{table: responses, items: [{}], score: mean, missing: {{at_most: 0.2}}}}", items.join(", "))
    };
    if !constructs.is_empty() {
        text.push_str("\nconstructs:   # guesses from titles, labels and names of items, or from neighbours on one scale: check them\n");
        for construct in constructs {
            let _ = writeln!(text, "  {}: {}", word(&construct.name), of(&construct.items));
        }
        return text;
    }
    let may_measure = may_measure(codebook);
    let rated = codebook.instrument.items.iter().filter(|item| may_measure(item));
    let rated: Vec<String> = rated.map(|item| item.name.clone()).collect();
    let (first, second) = rated.split_at(rated.len().div_ceil(2));
    if !second.is_empty() {
        let _ = write!(
            text,
            "
# Nothing in the file says which of these questions measure one thing, so there are no sets yet. Divide the items
# among constructs, give these their names, and take the signs # away:
# constructs:
#   CONDITION: {}
#   OUTCOME: {}
# sets:
#   CONDITION: {{from: {{construct: CONDITION}}, missing: drop, calibrate: {{direct: {{exclusion: 2, crossover: 3.1, inclusion: 4}}}}}}
#   OUTCOME: {{from: {{construct: OUTCOME}}, missing: drop, calibrate: {{direct: {{exclusion: 2, crossover: 3.1, inclusion: 4}}}}}}
# analyses:
#   main: {{outcome: OUTCOME, conditions: [CONDITION], truth_table: {{frequency: 1, consistency: 0.8, pri: 0.5}}}}
",
            of(first),
            of(second),
        );
    }
    text
}

/// The report, in Chinese too where the questionnaire is.
fn report(codebook: &Codebook) -> String {
    let headers = codebook.instrument.items.iter().filter_map(|item| match &item.column {
        ColumnRef::Header(header) => Some(header.as_str()),
        ColumnRef::Index(_) | ColumnRef::Matches(_) => None,
    });
    let scales = codebook.instrument.scales.values().flat_map(|scale| &scale.codes).map(|(label, _)| label.as_str());
    let is_chinese = headers.chain(codebook.questions.iter().map(String::as_str)).chain(scales).any(has_han);
    report_in(is_chinese).to_owned()
}

/// A scale as a YAML map; a label that stands twice is kept once.
fn codes(scale: &Scale) -> String {
    let mut labels: Vec<&str> = Vec::new();
    let mut pairs = Vec::new();
    for (label, code) in &scale.codes {
        if !labels.contains(&label.as_str()) {
            labels.push(label);
            pairs.push(format!("{}: {code}", quoted(label)));
        }
    }
    format!("{{{}}}", pairs.join(", "))
}

fn list<'a>(texts: impl IntoIterator<Item = &'a str>) -> String {
    let mut known: Vec<String> = Vec::new();
    for text in texts.into_iter().map(quoted) {
        if !known.contains(&text) {
            known.push(text);
        }
    }
    format!("[{}]", known.join(", "))
}
