//! The flow of literature or cases through selection (PRISMA 2020): stated and derived counts.

use equifinal_study::config::{Excluded, FlowStage};

/// A stage with all known counts, stated or derived.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stage<'a> {
    /// The stage as stated in the study.
    pub stated: &'a FlowStage,
    /// The count at the start; `None` if unknown.
    pub came_in: Option<u64>,
    /// The excluded count, for all reasons together; `None` if unknown.
    pub excluded: Option<u64>,
    /// The count at the end; `None` if unknown.
    pub went_on: Option<u64>,
}

/// The stages in order, with `went on = came in − excluded` solved for the count that is not stated.
///
/// The end count of a stage is the start count of the next, unless that stage counts in another unit: one paper may
/// hold several cases.
pub fn stages(stated: &[FlowStage]) -> Vec<Stage<'_>> {
    let mut stages: Vec<Stage<'_>> = Vec::with_capacity(stated.len());
    for stage in stated {
        let before = stages.last().filter(|before| before.stated.unit == stage.unit || stage.unit.is_none());
        let came_in = stage.n_in.or_else(|| before.and_then(|before| before.went_on));
        stages.push(solved(stage, came_in));
    }
    stages
}

fn solved(stage: &FlowStage, came_in: Option<u64>) -> Stage<'_> {
    let stated = match &stage.excluded {
        // A stage that only counts what there is says nothing of exclusions.
        Excluded::None => came_in.map(|_| 0),
        Excluded::NotReported => None,
        Excluded::Total(total) => Some(*total),
        Excluded::Reasons(reasons) => Some(reasons.iter().fold(0, |sum: u64, (_, count)| sum.saturating_add(*count))),
    };
    let went_on = stage.n_out.or_else(|| came_in?.checked_sub(stated?));
    let follows = || came_in?.checked_sub(went_on?);
    let excluded = if stage.excluded == Excluded::None { follows().or(stated) } else { stated.or_else(follows) };
    let came_in =
        came_in.or_else(|| if stage.excluded == Excluded::None { None } else { went_on?.checked_add(excluded?) });
    Stage { stated: stage, came_in, excluded, went_on }
}

#[cfg(test)]
mod tests {
    use equifinal_study::text::Text;

    use super::*;

    type Counts = (Option<u64>, Option<u64>, Option<u64>);

    fn stage(n_in: Option<u64>, excluded: Excluded, n_out: Option<u64>, unit: Option<&str>) -> FlowStage {
        let unit = unit.map(Text::plain);
        FlowStage { id: "s".to_owned(), label: None, n_in, excluded, n_out, unit, because: None }
    }

    fn check(stated: &[FlowStage], expected: &[Counts]) {
        let found: Vec<Counts> = stages(stated).iter().map(|s| (s.came_in, s.excluded, s.went_on)).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn counts_that_are_not_stated_follow_from_those_that_are() {
        let reasons = Excluded::Reasons(vec![("duplicates".to_owned(), 60), ("abstract".to_owned(), 40)]);
        check(
            &[
                stage(None, Excluded::None, Some(662), None),
                stage(None, reasons, None, None),
                stage(None, Excluded::NotReported, Some(9), None),
                stage(Some(9), Excluded::Total(2), None, None),
                stage(None, Excluded::None, None, None),
            ],
            &[
                (None, None, Some(662)),
                (Some(662), Some(100), Some(562)),
                (Some(562), Some(553), Some(9)),
                (Some(9), Some(2), Some(7)),
                (Some(7), Some(0), Some(7)),
            ],
        );
    }

    #[test]
    fn counts_are_not_derived_across_units() {
        check(
            &[
                stage(None, Excluded::None, Some(9), Some("papers")),
                stage(None, Excluded::None, Some(11), Some("cases")),
                stage(None, Excluded::NotReported, None, None),
                stage(None, Excluded::Total(3), Some(5), Some("counties")),
            ],
            &[(None, None, Some(9)), (None, None, Some(11)), (Some(11), None, None), (Some(8), Some(3), Some(5))],
        );
    }
}
