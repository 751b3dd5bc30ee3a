//! Plays the wrong and the other right answers of `tests/mutants/*.toml` on the engine: `make mutants`.
//!
//! A wrong one must fail, for the reason that a teacher would give; a right one must pass; and a step in which
//! nothing has been done must not. Lessons are named as
//! arguments; without any, all are played; `--reasons` prints what each verdict says. Exit code 1 where something
//! came out otherwise.

mod file;
mod judgement;
#[path = "../stage/mod.rs"]
mod stage;

use std::process::ExitCode;
use std::time::{Duration, Instant};

use file::Mutants;
use judgement::{Count, Judgement, Wanted};
use netdojo::check::Verdict;
use netdojo::engine::{self, Surroundings};
use netdojo::i18n::{Phrase, Translator};
use netdojo::lesson::{self, Lesson};
use netdojo::runtime::lessons;
use netdojo::runtime::player::{Deed, Outcome, Player, Rehearsal};
use netdojo::runtime::shield::Shield;
use netdojo::runtime::signals::Signals;
use netdojo::session::Home;
use stage::Stage;

/// How things are said.
struct Say {
    english: Translator,
    /// Whether the reasons of those that fail as they must are printed too.
    reasons: bool,
}

/// The longest that a line may take.
const LIMIT: Duration = Duration::from_secs(60);

fn main() -> ExitCode {
    let (options, named): (Vec<String>, Vec<String>) =
        std::env::args().skip(1).partition(|argument| argument.starts_with('-'));
    if let Some(other) = options.iter().find(|option| *option != "--reasons") {
        eprintln!("mutants: there is no option {other}");
        return ExitCode::from(2);
    }
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
    let code = match runtime {
        Ok(runtime) => runtime.block_on(run(&named, !options.is_empty())),
        Err(error) => Err(error.to_string()),
    };
    match code {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            eprintln!("mutants: {error}");
            ExitCode::FAILURE
        }
    }
}

async fn run(named: &[String], reasons: bool) -> Result<u8, String> {
    let english = Translator::new(&"en".parse().map_err(|_| "no English")?);
    let say = Say { english, reasons };
    let english = &say.english;
    let folder = lessons::folder();
    let files = lessons::files(folder.as_deref()).map_err(|error| error.to_string())?;
    let course = lesson::course(&files);
    if let Some((id, _)) = course.broken.first() {
        return Err(format!("{id} cannot be read; netdojo lint says why"));
    }
    let known = |id: &String| course.lessons.iter().any(|lesson| lesson.id == *id);
    if let Some(id) = named.iter().find(|id| !known(id)) {
        return Err(format!("there is no lesson {id}"));
    }
    let mut signals = Signals::new().map_err(|error| error.to_string())?;
    let began = Instant::now();
    let mut total = Count::default();
    for lesson in course.lessons.iter().filter(|lesson| named.is_empty() || named.contains(&lesson.id)) {
        let began = Instant::now();
        // One at a time, as their names are fixed.
        let stage = Stage::new();
        // The stage's own cleaning-up knows what is written down there.
        let home = Home::at(&stage.home().join("netdojo"));
        let engine = connect().await.map_err(|phrase| english.say(&phrase))?;
        let player = Player::new(engine, &home, LIMIT);
        // Whatever happens, what was made is removed.
        let outcome = tokio::select! {
            outcome = Shield::new(play(lesson, &player, &say)) => Ok(outcome),
            code = signals.next() => Err(code),
        };
        let left = player.remove().await;
        let count = match outcome {
            Err(code) => return Ok(code),
            Ok(outcome) => outcome.unwrap_or_else(|_| Err(format!("{}: it panicked", lesson.id)))?,
        };
        if let Some(left) = left.first() {
            return Err(english.say(left));
        }
        println!("{}: {count}, {:.1} s", lesson.id, began.elapsed().as_secs_f64());
        total.add(count);
    }
    println!("in all: {total}, {:.1} s", began.elapsed().as_secs_f64());
    Ok(u8::from(total.deviating > 0))
}

async fn connect() -> Result<netdojo::engine::Engine, Phrase> {
    let candidates = engine::candidates(&Surroundings::of_process()).map_err(|error| error.phrase())?;
    engine::connect_first(&candidates).await.map_err(|error| error.phrase())
}

/// Plays the answers to one lesson, in the order of its steps.
async fn play(lesson: &Lesson, player: &Player, say: &Say) -> Result<Count, String> {
    let english = &say.english;
    let path = file::path(&lesson.id);
    let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mutants = Mutants::parse(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    if let Some(problem) = mutants.problems(lesson).first() {
        return Err(format!("{}: {problem}", path.display()));
    }
    let mut count = Count::default();
    let begun = player.rehearse(lesson).await.map_err(|phrase| english.say(&phrase))?;
    let mut rehearsal = match begun {
        Ok(rehearsal) => rehearsal,
        Err(Outcome::Lacking(reasons)) => {
            let answers = mutants.step.values();
            count.left_out = answers.map(|answers| answers.wrong.len() + answers.right.len()).sum();
            println!("- {}: {}", lesson.id, say_all(&reasons, english));
            return Ok(count);
        }
        Err(Outcome::Taken(reasons)) => return Err(say_all(&reasons, english)),
        Err(_) => return Err(format!("{} could not be begun", lesson.id)),
    };
    for (index, step) in lesson.steps.iter().enumerate() {
        // A step whose end is like its beginning would pass with whatever is done.
        if !step.is_reading() {
            count.note(
                &one(&mut rehearsal, (index, &[]), Wanted::Open, (&step.id, "nothing is done"), say).await,
            );
        }
        let Some(answers) = mutants.step.get(&step.id) else { continue };
        // What must pass comes first: where it fails, the step is of little use to judge the others.
        for right in &answers.right {
            let deeds: Vec<Deed<'_>> = right.lines.iter().map(file::Done::deed).collect();
            let asked = (index, deeds.as_slice());
            count.note(&one(&mut rehearsal, asked, Wanted::Passed, (&step.id, &right.about), say).await);
        }
        for wrong in &answers.wrong {
            let deeds: Vec<Deed<'_>> = wrong.lines.iter().map(file::Done::deed).collect();
            let asked = (index, deeds.as_slice());
            let wanted = Wanted::Failed(wrong.reasons());
            count.note(&one(&mut rehearsal, asked, wanted, (&step.id, &wrong.about), say).await);
        }
    }
    Ok(count)
}

/// Plays one answer and says in a line how it came out.
async fn one(
    rehearsal: &mut Rehearsal<'_>,
    (index, deeds): (usize, &[Deed<'_>]),
    wanted: Wanted<'_>,
    (step, about): (&str, &str),
    Say { english, reasons }: &Say,
) -> Judgement {
    let began = Instant::now();
    let attempt = rehearsal.attempt(index, deeds).await;
    let judgement = judgement::of(attempt.as_ref().map(|attempt| &attempt.result.verdict), &wanted, english);
    let mark = match judgement {
        Judgement::AsWanted => "✓",
        Judgement::LeftOut(_) => "-",
        Judgement::Deviates(_) => "✗",
    };
    println!("{mark} {step} {wanted}: {about} ({:.1} s)", began.elapsed().as_secs_f64());
    match &judgement {
        Judgement::AsWanted => {
            if let Ok(Verdict::Failed(said)) = attempt.as_ref().map(|attempt| &attempt.result.verdict)
                && *reasons
            {
                for reason in said {
                    println!("    {}", english.say(reason));
                }
            }
        }
        Judgement::LeftOut(why) => println!("    {why}"),
        Judgement::Deviates(why) => {
            println!("    {why}");
            for report in attempt.iter().flat_map(|attempt| &attempt.lines) {
                println!("    $ {}", report.line);
                report.run.lines.iter().for_each(|line| println!("      {line}"));
                report.refused.iter().for_each(|phrase| println!("      {}", english.say(phrase)));
            }
        }
    }
    judgement
}

fn say_all(phrases: &[Phrase], english: &Translator) -> String {
    phrases.iter().map(|phrase| english.say(phrase)).collect::<Vec<_>>().join(" ")
}
