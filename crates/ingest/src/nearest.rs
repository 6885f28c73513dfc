//! The name that a missing one was probably meant to be.

/// Minimum similarity of a suggested name.
const ALIKE: f64 = 0.6;

/// The name most similar to `wanted`, the first among equals.
pub(crate) fn nearest<'a>(wanted: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let wanted = wanted.to_lowercase();
    let mut best = (ALIKE, None);
    for name in names {
        // Names of very different length are not alike, and need no comparison sign by sign.
        let [shorter, longer] = [wanted.len().min(name.len()), wanted.len().max(name.len())];
        if shorter.saturating_mul(8) < longer {
            continue;
        }
        let alike = strsim::normalized_damerau_levenshtein(&wanted, &name.to_lowercase());
        if alike > best.0 {
            best = (alike, Some(name));
        }
    }
    best.1
}
