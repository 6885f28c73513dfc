//! The decisions that enter the computation of a claim's statement.
//!
//! A claim over decisions that do not enter cannot fail, whatever the data: such a claim says nothing. This is decided by
//! the kind of statement and the kind of decision alone, never by results.

mod nca;

use std::collections::BTreeSet;

use super::{
    Alternative, Analysis, AtCrossover, Chain, ClaimedNecessity, Contradicting, Decision, Dimension, Finding,
    MissingRule, NcaSpec, NumericDecision, SetSpec, SolutionType, Stability, Statement, with_parts,
};
use crate::expression::Expression;

/// The parts of a study that a statement may read.
#[derive(Debug, Clone, Copy)]
pub struct Readable<'a> {
    /// Its analyses, negations included.
    pub analyses: &'a [Analysis],
    /// Its sets.
    pub sets: &'a [SetSpec],
    /// Its alternatives.
    pub alternatives: &'a [Alternative],
    /// Its necessary condition analyses.
    pub nca: &'a [NcaSpec],
    /// Its coincidence analyses.
    pub chains: &'a [Chain],
}

/// The part of an analysis that a statement reads.
struct Reads<'a> {
    analysis: &'a Analysis,
    /// The sets whose memberships are read.
    sets: BTreeSet<&'a str>,
    /// True if rows are coded by the cutoffs.
    cutoffs: bool,
    /// True if every condition takes part in rows, or is compared.
    conditions: bool,
    /// True if the interpreted solution is read, whichever it is.
    interpreted: bool,
    /// True if the intermediate solution may be read.
    intermediate: bool,
}

/// True if a decision that one of `varied` takes enters the computation of `statement`; true for statements about no
/// analysis of the study.
pub fn any_enters(statement: &Statement, varied: &[Dimension], study: Readable<'_>) -> bool {
    if let Statement::Nca(claim) = statement {
        return nca::any_enters(claim, varied, study.nca, study.sets);
    }
    let Some(reads) = reads(statement, varied, study) else { return true };
    varied.iter().any(|dimension| match dimension {
        Dimension::Between { number, .. } => reads.number(number),
        Dimension::List(values) => values.iter().any(|value| reads.decision(value, study)),
    })
}

fn reads<'a>(statement: &'a Statement, varied: &[Dimension], study: Readable<'a>) -> Option<Reads<'a>> {
    let analysis = study.analyses.iter().find(|one| Some(one.name.as_str()) == statement.analysis())?;
    let varies_to_intermediate = || {
        let listed = varied.iter().flat_map(Dimension::listed);
        listed.into_iter().any(|one| *one == Decision::Solution(SolutionType::Intermediate))
    };
    let of_solution = |kind: Option<SolutionType>| Reads {
        analysis,
        sets: analysis.sets(),
        cutoffs: true,
        conditions: true,
        interpreted: kind.is_none(),
        intermediate: kind.unwrap_or(analysis.interpret) == SolutionType::Intermediate
            || (kind.is_none() && varies_to_intermediate()),
    };
    let of_rows = |cutoffs| Reads { cutoffs, interpreted: false, intermediate: false, ..of_solution(None) };
    let of_necessity = |expression: &'a Expression, only: bool| {
        let mut sets = BTreeSet::from([analysis.outcome.set.as_str()]);
        expression.each_literal(&mut |literal| {
            sets.insert(&literal.set);
        });
        let is_compared = only || analysis.at_crossover == AtCrossover::Drop;
        let sets = if is_compared { analysis.sets() } else { sets };
        Reads { sets, conditions: is_compared, ..of_rows(false) }
    };
    let mut reads = match statement {
        Statement::Solution { of, .. }
        | Statement::PathPresent { of, .. }
        | Statement::Fit { of, .. }
        | Statement::Stable(Stability { of, .. })
        | Statement::PathCount { of, .. }
        | Statement::Occurrence { of, .. }
        | Statement::Ranking { of, .. } => of_solution(of.solution),
        Statement::Contradiction { of, .. } => of_rows(*of == Contradicting::Cases),
        Statement::Necessity { expression, claimed, .. } => {
            of_necessity(expression, *claimed == ClaimedNecessity::Only)
        }
        Statement::Survival { finding: Finding::Necessary(expression), .. } => of_necessity(expression, false),
        Statement::Standing { .. } | Statement::RobustCore { .. } | Statement::Survival { .. } => of_solution(None),
        Statement::Numbers(_) | Statement::Nca(_) | Statement::FoundBy(_) => return None,
    };
    reads.sets = with_parts(reads.sets, study.sets);
    Some(reads)
}

impl Reads<'_> {
    fn number(&self, number: &NumericDecision) -> bool {
        number.method().is_none() && number.set().map_or(self.cutoffs, |set| self.sets.contains(set))
    }

    fn decision(&self, decision: &Decision, study: Readable<'_>) -> bool {
        match decision {
            Decision::Number(number, _) => self.number(number),
            Decision::Solution(_) => self.interpreted,
            Decision::Expectation { condition, .. } => {
                self.intermediate && self.analysis.conditions.contains(condition)
            }
            Decision::DropConditions(names) => names.iter().any(|name| self.drops(name, study.sets)),
            Decision::DropCases(cases) => !cases.is_empty(),
            Decision::AtCrossover(_) | Decision::Universe(_) => true,
            Decision::Nca { .. } => false,
            Decision::Alternative(id) => {
                let alternative = study.alternatives.iter().find(|one| one.id == *id);
                alternative.is_none_or(|alternative| self.alternative(alternative, study.sets))
            }
        }
    }

    /// True if the statement changes without a condition: it is read, or its missing values leave cases out.
    fn drops(&self, condition: &str, sets: &[SetSpec]) -> bool {
        let leaves_out = |spec: &SetSpec| spec.name == condition && spec.missing == Some(MissingRule::Drop);
        let is_its = self.analysis.conditions.iter().any(|own| own == condition);
        is_its && (self.conditions || self.sets.contains(condition) || sets.iter().any(leaves_out))
    }

    fn alternative(&self, alternative: &Alternative, sets: &[SetSpec]) -> bool {
        let variant = &alternative.variant;
        let Some(changed) = variant.analyses.iter().find(|one| one.name == self.analysis.name) else { return false };
        let own = self.analysis;
        let has_other_set = variant.sets.iter().filter(|spec| self.sets.contains(spec.name.as_str())).any(|spec| {
            let unchanged = |own: &SetSpec| {
                (&own.calibrate, &own.column, &own.source, &own.time)
                    == (&spec.calibrate, &spec.column, &spec.source, &spec.time)
            };
            !sets.iter().any(|own| own.name == spec.name && unchanged(own))
        });
        // A case that a rule leaves out leaves the whole analysis.
        let of_analysis = with_parts(own.sets(), sets);
        let has_other_rule = variant
            .sets
            .iter()
            .filter(|spec| of_analysis.contains(spec.name.as_str()))
            .any(|spec| sets.iter().any(|own| own.name == spec.name && own.missing != spec.missing));
        let of_rows = (&changed.outcome, &changed.conditions, changed.at_crossover)
            != (&own.outcome, &own.conditions, own.at_crossover);
        let of_solution = (&changed.minimise, &changed.implausible, &changed.enhanced)
            != (&own.minimise, &own.implausible, &own.enhanced);
        let of_expectations =
            (&changed.expectations, &changed.expectations_joint) != (&own.expectations, &own.expectations_joint);
        !variant.drop_cases.is_empty()
            || has_other_set
            || has_other_rule
            || of_rows
            || (self.cutoffs
                && (changed.truth_table != own.truth_table || changed.outputs != own.outputs || of_solution))
            || (self.interpreted && changed.interpret != own.interpret)
            || (self.intermediate && of_expectations)
    }
}
