//! Reads Thrift's compact protocol, used for Parquet metadata. A struct is read by its expected shape, so that no list
//! is longer than the remaining bytes and no field is misread.

use crate::limits::Budget;

/// The shape of a struct: field numbers and their types. Other fields may hold anything.
pub(super) type Shape = &'static [(i16, Kind)];

/// The type of a field.
#[derive(Debug, Clone, Copy)]
pub(super) enum Kind {
    Number,
    Byte,
    Text,
    Truth,
    Numbers,
    Texts,
    Struct(Shape),
    List(Shape),
}

impl Kind {
    /// True if a field with this type code may hold it.
    fn fits(self, kind: u8) -> bool {
        match self {
            Self::Number => (I16..=I64).contains(&kind),
            Self::Byte => kind == BYTE,
            Self::Text => kind == BINARY,
            Self::Truth => kind == TRUE || kind == FALSE,
            Self::Numbers | Self::Texts | Self::List(_) => kind == LIST,
            Self::Struct(_) => kind == STRUCT,
        }
    }

    /// True if a list of it may have elements with this type code.
    fn fits_element(self, kind: u8) -> bool {
        match self {
            Self::Numbers => (I16..=I64).contains(&kind),
            Self::Texts => kind == BINARY,
            Self::List(_) => kind == STRUCT,
            _ => true,
        }
    }

    fn shape(self) -> Shape {
        match self {
            Self::Struct(shape) | Self::List(shape) => shape,
            _ => &[],
        }
    }
}

/// Types of the protocol, <https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md>.
const TRUE: u8 = 1;
const FALSE: u8 = 2;
const BYTE: u8 = 3;
const I16: u8 = 4;
const I64: u8 = 6;
const DOUBLE: u8 = 7;
const BINARY: u8 = 8;
const LIST: u8 = 9;
const SET: u8 = 10;
const STRUCT: u8 = 12;

/// Maximum depth of nested structs.
const DEPTH: usize = 32;

/// Bytes of memory per value, here and in the library.
const VALUE: usize = 256;

/// A struct that has been read.
#[derive(Debug, Default)]
pub(super) struct Struct(Vec<(i16, Value)>);

#[derive(Debug)]
enum Value {
    Number(i64),
    Struct(Struct),
    List(Vec<Value>),
    Other,
}

impl Struct {
    fn field(&self, number: i16) -> Option<&Value> {
        // The reader keeps what it met last.
        self.0.iter().rev().find(|(other, _)| *other == number).map(|(_, value)| value)
    }

    /// The number in this field.
    pub(super) fn number(&self, field: i16) -> Option<i64> {
        if let Value::Number(number) = self.field(field)? { Some(*number) } else { None }
    }

    /// The struct in this field.
    pub(super) fn inner(&self, field: i16) -> Option<&Self> {
        if let Value::Struct(inner) = self.field(field)? { Some(inner) } else { None }
    }

    /// The structs in this list.
    pub(super) fn list(&self, field: i16) -> impl Iterator<Item = &Self> {
        let list = if let Some(Value::List(list)) = self.field(field) { list.as_slice() } else { &[] };
        list.iter().filter_map(|value| if let Value::Struct(inner) = value { Some(inner) } else { None })
    }
}

/// Reads a struct from the front of the bytes; `None` if it does not match its shape or the budget is exceeded.
pub(super) fn read(bytes: &mut &[u8], shape: Shape, budget: &Budget) -> Option<Struct> {
    let mut reader = Reader { bytes, budget };
    let read = reader.structure(shape, 0)?;
    *bytes = reader.bytes;
    Some(read)
}

struct Reader<'a, 'b> {
    bytes: &'a [u8],
    budget: &'b Budget,
}

impl Reader<'_, '_> {
    fn byte(&mut self) -> Option<u8> {
        let (first, rest) = self.bytes.split_first()?;
        self.bytes = rest;
        Some(*first)
    }

    fn skip(&mut self, count: usize) -> Option<Value> {
        self.bytes = self.bytes.get(count..)?;
        Some(Value::Other)
    }

    /// A variable-length integer: seven bits per byte, lowest first.
    fn varint(&mut self) -> Option<u64> {
        let mut number = 0_u64;
        for shift in (0..64).step_by(7) {
            let byte = self.byte()?;
            number |= u64::from(byte & 0x7f) << shift;
            if byte & 0x80 == 0 {
                return Some(number);
            }
        }
        None
    }

    fn number(&mut self) -> Option<i64> {
        let zigzag = self.varint()?;
        Some((zigzag >> 1).cast_signed() ^ -(zigzag & 1).cast_signed())
    }

    fn structure(&mut self, shape: Shape, depth: usize) -> Option<Struct> {
        if depth > DEPTH {
            return None;
        }
        let (mut fields, mut last) = (Vec::new(), 0_i16);
        loop {
            let header = self.byte()?;
            let (delta, kind) = (header >> 4, header & 0x0f);
            if kind == 0 {
                return Some(Struct(fields));
            }
            last = match delta {
                0 => i16::try_from(self.number()?).ok()?,
                delta => last.checked_add(i16::from(delta))?,
            };
            let known = shape.iter().find(|(number, _)| *number == last).map(|(_, kind)| *kind);
            if known.is_some_and(|known| !known.fits(kind)) {
                return None;
            }
            let value = match kind {
                // Here the type is the value.
                TRUE | FALSE => Value::Other,
                kind => self.value(kind, known, depth)?,
            };
            self.budget.take(VALUE).ok()?;
            fields.push((last, value));
        }
    }

    fn value(&mut self, kind: u8, known: Option<Kind>, depth: usize) -> Option<Value> {
        match kind {
            TRUE | FALSE | BYTE => self.skip(1),
            I16..=I64 => Some(Value::Number(self.number()?)),
            DOUBLE => self.skip(8),
            BINARY => {
                let length = usize::try_from(self.varint()?).ok()?;
                self.skip(length)
            }
            LIST | SET => self.list(known, depth),
            STRUCT => Some(Value::Struct(self.structure(known.map_or(&[], Kind::shape), depth + 1)?)),
            _ => None,
        }
    }

    fn list(&mut self, known: Option<Kind>, depth: usize) -> Option<Value> {
        let header = self.byte()?;
        let count = match header >> 4 {
            15 => usize::try_from(self.varint()?).ok()?,
            count => usize::from(count),
        };
        // Every element has a byte at least.
        let fits = count == 0 || known.is_none_or(|known| known.fits_element(header & 0x0f));
        if !fits || count > self.bytes.len() || depth > DEPTH {
            return None;
        }
        self.budget.take_each(count, VALUE).ok()?;
        let element = known.map(Kind::shape).map(Kind::Struct);
        (0..count).map(|_| self.value(header & 0x0f, element, depth + 1)).collect::<Option<_>>().map(Value::List)
    }
}
