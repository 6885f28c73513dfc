//! The one rule about tied models: what is said of a solution is true of every one of its models.
//!
//! Claims, the multiverse, ranges and maps all follow it. Where not every model is listed, what is true of the listed
//! ones is not decided; what is false of one of them is false.

/// What tied models say of a statement, given whether it is true of each listed model; nothing where that is not
/// decided. With `some` one model is enough.
pub(crate) fn ruled(models: impl IntoIterator<Item = bool>, all_listed: bool, some: bool) -> Option<bool> {
    let mut none = true;
    for holds in models {
        none = false;
        if holds == some {
            return Some(some);
        }
    }
    (all_listed && !none).then_some(!some)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_model_counts_and_unlisted_ones_leave_it_open() {
        for (models, all_listed, every, one) in [
            (&[true, true][..], true, Some(true), Some(true)),
            (&[true, false], true, Some(false), Some(true)),
            (&[false, false], true, Some(false), Some(false)),
            (&[true, true], false, None, Some(true)),
            (&[true, false], false, Some(false), Some(true)),
            (&[false, false], false, Some(false), None),
            (&[], true, None, None),
        ] {
            let ruled = |some| ruled(models.iter().copied(), all_listed, some);
            assert_eq!((ruled(false), ruled(true)), (every, one), "{models:?}, all listed: {all_listed}");
        }
    }
}
