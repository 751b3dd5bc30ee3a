//! Full-screen programs of a container in the output pane, on the real engine: vi, top, less; the mouse, pasted text
//! and focus for those that ask; the size follows.

mod pty;
mod stage;

use pty::{Pty, key, say};
use stage::Stage;

/// A shell in a container of its own, on a terminal of so many columns and rows.
struct Shell {
    pty: Pty,
    name: String,
    stage: Stage,
}

/// What a shell of the image offers.
const PROMPT: &str = "/ #";

impl Shell {
    fn open(name: &str, cols: u16, rows: u16) -> Self {
        let stage = Stage::somebody_else();
        let mut pty = Pty::start(cols, rows, &stage.home(), &[], &[]);
        pty.see("API");
        let name = format!("tui-{name}-{}", std::process::id());
        pty.line(&format!("docker run -d --init --name {name} alpine sleep 600"));
        pty.wait("an id", |screen| screen.lines().any(|line| line.trim().len() == 64));
        pty.idle();
        pty.line(&format!("docker exec -it {name} sh"));
        pty.see(PROMPT);
        Self { pty, name, stage }
    }

    /// Empties the screen, so that nothing old is taken for new.
    fn clear(&mut self) {
        self.pty.line("clear; expr 40 + 2");
        self.pty.wait("an empty shell", |screen| {
            let lines: Vec<&str> = screen.lines().map(str::trim).collect();
            lines.windows(2).any(|two| two == ["42", PROMPT]) && !screen.contains("expr")
        });
    }

    /// Leaves shell, container and program.
    fn close(mut self) {
        self.pty.line("exit");
        self.pty.idle();
        self.pty.line(&format!("docker rm -f {}", self.name));
        let name = self.name.clone();
        self.pty.wait("its removal", |screen| screen.lines().any(|line| line.trim() == name));
        self.pty.idle();
        self.pty.leave();
        drop(self.stage);
    }
}

/// Rows and columns of the output pane on the start screen, as `stty size` prints them.
fn pane(cols: u16, rows: u16) -> String {
    let body = rows - 3;
    format!("{} {}", body - body / 2 - 1, cols - 2)
}

#[test]
fn vi_edits_and_gives_the_screen_back() {
    let mut shell = Shell::open("vi", 80, 24);
    shell.clear();
    let pty = &mut shell.pty;
    pty.line("echo before; vi /tmp/note");
    pty.wait("vi", |screen| screen.lines().filter(|line| line.trim() == "~").count() > 5);
    pty.keys("iコンテナ one\rtwo three");
    pty.see("two three");
    // The arrow keys are vi's, and the cursor is where it is.
    pty.keys("\x1b[A\x1b[H>> ");
    pty.see(">> コンテナ one");
    pty.resize(100, 40);
    pty.wait("vi on a larger screen", |screen| {
        screen.contains(">> コンテナ one") && screen.lines().filter(|line| line.trim() == "~").count() > 12
    });
    // By itself: what follows at once would be taken for a key with Alt.
    pty.keys(key::ESC);
    pty.see("- /tmp/note");
    pty.keys(":wq\r");
    let screen = pty.wait("the shell's screen again", |screen| {
        screen.contains("before") && screen.matches(PROMPT).count() == 2
    });
    assert!(!screen.contains('~') && !screen.contains(">> "), "{screen}");
    pty.line("cat /tmp/note; stty size");
    pty.see(&pane(100, 40));
    let screen = pty.screen();
    assert!(screen.contains(">> コンテナ one") && screen.contains("two three"), "{screen}");
    shell.close();
}

#[test]
fn top_and_less_follow_the_size_and_keys_come_back() {
    let mut shell = Shell::open("top", 110, 30);
    shell.clear();
    let pty = &mut shell.pty;
    pty.line("top -d 1");
    pty.wait("top", |screen| screen.contains("Load average") && screen.contains("sleep 600"));
    pty.resize(80, 24);
    pty.wait("top on a smaller screen", |screen| {
        screen.contains("Load average") && screen.contains("sleep 600")
    });
    pty.keys("q");
    pty.see(PROMPT);
    shell.clear();
    let pty = &mut shell.pty;
    pty.line("seq 1000 1499 >/tmp/numbers; less /tmp/numbers");
    pty.see("1005");
    pty.keys("G");
    pty.wait("the end", |screen| screen.contains("1499") && !screen.contains("1005"));
    pty.keys("g");
    pty.wait("the beginning", |screen| screen.contains("1000") && !screen.contains("1499"));
    // Ctrl-] leads back, and to it again.
    pty.keys(key::CTRL_CLOSE);
    pty.keys("/sel");
    pty.see("❯ /sel");
    pty.keys(key::CTRL_U);
    pty.keys(key::CTRL_CLOSE);
    pty.see(&say("en", "ui-prompt-attached"));
    pty.resize(120, 44);
    // Its own line is the pane's last one: before it has been told of the new size, it does not listen.
    pty.wait("less on the whole of a larger pane", |screen| {
        screen.contains("1016")
            && screen.lines().rev().nth(2).is_some_and(|line| line.contains("/tmp/numbers"))
    });
    pty.keys("/1234\r");
    pty.see("1240");
    pty.keys("q");
    pty.see(PROMPT);
    pty.line("stty size");
    pty.see(&pane(120, 44));
    shell.close();
}

#[test]
fn the_mouse_pasted_text_and_focus_reach_a_program_that_asks() {
    let mut shell = Shell::open("mouse", 80, 24);
    shell.clear();
    let pty = &mut shell.pty;
    pty.line("stty raw -echo; printf '\\033[?1000;1004;1006;2004hready\\r\\n'; dd bs=1 count=48 2>/dev/null | cat -v; stty sane");
    pty.wait("a program that asks", |screen| screen.lines().any(|line| line.trim() == "ready"));
    // The pane's first cell is the second column of the 13th row.
    pty.keys("\x1b[<0;4;14M\x1b[<0;4;14m\x1b[<64;4;14M");
    pty.keys("\x1b[200~hi\x1b[201~");
    pty.keys(key::CTRL_CLOSE);
    pty.wait("the prompt", |screen| !screen.contains(&say("en", "ui-prompt-attached")));
    pty.keys(key::CTRL_CLOSE);
    // It is printed when all of it has come.
    let screen = pty.see("^[[I");
    let seen = "^[[<0;3;2M^[[<0;3;2m^[[<64;3;2M^[[200~hi^[[201~^[[O^[[I";
    assert!(screen.contains(seen), "{screen}");
    shell.close();
}
