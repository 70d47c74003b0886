//! Diagnostics and progress, as a person at a terminal or a program reads them.
