//! Responses and codings become one score per case and set, with their reliability.
