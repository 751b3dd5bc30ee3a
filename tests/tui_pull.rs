//! A real pull from a slow registry on loopback: how much, how fast, how long still; stopped, and brought to its end.

mod pty;
mod registry;
mod stage;

use pty::{Pty, key, say};
use registry::Registry;
use stage::Stage;

/// Bytes of each of the image's two layers.
const LAYER: usize = 3_000_000;

#[test]
fn a_pull_shows_how_fast_it_is_and_can_be_stopped() {
    // Not for the lessons' names: two pulls at once would share the line's speed.
    let stage = Stage::new();
    let registry = Registry::open(LAYER);
    let image = registry.image();
    let mut pty = Pty::start(110, 30, &stage.home(), &[], &[]);
    pty.see("API");
    pty.line(&format!("docker pull {image}"));
    let shown = pty.wait("a speed and the time left", |screen| {
        let row = screen.lines().find(|row| row.contains(&say("en", "ui-progress-all")));
        row.is_some_and(|row| row.contains("/6.0MB") && row.contains("/s  about") && row.contains("left"))
    });
    assert!(shown.contains("█") && shown.contains("Downloading"), "{shown}");
    pty.keys(key::CTRL_C);
    pty.see(&say("en", "app-detached-stopped"));
    pty.idle();
    pty.line(&format!("docker rmi {image}"));
    pty.see("No such image");
    pty.idle();
    registry.hurry();
    pty.line(&format!("docker pull {image}"));
    let shown = pty.see(&format!("Status: Downloaded newer image for {image}"));
    assert!(shown.contains("1: Pulling from slow") && shown.contains("Digest: sha256:"), "{shown}");
    pty.idle();
    pty.line(&format!("docker rmi {image}"));
    pty.see(&format!("Untagged: {image}"));
    pty.leave();
}
