//! What a template is made of.

use serde_json::Value;

/// A part of a template.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// Text as it stands.
    Text(String),
    /// `{{pipeline}}`
    Action(Pipeline),
    /// `{{if …}}`, `{{with …}}`: the condition, what holds where it does, what holds where it does not.
    Branch {
        /// Whether the condition's value becomes the dot.
        with: bool,
        /// The condition.
        pipe: Pipeline,
        /// Where it holds.
        then: Vec<Self>,
        /// Where it does not.
        otherwise: Vec<Self>,
    },
    /// `{{range …}}`
    Range {
        /// What is gone through, with the variables for key and value.
        pipe: Pipeline,
        /// For each.
        body: Vec<Self>,
        /// Where there is nothing.
        otherwise: Vec<Self>,
    },
}

/// Commands, each given the value of the one before.
#[derive(Debug, Clone, PartialEq)]
pub struct Pipeline {
    /// Variables that are set.
    pub variables: Vec<String>,
    /// Whether they are new (`:=`), rather than changed (`=`).
    pub declares: bool,
    /// At least one.
    pub commands: Vec<Vec<Operand>>,
}

/// A value, or a function where it comes first.
#[derive(Debug, Clone, PartialEq)]
pub struct Operand {
    /// Where it begins.
    pub base: Base,
    /// Fields of it, `.A.B`.
    pub fields: Vec<String>,
    /// Byte in the source, for messages.
    pub position: usize,
    /// As written, for messages.
    pub text: String,
}

/// Where a value begins.
#[derive(Debug, Clone, PartialEq)]
pub enum Base {
    /// `.`
    Dot,
    /// `$`, `$name`
    Variable(String),
    /// A string, a number, `true`, `nil`.
    Literal(Value),
    /// A function's name.
    Function(String),
    /// `( … )`
    Pipeline(Box<Pipeline>),
}
