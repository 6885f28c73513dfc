//! Tables as printed in journals, independent of format: spanning heads, groups of rows, notes.

use equifinal_qca::findings::Findings;
use equifinal_study::config::Place;
use serde::Serialize;

use crate::listing::listed;
use crate::messages::Speaker;
use crate::width::display_width;

/// A table.
#[derive(Debug, Serialize)]
pub(crate) struct Table {
    /// The file name of its CSV without language and extension; also its anchor.
    pub(crate) id: String,
    /// "Table 3", given with the report.
    pub(crate) number: String,
    /// The signs between number and title; `None` if the title has a line of its own.
    pub(crate) separator: Option<String>,
    /// The title.
    pub(crate) title: String,
    /// True if number and title stand below the table.
    pub(crate) below: bool,
    /// Number of columns.
    pub(crate) width: usize,
    /// The rows of its head; the last one has a cell for every column.
    pub(crate) head: Vec<Vec<Cell>>,
    /// The rows, in groups.
    pub(crate) groups: Vec<Group>,
    /// The meaning of the table's signs.
    pub(crate) legend: Vec<Cell>,
    /// The notes below the table.
    pub(crate) notes: Vec<String>,
    /// The heading of the notes.
    pub(crate) notes_heading: String,
}

/// Rows that belong together.
#[derive(Debug, Default, Serialize)]
pub(crate) struct Group {
    /// The heading of the group.
    pub(crate) heading: Option<String>,
    /// True if a rule separates them from the rows above.
    pub(crate) ruled: bool,
    /// The rows; the first cell of each names it.
    pub(crate) rows: Vec<Vec<Cell>>,
}

/// The kind of content, which decides the typesetting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum CellKind {
    /// Words.
    Text,
    /// A number.
    Number,
    /// A set expression or a name of the study file.
    Code,
    /// A sign of the configuration chart.
    Symbol,
    /// Something short in the middle of its column.
    Centred,
    /// A name set vertically, because it is wider than its column.
    Tall,
}

/// A cell of a table.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Cell {
    /// The text.
    pub(crate) text: String,
    /// The kind of content.
    pub(crate) kind: CellKind,
    /// Number of columns spanned.
    pub(crate) span: usize,
    /// The full text, if `text` is shortened; used in files of tables.
    #[serde(skip)]
    pub(crate) full: Option<String>,
    /// A second line in small print: the code of a label.
    pub(crate) small: Option<String>,
    /// A sign after the text that a note explains.
    pub(crate) mark: Option<&'static str>,
    /// For symbols: the drawing, and the text for screen readers.
    pub(crate) symbol: Option<Symbol>,
    /// True if it is emphasised.
    pub(crate) strong: bool,
    /// The text in pieces, if some are paths that a page shows on demand.
    pub(crate) pieces: Vec<Piece>,
}

/// Part of the text of a cell.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Piece {
    /// The text.
    pub(crate) text: String,
    /// The number of the path that it names, from 1.
    pub(crate) path: Option<usize>,
}

/// The drawing and description of a sign of the chart.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct Symbol {
    /// The class that draws it: `core`, `sometimes`, `peripheral`.
    pub(crate) class: &'static str,
    /// The drawing: `full`, `crossed`, `half`, `struck`.
    pub(crate) shape: &'static str,
    /// The character used where sizes are not available.
    pub(crate) plain: &'static str,
    /// True if it is bold where sizes are not available.
    pub(crate) bold: bool,
    /// The meaning.
    pub(crate) name: String,
}

impl Cell {
    fn new(text: impl Into<String>, kind: CellKind) -> Self {
        Self {
            text: text.into(),
            kind,
            span: 1,
            full: None,
            small: None,
            mark: None,
            symbol: None,
            strong: false,
            pieces: Vec::new(),
        }
    }

    /// Words.
    pub(crate) fn text(text: impl Into<String>) -> Self {
        Self::new(text, CellKind::Text)
    }

    /// Names one after another: the first of many for reading, all of them in files.
    pub(crate) fn listing<S: AsRef<str>>(names: &[S], speaker: &Speaker) -> Self {
        Self { full: Some(speaker.list(names)), ..Self::text(listed(names, speaker)) }
    }

    /// The same of cases by their positions.
    pub(crate) fn cases(findings: &Findings, positions: &[usize], speaker: &Speaker) -> Self {
        let names: Vec<&String> = positions.iter().filter_map(|&case| findings.cases.get(case)).collect();
        Self::listing(&names, speaker)
    }

    /// A rounded number or a dash.
    pub(crate) fn number(text: impl ToString) -> Self {
        Self::new(text.to_string(), CellKind::Number)
    }

    /// An expression or a name of the study file.
    pub(crate) fn code(text: impl Into<String>) -> Self {
        Self::new(text, CellKind::Code)
    }

    /// A model from its terms: `A*B + C → Y`.
    pub(crate) fn formula(terms: Vec<Piece>, outcome: &str) -> Self {
        let joint = |text: String| Piece { text, path: None };
        let mut pieces: Vec<Piece> = Vec::with_capacity(2 * terms.len());
        for term in terms {
            if !pieces.is_empty() {
                pieces.push(joint(" + ".to_owned()));
            }
            pieces.push(term);
        }
        pieces.push(joint(format!(" → {outcome}")));
        let text: String = pieces.iter().map(|piece| piece.text.as_str()).collect();
        Self { pieces, ..Self::code(text) }
    }

    /// The cell as the name of a path.
    pub(crate) fn naming(self, path: Piece) -> Self {
        Self { pieces: vec![path], ..self }
    }

    /// Something short in the middle of its column.
    pub(crate) fn centred(text: impl ToString) -> Self {
        Self::new(text.to_string(), CellKind::Centred)
    }

    /// Names at the heads of narrow columns: vertical if one of them is wider than its column.
    pub(crate) fn heads(names: Vec<String>) -> Vec<Self> {
        let tall = names.iter().any(|name| display_width(name) > 8);
        let kind = if tall { CellKind::Tall } else { CellKind::Centred };
        names.into_iter().map(|name| Self::new(name, kind)).collect()
    }

    /// A sign of the chart.
    pub(crate) fn symbol(text: impl Into<String>, symbol: Symbol) -> Self {
        Self { symbol: Some(symbol), ..Self::new(text, CellKind::Symbol) }
    }

    /// Nothing.
    pub(crate) fn empty() -> Self {
        Self::text("")
    }

    /// The cell spanning this number of columns.
    pub(crate) fn over(self, span: usize) -> Self {
        Self { span, ..self }
    }

    /// The cell with a second line in small print, unless it would repeat the first.
    pub(crate) fn with_small(self, small: impl Into<String>) -> Self {
        let small = Some(small.into()).filter(|small| *small != self.text);
        Self { small, ..self }
    }

    /// The cell with a sign that a note explains.
    pub(crate) fn with_mark(self, mark: Option<&'static str>) -> Self {
        Self { mark, strong: self.strong || mark.is_some(), ..self }
    }
}

impl Group {
    /// Rows without a heading.
    pub(crate) fn of(rows: Vec<Vec<Cell>>) -> Self {
        Self { rows, ..Self::default() }
    }

    /// Rows below a rule.
    pub(crate) fn ruled(rows: Vec<Vec<Cell>>) -> Self {
        Self { rows, ruled: true, ..Self::default() }
    }
}

impl Table {
    /// A table without a legend.
    pub(crate) fn new(
        speaker: &Speaker,
        id: impl Into<String>,
        title: String,
        head: Vec<Vec<Cell>>,
        groups: Vec<Group>,
        notes: Vec<String>,
    ) -> Self {
        let width = head.first().map_or(0, |row| row.iter().map(|cell| cell.span).sum());
        Self {
            id: id.into(),
            number: String::new(),
            separator: None,
            title: speaker.capital(title),
            below: speaker.style().tables.place == Place::Below,
            width,
            head,
            groups,
            legend: Vec::new(),
            notes,
            notes_heading: speaker.say("notes"),
        }
    }

    /// The head as one row of names: spanning names precede column names.
    pub(crate) fn columns(&self) -> Vec<String> {
        let mut columns: Vec<String> = Vec::new();
        for row in &self.head {
            let spread = row.iter().flat_map(|cell| std::iter::repeat_n(cell, cell.span));
            for (at, cell) in spread.enumerate() {
                let words = cell.small.iter().fold(cell.text.clone(), |text, small| format!("{text} {small}"));
                match columns.get_mut(at) {
                    None => columns.push(words),
                    Some(above) if above.is_empty() => *above = words,
                    Some(above) => above.push_str(&format!(" · {words}")),
                }
            }
        }
        columns
    }

    /// The cells of a row, one per column: a spanning cell stands in the first.
    pub(crate) fn spread(row: &[Cell]) -> Vec<Cell> {
        let places = |cell: &Cell| {
            let blanks = std::iter::repeat_n(Cell::empty(), cell.span.saturating_sub(1));
            std::iter::once(Cell { span: 1, ..cell.clone() }).chain(blanks)
        };
        row.iter().flat_map(places).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_that_span_are_named_in_every_column() {
        let head = vec![
            vec![Cell::empty(), Cell::text("Y").over(2)],
            vec![Cell::text("X"), Cell::text("a"), Cell::text("b").with_small("c")],
        ];
        let speaker = Speaker::of("en").unwrap();
        let table = Table::new(speaker, "t", String::new(), head, Vec::new(), Vec::new());
        assert_eq!(table.columns(), ["X", "Y · a", "Y · b c"]);
        let spread = Table::spread(&[Cell::text("r"), Cell::number(1).over(2)]);
        let texts: Vec<&str> = spread.iter().map(|cell| cell.text.as_str()).collect();
        assert_eq!(texts, ["r", "1", ""]);
    }
}
