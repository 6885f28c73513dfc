//! What the columns of a file could be as sets: the first guess that `new` writes down.

use equifinal_calibrate::percentile::percentile;
use equifinal_ingest::PreviewCells;
use equifinal_ingest::preview::PreviewColumn;

/// Levels above this are taken for a scale and not for groups.
const HIGHEST_LEVEL: usize = 4;

/// So many different texts may be categories.
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
        /// How many cases are.
        inside: usize,
    },
}

/// The set that a column could be, or why it can be none.
pub(crate) fn suggestion(column: &PreviewColumn) -> Result<Suggestion, String> {
    if let Some(kind) = column.private {
        return Err(format!("it is private ({kind})"));
    }
    let numbers = match &column.cells {
        PreviewCells::Numbers(numbers) => numbers,
        PreviewCells::Texts(texts) => return Err(text_column(texts)),
    };
    let mut sorted = numbers.clone();
    sorted.sort_unstable_by(f64::total_cmp);
    let (Some(&min), Some(&max)) = (sorted.first(), sorted.last()) else { return Err("it is empty".to_owned()) };
    if min.total_cmp(&max).is_eq() {
        return Err(format!("every case has {min}"));
    }
    let mut distinct = sorted.clone();
    distinct.dedup();
    let from_zero = |count: usize| (0_u8..).map(f64::from).take(count).eq(distinct.iter().copied());
    if from_zero(2) {
        return Ok(Suggestion::Crisp);
    }
    if min >= 0.0 && max <= 1.0 {
        return Ok(Suggestion::Fuzzy);
    }
    if distinct.len() <= HIGHEST_LEVEL + 1 && from_zero(distinct.len()) {
        return Ok(Suggestion::MultiValue { highest: distinct.len() - 1 });
    }
    Ok(raw_values(&sorted, &distinct, [min, max]))
}

fn raw_values(sorted: &[f64], distinct: &[f64], range: [f64; 2]) -> Suggestion {
    for percents in PERCENTS {
        let anchors = percents.map(|percent| readable(percentile(sorted, percent)));
        if anchors.is_sorted_by(|a, b| a < b) {
            return Suggestion::Direct { percents, anchors, range };
        }
    }
    // The median is the smallest or the largest value: the step next to the middle divides the cases.
    let median = percentile(sorted, 50.0);
    let threshold = distinct.iter().copied().skip(1).find(|value| *value >= median).unwrap_or(range[1]);
    Suggestion::Threshold { threshold, inside: sorted.iter().filter(|value| **value >= threshold).count() }
}

/// The value with six significant digits, which no anchor needs more of.
pub(crate) fn readable(value: f64) -> f64 {
    format!("{value:.5e}").parse().unwrap_or(value)
}

fn text_column(texts: &[String]) -> String {
    let is_number = |text: &&String| text.parse::<f64>().is_ok_and(f64::is_finite);
    let (numbers, blanks) =
        (texts.iter().filter(is_number).count(), texts.iter().filter(|text| text.is_empty()).count());
    if numbers * 2 > texts.len() {
        return format!("{} of {} cells are no numbers", texts.len() - numbers, texts.len());
    }
    let mut distinct: Vec<&str> = texts.iter().map(String::as_str).collect();
    distinct.sort_unstable();
    distinct.dedup();
    if distinct.len() <= FEW && blanks == 0 {
        return format!("it holds text ({}); calibrate: {{recode: ...}} turns it into a set", distinct.join(", "));
    }
    format!("it holds text, {} different values", distinct.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(cells: PreviewCells, expected: Result<Suggestion, &str>) {
        let column = PreviewColumn { name: "a".to_owned(), cells, identifies: false, private: None };
        assert_eq!(suggestion(&column), expected.map_err(str::to_owned));
    }

    #[test]
    fn kinds_follow_from_values() {
        let numbers = |values: &[f64]| PreviewCells::Numbers(values.to_vec());
        check(numbers(&[1.0, 0.0, 1.0]), Ok(Suggestion::Crisp));
        check(numbers(&[1.0, 0.0, 0.33]), Ok(Suggestion::Fuzzy));
        check(numbers(&[2.0, 0.0, 1.0, 1.0]), Ok(Suggestion::MultiValue { highest: 2 }));
        check(numbers(&[3.0, 3.0]), Err("every case has 3"));
        let levels_with_a_gap =
            Suggestion::Direct { percents: [5.0, 50.0, 95.0], anchors: [0.2, 2.0, 2.9], range: [0.0, 3.0] };
        check(numbers(&[0.0, 2.0, 3.0]), Ok(levels_with_a_gap));
        let lumped = Suggestion::Threshold { threshold: 5.0, inside: 1 };
        check(numbers(&[1.0, 1.0, 1.0, 1.0, 5.0]), Ok(lumped));
        let lumped_above = Suggestion::Threshold { threshold: 5.0, inside: 4 };
        check(numbers(&[1.0, 5.0, 5.0, 5.0, 5.0]), Ok(lumped_above));
    }

    #[test]
    fn a_private_column_is_no_set() {
        let cells = PreviewCells::Numbers(vec![13_800_000_001.0, 13_900_000_002.0]);
        let column = PreviewColumn { name: "a".to_owned(), cells, identifies: true, private: Some("telephone number") };
        assert_eq!(suggestion(&column), Err("it is private (telephone number)".to_owned()));
    }

    #[test]
    fn texts_say_what_can_be_done() {
        let texts = |values: &[&str]| PreviewCells::Texts(values.iter().map(|value| (*value).to_owned()).collect());
        check(texts(&["yes", "no"]), Err("it holds text (no, yes); calibrate: {recode: ...} turns it into a set"));
        check(texts(&["1", "2", "n/a"]), Err("1 of 3 cells are no numbers"));
        check(texts(&["a", "b", ""]), Err("it holds text, 3 different values"));
    }
}
