//! Puts the pages in place: staged beside the site, then swapped in whole.
