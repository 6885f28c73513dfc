//! A check of outputs set by hand: every entry has an observed row, and every row one entry.

use crate::by_hand::ByHand;
use crate::error::QcaError;
use crate::findings::Findings;

impl Findings {
    /// Checks that every output set by hand has an observed row, and every such row one entry.
    ///
    /// # Errors
    /// The first entry that names no observed row, or the first row that two entries name.
    pub fn check_outputs(&self) -> Result<(), QcaError> {
        let analysis = || self.analysis.name.clone();
        let written = |entry: usize| self.analysis.outputs.get(entry).map(|set| set.rows.to_string());
        let set = || self.rows.iter().filter_map(|row| Some((row.number, row.by_hand?)));
        if let Some((row, ByHand { entry, also: Some(other), .. })) = set().find(|(_, set)| set.also.is_some()) {
            let rows = [entry, other].map(|entry| written(entry).unwrap_or_default());
            return Err(QcaError::OutputsOverlap { analysis: analysis(), row, rows: Box::new(rows) });
        }
        let is_unused = |entry: &usize| !set().any(|(_, set)| set.entry == *entry);
        match (0..self.analysis.outputs.len()).find(is_unused).and_then(written) {
            Some(rows) => Err(QcaError::OutputWithoutRow { analysis: analysis(), rows }),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use equifinal_study::config::{Analysis, Frequency, SetOutput, TruthTableCuts};
    use equifinal_study::expression::{Expression, Literal};
    use equifinal_study::memberships::{Memberships, Set, SetKind};
    use equifinal_study::text::Text;

    use super::*;
    use crate::frame::Frame;
    use crate::space::Cube;
    use crate::{Budget, analyse};

    /// Cases in the rows `A*B`, `A*~B` and `~A*B`; the outcome where `A` is.
    fn memberships() -> Memberships {
        let set =
            |name: &str, values: [f64; 3]| Set { name: name.to_owned(), kind: SetKind::Crisp, values: values.to_vec() };
        let sets = vec![set("A", [1.0, 1.0, 0.0]), set("B", [1.0, 0.0, 1.0]), set("Y", [1.0, 1.0, 0.0])];
        Memberships { cases: ["c1", "c2", "c3"].map(str::to_owned).to_vec(), sets }
    }

    fn analysis(outputs: &[(&str, bool)]) -> Analysis {
        let cuts =
            TruthTableCuts { frequency: Frequency::Count(1), consistency: 0.8, pri: 0.0, contradiction_floor: None };
        let outcome = Literal { set: "Y".to_owned(), level: None, negated: false };
        let mut analysis = Analysis::new("y", outcome, vec!["A".to_owned(), "B".to_owned()], cuts);
        let one = |(rows, positive): &(&str, bool)| SetOutput {
            rows: Expression::parse(rows).expect("an expression"),
            positive: *positive,
            because: Text::plain("known"),
        };
        analysis.outputs = outputs.iter().map(one).collect();
        analysis
    }

    /// The outputs of the rows in order, `0` to `1`, and those that were computed where one is set.
    #[test]
    fn outputs_of_observed_rows_are_replaced() {
        let check = |outputs: &[(&str, bool)], expected: &str, computed: &[&str], problem: Option<QcaError>| {
            let (analysis, memberships) = (analysis(outputs), memberships());
            let findings = analyse(&analysis, &memberships, &Budget::default()).expect("findings");
            let found: String = findings.rows.iter().map(|row| row.output.sign()).collect();
            assert_eq!(found, expected, "{outputs:?}");
            let before: Vec<&str> = findings.rows.iter().filter_map(|row| Some(row.by_hand?.computed.sign())).collect();
            assert_eq!(before, computed, "{outputs:?}");
            assert_eq!(findings.check_outputs().err(), problem, "{outputs:?}");
            // A universe has the same outputs.
            let sets: Vec<&Set> = memberships.sets.iter().take(2).collect();
            let frame = Frame::new(&analysis, &[SetKind::Crisp; 2]).expect("a frame");
            let cases = frame.cases(&sets, &memberships.sets[2]).expect("cases");
            let rows = frame.rows(&cases);
            let outputs = frame.outputs(&rows, &analysis.truth_table, 3);
            let of = |row: Cube| findings.rows.iter().find(|own| findings.space.row(&own.levels) == row);
            assert!(rows.iter().zip(outputs).all(|(row, output)| of(row.row).is_some_and(|own| own.output == output)));
        };
        let without = |rows: &str| Some(QcaError::OutputWithoutRow { analysis: "y".to_owned(), rows: rows.to_owned() });
        // Rows 1 to 4: ~A*~B, ~A*B, A*~B, A*B.
        check(&[], "?011", &[], None);
        check(&[("A*~B", false)], "?001", &["1"], None);
        check(&[("A", false), ("~A*B", true)], "?100", &["0", "1", "1"], None);
        check(&[("~A", true)], "?111", &["0"], None);
        check(&[("~A*~B", true)], "?011", &[], without("~A*~B"));
        let rows = ["A*B", "B"].map(str::to_owned);
        let overlap = QcaError::OutputsOverlap { analysis: "y".to_owned(), row: 4, rows: Box::new(rows) };
        check(&[("A*B", false), ("B", false)], "?010", &["0", "1"], Some(overlap));
    }
}
