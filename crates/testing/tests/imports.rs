//! Links all code behind `results.json` into one program and checks that it imports no inexact platform function.

use std::hint::black_box;

use equifinal_testing::imports::inexact;

/// The functions that compute results, from survey answers to the text of `results.json`. Taking their addresses makes
/// the linker keep everything they call.
fn entries() -> Vec<*const ()> {
    vec![
        equifinal_studyfile::parse::parse as *const (),
        equifinal_measure::measure as *const (),
        equifinal_measure::answers::answered as *const (),
        equifinal_measure::coded::coded as *const (),
        equifinal_measure::indicators::trend as *const (),
        equifinal_measure::themes::themes as *const (),
        equifinal_measure::audit::audit as *const (),
        equifinal_measure::numbers::numbers as *const (),
        equifinal_calibrate::calibrate as *const (),
        equifinal_calibrate::diagnose as *const (),
        equifinal_calibrate::thresholds::thresholds as *const (),
        equifinal_qca::analyse as *const (),
        equifinal_qca::relation::fit as *const (),
        equifinal_qca::combinations::necessary as *const (),
        equifinal_qca::combinations::sufficient as *const (),
        equifinal_robustness::checks::run_checks as *const (),
        equifinal_robustness::claims::judge as *const (),
        equifinal_robustness::simulate::simulate as *const (),
        equifinal_report::write_results as *const (),
    ]
}

#[test]
fn results_take_no_inexact_function_from_the_platform() {
    assert!(black_box(entries()).iter().all(|entry| !entry.is_null()));
    assert_eq!(inexact(), Ok(Vec::new()));
}
