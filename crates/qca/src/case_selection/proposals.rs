//! The cases that are proposed for study, with their memberships, scores and properties.

/// The cases of a term.
#[derive(Debug, Clone, PartialEq)]
pub struct TermCases {
    /// The term as written in study files.
    pub expression: String,
    /// Typical cases, best first.
    pub typical: Vec<Chosen>,
    /// Cases deviant in consistency, those in kind before those in degree, best first.
    pub deviant_consistency: Vec<Chosen>,
    /// For a term of several literals, the typical cases for each of them.
    pub conjuncts: Vec<ConjunctCases>,
}

/// The typical cases of a term for one of its literals.
#[derive(Debug, Clone, PartialEq)]
pub struct ConjunctCases {
    /// The focal conjunct as written in study files.
    pub expression: String,
    /// The typical cases: by rank, clean corroboration, consistency of the conjunct, unique coverage, then score.
    pub typical: Vec<ConjunctCase>,
}

/// A case with its score.
#[derive(Debug, Clone, PartialEq)]
pub struct Chosen {
    /// Its index.
    pub case: usize,
    /// Its membership in the term or the necessary condition.
    pub membership: f64,
    /// Its membership in the outcome.
    pub outcome: f64,
    /// Its score; the least is the best.
    pub score: f64,
    /// For a typical case, true if it is typical of this term and of no other; for a necessary condition, true if the
    /// case is in this part of it and in no other; for a case that deviates from a part, true if it is in no part.
    pub unique: bool,
    /// For a deviant case, true if it deviates in degree and not in kind.
    pub in_degree: bool,
    /// True if another case of its list ranks the same; the order of the cases then decides.
    pub tied: bool,
}

/// A typical case of a focal conjunct.
#[derive(Debug, Clone, PartialEq)]
pub struct ConjunctCase {
    /// Its index.
    pub case: usize,
    /// Its membership in the focal conjunct.
    pub focal: f64,
    /// Its least membership in a complementary conjunct.
    pub complement: f64,
    /// Its membership in the term.
    pub term: f64,
    /// Its membership in the outcome.
    pub outcome: f64,
    /// Its score.
    pub score: f64,
    /// Its properties.
    pub marks: Marks,
    /// True if another case of the list ranks the same.
    pub tied: bool,
}

/// A case outside the solution.
#[derive(Debug, Clone, PartialEq)]
pub struct RowCase {
    /// Its index.
    pub case: usize,
    /// Its membership in the solution.
    pub solution: f64,
    /// Its membership in the outcome.
    pub outcome: f64,
    /// Its row of the truth table with its membership in it; `None` if a membership is 0.5.
    pub row: Option<(u64, f64)>,
    /// Its score; `None` without a row.
    pub score: Option<f64>,
    /// True if another case of its list ranks the same.
    pub tied: bool,
}

/// Properties of a case that rank before its score.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Marks {
    /// 1 if the focal conjunct decides the membership in the term, because no complementary one is lower; else 2; 0
    /// for a term of one literal.
    pub rank: u8,
    /// Clean corroboration: with rank 1 every complementary conjunct exceeds the outcome, so that the focal conjunct
    /// alone is consistent with it. With rank 2 always true.
    pub clean: bool,
    /// True if the membership in the focal conjunct, or for an irrelevant case in the term, does not exceed the outcome.
    pub within: bool,
    /// See [`Chosen::unique`].
    pub unique: bool,
    /// True if the case is in some term of the model, or in some part of the necessary condition.
    pub covered: bool,
}
