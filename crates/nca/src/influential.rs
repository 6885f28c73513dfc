//! A sample without its most influential cases.

use equifinal_study::config::{Ceiling, NcaSpec};

use crate::outliers::{most_influential, outliers};
use crate::plane::{cloud, theoretical};
use crate::sample::Sample;

/// The sample without the cases whose removal moves the effect size of some condition most: one case for each condition,
/// or the pair if two are left out and a pair moves it more than its cases alone. With their ids, in natural order.
///
/// All conditions are compared on the same cases, so that their tests are of one family.
pub(crate) fn without_influential(spec: &NcaSpec, sample: Sample) -> (Sample, Vec<String>) {
    let kind = spec.deciding().unwrap_or(Ceiling::CeFdh);
    let mut places: Vec<usize> = Vec::new();
    if spec.leave_out > 0 {
        for condition in &sample.conditions {
            let Ok(cloud) = cloud(spec, condition, &sample) else { continue };
            let theoretical = theoretical(spec, condition, &sample);
            let most = match spec.leave_out {
                1 => most_influential(&cloud, kind, theoretical),
                _ => outliers(&cloud, kind, theoretical, 1).pop(),
            };
            places.extend(most.into_iter().flat_map(|one| one.cases));
        }
    }
    places.sort_unstable();
    places.dedup();
    let ids = places.iter().filter_map(|&place| sample.cases.get(place).cloned()).collect();
    (if places.is_empty() { sample } else { sample.without(&places) }, ids)
}
