//! `netdojo clean`: removes what this program made on the engine, and nothing else.

use std::collections::BTreeSet;
use std::io::{self, BufRead, IsTerminal, Write};

use super::args::CleanArgs;
use super::paper::{Mark, Paper};
use super::{Failure, connect, failure};
use crate::docker::short_id;
use crate::engine::{Engine, EngineError};
use crate::i18n::{Phrase, Translator, phrase};
use crate::session::clean::{self, Item, Plan, Wish};
use crate::session::{Entry, Home, Ledger, ObjectKind};

/// Lists what is ours, asks, removes; exit code 1 where something could not be removed.
pub fn run(args: &CleanArgs, translator: &Translator) -> Result<u8, Failure> {
    let home = Home::locate().map_err(|error| Failure::new(error.phrase()))?;
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let code = runtime.block_on(clean_up(args, &home, translator));
    runtime.shutdown_background();
    code
}

async fn clean_up(args: &CleanArgs, home: &Home, translator: &Translator) -> Result<u8, Failure> {
    let ledger = Ledger::new(home);
    let kept = |error: crate::session::SessionError| Failure::new(error.phrase());
    let entries = ledger.entries().map_err(kept)?;
    let owner = home.owner().map_err(kept)?;
    let engine = connect::whole().await?;
    let asked = |error: EngineError| {
        if error.is_lost() { Failure::no_engine(&error) } else { Failure::new(error.phrase()) }
    };
    let plan = plan(&engine, owner, &entries).await.map_err(asked)?;
    let mut paper = Paper::new(translator);
    list(&mut paper, &plan);
    paper.print()?;
    if plan.remove.is_empty() || args.dry_run {
        return Ok(0);
    }
    if !args.yes && !agreed(&paper)? {
        paper.phrase(0, &phrase("cli-clean-kept"));
        paper.print()?;
        return Ok(0);
    }
    let outcomes = clean::execute(&engine, &plan, &ledger).await.map_err(kept)?;
    let mut code = 0;
    for (item, outcome) in &outcomes {
        match outcome {
            Ok(()) => paper.marked_phrase(0, Mark::Good, &named("cli-clean-removed", item)),
            Err(error) => {
                code = failure::CHECK_FAILED;
                let said = named("cli-clean-failed", item).with("reason", error.phrase());
                paper.marked_phrase(0, Mark::Bad, &said);
            }
        }
    }
    paper.print()?;
    Ok(code)
}

/// What this installation made, for itself and for its own `verify` runs: the ledger knows their ids.
async fn plan(engine: &Engine, owner: String, entries: &[Entry]) -> Result<Plan, EngineError> {
    let snapshot = engine.snapshot().await?;
    let here = entries.iter().filter(|entry| entry.place.is_on(engine.info()));
    let owners: BTreeSet<String> =
        here.map(|entry| entry.place.owner.clone()).chain(std::iter::once(owner)).collect();
    let mut whole = Plan::default();
    for owner in owners {
        let wish = Wish { owner, ..Wish::default() };
        let plan = clean::plan(engine, &snapshot, entries, &wish).await?;
        whole.remove.extend(plan.remove);
        for left in plan.leave {
            if !whole.leave.contains(&left) {
                whole.leave.push(left);
            }
        }
    }
    // Networks go after all containers, whoever's they are.
    whole.remove.sort();
    whole.remove.dedup();
    let Plan { remove, leave } = &mut whole;
    leave.retain(|(item, _)| !remove.contains(item));
    Ok(whole)
}

fn list(paper: &mut Paper<'_>, plan: &Plan) {
    if plan.remove.is_empty() {
        paper.phrase(0, &phrase("cli-clean-nothing"));
    } else {
        paper.phrase(0, &phrase("cli-clean-these"));
        for item in &plan.remove {
            paper.phrase(2, &named("cli-clean-item", item));
        }
    }
    if !plan.leave.is_empty() {
        paper.phrase(0, &phrase("cli-clean-left"));
        for (item, why) in &plan.leave {
            paper.phrase(2, &named("cli-clean-item", item));
            paper.phrase(4, why);
        }
    }
}

/// Asks at the terminal; without one, nothing is removed unless `--yes` says so.
fn agreed(paper: &Paper<'_>) -> Result<bool, Failure> {
    if !io::stdin().is_terminal() {
        return Err(Failure::usage(phrase("cli-clean-ask-nobody")).hint(phrase("cli-clean-ask-nobody-hint")));
    }
    let mut out = io::stdout().lock();
    write!(out, "{} [y/N] ", paper.say(&phrase("cli-clean-ask")))?;
    out.flush()?;
    let mut answer = String::new();
    io::stdin().lock().read_line(&mut answer)?;
    Ok(matches!(answer.trim().to_lowercase().as_str(), "y" | "yes" | "ｙ" | "はい"))
}

fn named(key: &'static str, item: &Item) -> Phrase {
    let kind = match item.kind {
        ObjectKind::Container => phrase("cli-clean-container"),
        ObjectKind::Network => phrase("cli-clean-network"),
        ObjectKind::Volume => phrase("cli-clean-volume"),
        ObjectKind::Image if item.is_outdated() => {
            phrase("cli-clean-outdated").with("id", short_id(&item.id))
        }
        ObjectKind::Image => phrase("cli-clean-image"),
    };
    Phrase { key, args: Vec::new() }.with("kind", kind).with("name", item.name.as_str())
}
