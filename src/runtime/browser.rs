//! The learner's browser, started for `open`.

use std::path::Path;
use std::process::Stdio;
use std::time::Duration;

use tokio::process::Command;

use crate::shell::Url;

/// What shows pages for lines that run here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Browser {
    /// That of whoever runs this process, looked for when a page is to be shown.
    Own {
        /// Whether this process is still there while the page is looked at.
        stays: bool,
    },
    /// Started by these programs, the first that can be.
    Programs(Vec<&'static str>),
    /// Nobody would see one: over SSH, without a desktop.
    Absent,
    /// Nobody looks: a lesson plays itself.
    Unwanted,
}

/// How long a program has to say that it failed; one that runs on by then is a browser.
const PATIENCE: Duration = Duration::from_secs(2);

/// What says where a browser would be seen.
#[derive(Debug, Clone, Copy, Default)]
#[expect(clippy::struct_excessive_bools, reason = "independent of one another")]
struct Desk {
    ssh: bool,
    macos: bool,
    windows_below: bool,
    display: bool,
}

impl Browser {
    /// The browser of whoever runs this process.
    fn of_process() -> Self {
        let set = |name: &str| std::env::var_os(name).is_some_and(|value| !value.is_empty());
        let kernel = std::fs::read_to_string(Path::new("/proc/sys/kernel/osrelease")).unwrap_or_default();
        Self::at(Desk {
            ssh: set("SSH_CONNECTION") || set("SSH_TTY"),
            macos: cfg!(target_os = "macos"),
            windows_below: kernel.to_lowercase().contains("microsoft"),
            display: set("DISPLAY") || set("WAYLAND_DISPLAY"),
        })
    }

    fn at(desk: Desk) -> Self {
        match desk {
            Desk { ssh: true, .. } => Self::Absent,
            Desk { macos: true, .. } => Self::Programs(vec!["open"]),
            Desk { windows_below: true, .. } => Self::Programs(vec!["wslview", "explorer.exe", "xdg-open"]),
            Desk { display: true, .. } => Self::Programs(vec!["xdg-open"]),
            Desk { .. } => Self::Absent,
        }
    }

    /// Whether this process can lead a browser to a page for as long as that is looked at.
    pub const fn can_relay(&self) -> bool {
        !matches!(self, Self::Own { stays: false } | Self::Unwanted)
    }

    /// Shows the page; whether a browser was started.
    pub async fn show(&self, url: &Url) -> bool {
        let own = if matches!(self, Self::Own { .. }) { Some(Self::of_process()) } else { None };
        let Self::Programs(programs) = own.as_ref().unwrap_or(self) else { return false };
        for program in programs {
            if start(program, url).await {
                return true;
            }
        }
        false
    }
}

/// Starts a program with the page. Its output is nobody's, and an interrupt of ours does not reach it.
async fn start(program: &str, url: &Url) -> bool {
    let started = Command::new(program)
        .arg(url.to_string())
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .process_group(0)
        .spawn();
    let Ok(mut child) = started else { return false };
    match tokio::time::timeout(PATIENCE, child.wait()).await {
        // Windows' own says that it failed whatever it did.
        Ok(Ok(status)) => status.success() || program == "explorer.exe",
        Ok(Err(_)) | Err(_) => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_browser_is_started_only_where_it_is_seen() {
        let desk = Desk { display: true, ..Desk::default() };
        assert_eq!(Browser::at(desk), Browser::Programs(vec!["xdg-open"]));
        assert_eq!(Browser::at(Desk { ssh: true, ..desk }), Browser::Absent);
        assert_eq!(Browser::at(Desk::default()), Browser::Absent);
        assert_eq!(Browser::at(Desk { macos: true, ..Desk::default() }), Browser::Programs(vec!["open"]));
        let below = Browser::at(Desk { windows_below: true, ..Desk::default() });
        assert_eq!(below, Browser::Programs(vec!["wslview", "explorer.exe", "xdg-open"]));
    }

    #[tokio::test]
    async fn what_cannot_be_started_is_no_browser() {
        let url = Url::parse("http://127.0.0.1:1/").expect("an address");
        assert!(!Browser::Absent.show(&url).await);
        assert!(!Browser::Programs(vec!["netdojo-no-such-program", "false"]).show(&url).await);
        assert!(Browser::Programs(vec!["netdojo-no-such-program", "true"]).show(&url).await);
    }
}
