//! Themes of interviews: frequency, interviews, quotations, and related indicators.

use std::collections::{BTreeMap, BTreeSet};

/// A passage coded with a theme.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Passage {
    /// The theme.
    pub theme: String,
    /// A number or pseudonym of the interview.
    pub interview: String,
    /// The place in the transcript.
    pub locator: String,
    /// The quotation; empty if it may not be published.
    pub quote: String,
}

/// A theme with its passages.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Theme {
    /// The theme.
    pub name: String,
    /// Passages coded with it.
    pub passages: usize,
    /// Interviews that raise it.
    pub interviews: usize,
    /// The interviews that raise it.
    pub raised_by: Vec<String>,
    /// Number of all interviews.
    pub of: usize,
    /// Passages that may be quoted, by interview and place.
    pub quotes: Vec<Passage>,
}

/// The themes in the given order, including those without a passage. A passage coded twice with one theme counts once.
pub fn themes(names: &[String], passages: &[Passage]) -> Vec<Theme> {
    let all: BTreeSet<&String> = passages.iter().map(|passage| &passage.interview).collect();
    let own = |name: &String| {
        let coded: BTreeSet<&Passage> = passages.iter().filter(|passage| passage.theme == *name).collect();
        let interviews: BTreeSet<&String> = coded.iter().map(|passage| &passage.interview).collect();
        Theme {
            name: name.clone(),
            passages: coded.len(),
            interviews: interviews.len(),
            raised_by: interviews.into_iter().cloned().collect(),
            of: all.len(),
            quotes: coded.into_iter().filter(|passage| !passage.quote.is_empty()).cloned().collect(),
        }
    };
    names.iter().map(own).collect()
}

/// A joint display of numbers and interviews (Creswell & Plano Clark 2018): for each indicator, the related themes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct JointDisplay {
    /// One row per indicator: its name, and the indices of its themes.
    pub rows: Vec<(String, Vec<usize>)>,
    /// Indices of themes without an indicator.
    pub without_indicator: Vec<usize>,
}

/// Combines `indicators` with `themes` by the pairs in `about` (theme, indicator). Unknown names are left out.
pub fn joint_display(indicators: &[String], themes: &[Theme], about: &[(String, String)]) -> JointDisplay {
    let mut by_indicator: BTreeMap<&str, BTreeSet<usize>> = BTreeMap::new();
    for (theme, indicator) in about {
        if let Some(place) = themes.iter().position(|known| known.name == *theme) {
            by_indicator.entry(indicator).or_default().insert(place);
        }
    }
    let row = |indicator: &String| {
        (indicator.clone(), by_indicator.get(indicator.as_str()).into_iter().flatten().copied().collect::<Vec<_>>())
    };
    let rows: Vec<(String, Vec<usize>)> = indicators.iter().map(row).collect();
    let without_indicator =
        (0..themes.len()).filter(|place| !rows.iter().any(|(_, places)| places.contains(place))).collect();
    JointDisplay { rows, without_indicator }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn themes_are_counted_by_passage_and_interview() {
        let passage = |theme: &str, interview: &str, locator: &str, quote: &str| Passage {
            theme: theme.to_owned(),
            interview: interview.to_owned(),
            locator: locator.to_owned(),
            quote: quote.to_owned(),
        };
        let passages = [
            passage("debt", "I2", "4", "we owe"),
            passage("debt", "I1", "1", ""),
            passage("debt", "I1", "1", ""),
            passage("data", "I3", "9", "no network"),
        ];
        let names = ["debt", "data", "policy"].map(str::to_owned);
        let found = themes(&names, &passages);
        let counts: Vec<_> =
            found.iter().map(|theme| (theme.passages, theme.interviews, theme.of, theme.quotes.len())).collect();
        assert_eq!(counts, [(2, 2, 3, 1), (1, 1, 3, 1), (0, 0, 3, 0)]);
        let indicators = ["ratio", "visits"].map(str::to_owned);
        let joint = joint_display(
            &indicators,
            &found,
            &[("debt".to_owned(), "ratio".to_owned()), ("x".to_owned(), "visits".to_owned())],
        );
        assert_eq!(joint.rows, [("ratio".to_owned(), vec![0]), ("visits".to_owned(), vec![])]);
        assert_eq!(joint.without_indicator, [1, 2]);
    }
}
