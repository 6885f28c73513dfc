//! The colours of figures.

/// The colours of classes (Okabe & Ito 2008), distinguishable for colour-blind readers and in grey.
pub(crate) const PALETTE: [(&str, &str); 8] = [
    ("blue", "#0072b2"),
    ("orange", "#d55e00"),
    ("green", "#009e73"),
    ("pink", "#cc79a7"),
    ("yellow", "#e69f00"),
    ("sky", "#56b4e9"),
    ("typical", "#0072b2"),
    ("deviant", "#d55e00"),
];
