//! Panels: a row a unit and period, or a row a unit with one column a period.

use equifinal_ingest::{IngestErrors, Limits, Wanted, read_cases};
use equifinal_study::config::{Exclusion, TimeKeys, WideKeys};
use equifinal_study::table::{CaseTable, Cells, ColumnKind};
use equifinal_study::text::Text;

fn long() -> TimeKeys {
    TimeKeys::Column("year".to_owned())
}

fn wide(times: &[&str]) -> TimeKeys {
    TimeKeys::Wide(WideKeys {
        column: "{name}_{time}".to_owned(),
        times: times.iter().map(|time| (*time).to_owned()).collect(),
    })
}

/// Reads `x`, which may lack cells, and `region` as text.
fn read(text: &str, time: TimeKeys, excluded: &[&str]) -> Result<CaseTable, IngestErrors> {
    let number = ("x".to_owned(), ColumnKind::Number);
    let exclude = excluded.iter().map(|case| Exclusion { case: (*case).to_owned(), because: Text::plain("why") });
    let wanted = Wanted {
        id: "county".to_owned(),
        time: Some(time),
        columns: vec![number.clone(), ("region".to_owned(), ColumnKind::Text)],
        may_lack: [number].into(),
        exclude: exclude.collect(),
        ..Wanted::default()
    };
    read_cases("a.csv", text.as_bytes(), &wanted, Limits::default())
}

/// Each case with its line, number and region, and the gaps.
fn shown(table: &CaseTable) -> String {
    let mut shown = Vec::new();
    for (at, (case, line)) in table.cases.iter().zip(&table.lines).enumerate() {
        let cell = |cells: &Cells| match cells {
            Cells::Numbers(numbers) => numbers[at].to_string(),
            Cells::Texts(texts, _) => texts[at].clone(),
        };
        let cells: Vec<String> = table.columns.iter().map(|column| cell(&column.cells)).collect();
        shown.push(format!("{case} [{line}] {}", cells.join(" ")));
    }
    let shape = table.detected.notes.panel.clone().expect("a panel");
    let gaps: Vec<String> = shape.gaps.iter().map(|gap| format!("{}: {}", gap.unit, gap.times.join(", "))).collect();
    shown.push(format!("{} × {}; {}", shape.units, shape.periods.join(" "), gaps.join("; ")));
    shown.join("\n")
}

#[test]
fn a_case_is_a_unit_in_a_period() {
    let check = |text: &str, time: TimeKeys, excluded: &[&str], expected: &str| {
        let table = read(text, time, excluded).unwrap_or_else(|errors| panic!("{errors}"));
        assert_eq!(shown(&table), expected, "{text}");
    };
    let rows = "county,year,x,region\nA,2018,1,east\nB10,2019,2,west\nA,2019年,,east\nB2,2018.0,4,west\n";
    check(
        rows,
        long(),
        &[],
        "A · 2018 [2] 1 east\nB10 · 2019 [3] 2 west\nA · 2019 [4] NaN east\nB2 · 2018 [5] 4 west\n\
         3 × 2018 2019; B2: 2019; B10: 2018",
    );
    // A unit is excluded in every period, a case in its own; their cells are not read.
    check(rows, long(), &["A", "B2 · 2018"], "B10 · 2019 [3] 2 west\n1 × 2019; ");
    check("county,year,x,region\nA,2018,1,e\n全国,合计,?,\n", long(), &["全国"], "A · 2018 [2] 1 e\n1 × 2018; ");
    // One column a period; what has none is the same in all; a unit without any value in a period is no case in it.
    let columns = "county,x_2018,x_2019,region\nA,1,2,east\nB,,4,west\n";
    check(
        columns,
        wide(&["2018", "2019"]),
        &[],
        "A · 2018 [2] 1 east\nA · 2019 [2] 2 east\nB · 2019 [3] 4 west\n2 × 2018 2019; B: 2018",
    );
    check(columns, wide(&["2019"]), &["B"], "A · 2019 [2] 2 east\n1 × 2019; ");
}

#[test]
fn mistakes_in_units_and_periods_are_named() {
    let check = |text: &str, time: TimeKeys, excluded: &[&str], expected: &str| {
        let errors = read(text, time, excluded).expect_err(text).to_string();
        assert_eq!(errors, expected, "{text}");
    };
    check(
        "county,year,x,region\nA,2018,1,e\nB,first,1,e\n,2018,1,e\nB,,1,e\nA,2018年,3,e\n",
        long(),
        &[],
        "a.csv: line 3, column `year`, unit `B`: \"first\" is not a period; write a whole number (2019) or a date \
         (2019-03, 2019-03-31)\n\
         a.csv: line 5, column `year`: `B` has no period; give it a whole number or a date\n\
         a.csv: line 6: `A` in 2018 stands in line 2 already; a unit is one case a period, so remove or correct one of \
         the rows\n\
         a.csv: line 4, column `county`: the case id is empty",
    );
    check(
        "county,x_2018,x_2019,region\nA,1,2,e\nB,1,1,e\nA,3,4,e\n",
        wide(&["2018", "2019"]),
        &[],
        "a.csv: line 4: `A` in 2018 stands in line 2 already; a unit is one case a period, so remove or correct one of \
         the rows",
    );
    check(
        "county,x_2018,x_2019,region\nA,1,2,e\n",
        wide(&["2017", "2018", "2019"]),
        &[],
        "a.csv: line 1: column `x` is there for some periods only; there is no column `x_2017`; add it, with empty cells \
         if there are no values",
    );
    check(
        "county,y_2018,region\nA,1,e\n",
        wide(&["2018"]),
        &[],
        "a.csv: line 1: there is no column `x_2018`; did you mean `y_2018`?",
    );
    check(
        "county,year,x,region\nA,2018,1,e\n",
        long(),
        &["C"],
        "a.csv: `exclude` names the case `C`, but no row has it in the column `county`: there are `A · 2018`, `A`",
    );
}
