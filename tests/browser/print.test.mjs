// The printed dossier as a browser prints it: nothing is clipped, nothing moves, and no word is missing in its PDF.
//
// Words are read back with pdftotext (Debian: poppler-utils), where it is installed.
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const sites = (process.env.SITES ?? "../../site").split(",").map((site) => resolve(site));
/** What paper leaves for the text, in CSS pixels: A4 and Letter, less the margins of 22 mm on each side. */
const PAPER = { A4: 627, Letter: 650 };
const READS_PDF = spawnSync("pdftotext", ["-v"]).status === 0;

/** How often each plain word stands in a text. Words with digits or signs may be broken anywhere, and marks are set apart. */
function wordsOf(text) {
  const counts = new Map();
  const plain = text.normalize("NFKC").replace(/\u00ad/g, "").split(/[^\p{L}\p{M}\p{N}_@/#%.:-]+/u);
  for (const word of plain.map((word) => word.replace(/[.:]+$/, "")).filter((word) => /^[A-Za-z\u00c0-\u024f]{2,18}$/.test(word))) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/** In the page: what is cut off or lies beside the paper. */
function clipped() {
  const width = document.documentElement.clientWidth;
  const wrong = document.documentElement.scrollWidth > width ? ["the page scrolls"] : [];
  for (const one of document.querySelectorAll("main *")) {
    if (one.matches(".sr, .sr *") || !one.checkVisibility()) continue;
    const style = getComputedStyle(one);
    const told = one.outerHTML.replace(/\s+/g, " ").slice(0, 120);
    const drawn = one.closest("svg") && one.tagName !== "svg";
    if (!drawn && style.display !== "inline" && one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1) wrong.push(`too wide: ${told}`);
    if (!drawn && style.overflowY !== "visible" && one.scrollHeight > one.clientHeight + 1) wrong.push(`too high: ${told}`);
    for (const part of one.getClientRects()) {
      if (part.width > 0 && (part.left < -1 || part.right > width + 1)) wrong.push(`off the paper: ${told}`);
    }
  }
  return wrong;
}

let browser;
before(async () => {
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
});
after(() => browser?.close());

/** Opens a page in a window of its own. */
async function open(path, options, look) {
  const context = await browser.newContext(options);
  try {
    const page = await context.newPage();
    await page.goto(pathToFileURL(path).href);
    await look(page);
  } finally {
    await context.close();
  }
}

for (const site of sites) {
  const parts = readdirSync(site).filter((name) => /^print(-\d+)?\.html$/.test(name));
  for (const part of parts) {
    const path = join(site, part);
    describe(`${site.split("/").at(-1)}/${part} on paper`, () => {
      for (const [name, width] of Object.entries(PAPER)) {
        test(`has nothing clipped on ${name}`, async () => {
          await open(path, { viewport: { width, height: 900 } }, async (page) => {
            await page.emulateMedia({ media: "print" });
            assert.deepEqual(await page.evaluate(clipped), []);
          });
        });
      }

      test("becomes a PDF", async () => {
        await open(path, {}, async (page) => {
          const pdf = await page.pdf({ preferCSSPageSize: true });
          assert.ok(pdf.subarray(0, 5).equals(Buffer.from("%PDF-")) && pdf.length > 5_000, `${pdf.length} bytes`);
        });
      });

      test("loses no word in its PDF", { skip: READS_PDF ? false : "pdftotext is not installed" }, async () => {
        await open(path, {}, async (page) => {
          const pdf = await page.pdf({ preferCSSPageSize: true });
          const printed = wordsOf(execFileSync("pdftotext", ["-enc", "UTF-8", "-", "-"], { input: pdf, maxBuffer: 1 << 28 }).toString());
          await page.emulateMedia({ media: "print" });
          const shown = await page.evaluate(() => {
            for (const unseen of document.querySelectorAll(".sr, title, desc")) unseen.remove();
            return document.querySelector("main").innerText;
          });
          // What a text sets against the direction of reading comes back letter by letter from its end.
          const times = (word) => (printed.get(word) ?? 0) + (printed.get([...word].reverse().join("")) ?? 0);
          const lost = [...wordsOf(shown)].filter(([word, count]) => times(word) < count);
          assert.deepEqual(lost.map(([word, count]) => `${word}: ${times(word)} of ${count}`), []);
        });
      });

      test("leaves the site's own frame off the paper", async () => {
        await open(path, {}, async (page) => {
          await page.emulateMedia({ media: "print" });
          const seen = await page.evaluate(() => [...document.querySelectorAll(".masthead, .foot, .on-screen, .neighbours")].filter((one) => one.checkVisibility()).length);
          assert.equal(seen, 0);
        });
      });

      test("does not move while it loads", async () => {
        await open(path, { viewport: { width: 390, height: 844 } }, async (page) => {
          const shift = await page.evaluate(
            () =>
              new Promise((done) => {
                let sum = 0;
                new PerformanceObserver((list) => list.getEntries().forEach((e) => (sum += e.value))).observe({ type: "layout-shift", buffered: true });
                setTimeout(() => done(sum), 100);
              }),
          );
          assert.equal(shift, 0);
        });
      });

      test("leads from a label to its sentence", async () => {
        const html = readFileSync(path, "utf8");
        const links = [...html.matchAll(/href="((?:print[^"#]*)?)#([^"]+)"/g)].slice(0, 400);
        for (const [, file, id] of links) {
          const target = file ? join(site, file) : path;
          assert.ok(existsSync(target) && readFileSync(target, "utf8").includes(`id="${id}"`), `${file}#${id}`);
        }
      });
    });
  }
}
