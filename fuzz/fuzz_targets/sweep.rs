//! Fuzz target of the reader with this name.
#![no_main]

libfuzzer_sys::fuzz_target!(
    init: equifinal_cli::untrusted::hide_caught_panics(),
    |bytes: &[u8]| equifinal_cli::untrusted::sweep(bytes)
);
