//! The cells of a column. Survey answers repeat, so equal texts are stored once.

use std::sync::Arc;

/// Distinct texts, stored one after the other; a text that repeats after a long gap may be stored twice.
#[derive(Debug, Clone, Default)]
struct Texts {
    bytes: String,
    /// The end of each text.
    ends: Vec<usize>,
}

impl Texts {
    fn push(&mut self, text: &str) -> u32 {
        let number = self.count();
        self.bytes.push_str(text);
        self.ends.push(self.bytes.len());
        number
    }

    /// The number of texts; it is limited by the maximum number of cells.
    fn count(&self) -> u32 {
        u32::try_from(self.ends.len()).unwrap_or(u32::MAX)
    }

    fn get(&self, number: u32) -> &str {
        let at = usize::try_from(number).unwrap_or(usize::MAX);
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.ends.get(at).and_then(|end| self.bytes.get(start..*end)).unwrap_or_default()
    }
}

/// The trimmed cells of a column.
#[derive(Debug, Clone, Default)]
pub(crate) struct TextColumn {
    texts: Texts,
    numbers: Arc<Vec<u32>>,
}

impl TextColumn {
    /// The cells of several columns, one below the other.
    pub(crate) fn stacked(parts: Vec<TextColumnBuilder>) -> Self {
        let mut texts = Texts::default();
        let mut numbers = Vec::with_capacity(parts.iter().map(|part| part.numbers.len()).sum());
        for part in parts {
            let (bytes, count) = (texts.bytes.len(), texts.count());
            texts.bytes.push_str(&part.texts.bytes);
            texts.ends.extend(part.texts.ends.iter().map(|end| end + bytes));
            numbers.extend(part.numbers.iter().map(|number| number + count));
        }
        Self { texts, numbers: Arc::new(numbers) }
    }

    /// The cell of this record, counted from 0; empty if there is none.
    pub(crate) fn get(&self, record: usize) -> &str {
        self.numbers.get(record).map_or("", |number| self.texts.get(*number))
    }

    /// The cells, in the order of the records.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.numbers.iter().map(|number| self.texts.get(*number))
    }

    /// Each stored text, by number; some may be unused.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        (0..self.texts.count()).map(|number| self.texts.get(number))
    }

    /// The number of the text in each record.
    pub(crate) fn numbers(&self) -> &Arc<Vec<u32>> {
        &self.numbers
    }

    /// Puts the cell of one record into another.
    pub(crate) fn repeat(&mut self, from: usize, to: usize) {
        let numbers = Arc::make_mut(&mut self.numbers);
        if let Some(number) = numbers.get(from).copied()
            && let Some(cell) = numbers.get_mut(to)
        {
            *cell = number;
        }
    }

    /// Removes the first cells.
    pub(crate) fn behead(&mut self, records: usize) {
        let records = records.min(self.numbers.len());
        Arc::make_mut(&mut self.numbers).drain(..records);
    }

    /// Keeps the cells for which `stay` is true.
    pub(crate) fn retain(&mut self, stay: &[bool]) {
        retain(Arc::make_mut(&mut self.numbers), stay);
    }
}

/// Keeps the values for which `stay` is true.
pub(crate) fn retain<T>(values: &mut Vec<T>, stay: &[bool]) {
    let mut stay = stay.iter();
    values.retain(|_| stay.next().copied().unwrap_or(true));
}

impl<'a> FromIterator<&'a str> for TextColumnBuilder {
    fn from_iter<I: IntoIterator<Item = &'a str>>(cells: I) -> Self {
        let mut column = Self::default();
        cells.into_iter().for_each(|cell| column.push(cell));
        column
    }
}

/// A column under construction.
#[derive(Debug, Clone, Default)]
pub(crate) struct TextColumnBuilder {
    texts: Texts,
    numbers: Vec<u32>,
    /// Hash and number of the last text seen in each slot.
    recent: Vec<(u64, u32)>,
}

/// Number of recent texts that are compared with a new cell.
const RECENT: usize = 64;

impl TextColumnBuilder {
    /// An empty column with this capacity.
    pub(crate) fn with_capacity(records: usize) -> Self {
        Self { numbers: Vec::with_capacity(records), ..Self::default() }
    }

    /// Adds the cell of the next record.
    pub(crate) fn push(&mut self, cell: &str) {
        if self.recent.is_empty() {
            self.recent.resize(RECENT, (0, 0));
        }
        let key = key(cell);
        let place = key.wrapping_mul(SPREAD) >> (u64::BITS - RECENT.ilog2());
        let place = usize::try_from(place).unwrap_or_default();
        let Some(recent) = self.recent.get_mut(place) else { return };
        if recent.0 != key || (cell.len() > SHORT && self.texts.get(recent.1) != trimmed(cell)) {
            *recent = (key, self.texts.push(trimmed(cell)));
        }
        self.numbers.push(recent.1);
    }

    /// The column.
    pub(crate) fn finish(self) -> TextColumn {
        TextColumn { texts: self.texts, numbers: Arc::new(self.numbers) }
    }
}

/// Texts up to this many bytes are their own hash.
const SHORT: usize = 7;

/// 2^64 over the golden ratio, for multiplicative hashing (Knuth, The Art of Computer Programming 3, 6.4).
const SPREAD: u64 = 0x9e37_79b9_7f4a_7c15;

/// The bytes of a short text after a leading one, or the hash of a long text with its highest bit set; never zero.
pub(crate) fn key(text: &str) -> u64 {
    let packed = |bytes: &[u8]| bytes.iter().fold(1, |word, byte| word << 8 | u64::from(*byte));
    if text.len() <= SHORT {
        return packed(text.as_bytes());
    }
    let (words, rest) = text.as_bytes().as_chunks();
    let words = words.iter().map(|word| u64::from_le_bytes(*word)).chain([packed(rest)]);
    words.fold(0, |hash: u64, word| (hash.rotate_left(5) ^ word).wrapping_mul(SPREAD)) | 1 << 63
}

/// The text without surrounding whitespace, including no-break and full-width spaces.
pub(crate) fn trimmed(text: &str) -> &str {
    let is_blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    match text.as_bytes() {
        [first, .., last] | [first @ last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim_matches(is_blank),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_returned_unchanged() {
        let check = |cells: &[&str], parts: usize| {
            let parts = cells.chunks(cells.len().div_ceil(parts)).map(|part| part.iter().copied().collect());
            let column = TextColumn::stacked(parts.collect());
            let expected: Vec<&str> = cells.iter().map(|cell| cell.trim_matches([' ', '\u{3000}'])).collect();
            assert_eq!(column.iter().collect::<Vec<_>>(), expected);
            assert_eq!(column.get(cells.len()), "");
            let texts: Vec<&str> = column.texts().collect();
            assert!(column.numbers().iter().map(|number| texts[*number as usize]).eq(expected.iter().copied()));
            let mut headless = column.clone();
            headless.behead(1);
            assert!(headless.iter().eq(expected.iter().copied().skip(1)));
        };
        let many: Vec<String> = (0..1_000).map(|at| format!("{:>width$}", at % 300, width = at % 11)).collect();
        for parts in [1, 2, 7] {
            check(&["1", "", " 2", "2", "很好\u{3000}", "1", "很好", "", "0.1234567", "0.1234567 "], parts);
            check(&many.iter().map(String::as_str).collect::<Vec<_>>(), parts);
        }
    }

    #[test]
    fn repeated_texts_are_stored_once() {
        let cells = ["a", "非常同意", "a", "", "非常同意"].into_iter();
        let column = cells.collect::<TextColumnBuilder>().finish();
        assert_eq!(column.texts().collect::<Vec<_>>(), ["a", "非常同意", ""]);
    }
}
