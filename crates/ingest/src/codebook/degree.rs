//! Orders the labels of a rating scale by their words of degree: 很不赞成 before 不太赞成 before 比较赞成.
//!
//! The result is a guess for a draft that its author checks. All labels must rate the same quality (赞成).

use std::collections::BTreeMap;

use equifinal_study::config::Scale;

/// Labels of the midpoint of any scale.
const MIDDLE: [&str; 16] = [
    "一般",
    "说不清",
    "说不准",
    "不确定",
    "不好说",
    "中立",
    "无所谓",
    "普通",
    "中等",
    "尚可",
    "neutral",
    "undecided",
    "unsure",
    "not sure",
    "so so",
    "average",
];

/// Labels of frequency, which share no common word.
const OFTEN: [(&str, i8); 21] = [
    ("从不", -3),
    ("从未", -3),
    ("从来没有", -3),
    ("never", -3),
    ("很少", -1),
    ("几乎不", -1),
    ("几乎没有", -1),
    ("rarely", -1),
    ("seldom", -1),
    ("hardly ever", -1),
    ("有时", 0),
    ("偶尔", 0),
    ("sometimes", 0),
    ("occasionally", 0),
    ("经常", 1),
    ("常常", 1),
    ("often", 1),
    ("frequently", 1),
    ("总是", 3),
    ("一直", 3),
    ("always", 3),
];

/// Intensifiers before the rated quality, with their strength; 2 is the strength without one.
const STRENGTHS: [(&str, i8); 27] = [
    ("非常", 3),
    ("完全", 3),
    ("十分", 3),
    ("极其", 3),
    ("极", 3),
    ("很", 3),
    ("比较", 1),
    ("较", 1),
    ("有点", 1),
    ("有些", 1),
    ("基本", 1),
    ("稍", 1),
    ("strongly ", 3),
    ("completely ", 3),
    ("totally ", 3),
    ("extremely ", 3),
    ("very ", 3),
    ("fully ", 3),
    ("somewhat ", 1),
    ("slightly ", 1),
    ("rather ", 1),
    ("mostly ", 1),
    ("fairly ", 1),
    ("moderately ", 1),
    ("quite ", 1),
    ("a little ", 1),
    ("tend to ", 1),
];

/// Words that negate the rated quality.
const NEGATIONS: [&str; 5] = ["不", "没", "not ", "dis", "un"];

/// Pairs of opposites without a common word, the lower first.
const OPPOSITES: [(&str, &str); 7] =
    [("差", "好"), ("低", "高"), ("少", "多"), ("小", "大"), ("弱", "强"), ("poor", "good"), ("low", "high")];

/// Prefix of the rated quality of numbered codes.
const NUMBERED: char = '#';

/// True if the rated quality is known only from numbered codes, which options of any kind may have.
pub(super) fn is_numbered(rated: &str) -> bool {
    rated.starts_with(NUMBERED)
}

/// The letters and number of a code: `AO03`.
fn numbered(label: &str) -> Option<(Option<String>, i8)> {
    let letters = label.trim_end_matches(|sign: char| sign.is_ascii_digit());
    let number = label.get(letters.len()..)?.parse().ok()?;
    let is_code = !letters.is_empty() && letters.bytes().all(|letter| letter.is_ascii_alphabetic());
    is_code.then(|| (Some(format!("{NUMBERED}{letters}")), number))
}

/// The rated quality of a label and its degree: −3 to 3, or the number of a code. Midpoint labels have no quality.
fn degree(label: &str) -> (Option<String>, i8) {
    let label = label.trim().to_lowercase();
    if let Some(found) = numbered(&label) {
        return found;
    }
    if MIDDLE.contains(&label.as_str()) || label.starts_with("neither ") {
        return (None, 0);
    }
    if let Some((_, often)) = OFTEN.iter().find(|(word, _)| *word == label) {
        return (Some("how often".to_owned()), *often);
    }
    let (mut rest, mut strength, mut sign) = (label.as_str(), None, 1);
    loop {
        if let Some((word, found)) =
            STRENGTHS.iter().find(|(word, _)| rest.starts_with(word) && rest.len() > word.len())
        {
            // 不太 is weak and 很不 strong: a word behind the negation counts for less.
            strength = strength.or(Some(*found));
            rest = rest.get(word.len()..).unwrap_or_default();
        } else if let Some(after) = rest.strip_prefix("不太").or_else(|| rest.strip_prefix("不大")) {
            (strength, sign, rest) = (strength.or(Some(1)), -sign, after);
        } else if let Some(after) =
            NEGATIONS.iter().find_map(|word| rest.strip_prefix(word).filter(|rest| !rest.is_empty()))
        {
            (sign, rest) = (-sign, after);
        } else {
            break;
        }
    }
    let opposite = OPPOSITES
        .iter()
        .find_map(|(low, high)| if rest == *low { Some((*high, -1)) } else { (rest == *high).then_some((*high, 1)) });
    let (of, turn) = opposite.unwrap_or((rest, 1));
    (Some(of.to_owned()), sign * turn * strength.unwrap_or(2))
}

/// The quality that all labels rate, if it is the same.
pub(super) fn rated(labels: &[&str]) -> Option<String> {
    let mut all = labels.iter().filter_map(|label| degree(label).0);
    let first = all.next()?;
    all.all(|other| other == first).then_some(first)
}

/// The labels as a scale, lowest first; `None` if they rate different qualities or two have the same degree.
///
/// If a label is the midpoint, the scale is made symmetric around it, so that a degree which nobody chose is kept.
pub(super) fn scale(labels: &[&str]) -> Option<Scale> {
    let of = rated(labels)?;
    let mut by_degree: BTreeMap<i8, &str> = BTreeMap::new();
    for label in labels {
        if by_degree.insert(degree(label).1, label).is_some() {
            return None;
        }
    }
    let mut steps: Vec<i8> = by_degree.keys().copied().collect();
    if is_numbered(&of) {
        // The numbers are the codes: where nothing is numbered 0, they begin at 1.
        let (first, last) = (*by_degree.first_key_value()?.0, *by_degree.last_key_value()?.0);
        steps = (first.min(1)..=last).collect();
    } else if by_degree.contains_key(&0) {
        steps.extend(by_degree.keys().map(|degree| -degree));
        steps.sort_unstable();
        steps.dedup();
    }
    let first = if is_numbered(&of) { steps.first().copied().unwrap_or(1) } else { 1 };
    let codes = (i32::from(first)..).map(f64::from).zip(&steps);
    let codes = codes.filter_map(|(code, degree)| Some(((*by_degree.get(degree)?).to_owned(), code)));
    let codes: Vec<(String, f64)> = codes.collect();
    (codes.len() > 2).then_some(Scale { codes })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(labels: &[&str], expected: &[f64]) {
        let found = scale(labels).map(|scale| scale.codes);
        let expected = labels.iter().map(|label| (*label).to_owned()).zip(expected.iter().copied());
        assert_eq!(found.unwrap_or_default(), expected.collect::<Vec<_>>(), "{labels:?}");
    }

    #[test]
    fn labels_are_ordered_by_degree() {
        check(&["很不赞成", "不太赞成", "说不清", "比较赞成", "十分赞成"], &[1.0, 2.0, 3.0, 4.0, 5.0]);
        check(&["不太符合", "一般", "完全符合"], &[2.0, 3.0, 5.0]);
        check(&["不同意", "中立", "同意"], &[1.0, 2.0, 3.0]);
        check(&["不重要", "比较重要", "重要", "非常重要"], &[1.0, 2.0, 3.0, 4.0]);
        check(&["很差", "较差", "一般", "较好", "很好"], &[1.0, 2.0, 3.0, 4.0, 5.0]);
        check(&["从不", "很少", "有时", "经常", "总是"], &[1.0, 2.0, 3.0, 4.0, 5.0]);
        check(
            &[
                "Strongly disagree",
                "Somewhat disagree",
                "Neither agree nor disagree",
                "Somewhat agree",
                "Strongly agree",
            ],
            &[1.0, 2.0, 3.0, 4.0, 5.0],
        );
        check(&["Very dissatisfied", "Dissatisfied", "Satisfied", "Very satisfied"], &[1.0, 2.0, 3.0, 4.0]);
        check(&["AO01", "AO03", "AO04"], &[1.0, 3.0, 4.0]);
        check(&["k0", "k1", "k3"], &[0.0, 1.0, 3.0]);
        check(&["Never", "Rarely", "Sometimes", "Often", "Always"], &[1.0, 2.0, 3.0, 4.0, 5.0]);
    }

    #[test]
    fn labels_of_other_kinds_have_no_order() {
        for labels in [
            &["男", "女", "其他"] as &[&str],
            &["医生", "护士", "管理人员"],
            &["非常满意", "十分满意", "满意"],
            &["有", "没有"],
            &["同意", "满意", "一般"],
            &["A", "B", "C"],
        ] {
            check(labels, &[]);
        }
        assert_eq!(rated(&["非常赞成", "说不清"]), Some("赞成".to_owned()));
        assert_eq!(rated(&["说不清"]), None);
    }
}
