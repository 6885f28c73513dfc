//! Rules that compare tables with a recomputation and with the text: swapped rows, figures stated twice.

use super::{Figure, Finding};

/// Minimum deviation of rows that are tested for a swap.
const FAILS: f64 = 0.05;

/// Rule 4: compares a table of printed and recomputed figures. Two rows that are off by more than .05 and agree when
/// exchanged are reported as swapped; other such rows are reported one by one.
///
/// `tolerance` is the allowed difference of a recomputation besides rounding.
pub fn rows_swapped(rows: &[(String, Figure, f64)], tolerance: f64) -> Vec<Finding> {
    let fails = |at: &usize| {
        rows.get(*at).is_some_and(|(_, published, recomputed)| (published.value() - recomputed).abs() > FAILS)
    };
    let mut open: Vec<usize> = (0..rows.len()).filter(fails).collect();
    let mut found = Vec::new();
    while let Some(first) = (!open.is_empty()).then(|| open.remove(0)) {
        let Some((name, published, recomputed)) = rows.get(first) else { continue };
        let exchanged = |other: &usize| {
            rows.get(*other).is_some_and(|(_, figure, value)| {
                published.within(*value, tolerance) && figure.within(*recomputed, tolerance)
            })
        };
        if let Some(at) = open.iter().position(exchanged) {
            let second = rows.get(open.remove(at)).map(|(name, ..)| name.clone()).unwrap_or_default();
            found.push(Finding::RowsSwapped { first: name.clone(), second });
        } else {
            found.push(Finding::Row { row: name.clone(), published: *published, recomputed: *recomputed });
        }
    }
    found
}

/// Rule 11: a figure in the text and in a table; consistent if both may be one number, rounded.
pub fn stated_twice(what: &str, text: Figure, table: Figure) -> Option<Finding> {
    let apart = (text.value() - table.value()).abs();
    (apart > text.half_unit().max(table.half_unit()) + 1e-9).then(|| Finding::StatedTwice {
        what: what.to_owned(),
        text,
        table,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figure(text: &str) -> Figure {
        text.parse().unwrap()
    }

    #[test]
    fn swapped_rows_are_found() {
        let rows = [("A", "0.91", 0.612), ("B", "0.70", 0.702), ("C", "0.61", 0.9094), ("D", "0.40", 0.5)];
        let rows = rows.map(|(name, published, recomputed)| (name.to_owned(), figure(published), recomputed));
        let found: Vec<String> = rows_swapped(&rows, 0.001).iter().map(ToString::to_string).collect();
        assert_eq!(
            found,
            [
                "rows A and C look swapped: with their figures exchanged both agree with the recomputation",
                "row D: 0.40 is printed where 0.500 is recomputed",
            ]
        );
        assert_eq!(rows_swapped(&[], 0.001), []);
    }

    #[test]
    fn a_figure_may_be_rounded_and_not_changed() {
        assert_eq!(stated_twice("variance", figure("85"), figure("85.03")), None);
        assert_eq!(
            stated_twice("total variance", figure("85.03"), figure("83.23"))
                .map(|finding| (finding.rule(), finding.to_string())),
            Some((11, "total variance is 85.03 in the text and 83.23 in the table".to_owned()))
        );
    }
}
