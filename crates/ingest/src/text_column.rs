//! The cells of a column. A survey has few different answers to a question, so a text that comes again is kept once.

/// How many of the texts met before are looked at for the next cell.
const RECENT: usize = 256;

/// The cells of a column, without the blanks around them.
#[derive(Debug, Clone, Default)]
pub(crate) struct TextColumn {
    /// The different texts, one behind the other; one that was out of sight when it came again stands there twice.
    texts: String,
    /// Where each text ends.
    ends: Vec<usize>,
    /// The number of the text in each record.
    numbers: Vec<u32>,
    /// The number, plus one, of the text that was met last among those that share a place here; zero for none.
    recent: Vec<u32>,
}

impl TextColumn {
    /// The cells of several columns, one below the other.
    pub(crate) fn stacked(parts: Vec<Self>) -> Self {
        let mut whole = Self::default();
        whole.numbers.reserve_exact(parts.iter().map(Self::len).sum());
        for part in parts {
            let (bytes, texts) = (whole.texts.len(), number(whole.ends.len()));
            whole.texts.push_str(&part.texts);
            whole.ends.extend(part.ends.iter().map(|end| end + bytes));
            whole.numbers.extend(part.numbers.iter().map(|number| number + texts));
        }
        whole
    }

    /// Adds the cell of the next record.
    pub(crate) fn push(&mut self, cell: &str) {
        let cell = trimmed(cell);
        self.recent.resize(RECENT, 0);
        let hash = cell.bytes().fold(0_usize, |hash, byte| (hash ^ usize::from(byte)).wrapping_mul(0x0100_0193));
        let place = (hash >> 24) % RECENT;
        let met = self.recent.get(place).copied().and_then(|number| number.checked_sub(1));
        if let Some(met) = met.filter(|met| self.text(*met) == cell) {
            self.numbers.push(met);
            return;
        }
        let met = number(self.ends.len());
        self.texts.push_str(cell);
        self.ends.push(self.texts.len());
        self.numbers.push(met);
        if let Some(recent) = self.recent.get_mut(place) {
            *recent = met + 1;
        }
    }

    /// The cell of this record, counted from 0; empty where there is none.
    pub(crate) fn get(&self, record: usize) -> &str {
        self.numbers.get(record).map_or("", |number| self.text(*number))
    }

    /// How many cells there are.
    pub(crate) fn len(&self) -> usize {
        self.numbers.len()
    }

    /// The cells, in the order of the records.
    pub(crate) fn iter(&self) -> impl Iterator<Item = &str> {
        self.numbers.iter().map(|number| self.text(*number))
    }

    /// Each text, by number; no record need hold it any more.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        (0..number(self.ends.len())).map(|number| self.text(number))
    }

    /// The number of the text in each record.
    pub(crate) fn numbers(&self) -> impl Iterator<Item = usize> {
        self.numbers.iter().copied().map(index)
    }

    /// Takes the first cells away.
    pub(crate) fn behead(&mut self, records: usize) {
        self.numbers.drain(..records.min(self.numbers.len()));
    }

    fn text(&self, number: u32) -> &str {
        let at = index(number);
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or_default();
        self.ends.get(at).and_then(|end| self.texts.get(start..*end)).unwrap_or_default()
    }
}

impl<'a> FromIterator<&'a str> for TextColumn {
    fn from_iter<I: IntoIterator<Item = &'a str>>(cells: I) -> Self {
        let mut column = Self::default();
        cells.into_iter().for_each(|cell| column.push(cell));
        column
    }
}

/// A count of texts, which is at most that of the cells that are read from a file at all.
fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

fn index(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}

/// The text without blanks around it, no-break and full-width spaces included.
pub(crate) fn trimmed(cell: &str) -> &str {
    let is_blank = |c: char| c.is_whitespace() || c == '\u{feff}';
    match cell.as_bytes() {
        [first, .., last] | [first @ last] if first.is_ascii_graphic() && last.is_ascii_graphic() => cell,
        _ => cell.trim_matches(is_blank),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_are_found_as_they_came() {
        let many: Vec<String> = (0..1_000).map(|at| format!("{}", at % 300)).collect();
        let check = |cells: &[&str], parts: usize| {
            let parts = cells.chunks(cells.len().div_ceil(parts)).map(|part| part.iter().copied().collect());
            let stacked = TextColumn::stacked(parts.collect());
            let expected: Vec<&str> = cells.iter().map(|cell| cell.trim_matches([' ', '\u{3000}'])).collect();
            assert_eq!(stacked.iter().collect::<Vec<_>>(), expected);
            assert_eq!(stacked.get(cells.len()), "");
            let texts: Vec<&str> = stacked.texts().collect();
            let numbered = stacked.numbers().map(|number| texts[number]);
            assert!(numbered.eq(expected.iter().copied()));
            let mut headless = stacked.clone();
            headless.behead(1);
            assert!(headless.iter().eq(expected.iter().copied().skip(1)));
        };
        for parts in [1, 2, 7] {
            check(&["1", "", " 2", "2", "很好\u{3000}", "1", "很好", ""], parts);
            check(&many.iter().map(String::as_str).collect::<Vec<_>>(), parts);
        }
    }

    #[test]
    fn a_text_that_comes_again_is_kept_once() {
        let column: TextColumn = ["a", "b", "a", "", "b "].into_iter().collect();
        assert_eq!(column.texts().collect::<Vec<_>>(), ["a", "b", ""]);
    }
}
