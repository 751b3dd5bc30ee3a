//! Go templates, as far as `--format` needs them: fields, variables, pipelines, `if`, `range`, `with`,
//! and docker's functions. They walk JSON where docker walks its own types.

mod eval;
mod functions;
mod node;
mod parse;
mod print;

use std::collections::BTreeMap;

pub use print::json;
use serde_json::Value;

/// A template that has been read.
#[derive(Debug, Clone, PartialEq)]
pub struct Template {
    source: String,
    nodes: Vec<node::Node>,
}

/// What a template's data can do beside having fields.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Methods {
    /// The type's name in messages about a field that is not there; none for plain JSON.
    kind: Option<&'static str>,
    /// What `.Label "name"` gives.
    labels: BTreeMap<String, String>,
    /// Whether this is the row of headings, in which functions leave their argument as it is.
    headings: bool,
}

impl Methods {
    /// Those of a listed thing that docker calls `kind`.
    pub fn of_row(kind: &'static str, labels: BTreeMap<String, String>) -> Self {
        Self { kind: Some(kind), labels, headings: false }
    }

    /// Those of a row of headings.
    pub fn headings() -> Self {
        Self { headings: true, ..Self::default() }
    }
}

impl Template {
    /// Reads `source`.
    ///
    /// # Errors
    /// What Go says about it, `template: :1: …`; plainly what is not supported.
    pub fn parse(source: &str) -> Result<Self, String> {
        Ok(Self { source: source.to_owned(), nodes: parse::parse(source)? })
    }

    /// The text that the template makes of `data`.
    ///
    /// # Errors
    /// What Go says about a field that is not there or a value that does not fit.
    pub fn render(&self, data: &Value, methods: &Methods) -> Result<String, String> {
        eval::render(&self.source, &self.nodes, data, methods)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::{Value, json};

    use super::{Methods, Template};

    fn data() -> Value {
        json!({
            "Name": "/alpine_02",
            "State": {"Status": "running", "Running": true, "ExitCode": 0, "Pid": 4711},
            "Args": ["-c", "ping"],
            "HostConfig": {"Links": null, "PortBindings": null, "Memory": 1_000_000},
            "NetworkSettings": {"Networks": {
                "web": {"IPAddress": "172.20.0.3", "Aliases": ["a", "b"]},
                "bridge": {"IPAddress": "172.17.0.3", "Aliases": null},
            }},
            "Labels": {"a": "1", "b.c": "2"},
        })
    }

    fn render(template: &str) -> Result<String, String> {
        Template::parse(template)?.render(&data(), &Methods::default())
    }

    #[test]
    fn what_docker_prints_for_these() {
        for (template, text) in [
            ("{{.Name}}", "/alpine_02"),
            ("{{ .State.Status }}!", "running!"),
            ("{{.HostConfig.Memory}}", "1000000"),
            ("{{.Args}} {{.Labels}}", "[-c ping] map[a:1 b.c:2]"),
            ("{{.HostConfig.Links}} {{.HostConfig.PortBindings}}", "[] map[]"),
            ("{{range .NetworkSettings.Networks}}{{.IPAddress}} {{end}}", "172.17.0.3 172.20.0.3 "),
            (
                "{{range $name, $net := .NetworkSettings.Networks}}{{$name}}={{$net.IPAddress}}{{println}}{{end}}",
                "bridge=172.17.0.3\nweb=172.20.0.3\n",
            ),
            ("{{range $i, $arg := .Args}}{{$i}}:{{$arg}} {{end}}", "0:-c 1:ping "),
            ("{{.State}}", "{running true 0 4711}"),
            ("{{range .HostConfig.Links}}x{{else}}none{{end}}", "none"),
            ("{{json .State.Running}} {{json .Args}}", r#"true ["-c","ping"]"#),
            ("{{.Args | json}}", r#"["-c","ping"]"#),
            (r#"{{index .Labels "b.c"}} {{index .Args 1}}"#, "2 ping"),
            ("{{(index .NetworkSettings.Networks \"web\").IPAddress}}", "172.20.0.3"),
            ("{{len .Args}} {{len .NetworkSettings.Networks}}", "2 2"),
            ("{{if .State.Running}}up{{else}}down{{end}}", "up"),
            (
                "{{if eq .State.Status \"paused\"}}p{{else if eq .State.Status \"x\" \"running\"}}r{{end}}",
                "r",
            ),
            ("{{if and .State.Running (gt .State.Pid 1)}}yes{{end}}", "yes"),
            ("{{with .State}}{{.Status}} of {{$.Name}}{{end}}", "running of /alpine_02"),
            ("{{$s := .State}}{{$s.Pid}}", "4711"),
            ("{{join .Args \",\"}} {{upper .State.Status}} {{title \"ab\"}}", "-c,ping RUNNING Ab"),
            (
                "{{printf \"%-10s|%05d|%q|%v\" .State.Status .State.Pid .Name .Args}}",
                "running   |04711|\"/alpine_02\"|[-c ping]",
            ),
            ("a {{- /* said nothing */ -}} b", "ab"),
            ("{{range (split \"a,b\" \",\")}}<{{.}}>{{end}}", "<a><b>"),
            ("{{slice .Name 1}} {{truncate .Name 4}} {{pad \"a\" 1 2}}|", "alpine_02 /alp  a  |"),
            ("{{not .State.Running}} {{or \"\" \"x\"}} {{print 1 2 \"a\"}}", "false x 1 2a"),
            ("{{`raw \\ text`}} {{'a'}}", "raw \\ text 97"),
        ] {
            assert_eq!(render(template).as_deref(), Ok(text), "{template}");
        }
    }

    #[test]
    fn what_go_says_about_slips() {
        for (template, text) in [
            ("{{.Nope}}", "template: :1:2: executing \"\" at <.Nope>: map has no entry for key \"Nope\""),
            (
                "a\n{{.Name.Nope}}",
                "template: :2:7: executing \"\" at <.Name.Nope>: can't evaluate field Nope in type interface {}",
            ),
            ("{{.Name", "template: :1: unclosed action"),
            ("a{{", "template: :1: unclosed action"),
            ("{{nope}}", "template: :1: function \"nope\" not defined"),
            ("{{if .Name}}", "template: :1: unexpected EOF"),
            ("{{end}}", "template: :1: unexpected {{end}}"),
            ("{{}}", "template: :1: missing value for command"),
            ("{{$x}}", "template: :1: undefined variable \"$x\""),
            ("{{\"a}}", "template: :1: unterminated quoted string"),
            (
                "{{range .Name}}{{end}}",
                "template: :1:8: executing \"\" at <.Name>: range can't iterate over /alpine_02",
            ),
        ] {
            assert_eq!(render(template).unwrap_err(), text, "{template}");
        }
    }

    #[test]
    fn a_row_names_its_type() {
        let template = Template::parse("{{.Nope}}").unwrap();
        let methods = Methods::of_row("*formatter.ContainerContext", [].into());
        assert_eq!(
            template.render(&data(), &methods).unwrap_err(),
            "template: :1:2: executing \"\" at <.Nope>: can't evaluate field Nope in type *formatter.ContainerContext"
        );
    }

    #[test]
    fn a_label_is_asked_for_by_name() {
        let template = Template::parse("{{.Label \"a\"}}|{{.Label \"z\"}}").unwrap();
        let methods =
            Methods::of_row("*formatter.ContainerContext", [("a".to_owned(), "1".to_owned())].into());
        assert_eq!(template.render(&data(), &methods).unwrap(), "1|");
    }

    #[test]
    fn depth_is_bounded() {
        let deep = "(".repeat(100_000);
        assert!(render(&format!("{{{{{deep}")).is_err());
        let blocks = "{{if .Name}}".repeat(10_000);
        assert!(render(&blocks).is_err());
    }

    proptest! {
        #[test]
        fn nothing_panics(template in "(\\{\\{|\\}\\}|range |if |end|else|with |\\$x|:=|,|\\.Name|\\.Args|\\.|index |len |json |printf |slice |pad |truncate |\"%[-0-9]{0,3}[sdqvx]\"|\\(|\\)|\\||-|[0-9]{1,3}| |\"|`|'|é|\n){0,24}") {
            let _ = render(&template);
        }

        #[test]
        fn plain_text_stays(text in "[^{]{0,40}") {
            prop_assert_eq!(render(&text).unwrap(), text);
        }
    }
}
