//! Matches path names declared in the study with terms of the interpreted solution.

use equifinal_qca::findings::{Condition, Findings};
use equifinal_qca::term::Term;
use equifinal_study::config::Path;
use equifinal_study::expression::{Expression, Literal};

/// Names and terms that found no partner.
pub(crate) struct Unmatched {
    /// Path names of which some term is not in the solution.
    pub(crate) names: Vec<String>,
    /// Terms of the solution that no path names.
    pub(crate) terms: Vec<String>,
}

/// The mismatches between the declared paths and the first model of the interpreted solution.
pub(crate) fn unmatched(findings: &Findings) -> Unmatched {
    let shown: Vec<&Term> = match findings.solution(findings.analysis.interpret) {
        Ok(solution) => solution.models.first().map(|model| model.paths.iter().map(|path| &*path.term).collect()),
        Err(_) => None,
    }
    .unwrap_or_default();
    let missing = |path: &&Path| {
        path.terms.is_empty()
            || path.terms.iter().any(|wanted| {
                term(wanted, &findings.conditions).is_none_or(|wanted| !shown.iter().any(|term| **term == wanted))
            })
    };
    Unmatched {
        names: findings.analysis.paths.iter().filter(missing).map(|path| path.name.clone()).collect(),
        terms: shown
            .iter()
            .filter(|term| name_of(term, findings).is_none())
            .map(|term| findings.write_term(term))
            .collect(),
    }
}

/// The declared path that a term belongs to.
pub(crate) fn name_of<'a>(of: &Term, findings: &'a Findings) -> Option<&'a Path> {
    findings
        .analysis
        .paths
        .iter()
        .find(|path| path.terms.iter().any(|wanted| term(wanted, &findings.conditions).as_ref() == Some(of)))
}

/// An expression as a term, where it is a conjunction of literals of the conditions.
fn term(expression: &Expression, conditions: &[Condition]) -> Option<Term> {
    let literals: Vec<&Literal> = match expression {
        Expression::Literal(literal) => vec![literal],
        Expression::And(parts) => parts
            .iter()
            .map(|part| if let Expression::Literal(literal) = part { Some(literal) } else { None })
            .collect::<Option<_>>()?,
        Expression::Not(_) | Expression::Or(_) => return None,
    };
    let mut levels = vec![None; conditions.len()];
    for literal in literals {
        let position = conditions.iter().position(|condition| condition.name == literal.set)?;
        let level = match (literal.level, literal.negated) {
            (Some(level), false) => level,
            (None, negated) if !conditions.get(position)?.kind.is_multi_value() => usize::from(!negated),
            _ => return None,
        };
        let slot = levels.get_mut(position)?;
        if slot.is_some_and(|other| other != level) {
            return None;
        }
        *slot = Some(level);
    }
    Some(Term { levels })
}
