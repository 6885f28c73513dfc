//! Descriptions of the items of a construct.

use equifinal_study::config::{ConstructSpec, Instrument};
use equifinal_study::responses::Responses;
use equifinal_study::scores::Scores;

use super::averaged::{Averaged, averaged};
use super::validity::complete;
use crate::alpha::{ItemTotal, split_half, totals};
use crate::descriptives::{Description, describe};
use crate::items::Items;
use crate::sheet::Sheet;

/// A construct and its items, described.
#[derive(Debug, Clone, PartialEq)]
pub struct Scale {
    /// The scores of the kept responses; `None` if nobody has one.
    pub scores: Option<Description>,
    /// Split-half reliability, odd against even items, at most 1; `None` for a single item, or halves without a common
    /// variance.
    pub split_half: Option<f64>,
    /// The items in their order.
    pub items: Vec<ScaleItem>,
    /// The cases over whose respondents scores are averaged; `None` if each respondent is a case.
    pub averaged: Option<Averaged>,
}

/// An item of a construct, with reversed answers recoded.
#[derive(Debug, Clone, PartialEq)]
pub struct ScaleItem {
    /// The name in the codebook.
    pub name: String,
    /// The question as the file words it.
    pub question: String,
    /// True if answers were reverse-coded.
    pub reversed: bool,
    /// The answers of the kept responses; `None` if nobody answered.
    pub answers: Option<Description>,
    /// Item-total statistics, over responses that answer the whole construct.
    pub total: Option<ItemTotal>,
}

/// Describes the construct of `spec`, with items at `places` of `sheet`.
pub(super) fn scale(
    (responses, instrument): (&Responses, &Instrument),
    sheet: &Sheet,
    kept: &[bool],
    places: &[usize],
    (spec, scores): (&ConstructSpec, &Scores),
) -> Scale {
    let items = Items::complete(complete(sheet, kept, places)).ok();
    let totals = items.as_ref().and_then(|items| totals(items).ok()).unwrap_or_default();
    let item = |(at, name): (usize, &String)| {
        let coded = sheet.item(name);
        let answers = coded.map_or_else(Vec::new, |coded| {
            let kept = (0..kept.len()).filter(|place| kept.get(*place) == Some(&true));
            kept.filter_map(|place| coded.keyed(place).ok()).collect::<Vec<f64>>()
        });
        ScaleItem {
            name: name.clone(),
            question: responses.item(name).map_or_else(String::new, |item| item.question.clone()),
            reversed: coded.is_some_and(|coded| coded.reversed),
            answers: describe(&answers),
            total: totals.get(at).copied(),
        }
    };
    Scale {
        scores: describe(&scores.values.iter().filter_map(|value| value.ok()).collect::<Vec<f64>>()),
        split_half: items.as_ref().and_then(|items| split_half(items).ok().flatten()),
        items: spec.construct.items.iter().enumerate().map(item).collect(),
        averaged: averaged((responses, instrument), sheet, kept, places, (spec, scores)),
    }
}
