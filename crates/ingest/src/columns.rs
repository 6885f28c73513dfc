//! Resolves the columns that a codebook refers to.

use std::collections::BTreeMap;

use equifinal_study::config::{ColumnRef, Item, ItemKind};
use regex::RegexBuilder;

use crate::dialect::{Field, Layout, Role, normal};
use crate::error::IngestError;
use crate::grid::Grid;
use crate::nearest::nearest;

/// The headers of a file, by all names that a codebook may use.
pub(crate) struct Columns<'a> {
    headers: Vec<String>,
    layout: &'a Layout,
    /// The column indices of each header, question name and question text.
    by_header: BTreeMap<String, Vec<usize>>,
    by_code: BTreeMap<&'a str, Vec<usize>>,
    by_words: BTreeMap<String, Vec<usize>>,
    /// The column indices of each question with several columns.
    groups: BTreeMap<usize, Vec<usize>>,
}

/// Maximum size in bytes of a compiled pattern.
const PATTERN_BYTES: usize = 1 << 20;

impl<'a> Columns<'a> {
    /// The columns of a grid with its layout.
    pub(crate) fn new(grid: &Grid, layout: &'a Layout) -> Self {
        let headers: Vec<String> = grid.header.iter().map(|header| normal(header)).collect();
        let (mut by_header, mut by_code, mut by_words) = (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (place, (header, field)) in headers.iter().zip(&layout.fields).enumerate() {
            by_header.entry(header.clone()).or_insert_with(Vec::new).push(place);
            by_code.entry(field.code.as_str()).or_insert_with(Vec::new).push(place);
            by_words.entry(normal(&field.question)).or_insert_with(Vec::new).push(place);
            if let Some(group) = field.group {
                groups.entry(group).or_default().push(place);
            }
        }
        Self { headers, layout, by_header, by_code, by_words, groups }
    }

    /// The column indices of a question.
    pub(crate) fn group(&self, question: usize) -> &[usize] {
        self.groups.get(&question).map_or(&[], Vec::as_slice)
    }

    fn fields(&self) -> impl Iterator<Item = (usize, &'a Field, &str)> {
        let headers = self.headers.iter().map(String::as_str);
        self.layout.fields.iter().zip(headers).enumerate().map(|(place, (field, header))| (place, field, header))
    }

    /// The indices, from 0, of all matching columns; headers take precedence over question names, and those over texts.
    ///
    /// # Errors
    /// The problem with a pattern.
    pub(crate) fn fitting(&self, column: &ColumnRef) -> Result<Vec<usize>, String> {
        let places = |test: &dyn Fn(&Field, &str) -> bool| -> Vec<usize> {
            self.fields().filter(|(_, field, header)| test(field, header)).map(|(place, ..)| place).collect()
        };
        let first = |tests: [Vec<usize>; 3]| tests.into_iter().find(|places| !places.is_empty()).unwrap_or_default();
        Ok(match column {
            ColumnRef::Index(index) => (1..=self.headers.len()).filter(|at| at == index).map(|at| at - 1).collect(),
            ColumnRef::Header(name) => {
                let name = normal(name);
                let found = self.by_header.get(&name).or_else(|| self.by_code.get(name.as_str()));
                found.or_else(|| self.by_words.get(&name)).cloned().unwrap_or_default()
            }
            ColumnRef::Matches(pattern) => {
                let pattern =
                    RegexBuilder::new(pattern).size_limit(PATTERN_BYTES).build().map_err(|e| e.to_string())?;
                first([
                    places(&|_, header| pattern.is_match(header)),
                    places(&|field, _| pattern.is_match(&field.code)),
                    places(&|field, _| pattern.is_match(&field.question)),
                ])
            }
        })
    }

    /// The column indices of an item: one, or those of one question with a column per option.
    ///
    /// # Errors
    /// No match, too many matches, an invalid pattern, or private data.
    pub(crate) fn of_item(&self, item: &Item) -> Result<Vec<usize>, IngestError> {
        let name = || item.name.clone();
        let mut found =
            self.fitting(&item.column).map_err(|problem| IngestError::BadPattern { item: name(), problem })?;
        let takes_several = matches!(item.kind, ItemKind::Multiple { .. } | ItemKind::Ranking { .. });
        let group = |place: usize| self.layout.fields.get(place).and_then(|field| field.group);
        if takes_several
            && let Some(question) = found.first().and_then(|place| group(*place))
            && found.iter().all(|place| group(*place) == Some(question))
        {
            found = self.group(question).to_vec();
        } else if found.len() > 1 {
            let columns = found.iter().map(|place| format!("{} {}", place + 1, self.header(*place)));
            return Err(IngestError::ManyItemColumns {
                item: name(),
                wanted: described(&item.column),
                columns: columns.collect(),
            });
        }
        let Some(first) = found.first() else {
            let meant = match &item.column {
                ColumnRef::Header(name) => nearest(name, self.headers.iter().map(String::as_str)),
                _ => None,
            };
            let nearest = meant.map(str::to_owned);
            return Err(IngestError::NoItemColumn { item: name(), wanted: described(&item.column), nearest });
        };
        match self.layout.fields.get(*first).map(|field| field.role) {
            // Codes of a scale give nothing away.
            Some(Role::Private(kind)) if !item.private && item.scale.is_none() => {
                Err(IngestError::PrivateItem { item: name(), column: first + 1, kind })
            }
            _ => Ok(found),
        }
    }

    /// The reference to a column in a codebook: by header, or by index if it has none.
    pub(crate) fn named(&self, place: usize) -> ColumnRef {
        match self.header(place) {
            "" => ColumnRef::Index(place + 1),
            header => ColumnRef::Header(header.to_owned()),
        }
    }

    /// The header of a column.
    pub(crate) fn header(&self, place: usize) -> &str {
        self.headers.get(place).map_or("", String::as_str)
    }
}

fn described(column: &ColumnRef) -> String {
    match column {
        ColumnRef::Header(name) => format!("the header `{name}`"),
        ColumnRef::Index(index) => format!("the index {index}"),
        ColumnRef::Matches(pattern) => format!("the pattern `{pattern}`"),
    }
}
