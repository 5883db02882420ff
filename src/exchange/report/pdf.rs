//! A report as PDF: the laid out pages with the fonts embedded, so that its text can be selected and searched.

use krilla::SerializeSettings;
use krilla::color::rgb;
use krilla::geom::{Path, PathBuilder, Point, Rect as Box4, Transform};
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule, LineCap, Stroke};
use krilla::surface::Surface;
use krilla::text::{Font, GlyphId, KrillaGlyph};
use resvg::usvg::tiny_skia_path::PathSegment;

use super::emblem::{self, Shape};
use super::faces::{self, Faces};
use super::fault::ReportFault;
use super::layout::lay_out_with;
use super::paper;
use crate::domain::report::{A4, Document, Face, Item, Page, Rect};

/// The bytes of the PDF.
///
/// # Errors
/// The library that writes PDF refused.
pub fn pdf(document: &Document) -> Result<Vec<u8>, ReportFault> {
    let painter = Painter::new(document)?;
    let pages = lay_out_with(document, &painter.faces);
    let settings = SerializeSettings { enable_tagging: false, ..SerializeSettings::default() };
    let mut file = krilla::Document::new_with(settings);
    file.set_metadata(
        Metadata::new()
            .title(document.title.clone())
            .language(document.lang.id().to_owned())
            .authors(document.letterhead.lines.iter().take(1).cloned().collect())
            .creator("Buku Pengunjung".to_owned()),
    );
    for page in &pages {
        let size = PageSettings::from_wh(A4.0, A4.1).ok_or_else(|| ReportFault::Pdf("page size".to_owned()))?;
        let mut sheet = file.start_page_with(size);
        let mut surface = sheet.surface();
        painter.page(&mut surface, page);
        surface.finish();
        sheet.finish();
    }
    file.finish().map_err(|error| ReportFault::Pdf(format!("{error:?}")))
}

/// What painting needs: the fonts, their shapes, the emblem.
struct Painter {
    faces: Faces,
    fonts: [Font; 3],
    emblem: Vec<Shape>,
}

impl Painter {
    fn new(document: &Document) -> Result<Self, ReportFault> {
        let font = |face| {
            Font::new(faces::file(face).into(), 0).ok_or_else(|| ReportFault::Pdf("a font cannot be read".to_owned()))
        };
        Ok(Self {
            faces: Faces::new(),
            fonts: [font(Face::Medium)?, font(Face::Bold)?, font(Face::Heavy)?],
            emblem: emblem::shapes(document.letterhead.emblem.as_deref()),
        })
    }

    fn page(&self, surface: &mut Surface<'_>, page: &Page) {
        for item in &page.items {
            match item {
                Item::Text { x, y, size, face, ink, text, .. } => {
                    paint(surface, Some(fill(paper::rgb(*ink))), None);
                    let glyphs = self.glyphs(text, *face);
                    let font = self.fonts[*face as usize].clone();
                    surface.draw_glyphs(Point::from_xy(*x, *y), &glyphs, font, text, *size, false);
                }
                Item::Fill(rect, ink) => {
                    paint(surface, Some(fill(paper::rgb(*ink))), None);
                    draw(surface, rectangle(*rect));
                }
                Item::Outline(rect, ink) => {
                    paint(surface, None, Some(stroke(paper::rgb(*ink), paper::HAIR)));
                    draw(surface, rectangle(*rect));
                }
                Item::Emblem(rect) => self.emblem(surface, *rect),
            }
        }
    }

    fn glyphs(&self, text: &str, face: Face) -> Vec<KrillaGlyph> {
        let placed = |g: &faces::Glyph| {
            KrillaGlyph::new(GlyphId::new(g.id), g.advance, g.x_offset, g.y_offset, 0.0, g.text.clone(), None)
        };
        self.faces.shape(text, face).iter().map(placed).collect()
    }

    fn emblem(&self, surface: &mut Surface<'_>, rect: Rect) {
        surface.push_transform(&Transform::from_row(rect.w, 0.0, 0.0, rect.h, rect.x, rect.y));
        for shape in &self.emblem {
            let rule = if shape.even_odd { FillRule::EvenOdd } else { FillRule::NonZero };
            let filled = shape.fill.map(|c| Fill { rule, ..fill(c) });
            let edge = shape.stroke.map(|(c, w)| Stroke { line_cap: LineCap::Round, ..stroke(c, w) });
            if filled.is_some() || edge.is_some() {
                paint(surface, filled, edge);
                draw(surface, outline(&shape.segments));
            }
        }
        surface.pop();
    }
}

fn paint(surface: &mut Surface<'_>, fill: Option<Fill>, stroke: Option<Stroke>) {
    surface.set_fill(fill);
    surface.set_stroke(stroke);
}

fn draw(surface: &mut Surface<'_>, path: Option<Path>) {
    if let Some(path) = path {
        surface.draw_path(&path);
    }
}

fn fill([r, g, b]: [u8; 3]) -> Fill {
    Fill { paint: rgb::Color::new(r, g, b).into(), ..Fill::default() }
}

fn stroke([r, g, b]: [u8; 3], width: f32) -> Stroke {
    Stroke { paint: rgb::Color::new(r, g, b).into(), width, ..Stroke::default() }
}

fn rectangle(rect: Rect) -> Option<Path> {
    let mut path = PathBuilder::new();
    path.push_rect(Box4::from_xywh(rect.x, rect.y, rect.w, rect.h)?);
    path.finish()
}

fn outline(segments: &[PathSegment]) -> Option<Path> {
    let mut path = PathBuilder::new();
    for segment in segments {
        match *segment {
            PathSegment::MoveTo(p) => path.move_to(p.x, p.y),
            PathSegment::LineTo(p) => path.line_to(p.x, p.y),
            PathSegment::QuadTo(a, p) => path.quad_to(a.x, a.y, p.x, p.y),
            PathSegment::CubicTo(a, b, p) => path.cubic_to(a.x, a.y, b.x, b.y, p.x, p.y),
            PathSegment::Close => path.close(),
        }
    }
    path.finish()
}
