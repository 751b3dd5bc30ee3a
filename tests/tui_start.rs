//! The terminal program from start to end, without playing a lesson.

mod pty;

use pty::{Pty, key};

fn home() -> tempfile::TempDir {
    tempfile::tempdir().expect("a folder")
}

#[test]
fn it_starts_and_leaves_the_terminal_as_it_was() {
    for (cols, rows) in [(80, 24), (160, 45)] {
        let home = home();
        let mut pty = Pty::start(cols, rows, home.path(), &[], &[]);
        let screen = pty.see("netdojo");
        println!("{screen}");
        pty.keys(key::CTRL_D);
        let ended = pty.ended();
        assert_eq!(ended.code, 0);
        assert!(ended.modes_restored && !ended.alternate);
    }
}
