//! PDF: one page with text that can be searched, the faces in the file, title, language and alternative text.

use std::collections::{BTreeMap, BTreeSet};
use std::io::Write as _;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use pdf_writer::types::{CidFontType, FontFlags, StructRole, SystemInfo, UnicodeCmap};
use pdf_writer::writers::StructTreeRoot;
use pdf_writer::{Content, Filter, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

use crate::render::chart::fault::ChartFault;
use crate::render::chart::scene::{
    BELOW, CAPITALS, Mark, PathStep, Rgb, Scene, Size, TextLine, Theme, Turn, Typeface, Weight, typeface,
};
use crate::render::chart::shapes::draw;
use crate::report::charts::ChartSpec;

const SYSTEM: SystemInfo<'static> = SystemInfo { registry: Str(b"Adobe"), ordering: Str(b"Identity"), supplement: 0 };
const CATALOG: Ref = Ref::new(1);
const PAGES: Ref = Ref::new(2);
const PAGE: Ref = Ref::new(3);
const CONTENT: Ref = Ref::new(4);
const INFO: Ref = Ref::new(5);
const STRUCTURE: Ref = Ref::new(6);
const FIGURE: Ref = Ref::new(7);
const PARENTS: Ref = Ref::new(8);
/// The first of the five objects of a face.
const FACES: [(Weight, &[u8], i32); 2] = [(Weight::Regular, b"F0", 10), (Weight::Bold, b"F1", 20)];

/// The chart as PDF.
///
/// # Errors
///
/// Where the drawing fails, which is a fault of the program.
pub fn pdf(spec: &ChartSpec, theme: &Theme, size: Size) -> Result<Vec<u8>, ChartFault> {
    let scene = draw(spec, theme, size)?;
    let (width, height) = (size.width as f32 * size.points(), size.height as f32 * size.points());
    let (content, alphas) = content(&scene, height);
    let used = used(&scene);
    let mut pdf = Pdf::new();
    let mut catalog = pdf.catalog(CATALOG);
    catalog.pages(PAGES).lang(TextStr(spec.language.word()));
    catalog.viewer_preferences().display_doc_title(true);
    catalog.mark_info().marked(true);
    catalog.pair(Name(b"StructTreeRoot"), STRUCTURE);
    catalog.finish();
    let mut structure: StructTreeRoot<'_> = pdf.indirect(STRUCTURE).start();
    structure.child(FIGURE).parent_tree_next_key(1);
    structure.parent_tree().nums().insert(0, PARENTS);
    structure.finish();
    pdf.indirect(PARENTS).array().item(FIGURE);
    let mut figure = pdf.struct_element(FIGURE);
    figure.kind(StructRole::Figure).parent(STRUCTURE).page(PAGE).alt(TextStr(&spec.alt));
    figure.children().marked_content_id(0);
    figure.finish();
    let mut info = pdf.document_info(INFO);
    info.title(TextStr(&spec.title))
        .subject(TextStr(&spec.alt))
        .creator(TextStr(concat!("thb-cost ", env!("CARGO_PKG_VERSION"))));
    info.finish();
    pdf.pages(PAGES).kids([PAGE]).count(1);
    let mut page = pdf.page(PAGE);
    page.media_box(Rect::new(0.0, 0.0, width, height)).parent(PAGES).contents(CONTENT).struct_parents(0);
    let mut resources = page.resources();
    let mut fonts = resources.fonts();
    for (_, name, first) in FACES {
        fonts.pair(Name(name), Ref::new(first));
    }
    fonts.finish();
    let mut states = resources.ext_g_states();
    for alpha in &alphas {
        states.insert(Name(state(*alpha).as_bytes())).dict().pair(Name(b"ca"), f32::from(*alpha) / 100.0);
    }
    states.finish();
    resources.finish();
    page.finish();
    pdf.stream(CONTENT, &compressed(&content)?).filter(Filter::FlateDecode);
    for (weight, _, first) in FACES {
        let letters = used.get(&(weight == Weight::Bold)).cloned().unwrap_or_default();
        face(&mut pdf, typeface(weight), first, &letters)?;
    }
    Ok(pdf.finish())
}

/// The letters of each weight.
fn used(scene: &Scene) -> BTreeMap<bool, BTreeSet<char>> {
    let mut used: BTreeMap<bool, BTreeSet<char>> = BTreeMap::new();
    for item in &scene.items {
        if let Mark::Text(text) = item {
            used.entry(text.weight == Weight::Bold).or_default().extend(text.words.chars());
        }
    }
    used
}

/// What is drawn, in points from the lower left, and the opacities that it needs, in per cent.
fn content(scene: &Scene, height: f32) -> (Vec<u8>, BTreeSet<u8>) {
    let points = scene.size.points();
    let mut content = Content::new();
    let mut alphas = BTreeSet::from([100]);
    content.begin_marked_content_with_properties(Name(b"Figure")).properties().identify(0);
    content.save_state();
    // Pixels go down from the upper left.
    content.transform([points, 0.0, 0.0, -points, 0.0, height]);
    fill(&mut content, scene.ground);
    content.rect(0.0, 0.0, scene.size.width as f32, scene.size.height as f32).fill_nonzero();
    for item in &scene.items {
        match item {
            Mark::Rect { left, top, width, height, fill: ink, .. } => {
                fill(&mut content, *ink);
                content.rect(*left as f32, *top as f32, *width as f32, *height as f32).fill_nonzero();
            }
            Mark::Path { steps, ink, alpha, stroke } => {
                let alpha = (alpha * 100.0).round() as u8;
                alphas.insert(alpha);
                content.set_parameters(Name(state(alpha).as_bytes()));
                match stroke {
                    None => {
                        fill(&mut content, *ink);
                        path(&mut content, steps);
                        content.fill_nonzero();
                    }
                    Some(stroke) => {
                        let (red, green, blue) = parts(*ink);
                        content.set_stroke_rgb(red, green, blue).set_line_width(stroke.width as f32);
                        let dash: Vec<f32> = stroke.dash.into_iter().flat_map(|dash| [dash as f32; 2]).collect();
                        content.set_dash_pattern(dash, 0.0);
                        path(&mut content, steps);
                        content.stroke();
                    }
                }
                content.set_parameters(Name(state(100).as_bytes()));
            }
            Mark::Text(text) => write_text(&mut content, text),
        }
    }
    content.restore_state();
    content.end_marked_content();
    (content.finish().into_vec(), alphas)
}

fn write_text(content: &mut Content, text: &TextLine) {
    let face = typeface(text.weight);
    let (_, name, _) = if text.weight == Weight::Bold { FACES[1] } else { FACES[0] };
    let back = text.lead(face.width(&text.words, text.size)) as f32;
    let (x, y) = (text.x as f32, text.y as f32);
    let glyphs: Vec<u8> = text.words.chars().flat_map(|letter| face.glyph(letter).to_be_bytes()).collect();
    fill(content, text.ink);
    content.begin_text();
    content.set_font(Name(name), text.size as f32);
    content.set_text_matrix(match text.turn {
        Turn::Level => [1.0, 0.0, 0.0, -1.0, x - back, y],
        Turn::Up => [0.0, -1.0, -1.0, 0.0, x, y + back],
    });
    content.show(Str(&glyphs));
    content.end_text();
}

fn path(content: &mut Content, steps: &[PathStep]) {
    for step in steps {
        match step {
            PathStep::Move(x, y) => content.move_to(*x as f32, *y as f32),
            PathStep::Line(x, y) => content.line_to(*x as f32, *y as f32),
            PathStep::Cubic(points) => {
                let [a, b, c, d, x, y] = points.map(|point| point as f32);
                content.cubic_to(a, b, c, d, x, y)
            }
            PathStep::Close => content.close_path(),
        };
    }
}

/// The five objects of a face, with the widths and letters of the glyphs used.
fn face(pdf: &mut Pdf, face: &Typeface, first: i32, letters: &BTreeSet<char>) -> Result<(), ChartFault> {
    let [font, cid, descriptor, file, cmap] = [0, 1, 2, 3, 4].map(|offset| Ref::new(first + offset));
    let name = Name(face.name.as_bytes());
    pdf.type0_font(font).base_font(name).encoding_predefined(Name(b"Identity-H")).descendant_font(cid).to_unicode(cmap);
    let mut cid_font = pdf.cid_font(cid);
    cid_font
        .subtype(CidFontType::Type2)
        .base_font(name)
        .system_info(SYSTEM)
        .font_descriptor(descriptor)
        .default_width(0.0)
        .cid_to_gid_map_predefined(Name(b"Identity"));
    let mut glyphs: BTreeMap<u16, char> = BTreeMap::new();
    for letter in letters {
        glyphs.entry(face.glyph(*letter)).or_insert(*letter);
    }
    let mut widths = cid_font.widths();
    for glyph in glyphs.keys() {
        widths.consecutive(*glyph, [(face.advance(*glyph) * 1000.0) as f32]);
    }
    widths.finish();
    cid_font.finish();
    let size = face.bounds()?;
    let [left, bottom, right, top] = size.bounds;
    pdf.font_descriptor(descriptor)
        .name(name)
        .flags(FontFlags::NON_SYMBOLIC)
        .bbox(Rect::new(left, bottom, right, top))
        .italic_angle(0.0)
        .ascent(size.ascent)
        .descent((-BELOW * 1000.0) as f32)
        .cap_height((CAPITALS * 1000.0) as f32)
        .stem_v(80.0)
        .font_file2(file);
    let length = i32::try_from(face.bytes.len()).unwrap_or(i32::MAX);
    pdf.stream(file, &compressed(face.bytes)?).filter(Filter::FlateDecode).pair(Name(b"Length1"), length);
    let mut map = UnicodeCmap::new(Name(b"Custom"), SYSTEM);
    for (glyph, letter) in &glyphs {
        map.pair(*glyph, *letter);
    }
    pdf.stream(cmap, &compressed(&map.finish())?).filter(Filter::FlateDecode);
    Ok(())
}

fn compressed(bytes: &[u8]) -> Result<Vec<u8>, std::io::Error> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::default());
    encoder.write_all(bytes)?;
    encoder.finish()
}

/// The name of an opacity.
fn state(alpha: u8) -> String {
    format!("A{alpha}")
}

fn fill(content: &mut Content, ink: Rgb) {
    let (red, green, blue) = parts(ink);
    content.set_fill_rgb(red, green, blue);
}

fn parts(Rgb(red, green, blue): Rgb) -> (f32, f32, f32) {
    (f32::from(red) / 255.0, f32::from(green) / 255.0, f32::from(blue) / 255.0)
}
