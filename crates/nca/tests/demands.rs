//! The demand of one level of the outcome is that of the bottleneck table.

use equifinal_nca::analyse;
use equifinal_nca::findings::Findings;
use equifinal_nca::sample::{Sample, Variable};
use equifinal_study::config::{Corner, Cutoff, NcaSpec};

/// The findings on cases whose outcome leaves the ends of its scope empty, so that some levels are not attainable.
fn findings(corner: Corner, cutoff: Cutoff, level: f64) -> Findings {
    let variable = |set: &str, values: [f64; 4]| Variable {
        set: set.to_owned(),
        values: values.to_vec(),
        memberships: values.to_vec(),
        slope: None,
    };
    let mut spec = NcaSpec { permutations: 0, outliers: 0, ..NcaSpec::new("plain", "Y", vec!["X".to_owned()]) };
    spec.scope = vec![("Y".to_owned(), (0.0, 5.0))];
    spec.corners = vec![("X".to_owned(), corner)];
    (spec.bottleneck.cutoff, spec.bottleneck.level) = (cutoff, Some(level));
    let sample = Sample {
        cases: ["a", "b", "c", "d"].map(str::to_owned).to_vec(),
        outcome: variable("Y", [1.0, 2.0, 3.0, 2.0]),
        conditions: vec![variable("X", [1.0, 2.0, 4.0, 3.0])],
        groups: None,
        without_value: Vec::new(),
    };
    analyse(&spec, sample, [1; 32])
}

#[test]
fn the_demand_of_a_level_is_that_of_its_row() {
    for corner in Corner::ALL {
        for cutoff in [Cutoff::Named, Cutoff::Scope, Cutoff::Computed] {
            let levels = findings(corner, cutoff, 50.0).levels;
            assert_eq!(levels.len(), 11);
            for (at, level) in levels.iter().enumerate() {
                let found = findings(corner, cutoff, level.shown);
                let analysed = found.conditions[0].analysed.as_ref().unwrap();
                let row = analysed.deciding().unwrap().bottleneck.as_ref().unwrap()[at];
                assert_eq!(analysed.chosen.required, row, "{corner:?}, {cutoff:?}, level {}", level.shown);
            }
        }
    }
}
