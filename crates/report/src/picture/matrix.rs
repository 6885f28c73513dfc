//! Affine transformations, written in SVG as `matrix(a b c d e f)`.

use zeno::Transform;

/// x' = a·x + c·y + e, y' = b·x + d·y + f.
///
/// The drawing library has transforms too, but composes rotations incorrectly.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Matrix([f32; 6]);

impl Matrix {
    /// Everything stays where it is.
    pub(crate) const IDENTITY: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// Everything moves by so much.
    pub(crate) fn translation(x: f32, y: f32) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// Everything grows by these factors.
    pub(crate) fn scale(x: f32, y: f32) -> Self {
        Self([x, 0.0, 0.0, y, 0.0, 0.0])
    }

    /// Everything turns clockwise about the origin.
    pub(crate) fn rotation(degrees: f32) -> Self {
        let angle = degrees.to_radians();
        let (sine, cosine) = (libm::sinf(angle), libm::cosf(angle));
        Self([cosine, sine, -sine, cosine, 0.0, 0.0])
    }

    /// This, and after it the other.
    pub(crate) fn then(self, other: Self) -> Self {
        let (Self([a, b, c, d, e, f]), Self([oa, ob, oc, od, oe, of])) = (self, other);
        Self([
            oa * a + oc * b,
            ob * a + od * b,
            oa * c + oc * d,
            ob * c + od * d,
            oa * e + oc * f + oe,
            ob * e + od * f + of,
        ])
    }

    /// One or more of `translate(x y)`, `rotate(a x y)` and `scale(x y)`.
    pub(crate) fn parse(value: &str) -> Self {
        let parts = value.split(')').filter_map(|part| part.trim().split_once('('));
        parts.fold(Self::IDENTITY, |before, (name, numbers)| {
            let numbers: Vec<f32> = numbers.split([' ', ',']).filter_map(|number| number.parse().ok()).collect();
            let of = |at: usize| numbers.get(at).copied().unwrap_or(0.0);
            let this = match name.trim() {
                "translate" => Self::translation(of(0), of(1)),
                "scale" => Self::scale(of(0), numbers.get(1).copied().unwrap_or(of(0))),
                "rotate" => {
                    Self::translation(-of(1), -of(2)).then(Self::rotation(of(0))).then(Self::translation(of(1), of(2)))
                }
                _ => Self::IDENTITY,
            };
            this.then(before)
        })
    }
}

impl From<Matrix> for Transform {
    fn from(Matrix([a, b, c, d, e, f]): Matrix) -> Self {
        Self::new(a, b, c, d, e, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn points_land_where_svg_says() {
        for (written, point, lands) in [
            ("translate(3 4)", [1.0, 1.0], [4.0, 5.0]),
            ("rotate(90)", [1.0, 0.0], [0.0, 1.0]),
            ("rotate(-90 14 207)", [14.0, 207.0], [14.0, 207.0]),
            ("rotate(-90 20 20)", [0.0, 0.0], [0.0, 40.0]),
            ("translate(10 0) scale(2)", [1.0, 1.0], [12.0, 2.0]),
        ] {
            let Matrix([a, b, c, d, e, f]) = Matrix::parse(written);
            let [x, y] = point;
            let landed = [a * x + c * y + e, b * x + d * y + f];
            assert!(landed.iter().zip(lands).all(|(at, wanted)| (at - wanted).abs() < 1e-3), "{written}: {landed:?}");
        }
    }
}
