//! A number of bytes for people.

use std::fmt;

use equifinal_study::message::{Argument, Message, Sayable};
use equifinal_study::say;

/// A number of bytes, displayed in the largest fitting unit: `512 MiB`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size(pub u64);

impl Size {
    /// The number in the largest unit that divides it, and that unit; `None` for bytes.
    fn in_largest_unit(self) -> (u64, Option<&'static str>) {
        let units = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")];
        match units.into_iter().find(|(unit, _)| self.0 >= *unit && self.0.is_multiple_of(*unit)) {
            Some((unit, name)) => (self.0 / unit, Some(name)),
            None => (self.0, None),
        }
    }
}

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, unit) = self.in_largest_unit();
        write!(f, "{number} {}", unit.unwrap_or("bytes"))
    }
}

impl Sayable for Size {
    fn argument(&self) -> Argument {
        Argument::Said(match self.in_largest_unit() {
            (bytes, None) => say!("bytes", bytes),
            (number, Some(unit)) => Message::verbatim(format!("{number} {unit}")),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_are_written_in_the_largest_unit() {
        for (bytes, expected) in [(1 << 30, "1 GiB"), (1 << 29, "512 MiB"), (3 << 10, "3 KiB"), (1_025, "1025 bytes")] {
            assert_eq!(Size(bytes).to_string(), expected);
        }
    }
}
