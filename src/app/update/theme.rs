//! The colours are chosen.

use super::{save, say};
use crate::app::{Effect, List, Model, Overlay, Scheme, Tone};
use crate::i18n::phrase;

/// `/theme`: the one that is named, or a list, in which each is shown while the cursor is on it.
pub(super) fn typed(model: &mut Model, out: &mut Vec<Effect>, name: &str) {
    if name.is_empty() {
        let now = Scheme::chosen(&model.progress);
        let selected = Scheme::ALL.iter().position(|scheme| *scheme == now).unwrap_or(0);
        model.overlay = Some(Overlay::List { of: List::Themes, selected });
        return;
    }
    if let Some(scheme) = Scheme::find(name) {
        return choose(model, out, scheme);
    }
    let known = Scheme::ALL.map(Scheme::name).join(", ");
    say(model, Tone::Warning, phrase("app-no-such-theme").with("name", name).with("known", known));
}

/// Uses it from now on, also after the next start.
pub(super) fn choose(model: &mut Model, out: &mut Vec<Effect>, scheme: Scheme) {
    model.progress.theme = Some(scheme.name().to_owned()).filter(|_| scheme != Scheme::Auto);
    say(model, Tone::Info, phrase("app-theme").with("about", scheme.about()));
    save(model, out);
}
