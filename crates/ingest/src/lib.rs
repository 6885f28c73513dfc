//! Bytes of a survey export and a codebook become a typed table.
