//! Suggests a set calibration for each column of a file: the first draft that `new` writes.

use equifinal_study::message::Message;
use equifinal_study::say;
use std::collections::BTreeSet;

use equifinal_calibrate::percentile::percentile;
use equifinal_ingest::PreviewCells;
use equifinal_ingest::preview::PreviewColumn;

/// Levels above this are taken for a scale and not for groups.
const HIGHEST_LEVEL: usize = 4;

/// A column becomes a set if at most one in this many cells holds no value.
const MOST_LACK: usize = 5;

/// Maximum number of different texts in a column of categories.
const FEW: usize = 6;

/// Percentiles tried as anchors, the usual ones first.
const PERCENTS: [[f64; 3]; 3] = [[5.0, 50.0, 95.0], [10.0, 50.0, 90.0], [0.0, 50.0, 100.0]];

/// A calibration that the values of a column suggest.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Suggestion {
    /// Only 0 and 1.
    Crisp,
    /// Degrees from 0 to 1.
    Fuzzy,
    /// Levels 0, 1, … without a gap.
    MultiValue {
        /// The highest level.
        highest: usize,
    },
    /// Two words or signs that mean yes and no: each with its membership, yes first.
    Recode([(String, u8); 2]),
    /// Raw values with anchors at percentiles.
    Direct {
        /// The percentiles, in percent.
        percents: [f64; 3],
        /// The values there, strictly rising.
        anchors: [f64; 3],
        /// The smallest and the largest value.
        range: [f64; 2],
    },
    /// Raw values too lumped for three anchors.
    Threshold {
        /// The value from which a case is in.
        threshold: f64,
        /// Number of cases with full membership.
        inside: usize,
    },
}

/// The set that a column could be, or why it can be none.
pub(crate) fn suggestion(column: &PreviewColumn) -> Result<Suggestion, Message> {
    if let Some(kind) = column.private {
        return Err(say!("column-private", kind));
    }
    let numbers = match &column.cells {
        PreviewCells::Numbers(numbers) => numbers,
        PreviewCells::Texts(texts) => {
            let found = yes_and_no(texts.iter().map(String::as_str));
            return found.ok_or_else(|| column.doubt.clone().unwrap_or_else(|| text_column(texts)));
        }
    };
    if is_marked(column, numbers) {
        return Ok(Suggestion::Recode([("1".to_owned(), 1), (String::new(), 0)]));
    }
    // Cases without a value leave the analyses that use the set: few may be lost without a thought.
    if column.missing.len() > (numbers.len() + column.missing.len()) / MOST_LACK && !numbers.is_empty() {
        return Err(say!("column-lacking", lacking = lacking(column)));
    }
    if let Some(found) = labelled(column, numbers) {
        return found;
    }
    let mut sorted = numbers.clone();
    sorted.sort_unstable_by(f64::total_cmp);
    let (Some(&min), Some(&max)) = (sorted.first(), sorted.last()) else { return Err(say!("column-empty")) };
    if min.total_cmp(&max).is_eq() {
        return Err(say!("column-constant", min));
    }
    let mut distinct = sorted.clone();
    distinct.dedup();
    let from_zero = |count: usize| (0_u8..).map(f64::from).take(count).eq(distinct.iter().copied());
    if from_zero(2) {
        return Ok(Suggestion::Crisp);
    }
    // Memberships lie on both sides of 0.5; shares need not, and percentages are shares.
    if !column.percent && (0.0..0.5).contains(&min) && max > 0.5 && max <= 1.0 {
        return Ok(Suggestion::Fuzzy);
    }
    if !column.percent && distinct.len() <= HIGHEST_LEVEL + 1 && from_zero(distinct.len()) {
        return Ok(Suggestion::MultiValue { highest: distinct.len() - 1 });
    }
    Ok(raw_values(&sorted, &distinct, [min, max]))
}

/// Words and signs that mean yes, each with the one that means no, in lower case.
const YES_AND_NO: [(&str, &str); 14] = [
    ("是", "否"),
    ("是", "不是"),
    ("有", "无"),
    ("有", "没有"),
    ("对", "错"),
    ("√", "×"),
    ("✓", "✗"),
    ("✔", "✘"),
    ("√", "x"),
    ("√", ""),
    ("✓", ""),
    ("y", "n"),
    ("yes", "no"),
    ("true", "false"),
];

/// The set of two words or signs that mean yes and no; `None` if the cells hold others.
fn yes_and_no<'a>(cells: impl Iterator<Item = &'a str>) -> Option<Suggestion> {
    let distinct: BTreeSet<&str> = cells.collect();
    let [first, second] = distinct.into_iter().collect::<Vec<_>>().try_into().ok()?;
    let is_pair = |yes: &str, no: &str| YES_AND_NO.contains(&(yes.to_lowercase().as_str(), no.to_lowercase().as_str()));
    let (yes, no) = if is_pair(first, second) { (first, second) } else { (second, first) };
    is_pair(yes, no).then(|| Suggestion::Recode([(yes.to_owned(), 1), (no.to_owned(), 0)]))
}

/// The set of a column whose codes all have labels that mean yes and no, or the reason why codes of categories give no
/// set; `None` for degrees of a scale and for levels from 0, which are numbers.
fn labelled(column: &PreviewColumn, numbers: &[f64]) -> Option<Result<Suggestion, Message>> {
    let mut used: Vec<f64> = numbers.to_vec();
    used.sort_unstable_by(f64::total_cmp);
    used.dedup();
    let labels = used
        .iter()
        .map(|code| column.label_of(*code))
        .collect::<Option<Vec<&str>>>()
        .filter(|labels| !labels.is_empty())?;
    if let Some(found) = yes_and_no(labels.iter().copied()) {
        return Some(Ok(found));
    }
    let is_level = used.first().is_some_and(|lowest| lowest.total_cmp(&0.0).is_eq());
    (!column.graded && !is_level && labels.len() > 1).then(|| {
        let more = if labels.len() > FEW { ", …" } else { "" };
        let labels: Vec<&str> = labels.into_iter().take(FEW).collect();
        Err(say!("column-categories", labels = format!("{}{more}", labels.join(", "))))
    })
}

/// True for a column of 1 and blank cells.
fn is_marked(column: &PreviewColumn, numbers: &[f64]) -> bool {
    let is_one = |value: &f64| value.total_cmp(&1.0).is_eq();
    let has_blanks = !column.missing.is_empty() && column.missing.iter().all(String::is_empty);
    has_blanks && !numbers.is_empty() && numbers.iter().all(is_one)
}

/// The set that the scores of a construct could be; `None` if they are all the same.
pub(crate) fn of_scores(scores: &[f64]) -> Option<Suggestion> {
    let mut sorted = scores.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let (min, max) = (*sorted.first()?, *sorted.last()?);
    let mut distinct = sorted.clone();
    distinct.dedup();
    (distinct.len() > 1).then(|| raw_values(&sorted, &distinct, [min, max]))
}

/// The cells of a column that hold no value, as part of a remark.
pub(crate) fn lacking(column: &PreviewColumn) -> Message {
    let cells = &column.missing;
    let values = if let PreviewCells::Numbers(numbers) = &column.cells { numbers.len() } else { 0 };
    let mut codes: Vec<&str> = cells.iter().map(|cell| if cell.is_empty() { "empty" } else { cell }).collect();
    codes.sort_unstable();
    codes.dedup();
    let more = codes.len().saturating_sub(FEW);
    codes.truncate(FEW);
    let (lack, all, codes) = (cells.len(), cells.len() + values, codes.join(", "));
    if more > 0 { say!("column-codes-more", lack, all, codes, more) } else { say!("column-codes", lack, all, codes) }
}

/// How the file shows the values of a column that is taken for raw values, as part of a remark.
pub(crate) fn unit(column: &PreviewColumn, suggestion: &Suggestion) -> String {
    let is_raw = matches!(suggestion, Suggestion::Direct { .. } | Suggestion::Threshold { .. });
    let PreviewCells::Numbers(numbers) = &column.cells else { return String::new() };
    let max = numbers.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    if is_raw && column.percent {
        format!("; the file shows {} as {}%, and anchors are shares of 1 too", readable(max), readable(max * 100.0))
    } else if is_raw && numbers.iter().all(|value| (0.0..=1.0).contains(value)) {
        let side = if max > 0.5 { "below" } else { "above" };
        format!("; shares and no memberships, since none lies {side} 0.5")
    } else {
        String::new()
    }
}

fn raw_values(sorted: &[f64], distinct: &[f64], range: [f64; 2]) -> Suggestion {
    for percents in PERCENTS {
        let [low, middle, high] = percents.map(|percent| readable(percentile(sorted, percent)));
        let Some(crossover) = between(distinct, middle) else { continue };
        // Values are lumped where the median is one of the ends.
        if low < middle && middle < high && low < crossover && crossover < high {
            return Suggestion::Direct { percents, anchors: [low, crossover, high], range };
        }
    }
    // The median is the smallest or the largest value: the step next to the middle divides the cases.
    let median = percentile(sorted, 50.0);
    let threshold = distinct.iter().copied().skip(1).find(|value| *value >= median).unwrap_or(range[1]);
    Suggestion::Threshold { threshold, inside: sorted.iter().filter(|value| **value >= threshold).count() }
}

/// A crossover near `middle` that no case has: a case on the crossover would be in no row of the truth table. It lies in
/// the middle of the two values around `middle`; of the two gaps beside a value of a case, the upper one is taken, so
/// that the case is out, unless there is none.
fn between(distinct: &[f64], middle: f64) -> Option<f64> {
    let above = distinct.partition_point(|value| *value <= middle);
    let upper = if above < distinct.len() { above } else { above.checked_sub(1)? };
    let (low, high) = (*distinct.get(upper.checked_sub(1)?)?, *distinct.get(upper)?);
    let crossover = f64::midpoint(low, high);
    let rounded = readable(crossover);
    Some(if low < rounded && rounded < high { rounded } else { crossover })
}

/// The value with six significant digits, which no anchor needs more of.
pub(crate) fn readable(value: f64) -> f64 {
    format!("{value:.5e}").parse().unwrap_or(value)
}

fn text_column(texts: &[String]) -> Message {
    let is_number = |text: &&String| text.parse::<f64>().is_ok_and(f64::is_finite);
    let (numbers, blanks) =
        (texts.iter().filter(is_number).count(), texts.iter().filter(|text| text.is_empty()).count());
    if numbers * 2 > texts.len() {
        return say!("column-not-numbers", numbers = texts.len() - numbers, texts = texts.len());
    }
    let mut distinct: Vec<&str> = texts.iter().map(String::as_str).collect();
    distinct.sort_unstable();
    distinct.dedup();
    if distinct.len() <= FEW && blanks == 0 {
        return say!("column-text-few", texts = distinct.join(", "));
    }
    say!("column-text", distinct = distinct.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cells: PreviewCells, expected: Result<Suggestion, &str>) {
        assert_eq!(suggestion(&column(cells)), expected.map_err(Message::from));
    }

    fn column(cells: PreviewCells) -> PreviewColumn {
        let (name, missing) = ("a".to_owned(), Vec::new());
        let (label, labels) = (String::new(), Vec::new());
        let [graded, percent, identifies] = [false; 3];
        PreviewColumn { name, label, labels, graded, cells, missing, percent, doubt: None, identifies, private: None }
    }

    #[test]
    fn calibrations_are_suggested_from_values() {
        let numbers = |values: &[f64]| PreviewCells::Numbers(values.to_vec());
        check(numbers(&[1.0, 0.0, 1.0]), Ok(Suggestion::Crisp));
        check(numbers(&[1.0, 0.0, 0.33]), Ok(Suggestion::Fuzzy));
        check(numbers(&[2.0, 0.0, 1.0, 1.0]), Ok(Suggestion::MultiValue { highest: 2 }));
        check(numbers(&[3.0, 3.0]), Err("every case has 3"));
        let levels_with_a_gap =
            Suggestion::Direct { percents: [5.0, 50.0, 95.0], anchors: [0.2, 2.5, 2.9], range: [0.0, 3.0] };
        check(numbers(&[0.0, 2.0, 3.0]), Ok(levels_with_a_gap));
        let lumped = Suggestion::Threshold { threshold: 5.0, inside: 1 };
        check(numbers(&[1.0, 1.0, 1.0, 1.0, 5.0]), Ok(lumped));
        let lumped_above = Suggestion::Threshold { threshold: 5.0, inside: 4 };
        check(numbers(&[1.0, 5.0, 5.0, 5.0, 5.0]), Ok(lumped_above));
    }

    #[test]
    fn words_that_mean_yes_and_no_are_recoded() {
        let texts = |values: &[&str]| PreviewCells::Texts(values.iter().map(|value| (*value).to_owned()).collect());
        let recode = |yes: &str, no: &str| Ok(Suggestion::Recode([(yes.to_owned(), 1), (no.to_owned(), 0)]));
        for (cells, yes, no) in [
            (["是", "否", "是"], "是", "否"),
            (["无", "有", "有"], "有", "无"),
            (["√", "×", "√"], "√", "×"),
            (["√", "", "√"], "√", ""),
            (["Y", "N", "Y"], "Y", "N"),
            (["no", "Yes", "no"], "Yes", "no"),
            (["TRUE", "FALSE", "TRUE"], "TRUE", "FALSE"),
        ] {
            check(texts(&cells), recode(yes, no));
        }
        check(texts(&["是", "否", ""]), Err("it holds text, 3 different values"));
        check(texts(&["是", "无", "是"]), Err("it holds text (无, 是); calibrate: {recode: ...} turns it into a set"));
        let marked = PreviewColumn { missing: vec![String::new()], ..column(PreviewCells::Numbers(vec![1.0, 1.0])) };
        assert_eq!(suggestion(&marked).unwrap(), recode("1", "").unwrap());
        let labels = [("1", "有"), ("2", "无")].map(|(code, label)| (code.to_owned(), label.to_owned())).to_vec();
        let codes = PreviewColumn { labels, ..column(PreviewCells::Numbers(vec![1.0, 2.0, 1.0, 2.0, 1.0])) };
        assert_eq!(suggestion(&codes).unwrap(), recode("有", "无").unwrap());
        let unknown = PreviewColumn { missing: vec!["9 (不详)".to_owned()], ..codes };
        assert_eq!(suggestion(&unknown).unwrap(), recode("有", "无").unwrap());
    }

    /// Codes that stand for categories are no amounts; degrees of a scale are.
    #[test]
    fn codes_of_categories_give_no_set() {
        let labels =
            |all: [&str; 3]| ["1", "2", "3"].map(str::to_owned).into_iter().zip(all.map(str::to_owned)).collect();
        let codes = || column(PreviewCells::Numbers(vec![1.0, 2.0, 3.0, 1.0]));
        let towns = PreviewColumn { labels: labels(["湖州", "杭州", "宁波"]), ..codes() };
        assert_eq!(
            suggestion(&towns).unwrap_err().to_string(),
            "its codes stand for categories (湖州, 杭州, 宁波); calibrate: {recode: {LABEL: 0.6, ...}} gives each its membership"
        );
        let degrees = PreviewColumn { labels: labels(["差", "一般", "好"]), graded: true, ..codes() };
        assert!(matches!(suggestion(&degrees), Ok(Suggestion::Direct { .. } | Suggestion::Threshold { .. })));
    }

    #[test]
    fn no_case_is_on_a_suggested_crossover() {
        for (values, expected) in [
            (&[1.0, 2.0, 3.0, 4.0, 5.0] as &[f64], 3.5),
            (&[1.0, 2.0, 3.0, 4.0], 2.5),
            (&[1.0, 2.0, 2.0, 2.0, 5.0], 3.5),
            (&[1.0, 1.5, 5.0, 5.0, 5.0], 3.25),
            (&[0.1, 0.2, 0.3], 0.25),
        ] {
            let mut distinct = values.to_vec();
            distinct.dedup();
            assert_eq!(between(&distinct, percentile(values, 50.0)), Some(expected), "{values:?}");
        }
        assert_eq!(between(&[1.0], 1.0), None);
    }

    /// Percentages such as 6.6 % (0.066), and values that all lie on one side of 0.5, are not suggested as memberships.
    #[test]
    fn percentages_are_not_suggested_as_memberships() {
        let numbers = |values: &[f64]| column(PreviewCells::Numbers(values.to_vec()));
        for (values, percent, is_fuzzy, remark) in [
            (&[0.2, 0.66, 0.9] as &[f64], false, true, ""),
            (&[0.2, 0.66, 0.9], true, false, "; the file shows 0.9 as 90%, and anchors are shares of 1 too"),
            (&[0.02, 0.31, 0.5], false, false, "; shares and no memberships, since none lies above 0.5"),
            (&[0.51, 0.71, 0.9], false, false, "; shares and no memberships, since none lies below 0.5"),
            (&[0.0, 1.0, 2.0], true, false, "; the file shows 2 as 200%, and anchors are shares of 1 too"),
            (&[2.0, 31.0, 50.0], false, false, ""),
        ] {
            let column = PreviewColumn { percent, ..numbers(values) };
            let found = suggestion(&column).unwrap();
            assert_eq!(found == Suggestion::Fuzzy, is_fuzzy, "{values:?}");
            assert!(is_fuzzy || matches!(found, Suggestion::Direct { .. }), "{found:?}");
            assert_eq!(unit(&column, &found), remark);
        }
    }

    #[test]
    fn columns_with_many_missing_values_are_not_sets() {
        let of = |missing: &[&str], numbers: &[f64]| {
            let missing = missing.iter().map(|cell| (*cell).to_owned()).collect();
            suggestion(&PreviewColumn { missing, ..column(PreviewCells::Numbers(numbers.to_vec())) })
                .unwrap_err()
                .to_string()
        };
        assert_eq!(
            of(&["99 (refused)", "", "99 (refused)"], &[1.0, 2.0]),
            "3 of 5 cells hold no value (99 (refused), empty); too many to leave their cases out unasked"
        );
        assert_eq!(of(&["", ""], &[]), "it is empty");
    }

    #[test]
    fn private_columns_are_not_sets() {
        let cells = PreviewCells::Numbers(vec![13_800_000_001.0, 13_900_000_002.0]);
        let column = PreviewColumn { private: Some(equifinal_ingest::Personal::Telephone), ..column(cells) };
        assert_eq!(suggestion(&column), Err("it is private (telephone number)".into()));
    }

    #[test]
    fn text_columns_name_the_remedy() {
        let texts = |values: &[&str]| PreviewCells::Texts(values.iter().map(|value| (*value).to_owned()).collect());
        check(texts(&["high", "low"]), Err("it holds text (high, low); calibrate: {recode: ...} turns it into a set"));
        check(texts(&["1", "2", "n/a"]), Err("1 of 3 cells are not numbers"));
        check(texts(&["a", "b", ""]), Err("it holds text, 3 different values"));
    }
}
