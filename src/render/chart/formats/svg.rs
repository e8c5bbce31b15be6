//! SVG: text stays text, with the typeface in the file, and says what it shows to those who do not see it.

use std::collections::BTreeSet;
use std::fmt::Write as _;

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use crate::render::chart::fault::ChartFault;
use crate::render::chart::scene::{
    Anchor, Mark, PathStep, Rgb, Scene, Size, TextLine, Theme, Turn, Weight, is_core, typeface,
};
use crate::render::chart::shapes::draw;
use crate::report::charts::ChartSpec;

/// Letters of a line of CSS in a page.
const LETTERS: usize = 1000;

/// Where the typeface of an SVG is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Faces {
    /// In the file, which then shows alike everywhere.
    Embedded,
    /// In the page around it, once for all its pictures: see [`face_css`].
    InThePage,
}

/// The chart as SVG, ending with a line end.
///
/// # Errors
///
/// Where the drawing fails, which is a fault of the program.
pub fn svg(spec: &ChartSpec, theme: &Theme, size: Size, faces: Faces) -> Result<String, ChartFault> {
    let scene = draw(spec, theme, size)?;
    let mut out = String::with_capacity(128 * scene.items.len() + 4096);
    let Size { width, height, .. } = size;
    let (kind, language) = (spec.kind, spec.language.word());
    let _ = writeln!(
        out,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\" \
         lang=\"{language}\" role=\"img\" aria-labelledby=\"chart-{kind}-title chart-{kind}-desc\">"
    );
    let _ = writeln!(out, "<title id=\"chart-{kind}-title\">{}</title>", escaped(&spec.title));
    let _ = writeln!(out, "<desc id=\"chart-{kind}-desc\">{}</desc>", escaped(&spec.alt));
    if faces == Faces::Embedded {
        let css = css(&weights(&scene), needs_all(texts(&scene)), str::to_owned);
        let _ = writeln!(out, "<style>{css}</style>");
    }
    let _ = writeln!(out, "<rect width=\"{width}\" height=\"{height}\" fill=\"{}\"/>", colour(scene.ground));
    let _ = writeln!(out, "<g font-family=\"'Noto Sans', sans-serif\">");
    for item in &scene.items {
        write_item(&mut out, item);
    }
    out.push_str("</g>\n</svg>\n");
    Ok(out)
}

/// The typeface as CSS, both weights, for a page that holds several pictures, with what their letters need.
#[must_use]
pub fn face_css<'s>(pictures: impl IntoIterator<Item = &'s str>) -> String {
    css(&[Weight::Regular, Weight::Bold], needs_all(pictures), in_lines)
}

/// A text of CSS on lines that a comparison of files can show.
fn in_lines(data: &str) -> String {
    let letters: Vec<char> = data.chars().collect();
    let lines: Vec<String> = letters.chunks(LETTERS).map(|line| line.iter().collect()).collect();
    format!("\"{}\"", lines.join("\\\n"))
}

fn css(weights: &[Weight], all: bool, address: fn(&str) -> String) -> String {
    let face = |weight: &Weight| {
        let number = match weight {
            Weight::Regular => 400,
            Weight::Bold => 700,
        };
        let typeface = typeface(*weight);
        let data = STANDARD.encode(if all { typeface.web } else { typeface.web_core });
        let address = address(&format!("data:font/woff2;base64,{data}"));
        format!("@font-face{{font-family:'Noto Sans';font-weight:{number};src:url({address}) format('woff2')}}")
    };
    weights.iter().map(face).collect()
}

/// Whether a letter is in the whole files only.
fn needs_all<'s>(texts: impl IntoIterator<Item = &'s str>) -> bool {
    let mut letters = texts.into_iter().flat_map(str::chars).filter(|letter| *letter != '\n');
    letters.any(|letter| !is_core(letter) && typeface(Weight::Regular).has(letter))
}

fn texts(scene: &Scene) -> impl Iterator<Item = &str> {
    scene.items.iter().filter_map(|item| match item {
        Mark::Text(text) => Some(text.words.as_str()),
        Mark::Rect { .. } | Mark::Path { .. } => None,
    })
}

fn weights(scene: &Scene) -> Vec<Weight> {
    let bold = |item: &Mark| match item {
        Mark::Text(text) => Some(text.weight == Weight::Bold),
        Mark::Rect { .. } | Mark::Path { .. } => None,
    };
    let used: BTreeSet<bool> = scene.items.iter().filter_map(bold).collect();
    used.into_iter().map(|bold| if bold { Weight::Bold } else { Weight::Regular }).collect()
}

// Writing into a text cannot fail.
fn write_item(out: &mut String, item: &Mark) {
    match item {
        Mark::Rect { left, top, width, height, fill, figure } => {
            let (left, top, width, height) = (number(*left), number(*top), number(*width), number(*height));
            let _ = write!(
                out,
                "<rect x=\"{left}\" y=\"{top}\" width=\"{width}\" height=\"{height}\" fill=\"{}\"",
                colour(*fill)
            );
            if let Some(figure) = figure {
                let _ = write!(out, " data-figure=\"{}\"", escaped(figure));
            }
            out.push_str("/>\n");
        }
        Mark::Path { steps, ink, alpha, stroke } => {
            let _ = write!(out, "<path d=\"{}\"", path(steps));
            match stroke {
                None => {
                    let _ = write!(out, " fill=\"{}\"", colour(*ink));
                    if *alpha < 1.0 {
                        let _ = write!(out, " fill-opacity=\"{}\"", number(*alpha));
                    }
                }
                Some(stroke) => {
                    let _ = write!(
                        out,
                        " fill=\"none\" stroke=\"{}\" stroke-width=\"{}\"",
                        colour(*ink),
                        number(stroke.width)
                    );
                    if let Some(dash) = stroke.dash {
                        let _ = write!(out, " stroke-dasharray=\"{}\"", number(dash));
                    }
                }
            }
            out.push_str("/>\n");
        }
        Mark::Text(text) => write_text(out, text),
    }
}

fn write_text(out: &mut String, text: &TextLine) {
    let (x, y) = (number(text.x), number(text.y));
    let _ = write!(out, "<text x=\"{x}\" y=\"{y}\" font-size=\"{}\" fill=\"{}\"", number(text.size), colour(text.ink));
    if text.weight == Weight::Bold {
        out.push_str(" font-weight=\"700\"");
    }
    match text.anchor {
        Anchor::Start => {}
        Anchor::Middle => out.push_str(" text-anchor=\"middle\""),
        Anchor::End => out.push_str(" text-anchor=\"end\""),
    }
    if text.turn == Turn::Up {
        let _ = write!(out, " transform=\"rotate(-90 {x} {y})\"");
    }
    let _ = writeln!(out, ">{}</text>", escaped(&text.words));
}

fn path(steps: &[PathStep]) -> String {
    let mut out = String::new();
    for step in steps {
        match step {
            PathStep::Move(x, y) => out.push_str(&format!("M{} {}", number(*x), number(*y))),
            PathStep::Line(x, y) => out.push_str(&format!("L{} {}", number(*x), number(*y))),
            PathStep::Cubic(points) => {
                out.push('C');
                out.push_str(&points.map(number).join(" "));
            }
            PathStep::Close => out.push('Z'),
        }
    }
    out
}

/// With two digits at most, and none that say nothing.
fn number(value: f64) -> String {
    let text = format!("{value:.2}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    if text == "-0" { "0".to_owned() } else { text.to_owned() }
}

fn colour(Rgb(red, green, blue): Rgb) -> String {
    format!("#{red:02x}{green:02x}{blue:02x}")
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            // XML has no way to write other control characters.
            '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => {
                out.push('\u{fffd}')
            }
            _ => out.push(letter),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::{escaped, number};

    #[test]
    fn numbers_are_short_and_texts_are_xml() {
        assert_eq!([number(12.0), number(0.256), number(-0.001), number(-7.5)], ["12", "0.26", "0", "-7.5"]);
        assert_eq!(escaped("a<b & \"c\"\u{1}"), "a&lt;b &amp; &quot;c&quot;\u{fffd}");
    }
}
