//! Rules on printed data: memberships, lost cases, truth tables that list cases, percentile anchors.

use std::collections::BTreeSet;

use super::{Figure, Finding};

/// Rule 3: compares printed memberships with those that follow from the printed anchors, by case.
///
/// `tolerance` allows for rounded anchors; 0.001 besides two decimals is usual.
pub fn memberships(cases: &[(String, Figure, f64)], tolerance: f64) -> Vec<Finding> {
    let wrong = cases.iter().filter(|(_, published, recomputed)| !published.within(*recomputed, tolerance));
    wrong
        .map(|(case, published, recomputed)| Finding::Membership {
            case: case.clone(),
            published: *published,
            recomputed: *recomputed,
        })
        .collect()
}

/// Rule 6: compares the cases in the rows of the truth table with the cases of the study.
pub fn cases_lost(frequencies: &[u64], cases: u64) -> Option<Finding> {
    let found = frequencies.iter().fold(0, |sum: u64, frequency| sum.saturating_add(*frequency));
    match found.cmp(&cases) {
        std::cmp::Ordering::Less => Some(Finding::CasesLost { found, cases }),
        std::cmp::Ordering::Equal => None,
        std::cmp::Ordering::Greater => Some(Finding::CasesInvented { found, cases }),
    }
}

/// Rule 8: a truth table has each configuration once; one with repetitions lists cases.
pub fn case_matrix(rows: &[Vec<u32>]) -> Option<Finding> {
    let configurations = rows.iter().collect::<BTreeSet<_>>().len();
    (configurations < rows.len()).then_some(Finding::CaseMatrix { rows: rows.len(), configurations })
}

/// Rule 10: compares anchors stated as percentiles with the sample's (type 7 of Hyndman & Fan 1996). `None` for an
/// empty sample.
pub fn anchors(sample: &[f64], claimed: &[(f64, Figure)]) -> Vec<Finding> {
    let mut sorted = sample.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    let wrong = |&(percentile, anchor): &(f64, Figure)| {
        let found = crate::descriptives::percentile(&sorted, percentile / 100.0)?;
        (!anchor.rounds(found)).then_some(Finding::Anchor { anchor, percentile, found })
    };
    claimed.iter().filter_map(wrong).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(text: &str) -> Figure {
        text.parse().unwrap()
    }

    #[test]
    fn memberships_follow_from_anchors() {
        let cases = [("AU", "0.81", 0.8084), ("BE", "0.99", 0.98), ("FI", "0.58", 0.5856)];
        let cases = cases.map(|(case, published, recomputed)| (case.to_owned(), figure(published), recomputed));
        let found: Vec<String> = memberships(&cases, 0.001).iter().map(ToString::to_string).collect();
        assert_eq!(found, ["case BE: membership 0.99 is printed where the anchors give 0.980"]);
    }

    #[test]
    fn rows_hold_all_cases_once() {
        assert_eq!(cases_lost(&[20, 17], 60), Some(Finding::CasesLost { found: 37, cases: 60 }));
        assert_eq!(cases_lost(&[20, 17], 37), None);
        assert_eq!(cases_lost(&[20, 17], 30), Some(Finding::CasesInvented { found: 37, cases: 30 }));
        assert_eq!(case_matrix(&[vec![1, 0], vec![0, 1]]), None);
        assert_eq!(
            case_matrix(&[vec![1, 0], vec![0, 1], vec![1, 0]]),
            Some(Finding::CaseMatrix { rows: 3, configurations: 2 })
        );
    }

    #[test]
    fn anchors_match_their_stated_percentiles() {
        let sample = [1.0, 2.0, 3.0, 4.0, 5.0];
        let found = anchors(&sample, &[(50.0, figure("3.333")), (95.0, figure("4.8")), (5.0, figure("1.2"))]);
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].to_string(), "the anchor 3.333 is called the 50th percentile, which is 3.000");
        assert_eq!(anchors(&[], &[(50.0, figure("3"))]), []);
    }
}
