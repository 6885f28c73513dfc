//! Encodes pixels as a PNG file (ISO/IEC 15948): as places in a list of colours if these are few, otherwise in true colour,
//! each row as its difference from the one above.

use std::collections::BTreeMap;

use super::canvas::Canvas;

/// The filter that leaves a row as it is.
const NONE: u8 = 0;
/// The filter that encodes a row as its difference from the one above.
const UP: u8 = 2;
/// The kind of pixels that are red, green and blue.
const TRUE_COLOUR: u8 = 2;
/// The kind of pixels that are places in a list of colours.
const INDEXED: u8 = 3;
/// Pixels per metre at 300 per inch.
const DENSITY: u32 = 11_811;
/// Compression level, up to 10.
const EFFORT: u8 = 6;

/// The canvas as a file.
pub(super) fn png(canvas: &Canvas) -> Vec<u8> {
    match indexed(canvas) {
        Some((colours, rows)) => file(canvas, INDEXED, Some(&colours.concat()), &rows),
        None => file(canvas, TRUE_COLOUR, None, &differences(canvas)),
    }
}

/// The file with pixels of this kind, a list of colours if they refer to one, and filtered rows.
fn file(canvas: &Canvas, kind: u8, colours: Option<&[u8]>, rows: &[u8]) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let side = |pixels: usize| u32::try_from(pixels).unwrap_or(u32::MAX).to_be_bytes();
    // Eight bits a number, the usual compression and filters, not interlaced.
    let header = [&side(canvas.width)[..], &side(canvas.height), &[8, kind, 0, 0, 0]].concat();
    chunk(&mut file, b"IHDR", &header);
    chunk(&mut file, b"pHYs", &[&DENSITY.to_be_bytes()[..], &DENSITY.to_be_bytes(), &[1]].concat());
    if let Some(colours) = colours {
        chunk(&mut file, b"PLTE", colours);
    }
    chunk(&mut file, b"IDAT", &miniz_oxide::deflate::compress_to_vec_zlib(rows, EFFORT));
    chunk(&mut file, b"IEND", &[]);
    file
}

/// The colours in the order in which they appear, and the rows as places in that list; `None` if a byte cannot count them.
fn indexed(canvas: &Canvas) -> Option<(Vec<[u8; 3]>, Vec<u8>)> {
    let (mut colours, mut places) = (Vec::new(), BTreeMap::new());
    let mut rows = Vec::with_capacity((canvas.width + 1) * canvas.height);
    let mut last = None;
    let (pixels, _) = canvas.pixels.as_chunks::<3>();
    for row in pixels.chunks_exact(canvas.width) {
        rows.push(NONE);
        for colour in row {
            let place = match last {
                Some((same, place)) if same == colour => place,
                _ => match places.get(colour) {
                    Some(place) => *place,
                    None => {
                        let place = u8::try_from(colours.len()).ok()?;
                        colours.push(*colour);
                        places.insert(*colour, place);
                        place
                    }
                },
            };
            last = Some((colour, place));
            rows.push(place);
        }
    }
    Some((colours, rows))
}

fn differences(canvas: &Canvas) -> Vec<u8> {
    let line = canvas.width * 3;
    let mut rows = Vec::with_capacity((line + 1) * canvas.height);
    let mut above = vec![0; line];
    for row in canvas.pixels.chunks_exact(line) {
        rows.push(UP);
        rows.extend(row.iter().zip(&above).map(|(this, above)| this.wrapping_sub(*above)));
        above.copy_from_slice(row);
    }
    rows
}

fn chunk(file: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) {
    file.extend(u32::try_from(data.len()).unwrap_or(u32::MAX).to_be_bytes());
    file.extend(name);
    file.extend(data);
    file.extend(checksum(name.iter().chain(data)).to_be_bytes());
}

/// The checksum's change by each byte.
const CHECKS: [u32; 256] = {
    let mut checks = [0; 256];
    let mut byte = 0;
    while byte < checks.len() {
        let (mut sum, mut bit) = (byte as u32, 0);
        while bit < 8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
            bit += 1;
        }
        checks[byte] = sum;
        byte += 1;
    }
    checks
};

/// The cyclic redundancy check of the standard's annex D.
fn checksum<'a>(bytes: impl Iterator<Item = &'a u8>) -> u32 {
    !bytes.fold(u32::MAX, |sum, byte| {
        let [low, ..] = sum.to_le_bytes();
        (sum >> 8) ^ CHECKS.get(usize::from(low ^ byte)).copied().unwrap_or_default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_checksum_is_that_of_the_standard() {
        assert_eq!(checksum(b"123456789".iter()), 0xCBF4_3926);
        assert_eq!(checksum(b"IEND".iter()), 0xAE42_6082);
    }

    /// The pixels of a file in the order of the canvas, and the kind that it says they are.
    fn decoded(file: &[u8]) -> (u8, Vec<u8>) {
        let (mut rest, mut kind, mut colours, mut rows, mut line) = (&file[8..], 0, Vec::new(), Vec::new(), 0);
        while let [a, b, c, d, name @ ..] = rest {
            let length = u32::from_be_bytes([*a, *b, *c, *d]) as usize;
            let (name, data) = (&name[..4], &name[4..4 + length]);
            match name {
                b"IHDR" => (kind, line) = (data[9], u32::from_be_bytes(data[..4].try_into().unwrap()) as usize),
                b"PLTE" => colours = data.as_chunks::<3>().0.to_vec(),
                b"IDAT" => rows = miniz_oxide::inflate::decompress_to_vec_zlib(data).unwrap(),
                _ => {}
            }
            rest = &rest[length + 12..];
        }
        if kind == INDEXED {
            let pixels = rows.chunks(line + 1).flat_map(|row| &row[1..]);
            return (kind, pixels.flat_map(|place| colours[usize::from(*place)]).collect());
        }
        let mut above = vec![0_u8; line * 3];
        let mut pixels = Vec::new();
        for row in rows.chunks(line * 3 + 1) {
            above = row[1..].iter().zip(&above).map(|(difference, above)| above.wrapping_add(*difference)).collect();
            pixels.extend_from_slice(&above);
        }
        (kind, pixels)
    }

    #[test]
    fn few_colours_are_listed_and_all_pixels_kept() {
        for (colours, kind) in [(1, INDEXED), (256, INDEXED), (257, TRUE_COLOUR), (1000, TRUE_COLOUR)] {
            let mut canvas = Canvas::new(40.0, 30.0, 1.0);
            let numbers = (0..colours).cycle().take(40 * 30);
            canvas.pixels =
                numbers.flat_map(|number: u32| [number.to_le_bytes()[0], number.to_le_bytes()[1], 7]).collect();
            assert_eq!(decoded(&png(&canvas)), (kind, canvas.pixels), "{colours}");
        }
    }
}
