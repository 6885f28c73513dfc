//! The letters of pictures and PDF files: a Song typeface with Latin letters, compiled in.

use ttf_parser::{Face, GlyphId, OutlineBuilder};
use zeno::{Command, PathBuilder};

use super::style::Anchor;

/// The font files, in the order in which letters are looked up: file name, family, bytes.
pub(crate) const FILES: [(&str, &str, &[u8]); 4] = [
    ("song-a.otf", "Equifinal Song A", include_bytes!("../../fonts/song-a.otf")),
    ("song-b.otf", "Equifinal Song B", include_bytes!("../../fonts/song-b.otf")),
    ("song-c.otf", "Equifinal Song C", include_bytes!("../../fonts/song-c.otf")),
    ("latin.ttf", "Equifinal Latin", include_bytes!("../../fonts/latin.ttf")),
];

/// The fonts, read.
pub(crate) struct Fonts {
    faces: Vec<Face<'static>>,
}

/// The position and size of words.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Words {
    /// The place that the anchor means, on the baseline.
    pub(crate) at: [f32; 2],
    /// The size in units of the drawing.
    pub(crate) size: f32,
    /// The part of the words at that position.
    pub(crate) anchor: Anchor,
}

impl Fonts {
    /// All fonts.
    pub(crate) fn load() -> Self {
        Self { faces: FILES.iter().filter_map(|(_, _, bytes)| Face::parse(bytes, 0).ok()).collect() }
    }

    /// The first font with this letter, and its glyph; the glyph for unknown letters if none has it.
    fn glyph(&self, letter: char) -> Option<(&Face<'static>, GlyphId)> {
        let known = self.faces.iter().find_map(|face| Some((face, face.glyph_index(letter)?)));
        known.or_else(|| self.faces.first().map(|face| (face, GlyphId(0))))
    }

    /// The width of a letter in units of a drawing.
    fn advance(face: &Face<'static>, glyph: GlyphId, size: f32) -> f32 {
        f32::from(face.glyph_hor_advance(glyph).unwrap_or(0)) * size / f32::from(face.units_per_em())
    }

    /// The width of words in units of a drawing.
    pub(crate) fn width(&self, words: &str, size: f32) -> f32 {
        words.chars().filter_map(|letter| self.glyph(letter)).map(|(face, id)| Self::advance(face, id, size)).sum()
    }

    /// The outlines of words, added to a path.
    pub(crate) fn outline(&self, text: &str, words: Words, path: &mut Vec<Command>) {
        let text = text.trim();
        let [mut x, y] = words.at;
        x -= match words.anchor {
            Anchor::Start => 0.0,
            Anchor::Middle => self.width(text, words.size) / 2.0,
            Anchor::End => self.width(text, words.size),
        };
        for (face, glyph) in text.chars().filter_map(|letter| self.glyph(letter)) {
            let scale = words.size / f32::from(face.units_per_em());
            face.outline_glyph(glyph, &mut Pen { path, scale, x, y });
            x += Self::advance(face, glyph, words.size);
        }
    }
}

/// Draws the outline of a letter at its place.
struct Pen<'a> {
    path: &'a mut Vec<Command>,
    scale: f32,
    x: f32,
    y: f32,
}

impl Pen<'_> {
    fn at(&self, x: f32, y: f32) -> [f32; 2] {
        [self.x + x * self.scale, self.y - y * self.scale]
    }
}

impl OutlineBuilder for Pen<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let at = self.at(x, y);
        self.path.move_to(at);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let at = self.at(x, y);
        self.path.line_to(at);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (control, at) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(control, at);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (first, second, at) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.curve_to(first, second, at);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::messages;

    #[test]
    fn the_fonts_have_every_letter_of_the_catalogues_and_wide_ones_are_wide() {
        let fonts = Fonts::load();
        assert_eq!(fonts.faces.len(), FILES.len());
        let letters: BTreeSet<char> =
            messages::CATALOGUES.iter().flat_map(|(_, catalogue)| catalogue.chars()).collect();
        let missing: Vec<char> = letters
            .into_iter()
            .filter(|letter| !letter.is_whitespace() && *letter != '␣')
            .filter(|letter| !fonts.faces.iter().any(|face| face.glyph_index(*letter).is_some()))
            .collect();
        assert!(missing.is_empty(), "{missing:?}");
        assert!((fonts.width("县域", 12.0) - 24.0).abs() < 1e-3);
        assert!(fonts.width("il", 12.0) < 12.0);
    }
}
