//! A file as a stream of text bytes: what it is by its first bytes, its compression taken off, its digest on the way.

use std::cell::RefCell;
use std::io::{self, BufRead, BufReader, Cursor, Read};
use std::rc::Rc;

use encoding_rs_io::DecodeReaderBytesBuilder;
use flate2::bufread::MultiGzDecoder;
use ruzstd::decoding::StreamingDecoder;

use super::blocks::BLOCK;
use super::encoding::{Encoding, Sniffed, sniff};
use crate::ingest::digest::Hasher;
use crate::ingest::folder::InputFile;
use crate::ingest::watch::{Watch, Watched};

/// Largest window of a zstd frame, and so the memory that reading one takes.
const ZSTD_WINDOW: u64 = 128 << 20;

/// What a file is, by its first bytes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Container {
    /// Text.
    Text,
    /// Text in gzip.
    Gzip,
    /// Text in Zstandard.
    Zstd,
    /// A spreadsheet, or a page with tables.
    Book,
    /// Something that holds no table for this program, by its kind (`file-kind-KIND` names it).
    Other(&'static str),
}

impl Container {
    /// Of a file that begins with these bytes.
    #[must_use]
    pub fn of(start: &[u8]) -> Self {
        const SIGNS: [(&[u8], Container); 13] = [
            (b"\x1f\x8b", Container::Gzip),
            (b"\x28\xb5\x2f\xfd", Container::Zstd),
            (b"PK\x03\x04", Container::Book),
            (b"PK\x05\x06", Container::Book),
            (b"%PDF", Container::Other("pdf")),
            (b"\x89PNG", Container::Other("picture")),
            (b"\xff\xd8\xff", Container::Other("picture")),
            (b"\xd0\xcf\x11\xe0", Container::Book),
            (b"PAR1", Container::Other("parquet")),
            (b"BZh", Container::Other("bzip2")),
            (b"\xfd7zXZ", Container::Other("xz")),
            (b"7z\xbc\xaf", Container::Other("7z")),
            (b"SQLite format 3", Container::Other("sqlite")),
        ];
        let sign = SIGNS.iter().find(|(sign, _)| start.starts_with(sign));
        match sign {
            Some((_, container)) => *container,
            None if is_page(start) => Self::Book,
            None => Self::Text,
        }
    }
}

/// Whether a file begins as a page does: with a tag, a comment or a declaration.
fn is_page(start: &[u8]) -> bool {
    let bare: Vec<u8> = start.iter().copied().filter(|byte| *byte != 0).collect();
    let bare = [b"\xef\xbb\xbf".as_slice(), b"\xff\xfe", b"\xfe\xff"]
        .iter()
        .find_map(|mark| bare.strip_prefix(*mark))
        .unwrap_or(&bare);
    match bare.trim_ascii_start() {
        [b'<', letter, ..] => letter.is_ascii_alphabetic() || matches!(letter, b'!' | b'?'),
        _ => false,
    }
}

/// A text file, opened.
pub struct Source {
    /// Its first bytes in UTF-8, without a byte order mark, up to a block.
    pub sample: Vec<u8>,
    /// What follows the sample.
    pub rest: Box<dyn Read>,
    /// Whether the sample is all of it.
    pub sample_is_whole: bool,
    /// Its encoding.
    pub encoding: Encoding,
}

/// What came of opening a text file.
pub enum Opened {
    /// It can be read.
    Text(Source),
    /// Its encoding must be named: the likeliest, and a piece of text in it.
    EncodingAsked(Encoding, String),
}

/// Opens a text file whose container is known, decoded as pinned or as sniffed. `hasher` takes every byte of the file.
///
/// # Errors
///
/// What the operating system or the decompressor says.
pub fn open(
    file: &InputFile,
    container: Container,
    pinned: Option<Encoding>,
    hasher: Option<&Rc<RefCell<Hasher>>>,
    watch: &Watch,
) -> io::Result<Opened> {
    let raw = Watched::new(file.open()?, watch);
    let raw: Box<dyn Read> = match hasher {
        Some(hasher) => Box::new(Hashed { inner: raw, hasher: Rc::clone(hasher) }),
        None => Box::new(raw),
    };
    let mut bytes: Box<dyn Read> = match container {
        Container::Gzip => Box::new(MultiGzDecoder::new(BufReader::with_capacity(BLOCK, raw))),
        Container::Zstd => Box::new(ZstdFrames::new(BufReader::with_capacity(BLOCK, raw))),
        _ => raw,
    };
    let (start, whole) = first(&mut bytes)?;
    let encoding = match pinned.map_or_else(|| sniff(&start, whole), Sniffed::Read) {
        Sniffed::Read(encoding) => encoding,
        Sniffed::Asked(encoding, sample) => return Ok(Opened::EncodingAsked(encoding, sample)),
    };
    let bytes = Cursor::new(start).chain(bytes);
    let mut rest: Box<dyn Read> = if encoding.is_utf8() {
        Box::new(bytes)
    } else {
        // A mark outranks a name, so that "utf-16" means either order.
        Box::new(DecodeReaderBytesBuilder::new().encoding(Some(encoding.standard())).bom_override(true).build(bytes))
    };
    let (mut sample, sample_is_whole) = first(&mut rest)?;
    if sample.starts_with("\u{feff}".as_bytes()) {
        sample.drain(..3);
    }
    Ok(Opened::Text(Source { sample, rest, sample_is_whole, encoding }))
}

/// The first block of bytes, and whether that is all.
fn first(input: &mut impl Read) -> io::Result<(Vec<u8>, bool)> {
    let mut start = Vec::new();
    let read = input.take(BLOCK as u64).read_to_end(&mut start)?;
    Ok((start, read < BLOCK))
}

struct Hashed<R> {
    inner: R,
    hasher: Rc<RefCell<Hasher>>,
}

impl<R: Read> Read for Hashed<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let read = self.inner.read(buffer)?;
        self.hasher.borrow_mut().update(&buffer[..read]);
        Ok(read)
    }
}

/// Zstandard frames one after the other, as parallel compressors write them.
struct ZstdFrames<R: BufRead> {
    frame: Option<StreamingDecoder<R, ruzstd::decoding::FrameDecoder>>,
    between: Option<R>,
}

impl<R: BufRead> ZstdFrames<R> {
    fn new(input: R) -> Self {
        Self { frame: None, between: Some(input) }
    }
}

/// Compares what a frame says of its content with what came out of it.
fn verify(frame: &ruzstd::decoding::FrameDecoder) -> io::Result<()> {
    match (frame.get_checksum_from_data(), frame.get_calculated_checksum()) {
        (Some(said), Some(found)) if said != found => {
            Err(io::Error::new(io::ErrorKind::InvalidData, "the content is not what its checksum says"))
        }
        _ => Ok(()),
    }
}

impl<R: BufRead> Read for ZstdFrames<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        loop {
            if let Some(frame) = &mut self.frame {
                let read = frame.read(buffer)?;
                if read > 0 || buffer.is_empty() {
                    return Ok(read);
                }
                verify(&frame.decoder)?;
                self.between = self.frame.take().map(StreamingDecoder::into_inner);
            }
            let Some(mut input) = self.between.take() else { return Ok(0) };
            if input.fill_buf()?.is_empty() {
                return Ok(0);
            }
            let frame = StreamingDecoder::new_with_max_window_size(input, ZSTD_WINDOW);
            self.frame = Some(frame.map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error.to_string()))?);
        }
    }
}
