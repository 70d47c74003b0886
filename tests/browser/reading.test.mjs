// The scripts, in Chromium: the search from disk and from a sub-path of a server, the cards at marks, and no script at all.
//
// Looks at that one of SITES whose folder is called "harbour", the dossier beside this file.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, resolve } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";

const site = (process.env.SITES ?? "").split(",").map((path) => resolve(path)).find((path) => path.endsWith("/harbour"));
const TYPES = { ".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".txt": "text/plain; charset=utf-8" };

describe("scripts", { skip: site ? false : "SITES has no harbour" }, () => {
  let browser;
  let server;
  let roots;
  before(async () => {
    browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"] });
    server = createServer((request, response) => {
      const path = decodeURIComponent(new URL(request.url, "http://localhost").pathname).replace(/^\/some\/where\//, "");
      const file = join(site, path);
      const found = request.url.startsWith("/some/where/") && !path.includes("..") && existsSync(file);
      // Browsers ask every host for an icon.
      response.writeHead(found ? 200 : path === "/favicon.ico" ? 204 : 404, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" });
      response.end(found ? readFileSync(file) : "");
    });
    await new Promise((done) => server.listen(0, "127.0.0.1", done));
    roots = { "from disk": `${pathToFileURL(site).href}/`, "from a sub-path": `http://127.0.0.1:${server.address().port}/some/where/` };
  });
  after(async () => {
    await browser?.close();
    server?.close();
  });

  /** Opens a page and hands it to `look`; nothing may go wrong on it. */
  async function open(url, look, options = {}) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
    const page = await context.newPage();
    const wrong = [];
    const root = Object.values(roots).find((start) => url.startsWith(start));
    page.on("console", (message) => ["error", "warning"].includes(message.type()) && wrong.push(message.text()));
    page.on("pageerror", (error) => wrong.push(String(error)));
    page.on("request", (request) => request.url().startsWith(root) || wrong.push(`asks for ${request.url()}`));
    page.on("requestfailed", (request) => wrong.push(`did not get ${request.url()}`));
    await page.addInitScript(() => {
      globalThis.shift = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((e) => (globalThis.shift += e.value))).observe({ type: "layout-shift", buffered: true });
    });
    try {
      await page.goto(url);
      await look(page);
      assert.deepEqual(wrong, []);
    } finally {
      await context.close();
    }
  }

  /** The first label whose sentence the page has elsewhere. */
  async function told(page) {
    const at = await page.evaluate(() =>
      [...document.querySelectorAll("a.cite[dir]")].findIndex((cite) => {
        const [, article, sentence] = /([^/]+?)\.html#(s\d+)$/.exec(cite.href) ?? [];
        const quoted = sentence && document.querySelector(`[data-sentence="${article}#${sentence}"]`);
        return quoted && !quoted.parentElement.contains(cite);
      }),
    );
    return page.locator("a.cite[dir]").nth(at);
  }

  async function found(page, words) {
    await page.fill("#query", words);
    await page.waitForFunction((words) => location.search === `?q=${encodeURIComponent(words)}` && /^(Found|Nothing)/.test(document.getElementById("told").textContent), words);
    return page.locator("#found").innerText();
  }

  for (const from of ["from disk", "from a sub-path"]) {
    test(`finds actors, titles and sentences ${from}`, () =>
      open(`${roots[from]}search.html`, async (page) => {
        const text = await found(page, "harbour authority");
        assert.match(text, /No ferry will leave Port Lennar before the storm has passed, the harbour authority said/);
        assert.match(await found(page, "ferries"), /Articles by title\s+Ferries stay in port/);
        assert.match(await found(page, "Ozdogan"), /Actors\s+Ayşe Özdoğan/);
        assert.match(await found(page, "harbuor"), /Nothing|village/);
        await page.locator(".hits .cite").first().click();
        await page.waitForURL(/articles\/\w+\.html#s\d+$/);
        assert.match(await page.locator(":target").innerText(), /harbour/);
      }));

    test(`leads from what is reported to the point of the summary ${from}`, () =>
      open(`${roots[from]}search.html`, async (page) => {
        assert.match(await found(page, "harbour authority"), /What is reported\s+No ferry will leave Port Lennar/);
        await page.locator(".reported a").first().click();
        await page.waitForURL(/summary\.html#claim-/);
        assert.match(await page.locator(":target").innerText(), /No ferry will leave Port Lennar/);
        assert.ok(await page.locator(":target").isVisible());
      }));

    test(`takes a query from the address ${from}`, () =>
      open(`${roots[from]}search.html?q=jetty`, async (page) => {
        await page.waitForSelector(".hits li");
        assert.equal(await page.locator(".hits mark").first().innerText(), "jetty");
        assert.match(await page.locator("#told").innerText(), /^Found: .*1 article with these words\.$/);
      }));

    test(`goes to the search by its key ${from}`, () =>
      open(`${roots[from]}articles/pier.html`, async (page) => {
        await page.keyboard.press("/");
        await page.waitForURL(/search\.html#query$/);
        await page.waitForFunction(() => document.activeElement.id === "query");
        await page.keyboard.type("a/b");
        assert.equal(await page.inputValue("#query"), "a/b");
      }));
  }

  test("can switch the key off", () =>
    open(`${roots["from a sub-path"]}search.html`, async (page) => {
      await page.uncheck("#slash");
      await page.goto(`${roots["from a sub-path"]}articles/pier.html`);
      await page.keyboard.press("/");
      await page.waitForTimeout(200);
      assert.match(page.url(), /pier\.html$/);
    }));

  test("says what it looked for instead of a slip", () =>
    open(`${roots["from disk"]}search.html?q=harbuor`, async (page) => {
      await page.waitForSelector(".hits li");
      assert.match(await page.locator("#told").innerText(), /^Nothing has “harbuor”; looked for “harbour”\./);
    }));

  test("moves nothing while results come in, and keeps to small pieces", () =>
    open(`${roots["from disk"]}search.html`, async (page) => {
      await found(page, "pier");
      assert.equal(await page.evaluate(() => globalThis.shift), 0);
    }));

  test("tells of a label the sentence that it cites, and closes on Escape", () =>
    open(`${roots["from disk"]}actors/ayse-ozdogan-x5b61d3.html`, async (page) => {
      const mark = await told(page);
      await page.keyboard.press("Tab");
      await mark.focus();
      const card = page.locator("#card");
      assert.match(await card.innerText(), /\w+ \w+/);
      assert.equal(await mark.getAttribute("aria-describedby"), "card");
      await page.keyboard.press("Escape");
      assert.equal(await card.count(), 0);
      assert.equal(await page.evaluate(() => document.activeElement.className), "cite");
      assert.equal(await page.evaluate(() => globalThis.shift), 0);
    }));

  test("keeps a card open under the pointer", () =>
    open(`${roots["from disk"]}actors/ayse-ozdogan-x5b61d3.html`, async (page) => {
      await (await told(page)).hover();
      const card = page.locator("#card");
      await card.waitFor();
      await card.hover();
      await page.waitForTimeout(500);
      assert.ok(await card.isVisible());
      await page.mouse.move(5, 5);
      await card.waitFor({ state: "detached" });
    }));

  test("copies a sentence with its source, and leads to it in the original", () =>
    open(`${roots["from a sub-path"]}articles/pier.html`, async (page) => {
      const sentence = page.locator(".s", { hasText: "wooden jetty" });
      await sentence.locator(".permalink").focus();
      await page.keyboard.press("Enter");
      const card = page.locator("#card");
      await card.getByText("Copy citation").click();
      await card.getByText("Copied").waitFor();
      const copied = await page.evaluate(() => navigator.clipboard.readText());
      assert.match(copied, /^“The pier replaces the wooden jetty .* crowns\.” The Port Gazette, “Mayor opens the new pier”, 2020-03-02\. https:\/\/gazette\.example\/pier · http:.*pier\.html#s\d+$/);
      const link = await card.getByText("In the original").getAttribute("href");
      assert.match(link, /^https:\/\/gazette\.example\/pier#:~:text=The%20pier%20replaces%20the%20wooden,town%20some%20nine%20million%20crowns\.$/);
      await page.keyboard.press("Escape");
      assert.equal(await page.evaluate(() => document.activeElement.className), "permalink");
    }, { permissions: ["clipboard-read", "clipboard-write"] }));

  test("is complete without scripts", async () => {
    const without = { javaScriptEnabled: false };
    await open(`${roots["from disk"]}search.html`, async (page) => {
      assert.ok(await page.locator(".notice").isVisible());
      assert.ok(!(await page.locator("#query").isVisible()));
      await page.locator(".notice a").click();
      assert.match(page.url(), /index-a-z\.html$/);
    }, without);
    await open(`${roots["from disk"]}articles/pier.html`, async (page) => {
      assert.match(await page.locator(".text").innerText(), /wooden jetty/);
    }, without);
  });
});
