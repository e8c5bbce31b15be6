//! Text in a width: wrapped at words by what they measure, cut with an ellipsis where there is no room at all.

use crate::render::chart::fault::ChartFault;
use crate::render::chart::scene::{Look, Pen, Weight, typeface};

/// Lines that were set.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Block {
    pub(crate) lines: Vec<String>,
    pub(crate) size: f64,
    pub(crate) fits: bool,
}

/// Distance of baselines over the size.
pub(crate) const LEADING: f64 = 1.28;

impl Block {
    pub(crate) fn height(&self) -> f64 {
        self.lines.len() as f64 * self.size * LEADING
    }

    /// Draws the lines from `top` down; gives the end.
    pub(crate) fn draw(&self, pen: &Pen<'_>, x: f64, top: f64, look: Look) -> Result<f64, ChartFault> {
        let step = self.size * LEADING;
        for (index, line) in self.lines.iter().enumerate() {
            let y = top + step * (index as f64 + 0.5);
            pen.text(line, (x, y), Look { size: self.size, ..look })?;
        }
        Ok(top + self.height())
    }
}

/// Wraps into lines no wider than `width`; beyond `most` lines the last ends with an ellipsis.
pub(crate) fn wrap(words: &str, width: f64, size: f64, weight: Weight, most: usize) -> Block {
    let face = typeface(weight);
    let measure = |text: &str| face.width(text, size);
    let mut lines: Vec<String> = Vec::new();
    let mut line = String::new();
    let mut fits = true;
    for word in words.split(' ').filter(|word| !word.is_empty()) {
        if lines.len() > most.max(1) {
            break;
        }
        let joined = if line.is_empty() { word.to_owned() } else { format!("{line} {word}") };
        if measure(&joined) <= width {
            line = joined;
            continue;
        }
        if !line.is_empty() {
            lines.push(std::mem::take(&mut line));
        }
        for letter in word.chars() {
            line.push(letter);
            if measure(&line) > width && line.chars().count() > 1 {
                fits = false;
                line.pop();
                lines.push(std::mem::take(&mut line));
                line.push(letter);
            }
        }
    }
    lines.push(line);
    if lines.len() > most.max(1) {
        fits = false;
        lines.truncate(most.max(1));
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && measure(&format!("{last}\u{2026}")) > width {
                last.pop();
            }
            *last = format!("{}\u{2026}", last.trim_end());
        }
    }
    Block { lines, size, fits }
}

/// As [`wrap`], in the largest size down to `least` in which nothing is cut.
pub(crate) fn fit(words: &str, width: f64, (largest, least): (f64, f64), weight: Weight, most: usize) -> Block {
    let mut size = largest;
    loop {
        let block = wrap(words, width, size, weight, most);
        if block.fits || size <= least {
            return block;
        }
        size = (size - 1.0).max(least);
    }
}

/// The size down to `least` in which every one of several lines is no wider than `width`, if there is one.
pub(crate) fn size_of<'w>(
    texts: impl IntoIterator<Item = &'w str>,
    width: f64,
    (largest, least): (f64, f64),
    weight: Weight,
) -> Option<f64> {
    let widest = texts.into_iter().map(|text| typeface(weight).width(text, 1.0)).fold(0.0, f64::max);
    if widest * largest <= width {
        return Some(largest);
    }
    let size = (width / widest).floor();
    (size >= least).then_some(size)
}

#[cfg(test)]
mod tests {
    use super::{Weight, fit, wrap};

    #[test]
    fn words_are_wrapped_by_their_width_and_cut_only_at_the_end() {
        let block = wrap("aa bb cc", 60.0, 20.0, Weight::Regular, 3);
        assert_eq!((block.lines, block.fits), (vec!["aa bb".to_owned(), "cc".to_owned()], true));
        let block = wrap("aa bb cc dd", 60.0, 20.0, Weight::Regular, 1);
        assert_eq!((block.lines, block.fits), (vec!["aa b…".to_owned()], false));
    }

    #[test]
    fn a_word_that_is_too_long_is_broken_in_the_largest_size_that_does_without() {
        assert!(!wrap("Municipalities", 60.0, 20.0, Weight::Regular, 5).fits);
        let block = fit("Municipalities", 60.0, (20.0, 4.0), Weight::Regular, 1);
        assert_eq!(block.lines, ["Municipalities"]);
        assert!(block.size < 20.0 && block.size >= 4.0);
    }
}
