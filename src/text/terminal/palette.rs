//! The colours of a terminal's palette, as a picture or a page has to know them.

use super::Color;

/// The terminal's own sixteen: on a screen they are the user's choice.
const SIXTEEN: [u32; 16] = [
    0x0027_2e38,
    0x00f3_7b73,
    0x006c_c97f,
    0x00e3_b457,
    0x005f_b3f9,
    0x00c3_9bf0,
    0x0055_c6c0,
    0x00d5_dbe3,
    0x0067_7485,
    0x00ff_9d96,
    0x008e_e09d,
    0x00ff_d27d,
    0x008c_caff,
    0x00dc_bfff,
    0x007f_e3dc,
    0x00ff_ffff,
];

impl Color {
    /// The colour as `0xRRGGBB`.
    pub fn rgb(self) -> u32 {
        match self {
            Self::Rgb(r, g, b) => u32::from_be_bytes([0, r, g, b]),
            Self::Indexed(index @ 0..=15) => SIXTEEN[usize::from(index)],
            Self::Indexed(index @ 16..=231) => {
                let level = |n: u8| if n == 0 { 0 } else { 55 + n * 40 };
                let cube = index - 16;
                u32::from_be_bytes([0, level(cube / 36), level(cube / 6 % 6), level(cube % 6)])
            }
            Self::Indexed(index) => {
                let grey = 8 + (index - 232) * 10;
                u32::from_be_bytes([0, grey, grey, grey])
            }
        }
    }
}
