//! Source → nodes.

use serde_json::Value;

use super::functions;
use super::node::{Base, Node, Operand, Pipeline};

/// How deep blocks and parentheses may go.
const DEPTH: usize = 50;

/// Reads a template.
pub fn parse(source: &str) -> Result<Vec<Node>, String> {
    let mut parser = Parser { source, at: 0, variables: vec!["$".to_owned()], depth: 0, trim: false };
    let (nodes, end) = parser.nodes()?;
    match end {
        End::Source => Ok(nodes),
        End::Block => Err(parser.error("unexpected {{end}}")),
        End::Else => Err(parser.error("unexpected {{else}}")),
    }
}

struct Parser<'a> {
    source: &'a str,
    at: usize,
    /// In scope.
    variables: Vec<String>,
    depth: usize,
    /// Whether the action before asked for the blanks after it to go.
    trim: bool,
}

/// What a list of nodes ends with.
#[derive(PartialEq)]
enum End {
    Source,
    Block,
    /// The rest of the action is still to be read.
    Else,
}

impl Parser<'_> {
    fn rest(&self) -> &str {
        &self.source[self.at..]
    }

    fn error(&self, what: &str) -> String {
        let line = self.source[..self.at].matches('\n').count() + 1;
        format!("template: :{line}: {what}")
    }

    fn deeper(&mut self) -> Result<(), String> {
        self.depth += 1;
        if self.depth > DEPTH { Err(self.error("nested too deep")) } else { Ok(()) }
    }

    fn nodes(&mut self) -> Result<(Vec<Node>, End), String> {
        self.deeper()?;
        let scope = self.variables.len();
        let mut nodes = Vec::new();
        let end = loop {
            let (text, opened) = self.text();
            if !text.is_empty() {
                nodes.push(Node::Text(text));
            }
            if !opened {
                break End::Source;
            }
            self.blanks();
            if self.comment()? {
                continue;
            }
            match self.word() {
                "end" => {
                    self.skip("end");
                    self.close()?;
                    break End::Block;
                }
                "else" => {
                    self.skip("else");
                    break End::Else;
                }
                word @ ("if" | "with" | "range") => {
                    let word = word.to_owned();
                    self.skip(&word);
                    nodes.push(self.block(&word)?);
                }
                word @ ("define" | "template" | "block" | "break" | "continue") => {
                    return Err(self.error(&format!("{{{{{word}}}}} is not supported here")));
                }
                _ => {
                    nodes.push(Node::Action(self.pipeline(false)?));
                    self.close()?;
                }
            }
        };
        self.variables.truncate(scope);
        self.depth -= 1;
        Ok((nodes, end))
    }

    /// An `if`, `with` or `range` to its `{{end}}`.
    fn block(&mut self, word: &str) -> Result<Node, String> {
        self.deeper()?;
        let scope = self.variables.len();
        let pipe = self.pipeline(word == "range")?;
        self.close()?;
        let (then, end) = self.nodes()?;
        let otherwise = match end {
            End::Source => return Err(self.error("unexpected EOF")),
            End::Block => Vec::new(),
            End::Else => self.otherwise()?,
        };
        self.variables.truncate(scope);
        self.depth -= 1;
        Ok(match word {
            "range" => Node::Range { pipe, body: then, otherwise },
            word => Node::Branch { with: word == "with", pipe, then, otherwise },
        })
    }

    /// After `{{else`: another condition, or the rest to `{{end}}`.
    fn otherwise(&mut self) -> Result<Vec<Node>, String> {
        self.blanks();
        let word = self.word().to_owned();
        if word == "if" || word == "with" {
            self.skip(&word);
            return Ok(vec![self.block(&word)?]);
        }
        self.close()?;
        let (nodes, end) = self.nodes()?;
        match end {
            End::Block => Ok(nodes),
            End::Source => Err(self.error("unexpected EOF")),
            End::Else => Err(self.error("expected end; found {{else}}")),
        }
    }

    /// Text up to the next action, whose `{{` is taken too, and whether there is one.
    fn text(&mut self) -> (String, bool) {
        let rest = self.rest();
        let opens = rest.find("{{");
        let (text, length) = opens.map_or((rest, rest.len()), |at| (&rest[..at], at + 2));
        let mut text = if self.trim { text.trim_start() } else { text };
        let after = &rest[length..];
        let dash =
            opens.is_some() && after.starts_with('-') && after[1..].starts_with([' ', '\t', '\r', '\n']);
        if dash {
            text = text.trim_end();
        }
        let (text, opens) = (text.to_owned(), opens);
        self.trim = false;
        self.at += length + usize::from(dash);
        (text, opens.is_some())
    }

    /// Whether a comment was there and is past, with its `}}`.
    fn comment(&mut self) -> Result<bool, String> {
        if !self.rest().starts_with("/*") {
            return Ok(false);
        }
        let end = self.rest().find("*/").ok_or_else(|| self.error("unclosed comment"))?;
        self.at += end + 2;
        self.close().map_err(|_| self.error("comment ends before closing delimiter"))?;
        Ok(true)
    }

    fn blanks(&mut self) {
        let rest = self.rest();
        self.at += rest.len() - rest.trim_start_matches([' ', '\t', '\r', '\n']).len();
    }

    fn word(&self) -> &str {
        let rest = self.rest();
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
        &rest[..end]
    }

    fn skip(&mut self, text: &str) {
        self.at += text.len();
    }

    fn take(&mut self, text: &str) -> bool {
        let there = self.rest().starts_with(text);
        if there {
            self.at += text.len();
        }
        there
    }

    /// Whether an action ends here.
    fn at_close(&self) -> bool {
        let rest = self.rest();
        rest.starts_with("}}") || rest.starts_with("-}}")
    }

    fn close(&mut self) -> Result<(), String> {
        self.blanks();
        self.trim = self.take("-}}");
        if self.trim || self.take("}}") {
            return Ok(());
        }
        Err(match self.rest().chars().next() {
            None => self.error("unclosed action"),
            Some(other) => self.error(&format!("unexpected {other:?} in operand")),
        })
    }

    fn pipeline(&mut self, range: bool) -> Result<Pipeline, String> {
        let (variables, declares) = self.declaration(range)?;
        let mut commands = Vec::new();
        loop {
            let command = self.command()?;
            if command.is_empty() {
                return Err(self.error(if self.rest().is_empty() {
                    "unclosed action"
                } else {
                    "missing value for command"
                }));
            }
            commands.push(command);
            self.blanks();
            if !self.take("|") {
                break;
            }
        }
        if declares {
            self.variables.extend(variables.iter().cloned());
        }
        Ok(Pipeline { variables, declares, commands })
    }

    /// `$x :=`, `$x =`, in a range also `$key, $value :=`.
    fn declaration(&mut self, range: bool) -> Result<(Vec<String>, bool), String> {
        let start = self.at;
        let mut variables = Vec::new();
        loop {
            self.blanks();
            if !self.take("$") {
                break;
            }
            let name = self.word().to_owned();
            self.skip(&name);
            variables.push(format!("${name}"));
            self.blanks();
            if !(range && variables.len() == 1 && self.take(",")) {
                break;
            }
        }
        if !variables.is_empty() && self.take(":=") {
            return Ok((variables, true));
        }
        let changes = self.rest().starts_with('=') && !variables.is_empty();
        if changes {
            self.take("=");
            return match variables.iter().find(|name| !self.variables.contains(name)) {
                Some(name) => Err(self.error(&format!("undefined variable {name:?}"))),
                None => Ok((variables, false)),
            };
        }
        self.at = start;
        Ok((Vec::new(), false))
    }

    fn command(&mut self) -> Result<Vec<Operand>, String> {
        let mut operands = Vec::new();
        loop {
            self.blanks();
            if self.at_close() || self.rest().is_empty() || self.rest().starts_with(['|', ')']) {
                return Ok(operands);
            }
            operands.push(self.operand()?);
        }
    }

    fn operand(&mut self) -> Result<Operand, String> {
        let position = self.at;
        let first = self.rest().chars().next().unwrap_or_default();
        let base = match first {
            '.' => Base::Dot,
            '$' => self.variable()?,
            '(' => {
                self.deeper()?;
                self.skip("(");
                let inner = self.pipeline(false)?;
                self.blanks();
                if !self.take(")") {
                    return Err(self.error("unclosed left paren"));
                }
                self.depth -= 1;
                Base::Pipeline(Box::new(inner))
            }
            '"' | '`' | '\'' => Base::Literal(self.quoted(first)?),
            '0'..='9' | '-' | '+' => Base::Literal(self.number()?),
            _ => self.name()?,
        };
        let mut fields = Vec::new();
        // Go takes a chain of fields to be where its second part is.
        let mut parts = usize::from(base != Base::Dot);
        let mut place = position;
        while self.rest().starts_with('.') {
            parts += 1;
            if parts == 2 {
                place = self.at;
            }
            self.skip(".");
            let field = self.word().to_owned();
            if field.is_empty() && (base != Base::Dot || !fields.is_empty()) {
                return Err(self.error("unexpected <.> in operand"));
            }
            self.skip(&field);
            if field.is_empty() {
                break;
            }
            fields.push(field);
        }
        let text = self.source[position..self.at].to_owned();
        Ok(Operand { base, fields, position: place, text })
    }

    fn variable(&mut self) -> Result<Base, String> {
        self.skip("$");
        let name = format!("${}", self.word());
        self.at += name.len() - 1;
        if self.variables.contains(&name) {
            Ok(Base::Variable(name))
        } else {
            Err(self.error(&format!("undefined variable {name:?}")))
        }
    }

    /// A function, or a word that stands for a value.
    fn name(&mut self) -> Result<Base, String> {
        let word = self.word().to_owned();
        self.skip(&word);
        match word.as_str() {
            "" => {
                let other = self.rest().chars().next().unwrap_or_default();
                Err(self.error(&format!("unexpected {other:?} in command")))
            }
            "true" => Ok(Base::Literal(Value::Bool(true))),
            "false" => Ok(Base::Literal(Value::Bool(false))),
            "nil" => Ok(Base::Literal(Value::Null)),
            word if functions::is_known(word) => Ok(Base::Function(word.to_owned())),
            word => Err(self.error(&format!("function {word:?} not defined"))),
        }
    }

    fn number(&mut self) -> Result<Value, String> {
        let rest = self.rest();
        let end = rest[1..].find(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '_');
        let text = rest[..end.map_or(rest.len(), |end| end + 1)].to_owned();
        let plain = text.trim_start_matches('+');
        let number =
            plain.parse::<i64>().map(Value::from).ok().or_else(|| {
                plain.parse::<f64>().ok().and_then(serde_json::Number::from_f64).map(Value::Number)
            });
        self.skip(&text);
        number.ok_or_else(|| self.error(&format!("bad number syntax: {text:?}")))
    }

    /// A string in double quotes or backquotes, or a character's number.
    fn quoted(&mut self, quote: char) -> Result<Value, String> {
        let start = self.at + 1;
        let mut text = String::new();
        let mut characters = self.source[start..].char_indices();
        while let Some((offset, character)) = characters.next() {
            if character == quote {
                self.at = start + offset + 1;
                let code = text.chars().next().map_or(0, u32::from);
                return Ok(if quote == '\'' { Value::from(code) } else { Value::String(text) });
            }
            if character == '\\' && quote != '`' {
                match characters.next().map(|(_, escaped)| escaped) {
                    Some('n') => text.push('\n'),
                    Some('t') => text.push('\t'),
                    Some('r') => text.push('\r'),
                    Some(other @ ('\\' | '"' | '\'')) => text.push(other),
                    _ => return Err(self.error("invalid syntax")),
                }
            } else if character == '\n' && quote != '`' {
                break;
            } else {
                text.push(character);
            }
        }
        Err(self.error(match quote {
            '"' => "unterminated quoted string",
            '`' => "unterminated raw quoted string",
            _ => "unterminated character constant",
        }))
    }
}
