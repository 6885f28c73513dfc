//! Qualtrics: three header rows (names, texts, import ids as JSON); two in the legacy format.

use super::layout::{Field, Layout, Role, normal, role_in};
use crate::grid::Grid;
use crate::personal::Personal;

/// The current format and the one before 2017.
pub(super) const FORMATS: &[&str] = &["qualtrics", "qualtrics_legacy"];

const ROLES: [(&str, Role); 17] = [
    ("StartDate", Role::Started),
    ("EndDate", Role::Ended),
    ("Status", Role::Status),
    ("IPAddress", Role::Private(Personal::Ip)),
    ("Progress", Role::Platform),
    ("Duration (in seconds)", Role::Seconds),
    ("Finished", Role::Finished),
    ("RecordedDate", Role::Platform),
    ("ResponseId", Role::Id),
    ("RecipientLastName", Role::Private(Personal::Name)),
    ("RecipientFirstName", Role::Private(Personal::Name)),
    ("RecipientEmail", Role::Private(Personal::Email)),
    ("ExternalReference", Role::Private(Personal::Account)),
    ("LocationLatitude", Role::Private(Personal::Place)),
    ("LocationLongitude", Role::Private(Personal::Place)),
    ("DistributionChannel", Role::Platform),
    ("UserLanguage", Role::Platform),
];

/// The columns of the legacy format, by the names in their second row.
const LEGACY: [(&str, Role); 10] = [
    ("ResponseID", Role::Id),
    ("ResponseSet", Role::Platform),
    ("Name", Role::Private(Personal::Name)),
    ("ExternalDataReference", Role::Private(Personal::Account)),
    ("Email", Role::Private(Personal::Email)),
    ("IPAddress", Role::Private(Personal::Ip)),
    ("Status", Role::Status),
    ("StartDate", Role::Started),
    ("EndDate", Role::Ended),
    ("Finished", Role::Finished),
];

/// The layout of an export of Qualtrics.
pub(super) fn layout(grid: &Grid, _file: &str) -> Option<Layout> {
    let import_id = |place: usize| grid.cell(1, place).starts_with("{\"ImportId\"");
    let (format, header_records, roles) = if import_id(0) && import_id(grid.width().saturating_sub(1)) {
        ("qualtrics", 2, ROLES.as_slice())
    } else if grid.header.first().is_some_and(|name| name == "V1") && grid.cell(0, 0).eq_ignore_ascii_case("ResponseID")
    {
        ("qualtrics_legacy", 1, LEGACY.as_slice())
    } else {
        return None;
    };
    let mut fields: Vec<Field> = grid
        .header
        .iter()
        .enumerate()
        .map(|(place, header)| {
            let words = normal(grid.cell(0, place));
            let name = if format == "qualtrics" { header.as_str() } else { words.as_str() };
            role_in(roles, name)
                .map_or_else(|| Field::question(header.clone(), words.clone()), |role| Field::of(role, name))
        })
        .collect();
    group_options(&mut fields);
    Some(Layout { header_records, missing: &["-99"], separator: ",", ranking: ",", ..Layout::new(format, fields) })
}

/// Groups adjacent columns `Q5_1`, `Q5_2` whose texts share the stem before the last ` - `: options or rows of one
/// question.
fn group_options(fields: &mut [Field]) {
    let stems: Vec<Option<(String, String, String)>> = fields
        .iter()
        .map(|field| {
            let (code, number) = field.code.rsplit_once('_')?;
            let (stem, option) = field.question.rsplit_once(" - ")?;
            let is_option = field.role == Role::Answer && number.bytes().all(|byte| byte.is_ascii_digit());
            is_option.then(|| (code.to_owned(), stem.to_owned(), option.to_owned()))
        })
        .collect();
    let mut open: Option<(usize, String, String)> = None;
    for (place, (field, stem)) in fields.iter_mut().zip(stems).enumerate() {
        let Some((code, stem, option)) = stem else {
            open = None;
            continue;
        };
        let start = match &open {
            Some((start, open_code, open_stem)) if *open_code == code && *open_stem == stem => *start,
            _ => place,
        };
        open = Some((start, code, stem));
        field.option = Some(option);
        field.group = Some(start);
    }
}
