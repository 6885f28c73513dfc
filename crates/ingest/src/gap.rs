//! Cells without a value: empty cells, codes declared missing by a statistical file, and codes with a "missing" label.
//!
//! SPSS declares single codes and ranges missing; Stata has the missing values `.a` to `.z` and no other declaration,
//! so surveys distributed in its format (CFPS, CHARLS, the World Values Survey) label ordinary codes such as -8 or 99
//! "not applicable" or "refused".

use equifinal_study::responses::Absent;

use crate::number::finite;
use crate::variable_notes::VariableNotes;

/// The reason why a cell holds no value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Gap<'a> {
    /// The cell is empty.
    Empty,
    /// The file declares its code missing; with the label, empty if the code has none.
    Declared(&'a str),
    /// The label of its code means "no answer".
    Labelled(&'a str),
    /// The study declares it missing.
    Said,
}

impl Gap<'_> {
    /// The kind of absence: not answered or not asked.
    pub(crate) fn absent(self) -> Absent {
        match self {
            Self::Empty | Self::Said => Absent::Missing,
            Self::Declared(label) | Self::Labelled(label) => absent(label).unwrap_or(Absent::Missing),
        }
    }
}

/// The reason why this cell of a variable holds no value; `None` if it holds one.
pub(crate) fn of<'a>(notes: Option<&'a VariableNotes>, cell: &str) -> Option<Gap<'a>> {
    if cell.is_empty() {
        return Some(Gap::Empty);
    }
    let notes = notes?;
    if notes.said_missing.iter().any(|said| said == cell) {
        return Some(Gap::Said);
    }
    let label = notes.label_of(cell).unwrap_or_default();
    let in_range = |(low, high): (f64, f64)| finite(cell).is_some_and(|code| (low..=high).contains(&code));
    if notes.missing.iter().any(|code| code == cell) || notes.missing_range.is_some_and(in_range) {
        return Some(Gap::Declared(label));
    }
    absent(label).map(|_| Gap::Labelled(label))
}

/// Labels of questions that were asked and not answered.
const MISSING: [&str; 58] = [
    "refused",
    "refusal",
    "refused to answer",
    "refuse to answer",
    "refuses to answer",
    "declined to answer",
    "prefer not to say",
    "prefer not to answer",
    "rather not say",
    "no answer",
    "no response",
    "not answered",
    "nonresponse",
    "non-response",
    "item nonresponse",
    "not stated",
    "not reported",
    "not ascertained",
    "don't know",
    "do not know",
    "dont know",
    "doesn't know",
    "dk",
    "d.k",
    "can't say",
    "cannot say",
    "can't choose",
    "unknown",
    "missing",
    "missing value",
    "missing values",
    "missing data",
    "system missing",
    "no data",
    "ref",
    "na",
    "n.a",
    "拒答",
    "拒绝回答",
    "拒绝作答",
    "不愿回答",
    "不回答",
    "未回答",
    "未作答",
    "没有回答",
    "无回答",
    "无应答",
    "不知道",
    "缺失",
    "缺失值",
    "系统缺失",
    "无法判断",
    "未填",
    "未填写",
    "漏填",
    "漏答",
    "未知",
    "不详",
];

/// Labels of questions that were not asked.
const SKIPPED: [&str; 16] = [
    "not applicable",
    "inapplicable",
    "does not apply",
    "inap",
    "n/a",
    "not asked",
    "skip",
    "skipped",
    "legitimate skip",
    "valid skip",
    "web blank",
    "不适用",
    "跳过",
    "跳答",
    "跳问",
    "未提问",
];

/// Separators between the parts of a label such as "missing; unknown" or "不知道/拒答".
const BETWEEN: [&str; 10] = ["/", ";", ",", "、", "；", "，", "|", "&", " or ", "或"];

/// The kind of absence that a label means; `None` for the label of an answer.
fn absent(label: &str) -> Option<Absent> {
    let label = plain(label);
    if let Some(absent) = known(&label) {
        return Some(absent);
    }
    let mut parts = vec![label.as_str()];
    for between in BETWEEN {
        parts = parts.into_iter().flat_map(|part| part.split(between)).collect();
    }
    let parts: Option<Vec<Absent>> = parts.into_iter().map(|part| known(&plain(part))).collect();
    let parts = parts?;
    Some(if parts.contains(&Absent::Missing) { Absent::Missing } else { Absent::Skipped })
}

fn known(label: &str) -> Option<Absent> {
    if MISSING.contains(&label) { Some(Absent::Missing) } else { SKIPPED.contains(&label).then_some(Absent::Skipped) }
}

/// A label in lower case, without surrounding brackets and dashes.
fn plain(label: &str) -> String {
    let around = |sign: char| sign.is_whitespace() || "()[]<>{}（）【】《》-–—*:：。.".contains(sign);
    label.trim_matches(around).to_lowercase().replace('\u{2019}', "'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_give_the_reason_of_missing_answers() {
        for (label, expected) in [
            ("Refused", Some(Absent::Missing)),
            ("(Don’t know)", Some(Absent::Missing)),
            ("-- No answer --", Some(Absent::Missing)),
            ("n.a.", Some(Absent::Missing)),
            ("Missing; Unknown", Some(Absent::Missing)),
            ("不知道/拒答", Some(Absent::Missing)),
            ("Not applicable; No data", Some(Absent::Missing)),
            ("N/A", Some(Absent::Skipped)),
            ("不适用", Some(Absent::Skipped)),
            ("Not asked, skipped", Some(Absent::Skipped)),
            ("refused treatment", None),
            ("说不清", None),
            ("not sure", None),
            ("不同意", None),
            ("no", None),
            ("missing/late", None),
            ("", None),
        ] {
            assert_eq!(absent(label), expected, "{label}");
        }
    }

    #[test]
    fn declared_missing_codes_take_precedence() {
        let values = [("1", "no"), ("9", "refused"), ("97", ""), ("98", "不适用"), (".a", "refused")];
        let notes = VariableNotes {
            values: values.map(|(code, label)| (code.to_owned(), label.to_owned())).to_vec(),
            missing: vec![".a".to_owned(), "8".to_owned()],
            missing_range: Some((97.0, f64::MAX)),
            ..VariableNotes::default()
        }
        .indexed();
        for (cell, expected) in [
            ("", Some(Gap::Empty)),
            ("1", None),
            ("2", None),
            ("8", Some(Gap::Declared(""))),
            ("9", Some(Gap::Labelled("refused"))),
            ("96.5", None),
            ("97", Some(Gap::Declared(""))),
            ("98", Some(Gap::Declared("不适用"))),
            ("1000", Some(Gap::Declared(""))),
            (".a", Some(Gap::Declared("refused"))),
            (".b", None),
        ] {
            assert_eq!(of(Some(&notes), cell), expected, "{cell:?}");
        }
        assert_eq!((of(None, ""), of(None, "9")), (Some(Gap::Empty), None));
        assert_eq!(Gap::Declared("不适用").absent(), Absent::Skipped);
        assert_eq!(Gap::Declared("").absent(), Absent::Missing);
    }
}
