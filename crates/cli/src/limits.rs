//! The memory limit for reading one file, set once per process.

use equifinal_study::message::Message;
use equifinal_study::say;
use std::sync::OnceLock;

use equifinal_ingest::Limits;

static LIMITS: OnceLock<Limits> = OnceLock::new();

/// Sets the limits of this process; only the first call has an effect.
pub(crate) fn set(memory: Option<u64>) {
    let limits = memory.map_or_else(Limits::default, |memory| Limits { memory });
    let _ = LIMITS.set(limits);
}

/// The limits of this process.
pub(crate) fn limits() -> Limits {
    LIMITS.get().copied().unwrap_or_default()
}

/// Units of a size, and their bytes.
const UNITS: [(&str, u64); 2] = [("MiB", 1 << 20), ("GiB", 1 << 30)];

/// The smallest and largest allowed limit, in bytes.
const LEAST: u64 = 16 << 20;
const MOST: u64 = 1 << 40;

/// Parses a size such as `512MiB` or `2GiB`.
///
/// # Errors
/// A message with the accepted forms.
pub(crate) fn size(text: &str) -> Result<u64, Message> {
    let parsed = UNITS.iter().find_map(|(unit, bytes)| {
        let number = text.strip_suffix(unit)?.trim_end().parse::<u64>().ok()?;
        number.checked_mul(*bytes)
    });
    let size = parsed.filter(|size| (LEAST..=MOST).contains(size));
    size.ok_or_else(|| say!("size-write"))
}

#[cfg(test)]
mod tests {
    use super::size;

    #[test]
    fn sizes_have_a_unit() {
        for (text, expected) in [
            ("512MiB", Some(512 << 20)),
            ("2 GiB", Some(2 << 30)),
            ("2", None),
            ("2GB", None),
            ("1MiB", None),
            ("99999999999GiB", None),
        ] {
            assert_eq!(size(text).ok(), expected, "{text}");
        }
    }
}
