//! Rust source as tokens: comments gone, literals told apart from code, test code marked.

/// One token of a source file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// Line in the file, from 1.
    pub line: usize,
    /// Whether it stands in an item under `#[cfg(test)]`.
    pub test: bool,
    /// What it is.
    pub kind: Kind,
}

/// What a token is. Numbers and characters carry nothing that an arrow could hide in, so they are `Other`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    Word(String),
    Text(String),
    /// `::`
    Path,
    Mark(char),
    Other,
}

impl Token {
    pub fn word(&self) -> Option<&str> {
        if let Kind::Word(word) = &self.kind { Some(word) } else { None }
    }

    pub fn is_word(&self, word: &str) -> bool {
        self.word() == Some(word)
    }

    pub fn is_mark(&self, mark: char) -> bool {
        self.kind == Kind::Mark(mark)
    }
}

/// Splits `text` into tokens.
pub fn tokens(text: &str) -> Vec<Token> {
    let mut lexer = Lexer { chars: text.chars().collect(), at: 0, line: 1, out: Vec::new() };
    while lexer.at < lexer.chars.len() {
        lexer.step();
    }
    let mut out = lexer.out;
    mark_tests(&mut out);
    out
}

struct Lexer {
    chars: Vec<char>,
    at: usize,
    line: usize,
    out: Vec<Token>,
}

impl Lexer {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.chars.get(self.at + ahead).copied()
    }

    fn bump(&mut self) -> Option<char> {
        let c = self.peek(0)?;
        self.at += 1;
        self.line += usize::from(c == '\n');
        Some(c)
    }

    fn push(&mut self, line: usize, kind: Kind) {
        self.out.push(Token { line, test: false, kind });
    }

    fn step(&mut self) {
        let line = self.line;
        match (self.peek(0), self.peek(1)) {
            (Some('/'), Some('/')) => while self.bump().is_some_and(|c| c != '\n') {},
            (Some('/'), Some('*')) => self.block_comment(),
            (Some('"'), _) => self.quoted(line),
            (Some('\''), _) => self.quote_or_lifetime(line),
            (Some(':'), Some(':')) => {
                self.at += 2;
                self.push(line, Kind::Path);
            }
            (Some(c), _) if c.is_alphabetic() || c == '_' => self.word(line),
            (Some(c), _) if c.is_ascii_digit() => {
                while self.peek(0).is_some_and(|c| c.is_alphanumeric() || c == '_') {
                    self.at += 1;
                }
                self.push(line, Kind::Other);
            }
            (Some(c), _) => {
                self.bump();
                if !c.is_whitespace() {
                    self.push(line, Kind::Mark(c));
                }
            }
            (None, _) => {}
        }
    }

    fn block_comment(&mut self) {
        let mut depth = 0;
        loop {
            match (self.peek(0), self.peek(1)) {
                (Some('/'), Some('*')) => {
                    depth += 1;
                    self.at += 2;
                }
                (Some('*'), Some('/')) => {
                    depth -= 1;
                    self.at += 2;
                }
                (None, _) => return,
                _ => {
                    self.bump();
                }
            }
            if depth == 0 {
                return;
            }
        }
    }

    /// A string with escapes; the cursor stands on its first quote.
    fn quoted(&mut self, line: usize) {
        let mut text = String::new();
        self.bump();
        while let Some(c) = self.bump() {
            match c {
                '"' => break,
                '\\' => match self.bump() {
                    // A line continuation joins, every other escape is kept as a space: no arrow needs one.
                    Some('\n') => {
                        while self.peek(0).is_some_and(char::is_whitespace) {
                            self.bump();
                        }
                    }
                    _ => text.push(' '),
                },
                c => text.push(c),
            }
        }
        self.push(line, Kind::Text(text));
    }

    /// A string without escapes; the cursor stands on its first `#` or quote. False: it was none.
    fn raw(&mut self, line: usize) -> bool {
        let hashes = self.chars[self.at..].iter().take_while(|c| **c == '#').count();
        if self.peek(hashes) != Some('"') {
            return false;
        }
        self.at += hashes + 1;
        let mut text = String::new();
        while let Some(c) = self.bump() {
            if c == '"' && (0..hashes).all(|n| self.peek(n) == Some('#')) {
                self.at += hashes;
                break;
            }
            text.push(c);
        }
        self.push(line, Kind::Text(text));
        true
    }

    fn quote_or_lifetime(&mut self, line: usize) {
        self.bump();
        let escaped = self.peek(0) == Some('\\');
        if !escaped && self.peek(1) != Some('\'') {
            return; // A lifetime: its name comes next, as a word that no rule looks at.
        }
        self.bump();
        if escaped {
            self.bump();
        }
        while self.bump().is_some_and(|c| c != '\'') {}
        self.push(line, Kind::Other);
    }

    fn word(&mut self, line: usize) {
        let mut word = String::new();
        while let Some(c) = self.peek(0).filter(|c| c.is_alphanumeric() || *c == '_') {
            word.push(c);
            self.at += 1;
        }
        match (word.as_str(), self.peek(0)) {
            ("r" | "br" | "cr", Some('"' | '#')) if self.raw(line) => {}
            ("r", Some('#')) => {
                self.at += 1;
                self.word(line);
            }
            ("b" | "c", Some('"')) => self.quoted(line),
            ("b", Some('\'')) => self.quote_or_lifetime(line),
            _ => self.push(line, Kind::Word(word)),
        }
    }
}

/// Marks every item that follows `#[cfg(test)]`, to its closing brace or semicolon.
fn mark_tests(tokens: &mut [Token]) {
    let mut at = 0;
    while at + 6 < tokens.len() {
        let cfg = tokens[at].is_mark('#')
            && tokens[at + 1].is_mark('[')
            && tokens[at + 2].is_word("cfg")
            && tokens[at + 3].is_mark('(')
            && tokens[at + 4].is_word("test")
            && tokens[at + 5].is_mark(')');
        if !cfg {
            at += 1;
            continue;
        }
        let end = item_end(tokens, at + 7);
        for token in &mut tokens[at..end] {
            token.test = true;
        }
        at = end;
    }
}

/// One past the end of the item that starts at `from`: the first brace that closes again, or a semicolon before it.
fn item_end(tokens: &[Token], from: usize) -> usize {
    let mut depth = 0usize;
    for (at, token) in tokens.iter().enumerate().skip(from) {
        match token.kind {
            Kind::Mark('{') => depth += 1,
            Kind::Mark('}') => {
                depth = depth.saturating_sub(1);
                if depth == 0 {
                    return at + 1;
                }
            }
            Kind::Mark(';') if depth == 0 => return at + 1,
            _ => {}
        }
    }
    tokens.len()
}
