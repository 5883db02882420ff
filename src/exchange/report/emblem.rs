//! The emblem of the letterhead: an SVG as flat shapes for the PDF, and as a picture for the workbook.

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::tiny_skia_path::{Path, PathSegment};
use resvg::usvg::{FillRule, Group, Node, Options, Paint, Tree};

/// The program's own emblem.
pub(super) const OWN: &str = include_str!("../../../assets/art/emblem.svg");

/// One shape in a square of side 1.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    pub segments: Vec<PathSegment>,
    pub fill: Option<[u8; 3]>,
    pub even_odd: bool,
    /// Colour and width.
    pub stroke: Option<([u8; 3], f32)>,
}

/// The shapes of an SVG, in painting order. What cannot be read gives no shapes; plain colours only.
pub(super) fn shapes(svg: Option<&str>) -> Vec<Shape> {
    let Some(tree) = tree(svg) else { return Vec::new() };
    let mut shapes = Vec::new();
    collect(tree.root(), 1.0 / tree.size().width().max(tree.size().height()), &mut shapes);
    shapes
}

/// The emblem as PNG, `side` pixels wide and high.
pub(super) fn png(svg: Option<&str>, side: u16) -> Option<Vec<u8>> {
    let tree = tree(svg)?;
    let mut picture = Pixmap::new(u32::from(side), u32::from(side))?;
    let scale = f32::from(side) / tree.size().width().max(tree.size().height());
    resvg::render(&tree, Transform::from_scale(scale, scale), &mut picture.as_mut());
    picture.encode_png().ok()
}

fn tree(svg: Option<&str>) -> Option<Tree> {
    let options = Options::default();
    let own = || Tree::from_str(OWN, &options).ok();
    svg.and_then(|text| Tree::from_str(text, &options).ok()).or_else(own)
}

fn collect(group: &Group, scale: f32, shapes: &mut Vec<Shape>) {
    for node in group.children() {
        match node {
            Node::Group(inner) => collect(inner, scale, shapes),
            Node::Path(path) => {
                let fill = path.fill().and_then(|f| colour(f.paint()));
                let width = |w: f32| w * scale * path.abs_transform().get_scale().0;
                let stroke = path.stroke().and_then(|s| Some((colour(s.paint())?, width(s.width().get()))));
                let even_odd = path.fill().is_some_and(|f| f.rule() == FillRule::EvenOdd);
                let to_unit = path.abs_transform().post_scale(scale, scale);
                if let Some(outline) = Path::clone(path.data()).transform(to_unit) {
                    shapes.push(Shape { segments: outline.segments().collect(), fill, even_odd, stroke });
                }
            }
            Node::Image(_) | Node::Text(_) => {}
        }
    }
}

fn colour(paint: &Paint) -> Option<[u8; 3]> {
    match paint {
        Paint::Color(c) => Some([c.red, c.green, c.blue]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_emblem_stands_within_its_square_in_its_colours() {
        let shapes = shapes(None);
        assert_eq!(shapes.len(), 5);
        assert_eq!(shapes[0].fill, Some([0x0F, 0x1F, 0x4F]));
        assert_eq!(shapes[4].stroke.map(|s| s.0), Some([0xFF, 0xFF, 0xFF]));
        for shape in shapes {
            for segment in shape.segments {
                if let PathSegment::LineTo(p) | PathSegment::MoveTo(p) = segment {
                    assert!((0.0..=1.0).contains(&p.x) && (0.0..=1.0).contains(&p.y), "{p:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_no_svg_falls_back_to_the_own_emblem() {
        assert_eq!(shapes(Some("no picture")).len(), 5);
        assert!(png(Some("<svg"), 64).is_some_and(|png| png.starts_with(b"\x89PNG")));
    }
}
