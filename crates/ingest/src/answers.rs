//! Turns text cells into answers: codes, texts, choices and rankings, or the reason why there is none.

use std::collections::BTreeSet;
use std::sync::Arc;

use equifinal_study::config::{Instrument, Item, ItemKind, Scale};
use equifinal_study::responses::{Absent, Answers, ItemAnswers};

use crate::dialect::{Layout, normal};
use crate::error::{IngestError, KEPT};
use crate::gap::{self, Gap};
use crate::grid::Grid;
use crate::moment::Moment;
use crate::number::finite;
use crate::redcap_form;
use crate::text_column::trimmed;
use crate::variable_notes::VariableNotes;
use crate::wording::kept;

/// The inputs for reading the answers to one item.
pub(crate) struct Reading<'a> {
    pub(crate) grid: &'a Grid,
    pub(crate) layout: &'a Layout,
    pub(crate) instrument: &'a Instrument,
    pub(crate) item: &'a Item,
    pub(crate) scale: Option<&'a Scale>,
    /// The item's columns, counted from 0; several if each column is an option.
    pub(crate) places: &'a [usize],
}

impl Reading<'_> {
    /// The answers, and an error for every invalid cell.
    pub(crate) fn answers(&self) -> (ItemAnswers, Vec<IngestError>) {
        let mut errors = Vec::new();
        let place = self.places.first().copied().unwrap_or_default();
        let answers = match &self.item.kind {
            ItemKind::Scale | ItemKind::Number => ItemAnswers::Codes(self.codes(place, &mut errors)),
            ItemKind::Single if self.scale.is_some() => ItemAnswers::Codes(self.codes(place, &mut errors)),
            ItemKind::Single => ItemAnswers::Texts(self.each(place, &mut errors, |cell| Ok(self.label(place, cell)))),
            ItemKind::Text => ItemAnswers::Texts(self.each(place, &mut errors, |cell| Ok(cell.to_owned()))),
            ItemKind::Date => ItemAnswers::Texts(self.each(place, &mut errors, |cell| {
                let moment = Moment::read(cell, self.layout.month_first).ok_or(Misfit::Date)?;
                Ok(moment.written())
            })),
            ItemKind::Multiple { .. } if self.is_split() => ItemAnswers::Choices(self.marks()),
            ItemKind::Multiple { separator } => {
                let separator = separator.as_deref().unwrap_or(self.layout.separator);
                ItemAnswers::Choices(self.each(place, &mut errors, |cell| Ok(self.options(cell, separator).collect())))
            }
            ItemKind::Ranking { .. } if self.is_split() => ItemAnswers::Rankings(self.ranks(&mut errors)),
            ItemKind::Ranking { separator } => {
                let separator = separator.as_deref().unwrap_or(self.layout.ranking);
                ItemAnswers::Rankings(self.each(place, &mut errors, |cell| Ok(self.options(cell, separator).collect())))
            }
        };
        (answers, errors)
    }

    /// True if each option has a column of its own.
    fn is_split(&self) -> bool {
        self.places.iter().any(|place| self.layout.fields.get(*place).is_some_and(|field| field.option.is_some()))
    }

    fn notes(&self, place: usize) -> Option<&VariableNotes> {
        self.grid.notes.get(place)
    }

    /// The reason why a cell holds no answer; `None` if it holds one. The codebook takes precedence over the platform.
    fn absent(&self, place: usize, cell: &str) -> Option<Absent> {
        let (codebook, layout) = (self.instrument, self.layout);
        let among = |cells: &[&str]| cells.contains(&cell);
        let declared = |cells: &[String]| cells.iter().any(|other| other == cell);
        if declared(&codebook.skipped) {
            Some(Absent::Skipped)
        } else if declared(&codebook.missing) || cell.is_empty() {
            Some(Absent::Missing)
        } else if among(layout.skipped) {
            Some(Absent::Skipped)
        } else if among(layout.missing) {
            Some(Absent::Missing)
        } else {
            let gap = gap::of(self.notes(place), cell)?;
            (!matches!(gap, Gap::Labelled(label) if self.is_on_scale(label, cell))).then(|| gap.absent())
        }
    }

    /// True if the codebook's scale contains this label of the file, or its code.
    fn is_on_scale(&self, label: &str, cell: &str) -> bool {
        let mut codes = self.scale.into_iter().flat_map(|scale| &scale.codes);
        codes.any(|(own, code)| normal(own) == normal(label) || own == cell || finite(cell) == Some(*code))
    }

    /// Reads the cells of a column, each distinct text once.
    fn each<T>(
        &self,
        place: usize,
        errors: &mut Vec<IngestError>,
        read: impl Fn(&str) -> Result<T, Misfit>,
    ) -> Answers<T> {
        let Some(column) = self.grid.columns.get(place) else { return Answers::default() };
        let meaning =
            |cell: &str| self.absent(place, cell).map_or_else(|| read(cell).map(Ok), |absent| Ok(Err(absent)));
        let meanings: Vec<Result<Result<T, Absent>, Misfit>> = column.texts().map(meaning).collect();
        if meanings.iter().any(Result::is_err) {
            let most = errors.len().saturating_add(KEPT);
            for (record, text) in column.numbers().iter().enumerate() {
                let meaning = usize::try_from(*text).ok().and_then(|text| meanings.get(text));
                if let Some(Err(misfit)) = meaning
                    && errors.len() < most
                {
                    errors.push(self.misfit(misfit, record, place, column.get(record)));
                }
            }
        }
        let answers = meanings.into_iter().map(|meaning| meaning.unwrap_or(Err(Absent::Missing)));
        Answers::repeated(answers.collect(), Arc::clone(column.numbers()))
    }

    fn misfit(&self, misfit: &Misfit, record: usize, place: usize, cell: &str) -> IngestError {
        let line = self.grid.lines.get(record).copied().unwrap_or_default();
        let (item, value) = (self.item.name.clone(), kept(cell));
        match misfit {
            Misfit::Date => IngestError::NotADate { line, item, value },
            Misfit::Number => {
                let column = self.grid.header.get(place).map_or_else(String::new, |header| kept(header));
                IngestError::NotANumber { line, column, case: String::new(), value }
            }
            Misfit::Label => {
                let labels = self.scale.into_iter().flat_map(|scale| &scale.codes).map(|(label, _)| label.clone());
                IngestError::UnknownLabel { line, item, value, known: labels.collect() }
            }
        }
    }

    fn codes(&self, place: usize, errors: &mut Vec<IngestError>) -> Answers<f64> {
        let labels: Vec<(String, f64)> = self
            .scale
            .into_iter()
            .flat_map(|scale| &scale.codes)
            .map(|(label, code)| (normal(label), *code + 0.0))
            .collect();
        self.each(place, errors, |cell| {
            if self.scale.is_none() {
                return finite(cell).ok_or(Misfit::Number);
            }
            let coded = |text: &str| {
                let text = normal(text);
                labels.iter().find(|(label, _)| *label == text).map(|(_, code)| *code)
            };
            let noted = || self.note(place, cell).and_then(coded);
            let number = || finite(cell).filter(|number| labels.iter().any(|(_, code)| code.total_cmp(number).is_eq()));
            let without_letter = || coded(unlettered(cell));
            coded(cell).or_else(noted).or_else(number).or_else(without_letter).ok_or(Misfit::Label)
        })
    }

    /// The file's label for a code.
    fn note(&self, place: usize, cell: &str) -> Option<&str> {
        self.notes(place)?.label_of(cell)
    }

    fn label(&self, place: usize, cell: &str) -> String {
        self.note(place, cell).map_or_else(|| without_words(cell), str::to_owned)
    }

    /// The options in one cell. If the scale's labels are known, a label may contain the separator.
    fn options(&self, cell: &str, separator: &str) -> impl Iterator<Item = String> {
        let mut found = Vec::new();
        let mut rest = cell;
        while !rest.is_empty() {
            let labels = self.scale.into_iter().flat_map(|scale| &scale.codes).map(|(label, _)| label.as_str());
            let is_whole = |label: &&str| {
                rest.strip_prefix(*label).is_some_and(|after| after.is_empty() || after.starts_with(separator))
            };
            let end = match labels.filter(is_whole).max_by_key(|label| label.len()) {
                Some(label) => label.len(),
                None if separator.is_empty() => rest.len(),
                None => rest.find(separator).unwrap_or(rest.len()),
            };
            found.push(rest.get(..end).unwrap_or(rest));
            let after = rest.get(end..).unwrap_or_default();
            rest = after.strip_prefix(separator).unwrap_or(after);
        }
        let options =
            found.into_iter().map(|option| without_words(trimmed(option))).filter(|option| !option.is_empty());
        options.collect::<Vec<_>>().into_iter()
    }

    /// The options marked in separate columns.
    fn marks(&self) -> Answers<BTreeSet<String>> {
        let opened = redcap_form::opened(self.grid, self.layout, self.places);
        let marked = |record: usize| {
            let (mut chosen, mut is_put, mut is_skipped) = (BTreeSet::new(), false, false);
            for &place in self.places {
                let Some(field) = self.layout.fields.get(place) else { continue };
                let Some(option) = &field.option else { continue };
                let cell = self.grid.cell(record, place);
                match self.absent(place, cell) {
                    Some(Absent::Skipped) => is_skipped = true,
                    Some(Absent::Missing) => {}
                    None => {
                        is_put = true;
                        if !UNMARKED.contains(&cell) {
                            chosen.insert(option.clone());
                        }
                    }
                }
            }
            let is_unopened =
                chosen.is_empty() && opened.is_some_and(|place| redcap_form::is_unopened(self.grid, record, place));
            // Where an unmarked column is left blank, one marked column shows that the question was put.
            match (is_put && !is_unopened, is_skipped) {
                (true, _) => Ok(chosen),
                (false, true) => Err(Absent::Skipped),
                (false, false) => Err(Absent::Missing),
            }
        };
        (0..self.grid.height()).map(marked).collect()
    }

    /// The options ordered by the ranks in separate columns.
    fn ranks(&self, errors: &mut Vec<IngestError>) -> Answers<Vec<String>> {
        let ranked = |record: usize| {
            let mut ranked: Vec<(f64, String)> = Vec::new();
            let mut is_skipped = false;
            for &place in self.places {
                let Some(option) = self.layout.fields.get(place).and_then(|field| field.option.clone()) else {
                    continue;
                };
                let cell = self.grid.cell(record, place);
                match (self.absent(place, cell), finite(cell)) {
                    (Some(absent), _) => is_skipped |= absent == Absent::Skipped,
                    (None, Some(rank)) if rank > 0.0 => ranked.push((rank, option)),
                    (None, Some(_)) => {}
                    (None, None) if errors.len() < KEPT => {
                        errors.push(self.misfit(&Misfit::Number, record, place, cell));
                    }
                    (None, None) => {}
                }
            }
            ranked.sort_by(|a, b| a.0.total_cmp(&b.0));
            match (ranked.is_empty(), is_skipped) {
                (false, _) => Ok(ranked.into_iter().map(|(_, option)| option).collect()),
                (true, true) => Err(Absent::Skipped),
                (true, false) => Err(Absent::Missing),
            }
        };
        (0..self.grid.height()).map(ranked).collect()
    }
}

/// The reasons why a cell is not a valid answer.
enum Misfit {
    Label,
    Number,
    Date,
}

/// Cells that mean "option not chosen".
const UNMARKED: [&str; 14] =
    ["0", "0.0", "N", "n", "No", "NO", "no", "False", "FALSE", "false", "Unchecked", "unchecked", "否", "未选中"];

/// A label without the respondent's own text: `其他〖…〗`. That free text is discarded.
fn without_words(label: &str) -> String {
    label.split('〖').next().map_or_else(String::new, |label| trimmed(label).to_owned())
}

/// A label without its leading letter: `A. 男`, `B、女`; unchanged if it has none.
pub(crate) fn unlettered(cell: &str) -> &str {
    let rest = cell.strip_prefix(|c: char| c.is_ascii_uppercase());
    rest.and_then(|rest| rest.strip_prefix(['.', '、', '．'])).map_or(cell, trimmed)
}
