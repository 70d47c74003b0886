//! Hashes of listed words and of stems.

const BASIS: u64 = 0xcbf2_9ce4_8422_2325;

/// Fowler, Noll and Vo's hash (FNV-1a), 64 bits: fixed, and good for short words.
pub(super) fn hash(bytes: impl IntoIterator<Item = u8>) -> u64 {
    bytes.into_iter().fold(BASIS, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
