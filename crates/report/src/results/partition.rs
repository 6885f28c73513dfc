//! The parts of an analysis in `results.json`.

use equifinal_panel::{Diversity, LeftOut, Part as Piece, Partition, PooledInPart, Sums};
use equifinal_qca::findings::SufficiencyFit;
use serde_json::{Map, Value, json};

use super::layout::Part;
use super::solution::Beside;
use super::{solution, truth_table};

/// The grouping, and the cases in no part.
pub(super) fn about(partition: &Partition) -> Value {
    json!({"by": partition.by.name(), "without_group": partition.without})
}

/// Every part by its name: its truth table and solutions as in an analysis, and its comparison with the pooled one.
pub(super) fn parts(partition: &Partition) -> Part<'_> {
    Part::Entries(partition.parts.iter().map(|one| (one.name.clone(), part(partition, one))).collect())
}

fn part<'a>(partition: &'a Partition, part: &'a Piece) -> Part<'a> {
    let whole = |name: &str, value: Value| (name.to_owned(), Part::Whole(value));
    let mut entries = Vec::new();
    match &part.findings {
        Some(findings) => {
            entries.push(whole("cases", json!(findings.cases.len())));
            entries.push(whole("frequency_cutoff", json!(findings.frequency)));
            entries.extend(findings.weights.as_ref().map(|own| whole("effective_cases", json!(own.effective_cases()))));
            let rows = findings.rows.iter().map(|row| Part::Whole(truth_table::row(findings, row)));
            entries.push(("truth_table".to_owned(), Part::List(Box::new(rows))));
            entries.push(("solutions".to_owned(), solution::all(findings, Beside::default())));
        }
        None => entries.push(whole("cases", json!(0))),
    }
    entries.push(whole("diversity", diversity(&part.diversity, partition.rows)));
    if let (Some(own), Some(pooled)) = (&part.pooled, &partition.pooled) {
        entries.push(whole("weight", weight(&own.weight, pooled)));
        entries.push(whole("pooled_solution", pooled_solution(part, own)));
    }
    let named = part.terms.iter().map(|one| (one.expression.clone(), json!(one.fate.name())));
    entries.push(whole("terms", named.collect::<Map<_, _>>().into()));
    entries.push(whole("new_terms", json!(part.new)));
    let in_others = |fits: &[Option<SufficiencyFit>]| {
        let others = partition.parts.iter().zip(fits).filter_map(|(other, fit)| {
            let fit = fit.as_ref()?;
            Some((other.name.clone(), solution::fit(fit)))
        });
        Value::Object(others.collect::<Map<_, _>>())
    };
    entries.push(whole("transfer", in_others(&part.transfer.solution)));
    let terms = part.transfer.terms.iter().map(|term| (term.expression.clone(), in_others(&term.fits)));
    entries.push(whole("term_transfer", terms.collect::<Map<_, _>>().into()));
    entries.push(whole("left_out", left_out(&part.left_out)));
    Part::Entries(entries)
}

/// The analysis of all cases but those of the part; the solution is null if it is refused.
fn left_out(found: &LeftOut) -> Value {
    let solution = found.solution.as_ref().map(|(expression, fit)| {
        let mut fit = solution::fit(fit);
        if let Value::Object(object) = &mut fit {
            object.insert("expression".to_owned(), json!(expression));
        }
        fit
    });
    let terms = found.terms.iter().map(|one| (one.expression.clone(), json!(one.fate.name())));
    json!({
        "cases": found.cases,
        "solution": solution,
        "terms": terms.collect::<Map<_, _>>(),
        "new_terms": found.new,
    })
}

/// Rows of the part, and their shares in the pooled rows that hold cases.
fn diversity(diversity: &Diversity, pooled: usize) -> Value {
    let share = |rows| Diversity::share(rows, pooled);
    let Diversity { rows, positive, negative } = *diversity;
    json!({
        "rows": rows,
        "positive": positive,
        "negative": negative,
        "share": share(rows),
        "share_positive": share(positive),
        "share_negative": share(negative),
    })
}

fn weight(own: &Sums, pooled: &Sums) -> Value {
    let of = |own: f64, numerator: f64, pooled: f64| json!({"numerator": numerator, "denominator": own, "share": Sums::share(own, pooled)});
    json!({
        "consistency": of(own.solution, own.both, pooled.solution),
        "coverage": of(own.outcome, own.both, pooled.outcome),
    })
}

fn pooled_solution(part: &Piece, own: &PooledInPart) -> Value {
    let term = |(name, fit): (&String, &SufficiencyFit)| (name.clone(), solution::fit(fit));
    let names = part.terms.iter().map(|one| &one.expression);
    let terms: Map<String, Value> = names.zip(&own.terms).map(term).collect();
    let mut fit = solution::fit(&own.fit);
    if let Value::Object(object) = &mut fit {
        object.insert("terms".to_owned(), terms.into());
        object.extend(own.weighted.as_ref().map(|weighted| ("weighted".to_owned(), solution::fit(weighted))));
    }
    fit
}
