//! Pixels on white paper.

use zeno::{Command, Mask, Stroke, Transform};

use super::matrix::Matrix;
use super::style::{Paint, Style};

/// Steps from no coverage of a pixel to all of it. More steps are not seen at the edge of a letter, and fewer colours make
/// smaller files.
const STEPS: f32 = 15.0;

/// A picture being painted.
pub(crate) struct Canvas {
    pub(crate) width: usize,
    pub(crate) height: usize,
    scale: f32,
    /// Red, green, blue of every pixel, row by row.
    pub(crate) pixels: Vec<u8>,
}

impl Canvas {
    /// White paper of this size in units of the drawing.
    pub(crate) fn new(width: f32, height: f32, scale: f32) -> Self {
        let pixels = |side: f32| libm::ceilf(side * scale).clamp(1.0, 16_384.0) as usize;
        let (width, height) = (pixels(width), pixels(height));
        Self { width, height, scale, pixels: vec![u8::MAX; width * height * 3] }
    }

    /// Fills a path, then strokes it, as its style says.
    pub(crate) fn draw(&mut self, path: &[Command], style: &Style) {
        if path.is_empty() {
            return;
        }
        let transform = Transform::from(style.transform.then(Matrix::scale(self.scale, self.scale)));
        let colour = |paint: Paint| match paint {
            Paint::None => None,
            Paint::Current => Some(style.colour),
            Paint::Colour(colour) => Some(colour),
        };
        if let Some(colour) = colour(style.fill) {
            let (mask, place) = Mask::new(path).transform(Some(transform)).render();
            self.cover(&mask, place, colour, style.fill_opacity * style.opacity);
        }
        if let Some(colour) = colour(style.stroke) {
            let mut stroke = Stroke::new(style.width);
            stroke.dash(&style.dash, 0.0);
            let (mask, place) = Mask::new(path).style(stroke).transform(Some(transform)).render();
            self.cover(&mask, place, colour, style.stroke_opacity * style.opacity);
        }
    }

    /// Lays a colour over the paper where the mask is.
    fn cover(&mut self, mask: &[u8], place: zeno::Placement, colour: [u8; 3], opacity: f32) {
        let width = place.width as usize;
        if width == 0 {
            return;
        }
        for (row, line) in mask.chunks_exact(width).enumerate() {
            let Some(y) = position(place.top, row, self.height) else { continue };
            for (column, &coverage) in line.iter().enumerate().filter(|(_, coverage)| **coverage > 0) {
                let Some(x) = position(place.left, column, self.width) else { continue };
                let alpha = libm::roundf(f32::from(coverage) / 255.0 * STEPS) / STEPS * opacity;
                let start = (y * self.width + x) * 3;
                for (pixel, colour) in self.pixels.iter_mut().skip(start).take(3).zip(colour) {
                    let mixed = f32::from(*pixel) + (f32::from(colour) - f32::from(*pixel)) * alpha;
                    *pixel = (mixed + 0.5) as u8;
                }
            }
        }
    }
}

/// Where a pixel of a mask lies on the paper, if it does.
fn position(start: i32, offset: usize, side: usize) -> Option<usize> {
    let at = i64::from(start) + i64::try_from(offset).ok()?;
    usize::try_from(at).ok().filter(|at| *at < side)
}
