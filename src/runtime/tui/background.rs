//! Whether the terminal's background is light: the terminal is asked (OSC 11), and nobody waits for its answer.
//!
//! The answer comes between the keys. crossterm does not know it and gives it as keys: Alt-], `11;rgb:…`, Alt-\. They
//! are taken out here. Anything that turns out to be no answer is given on as it came.

use std::io::{self, Write};

use crossterm::event::{Event, KeyCode, KeyEvent, KeyModifiers};

/// The question: xterm's control sequences, “Operating System Commands”, 11.
const QUESTION: &[u8] = b"\x1b]11;?\x1b\\";

/// How an answer begins.
const BEGINNING: &str = "11;rgb";

/// More is no answer: `11;rgba:ffff/ffff/ffff/ffff` is the longest there is.
const LONGEST: usize = 32;

/// What became of the question.
#[derive(Debug, Default)]
pub enum Background {
    /// It was not asked, or has been answered.
    #[default]
    Settled,
    /// It was asked; what has come of an answer so far.
    Asked {
        /// The keys, as they came.
        held: Vec<Event>,
        /// What they spell.
        spelt: String,
    },
}

/// What an event turned out to be.
#[derive(Debug, PartialEq, Eq)]
pub enum Heard {
    /// It belongs to an answer that is still coming.
    Part,
    /// The answer is whole: whether the background is light, if that could be read.
    Answer(Option<bool>),
    /// No answer: these are to be taken in as they came.
    Events(Vec<Event>),
}

impl Background {
    /// Asks.
    pub fn ask(out: &mut impl Write) -> io::Result<Self> {
        out.write_all(QUESTION)?;
        out.flush()?;
        Ok(Self::Asked { held: Vec::new(), spelt: String::new() })
    }

    /// Whether the terminal that `term` (`TERM`) names may be asked: the Linux console prints what it does not know.
    pub fn may_be_asked(term: Option<&str>) -> bool {
        !matches!(term, None | Some("" | "dumb" | "linux"))
    }

    /// Takes an event in.
    pub fn hear(&mut self, event: Event) -> Heard {
        let Self::Asked { held, spelt } = self else { return Heard::Events(vec![event]) };
        let key = pressed(&event);
        if held.is_empty() {
            if key != Some((KeyCode::Char(']'), true)) {
                return Heard::Events(vec![event]);
            }
            held.push(event);
            return Heard::Part;
        }
        held.push(event);
        match key {
            // ST or BEL ends it.
            Some((KeyCode::Char('\\'), true)) if is_answer(spelt) => {}
            Some((KeyCode::Char(c), false)) => {
                spelt.push(c);
                let known = &BEGINNING[..spelt.len().min(BEGINNING.len())];
                if spelt.starts_with(known) && spelt.len() <= LONGEST {
                    return Heard::Part;
                }
                spelt.clear();
                return Heard::Events(std::mem::take(held));
            }
            _ if is_bell(held.last()) && is_answer(spelt) => {}
            _ => {
                spelt.clear();
                return Heard::Events(std::mem::take(held));
            }
        }
        let light = is_light(spelt);
        *self = Self::Settled;
        Heard::Answer(light)
    }
}

fn is_answer(spelt: &str) -> bool {
    spelt.starts_with(BEGINNING)
}

/// The key and whether Alt was held; none for anything that no answer is made of.
fn pressed(event: &Event) -> Option<(KeyCode, bool)> {
    match event {
        Event::Key(KeyEvent { code, modifiers, .. }) => match *modifiers - KeyModifiers::SHIFT {
            KeyModifiers::ALT => Some((*code, true)),
            KeyModifiers::NONE => Some((*code, false)),
            _ => None,
        },
        _ => None,
    }
}

/// Whether it is BEL, which crossterm gives as Ctrl-G.
fn is_bell(event: Option<&Event>) -> bool {
    let Some(Event::Key(key)) = event else { return false };
    key.code == KeyCode::Char('g') && key.modifiers == KeyModifiers::CONTROL
}

/// Whether `11;rgb:RRRR/GGGG/BBBB` (one to four hexadecimal digits each) is a light colour: more than half as bright
/// as white.
fn is_light(answer: &str) -> Option<bool> {
    let colours = answer.split_once(':')?.1;
    let mut parts = colours.split('/').map(|part| {
        let most =
            16_u32.checked_pow(u32::try_from(part.len()).ok()?)?.checked_sub(1).filter(|most| *most > 0)?;
        Some(f64::from(u32::from_str_radix(part, 16).ok()?) / f64::from(most))
    });
    let (red, green, blue) = (parts.next()??, parts.next()??, parts.next()??);
    Some(0.299 * red + 0.587 * green + 0.114 * blue > 0.5)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn key(c: char, modifiers: KeyModifiers) -> Event {
        Event::Key(KeyEvent::new(KeyCode::Char(c), modifiers))
    }

    /// As crossterm gives an answer.
    fn answer(text: &str, bell: bool) -> Vec<Event> {
        let mut events = vec![key(']', KeyModifiers::ALT)];
        events.extend(text.chars().map(|c| key(c, KeyModifiers::NONE)));
        events.push(if bell { key('g', KeyModifiers::CONTROL) } else { key('\\', KeyModifiers::ALT) });
        events
    }

    fn asked() -> Background {
        Background::ask(&mut Vec::new()).expect("it can be written")
    }

    /// What is left of the events, and the answers.
    fn heard(background: &mut Background, events: Vec<Event>) -> (Vec<Event>, Vec<Option<bool>>) {
        let (mut rest, mut answers) = (Vec::new(), Vec::new());
        for event in events {
            match background.hear(event) {
                Heard::Part => {}
                Heard::Answer(light) => answers.push(light),
                Heard::Events(events) => rest.extend(events),
            }
        }
        (rest, answers)
    }

    #[test]
    fn answers_are_taken_out_and_understood() {
        for (text, light) in [
            ("11;rgb:ffff/ffff/ffff", Some(true)),
            ("11;rgb:1414/1818/1f1f", Some(false)),
            ("11;rgb:f/f/0", Some(true)),
            ("11;rgba:0000/0000/0000/ffff", Some(false)),
            ("11;rgb:x/y/z", None),
            ("11;rgb:", None),
        ] {
            for bell in [false, true] {
                assert_eq!(heard(&mut asked(), answer(text, bell)), (Vec::new(), vec![light]), "{text}");
            }
        }
    }

    #[test]
    fn what_is_typed_around_it_stays() {
        let mut events = vec![key('l', KeyModifiers::NONE)];
        events.extend(answer("11;rgb:ffff/ffff/ffff", false));
        events.push(key('s', KeyModifiers::NONE));
        let mut background = asked();
        let typed = [key('l', KeyModifiers::NONE), key('s', KeyModifiers::NONE)];
        assert_eq!(heard(&mut background, events), (typed.to_vec(), vec![Some(true)]));
        let again = answer("11;rgb:ffff/ffff/ffff", false);
        assert_eq!(heard(&mut background, again.clone()), (again, Vec::new()), "there is but one");
    }

    #[test]
    fn an_unknown_console_is_not_asked() {
        assert!(!Background::may_be_asked(None));
        assert!(!Background::may_be_asked(Some("linux")));
        assert!(Background::may_be_asked(Some("xterm-256color")));
    }

    proptest! {
        /// Whatever is typed without an answer in it comes out again, but for the beginning of one at its end.
        #[test]
        fn no_key_is_lost(keys in prop::collection::vec(("[]1;rgb:/\\\\a]", any::<bool>()), 0..40)) {
            let events: Vec<Event> = keys
                .iter()
                .map(|(c, alt)| {
                    let modifiers = if *alt { KeyModifiers::ALT } else { KeyModifiers::NONE };
                    key(c.chars().next().unwrap_or('a'), modifiers)
                })
                .collect();
            let mut background = asked();
            let (mut rest, answers) = heard(&mut background, events.clone());
            if let Background::Asked { held, .. } = background {
                rest.extend(held);
            }
            prop_assert!(!answers.is_empty() || rest == events);
        }
    }
}
