//! Claims about the methods that find a term.

use equifinal_chains::{ComparedTerm, Method, TermRelation, compare};
use equifinal_study::config::{Finder, FoundByClaim};
use equifinal_study::expression::Literal;
use equifinal_study::say;

use super::record::Record;
use super::verdict::{Found, Outcome, Reason, Verdict};

/// The verdict: held if every method claimed has the term in a listed model.
pub(super) fn judged(claim: &FoundByClaim, record: Record<'_>) -> Verdict {
    Verdict::under(Vec::new(), outcome(claim, record))
}

fn outcome(claim: &FoundByClaim, record: Record<'_>) -> Outcome {
    let not_run = || Outcome::Unknown(Reason::NotAllowed(say!("claim-not-run")));
    let Some(chain) = record.chains.iter().find(|found| found.chain.name == claim.chain) else { return not_run() };
    let of = chain.factors.literal(&claim.outcome);
    let compared = compare(chain, record.findings);
    let Some(compared) = compared.iter().find(|one| Some(one.outcome) == of) else {
        return Outcome::Unknown(Reason::NotAllowed(say!("claim-not-compared", outcome = claim.outcome.to_string())));
    };
    let term = compared.terms.iter().find(|term| is_the_same(&term.literals, &claim.term));
    let finds = |finder: &Finder| {
        let columns = compared.methods.iter().enumerate().filter(|(_, one)| is_by(&one.method, *finder, record));
        columns.into_iter().any(|(at, _)| term.is_some_and(|term| has(term, at)))
    };
    let missing: Vec<Finder> = claim.methods.iter().copied().filter(|finder| !finds(finder)).collect();
    if missing.is_empty() { Outcome::Holds } else { Outcome::Fails(Found::NotFoundBy(missing)) }
}

fn has(term: &ComparedTerm, method: usize) -> bool {
    matches!(term.relations.get(method), Some(Some(TermRelation::Shared { .. })))
}

/// True for coincidence analysis, or for the interpreted solution of an analysis and the truth table of the chain.
fn is_by(method: &Method, finder: Finder, record: Record<'_>) -> bool {
    match (method, finder) {
        (Method::Cna, Finder::Cna) | (Method::Minimised, Finder::Qca) => true,
        (Method::Qca { analysis, kind }, Finder::Qca) => {
            record.findings.iter().any(|one| one.analysis.name == *analysis && one.analysis.interpret == *kind)
        }
        _ => false,
    }
}

fn is_the_same(one: &[Literal], other: &[Literal]) -> bool {
    one.len() == other.len() && one.iter().all(|literal| other.contains(literal))
}
