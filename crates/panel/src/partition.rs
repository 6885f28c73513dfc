//! An analysis run again in parts of its cases, beside the pooled one.
//!
//! Diversity and weight are those of R `QCAcluster` (Rohlfing, Bekmuratovna & Schwalbach): the rows that the cases of a
//! part fall in, under the cutoffs of the analysis, and the part of the sums behind the pooled consistency and coverage.

use std::collections::BTreeSet;

use equifinal_qca::findings::{Findings, Model, Output, SufficiencyFit};
use equifinal_qca::sufficiency;
use equifinal_qca::term::Term;
use equifinal_study::config::PartitionBy;
use equifinal_study::exact::Sum;

use crate::fate::{TermFate, fates, interpreted, new};
use crate::left_out::LeftOut;
use crate::transfer::{Transfer, transfer};

/// The parts of an analysis.
#[derive(Debug, Clone)]
pub struct Partition {
    /// The name of the analysis.
    pub analysis: String,
    /// The grouping.
    pub by: PartitionBy,
    /// The parts, in natural order.
    pub parts: Vec<Part>,
    /// The cases of the pooled analysis that belong to no part, by id in natural order.
    pub without: Vec<String>,
    /// The rows of the pooled truth table that hold cases.
    pub rows: usize,
    /// The sums behind the fit of the pooled solution; `None` if it is refused.
    pub pooled: Option<Sums>,
}

/// The sums behind consistency and coverage.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Sums {
    /// Σ min(X, Y).
    pub both: f64,
    /// Σ X, by which consistency divides.
    pub solution: f64,
    /// Σ Y, by which coverage divides.
    pub outcome: f64,
}

/// One part.
#[derive(Debug, Clone)]
pub struct Part {
    /// The period, the unit or the group.
    pub name: String,
    /// The analysis of its cases alone; `None` if the crossover policy leaves none of them.
    pub findings: Option<Findings>,
    /// The rows of its truth table.
    pub diversity: Diversity,
    /// The pooled solution among its cases; `None` if the pooled solution is refused.
    pub pooled: Option<PooledInPart>,
    /// The fate of each term of the pooled solution, in its order.
    pub terms: Vec<TermFate>,
    /// The terms of the part's solution that are unrelated to every pooled term.
    pub new: Vec<String>,
    /// The part's solution among the cases of the other parts.
    pub transfer: Transfer,
    /// The analysis of all cases but those of the part.
    pub left_out: LeftOut,
}

/// A part before it is compared.
#[derive(Debug, Clone)]
pub struct AnalysedPart {
    /// The period, the unit or the group.
    pub name: String,
    /// Its cases as positions in the pooled findings.
    pub cases: Vec<usize>,
    /// The analysis of its cases alone; `None` if none is left to analyse.
    pub findings: Option<Findings>,
    /// The analysis of all other cases.
    pub left_out: LeftOut,
}

/// Numbers of rows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Diversity {
    /// Rows that hold cases of the part.
    pub rows: usize,
    /// Those with output 1 in the part.
    pub positive: usize,
    /// Those with output 0 in the part.
    pub negative: usize,
}

impl Diversity {
    /// The share of some rows in the pooled rows that hold cases.
    #[expect(clippy::cast_precision_loss, reason = "a number of rows with cases is far below 2^52")]
    pub fn share(rows: usize, pooled: usize) -> Option<f64> {
        (pooled > 0).then(|| rows as f64 / pooled as f64)
    }
}

impl Sums {
    /// The share of a part's sum in the pooled one; `None` if that is 0.
    pub fn share(part: f64, pooled: f64) -> Option<f64> {
        (pooled > 0.0).then(|| part / pooled)
    }
}

/// The pooled solution among the cases of a part.
#[derive(Debug, Clone, PartialEq)]
pub struct PooledInPart {
    /// Its fit.
    pub fit: SufficiencyFit,
    /// The part's share of the pooled sums, absolute.
    pub weight: Sums,
    /// The fit of each term, in the order of the solution.
    pub terms: Vec<SufficiencyFit>,
    /// The weighted fit of the solution, if the cases have weights.
    pub weighted: Option<SufficiencyFit>,
}

/// The parts of an analysis, compared with it and with each other.
pub fn partition(pooled: &Findings, by: PartitionBy, parts: Vec<AnalysedPart>) -> Partition {
    let model = interpreted(pooled);
    let belongs: BTreeSet<usize> = parts.iter().flat_map(|part| part.cases.iter().copied()).collect();
    let without = pooled.cases.iter().enumerate().filter(|(case, _)| !belongs.contains(case));
    let without = without.map(|(_, case)| case.clone()).collect();
    let alone: Vec<Option<&Findings>> = parts.iter().map(|part| part.findings.as_ref()).collect();
    let transfers: Vec<_> = (0..alone.len()).map(|at| transfer(&alone, at)).collect();
    let about: Vec<_> = parts
        .iter()
        .map(|part| {
            let findings = part.findings.as_ref();
            let in_part = model.map(|model| in_part(pooled, model, &part.cases));
            (findings.map(diversity).unwrap_or_default(), in_part, fates(pooled, findings), new(pooled, findings))
        })
        .collect();
    let part = |((part, about), transfer)| {
        let (diversity, pooled, terms, new) = about;
        let AnalysedPart { name, findings, left_out, .. } = part;
        Part { name, findings, diversity, pooled, terms, new, transfer, left_out }
    };
    Partition {
        analysis: pooled.analysis.name.clone(),
        by,
        rows: diversity(pooled).rows,
        pooled: model.map(|model| sums(&model.memberships, &pooled.outcome)),
        parts: parts.into_iter().zip(about).zip(transfers).map(part).collect(),
        without,
    }
}

fn diversity(findings: &Findings) -> Diversity {
    let observed = || findings.rows.iter().filter(|row| !row.cases.is_empty());
    let with = |output| observed().filter(|row| row.output == output).count();
    Diversity { rows: observed().count(), positive: with(Output::Positive), negative: with(Output::Negative) }
}

fn sums(x: &[f64], y: &[f64]) -> Sums {
    let both: Vec<f64> = x.iter().zip(y).map(|(x, y)| x.min(*y)).collect();
    Sums { both: Sum::of(&both).value(), solution: Sum::of(x).value(), outcome: Sum::of(y).value() }
}

fn in_part(pooled: &Findings, model: &Model, cases: &[usize]) -> PooledInPart {
    let pick = |values: &[f64]| -> Vec<f64> { cases.iter().filter_map(|&case| values.get(case)).copied().collect() };
    let (x, y) = (pick(&model.memberships), pick(&pooled.outcome));
    let term = |term: &Term| sufficiency(&pick(&pooled.membership(term)), &y);
    let terms = model.paths.iter().map(|path| term(&path.term)).collect();
    let weighted = pooled.weights.as_ref().map(|weights| weights.among(cases).sufficiency(&x, &y));
    PooledInPart { fit: sufficiency(&x, &y), weight: sums(&x, &y), terms, weighted }
}
