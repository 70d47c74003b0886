// The search page: loads small pieces of the index as they are needed, and shows what it finds.
// A piece is a script that calls cuttings.take(name, content), so that the page also works from disk.
"use strict";
(() => {
  const own = document.currentScript.src;
  const field = document.getElementById("query");
  const told = document.getElementById("told");
  const found = document.getElementById("found");
  const AT_ONCE = 6; // articles shown before the reader asks for more
  const MOST_HEADS = 8; // names or titles of one kind that are shown
  const MOST_WORDS = 8; // words of a query that are looked for
  const MOST_FORMS = 24; // words that one word of a query may stand for
  // What is ranked as a whole, under which heading, and how one and several are called.
  const GROUPS = [
    ["actor", "Actors", "actor", "actors"],
    ["claim", "What is reported", "point of the summary", "points of the summary"],
    ["title", "Articles by title", "title", "titles"],
  ];

  // Pieces

  const pieces = new Map();
  const waiting = new Map();
  window.cuttings = { take: (name, content) => waiting.get(name)(content) };

  function load(name, address = `../search/${name}.js`) {
    if (!pieces.has(name)) {
      pieces.set(name, new Promise((done, failed) => {
        waiting.set(name, done);
        const script = document.createElement("script");
        script.src = new URL(address, own);
        script.onload = () => done();
        script.onerror = () => {
          pieces.delete(name);
          failed(new Error(`${name} did not load`));
        };
        document.head.append(script);
      }));
    }
    return pieces.get(name);
  }

  // Words, folded as the index folds them

  const LETTER = /[\p{Alphabetic}\p{N}]/u;
  const MARK = /[\u0300-\u036f]/;
  const ALONE = /[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]/;
  const LONGEST = 40;
  let folds = new Map();

  function words(text) {
    const all = [];
    let at = 0;
    let word = null;
    const end = () => {
      if (word?.text) all.push(word);
      word = null;
    };
    for (const c of text) {
      const start = at;
      at += c.length;
      if (MARK.test(c)) {
        if (word) word.end = at;
        continue;
      }
      const letter = LETTER.test(c);
      if (!letter || ALONE.test(c)) end();
      if (letter) {
        word ??= { text: "", start, end: at, length: 0 };
        word.end = at;
        if (word.length++ < LONGEST) word.text += folds.get(c) ?? c.toLowerCase();
      }
      if (ALONE.test(c)) end();
    }
    end();
    return all;
  }

  /** The names of the pieces that can hold `word`, or words that begin with it; `keys` are where each begins. */
  function holders(keys, word) {
    if (keys.length < 2) return keys;
    const name = [...word].map((c) => (c < "\u0080" ? c : `-${c.codePointAt(0).toString(16).padStart(5, "0")}`)).join("");
    // Words in other scripts stand last, though their keys begin with a hyphen.
    const order = (key) => key.replaceAll("-", "~");
    const at = Math.max(keys.findLastIndex((key) => order(key) <= order(name)), 0);
    const longer = keys.slice(at + 1).filter((key) => key.startsWith(name));
    return [keys[at], ...longer.slice(0, 2)];
  }

  // Names and titles

  let ranked = { of: "", search: null, heads: null };

  async function findHeads(start, query) {
    const names = new Set(query.flatMap((word) => holders(start.heads, word)));
    const MiniSearch = await load("minisearch", "minisearch.js").then(() => window.MiniSearch);
    const loaded = await Promise.all([...names].sort().map((name) => load(`heads-${name}`)));
    const of = [...names].sort().join(" ");
    if (ranked.of !== of || !ranked.search) {
      const heads = new Map(loaded.flat().map((head) => [head.href, head]));
      const search = new MiniSearch({
        idField: "href",
        fields: ["name", "also"],
        tokenize: (text) => words(text).map((word) => word.text),
        processTerm: (word) => word,
        searchOptions: {
          prefix: true,
          fuzzy: (word) => (word.length > 3 ? 0.25 : false),
          boost: { name: 2 },
          boostDocument: (href) => 1 + Math.log10(1 + (heads.get(href).count ?? 0)),
          combineWith: "AND",
        },
      });
      search.addAll([...heads.values()]);
      ranked = { of, search, heads };
    }
    const search = (is, options) =>
      ranked.search.search(query.join(" "), { filter: (hit) => ranked.heads.get(hit.id).is === is, ...options }).map((hit) => ranked.heads.get(hit.id));
    // A name or title may have one of the words alone; a sentence has to have them all, as they are written.
    const loosely = (is) => [search(is), search(is, { combineWith: "OR" })].find((hits) => hits.length) ?? [];
    return GROUPS.flatMap(([is]) => (is === "claim" ? search(is, { fuzzy: false }) : loosely(is)));
  }

  // Sentences

  /** The number of letters that part two words, or `most` + 1 where they are more; two swapped ones count once. */
  function slips(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return most + 1;
    let before = [];
    let last = Array.from({ length: b.length + 1 }, (_, at) => at);
    for (let i = 1; i <= a.length; i += 1) {
      const row = [i];
      for (let j = 1; j <= b.length; j += 1) {
        const same = a[i - 1] === b[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return most + 1;
      [before, last] = [last, row];
    }
    return last[b.length];
  }

  /** The words of the index that `word` stands for, each with its weight. */
  function forms(table, word, isLast) {
    const all = Object.keys(table);
    const exact = Object.hasOwn(table, word) ? [[word, 1]] : [];
    if (isLast && word.length > 1) {
      const longer = all.filter((other) => other.length > word.length && other.startsWith(word));
      longer.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
      exact.push(...longer.map((other) => [other, 0.6]));
    }
    if (exact.length || word.length < 4) return exact.slice(0, MOST_FORMS);
    const most = word.length < 8 ? 1 : 2;
    const near = all.map((other) => [other, slips(word, other, most)]).filter(([, far]) => far <= most);
    const nearest = Math.min(...near.map(([, far]) => far));
    return near.filter(([, far]) => far === nearest).map(([other]) => [other, 0.5]).slice(0, MOST_FORMS);
  }

  /** Calls `each` with every article of a line of the index and its sentences. */
  function read(places, each) {
    let article = null;
    for (const one of places.split(" ")) {
      const [step, ...sentences] = one.split(",");
      article = article === null ? parseInt(step, 36) : article - (step ? parseInt(step, 36) : 1);
      let sentence = 0;
      each(article, sentences.map((far) => (sentence += parseInt(far, 36))));
    }
  }

  async function findSentences(start, query) {
    const hits = new Map();
    const marked = new Set();
    const instead = [];
    let isCut = false; // whether a word stands in more articles than the index leads to
    await Promise.all(query.map(async (word, nth) => {
      const loaded = await Promise.all(holders(start.words, word).map((name) => load(`words-${name}`)));
      const table = Object.assign({}, ...loaded);
      const meant = forms(table, word, nth === query.length - 1);
      if (meant.length && meant[0][1] === 0.5) instead.push([word, meant.map(([form]) => form)]);
      for (const [form, weight] of meant) {
        marked.add(form);
        const line = table[form];
        isCut ||= Array.isArray(line);
        const [articles, places] = Array.isArray(line) ? line : [line.split(" ").length, line];
        const worth = weight * Math.log(1 + start.articles / articles);
        read(places, (article, sentences) => {
          if (!hits.has(article)) hits.set(article, { article, worths: [], sentences: new Map() });
          const hit = hits.get(article);
          hit.worths[nth] = Math.max(hit.worths[nth] ?? 0, worth * (sentences[0] === 0 ? 1.5 : 1));
          for (const sentence of sentences) {
            if (!hit.sentences.has(sentence)) hit.sentences.set(sentence, new Set());
            hit.sentences.get(sentence).add(nth);
          }
        });
      }
    }));
    const all = [...hits.values()];
    for (const hit of all) {
      hit.words = Object.keys(hit.worths).length;
      hit.together = Math.max(...[...hit.sentences.values()].map((held) => held.size));
      hit.worth = hit.worths.reduce((sum, worth) => sum + worth, 0);
    }
    all.sort((a, b) => b.words - a.words || b.together - a.together || b.worth - a.worth || b.article - a.article);
    return { all, marked, instead, isCut };
  }

  // What is shown

  function element(name, attributes, ...inside) {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) if (value != null) made.setAttribute(key, value);
    made.append(...inside);
    return made;
  }

  const address = (path) => new URL(`../${path}`, own).href;
  const counted = (n, one, many) => `${n.toLocaleString("en")} ${n === 1 ? one : many}`;

  function withMarks(text, marked) {
    const parts = [];
    let from = 0;
    for (const word of words(text)) {
      if (marked.has(word.text)) {
        parts.push(text.slice(from, word.start), element("mark", {}, text.slice(word.start, word.end)));
        from = word.end;
      }
    }
    return [...parts, text.slice(from)];
  }

  function showHeads(heads, marked) {
    for (const [is, heading] of GROUPS) {
      const all = heads.filter((head) => head.is === is);
      const own = all.slice(0, MOST_HEADS);
      if (!own.length) continue;
      const item = (head) =>
        element("li", {}, element("a", { href: address(head.href), dir: "auto" }, ...(is === "claim" ? withMarks(head.name, marked) : [head.name])), " ",
          element("span", { class: "aside" }, [head.about, head.count && counted(head.count, "mention", "mentions")].filter(Boolean).join(", ")));
      found.append(element("section", {}, element("h2", {}, heading), element("ul", { class: is === "claim" ? "heads reported" : "heads" }, ...own.map(item)),
        ...(all.length > own.length ? [element("p", { class: "remark" }, `And ${counted(all.length - own.length, "more", "more")}: another word narrows them down.`)] : [])));
    }
  }

  /** The pieces of articles, each with the number of its first: names come without what they share with the last. */
  function piecesOf(coded) {
    let name = "";
    let first = 0;
    return coded.split(" ").map((one) => {
      const [shared, rest, count] = one.split(",");
      name = name.slice(0, Number(shared)) + rest;
      first += Number(count);
      return [name, first - Number(count)];
    });
  }

  async function showArticle(start, hit, marked) {
    start.pieces ??= piecesOf(start.texts);
    const [key, first] = start.pieces.findLast(([, first]) => first <= hit.article);
    const [told, sentences] = (await load(`text-${key}`))[hit.article - first];
    const best = [...hit.sentences].filter(([number]) => Object.hasOwn(sentences, number));
    best.sort((a, b) => b[1].size - a[1].size || a[0] - b[0]);
    const shown = best.slice(0, 3).map(([number]) => number).sort((a, b) => a - b);
    const item = (number) =>
      element("li", {}, element("span", { class: "quoted", lang: told.lang, dir: "auto" }, ...withMarks(sentences[number], marked)), " ",
        element("a", { class: "cite", href: `${address(told.href)}#s${number}` }, element("span", { class: "sr" }, "Sentence "), `s${number}`));
    return element("li", {}, element("h3", {}, element("a", { href: address(told.href), lang: told.lang, dir: "auto" }, ...withMarks(told.title, marked))),
      element("p", { class: "aside" }, told.about), element("ul", { class: "excerpts" }, ...shown.map(item)));
  }

  let run = 0;

  async function look() {
    const mine = (run += 1);
    const late = () => mine !== run;
    const start = await load("start");
    if (!folds.size) {
      const to = start.folds.split(" ");
      folds = new Map([...start.letters].map((letter, at) => [letter, to[at]]));
    }
    const typed = words(field.value).map((word) => word.text);
    const query = [...new Set(typed)].slice(0, MOST_WORDS);
    try {
      history.replaceState(null, "", query.length ? `?q=${encodeURIComponent(field.value.trim())}` : location.pathname);
    } catch {
      // A page opened from disk may not be allowed to.
    }
    if (!query.length) {
      found.replaceChildren();
      told.textContent = "";
      return;
    }
    told.textContent = "Looking …";
    const [heads, sentences] = await Promise.all([findHeads(start, query), findSentences(start, query)]);
    if (late()) return;
    const first = await Promise.all(sentences.all.slice(0, AT_ONCE).map((hit) => showArticle(start, hit, sentences.marked)));
    if (late()) return;
    found.replaceChildren();
    showHeads(heads, sentences.marked);
    if (first.length) showSentences(start, sentences, first, late);
    told.textContent = summary(heads, sentences);
  }

  function summary(heads, sentences) {
    const instead = sentences.instead.map(([word, forms]) => `Nothing has “${word}”; looked for “${forms.slice(0, 3).join("”, “")}”.`);
    const ranked = GROUPS.map(([is, , one, many]) => [heads.filter((head) => head.is === is).length, one, many]);
    const parts = [...ranked.map(([n, one, many]) => n && counted(n, one, many)), sentences.all.length && `${sentences.isCut ? "at least " : ""}${counted(sentences.all.length, "article with these words", "articles with these words")}`];
    const what = parts.filter(Boolean).join(", ");
    return [...instead, what ? `Found: ${what}.` : "Nothing was found. Fewer or shorter words may help."].join(" ");
  }

  function showSentences(start, { all, marked }, first, late) {
    const list = element("ol", { class: "hits" }, ...first);
    const more = element("button", { type: "button" }, "Show more articles");
    let shown = first.length;
    more.addEventListener("click", async () => {
      const next = await Promise.all(all.slice(shown, shown + AT_ONCE).map((hit) => showArticle(start, hit, marked)));
      if (late()) return;
      shown += next.length;
      list.append(...next);
      next[0].querySelector("a").focus();
      more.hidden = shown >= all.length;
    });
    more.hidden = shown >= all.length;
    found.append(element("section", {}, element("h2", {}, "In the text"), list, more));
  }

  function again() {
    look().catch((error) => {
      told.textContent = `The search could not be made: ${error.message}.`;
    });
  }

  let timer = 0;
  field.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(again, 250);
  });
  field.form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    again();
  });

  const slash = document.getElementById("slash");
  try {
    slash.checked = localStorage.getItem("cuttings.slash") !== "off";
    slash.addEventListener("change", () => localStorage.setItem("cuttings.slash", slash.checked ? "on" : "off"));
  } catch {
    slash.disabled = true;
  }

  const asked = new URLSearchParams(location.search).get("q");
  if (asked) {
    field.value = asked;
    again();
  }
  if (location.hash === "#query") field.focus();
})();
