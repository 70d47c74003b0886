//! Reads what was written and proves it: links, anchors, spans, markup.
