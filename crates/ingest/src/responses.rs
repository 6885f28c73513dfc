//! The typed table of the responses to an instrument.

use crate::personal::Personal;
use equifinal_study::config::Instrument;
use equifinal_study::responses::{ItemColumn, PlatformFacts, Responses};
use rayon::prelude::*;

use crate::answers::Reading;
use crate::cases::{check_ids, texts};
use crate::columns::Columns;
use crate::container;
use crate::dialect::{self, Layout, Role, normal};
use crate::error::{IngestError, IngestErrors};
use crate::grid::Grid;
use crate::limits::Limits;
use crate::moment::{Moment, duration};
use crate::nearest::nearest;

/// The study's description of a table of responses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source<'a> {
    /// The file, relative to `data/`, for messages; some platforms encode the export format in its name.
    pub file: &'a str,
    /// The column of the ids; by default the platform's own, or the number of the record.
    pub id: Option<&'a str>,
    /// The platform and export format (`wjx_text`); detected if `None`.
    pub format: Option<&'a str>,
}

/// Reads the export of a survey platform, or a plain table, of any kind of file.
///
/// The result holds only items of the codebook and no private data; without a codebook, ids and platform metadata.
///
/// # Errors
/// All mistakes in the file and all mismatches with the codebook at once: see [`IngestError`].
pub fn read_responses(
    source: &Source<'_>,
    bytes: &[u8],
    instrument: Option<&Instrument>,
    limits: Limits,
) -> Result<Responses, IngestErrors> {
    let alone = |error| IngestErrors::one(source.file, error);
    let (grid, mut errors) = container::read(bytes, limits).map_err(alone)?;
    let mut layout = dialect::layout(&grid, source.file, source.format).map_err(alone)?;
    let grid = grid.below(layout.header_records);
    if grid.height() == 0 && errors.is_empty() {
        errors.push(IngestError::NoCases);
    }
    let nothing = Instrument::default();
    let instrument = instrument.unwrap_or(&nothing);
    errors.extend(mark_private(&grid, &mut layout, instrument).err().unwrap_or_default());
    let items = items(&grid, &layout, instrument, &mut errors);
    let ids = ids(source, &grid, &layout, &mut errors);
    if !errors.is_empty() {
        return Err(IngestErrors { file: source.file.to_owned(), errors });
    }
    let named = (layout.format != dialect::PLAIN).then_some(layout.format);
    Ok(Responses {
        file: source.file.to_owned(),
        detected: grid.detected(named),
        ids,
        facts: facts(&grid, &layout),
        items,
        private_columns: layout.fields.iter().filter(|field| matches!(field.role, Role::Private(_))).count(),
        lines: grid.lines,
    })
}

/// Marks the columns that the codebook calls private; returns their indices.
///
/// # Errors
/// All invalid patterns; the other columns are marked all the same.
pub(crate) fn mark_private(
    grid: &Grid,
    layout: &mut Layout,
    instrument: &Instrument,
) -> Result<Vec<usize>, Vec<IngestError>> {
    let mut errors = Vec::new();
    let mut private = Vec::new();
    let columns = Columns::new(grid, layout);
    let items = instrument.items.iter().filter(|item| item.private).map(|item| &item.column);
    for column in instrument.private.iter().chain(items) {
        match columns.fitting(column) {
            Ok(places) => private.extend(places),
            Err(problem) => errors.push(IngestError::BadPattern { item: "private".to_owned(), problem }),
        }
    }
    for &place in &private {
        if let Some(field) = layout.fields.get_mut(place) {
            field.role = Role::Private(Personal::Declared);
        }
    }
    if errors.is_empty() { Ok(private) } else { Err(errors) }
}

fn items(grid: &Grid, layout: &Layout, instrument: &Instrument, errors: &mut Vec<IngestError>) -> Vec<ItemColumn> {
    let columns = Columns::new(grid, layout);
    let mut found = Vec::new();
    for item in &instrument.items {
        let scale = item.scale.as_ref().map(|name| (name, instrument.scales.get(name)));
        if let Some((name, None)) = scale {
            errors.push(IngestError::NoScale { item: item.name.clone(), scale: name.clone() });
        }
        match columns.of_item(item) {
            Ok(_) if item.private => {}
            Ok(places) => found.push((item, scale.and_then(|(_, scale)| scale), places)),
            Err(error) => errors.push(error),
        }
    }
    let read: Vec<_> = found
        .par_iter()
        .map(|(item, scale, places)| {
            let reading = Reading { grid, layout, instrument, item, scale: *scale, places };
            let (answers, errors) = reading.answers();
            let field = places.first().and_then(|place| layout.fields.get(*place));
            let question = field.map_or_else(String::new, |field| field.question.clone());
            (ItemColumn { name: item.name.clone(), question, answers }, errors)
        })
        .collect();
    let mut items = Vec::with_capacity(read.len());
    for (item, wrong) in read {
        items.push(item);
        errors.extend(wrong);
    }
    items
}

fn ids(source: &Source<'_>, grid: &Grid, layout: &Layout, errors: &mut Vec<IngestError>) -> Vec<String> {
    let by_role = || layout.fields.iter().position(|field| field.role == Role::Id);
    let place = match source.id {
        None => by_role(),
        Some(name) => {
            let wanted = normal(name);
            let mut headers = grid.header.iter().map(|header| normal(header));
            let place = headers.position(|header| header == wanted);
            let place = place.or_else(|| layout.fields.iter().position(|field| field.code == wanted));
            if place.is_none() {
                errors.push(IngestError::MissingColumn {
                    line: grid.header_line,
                    name: name.to_owned(),
                    nearest: nearest(name, grid.header.iter().map(String::as_str)).map(str::to_owned),
                    header: grid.header.clone(),
                });
                return Vec::new();
            }
            place
        }
    };
    let Some(place) = place else { return (1..=grid.height()).map(|record| record.to_string()).collect() };
    if let Some(Role::Private(kind)) = layout.fields.get(place).map(|field| field.role) {
        errors.push(IngestError::PrivateItem { item: "id".to_owned(), column: place + 1, kind });
        return Vec::new();
    }
    let ids = grid.columns.get(place).map(texts).unwrap_or_default();
    let header = grid.header.get(place).map_or("", String::as_str);
    check_ids(header, &ids, &grid.lines, errors);
    ids
}

fn facts(grid: &Grid, layout: &Layout) -> PlatformFacts {
    let place = |role: Role| layout.fields.iter().position(|field| field.role == role);
    let records = || 0..grid.height();
    let moments = |role: Role| -> Vec<Option<Moment>> {
        place(role).map_or_else(Vec::new, |place| {
            records().map(|record| Moment::read(grid.cell(record, place), layout.month_first)).collect()
        })
    };
    let (started, ended) = (moments(Role::Started), moments(Role::Ended));
    let seconds = match place(Role::Seconds) {
        Some(place) => records().map(|record| duration(grid.cell(record, place))).collect(),
        None => started.iter().zip(&ended).map(|(started, ended)| between((*started)?, (*ended)?)).collect(),
    };
    let written =
        |moments: Vec<Option<Moment>>| moments.into_iter().map(|moment| moment.map(Moment::written)).collect();
    PlatformFacts { seconds, finished: finished(grid, layout), started: written(started), ended: written(ended) }
}

fn between(started: Moment, ended: Moment) -> Option<f64> {
    ended.seconds_since(started).and_then(|seconds| i32::try_from(seconds).ok()).map(f64::from)
}

/// For each response, true if it is finished and real; `None` if the platform records neither.
fn finished(grid: &Grid, layout: &Layout) -> Vec<Option<bool>> {
    let place = |role: Role| layout.fields.iter().position(|field| field.role == role);
    let (finished, status) = (place(Role::Finished), place(Role::Status));
    if finished.is_none() && status.is_none() {
        return Vec::new();
    }
    let is_done = |cell: &str| !["", "0", "False", "FALSE", "false", "No", "否", "N/A"].contains(&cell);
    let is_real = |cell: &str| ["", "0", "IP Address", "IP 地址"].contains(&cell);
    (0..grid.height())
        .map(|record| {
            let done = finished.is_none_or(|place| is_done(grid.cell(record, place)));
            Some(done && status.is_none_or(|place| is_real(grid.cell(record, place))))
        })
        .collect()
}
