//! A claim that one expression is sufficient or necessary for another: `A*B + ~C => Y`, `A <= Y`.

use super::parse::slipped;
use super::{Expression, ExpressionError, Literal, parse_located};
use crate::names::quoted;
use crate::say;

/// The direction of a relation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RelationKind {
    /// `=>`: the left side is sufficient for the right side.
    Sufficient,
    /// `<=`: the left side is necessary for the right side.
    Necessary,
}

impl RelationKind {
    /// The sign between the two sides.
    pub fn sign(self) -> &'static str {
        match self {
            Self::Sufficient => "=>",
            Self::Necessary => "<=",
        }
    }
}

/// Two expressions and how they are related.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Relation {
    /// The condition.
    pub left: Expression,
    /// Its relation to the outcome.
    pub kind: RelationKind,
    /// The outcome.
    pub right: Expression,
    /// Every literal of both sides with the byte offset of its name.
    pub literals: Vec<(usize, Literal)>,
}

/// The signs between two sides, as they may be typed.
const SIGNS: [(&str, RelationKind); 4] = [
    ("=>", RelationKind::Sufficient),
    ("->", RelationKind::Sufficient),
    ("<=", RelationKind::Necessary),
    ("<-", RelationKind::Necessary),
];

impl Relation {
    /// Parses `A*B + ~C => Y` or `A <= Y`; `->` and `<-` are also accepted.
    ///
    /// # Errors
    /// The first place at which `text` is not a valid relation.
    pub fn parse(text: &str) -> Result<Self, ExpressionError> {
        // Full-width signs are named with the whole relation to type.
        Self::parse_plain(text).map_err(|error| slipped(text).unwrap_or(error))
    }

    fn parse_plain(text: &str) -> Result<Self, ExpressionError> {
        let arrows = SIGNS.into_iter();
        let found =
            arrows.filter_map(|(sign, kind)| Some((text.find(sign)?, sign.len(), kind))).min_by_key(|one| one.0);
        let Some((at, length, kind)) = found else {
            if let Some((left, right)) = text.split_once('=') {
                let (at, here) = (left.len(), format!("{} => {}", left.trim(), right.trim()));
                if Self::parse_plain(&here).is_ok() {
                    return Err(ExpressionError { at, message: say!("relation-equals", here = quoted(&here)) });
                }
            }
            parse_located(text)?;
            let message = say!("relation-none");
            return Err(ExpressionError { at: text.len(), message: say!("relation-missing", message) });
        };
        let (left, right) = (text.get(..at).unwrap_or_default(), text.get(at + length..).unwrap_or_default());
        if let Some(second) = SIGNS.iter().filter_map(|(sign, _)| right.find(sign)).min() {
            return Err(ExpressionError { at: at + length + second, message: say!("relation-second") });
        }
        let (left, mut literals) = parse_located(left)?;
        let moved = |at_right: usize| at + length + at_right;
        let (right, others) = parse_located(right).map_err(|error| ExpressionError { at: moved(error.at), ..error })?;
        literals.extend(others.into_iter().map(|(at, literal)| (moved(at), literal)));
        Ok(Self { left, kind, right, literals })
    }

    /// The summands of the left side; itself if it is not a sum.
    pub fn parts(&self) -> &[Expression] {
        match &self.left {
            Expression::Or(parts) => parts,
            single => std::slice::from_ref(single),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<(&str, &str, &str, usize), (usize, &str)>) {
        match (Relation::parse(text), expected) {
            (Ok(found), Ok((left, sign, right, at))) => {
                let written = (found.left.to_string(), found.kind.sign(), found.right.to_string());
                assert_eq!(written, (left.to_owned(), sign, right.to_owned()), "{text}");
                assert_eq!(found.literals.last().map(|(at, _)| *at), Some(at), "{text}");
            }
            (Err(error), Err((at, words))) => {
                assert_eq!(error.at, at, "{text}: {error}");
                assert_eq!(error.message.to_string(), words, "{text}");
            }
            (found, expected) => panic!("{text}: {found:?} instead of {expected:?}"),
        }
    }

    #[test]
    fn relations_are_read_with_their_places() {
        check("A*B + ~C => Y", Ok(("A*B + ~C", "=>", "Y", 12)));
        check("A + B <= ~Y[2]", Ok(("A + B", "<=", "~Y[2]", 10)));
        check("A->Y", Ok(("A", "=>", "Y", 3)));
        check("A <- Y*Z", Ok(("A", "<=", "Y*Z", 7)));
        check("A**B => Y", Err((2, "`*` where the name of a set, `~` or `(` should stand in the expression `A**B `")));
        check("A => Y)", Err((6, "`)` where `*`, `+` or the end should stand in the expression ` Y)`")));
        check("A => B => Y", Err((7, "a relation has two sides and one sign: write two relations, or one")));
        check("A → Y", Err((2, "`→` is a typographic sign: type `A => Y`")));
        check("A＊B => Y", Err((1, "`＊` is a full-width sign: type `A*B => Y`")));
        check("=> Y", Err((0, "the expression `` ends where the name of a set, `~` or `(` should stand")));
        check("A =>", Err((4, "the expression `` ends where the name of a set, `~` or `(` should stand")));
        check(
            "A*B",
            Err((
                3,
                "the expression says of no outcome whether this is sufficient (`A => Y`) or necessary (`A <= Y`) for it",
            )),
        );
    }
}
