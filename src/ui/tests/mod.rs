//! Views, drawn and read back.
