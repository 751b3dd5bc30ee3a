//! The learner's own editor: `$VISUAL` or `$EDITOR`, on the terminal that it is given.

use std::path::Path;
use std::process::ExitStatus;

use tokio::process::{Child, Command};

use super::signals::{INTERRUPTED, Signals};
use crate::app::Opened;
use crate::i18n::{Phrase, phrase};
use crate::session::because;

/// The value of `NETDOJO_EDITOR` that asks for the built-in editor.
const BUILT_IN: &str = "builtin";

/// The editor that the environment asks for, as a command line; none where the built-in one is to be used.
pub fn of_environment() -> Option<String> {
    chosen(|name| std::env::var(name).ok())
}

/// `NETDOJO_EDITOR` first (`builtin` means the built-in one), then `VISUAL`, then `EDITOR`.
fn chosen(variable: impl Fn(&str) -> Option<String>) -> Option<String> {
    let named = ["NETDOJO_EDITOR", "VISUAL", "EDITOR"];
    let editor = named.iter().find_map(|name| variable(name).filter(|value| !value.trim().is_empty()))?;
    (editor.trim() != BUILT_IN).then_some(editor)
}

/// Starts the editor with the file. Its value may have arguments of its own, and is read by the shell, as git and
/// others do.
///
/// # Errors
/// When it cannot be started.
pub fn start(editor: &str, file: &Path) -> std::io::Result<Child> {
    let mut command = Command::new("sh");
    command.arg("-c").arg(format!("{editor} \"$@\"")).arg("sh").arg(file);
    if let Some(folder) = file.parent().filter(|folder| folder.is_dir()) {
        command.current_dir(folder);
    }
    command.spawn()
}

/// Its exit code in words; what the system says where a signal ended it.
fn exited(status: ExitStatus) -> Phrase {
    match status.code() {
        Some(code) => phrase("runtime-exit").with("code", i64::from(code)),
        None => phrase("session-because-other").with("detail", status.to_string()),
    }
}

/// Has the file edited, and waits until the editor is left: how that went, and the exit code of a signal that came
/// meanwhile.
pub async fn run(editor: &str, file: &Path, signals: &mut Signals) -> (Result<Opened, Phrase>, Option<u8>) {
    let failed =
        |detail: Phrase| phrase("runtime-editor-failed").with("editor", editor).with("detail", detail);
    let mut child = match start(editor, file) {
        Ok(child) => child,
        Err(error) => return (Err(failed(because(&error))), None),
    };
    loop {
        tokio::select! {
            status = child.wait() => {
                let result = match status {
                    Ok(status) if status.success() => Ok(Opened::Elsewhere),
                    Ok(status) => Err(failed(exited(status))),
                    Err(error) => Err(failed(because(&error))),
                };
                // The one that ended the editor may be waiting still: both come at once.
                signals.forget_interrupt().await;
                return (result, None);
            }
            code = signals.next() => {
                // Ctrl-C in the editor's terminal is the editor's alone.
                if code != INTERRUPTED {
                    return (Ok(Opened::Elsewhere), Some(code));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use futures_util::FutureExt;

    use super::*;

    fn with(variables: &[(&str, &str)]) -> Option<String> {
        chosen(|name| {
            variables.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned())
        })
    }

    #[test]
    fn the_environment_decides() {
        assert_eq!(with(&[]), None);
        assert_eq!(with(&[("EDITOR", "vi")]).as_deref(), Some("vi"));
        assert_eq!(with(&[("EDITOR", "vi"), ("VISUAL", "code -w")]).as_deref(), Some("code -w"));
        assert_eq!(with(&[("EDITOR", "vi"), ("NETDOJO_EDITOR", "builtin")]), None);
        assert_eq!(with(&[("EDITOR", "vi"), ("NETDOJO_EDITOR", "nano")]).as_deref(), Some("nano"));
        assert_eq!(with(&[("EDITOR", " ")]), None);
    }

    #[tokio::test]
    async fn an_interrupt_of_the_editors_is_not_ours_afterwards() {
        let mut signals = Signals::new().expect("signals");
        let file = Path::new("a.conf");
        for _ in 0..50 {
            let (result, code) = run("kill -INT $PPID; exit 3;", file, &mut signals).await;
            assert!(result.is_err());
            assert_eq!(code, None);
            tokio::task::yield_now().await;
            assert_eq!(signals.next().now_or_never(), None);
        }
    }

    #[tokio::test]
    async fn an_editor_may_have_arguments_and_a_file_blanks() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("two words.conf");
        std::fs::write(&file, "a").expect("written");
        let mut child = start("sed -i s/a/b/", &file).expect("sh is there");
        assert!(child.wait().await.expect("it ends").success());
        assert_eq!(std::fs::read_to_string(&file).expect("read"), "b");
        let mut child = start("no-such-editor-here", &file).expect("sh is there");
        assert!(!child.wait().await.expect("it ends").success());
    }
}
