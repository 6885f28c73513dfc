//! Infers a codebook from the cells of an export.

use std::collections::{BTreeMap, BTreeSet};

use equifinal_study::config::{ColumnRef, Instrument, Item, ItemKind, Scale};

use super::draft::{Codebook, LeftOut, Origin, kind_of, scale_of};
use super::given::{OPTIONS, given};
use super::ratings::Ratings;
use crate::answers::unlettered;
use crate::columns::Columns;
use crate::dialect::{Field, Layout, PLAIN, Role, normal};
use crate::gap;
use crate::grid::Grid;
use crate::moment::Moment;
use crate::number::finite;
use crate::privacy;
use crate::responses::mark_private;

/// The items of `form` for the columns that it knows, and one inferred item per remaining question. Private columns,
/// platform columns and free text are left out.
pub(super) fn read(grid: &Grid, mut layout: Layout, form: Codebook) -> Codebook {
    let private = private(&form, &Columns::new(grid, &layout));
    let own = Instrument { private, ..Instrument::default() };
    // What the form names private is no answer, whatever its cells look like; headers, unlike patterns, cannot be wrong.
    let dropped: BTreeSet<usize> = mark_private(grid, &mut layout, &own).unwrap_or_default().into_iter().collect();
    let layout = &layout;
    let platform = (layout.format != PLAIN).then_some(layout.format);
    let mut codebook = Codebook::new(&grid.detected(platform).to_string());
    codebook.origin = Origin::Responses {
        format: platform,
        labelled: grid.notes.iter().any(|notes| !notes.values.is_empty()),
        count: grid.height(),
    };
    let cells = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
    codebook.instrument.private = own.private;
    codebook.unanswered = unanswered(grid);
    codebook.instrument.missing = cells(layout.missing);
    codebook.instrument.skipped = cells(layout.skipped);
    let columns = Columns::new(grid, layout);
    let mut known: Vec<Option<Known>> = known(form, &columns).into_iter().map(Some).collect();
    let known_at = places(&known);
    let several = multiple(grid, layout);
    let ratings = Ratings::of(grid, layout);
    for (place, field) in layout.fields.iter().enumerate() {
        let is_several = field.option.is_some() && field.group.is_some_and(|group| several.contains(&group));
        let is_continued = is_several && field.group.is_some_and(|first| first != place);
        if let Role::Private(kind) = field.role
            && !dropped.contains(&place)
        {
            codebook.left_out.push(LeftOut { column: columns.named(place), private: Some(kind) });
        }
        if field.role != Role::Answer || is_continued {
            continue;
        }
        let of_form = known_at.get(&place).and_then(|at| known.get_mut(*at)).and_then(Option::take);
        if let Some((_, item, scale, question)) = of_form {
            codebook.add(&item.name, item.column, item.kind, scale, &question);
        } else {
            let kind = if is_several {
                Some((ItemKind::Multiple { separator: None }, None, true))
            } else {
                kind(grid, layout, place, &ratings)
            };
            guess(grid, &columns, (place, field, is_several), kind, &mut codebook);
        }
    }
    codebook.id = numbering(grid, layout).map(|place| columns.header(place).to_owned());
    codebook.left_out.retain(
        |left_out| !matches!(&left_out.column, ColumnRef::Header(header) if codebook.id.as_ref() == Some(header)),
    );
    shared_scales(&mut codebook);
    contrary(grid, layout, &columns, &mut codebook);
    codebook
}

/// The labels of codes that mean "no answer", in the order of the columns.
fn unanswered(grid: &Grid) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    for notes in &grid.notes {
        let gaps = notes.values.iter().filter(|(code, _)| gap::of(Some(notes), code).is_some());
        for (code, label) in gaps {
            let pair = (label.clone(), code.clone());
            if !found.contains(&pair) {
                found.push(pair);
            }
        }
    }
    found
}

/// A form's item with its column indices, its scale and its question.
type Known = (Vec<usize>, Item, Option<Scale>, String);

/// The columns that a form calls private, as the export names them.
fn private(form: &Codebook, columns: &Columns<'_>) -> Vec<ColumnRef> {
    let present = |column: &ColumnRef| columns.fitting(column).is_ok_and(|places| !places.is_empty());
    let named = |column: &ColumnRef| {
        let names = [Some(column.clone()), without_groups(column)];
        names.into_iter().flatten().find(present)
    };
    form.instrument.private.iter().filter_map(named).collect()
}

/// A header of a form without its groups, which exports may leave out.
fn without_groups(column: &ColumnRef) -> Option<ColumnRef> {
    let ColumnRef::Header(header) = column else { return None };
    header.rsplit_once('/').map(|(_, last)| ColumnRef::Header(last.to_owned()))
}

/// The form's item for each column, the first if several match.
fn places(known: &[Option<Known>]) -> BTreeMap<usize, usize> {
    let mut at = BTreeMap::new();
    for (item, (places, ..)) in known.iter().enumerate().filter_map(|(item, known)| Some((item, known.as_ref()?))) {
        for place in places {
            at.entry(*place).or_insert(item);
        }
    }
    at
}

/// The form's items that the export contains.
fn known(form: Codebook, columns: &Columns<'_>) -> Vec<Known> {
    let Instrument { scales, items, .. } = form.instrument;
    let known = items.into_iter().zip(form.questions).filter_map(|(mut item, question)| {
        let is_there = |column: &ColumnRef| columns.fitting(column).is_ok_and(|places| !places.is_empty());
        if !is_there(&item.column)
            && let Some(column) = without_groups(&item.column)
        {
            item.column = column;
        }
        let places = is_there(&item.column).then(|| columns.of_item(&item).ok()).flatten()?;
        let scale = item.scale.as_ref().and_then(|scale| scales.get(scale).cloned());
        Some((places, item, scale, question))
    });
    known.collect()
}

/// The inferred kind of a column's answers, with its scale; the flag is true if this is a guess.
type Kind = (ItemKind, Option<Scale>, bool);

fn guess(
    grid: &Grid,
    columns: &Columns<'_>,
    (place, field, is_several): (usize, &Field, bool),
    kind: Option<Kind>,
    codebook: &mut Codebook,
) {
    let header = columns.header(place);
    let private = privacy::of_cells(grid, place);
    let Some((kind, scale, is_guess)) = kind.filter(|_| private.is_none()) else {
        codebook.left_out.push(LeftOut { column: columns.named(place), private });
        return;
    };
    let group = field.group.filter(|_| is_several);
    let wanted: Vec<usize> = match group {
        Some(question) => columns.group(question).to_vec(),
        None => vec![place],
    };
    let names = if group.is_some() || header.is_empty() { [&field.code, header] } else { [header, &field.code] };
    let named = names.into_iter().filter(|name| !name.is_empty()).map(|name| ColumnRef::Header(name.to_owned()));
    // A header that stands twice names no column.
    let only = |column: &ColumnRef| {
        let item = Item {
            name: String::new(),
            column: column.clone(),
            kind: kind.clone(),
            scale: None,
            reversed: false,
            private: false,
        };
        columns.of_item(&item).is_ok_and(|places| places == wanted)
    };
    let column = named.into_iter().find(only).unwrap_or(ColumnRef::Index(place + 1));
    let question = match &field.option {
        Some(row) if !is_several && !field.question.contains(row) => format!("{}: {row}", field.question),
        _ => field.question.clone(),
    };
    let name = codebook.add(&field.code, column, kind, scale, &question);
    if is_guess {
        codebook.guessed.push(name);
    }
}

/// Minimum numbers of questions and of shared options before a rating scale is inferred.
const SHARED: (usize, usize) = (3, 4);

/// Reclassifies single choices as ratings if several questions share the options and their codes.
fn shared_scales(codebook: &mut Codebook) {
    let mut on_scale: BTreeMap<String, Vec<&mut Item>> = BTreeMap::new();
    for item in codebook.instrument.items.iter_mut().filter(|item| item.kind == ItemKind::Single) {
        if let Some(scale) = &item.scale {
            on_scale.entry(scale.clone()).or_default().push(item);
        }
    }
    for (scale, items) in on_scale {
        let steps = codebook.instrument.scales.get(&scale).map_or(0, |scale| scale.codes.len());
        if items.len() < SHARED.0 || steps < SHARED.1 {
            continue;
        }
        for item in items {
            item.kind = ItemKind::Scale;
            codebook.guessed.push(item.name.clone());
        }
    }
}

/// Minimum number of answers for judging an item's direction.
const ANSWERS: usize = 8;

/// Words that negate a statement.
const NEGATIONS: [&str; 10] = ["不", "没有", "无法", "很少", "退出", " not ", "n't ", " never ", " no ", " hardly "];

/// Finds items whose answers correlate negatively with the other items on their scale; those with a negative wording
/// are marked as reversed.
fn contrary(grid: &Grid, layout: &Layout, columns: &Columns<'_>, codebook: &mut Codebook) {
    let rated: Vec<(usize, String, Vec<Option<f64>>)> = codebook
        .instrument
        .items
        .iter()
        .enumerate()
        .filter_map(|(at, item)| {
            let scale = item.scale.as_ref().filter(|_| item.kind == ItemKind::Scale)?;
            let [place] = columns.of_item(item).ok()?[..] else { return None };
            let codes = &codebook.instrument.scales.get(scale)?.codes;
            let number =
                |cell: &str| finite(cell).filter(|cell| codes.iter().any(|(_, code)| code.total_cmp(cell).is_eq()));
            let labelled =
                |cell: &str| codes.iter().find(|(label, _)| label == unlettered(cell)).map(|(_, code)| *code);
            let code = |cell: &str| labelled(cell).or_else(|| number(cell));
            let notes = grid.notes.get(place);
            let is_absent = |cell: &str| {
                gap::of(notes, cell).is_some() || layout.missing.contains(&cell) || layout.skipped.contains(&cell)
            };
            let answers = (0..grid.height())
                .map(|record| Some(grid.cell(record, place)).filter(|cell| !is_absent(cell)).and_then(code));
            Some((at, scale.clone(), answers.collect()))
        })
        .collect();
    let mut sums: BTreeMap<&String, Vec<(f64, f64)>> = BTreeMap::new();
    for (_, scale, answers) in &rated {
        let sums = sums.entry(scale).or_insert_with(|| vec![(0.0, 0.0); grid.height()]);
        for (sum, answer) in sums.iter_mut().zip(answers) {
            *sum = answer.map_or(*sum, |answer| (sum.0 + answer, sum.1 + 1.0));
        }
    }
    for (at, scale, answers) in &rated {
        if !sums.get(scale).is_some_and(|sums| runs_against(answers, sums)) {
            continue;
        }
        let Some(item) = codebook.instrument.items.get_mut(*at) else { continue };
        codebook.contrary.push(item.name.clone());
        let question =
            codebook.questions.get(*at).map_or_else(String::new, |question| format!(" {} ", question.to_lowercase()));
        item.reversed = NEGATIONS.iter().any(|word| question.contains(word));
    }
}

/// True if `answers` correlate negatively with the mean of the same respondents' other answers on the scale. `sums`
/// holds each respondent's sum and number of answers on the scale.
#[expect(clippy::cast_precision_loss, reason = "counts of responses are far below 2^52")]
fn runs_against(answers: &[Option<f64>], sums: &[(f64, f64)]) -> bool {
    let with_others = answers.iter().zip(sums).filter_map(|(own, (sum, count))| {
        let own = (*own)?;
        (*count > 1.0).then(|| (own, (sum - own) / (count - 1.0)))
    });
    let pairs: Vec<(f64, f64)> = with_others.collect();
    let count = pairs.len() as f64;
    let (x, y) = pairs.iter().fold((0.0, 0.0), |sum, pair| (sum.0 + pair.0 / count, sum.1 + pair.1 / count));
    let moments = pairs.iter().map(|(a, b)| ((a - x) * (b - y), (a - x) * (a - x), (b - y) * (b - y)));
    let (xy, xx, yy) = moments.fold((0.0, 0.0, 0.0), |sum, one| (sum.0 + one.0, sum.1 + one.1, sum.2 + one.2));
    // Weaker than a tenth is no direction.
    pairs.len() >= ANSWERS && xy < 0.0 && xy * xy > 0.01 * xx * yy
}

/// The questions whose columns are the options of a multiple choice and not the rows of a matrix: each column holds one
/// mark, or one for chosen and one for not chosen; free text occurs only under "other".
fn multiple(grid: &Grid, layout: &Layout) -> BTreeSet<usize> {
    const NOT_CHOSEN: [&str; 6] = ["0", "N", "No", "否", "FALSE", "False"];
    let (mut questions, mut others) = (BTreeSet::new(), BTreeSet::new());
    for (place, field) in layout.fields.iter().enumerate() {
        let Some(group) = field.group else { continue };
        questions.insert(group);
        let marks = given(grid, layout, place).into_iter().filter(|cell| !NOT_CHOSEN.contains(cell));
        if !field.option.as_deref().is_some_and(is_other) && marks.collect::<BTreeSet<&str>>().len() > 1 {
            others.insert(group);
        }
    }
    questions.difference(&others).copied().collect()
}

/// True if an option is the "other" option with free text.
fn is_other(option: &str) -> bool {
    option.contains("其他") || option.contains("其它") || option.to_lowercase().starts_with("other")
}

/// The first column of a plain table, if it is complete, unique and not numeric.
fn numbering(grid: &Grid, layout: &Layout) -> Option<usize> {
    let cells: Vec<&str> = (0..grid.height()).map(|record| grid.cell(record, 0)).collect();
    let distinct: BTreeSet<&str> = cells.iter().copied().filter(|cell| !cell.is_empty()).collect();
    let is_first = layout.format == PLAIN && layout.fields.first().is_some_and(|field| field.role == Role::Answer);
    let is_text = cells.iter().any(|cell| finite(cell).is_none());
    let is_named = grid.header.first().is_some_and(|name| !name.is_empty());
    (is_first && is_named && is_text && distinct.len() == cells.len() && privacy::of_cells(grid, 0).is_none())
        .then_some(0)
}

/// The inferred kind of a column's answers; `None` for free text.
fn kind(grid: &Grid, layout: &Layout, place: usize, ratings: &Ratings) -> Option<Kind> {
    let cells = given(grid, layout, place);
    if let Some(notes) = grid.notes.get(place) {
        let is_missing = |code: &str| gap::of(Some(notes), code).is_some();
        let options: Vec<_> = notes.values.iter().filter(|(code, _)| !is_missing(code)).cloned().collect();
        let labels: BTreeSet<String> = options.iter().map(|(_, label)| normal(label)).collect();
        let tells_apart = labels.len() == options.len() && !labels.contains("");
        // Where only some codes have a label (the ends of a scale from 0 to 10), the others are numbers.
        if !options.is_empty() && tells_apart && cells.iter().all(|cell| notes.label_of(cell).is_some()) {
            let kind = kind_of(options.iter().map(|(_, label)| label.as_str()));
            return Some((kind, Some(scale_of(&options)), false));
        }
    }
    if cells.is_empty() {
        return None;
    }
    if let Some(scale) = ratings.scale(grid, layout, place) {
        return Some((ItemKind::Scale, Some(scale), true));
    }
    if cells.iter().all(|cell| finite(cell).is_some()) {
        return Some((ItemKind::Number, None, true));
    }
    if cells.iter().all(|cell| Moment::read(cell, layout.month_first).is_some()) {
        return Some((ItemKind::Date, None, true));
    }
    let distinct: BTreeSet<String> = cells.iter().map(|cell| cell.to_lowercase()).collect();
    if cells.iter().any(|cell| cell.contains('→')) {
        return Some((ItemKind::Ranking { separator: None }, None, true));
    }
    if cells.iter().any(|cell| cell.contains('┋')) || holds_several(&cells, layout.separator) {
        return Some((ItemKind::Multiple { separator: None }, None, true));
    }
    (distinct.len() <= OPTIONS && 2 * distinct.len() <= cells.len()).then_some((ItemKind::Single, None, true))
}

/// True if cells hold several options each: there are fewer options than distinct cells, or each cell ends with the
/// separator.
fn holds_several(cells: &[&str], separator: &str) -> bool {
    let distinct: BTreeSet<&str> = cells.iter().copied().collect();
    let parts = distinct.iter().flat_map(|cell| cell.split(separator)).filter(|part| !part.is_empty());
    let parts = parts.collect::<BTreeSet<&str>>().len();
    cells.iter().any(|cell| cell.contains(separator))
        && parts <= OPTIONS
        && (parts < distinct.len() || cells.iter().all(|cell| cell.ends_with(separator)))
}
