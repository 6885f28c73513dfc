//! Calibration diagnostics in `results.json`.

use equifinal_study::diagnosis::{Concern, Diagnosis, ThresholdCheck};
use serde_json::{Value, json};

/// Concerns, each by its kind, and checks of thresholds.
pub(super) fn diagnosis(diagnosis: &Diagnosis) -> Value {
    json!({
        "concerns": diagnosis.concerns.iter().map(concern).collect::<Vec<_>>(),
        "thresholds": diagnosis.thresholds.iter().map(threshold).collect::<Vec<_>>(),
    })
}

fn concern(concern: &Concern) -> Value {
    match concern {
        Concern::TotalOfOthers { case, columns } => {
            json!({"concern": "total_of_others", "case": case, "columns": columns})
        }
        Concern::FallsUnsaid { set, anchors } => {
            json!({"concern": "falls_unsaid", "set": set, "anchors": anchors})
        }
        Concern::Skewed { set, share_in } => json!({"concern": "skewed", "set": set, "share_in": share_in}),
        Concern::PiledUp { set, share, inside } => {
            json!({"concern": "piled_up", "set": set, "share": share, "inside": inside})
        }
        Concern::OneLevel { set, level, share } => {
            json!({"concern": "one_level", "set": set, "level": level, "share": share})
        }
        Concern::LittleSpread { set, sd } => json!({"concern": "little_spread", "set": set, "sd": sd}),
        Concern::Constant { set, value } => json!({"concern": "constant", "set": set, "value": value}),
        Concern::NearCrossover { set, cases } => json!({"concern": "near_crossover", "set": set, "cases": cases}),
        Concern::BeyondAnchors { set, range, anchors, one_sided, factor } => json!({
            "concern": "beyond_anchors", "set": set,
            "range": range, "anchors": anchors, "one_sided": one_sided, "factor": factor,
        }),
        Concern::AnchorsFollowSample { set, percentiles } => {
            json!({"concern": "anchors_follow_sample", "set": set, "percentiles": percentiles})
        }
        Concern::NoReason { set } => json!({"concern": "no_reason", "set": set}),
        Concern::ShortReason { set } => json!({"concern": "short_reason", "set": set}),
        Concern::Identical { first, second } => json!({"concern": "identical", "sets": [first, second]}),
        Concern::Correlated { first, second, r } => {
            json!({"concern": "correlated", "sets": [first, second], "r": r})
        }
    }
}

fn threshold(check: &ThresholdCheck) -> Value {
    json!({
        "set": check.set, "chosen": check.chosen,
        "suggested": check.suggested, "taken": check.taken,
        "gaps": check.gaps, "at_gaps": check.at_gaps,
    })
}
