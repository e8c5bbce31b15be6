//! PNG: the scene on pixels, anti-aliased.

use std::collections::HashMap;

use skrifa::outline::OutlinePen;
use zeno::{Command, Fill, Format, Mask, PathBuilder as _, Scratch, Stroke as ZenoStroke, Style, Vector};

use crate::render::chart::fault::ChartFault;
use crate::render::chart::scene::{
    Mark, PathStep, Rgb, Scene, Size, Stroke, TextLine, Theme, Turn, draw_glyph, typeface,
};
use crate::render::chart::shapes::draw;
use crate::report::charts::ChartSpec;

/// The chart as PNG.
///
/// # Errors
///
/// Where the drawing fails, which is a fault of the program.
pub fn png(spec: &ChartSpec, theme: &Theme, size: Size) -> Result<Vec<u8>, ChartFault> {
    let scene = draw(spec, theme, size)?;
    let pixels = raster(&scene)?;
    let indexed = indexed(&pixels);
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, size.width, size.height);
    encoder.set_depth(png::BitDepth::Eight);
    let image = match &indexed {
        Some((palette, places)) => {
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_palette(palette.as_slice());
            encoder.set_deflate_compression(png::DeflateCompression::Level(3));
            encoder.set_filter(png::Filter::NoFilter);
            places
        }
        None => {
            encoder.set_color(png::ColorType::Rgb);
            encoder.set_compression(png::Compression::Fast);
            &pixels
        }
    };
    let metre = u32::try_from(u64::from(size.per_inch) * 10_000 / 254).unwrap_or(0);
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: metre, yppu: metre, unit: png::Unit::Meter }));
    encoder.add_itxt_chunk("Title".to_owned(), spec.title.clone())?;
    encoder.add_itxt_chunk("Description".to_owned(), spec.alt.clone())?;
    let mut writer = encoder.write_header()?;
    writer.write_image_data(image)?;
    writer.finish()?;
    Ok(bytes)
}

/// The colours and the place of each pixel's among them, where there are no more than a byte can count: a tenth of the size.
fn indexed(pixels: &[u8]) -> Option<(Vec<u8>, Vec<u8>)> {
    let mut known: HashMap<[u8; 3], u8> = HashMap::new();
    let mut palette = Vec::new();
    let mut places = Vec::with_capacity(pixels.len() / 3);
    let mut last: Option<([u8; 3], u8)> = None;
    for pixel in pixels.chunks_exact(3) {
        let colour = [pixel[0], pixel[1], pixel[2]];
        let place = match last {
            Some((same, place)) if same == colour => place,
            _ => match known.get(&colour) {
                Some(place) => *place,
                None => {
                    let place = u8::try_from(known.len()).ok()?;
                    palette.extend(colour);
                    known.insert(colour, place);
                    place
                }
            },
        };
        last = Some((colour, place));
        places.push(place);
    }
    Some((palette, places))
}

/// Red, green and blue of each pixel, row by row.
fn raster(scene: &Scene) -> Result<Vec<u8>, ChartFault> {
    let (width, height) = (scene.size.width as usize, scene.size.height as usize);
    let Rgb(red, green, blue) = scene.ground;
    let mut canvas =
        Canvas { pixels: [red, green, blue].repeat(width * height), width, height, scratch: Scratch::new() };
    for item in &scene.items {
        match item {
            Mark::Rect { left, top, width, height, fill, .. } => canvas.rect((*left, *top), (*width, *height), *fill),
            Mark::Path { steps, ink, alpha, stroke } => {
                let commands: Vec<Command> = steps.iter().map(command).collect();
                canvas.path(&commands, stroke.as_ref(), *ink, *alpha);
            }
            Mark::Text(text) => {
                let commands = outline(text)?;
                canvas.path(&commands, None, text.ink, 1.0);
            }
        }
    }
    Ok(canvas.pixels)
}

struct Canvas {
    pixels: Vec<u8>,
    width: usize,
    height: usize,
    scratch: Scratch,
}

impl Canvas {
    /// Edges of rectangles are whole pixels.
    fn rect(&mut self, (left, top): (f64, f64), (width, height): (f64, f64), Rgb(red, green, blue): Rgb) {
        let clamp = |value: f64, most: usize| (value.round().max(0.0) as usize).min(most);
        let (from, to) = (clamp(left, self.width), clamp(left + width, self.width));
        for y in clamp(top, self.height)..clamp(top + height, self.height) {
            let row = y * self.width;
            if let Some(pixels) = self.pixels.get_mut((row + from) * 3..(row + to) * 3) {
                for pixel in pixels.chunks_exact_mut(3) {
                    pixel.copy_from_slice(&[red, green, blue]);
                }
            }
        }
    }

    fn path(&mut self, commands: &[Command], stroke: Option<&Stroke>, ink: Rgb, alpha: f64) {
        let dashes = stroke.and_then(|stroke| stroke.dash).map(|dash| [dash as f32; 2]);
        let style = match stroke {
            None => Style::Fill(Fill::NonZero),
            Some(stroke) => {
                let mut style = ZenoStroke::new(stroke.width as f32);
                style.join(zeno::Join::Miter).cap(zeno::Cap::Butt);
                if let Some(dashes) = &dashes {
                    style.dash(dashes, 0.0);
                }
                Style::Stroke(style)
            }
        };
        let mut mask = Mask::with_scratch(commands, &mut self.scratch);
        let (coverage, placement) = mask.style(style).format(Format::Alpha).render();
        let alpha = (alpha * 256.0).round() as u32;
        let ink = [ink.0, ink.1, ink.2].map(u32::from);
        for (row, coverage) in coverage.chunks_exact((placement.width as usize).max(1)).enumerate() {
            let Some(y) = placed(placement.top, row, self.height) else { continue };
            for (column, cover) in coverage.iter().enumerate().filter(|(_, cover)| **cover > 0) {
                let Some(x) = placed(placement.left, column, self.width) else { continue };
                let at = (y * self.width + x) * 3;
                let Some(pixel) = self.pixels.get_mut(at..at + 3) else { continue };
                // Sixteen shades of an edge are as good as all, and leave colours for a palette.
                let part = (u32::from(*cover) + 8) / 17 * 17 * alpha / 256;
                for (below, above) in pixel.iter_mut().zip(ink) {
                    let mixed = (above * part + u32::from(*below) * (255 - part) + 127) / 255;
                    *below = u8::try_from(mixed).unwrap_or(u8::MAX);
                }
            }
        }
    }
}

fn placed(origin: i32, offset: usize, most: usize) -> Option<usize> {
    let at = i64::from(origin) + i64::try_from(offset).ok()?;
    usize::try_from(at).ok().filter(|at| *at < most)
}

fn command(step: &PathStep) -> Command {
    let point = |x: f64, y: f64| Vector::new(x as f32, y as f32);
    match step {
        PathStep::Move(x, y) => Command::MoveTo(point(*x, *y)),
        PathStep::Line(x, y) => Command::LineTo(point(*x, *y)),
        PathStep::Cubic([a, b, c, d, x, y]) => Command::CurveTo(point(*a, *b), point(*c, *d), point(*x, *y)),
        PathStep::Close => Command::Close,
    }
}

/// The outlines of a text's letters.
fn outline(text: &TextLine) -> Result<Vec<Command>, ChartFault> {
    let face = typeface(text.weight);
    let outlines = face.outlines()?;
    let along = -text.lead(face.width(&text.words, text.size));
    let mut pen = Outline { commands: Vec::new(), text, along };
    for letter in text.words.chars() {
        let glyph = face.glyph(letter);
        draw_glyph(&outlines, glyph, &mut pen);
        pen.along += face.advance(glyph) * text.size;
    }
    Ok(pen.commands)
}

struct Outline<'t> {
    commands: Vec<Command>,
    text: &'t TextLine,
    along: f64,
}

impl Outline<'_> {
    fn at(&self, x: f32, y: f32) -> Vector {
        let (along, up) = (self.along + f64::from(x) * self.text.size, f64::from(y) * self.text.size);
        let (x, y) = match self.text.turn {
            Turn::Level => (self.text.x + along, self.text.y - up),
            Turn::Up => (self.text.x - up, self.text.y - along),
        };
        Vector::new(x as f32, y as f32)
    }
}

impl OutlinePen for Outline<'_> {
    fn move_to(&mut self, x: f32, y: f32) {
        let to = self.at(x, y);
        self.commands.move_to(to);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let to = self.at(x, y);
        self.commands.line_to(to);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (by, to) = (self.at(x1, y1), self.at(x, y));
        self.commands.quad_to(by, to);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (by, and, to) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.commands.curve_to(by, and, to);
    }

    fn close(&mut self) {
        self.commands.close();
    }
}
