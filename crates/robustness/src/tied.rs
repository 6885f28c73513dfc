//! The single rule about tied models: a statement about a solution must hold for every one of its models.
//!
//! Claims, the multiverse, ranges and maps all follow it. If not every model is listed, a statement that holds for the
//! listed ones is undecided; one that fails for one of them is false.

/// The truth of a statement over tied models, given its truth for each listed model; `None` if undecided. With `some`
/// one model is enough.
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
    fn all_models_count_and_unlisted_ones_are_undecided() {
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
