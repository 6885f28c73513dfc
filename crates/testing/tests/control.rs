//! Positive control of `imports`: a program that imports such a function is detected.

use equifinal_testing::imports::inexact;

#[test]
#[expect(clippy::disallowed_methods, reason = "what is looked for must be there")]
fn platform_calls_are_detected() {
    let argument = f64::from(u32::try_from(std::env::args().count()).unwrap_or(1));
    assert!(argument.exp() > 1.0 && argument.ln() >= 0.0);
    assert_eq!(inexact(), Ok(vec!["exp".to_owned(), "log".to_owned()]));
}
