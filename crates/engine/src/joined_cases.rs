//! Adds scores given by case names to the table of cases.

use equifinal_study::message::Message;
use equifinal_study::say;
use std::collections::{BTreeMap, BTreeSet};

use equifinal_study::config::ScoreSource;
use equifinal_study::missing::MISSING;
use equifinal_study::table::{CaseTable, Cells, Column, Uncertainty};

/// One score a case, from a file other than the table of cases.
pub(crate) struct Scored<'a> {
    /// The name of the column.
    pub(crate) name: &'a str,
    /// The kind of source.
    pub(crate) source: ScoreSource,
    /// The file, for messages.
    pub(crate) file: &'a str,
    /// The scores by case.
    pub(crate) scores: BTreeMap<&'a str, f64>,
    /// The measurement error of the scores.
    pub(crate) uncertainty: ScoreUncertainty<'a>,
    /// The remedy for a case without a score.
    pub(crate) remedy: Message,
    /// True if a case may have no score.
    pub(crate) may_lack: bool,
}

/// Measurement error of scores.
pub(crate) enum ScoreUncertainty<'a> {
    /// Given by their reliability, if known.
    Reliability(Option<f64>),
    /// Given by the disagreement of coders, by case.
    Codings(BTreeMap<&'a str, &'a [f64]>),
}

impl ScoreUncertainty<'_> {
    fn of(&self, cases: &[String]) -> Uncertainty {
        match self {
            Self::Reliability(reliability) => reliability.map_or(Uncertainty::Unknown, Uncertainty::Reliability),
            Self::Codings(given) => {
                let given = |case: &String| given.get(case.as_str()).map_or_else(Vec::new, |given| given.to_vec());
                Uncertainty::Codings(cases.iter().map(given).collect())
            }
        }
    }
}

/// The table of cases with these columns; without such a table, the names in `cases` are the cases.
///
/// # Errors
/// Every case without a score, and every scored case that is not in the table of cases.
pub(crate) fn joined<'a>(
    own: CaseTable,
    cases: &BTreeSet<&'a str>,
    columns: &[Scored<'a>],
) -> Result<CaseTable, Vec<Message>> {
    let mut table = own;
    let mut problems = Vec::new();
    let Some(first) = columns.first() else { return Ok(table) };
    if table.cases.is_empty() {
        first.file.clone_into(&mut table.file);
        table.cases = cases.iter().map(|case| (*case).to_owned()).collect();
        table.lines = vec![1; table.cases.len()];
    } else {
        let known: BTreeSet<&str> = table.cases.iter().map(String::as_str).collect();
        let unknown = cases.difference(&known).filter(|case| !table.excludes(case));
        let file = &table.file;
        problems.extend(unknown.map(|case| say!("case-not-in", file = first.file, case, cases = file)));
    }
    let mut added = Vec::new();
    for Scored { name, source, file, scores, uncertainty, remedy, may_lack } in columns {
        let score = |case: &String| scores.get(case.as_str()).copied();
        let lacking = table.cases.iter().filter(|case| score(case).is_none() && !may_lack);
        let problem = |case| say!("case-without-score", file, name, case, remedy);
        problems.extend(lacking.map(problem));
        let cells = Cells::Numbers(table.cases.iter().map(|case| score(case).unwrap_or(MISSING)).collect());
        let column = Column::of_file((*name).to_owned(), cells);
        added.push(Column { source: source.clone(), uncertainty: uncertainty.of(&table.cases), ..column });
    }
    table.columns.extend(added);
    if problems.is_empty() { Ok(table) } else { Err(problems) }
}
