//! A ZIP archive of parts as they stand, with true checksums: no change of a part is caught by one.

/// The bytes of the archive.
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let number = |number: usize| u32::try_from(number).unwrap_or(u32::MAX).to_le_bytes();
    let (mut out, mut index) = (Vec::new(), Vec::new());
    for (name, bytes) in parts {
        let start = out.len();
        let mut facts = vec![20, 0, 0, 0, 0, 0, 0, 0, 0x21, 0];
        facts.extend(crc(bytes).to_le_bytes());
        facts.extend(number(bytes.len()));
        facts.extend(number(bytes.len()));
        facts.extend(u16::try_from(name.len()).unwrap_or(0).to_le_bytes());
        facts.extend([0, 0]);
        out.extend(b"PK\x03\x04");
        out.extend(&facts);
        out.extend(name.as_bytes());
        out.extend(*bytes);
        index.extend(b"PK\x01\x02\x14\x00");
        index.extend(&facts);
        index.extend([0; 10]);
        index.extend(number(start));
        index.extend(name.as_bytes());
    }
    let (start, count) = (out.len(), u16::try_from(parts.len()).unwrap_or(0).to_le_bytes());
    out.extend(&index);
    out.extend(b"PK\x05\x06\x00\x00\x00\x00");
    out.extend(count);
    out.extend(count);
    out.extend(number(index.len()));
    out.extend(number(start));
    out.extend([0, 0]);
    out
}

fn crc(bytes: &[u8]) -> u32 {
    let step = |crc: u32, byte: &u8| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| if crc & 1 == 1 { crc >> 1 ^ 0xedb8_8320 } else { crc >> 1 })
    };
    !bytes.iter().fold(!0, step)
}
