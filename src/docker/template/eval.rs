//! Nodes and data → text.

use serde_json::Value;

use super::node::{Base, Node, Operand, Pipeline};
use super::{Methods, functions, print};

/// The text that `nodes` make of `data`.
pub fn render(source: &str, nodes: &[Node], data: &Value, methods: &Methods) -> Result<String, String> {
    let variables = vec![("$".to_owned(), data.clone())];
    let mut run = Run { source, methods, variables, text: String::new() };
    run.nodes(nodes, data)?;
    Ok(run.text)
}

struct Run<'a> {
    source: &'a str,
    methods: &'a Methods,
    variables: Vec<(String, Value)>,
    text: String,
}

impl Run<'_> {
    fn nodes(&mut self, nodes: &[Node], dot: &Value) -> Result<(), String> {
        let scope = self.variables.len();
        for node in nodes {
            match node {
                Node::Text(text) => self.text += text,
                Node::Action(pipe) => {
                    let value = self.pipeline(pipe, dot)?;
                    if pipe.variables.is_empty() {
                        let text = print::value(&value, field(pipe));
                        self.text += &text;
                    }
                }
                Node::Branch { with, pipe, then, otherwise } => {
                    let inner = self.variables.len();
                    let value = self.pipeline(pipe, dot)?;
                    match (functions::truth(&value), with) {
                        (true, true) => self.nodes(then, &value)?,
                        (true, false) => self.nodes(then, dot)?,
                        (false, _) => self.nodes(otherwise, dot)?,
                    }
                    self.variables.truncate(inner);
                }
                Node::Range { pipe, body, otherwise } => self.range(pipe, body, otherwise, dot)?,
            }
        }
        self.variables.truncate(scope);
        Ok(())
    }

    fn range(
        &mut self,
        pipe: &Pipeline,
        body: &[Node],
        otherwise: &[Node],
        dot: &Value,
    ) -> Result<(), String> {
        let scope = self.variables.len();
        let value = self.commands(pipe, dot)?;
        let items: Vec<(Value, Value)> = match value {
            Value::Null => Vec::new(),
            Value::Array(items) => {
                items.into_iter().enumerate().map(|(index, item)| (Value::from(index), item)).collect()
            }
            Value::Object(fields) => {
                let mut fields: Vec<_> = fields.into_iter().collect();
                fields.sort_by(|one, other| one.0.cmp(&other.0));
                fields.into_iter().map(|(key, item)| (Value::String(key), item)).collect()
            }
            other => {
                let what = format!("range can't iterate over {}", print::value(&other, None));
                return Err(self.error(pipe.commands.first().and_then(|command| command.first()), &what));
            }
        };
        if items.is_empty() {
            return self.nodes(otherwise, dot);
        }
        for (key, item) in items {
            let inner = self.variables.len();
            match pipe.variables.as_slice() {
                [value] => self.set(value, item.clone(), pipe.declares),
                [index, value] => {
                    self.set(index, key, pipe.declares);
                    self.set(value, item.clone(), pipe.declares);
                }
                _ => {}
            }
            self.nodes(body, &item)?;
            self.variables.truncate(inner);
        }
        self.variables.truncate(scope);
        Ok(())
    }

    fn set(&mut self, name: &str, value: Value, declares: bool) {
        if declares {
            self.variables.push((name.to_owned(), value));
        } else if let Some(slot) = self.variables.iter_mut().rev().find(|(known, _)| known == name) {
            slot.1 = value;
        }
    }

    fn pipeline(&mut self, pipe: &Pipeline, dot: &Value) -> Result<Value, String> {
        let value = self.commands(pipe, dot)?;
        if let [name] = pipe.variables.as_slice() {
            self.set(name, value.clone(), pipe.declares);
        }
        Ok(value)
    }

    fn commands(&mut self, pipe: &Pipeline, dot: &Value) -> Result<Value, String> {
        let mut last = None;
        for command in &pipe.commands {
            last = Some(self.command(command, dot, last)?);
        }
        Ok(last.unwrap_or(Value::Null))
    }

    fn command(&mut self, command: &[Operand], dot: &Value, last: Option<Value>) -> Result<Value, String> {
        let Some((first, rest)) = command.split_first() else { return Ok(Value::Null) };
        if let Base::Function(name) = &first.base {
            let mut arguments = Vec::with_capacity(rest.len() + 1);
            for operand in rest {
                arguments.push(self.operand(operand, dot)?);
            }
            arguments.extend(last);
            if self.methods.headings && functions::keeps_headings(name) {
                return Ok(arguments.into_iter().next().unwrap_or(Value::Null));
            }
            let called = functions::call(name, &arguments);
            let called =
                called.map_err(|what| self.error(Some(first), &format!("error calling {name}: {what}")))?;
            return self.fields(called, first);
        }
        let is_label = first.base == Base::Dot && first.fields == ["Label"];
        if is_label && (self.methods.kind.is_some() || self.methods.headings) && rest.len() == 1 {
            let name = self.operand(&rest[0], dot)?;
            let name = name.as_str().unwrap_or_default();
            if self.methods.headings {
                let heading = name.rsplit('.').next().unwrap_or(name).replace(['-', '_'], " ");
                return Ok(Value::String(heading));
            }
            return Ok(Value::String(self.methods.labels.get(name).cloned().unwrap_or_default()));
        }
        if !rest.is_empty() || last.is_some() {
            let what = format!("can't give argument to non-function {}", first.text);
            return Err(self.error(Some(first), &what));
        }
        self.operand(first, dot)
    }

    fn operand(&mut self, operand: &Operand, dot: &Value) -> Result<Value, String> {
        let base = match &operand.base {
            Base::Dot => dot.clone(),
            Base::Literal(value) => value.clone(),
            Base::Variable(name) => {
                let found = self.variables.iter().rev().find(|(known, _)| known == name);
                found.map_or(Value::Null, |(_, value)| value.clone())
            }
            Base::Pipeline(pipe) => self.pipeline(pipe, dot)?,
            Base::Function(name) => functions::call(name, &[])
                .map_err(|what| self.error(Some(operand), &format!("error calling {name}: {what}")))?,
        };
        self.fields(base, operand)
    }

    /// The field of a field … of `value`.
    fn fields(&self, mut value: Value, operand: &Operand) -> Result<Value, String> {
        for name in &operand.fields {
            value = match value {
                Value::Object(mut object) => match object.swap_remove(name).or_else(|| omitted(name)) {
                    Some(field) => field,
                    None => return Err(self.error(Some(operand), &self.no_field(name))),
                },
                Value::Null => {
                    let what = format!("nil pointer evaluating interface {{}}.{name}");
                    return Err(self.error(Some(operand), &what));
                }
                _ => {
                    let what = format!("can't evaluate field {name} in type interface {{}}");
                    return Err(self.error(Some(operand), &what));
                }
            };
        }
        Ok(value)
    }

    fn no_field(&self, name: &str) -> String {
        match self.methods.kind {
            Some(kind) => format!("can't evaluate field {name} in type {kind}"),
            None => format!("map has no entry for key {name:?}"),
        }
    }

    fn error(&self, operand: Option<&Operand>, what: &str) -> String {
        let (position, text) = operand.map_or((0, ""), |operand| (operand.position, operand.text.as_str()));
        let before = &self.source[..position];
        let line = before.matches('\n').count() + 1;
        let column = before.len() - before.rfind('\n').map_or(0, |at| at + 1);
        format!("template: :{line}:{column}: executing \"\" at <{text}>: {what}")
    }
}

/// The field whose value an action prints, which tells an empty list from an empty map.
fn field(pipe: &Pipeline) -> Option<&str> {
    match pipe.commands.as_slice() {
        [command] => match command.as_slice() {
            [operand] => operand.fields.last().map(String::as_str),
            _ => None,
        },
        _ => None,
    }
}

/// What the engine leaves out where it has nothing to say, and docker's own types still have.
fn omitted(name: &str) -> Option<Value> {
    match name {
        "ExposedPorts" | "Annotations" => Some(Value::Object(serde_json::Map::new())),
        "Health" | "Healthcheck" | "StopTimeout" => Some(Value::Null),
        "StopSignal" => Some(Value::String(String::new())),
        _ => None,
    }
}
