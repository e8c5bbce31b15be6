//! An SVG of ours read back: its texts with the room that they take, its bars with their figures, and what lies under a
//! place. Texts are measured with the face's own advances, by nothing that the layout uses.

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use skrifa::prelude::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider as _};

pub type Colour = (u8, u8, u8);

/// Capital letters and descents of Noto Sans over the size, from its OS/2 table.
const ABOVE: f64 = 0.714;
const BELOW: f64 = 0.2;

pub struct Drawing {
    pub width: f64,
    pub height: f64,
    pub texts: Vec<Text>,
    pub bars: Vec<Bar>,
    grounds: Vec<Ground>,
    lines: Vec<Line>,
}

/// A piece of a straight line that was stroked.
struct Line {
    order: usize,
    ends: [(f64, f64); 2],
}

pub struct Text {
    pub words: String,
    pub ink: Colour,
    pub order: usize,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

pub struct Bar {
    pub figure: f64,
    pub width: f64,
    pub height: f64,
    pub bottom: f64,
}

/// A filled area, as a box.
struct Ground {
    order: usize,
    fill: Colour,
    alpha: f64,
    left: f64,
    top: f64,
    right: f64,
    bottom: f64,
}

impl Text {
    pub fn middle(&self) -> (f64, f64) {
        ((self.left + self.right) / 2.0, (self.top + self.bottom) / 2.0)
    }
}

impl Drawing {
    pub fn read(svg: &str) -> Self {
        let faces = ["Regular", "Bold"].map(|weight| {
            let path = super::harness::root().join(format!("src/render/chart/scene/typeface/NotoSans-{weight}.ttf"));
            std::fs::read(path).unwrap()
        });
        let faces = faces.each_ref().map(|bytes| FontRef::new(bytes).unwrap());
        let mut drawing = Self {
            width: 0.0,
            height: 0.0,
            texts: Vec::new(),
            bars: Vec::new(),
            grounds: Vec::new(),
            lines: Vec::new(),
        };
        let mut reader = Reader::from_str(svg);
        let mut open: Option<(BytesStart<'static>, String)> = None;
        let mut order = 0;
        loop {
            let event = reader.read_event().unwrap();
            order += 1;
            match event {
                Event::Start(tag) if tag.name().as_ref() == "svg" => {
                    (drawing.width, drawing.height) = (number(&tag, "width"), number(&tag, "height"));
                }
                Event::Start(tag) if tag.name().as_ref() == "text" => open = Some((tag.into_owned(), String::new())),
                Event::Text(text) => {
                    if let Some((_, words)) = &mut open {
                        words.push_str(text.as_ref());
                    }
                }
                Event::GeneralRef(entity) => {
                    if let Some((_, words)) = &mut open {
                        let name = entity.as_ref();
                        words.push_str(quick_xml::escape::resolve_predefined_entity(name).unwrap());
                    }
                }
                Event::End(tag) if tag.name().as_ref() == "text" => {
                    let (tag, words) = open.take().unwrap();
                    drawing.texts.push(text(&tag, words, &faces, order));
                }
                Event::Empty(tag) => drawing.area(&tag, order),
                Event::Eof => return drawing,
                _ => {}
            }
        }
    }

    fn area(&mut self, tag: &BytesStart<'_>, order: usize) {
        if get(tag, "stroke").is_some() {
            let path = get(tag, "d").unwrap();
            let mut last = None;
            for step in path
                .replace('M', " M")
                .replace('L', " L")
                .replace('Z', " ")
                .split(" M")
                .filter(|part| !part.trim().is_empty())
            {
                last = None;
                for place in step.split(" L").filter(|place| !place.trim().is_empty()) {
                    let mut numbers = place.split_whitespace().map(|number| number.parse::<f64>().unwrap());
                    let here = (numbers.next().unwrap(), numbers.next().unwrap());
                    if let Some(last) = last {
                        self.lines.push(Line { order, ends: [last, here] });
                    }
                    last = Some(here);
                }
            }
            let _ = last;
        }
        let Some(fill) = get(tag, "fill").filter(|fill| fill.starts_with('#')) else { return };
        let fill = colour(&fill);
        let alpha = get(tag, "fill-opacity").map_or(1.0, |alpha| alpha.parse().unwrap());
        let (left, top, right, bottom) = if tag.name().as_ref() == "rect" {
            let (left, top) = (number(tag, "x"), number(tag, "y"));
            (left, top, left + number(tag, "width"), top + number(tag, "height"))
        } else {
            let path = get(tag, "d").unwrap();
            let numbers: Vec<f64> = path
                .split(|letter: char| letter.is_ascii_alphabetic() || letter == ' ')
                .filter(|part| !part.is_empty())
                .map(|part| part.parse().unwrap())
                .collect();
            let of = |offset: usize| numbers.iter().skip(offset).step_by(2).copied();
            let least = |values: &mut dyn Iterator<Item = f64>| values.fold(f64::INFINITY, f64::min);
            let most = |values: &mut dyn Iterator<Item = f64>| values.fold(f64::NEG_INFINITY, f64::max);
            (least(&mut of(0)), least(&mut of(1)), most(&mut of(0)), most(&mut of(1)))
        };
        if let Some(figure) = get(tag, "data-figure") {
            let (width, height) = (right - left, bottom - top);
            self.bars.push(Bar { figure: figure.parse().unwrap(), width, height, bottom });
        }
        self.grounds.push(Ground { order, fill, alpha, left, top, right, bottom });
    }

    /// Texts that leave the picture or take the room of another.
    pub fn text_faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for (index, text) in self.texts.iter().enumerate() {
            if text.left < 0.0 || text.top < 0.0 || text.right > self.width || text.bottom > self.height {
                faults.push(format!("\"{}\" leaves the picture", text.words));
            }
            for other in &self.texts[index + 1..] {
                let across = text.right.min(other.right) - text.left.max(other.left);
                let down = text.bottom.min(other.bottom) - text.top.max(other.top);
                if across > 0.5 && down > 0.5 {
                    faults.push(format!("\"{}\" and \"{}\" overlap by {across:.0}x{down:.0}", text.words, other.words));
                }
            }
        }
        faults
    }

    /// Texts that a line goes through: one that is drawn over the text, or under it with no ground between the two.
    pub fn line_faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for text in &self.texts {
            let inner = (text.left + 1.5, text.top + 1.5, text.right - 1.5, text.bottom - 1.5);
            for line in &self.lines {
                let Some(place) = crossing(inner, line.ends) else { continue };
                let is_covered = line.order < text.order
                    && self.grounds.iter().any(|ground| {
                        ground.order > line.order
                            && ground.order < text.order
                            && ground.alpha >= 0.8
                            && place.0 >= ground.left
                            && place.0 <= ground.right
                            && place.1 >= ground.top
                            && place.1 <= ground.bottom
                    });
                if !is_covered {
                    faults.push(format!("\"{}\" has a line through it at {place:.0?}", text.words));
                    break;
                }
            }
        }
        faults
    }

    /// The colour under a place when something is drawn on it, all that was drawn before it mixed.
    pub fn ground_at(&self, (x, y): (f64, f64), order: usize) -> Colour {
        let under = self.grounds.iter().filter(|ground| {
            ground.order < order && x >= ground.left && x <= ground.right && y >= ground.top && y <= ground.bottom
        });
        under.fold((255, 255, 255), |below, ground| {
            let mix = |below: u8, above: u8| {
                (f64::from(above) * ground.alpha + f64::from(below) * (1.0 - ground.alpha)).round() as u8
            };
            (mix(below.0, ground.fill.0), mix(below.1, ground.fill.1), mix(below.2, ground.fill.2))
        })
    }
}

/// The middle of the part of a line that is in a box.
fn crossing(
    (left, top, right, bottom): (f64, f64, f64, f64),
    [(x0, y0), (x1, y1)]: [(f64, f64); 2],
) -> Option<(f64, f64)> {
    let (dx, dy) = (x1 - x0, y1 - y0);
    let (mut enters, mut leaves) = (0.0_f64, 1.0_f64);
    for (p, q) in [(-dx, x0 - left), (dx, right - x0), (-dy, y0 - top), (dy, bottom - y0)] {
        if p == 0.0 {
            if q < 0.0 {
                return None;
            }
        } else if p < 0.0 {
            enters = enters.max(q / p);
        } else {
            leaves = leaves.min(q / p);
        }
    }
    let middle = (enters + leaves) / 2.0;
    (enters < leaves).then_some((x0 + dx * middle, y0 + dy * middle))
}

fn text(tag: &BytesStart<'_>, words: String, faces: &[FontRef<'_>; 2], order: usize) -> Text {
    let (x, y, size) = (number(tag, "x"), number(tag, "y"), number(tag, "font-size"));
    let face = if get(tag, "font-weight").is_some() { &faces[1] } else { &faces[0] };
    let (letters, metrics) = (face.charmap(), face.glyph_metrics(Size::new(1.0), LocationRef::default()));
    let advance = |letter: char| metrics.advance_width(letters.map(letter).unwrap_or_default()).unwrap();
    let width = words.chars().map(|letter| f64::from(advance(letter))).sum::<f64>() * size;
    let start = match get(tag, "text-anchor").as_deref() {
        Some("middle") => -width / 2.0,
        Some("end") => -width,
        _ => 0.0,
    };
    let (left, top, right, bottom) = match get(tag, "transform") {
        None => (x + start, y - ABOVE * size, x + start + width, y + BELOW * size),
        Some(turn) => {
            assert!(turn.starts_with("rotate(-90 "), "{turn}");
            (x - ABOVE * size, y - start - width, x + BELOW * size, y - start)
        }
    };
    let ink = colour(&get(tag, "fill").unwrap());
    Text { words, ink, order, left, top, right, bottom }
}

fn get(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.try_get_attribute(name).unwrap()?;
    Some(found.value.into_owned())
}

fn number(tag: &BytesStart<'_>, name: &str) -> f64 {
    get(tag, name).map_or(0.0, |value| value.parse().unwrap())
}

fn colour(text: &str) -> Colour {
    let part = |at: usize| u8::from_str_radix(&text[at..at + 2], 16).unwrap();
    (part(1), part(3), part(5))
}

/// The contrast of two colours as WCAG 2.2 defines it.
pub fn contrast(one: Colour, other: Colour) -> f64 {
    let linear = |part: u8| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
    };
    let luminance = |(red, green, blue): Colour| 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}
