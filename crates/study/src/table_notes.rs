//! Notes on the lines and cells of a table, made when it is read, for drafts and reports.

use crate::panel::PanelShape;

/// The layout of a table in its file, and what was done to its cells. Lines count from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TableNotes {
    /// The sheet that was read; `None` for files without sheets.
    pub sheet: Option<SheetFound>,
    /// The lines of the column names; empty for files whose columns have names of their own (SPSS, Parquet).
    pub header_lines: Vec<usize>,
    /// The lines with content that are neither column names nor rows, in the order of the file.
    pub passed_over: Vec<PassedOver>,
    /// Rows that are called like totals but whose numbers are not: they were kept as cases.
    pub kept_totals: Vec<KeptTotal>,
    /// The number of formulas whose saved values were read.
    pub formulas: usize,
    /// The cells that were not read as they are written, in the order of the columns.
    pub conversions: Vec<Conversion>,
    /// The units, periods and gaps of a panel.
    pub panel: Option<PanelShape>,
}

impl TableNotes {
    /// The notes in English, a sentence each, for log messages and drafts of study files; reports use their own language.
    ///
    /// Empty for a table with its names in the first line and nothing but rows below.
    pub fn sentences(&self) -> Vec<String> {
        let mut said = Vec::new();
        match &self.header_lines[..] {
            [] | [1] => {}
            [one] => said.push(format!("the column names are in line {one}")),
            several => {
                let lines: Vec<String> = several.iter().map(usize::to_string).collect();
                said.push(format!("the column names are in lines {}, joined by \" / \"", lines.join(", ")));
            }
        }
        said.extend(self.passed_over.iter().map(PassedOver::sentence));
        said.extend(self.kept_totals.iter().map(|KeptTotal { line, text }| {
            format!(
                "line {line} is called like a total ({text}), but its numbers are not those of one: it is read as a row"
            )
        }));
        if self.formulas > 0 {
            said.push(format!("the values that the file keeps for {} formulas are read", self.formulas));
        }
        said.extend(self.conversions.iter().map(Conversion::sentence));
        said.extend(self.panel.as_ref().map(PanelShape::sentence));
        said
    }
}

impl PanelShape {
    fn sentence(&self) -> String {
        let size = format!("{} units × {} periods", self.units, self.periods.len());
        let gaps: Vec<String> =
            self.gaps.iter().map(|gap| format!("{} ({})", gap.unit, gap.times.join(", "))).collect();
        if gaps.is_empty() { size } else { format!("{size}; not there: {}", gaps.join(", ")) }
    }
}

impl PassedOver {
    fn sentence(&self) -> String {
        let Self { first, last, why, text } = self;
        let lines = if first == last { format!("line {first}") } else { format!("lines {first} to {last}") };
        let what = match why {
            WhyPassedOver::AboveHeader => "above the column names",
            WhyPassedOver::Note => "a note",
            WhyPassedOver::Total => "a total of the other rows",
            WhyPassedOver::RepeatedHeader => "the column names again",
            WhyPassedOver::OutsideRows => "outside `rows`",
        };
        format!("passed over {lines}, {what}: {text}")
    }
}

impl Conversion {
    fn sentence(&self) -> String {
        let Self { column, kind, count, written, read } = self;
        let how = match kind {
            ConversionKind::Missing => {
                return format!("column {column}: {count} cells are missing by `missing`, such as {written}");
            }
            ConversionKind::PercentFormat => {
                return format!(
                    "column {column}: the file shows {count} numbers as percentages, such as {read} as {written}"
                );
            }
            ConversionKind::Merged => {
                return format!(
                    "column {column}: {count} blank cells belong to merged cells and have their text, such as {read} in {written}"
                );
            }
            ConversionKind::Signs => "full-width or typographic signs",
            ConversionKind::Percent => "percentages as shares of 1",
            ConversionKind::Thousands => "separators of thousands",
            ConversionKind::DecimalComma => "decimal commas",
            ConversionKind::ChineseUnit => "numbers with 万 or 亿",
            ConversionKind::Label => "codes as the labels of the file",
        };
        format!("column {column}: {count} cells were read from {how}, such as {written} as {read}")
    }
}

/// A sheet of a workbook.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SheetFound {
    /// Its place, from 1.
    pub number: usize,
    /// Its name.
    pub name: String,
}

/// Adjacent lines that were passed over for one reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PassedOver {
    /// The first line.
    pub first: usize,
    /// The last line.
    pub last: usize,
    /// The reason.
    pub why: WhyPassedOver,
    /// The first filled cell of the first line, shortened.
    pub text: String,
}

/// The reasons why a line is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhyPassedOver {
    /// It stands above the column names: a title, a unit.
    AboveHeader,
    /// It stands below the rows: a note, a source.
    Note,
    /// It is a total or an average of the other rows.
    Total,
    /// It repeats the column names.
    RepeatedHeader,
    /// It is outside the lines that the study names.
    OutsideRows,
}

impl WhyPassedOver {
    /// All reasons.
    pub const ALL: [Self; 5] = [Self::AboveHeader, Self::Note, Self::Total, Self::RepeatedHeader, Self::OutsideRows];

    /// The name in `results.json` and in the keys of messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::AboveHeader => "above_header",
            Self::Note => "note",
            Self::Total => "total",
            Self::RepeatedHeader => "repeated_header",
            Self::OutsideRows => "outside_rows",
        }
    }
}

/// A row that is called like a total and was kept as a case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptTotal {
    /// The line.
    pub line: usize,
    /// The cell that is called so.
    pub text: String,
}

/// Cells of a column that were converted in the same way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Conversion {
    /// The column.
    pub column: String,
    /// The conversion.
    pub kind: ConversionKind,
    /// The number of cells.
    pub count: usize,
    /// The first of the cells, as written.
    pub written: String,
    /// Its value, as read.
    pub read: String,
}

/// The kinds of conversions of a cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ConversionKind {
    /// The cell is declared missing by the study: `—`.
    Missing,
    /// Full-width or typographic digits and signs: `１２`, `−3`.
    Signs,
    /// A percent or per mille sign: `6.6%` is 0.066.
    Percent,
    /// A number that the workbook shows as a percentage; its value is unchanged.
    PercentFormat,
    /// Separators between groups of three digits: `70,000`.
    Thousands,
    /// A decimal comma: `0,5`.
    DecimalComma,
    /// A Chinese unit of numbers: `7万`.
    ChineseUnit,
    /// A code that the file gives a label, read as the label.
    Label,
    /// A blank cell that is merged with a text above it; written is the range of cells.
    Merged,
}

impl ConversionKind {
    /// All kinds.
    pub const ALL: [Self; 9] = [
        Self::Missing,
        Self::Signs,
        Self::Percent,
        Self::PercentFormat,
        Self::Thousands,
        Self::DecimalComma,
        Self::ChineseUnit,
        Self::Label,
        Self::Merged,
    ];

    /// The name in `results.json` and in the keys of messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Signs => "signs",
            Self::Percent => "percent",
            Self::PercentFormat => "percent_format",
            Self::Thousands => "thousands",
            Self::DecimalComma => "decimal_comma",
            Self::ChineseUnit => "chinese_unit",
            Self::Label => "label",
            Self::Merged => "merged",
        }
    }
}
