//! Scores become set memberships.
