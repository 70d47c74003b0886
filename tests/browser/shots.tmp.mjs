import { chromium } from "playwright-core";
import { pathToFileURL } from "node:url";
const [site, out, ...pages] = process.argv.slice(2);
const b = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
for (const [width, scheme] of [[390, "light"], [768, "light"], [1440, "light"], [1440, "dark"]]) {
  const c = await b.newContext({ viewport: { width, height: 1000 }, colorScheme: scheme, deviceScaleFactor: 1 });
  const p = await c.newPage();
  for (const page of pages) {
    await p.goto(pathToFileURL(`${site}/${page}`).href);
    const h = await p.evaluate(() => document.documentElement.scrollHeight);
    await p.setViewportSize({ width, height: Math.min(h, 2600) });
    await p.screenshot({ path: `${out}/${page.replaceAll("/", "_")}-${width}-${scheme}.png` });
    await p.setViewportSize({ width, height: 1000 });
  }
  await c.close();
}
await b.close();
