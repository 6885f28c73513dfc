//! Numbers and bytes of an SPSS file, in its byte order.

use super::super::foreign::unreadable;
use crate::error::IngestError;

/// Byte orders.
#[derive(Debug, Clone, Copy)]
pub(super) enum Order {
    /// The lowest byte first.
    Little,
    /// The highest byte first.
    Big,
}

impl Order {
    /// The order of a file, from the second number of its header, which is 2 or 3.
    pub(super) fn of(file: &[u8]) -> Result<Self, IngestError> {
        match file.get(64..68) {
            Some([2 | 3, 0, 0, 0]) => Ok(Self::Little),
            Some([0, 0, 0, 2 | 3]) => Ok(Self::Big),
            _ => Err(damaged("the order of its bytes is unknown")),
        }
    }

    /// A floating-point number.
    pub(super) fn real(self, bytes: [u8; 8]) -> f64 {
        match self {
            Self::Little => f64::from_le_bytes(bytes),
            Self::Big => f64::from_be_bytes(bytes),
        }
    }

    /// The bytes of a floating-point number.
    pub(super) fn written(self, real: f64) -> [u8; 8] {
        match self {
            Self::Little => real.to_le_bytes(),
            Self::Big => real.to_be_bytes(),
        }
    }
}

/// A part of a file, read from front to back.
#[derive(Debug, Clone)]
pub(super) struct Bytes<'a> {
    all: &'a [u8],
    /// The position of the next byte.
    pub(super) at: usize,
    order: Order,
    /// The name of the part, for messages.
    part: &'static str,
}

impl<'a> Bytes<'a> {
    pub(super) fn new(all: &'a [u8], at: usize, order: Order, part: &'static str) -> Self {
        Self { all, at, order, part }
    }

    pub(super) fn is_at_end(&self) -> bool {
        self.at >= self.all.len()
    }

    /// The next `count` bytes.
    pub(super) fn take(&mut self, count: usize) -> Result<&'a [u8], IngestError> {
        let end = self.at.saturating_add(count);
        let taken = self.all.get(self.at..end).ok_or_else(|| damaged(format!("{} is cut off", self.part)))?;
        self.at = end;
        Ok(taken)
    }

    fn array<const N: usize>(&mut self) -> Result<[u8; N], IngestError> {
        let mut array = [0; N];
        array.copy_from_slice(self.take(N)?);
        Ok(array)
    }

    pub(super) fn byte(&mut self) -> Result<u8, IngestError> {
        self.array::<1>().map(|[byte]| byte)
    }

    /// The eight bytes of a value.
    pub(super) fn value(&mut self) -> Result<[u8; 8], IngestError> {
        self.array()
    }

    pub(super) fn real(&mut self) -> Result<f64, IngestError> {
        Ok(self.order.real(self.array()?))
    }

    pub(super) fn integer(&mut self) -> Result<i32, IngestError> {
        let bytes = self.array()?;
        Ok(match self.order {
            Order::Little => i32::from_le_bytes(bytes),
            Order::Big => i32::from_be_bytes(bytes),
        })
    }

    /// A four-byte number that counts something.
    pub(super) fn count(&mut self) -> Result<usize, IngestError> {
        usize::try_from(self.integer()?).map_err(|_| damaged("a count is negative"))
    }

    /// An eight-byte position in the file.
    pub(super) fn position(&mut self) -> Result<usize, IngestError> {
        let bytes = self.array()?;
        let position = match self.order {
            Order::Little => i64::from_le_bytes(bytes),
            Order::Big => i64::from_be_bytes(bytes),
        };
        usize::try_from(position).map_err(|_| damaged("a position is negative"))
    }
}

/// Bytes without the spaces and zeros that fill them up.
pub(super) fn filled(bytes: &[u8]) -> &[u8] {
    let end = bytes.iter().rposition(|byte| !matches!(byte, b' ' | 0));
    end.and_then(|end| bytes.get(..=end)).unwrap_or_default()
}

/// The error for a file that contradicts the format.
pub(super) fn damaged(problem: impl ToString) -> IngestError {
    unreadable("container-spss", problem)
}
