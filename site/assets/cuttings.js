// Helps a reader on every page; pages are complete without it.
// "/" leads to the search; labels of citations tell their sentence, where the page has it elsewhere; sentences can be copied
// with link and source.
"use strict";
(() => {
  const search = document.querySelector('a[rel="search"]');
  const isField = (at) => at.closest?.("input, textarea, select, [contenteditable]");

  function slashIsOff() {
    try {
      return localStorage.getItem("cuttings.slash") === "off";
    } catch {
      return false;
    }
  }

  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isField(event.target) || slashIsOff()) return;
    const field = document.getElementById("query");
    if (!field && !search) return;
    event.preventDefault();
    if (field) field.focus();
    else location.href = `${search.href}#query`;
  });

  // A text that is too long for one page: who comes to the first for a sentence of another is sent on to it.

  function findPart() {
    const parts = document.querySelector("[data-parts]")?.dataset;
    const sentence = /^#s(\d+)$/.exec(location.hash);
    if (!parts || !sentence || document.getElementById(sentence[0].slice(1))) return;
    const part = parts.parts.split(" ").filter((start) => Number(start) <= Number(sentence[1])).length + 1;
    if (part > 1) location.replace(parts.part.replace("*", part) + location.hash);
  }
  addEventListener("hashchange", findPart);
  findPart();

  // One card, at one mark at a time. It stands behind its mark in the text, outside the flow, so that nothing
  // moves; a pointer can go to it, and Escape closes it.

  const card = document.createElement("span");
  card.id = "card";
  card.className = "card";
  card.dataset.apparatus = "";
  let owner = null;
  let timer = 0;

  function open(mark, role, ...inside) {
    close();
    owner = mark;
    card.setAttribute("role", role);
    card.className = "card";
    card.replaceChildren(...inside);
    mark.after(card);
    const at = mark.getBoundingClientRect();
    const room = document.documentElement;
    card.classList.toggle("to-start", at.left > room.clientWidth / 2);
    const above = at.bottom + card.offsetHeight + 16 > room.clientHeight && at.top > card.offsetHeight;
    card.classList.toggle("above", above);
    // Lines are of many heights: it stands right at its mark, and never on it.
    card.style.translate = "";
    const own = card.getBoundingClientRect();
    card.style.translate = `0 ${above ? at.top - own.bottom - 4 : at.bottom - own.top + 4}px`;
    if (role === "tooltip") mark.setAttribute("aria-describedby", "card");
  }

  function close() {
    clearTimeout(timer);
    owner?.removeAttribute("aria-describedby");
    owner = null;
    card.remove();
  }

  const isTold = () => owner && card.getAttribute("role") === "tooltip";

  function closeSoon() {
    clearTimeout(timer);
    timer = setTimeout(() => isTold() && !card.matches(":hover") && document.activeElement !== owner && close(), 200);
  }

  function make(name, className, text) {
    const made = document.createElement(name);
    made.className = className;
    made.textContent = text;
    return made;
  }

  // Labels of citations

  /** The sentence that a label cites, where this page has it elsewhere. */
  function cited(mark) {
    const [, article, sentence] = /([^/]+?)(?:\/part-\d+)?\.html#(s\d+)$/.exec(mark.href) ?? [];
    if (!sentence) return null;
    const at = document.querySelector(`[data-sentence="${CSS.escape(`${article}#${sentence}`)}"]`);
    return at && !at.parentElement.contains(mark) ? at.textContent : null;
  }

  function tell(mark) {
    if (mark === owner) return clearTimeout(timer);
    const words = cited(mark);
    if (words) open(mark, "tooltip", make("q", "", words));
    else close();
  }

  const MARK = "a.cite[dir]";
  document.addEventListener("pointerover", (event) => {
    if (event.pointerType === "touch") return;
    const mark = event.target.closest(MARK);
    if (mark) {
      clearTimeout(timer);
      if (mark !== owner) timer = setTimeout(() => tell(mark), 120);
    } else if (card.contains(event.target)) clearTimeout(timer);
    else closeSoon();
  });
  document.addEventListener("focusin", (event) => {
    const mark = event.target.closest(MARK);
    if (mark?.matches(":focus-visible")) tell(mark);
    // At once: a card that stays would lie over what has the focus now.
    else if (owner && event.target !== owner && !card.contains(event.target)) close();
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !owner) return;
    const inside = card.contains(document.activeElement);
    const mark = owner;
    close();
    if (inside) mark.focus();
  });
  document.addEventListener("click", (event) => {
    if (owner && !isTold() && !card.contains(event.target) && event.target !== owner) close();
  });

  // Sentences of an article

  const meta = (name) => document.querySelector(`meta[name="citation_${name}"]`)?.content;

  function wordsOf(id) {
    const parts = document.querySelectorAll(`[id="${id}"], [data-part-of="${id}"]`);
    const words = [...parts].map((part) => {
      const copy = part.cloneNode(true);
      copy.querySelectorAll("[data-apparatus]").forEach((other) => other.remove());
      return copy.textContent.trim();
    });
    return words.join(" ").replace(/\s+/g, " ");
  }

  /** The address of words in a page elsewhere (text fragments, as browsers scroll to them). */
  function fragment(page, words) {
    const code = (text) => encodeURIComponent(text).replace(/-/g, "%2D");
    const all = words.split(" ");
    const ends = all.length > 12 ? `${code(all.slice(0, 5).join(" "))},${code(all.slice(-5).join(" "))}` : code(words);
    return `${page.split("#")[0]}#:~:text=${ends}`;
  }

  function citation(id) {
    const date = meta("publication_date")?.replaceAll("/", "-");
    const source = [meta("publisher"), meta("title") && `“${meta("title")}”`, date].filter(Boolean).join(", ");
    const own = `${location.href.split("#")[0]}#${id}`;
    return `“${wordsOf(id)}” ${source}. ${[meta("public_url"), own].filter(Boolean).join(" · ")}`;
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      const area = make("textarea", "sr", text);
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      if (!done) throw new Error("not copied");
    }
  }

  function button(label, text, said) {
    const made = make("button", "", label);
    made.type = "button";
    made.addEventListener("click", () => {
      copy(text()).then(
        () => (said.textContent = "Copied"),
        () => (said.textContent = "The browser does not allow it"),
      ).finally(() => made.focus());
    });
    return made;
  }

  document.addEventListener("click", (event) => {
    const mark = event.target.closest(".text .permalink");
    if (!mark) return;
    const id = mark.hash.slice(1);
    const said = make("span", "said", "");
    said.setAttribute("role", "status");
    const tools = [
      button("Copy link", () => mark.href, said),
      button("Copy citation", () => citation(id), said),
    ];
    const page = meta("public_url");
    if (page) {
      const link = make("a", "", "In the original");
      link.href = fragment(page, wordsOf(id));
      link.rel = "nofollow noopener";
      tools.push(link);
    }
    open(mark, "group", ...tools, said);
    card.classList.add("tools");
    card.setAttribute("aria-label", mark.getAttribute("aria-label"));
  });
})();
