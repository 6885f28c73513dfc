//! The parts of a study that decide how its data files become evidence. If only other parts change, the files are not
//! read again.

use equifinal_calibrate::wanted_columns;
use equifinal_study::config::{
    AnswersSpec, CodingSpec, DataTable, IndicatorTable, ScoreSource, SetSpec, SetTime, Study, Survey, TableKind,
    ThemeSpec,
};
use equifinal_study::table::ColumnKind;

use crate::weights::column;

/// The parts of a study that its evidence depends on.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Reading {
    /// The study's id, which names its draws.
    pub(crate) id: String,
    /// See [`Study::tables`].
    pub(crate) tables: Vec<DataTable>,
    /// See [`Study::surveys`].
    pub(crate) surveys: Vec<Survey>,
    /// See [`Study::codings`].
    pub(crate) codings: Vec<CodingSpec>,
    /// See [`Study::indicators`].
    pub(crate) indicators: Vec<IndicatorTable>,
    /// See [`Study::themes`].
    pub(crate) themes: Vec<ThemeSpec>,
    /// See [`Study::answers`].
    pub(crate) answers: Vec<AnswersSpec>,
    /// The sources of the sets of the study and of its alternatives.
    pub(crate) uses: Vec<Use>,
    /// See [`Study::has_unit_cases`].
    pub(crate) unit_cases: bool,
}

/// The source of a set's values.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Use {
    /// The kind of source.
    pub(crate) source: ScoreSource,
    /// The column, construct or condition.
    pub(crate) column: String,
    /// The type of value that the calibration needs; `None` if it needs none.
    pub(crate) kind: Option<ColumnKind>,
    /// The scores defined by the set's rubric.
    pub(crate) rubric: Vec<f64>,
    /// True for a set of the study itself, false for one of an alternative.
    pub(crate) own: bool,
    /// True if the set says what becomes of a case without a value.
    pub(crate) may_lack: bool,
    /// The name of the set; empty for a column that is not a set.
    pub(crate) set: String,
    /// See [`SetSpec::time`].
    pub(crate) time: Option<SetTime>,
}

impl Use {
    fn of(set: &SetSpec, own: bool) -> Self {
        Self {
            source: set.source.clone(),
            column: set.column.clone(),
            kind: wanted_columns([set]).pop().map(|(_, kind)| kind),
            rubric: set.rubric.iter().map(|(score, _)| *score).collect(),
            own,
            may_lack: set.missing.is_some(),
            set: set.name.clone(),
            time: set.time.clone(),
        }
    }

    /// A column that names the group of each case.
    fn of_groups(column: &str) -> Self {
        Self { may_lack: true, ..Self::of_column(column, ColumnKind::Text) }
    }

    /// A column of the table of cases that is not a set; every case has a value of it.
    fn of_column(column: &str, kind: ColumnKind) -> Self {
        let (source, column) = (ScoreSource::Table, column.to_owned());
        let (set, time) = (String::new(), None);
        Self { source, column, kind: Some(kind), rubric: Vec::new(), own: true, may_lack: false, set, time }
    }
}

impl Reading {
    /// The parts of `study`.
    pub(crate) fn of(study: &Study) -> Self {
        let of_alternatives = study.alternatives.iter().flat_map(|alternative| &alternative.variant.sets);
        let uses =
            study.sets.iter().map(|set| Use::of(set, true)).chain(of_alternatives.map(|set| Use::of(set, false)));
        let uses = uses.chain(study.nca.iter().filter_map(|nca| nca.groups.as_deref()).map(Use::of_groups));
        let clusters = study.tables.iter().filter_map(|table| table.cluster.as_deref()).map(Use::of_groups);
        let parts = study.analyses.iter().filter_map(|analysis| analysis.partition.as_ref()?.column());
        let uses = uses.chain(parts.map(Use::of_groups));
        let weight = column(&study.tables).map(|column| Use::of_column(column, ColumnKind::Number));
        let uses = uses.chain(clusters).chain(weight);
        Self {
            id: study.id.clone(),
            tables: study.tables.clone(),
            surveys: study.surveys.clone(),
            codings: study.codings.clone(),
            indicators: study.indicators.clone(),
            themes: study.themes.clone(),
            answers: study.answers.clone(),
            uses: uses.collect(),
            unit_cases: study.has_unit_cases(),
        }
    }

    /// The file of the table with this name; empty if there is none.
    pub(crate) fn file(&self, table: &str) -> &str {
        self.tables.iter().find(|known| known.name == table).map_or("", |table| table.file.as_str())
    }

    /// The study has a table of cases.
    pub(crate) fn has_cases(&self) -> bool {
        self.tables.iter().any(|table| table.kind == TableKind::Cases)
    }

    /// True if every set that takes values of this type from a column says what becomes of a case without one. Scores
    /// from other periods are looked at after they are made.
    pub(crate) fn may_lack(&self, source: &ScoreSource, column: &str, kind: ColumnKind) -> bool {
        let mut uses =
            self.uses.iter().filter(|one| one.source == *source && one.column == column && one.kind == Some(kind));
        uses.all(|one| one.may_lack || one.time.is_some())
    }

    /// The columns that the uses selected by `wanted` need, once per type, in the order of the sets.
    pub(crate) fn columns(&self, wanted: impl Fn(&Use) -> bool) -> Vec<(String, ColumnKind)> {
        let mut columns = Vec::new();
        for one in self.uses.iter().filter(|one| wanted(one)) {
            let Some(kind) = one.kind else { continue };
            let column = (one.column.clone(), kind);
            if !columns.contains(&column) {
                columns.push(column);
            }
        }
        columns
    }
}
