// The printed dossier as a browser prints it: nothing is clipped, nothing moves, and it becomes a PDF with page numbers.
import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const sites = (process.env.SITES ?? "../../site").split(",").map((site) => resolve(site));
/** What paper leaves for the text, in CSS pixels: A4 and Letter, less the margins of 22 mm on each side. */
const PAPER = { A4: 627, Letter: 650 };

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
            const clipped = await page.evaluate(() => {
              const wide = document.documentElement.scrollWidth > document.documentElement.clientWidth ? ["the page"] : [];
              const inside = [...document.querySelectorAll("main *")].filter((one) => {
                const style = getComputedStyle(one);
                return style.display !== "inline" && !one.matches(".sr, .sr *, svg, svg *") && one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1;
              });
              return wide.concat(inside.map((one) => one.outerHTML.slice(0, 120)));
            });
            assert.deepEqual(clipped, []);
          });
        });
      }

      test("becomes a PDF", async () => {
        await open(path, {}, async (page) => {
          const pdf = await page.pdf({ preferCSSPageSize: true });
          assert.ok(pdf.subarray(0, 5).equals(Buffer.from("%PDF-")) && pdf.length > 5_000, `${pdf.length} bytes`);
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

      test("leads from a mark to its endnote, and on to the sentence", async () => {
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
