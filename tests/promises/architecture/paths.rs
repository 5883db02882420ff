//! Paths that start at the crate, at a parent or at the module itself, resolved to where they lead.

use super::source::{Kind, Token};

/// A path of the source, resolved from the crate's root.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reach {
    /// Line of its last segment.
    pub line: usize,
    /// Segments from the root. Empty: the root itself.
    pub to: Vec<String>,
    /// `*`: everything of that module.
    pub glob: bool,
}

/// The module that a file under `src/` is: `ui/staff/mod.rs` is `ui::staff`; `lib.rs` and `main.rs` are the root.
pub fn module_of(path: &str) -> Vec<String> {
    let mut module: Vec<String> = path.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if matches!(module.last().map(String::as_str), Some("mod" | "lib" | "main")) {
        module.pop();
    }
    module
}

/// Every path in `tokens` that starts with `crate`, `super`, `self` or the crate's own name, wherever it stands.
pub fn reaches(module: &[String], tokens: &[Token]) -> Vec<Reach> {
    let mut out = Vec::new();
    let mut here = module.to_vec();
    let mut depth = 0usize;
    let mut opened = Vec::new(); // depths at which an inline module ends
    let mut at = 0;
    while at < tokens.len() {
        match &tokens[at].kind {
            Kind::Mark('{') => depth += 1,
            Kind::Mark('}') => {
                depth = depth.saturating_sub(1);
                if opened.last() == Some(&depth) {
                    opened.pop();
                    here.pop();
                }
            }
            Kind::Word(word) if word == "mod" && tokens.get(at + 2).is_some_and(|t| t.is_mark('{')) => {
                here.extend(tokens[at + 1].word().map(str::to_owned));
                opened.push(depth);
                depth += 1;
                at += 2;
            }
            Kind::Word(_) => {
                if let Some(next) = path_start(&here, tokens, at, &mut out) {
                    at = next;
                    continue;
                }
            }
            _ => {}
        }
        at += 1;
    }
    out
}

/// Follows a path that starts at `at`; answers where to go on, or nothing where none starts.
fn path_start(here: &[String], tokens: &[Token], at: usize, out: &mut Vec<Reach>) -> Option<usize> {
    let continued = at > 0 && tokens[at - 1].kind == Kind::Path;
    if continued || tokens.get(at + 1)?.kind != Kind::Path {
        return root_alias(tokens, at, out);
    }
    let base = match tokens[at].word()? {
        "crate" | "buku_pengunjung" => Vec::new(),
        "self" => here.to_vec(),
        "super" => parent(here),
        _ => return None,
    };
    Some(tree(&base, tokens, at + 2, out))
}

/// `use crate as name` and `extern crate self as name` give the root a second name that would hide every arrow.
fn root_alias(tokens: &[Token], at: usize, out: &mut Vec<Reach>) -> Option<usize> {
    let hidden = tokens[at].is_word("crate")
        && (tokens.get(at + 1)?.is_word("as")
            || (tokens.get(at + 1)?.is_word("self") && tokens.get(at + 2)?.is_word("as")));
    hidden.then(|| out.push(Reach { line: tokens[at].line, to: Vec::new(), glob: false }))?;
    Some(at + 2)
}

fn parent(of: &[String]) -> Vec<String> {
    of[..of.len().saturating_sub(1)].to_vec()
}

/// One branch of a use tree, or a plain path, from after a `::`. Answers one past its end.
fn tree(base: &[String], tokens: &[Token], at: usize, out: &mut Vec<Reach>) -> usize {
    let Some(token) = tokens.get(at) else { return at };
    let line = token.line;
    match &token.kind {
        Kind::Mark('{') => {
            let mut next = at + 1;
            while let Some(token) = tokens.get(next) {
                next = match token.kind {
                    Kind::Mark('}') => return next + 1,
                    Kind::Mark(',') => next + 1,
                    _ => tree(base, tokens, next, out).max(next + 1),
                };
            }
            next
        }
        Kind::Mark('*') => {
            out.push(Reach { line, to: base.to_vec(), glob: true });
            at + 1
        }
        Kind::Word(word) => {
            let to = match word.as_str() {
                "self" => base.to_vec(),
                "super" => parent(base),
                word => [base, &[word.to_owned()]].concat(),
            };
            if tokens.get(at + 1).is_some_and(|t| t.kind == Kind::Path) {
                return tree(&to, tokens, at + 2, out);
            }
            out.push(Reach { line, to, glob: false });
            let renamed = tokens.get(at + 1).is_some_and(|t| t.is_word("as"));
            at + if renamed { 3 } else { 1 }
        }
        // A turbofish or something else that ends the path.
        _ => {
            out.push(Reach { line, to: base.to_vec(), glob: false });
            at
        }
    }
}
