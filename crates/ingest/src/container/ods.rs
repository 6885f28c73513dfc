//! Reads `.ods` by streaming cells; repetitions are counted before they are expanded.

use std::borrow::Cow;
use std::io::{BufRead, BufReader, Cursor, Read};

use equifinal_study::detected::FileKind;
use equifinal_study::table_notes::SheetFound;
use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};
use zip::ZipArchive;

use super::cell_text::number;
use super::foreign::unreadable;
use super::spreadsheet::{Sheet, check_place, note_formula, place, truth};
use crate::error::IngestError;
use crate::grid::{Filled, GridBuilder};
use crate::limits::Budget;

const CONTAINER: &str = "container-opendocument";

/// Maximum size in bytes of the list of a workbook's parts.
const MANIFEST: u64 = 1 << 20;

/// The names of the sheets.
pub(super) fn names(bytes: &[u8], budget: &Budget) -> Result<Vec<String>, IngestError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    let content = archive.by_name("content.xml").map_err(broken)?;
    let mut xml = Reader::from_reader(BufReader::new(content));
    let (mut names, mut buffer) = (Vec::new(), Vec::new());
    loop {
        buffer.clear();
        match xml.read_event_into(&mut buffer).map_err(broken)? {
            Event::Eof => return Ok(names),
            Event::Start(tag) | Event::Empty(tag) if tag.name().as_ref() == "table:table" => {
                names.push(name(&tag, budget)?);
            }
            _ => {}
        }
    }
}

fn name(tag: &BytesStart<'_>, budget: &Budget) -> Result<String, IngestError> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == "table:name");
    let Some(found) = found else { return Ok(String::new()) };
    let name = found.normalized_value(quick_xml::XmlVersion::default()).map_err(broken)?;
    budget.take(name.len().saturating_add(size_of::<String>()).saturating_mul(2))?;
    Ok(name.into_owned())
}

/// Reads the sheet at this place, from 0; encrypted files are refused.
pub(super) fn read(bytes: &[u8], at: usize, budget: &Budget) -> Result<Sheet, IngestError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(broken)?;
    if let Ok(manifest) = archive.by_name("META-INF/manifest.xml") {
        let mut text = Vec::new();
        manifest.take(MANIFEST).read_to_end(&mut text).map_err(broken)?;
        if memchr::memmem::find(&text, b"encryption-data").is_some() {
            return Err(IngestError::NotData { found: "found-encrypted-workbook" });
        }
    }
    let content = archive.by_name("content.xml").map_err(broken)?;
    let mut xml = Reader::from_reader(BufReader::new(content));
    xml.config_mut().expand_empty_elements = true;
    let grid = GridBuilder::new(budget);
    let mut table = Table { xml, budget, grid, errors: Vec::new(), row: 0, name: None, formulas: 0 };
    let sheets = table.read(at)?;
    let name = table.name.ok_or_else(|| unreadable(CONTAINER, "it has no sheet"))?;
    let mut grid = table.grid.finish(FileKind::OpenDocument(sheets))?;
    grid.found.sheet = Some(SheetFound { number: at.saturating_add(1), name });
    grid.found.formulas = table.formulas;
    Ok((grid, table.errors))
}

fn broken(error: impl ToString) -> IngestError {
    unreadable(CONTAINER, error)
}

/// A table under construction.
struct Table<'a, R: BufRead> {
    xml: Reader<R>,
    budget: &'a Budget,
    grid: GridBuilder<'a>,
    errors: Vec<IngestError>,
    /// The next row, from 0.
    row: u32,
    /// The name of the sheet, once it was reached.
    name: Option<String>,
    /// The number of formulas with a value.
    formulas: usize,
}

/// A filled cell, its first column and its number of repetitions.
struct Run {
    column: u32,
    repeats: u32,
    text: String,
    is_formula: bool,
}

impl<R: BufRead> Table<'_, R> {
    /// Reads the rows of the table at this place, from 0; returns the number of tables.
    fn read(&mut self, at: usize) -> Result<usize, IngestError> {
        let mut tables = 0;
        let mut is_open = false;
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match self.xml.read_event_into(&mut buffer).map_err(broken)? {
                Event::Eof => return Ok(tables),
                Event::Start(tag) if tag.name().as_ref() == "table:table" => {
                    is_open = tables == at;
                    if is_open {
                        self.name = Some(name(&tag, self.budget)?);
                    }
                    tables += 1;
                }
                Event::End(tag) if tag.name().as_ref() == "table:table" => is_open = false,
                Event::Start(tag) if is_open && tag.name().as_ref() == "table:table-row" => {
                    let repeats = repeated(&tag, "table:number-rows-repeated")?;
                    self.row(repeats)?;
                }
                _ => {}
            }
        }
    }

    /// Reads a row to its end, and repeats it as often as declared.
    fn row(&mut self, repeats: u32) -> Result<(), IngestError> {
        let mut runs = Vec::new();
        let mut column = 0_u32;
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            match self.xml.read_event_into(&mut buffer).map_err(broken)? {
                Event::Eof => return Err(broken("a row is cut off")),
                Event::End(tag) if tag.name().as_ref() == "table:table-row" => break,
                Event::Start(tag) if is_cell(tag.name().as_ref()) => {
                    let run = self.cell(&tag, column)?;
                    column = column.saturating_add(run.repeats);
                    if !run.text.is_empty() || run.is_formula {
                        check_place(self.row, column.saturating_sub(1))?;
                        runs.push(run);
                    }
                }
                _ => {}
            }
        }
        let next = self.row.saturating_add(repeats);
        if !runs.is_empty() {
            check_place(next.saturating_sub(1), column.saturating_sub(1).min(last(&runs)))?;
            let cells = runs.iter().flat_map(|run| {
                (0..run.repeats).map(|at| (place(run.column.saturating_add(at)), Cow::Borrowed(run.text.as_str())))
            });
            let record: Vec<Filled<'_>> = cells.collect();
            for row in self.row..next {
                self.formulas(row, &runs)?;
                self.grid.record(place(row).saturating_add(1), &record)?;
            }
        }
        self.row = next;
        Ok(())
    }

    /// Records the formulas of a row.
    fn formulas(&mut self, row: u32, runs: &[Run]) -> Result<(), IngestError> {
        for run in runs.iter().filter(|run| run.is_formula) {
            if !run.text.is_empty() {
                self.formulas = self.formulas.saturating_add(place(run.repeats));
                continue;
            }
            for at in 0..run.repeats {
                note_formula(&mut self.errors, (row, run.column.saturating_add(at)), self.budget)?;
            }
        }
        Ok(())
    }

    /// Reads a cell to its end. Its value is an attribute or, for text, its content; ODF 1.2, 19.385.
    fn cell(&mut self, tag: &BytesStart<'_>, column: u32) -> Result<Run, IngestError> {
        let repeats = repeated(tag, "table:number-columns-repeated")?;
        let (mut value, mut is_text, mut is_error, mut is_formula) = (None, false, false, false);
        for attribute in tag.attributes().flatten() {
            let found = || attribute.normalized_value(quick_xml::XmlVersion::default()).map_err(broken);
            match attribute.key.as_ref() {
                "office:value-type" => is_text = &*attribute.value == "string",
                "calcext:value-type" => is_error = &*attribute.value == "error",
                "table:formula" => is_formula = !attribute.value.is_empty(),
                _ if value.is_some() => {}
                "office:value" => {
                    let parsed = attribute.value.trim().parse::<f64>();
                    value = Some(number(parsed.map_err(|_| broken("a number cannot be read"))?));
                }
                "office:boolean-value" => value = Some(truth(attribute.value.eq_ignore_ascii_case("true")).to_owned()),
                "office:date-value" | "office:time-value" | "office:string-value" => {
                    value = Some(found()?.into_owned())
                }
                _ => {}
            }
        }
        let own = value.as_ref().map_or(0, String::len);
        self.budget.take(own)?;
        let inside = self.inside()?;
        let is_inside = (value.is_none() && is_text) || (is_error && own == 0);
        let text = if is_inside { inside } else { value.unwrap_or_default() };
        Ok(Run { column, repeats, text, is_formula })
    }

    /// Reads the content of a cell to its end: paragraphs, without comments.
    fn inside(&mut self) -> Result<String, IngestError> {
        let mut text = String::new();
        let (mut depth, mut comment, mut paragraphs) = (1_usize, None, 0_usize);
        let mut buffer = Vec::new();
        loop {
            buffer.clear();
            let event = self.xml.read_event_into(&mut buffer).map_err(broken)?;
            match event {
                Event::Eof => return Err(broken("a cell is cut off")),
                Event::Start(tag) => {
                    depth += 1;
                    let name = tag.name();
                    if name.as_ref() == "office:annotation" && comment.is_none() {
                        comment = Some(depth);
                    }
                    let (sign, count) = match name.as_ref() {
                        "text:p" => {
                            paragraphs += usize::from(comment.is_none());
                            ("\n", u32::from(paragraphs > 1))
                        }
                        "text:s" => (" ", repeated(&tag, "text:c")?),
                        "text:tab" => ("\t", 1),
                        "text:line-break" => ("\n", 1),
                        _ => continue,
                    };
                    if comment.is_none() {
                        self.budget.take_each(place(count), 2)?;
                        text.push_str(&sign.repeat(place(count)));
                    }
                }
                Event::End(_) => {
                    comment = comment.filter(|comment| *comment != depth);
                    depth -= 1;
                    if depth == 0 {
                        return Ok(text);
                    }
                }
                Event::Text(piece) if comment.is_none() && paragraphs > 0 => {
                    self.budget.take(piece.len())?;
                    text.push_str(&piece.xml10_content());
                }
                Event::CData(piece) if comment.is_none() && paragraphs > 0 => {
                    self.budget.take(piece.len())?;
                    text.push_str(&piece.xml10_content());
                }
                Event::GeneralRef(entity) if comment.is_none() && paragraphs > 0 => {
                    self.budget.take(4)?;
                    text.push_str(&resolved(&entity)?);
                }
                _ => {}
            }
        }
    }
}

/// The last column of runs.
fn last(runs: &[Run]) -> u32 {
    runs.last().map_or(0, |run| run.column.saturating_add(run.repeats).saturating_sub(1))
}

fn is_cell(name: &str) -> bool {
    ["table:table-cell", "table:covered-table-cell"].contains(&name)
}

/// The character of an entity.
fn resolved(entity: &BytesRef<'_>) -> Result<Cow<'static, str>, IngestError> {
    if let Some(sign) = quick_xml::escape::resolve_predefined_entity(entity) {
        return Ok(Cow::Borrowed(sign));
    }
    let sign = entity.resolve_char_ref().map_err(broken)?;
    sign.map(|sign| Cow::Owned(sign.to_string())).ok_or_else(|| broken(format!("there is no sign &{};", &**entity)))
}

/// The number of repetitions.
fn repeated(tag: &BytesStart<'_>, name: &str) -> Result<u32, IngestError> {
    let found = tag.attributes().flatten().find(|attribute| attribute.key.as_ref() == name);
    let Some(found) = found else { return Ok(1) };
    let count = found.value.trim().parse::<u64>().map_err(|_| broken("a repetition cannot be read"))?;
    Ok(u32::try_from(count).unwrap_or(u32::MAX).max(1))
}
