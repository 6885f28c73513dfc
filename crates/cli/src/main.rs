//! The only crate that touches the outside world.

fn main() {}
