//! A number of bytes for people.

use std::fmt;

use equifinal_study::message::{Argument, Message, Sayable};
use equifinal_study::say;

/// A number of bytes, displayed in the largest fitting unit: `512 MiB`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size(pub u64);

impl fmt::Display for Size {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let units = [(1 << 30, "GiB"), (1 << 20, "MiB"), (1 << 10, "KiB")];
        match units.iter().find(|(unit, _)| self.0 >= *unit && self.0.is_multiple_of(*unit)) {
            Some((unit, name)) => write!(f, "{} {name}", self.0 / unit),
            None => write!(f, "{} bytes", self.0),
        }
    }
}

impl Sayable for Size {
    fn argument(&self) -> Argument {
        Argument::Said(match self.to_string().strip_suffix(" bytes") {
            Some(bytes) => say!("bytes", bytes),
            None => Message::verbatim(self.to_string()),
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
