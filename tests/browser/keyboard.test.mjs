// Goes through every kind of page by keyboard alone, to its end and back: everything that can be used is reached, in the
// order in which it is read, and where the keyboard is can be seen.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const sites = (process.env.SITES ?? "../../site").split(",").map((site) => resolve(site));
const WINDOWS = { wide: { width: 1280, height: 900 }, phone: { width: 390, height: 844 } };

/** A page of each kind: every page at the top, and of each folder the one with the most to reach. */
function kinds(site) {
  const kinds = new Map();
  for (const path of readdirSync(site, { recursive: true }).filter((path) => path.endsWith(".html"))) {
    const html = readFileSync(join(site, path), "utf8");
    if (html.includes('http-equiv="refresh"')) continue;
    const folder = path.includes("/") && !path.endsWith("/index.html") ? path.replace(/[^/]+$/, "") : path;
    const stops = html.match(/<a |<summary|<button|<input|tabindex="0"/g)?.length ?? 0;
    if (stops > (kinds.get(folder)?.stops ?? -1)) kinds.set(folder, { path, stops });
  }
  return [...kinds.values()].map(({ path }) => path).sort();
}

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
});
after(() => browser?.close());

/** In the page: unfolds all that is folded and numbers all that can be used; gives how many there are. */
function number() {
  for (const folded of document.querySelectorAll("details")) folded.open = true;
  const usable = 'a[href], button, input, select, textarea, summary, [tabindex]:not([tabindex="-1"])';
  const seen = [...document.querySelectorAll(usable)].filter((one) => one.checkVisibility({ visibilityProperty: true }));
  seen.forEach((one, index) => (one.dataset.stop = index));
  return seen.length;
}

/** In the page: what has the focus, and whether that can be seen. */
function focused() {
  const at = document.activeElement;
  if (!at || at === document.body || at.id === "main") return null;
  const style = getComputedStyle(at);
  const scrolls = at.scrollWidth > at.clientWidth + 1 || at.scrollHeight > at.clientHeight + 1;
  const drawn = style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2 && !/^rgba\(.*, 0\)$|transparent/.test(style.outlineColor);
  // A part of it that is in the window must be on top there: nothing fixed, sticky or cut off may lie over it.
  const parts = [...at.getClientRects()].filter((part) => part.width > 0 && part.height > 0);
  let over = "out of the window";
  const onTop = parts.some((part) => {
    const [x, y] = [(Math.max(part.left, 0) + Math.min(part.right, innerWidth)) / 2, (Math.max(part.top, 0) + Math.min(part.bottom, innerHeight)) / 2];
    const hit = document.elementFromPoint(x, y);
    over = hit?.outerHTML.slice(0, 60) ?? over;
    return hit && (at.contains(hit) || hit.contains(at));
  });
  const name = at.outerHTML.replace(/\s+/g, " ").slice(0, 140);
  return { stop: at.dataset.stop === undefined ? null : Number(at.dataset.stop), scrolls, drawn, onTop, over, name };
}

/** Presses a key until the focus has gone round; gives the stops in their order, and what could not be seen. */
async function walk(page, key, most) {
  const stops = [];
  const unseen = [];
  for (let step = 0; step <= most; step += 1) {
    await page.keyboard.press(key);
    const at = await page.evaluate(focused);
    if (!at || (at.stop !== null && at.stop === stops[0])) break;
    if (!at.drawn) unseen.push(`no outline: ${at.name}`);
    else if (!at.onTop) unseen.push(`covered by ${at.over}: ${at.name}`);
    if (at.stop !== null) stops.push(at.stop);
    else if (!at.scrolls) unseen.push(`not to be used: ${at.name}`);
  }
  return { stops, unseen };
}

for (const site of sites) {
  for (const path of kinds(site)) {
    describe(`${site.split("/").at(-1)}/${path} by keyboard`, () => {
      for (const [name, viewport] of Object.entries(WINDOWS)) {
        test(`is reached to its end and back on a ${name} screen`, async () => {
          const context = await browser.newContext({ viewport, reducedMotion: "reduce" });
          try {
            const page = await context.newPage();
            await page.goto(pathToFileURL(join(site, path)).href);
            const count = await page.evaluate(number);
            const all = Array.from({ length: count }, (_, index) => index);
            // A field may have the focus from the start.
            await page.evaluate(() => document.activeElement?.blur());
            const there = await walk(page, "Tab", count + 40);
            assert.deepEqual(there.unseen, []);
            assert.deepEqual(there.stops, all);
            if (name === "phone") return;
            await page.evaluate(() => document.activeElement?.blur());
            await page.evaluate(() => getSelection().selectAllChildren(document.body) || getSelection().collapseToEnd());
            const back = await walk(page, "Shift+Tab", count + 40);
            assert.deepEqual(back.unseen, []);
            assert.deepEqual(new Set(back.stops), new Set(all));
          } finally {
            await context.close();
          }
        });
      }
    });
  }
}
