//! Parses the treatment of cases without a value of a set.

use crate::fields::{Fields, number};
use crate::grammar::{ANY, IMPUTE, MISSING_VALUE, UNIT};
use equifinal_study::config::{Calibration, Given, Imputed, MissingRule};
use equifinal_study::names::{meant, quoted};
use equifinal_study::say;

/// Reads `missing` of a set with this calibration.
pub(super) fn read(fields: &Fields<'_>, calibrate: Option<&Calibration>) -> Option<MissingRule> {
    let (node, problems) = (fields.get("missing")?, fields.problems);
    if let Some(Calibration::Composite { .. }) = calibrate {
        fields.blame("missing", say!("missing-composite"));
        return None;
    }
    if let Some(word) = node.scalar() {
        if word == "drop" {
            return Some(MissingRule::Drop);
        }
        let message = say!("missing-what", word = quoted(word));
        problems.add(node.span.clone(), message);
        return None;
    }
    let rule = Fields::open(node, &MISSING_VALUE, problems)?;
    let impute = Fields::open(rule.get("impute")?, &IMPUTE, problems)?;
    let (value, because) = (value(&impute, calibrate), impute.text("because"));
    Some(MissingRule::Impute { value: value?, because: because? })
}

/// The imputed value: one of the values of a recoded set, otherwise a number.
fn value(fields: &Fields<'_>, calibrate: Option<&Calibration>) -> Option<Imputed> {
    let Some(Calibration::Recode(codes)) = calibrate else {
        let degrees = matches!(calibrate, Some(Calibration::Given(Given::Fuzzy | Given::Crisp)));
        let allowed = if degrees { UNIT } else { ANY };
        return number(fields.get("value")?, allowed, "value", fields.problems).map(Imputed::Number);
    };
    let code = fields.word("value")?.trim();
    if !codes.iter().any(|(known, _)| known == code) {
        let hint = meant(code, codes.iter().map(|(known, _)| known.as_str()));
        fields.blame("value", say!("not-recoded", code = quoted(code), hint));
        return None;
    }
    Some(Imputed::Code(code.to_owned()))
}
