//! The study file that `new` writes: every column a set, one analysis, and what to decide next.

use equifinal_study::message::Message;
use equifinal_study::{say, worded};
use std::fmt::Write;

use equifinal_calibrate::thresholds::{Linkage, thresholds};
use equifinal_ingest::PreviewCells;
use equifinal_ingest::preview::{Preview, PreviewColumn};

use equifinal_study::names::{is_in_name, is_letter, meant};
use equifinal_study::script::has_han;
use equifinal_study::table_notes::WhyPassedOver;

use crate::columns::{Suggestion, lacking, readable, suggestion, unit};
use crate::draft_analysis::analysis;
use crate::draft_panel;
use crate::yaml_text::{one_line, quoted, word};

/// Bytes that the name of a set keeps of a column's name, 13 Chinese characters: figures and tables have it in the names of their files.
const LONGEST: usize = 40;

/// Number of columns that the refusal of a table explains.
const SHOWN: usize = 5;

/// The value of blank cells in a column of marks.
const BLANK: &str = "blank";

/// The data file and the user's choices for a draft.
#[derive(Debug)]
pub(crate) struct Source<'a> {
    /// The study's id.
    pub(crate) id: &'a str,
    /// The file, relative to `data/`.
    pub(crate) file: &'a str,
    /// The preview of the file.
    pub(crate) preview: &'a Preview,
    /// The column to explain, where the user names one.
    pub(crate) outcome: Option<&'a str>,
    /// Why the file is taken for a table of cases, where that was in doubt.
    pub(crate) because: Option<&'a Message>,
    /// The column that names the cases, where the user names one.
    pub(crate) cases: Option<&'a str>,
}

/// A column as a set, or the reason why it cannot be one.
struct Candidate<'a> {
    set: String,
    column: &'a PreviewColumn,
    suggestion: Result<Suggestion, Message>,
}

/// Why no study can be written from a file.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub(crate) enum DraftError {
    /// A column named on the command line is not there.
    NoColumn {
        /// The name.
        name: String,
        /// The most similar column, or the list of columns.
        hint: Message,
    },
    /// No column can name the cases.
    NoCases {
        /// Why the column that is most like names cannot.
        why: Message,
    },
    /// A column cannot be the outcome.
    NoOutcome {
        /// The column.
        column: String,
        /// Why.
        why: Message,
    },
    /// Not enough sets.
    TooFewSets {
        /// The number of columns that can be sets.
        found: usize,
        /// The other columns, each with why it cannot.
        others: Vec<(String, Message)>,
    },
}

impl DraftError {
    /// The message for the user.
    pub(crate) fn message(&self) -> Message {
        match self {
            Self::NoColumn { name, hint } => say!("draft-no-column", name, hint),
            Self::NoCases { why } => say!("draft-no-cases", why),
            Self::NoOutcome { column, why } => say!("draft-no-outcome", column, why),
            Self::TooFewSets { found, others } => {
                let line = |(column, why): &(String, Message)| say!("draft-other-column", column, why);
                let others = others.iter().take(SHOWN).map(line).fold(Message::empty(), Message::then);
                say!("draft-too-few", found, others)
            }
        }
    }
}

worded!(DraftError);

/// The text of a study file that runs as it is.
pub(crate) fn draft(source: &Source<'_>) -> Result<String, DraftError> {
    let columns = &source.preview.columns;
    let find = |name: &str| {
        columns.iter().find(|column| column.name == name).ok_or_else(|| DraftError::NoColumn {
            name: name.to_owned(),
            hint: meant(name, columns.iter().map(|column| column.name.as_str())),
        })
    };
    let words = names(columns).filter(|column| matches!(column.cells, PreviewCells::Texts(_)));
    let panel = draft_panel::identity(columns).filter(|_| source.cases.is_none() && words.is_none());
    let (cases, time) = match (source.cases, panel) {
        (Some(name), _) => (find(name)?, None),
        (None, Some((unit, time))) => (unit, Some(time)),
        (None, None) => (names(columns).ok_or_else(|| no_names(columns))?, None),
    };
    let is_name =
        |column: &PreviewColumn| column.name == cases.name || time.is_some_and(|time| column.name == time.name);
    let named = source.outcome.map(find).transpose()?;
    let mut names = Vec::new();
    let mut candidates: Vec<Candidate<'_>> = columns
        .iter()
        .filter(|column| !is_name(column))
        .map(|column| Candidate { set: set_name(&column.name, &mut names), column, suggestion: suggestion(column) })
        .collect();
    leave_out_raw_twins(&mut candidates, named);
    let sets: Vec<&Candidate<'_>> = candidates.iter().filter(|candidate| candidate.suggestion.is_ok()).collect();
    let outcome = match named {
        None => sets.last().copied(),
        Some(column) => sets.iter().copied().find(|set| set.column.name == column.name),
    };
    let (Some(outcome), true) = (outcome, sets.len() >= 2) else {
        let others = candidates.iter().filter_map(|one| Some((one.column.name.clone(), one.suggestion.clone().err()?)));
        let too_few = DraftError::TooFewSets { found: sets.len(), others: others.collect() };
        return Err(named.map_or(too_few, |column| DraftError::NoOutcome {
            column: column.name.clone(),
            why: suggestion(column).err().unwrap_or_else(|| say!("no-other-condition")),
        }));
    };
    let mut text = head(source, &cases.name, time.map(|time| time.name.as_str()));
    for candidate in &candidates {
        text.push_str(&set(candidate));
    }
    for place in &source.preview.unnamed {
        let _ = writeln!(text, "  # no set from column {place} of the file: it has no name");
    }
    let conditions = sets.iter().filter(|set| set.set != outcome.set);
    let conditions: Vec<String> = conditions.map(|set| word(&set.set)).collect();
    let level = match &outcome.suggestion {
        Ok(Suggestion::MultiValue { highest }) => Some(*highest),
        _ => None,
    };
    text.push_str(&analysis(&conditions, &outcome.set, level));
    let is_chinese = |column: &PreviewColumn| {
        has_han(&column.name) || has_han(&column.label) || column.labels.iter().any(|(_, label)| has_han(label))
    };
    text.push_str(report_in(columns.iter().any(is_chinese)));
    Ok(text)
}

/// Leaves out raw columns whose calibrated form is a column too, unless one is named as the outcome.
fn leave_out_raw_twins(candidates: &mut [Candidate<'_>], named: Option<&PreviewColumn>) {
    let is_calibrated =
        |candidate: &&Candidate<'_>| matches!(candidate.suggestion, Ok(Suggestion::Fuzzy | Suggestion::Crisp));
    let calibrated: Vec<String> =
        candidates.iter().filter(is_calibrated).map(|candidate| candidate.column.name.clone()).collect();
    for candidate in candidates.iter_mut().filter(|candidate| named.is_none_or(|named| *named != *candidate.column)) {
        let is_raw = matches!(candidate.suggestion, Ok(Suggestion::Direct { .. } | Suggestion::Threshold { .. }));
        let name = &candidate.column.name;
        if let Some(twin) = calibrated.iter().find(|twin| is_raw && is_calibrated_form(twin, name)) {
            candidate.suggestion = Err(say!("raw-form", twin = quoted(twin)));
        }
    }
}

/// True if `name` is the name of a raw column with a sign of its calibrated form, such as `fsgdp` for `gdp`.
fn is_calibrated_form(name: &str, raw: &str) -> bool {
    const SIGNS: [&str; 9] = ["fs", "fz", "f", "fuzzy", "cal", "calibrated", "c", "cs", "校准"];
    let (name, raw) = (name.to_lowercase(), raw.to_lowercase());
    let rest = name.strip_prefix(&raw).or_else(|| name.strip_suffix(&raw));
    rest.is_some_and(|rest| SIGNS.contains(&rest.trim_matches(['_', '-', '.', ' ', '(', ')', '（', '）'])))
}

/// The reason of anchors that come from the sample: none that counts as a justification.
pub(crate) const FROM_SAMPLE: &str =
    "    because: {source: sample, text: anchors from the sample; replace them by ones that you can defend}\n";

/// The languages and formats of a report; a Chinese table is written about in Word.
pub(crate) fn report_in(is_chinese: bool) -> &'static str {
    if is_chinese {
        "\nreport: {languages: [zh, en], formats: [html, docx, md]}\n"
    } else {
        "\nreport: {languages: [en], formats: [html, md]}\n"
    }
}

/// True if a column can name the cases without identifying persons; a header such as `name` may mean a country.
pub(crate) fn names_cases(column: &PreviewColumn) -> bool {
    column.identifies && (column.private.is_none() || column.name.eq_ignore_ascii_case("name"))
}

/// The column that names the cases: the first of words, or else codes with no words to their left. Measured values, which
/// may differ in every case too, name none.
fn names(columns: &[PreviewColumn]) -> Option<&PreviewColumn> {
    let is_words = |column: &&PreviewColumn| matches!(column.cells, PreviewCells::Texts(_));
    let is_code = |column: &&PreviewColumn| match &column.cells {
        PreviewCells::Numbers(numbers) => numbers.iter().all(|number| number.fract() == 0.0),
        PreviewCells::Texts(_) => false,
    };
    let mut leading = columns.iter().take_while(|column| is_words(column) || is_code(column));
    let words = leading.clone().find(|column| is_words(column) && names_cases(column));
    let code = || leading.by_ref().take_while(|column| !is_words(column)).find(|column| names_cases(column));
    words.or_else(code).or_else(|| columns.iter().find(|column| is_words(column) && names_cases(column)))
}

/// The refusal of a table whose columns cannot name the cases, with what is wrong in the first column of words.
fn no_names(columns: &[PreviewColumn]) -> DraftError {
    let texts = |column: &PreviewColumn| match &column.cells {
        PreviewCells::Texts(texts) if column.private.is_none() => Some(texts.clone()),
        _ => None,
    };
    let nearest = columns.iter().find_map(|column| Some((quoted(&column.name), texts(column)?)));
    let why = nearest.map_or_else(Message::empty, |(column, mut texts)| {
        let blank = texts.iter().filter(|text| text.is_empty()).count();
        if blank > 0 {
            return say!("names-blank", column, blank);
        }
        texts.sort_unstable();
        let twice = texts.chunk_by(|one, next| one == next).find(|same| same.len() > 1);
        twice.and_then(|same| same.first()).map_or_else(Message::empty, |name| {
            let count = twice.map_or(0, <[String]>::len);
            say!("names-repeated", column, name, count)
        })
    });
    DraftError::NoCases { why }
}

fn head(source: &Source<'_>, cases: &str, time: Option<&str>) -> String {
    let Source { id, file, preview, .. } = source;
    let id = word(id);
    let identity = match time {
        Some(time) => format!("unit: {}, time: {}", quoted(cases), quoted(time)),
        None => format!("id: {}", quoted(cases)),
    };
    format!(
        "\
# yaml-language-server: $schema=../schemas/study.schema.json
# Drafted from {}: {}.
{}# It runs as it is. Before you believe it: replace anchors by ones you can defend and say why in `because`,
# name your expectations, and choose the outcome and the conditions.
format: equifinal/study/1
id: {id}
{}provenance: original   # original | published | reconstructed | synthetic: printed at the top of every report

data:
  cases: {{file: {}, {}}}

sets:
",
        one_line(file),
        preview.detected,
        source.because.map_or_else(String::new, |because| format!("# {}.\n", one_line(&because.to_string())))
            + &notes(preview),
        title(source.id, file, Some(preview)),
        quoted(file),
        identity,
    )
}

/// The title: the text above the table, the name of a file that is in words, or the id.
pub(crate) fn title(id: &str, file: &str, preview: Option<&Preview>) -> String {
    let passed = preview.into_iter().flat_map(|preview| &preview.detected.notes.passed_over);
    let above =
        passed.filter(|passed| passed.why == WhyPassedOver::AboveHeader).map(|passed| passed.text.as_str()).next();
    let name = file.rsplit('/').next().unwrap_or(file);
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let title = match above.or_else(|| has_han(stem).then_some(stem)) {
        Some(words) => quoted(&one_line(words)),
        None => word(id),
    };
    format!("title: {title}   # for all languages; or {{en: ..., zh: ...}}\n")
}

/// How the table was found and read, as comments.
fn notes(preview: &Preview) -> String {
    let said = preview.detected.notes.sentences();
    if said.is_empty() {
        return String::new();
    }
    let mut text: String = said.iter().map(|note| format!("# Read so: {}.\n", one_line(note))).collect();
    text.push_str("# Keys beside `file` change it: sheet, header_rows, rows, missing, exclude (docs/en/tables.md).\n");
    text
}

fn set(Candidate { set, column, suggestion }: &Candidate<'_>) -> String {
    let name = &column.name;
    let (calibrate, remark) = match suggestion {
        Err(why) => return format!("  # no set from column {}: {}\n", quoted(name), one_line(&why.to_string())),
        Ok(Suggestion::Crisp) => ("{given: crisp}".to_owned(), "the column holds 0 and 1".to_owned()),
        Ok(Suggestion::Fuzzy) => ("{given: fuzzy}".to_owned(), "the column holds values from 0 to 1".to_owned()),
        Ok(Suggestion::Recode([(yes, _), (no, _)])) => {
            let no = if no.is_empty() { BLANK } else { no };
            (
                format!("{{recode: {{{}: 1, {}: 0}}}}", quoted(yes), quoted(no)),
                format!("taken for yes and no; {} cases are in", count(column, yes)),
            )
        }
        Ok(Suggestion::MultiValue { highest }) => {
            ("{given: multivalue}".to_owned(), format!("the column holds the levels 0 to {highest}"))
        }
        Ok(Suggestion::Threshold { threshold, inside }) => {
            (format!("{{crisp: {{threshold: {threshold}}}}}"), format!("{inside} cases reach it"))
        }
        Ok(Suggestion::Direct { percents: [low, middle, high], anchors: [e, c, i], range: [min, max] }) => (
            format!("{{direct: {{exclusion: {e}, crossover: {c}, inclusion: {i}}}}}"),
            format!(
                "percentiles {low}, {middle} and {high} of values from {min} to {max}; if less is more in, swap the ends \
                 and add `direction: falling`"
            ),
        ),
    };
    let mut text = format!("  {}:\n", word(set));
    if !column.label.is_empty() || set != name {
        let label = if column.label.is_empty() { name } else { &column.label };
        let _ = writeln!(text, "    label: {}", quoted(&one_line(label)));
    }
    if set != name {
        let _ = writeln!(text, "    column: {}", quoted(name));
    }
    let suggestion = suggestion.as_ref().ok();
    let unit = suggestion.map_or_else(String::new, |suggestion| unit(column, suggestion));
    let is_marks = matches!(suggestion, Some(Suggestion::Recode([_, (no, _)])) if no.is_empty());
    if !column.missing.is_empty() && !is_marks {
        let lacking = one_line(&lacking(column).to_string());
        let _ = writeln!(
            text,
            "    missing: drop   # {lacking}: these cases leave the analyses that use the set; or {{impute: {{value: …, because: …}}}}"
        );
    }
    let _ = writeln!(text, "    calibrate: {calibrate}   # {remark}{unit}{}", groups(&column.cells, suggestion));
    if is_marks {
        let because = "a blank cell is taken for no";
        let _ = writeln!(text, "    missing: {{impute: {{value: {}, because: {}}}}}", quoted(BLANK), quoted(because));
    }
    if matches!(suggestion, Some(Suggestion::Direct { .. } | Suggestion::Threshold { .. })) {
        text.push_str(FROM_SAMPLE);
    }
    text
}

/// Number of cases in a set of yes and no: cells with this word, or codes with this label.
fn count(column: &PreviewColumn, yes: &str) -> usize {
    match &column.cells {
        PreviewCells::Texts(texts) => texts.iter().filter(|text| *text == yes).count(),
        PreviewCells::Numbers(numbers) => {
            let is_yes = |value: &&f64| value.to_string() == yes || column.label_of(**value) == Some(yes);
            numbers.iter().filter(is_yes).count()
        }
    }
}

/// Where a clustering of raw values would divide the cases in two, as part of a remark.
fn groups(cells: &PreviewCells, suggestion: Option<&Suggestion>) -> String {
    let (PreviewCells::Numbers(raw), Some(Suggestion::Direct { .. } | Suggestion::Threshold { .. })) =
        (cells, suggestion)
    else {
        return String::new();
    };
    match thresholds(raw, 1, Linkage::default()).as_deref() {
        Some([border]) => format!("; two clusters of values meet at {}", readable(*border)),
        _ => String::new(),
    }
}

/// A name that expressions can hold, not yet in `taken` whatever the case of its letters.
pub(crate) fn set_name(column: &str, taken: &mut Vec<String>) -> String {
    let kept: String = column.chars().map(|sign| if is_in_name(sign) { sign } else { '_' }).collect();
    // Signs such as ` / ` between two levels become one.
    let kept = kept.split('_').filter(|part| !part.is_empty()).collect::<Vec<_>>().join("_");
    let end = kept.floor_char_boundary(LONGEST.min(kept.len()));
    let kept = kept.get(..end).unwrap_or(&kept).trim_end_matches('_');
    let stem = match kept.chars().next() {
        None => format!("C{}", taken.len() + 1),
        Some(first) if is_letter(first) => kept.to_owned(),
        Some(_) => format!("C_{kept}"),
    };
    let free = |name: &String| !taken.contains(&name.to_lowercase());
    let name = Some(stem.clone()).filter(free);
    let name = name.or_else(|| (2_u32..).map(|number| format!("{stem}_{number}")).find(free)).unwrap_or(stem);
    taken.push(name.to_lowercase());
    name
}

#[cfg(test)]
mod tests;
