//! Encodes pixels as a PNG file (ISO/IEC 15948): true colour, each row as its difference from the one above.

use super::canvas::Canvas;

/// The filter that encodes a row as its difference from the one above.
const UP: u8 = 2;
/// Pixels per metre at 300 per inch.
const DENSITY: u32 = 11_811;
/// Compression level, up to 10.
const EFFORT: u8 = 6;

/// The canvas as a file.
pub(super) fn png(canvas: &Canvas) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    let side = |pixels: usize| u32::try_from(pixels).unwrap_or(u32::MAX).to_be_bytes();
    // Eight bits a colour, three colours, the usual compression and filters, not interlaced.
    let header = [&side(canvas.width)[..], &side(canvas.height), &[8, 2, 0, 0, 0]].concat();
    chunk(&mut file, b"IHDR", &header);
    chunk(&mut file, b"pHYs", &[&DENSITY.to_be_bytes()[..], &DENSITY.to_be_bytes(), &[1]].concat());
    chunk(&mut file, b"IDAT", &miniz_oxide::deflate::compress_to_vec_zlib(&filtered(canvas), EFFORT));
    chunk(&mut file, b"IEND", &[]);
    file
}

fn filtered(canvas: &Canvas) -> Vec<u8> {
    let line = canvas.width * 3;
    let mut filtered = Vec::with_capacity((line + 1) * canvas.height);
    let mut above = vec![0; line];
    for row in canvas.pixels.chunks_exact(line) {
        filtered.push(UP);
        filtered.extend(row.iter().zip(&above).map(|(this, above)| this.wrapping_sub(*above)));
        above.copy_from_slice(row);
    }
    filtered
}

fn chunk(file: &mut Vec<u8>, name: &[u8; 4], data: &[u8]) {
    file.extend(u32::try_from(data.len()).unwrap_or(u32::MAX).to_be_bytes());
    file.extend(name);
    file.extend(data);
    file.extend(checksum(name.iter().chain(data)).to_be_bytes());
}

/// The cyclic redundancy check of the standard's annex D.
fn checksum<'a>(bytes: impl Iterator<Item = &'a u8>) -> u32 {
    !bytes.fold(u32::MAX, |sum, byte| {
        (0..8).fold(sum ^ u32::from(*byte), |sum, _| if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 })
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
}
