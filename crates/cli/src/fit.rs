//! The command `fit`: the fit of an expression as a sufficient or necessary condition, and the cases it covers.

mod answer;
mod print;

use crate::language::spoken;
use equifinal_engine::Engine;
use equifinal_qca::Misfit;
use equifinal_qca::algebra::Algebra;
use equifinal_qca::relation::{check_literal, fit as relation_fit};
use equifinal_study::expression::Relation;
use equifinal_study::memberships::Memberships;
use equifinal_study::message::{Message, Worded};
use equifinal_study::names::meant_set;

use self::answer::{Answer, Forms};
use crate::args::{Fit, Shown};
use crate::failure::Failure;
use crate::study_file;

/// Answers for the study and relation of the command line.
pub(crate) fn fit(args: &Fit) -> Result<String, Failure> {
    let misread = |at: usize, message: &str| Failure::Usage(pointed(&args.relation, at, message));
    let relation =
        Relation::parse(&args.relation).map_err(|error| misread(error.at, &error.message.in_language(spoken())))?;
    let path = study_file::find(&args.study)?;
    let study = study_file::read(&path)?;
    let data = study_file::data_folder(&path, args.data.as_ref())?;
    let calibrated = Engine::default().memberships(&study, &data)?;
    let memberships = &calibrated.memberships;
    for (at, literal) in &relation.literals {
        check_literal(literal, memberships).map_err(|misfit| {
            let sets = memberships.sets.iter().map(|set| set.name.as_str());
            let hint =
                if matches!(misfit, Misfit::NoSet { .. }) { meant_set(&literal.set, sets) } else { Message::empty() };
            misread(*at, &misfit.message().then(hint).in_language(spoken()))
        })?;
    }
    let fit = relation_fit(&relation, memberships).map_err(|misfit| misread(0, &misfit.in_language(spoken())))?;
    let answer = Answer { study: study.id, forms: forms(&relation, memberships), relation, fit };
    Ok(match args.format {
        Shown::Text => print::text(&answer),
        Shown::Json => print::json(&answer),
    })
}

fn forms(relation: &Relation, memberships: &Memberships) -> Option<Forms> {
    let algebra = Algebra::of(&[&relation.left], memberships).ok()?;
    let cubes = algebra.cubes(&relation.left).ok()?;
    let simplified = algebra.simplified(&cubes).ok()?;
    Some(Forms {
        negated: algebra.write(&algebra.negated(&simplified).ok()?),
        factored: algebra.factored(&simplified),
        simplified: algebra.write(&simplified),
    })
}

/// A message about a place in a text, with a caret under it.
fn pointed(text: &str, at: usize, message: &str) -> String {
    let before = text.get(..at).unwrap_or(text).chars().count();
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    format!("{message}\n  {line}\n  {}^", " ".repeat(before))
}
