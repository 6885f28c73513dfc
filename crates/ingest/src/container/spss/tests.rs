//! The same table in both byte orders, every storage form and several encodings.

use encoding_rs::{Encoding, GBK, UTF_8};
use miniz_oxide::deflate::compress_to_vec_zlib;

use super::bytes::Order;
use super::cases::SYSTEM_MISSING;
use super::read;
use crate::limits::{Budget, Limits};

/// 9 September 1999, in seconds since 14 October 1582.
const MISSING_DAY: f64 = 13_156_214_400.0;

/// A file under construction.
struct File {
    bytes: Vec<u8>,
    order: Order,
    encoding: &'static Encoding,
}

impl File {
    fn integers(&mut self, integers: &[i32]) {
        for integer in integers {
            self.bytes.extend(match self.order {
                Order::Little => integer.to_le_bytes(),
                Order::Big => integer.to_be_bytes(),
            });
        }
    }

    fn position(&mut self, position: usize) {
        let position = i64::try_from(position).unwrap();
        self.bytes.extend(match self.order {
            Order::Little => position.to_le_bytes(),
            Order::Big => position.to_be_bytes(),
        });
    }

    fn reals(&mut self, reals: &[f64]) {
        reals.iter().for_each(|real| self.bytes.extend(self.order.written(*real)));
    }

    /// A text, filled up with spaces to `width` bytes.
    fn text(&mut self, text: &str, width: usize) {
        let text = self.encoding.encode(text).0;
        self.bytes.extend_from_slice(&text);
        self.bytes.resize(self.bytes.len() + width - text.len(), b' ');
    }

    fn variable(&mut self, kind: i32, name: &str, format: i32, missing: &[f64]) {
        let count = i32::try_from(missing.len()).unwrap();
        self.integers(&[2, kind, 0, if count == 3 { -3 } else { count }, format << 16, format << 16]);
        self.text(name, 8);
        self.reals(missing);
        for _ in 1..usize::try_from(kind).unwrap().div_ceil(8).max(1) {
            self.integers(&[2, -1, 0, 0, 0, 0]);
            self.text("", 8);
        }
    }

    fn extension(&mut self, subtype: i32, content: &str) {
        let length = self.encoding.encode(content).0.len();
        self.integers(&[7, subtype, 1, i32::try_from(length).unwrap()]);
        self.text(content, length);
    }

    /// Two numbers, a text of 300 bytes and one of 4.
    fn dictionary(&mut self, compression: i32, name: &str, page: i32) {
        self.text("$FL2", 64);
        self.integers(&[2, 41, compression, 0, 2]);
        self.reals(&[100.0]);
        self.text("", 84);
        self.variable(0, "N", 5, &[90.0, 99.0, -1.0]);
        self.variable(0, "D", 20, &[MISSING_DAY]);
        self.variable(255, "LONG", 1, &[]);
        self.variable(48, "LONG1", 1, &[]);
        self.variable(4, "T", 1, &[]);
        self.integers(&[3, 1]);
        self.reals(&[1.5]);
        let label = self.encoding.encode("好").0.len();
        self.bytes.push(u8::try_from(label).unwrap());
        self.text("好", 7);
        self.integers(&[4, 1, 1]);
        self.integers(&[7, 3, 4, 8, 20, 0, 0, 0, 1, compression, 2, page]);
        self.extension(13, "N=数量\tT=short");
        self.extension(14, "LONG=300\0\t");
        if !name.is_empty() {
            self.extension(20, name);
        }
        self.integers(&[999, 0]);
    }

    /// Two cases; the second has no numbers.
    fn cases(&mut self) {
        for (number, day, long, short) in
            [(1.5, 13_993_344_000.0, "长".repeat(100), "文"), (SYSTEM_MISSING, SYSTEM_MISSING, String::new(), "b")]
        {
            self.reals(&[number, day]);
            let long = self.encoding.encode(&long).0.into_owned();
            for (segment, width) in long.chunks(255).map(Some).chain([None, None]).zip([256, 48]) {
                let segment = segment.unwrap_or_default();
                self.bytes.extend_from_slice(segment);
                self.bytes.resize(self.bytes.len() + width - segment.len(), b' ');
            }
            self.text(short, 8);
        }
    }
}

/// Packs values as a program would that knows no small numbers: every value is written out.
fn packed(plain: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    for values in plain.chunks(64) {
        let mut codes: Vec<u8> = values.chunks(8).map(|value| if value == [b' '; 8] { 254 } else { 253 }).collect();
        codes.resize(8, 0);
        packed.extend_from_slice(&codes);
        packed.extend(values.chunks(8).filter(|value| *value != [b' '; 8]).flatten());
    }
    packed
}

fn file(order: Order, compression: i32, encoding: &'static Encoding, name: &str, page: i32) -> Vec<u8> {
    let mut file = File { bytes: Vec::new(), order, encoding };
    file.dictionary(compression, name, page);
    let start = file.bytes.len();
    file.cases();
    let plain = file.bytes.split_off(start);
    match compression {
        0 => file.bytes.extend(plain),
        1 => file.bytes.extend(packed(&plain)),
        _ => {
            let packed = packed(&plain);
            let (first, second) = packed.split_at(packed.len() / 2);
            let blocks = [first, second].map(|block| (block.len(), compress_to_vec_zlib(block, 6)));
            let end = start + 24 + blocks.iter().map(|(_, block)| block.len()).sum::<usize>();
            [start, end, 72].into_iter().for_each(|position| file.position(position));
            blocks.iter().for_each(|(_, block)| file.bytes.extend_from_slice(block));
            file.bytes.extend([0; 20]);
            file.integers(&[2]);
            let mut at = start + 24;
            for (length, block) in blocks {
                file.position(0);
                file.position(at);
                file.integers(&[length, block.len()].map(|length| i32::try_from(length).unwrap()));
                at += block.len();
            }
        }
    }
    file.bytes
}

fn check(bytes: &[u8]) {
    let grid = read(bytes, &Budget::new(Limits::default())).unwrap();
    assert_eq!(grid.header, ["数量", "D", "LONG", "short"]);
    let columns: Vec<Vec<&str>> = grid.columns.iter().map(|column| column.iter().collect()).collect();
    assert_eq!(columns, [["1.5", ""], ["2026-03-20", ""], [&"长".repeat(100), ""], ["文", "b"]]);
    let notes = &grid.notes[0];
    assert_eq!(notes.values, [("1.5".to_owned(), "好".to_owned())]);
    assert_eq!((&notes.missing, notes.missing_range), (&vec!["-1".to_owned()], Some((90.0, 99.0))));
    assert_eq!(grid.notes[1].missing, ["1999-09-09"]);
}

#[test]
fn every_layout_gives_the_same_table() {
    for order in [Order::Little, Order::Big] {
        for compression in 0..3 {
            check(&file(order, compression, UTF_8, "UTF-8", 65_001));
            check(&file(order, compression, GBK, "", 936));
        }
    }
    for name in ["GBK", "gb18030", "CP936", "windows-936-2000"] {
        check(&file(Order::Little, 1, GBK, name, 1_252));
    }
}

/// A file that ends too early is refused wherever it ends.
#[test]
fn files_that_are_cut_off_are_refused() {
    for compression in 0..3 {
        let whole = file(Order::Little, compression, UTF_8, "UTF-8", 65_001);
        for end in (0..whole.len()).step_by(7) {
            assert!(read(&whole[..end], &Budget::new(Limits::default())).is_err(), "{compression} {end}");
        }
    }
}

/// A text that is not valid in the encoding of the file is no text of another.
#[test]
fn texts_in_another_encoding_are_refused() {
    for (name, page, expected) in
        [("UTF-8", 65_001, "a name is not valid UTF-8\""), ("", 0, "a name is in no declared encoding\"")]
    {
        let refused = read(&file(Order::Little, 1, GBK, name, page), &Budget::new(Limits::default())).unwrap_err();
        assert!(refused.to_string().contains(expected), "{refused}");
    }
}
