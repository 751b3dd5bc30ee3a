//! Containers for a measurement, and the docker command line beside which we measure.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// The netdojo under measurement.
pub const PROGRAM: &str = env!("CARGO_BIN_EXE_netdojo");

/// Runs `program` to its end and says how long that took, from before its start to after its end.
pub fn timed(program: &str, args: &[&str]) -> Duration {
    let began = Instant::now();
    let output = Command::new(program).args(args).stdin(Stdio::null()).output();
    let took = began.elapsed();
    let output = output.unwrap_or_else(|error| panic!("{program} does not start: {error}"));
    assert!(
        output.status.success(),
        "{program} {args:?} failed:\n{}{}",
        String::from_utf8_lossy(&output.stdout),
        String::from_utf8_lossy(&output.stderr)
    );
    took
}

/// One line through `netdojo run`, which must succeed; what it printed.
pub fn run(line: &str) -> String {
    let output =
        Command::new(PROGRAM).args(["run", line]).stdin(Stdio::null()).output().expect("netdojo starts");
    assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The docker command line's version, where there is one.
pub fn docker_cli() -> Option<String> {
    let output = Command::new("docker").arg("--version").output().ok()?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    said.split([' ', ',']).nth(2).map(str::to_owned)
}

/// Running containers that are gone when this is dropped.
pub struct Crowd {
    names: Vec<String>,
}

impl Crowd {
    /// Starts `count` of them.
    pub fn of(count: usize) -> Self {
        let crowd = Self { names: (0..count).map(|n| format!("bench-{}-{n}", std::process::id())).collect() };
        for name in &crowd.names {
            run(&format!("docker run -d --name {name} alpine sleep 1000"));
        }
        crowd
    }

    /// The name of one of them.
    pub fn name(&self, index: usize) -> &str {
        &self.names[index]
    }
}

impl Drop for Crowd {
    fn drop(&mut self) {
        run(&format!("docker rm -f {}", self.names.join(" ")));
    }
}
