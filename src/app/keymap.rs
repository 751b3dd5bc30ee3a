//! The keys and what they do: one table for the help and for `docs/keys.md`.

/// Keys that belong together.
#[derive(Debug, Clone, Copy)]
pub struct Section {
    /// Key of the phrase that names them.
    pub title: &'static str,
    /// Keys as they are written on keyboards, and the key of the phrase that says what they do.
    pub keys: &'static [(&'static str, &'static str)],
}

/// All keys but those of the built-in editor, in the order in which they are listed.
pub const KEYS: &[Section] = &[
    Section {
        title: "ui-help-keys",
        keys: &[
            ("Enter", "ui-key-enter"),
            ("1 … 9", "ui-key-predict"),
            ("Tab  →", "ui-key-take"),
            ("Alt-→", "ui-key-take-word"),
            ("Tab", "ui-key-complete"),
            ("↑ ↓", "ui-key-history"),
            ("Ctrl-R Ctrl-S", "ui-key-search"),
            ("Alt-Enter", "ui-key-newline"),
            ("Esc  /", "ui-key-palette"),
            ("Ctrl-C", "ui-key-interrupt"),
            ("Ctrl-]", "ui-key-detach"),
            ("PgUp PgDn", "ui-key-page"),
            ("Shift-↑ ↓", "ui-key-scroll"),
            ("Mouse", "ui-key-drag"),
            ("n  N", "ui-key-find"),
            ("F1 … F5", "ui-key-functions"),
            ("Ctrl-D", "ui-key-quit"),
        ],
    },
    Section {
        title: "ui-help-line",
        keys: &[
            ("Ctrl-A Ctrl-E", "ui-key-ends"),
            ("Ctrl-B Ctrl-F", "ui-key-letters"),
            ("Alt-B Alt-F", "ui-key-words"),
            ("Ctrl-U Ctrl-K", "ui-key-cut-line"),
            ("Ctrl-W Alt-D", "ui-key-cut-word"),
            ("Ctrl-Y Alt-Y", "ui-key-put-back"),
            ("Ctrl-T Alt-T", "ui-key-transpose"),
            ("Alt-U Alt-L Alt-C", "ui-key-case"),
            ("Alt-.", "ui-key-last-word"),
            ("Alt-\\", "ui-key-blanks"),
            ("Ctrl-Z Ctrl-_", "ui-key-undo"),
            ("Alt-/", "ui-key-redo"),
            ("Alt-R", "ui-key-revert"),
            ("Ctrl-P Ctrl-N", "ui-key-rows"),
            ("Alt-< Alt->", "ui-key-oldest"),
        ],
    },
];

/// The keys of the built-in editor (`edit FILE`).
pub const EDITOR: Section = Section {
    title: "ui-help-editor",
    keys: &[
        ("Ctrl-S", "ui-key-editor-save"),
        ("Ctrl-Q Esc", "ui-key-editor-leave"),
        ("Ctrl-F", "ui-key-editor-find"),
        ("F3 Shift-F3", "ui-key-editor-next"),
        ("Ctrl-Z Ctrl-Y", "ui-key-editor-undo"),
        ("Ctrl-K Ctrl-W", "ui-key-editor-delete"),
        ("Ctrl-← Ctrl-→", "ui-key-words"),
        ("Ctrl-Home Ctrl-End", "ui-key-editor-ends"),
    ],
};
