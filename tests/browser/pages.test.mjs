// Opens every kind of page in Chromium, as readers do: wide and narrow, light and dark, from disk.
//
// SITES names the built sites, parted by commas; CHROMIUM the browser (default /usr/bin/chromium).
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const sites = (process.env.SITES ?? "../../site").split(",").map((site) => resolve(site));
const WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const NARROWEST = 320;
const PHONE = { width: 390, height: 844 };
/** The pages that open with key points. */
const OPENING = ["index.html", "summary.html"];

/** In the page: the marks that stand in another line than the words before them. */
function astray() {
  const words = document.createRange();
  return [...document.querySelectorAll(".tie")].flatMap((tie) => {
    const mark = tie.querySelector(".cite")?.getBoundingClientRect();
    const walk = document.createTreeWalker(tie.parentElement.closest("p, li, td, blockquote") ?? tie.parentElement, NodeFilter.SHOW_TEXT);
    let before = null;
    for (let at = walk.nextNode(); at && !tie.contains(at); at = walk.nextNode()) if (at.data.trim() && !at.parentElement.closest(".sr")) before = at;
    if (!before || !mark?.width) return [];
    const end = before.data.trimEnd().length;
    words.setStart(before, end - 1);
    words.setEnd(before, end);
    const last = words.getBoundingClientRect();
    return last.height === 0 || (last.bottom > mark.top && last.top < mark.bottom) ? [] : [`${before.data.slice(-30)} | ${tie.textContent}`];
  });
}

/** Every page of the site, by its path; pages that only send readers on are left out. */
function pages(site) {
  return readdirSync(site, { recursive: true })
    .filter((path) => path.endsWith(".html"))
    .filter((path) => !readFileSync(join(site, path), "utf8").includes('http-equiv="refresh"'))
    .sort();
}

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
});
after(() => browser?.close());

/** Opens a page in a window of its own and hands it, with what went wrong, to `look`. */
async function open(url, options, look) {
  const context = await browser.newContext({ bypassCSP: false, ...options });
  const page = await context.newPage();
  const wrong = [];
  page.on("console", (message) => message.type() === "error" && wrong.push(message.text()));
  page.on("pageerror", (error) => wrong.push(String(error)));
  page.on("request", (request) => request.url().startsWith("file:") || wrong.push(`asks for ${request.url()}`));
  page.on("requestfailed", (request) => wrong.push(`did not get ${request.url()}`));
  try {
    await page.goto(url);
    await look(page, wrong);
  } finally {
    await context.close();
  }
}

for (const site of sites) {
  for (const path of pages(site)) {
    const url = pathToFileURL(join(site, path)).href;
    describe(`${site.split("/").at(-1)}/${path}`, () => {
      for (const colorScheme of ["light", "dark"]) {
        test(`is accessible in ${colorScheme}`, async () => {
          // The check itself is a script, which the page's own policy would refuse.
          await open(url, { colorScheme, bypassCSP: true, viewport: { width: 1280, height: 900 } }, async (page) => {
            await page.evaluate(axe);
            const found = await page.evaluate((tags) => axe.run({ runOnly: { type: "tag", values: tags } }), WCAG);
            const told = found.violations.map((v) => `${v.id}: ${v.help}\n  ${v.nodes.map((n) => n.html).slice(0, 3).join("\n  ")}`);
            assert.deepEqual(told, []);
          });
        });
      }

      test("fits the narrowest phone and asks for nothing from elsewhere", async () => {
        await open(url, { viewport: { width: NARROWEST, height: 640 }, isMobile: true }, async (page, wrong) => {
          const width = await page.evaluate(() => document.documentElement.scrollWidth);
          assert.ok(width <= NARROWEST, `the page is ${width} px wide`);
          const pushed = await page.evaluate(() =>
            [...document.querySelectorAll("main *")]
              .filter((one) => /auto|scroll/.test(getComputedStyle(one).overflowX) && one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
              .map((one) => one.outerHTML.slice(0, 120)),
          );
          assert.deepEqual(pushed, [], "what has to be pushed sideways");
          assert.deepEqual(wrong, []);
        });
      });

      test("begins no line with a mark", async () => {
        for (const width of [NARROWEST, PHONE.width, 1280]) {
          await open(url, { viewport: { width, height: 900 } }, async (page) => assert.deepEqual(await page.evaluate(astray), []));
        }
      });

      if (OPENING.includes(path)) {
        test("has a key point on the first screen of a phone", async () => {
          await open(url, { viewport: PHONE, isMobile: true }, async (page) => {
            const first = await page.evaluate(() => document.querySelector(".points .matter")?.getBoundingClientRect().top);
            assert.ok(first === undefined || first < PHONE.height - 48, `it begins at ${first} px`);
          });
        });
      }

      test("does not move while it loads", async () => {
        await open(url, { viewport: { width: 390, height: 844 } }, async (page) => {
          const shift = await page.evaluate(
            () =>
              new Promise((done) => {
                let sum = 0;
                new PerformanceObserver((list) => list.getEntries().forEach((e) => (sum += e.value))).observe({ type: "layout-shift", buffered: true });
                setTimeout(() => done(sum), 50);
              }),
          );
          assert.equal(shift, 0);
        });
      });

      test("shows where the keyboard is", async () => {
        await open(url, { viewport: { width: 1280, height: 900 } }, async (page) => {
          for (let step = 0; step < 12; step += 1) {
            await page.keyboard.press("Tab");
            const focus = await page.evaluate(() => {
              const at = document.activeElement;
              if (!at || at === document.body) return null;
              const style = getComputedStyle(at);
              const box = at.getBoundingClientRect();
              return { name: at.outerHTML.slice(0, 80), outline: style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2, inView: box.bottom > 0 && box.top < innerHeight };
            });
            if (!focus) break;
            assert.ok(focus.outline && focus.inView, `focus is not seen on ${focus.name}`);
          }
        });
      });
    });
  }
}
