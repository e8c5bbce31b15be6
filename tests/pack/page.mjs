// Opens the page of a review in a real Chromium, headless, and uses it as a reader would.
//
//     node tests/pack/page.mjs PROGRAM [FOLDER FOR SCREENSHOTS]
//
// Needs playwright-core and axe-core in a folder that NODE_PATH or the working directory leads to, Chromium at
// /usr/bin/chromium, and pdftotext.

import { execFileSync } from "node:child_process";
import { mkdtempSync, mkdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import assert from "node:assert/strict";

const require = createRequire(path.join(process.env.NODE_MODULES_FOLDER ?? process.cwd(), "x.js"));
const { chromium } = require("playwright-core");
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
const program = path.resolve(process.argv[2]);
const folder = mkdtempSync(path.join(tmpdir(), "thb-cost-pages-"));
const shots = process.argv[3] ?? path.join(folder, "shots");
mkdirSync(shots, { recursive: true });
const madeUp = ["--project", path.join(root, "examples/agencies-made-up")];

const packs = {
  embedded: ["--embedded"],
  "embedded-2017-bg": ["--embedded", "--year", "2017", "--lang", "bg"],
  "embedded-eur-prices": ["--embedded", "--currency", "EUR", "--prices", "2017"],
  "made-up": madeUp,
  "made-up-by-agency-eur": [...madeUp, "--by", "agency", "--currency", "EUR"],
  "made-up-sexual": [...madeUp, "--exploitation", "sexual"],
};

const plain = (shown, language) =>
  language === "bg" ? shown.replace(/\u00a0/gu, "").replace(",", ".") : shown.replace(/,/gu, "");
const cents = (text) => BigInt(Number(text) < 0 || text.startsWith("-") ? -1 : 1) * BigInt(text.replace(/[^0-9]/gu, ""));

// The figures of the tables are those of report.json.
async function figuresAreThoseOfTheJson(page, report) {
  const tables = await page.evaluate(() =>
    Object.fromEntries(
      [...document.querySelectorAll("article:not([hidden]) table")].map((table) => {
        const keys = [...table.tHead.rows[0].cells].map((cell) => cell.dataset.key);
        const read = (row) =>
          Object.fromEntries([...row.cells].map((cell, index) => [keys[index], cell.dataset.value ?? null]));
        return [table.dataset.table, { rows: [...table.tBodies[0].rows].map(read), totals: [...(table.tFoot?.rows ?? [])].map(read) }];
      }),
    ),
  );
  let compared = 0;
  const same = (shown, expected) => {
    // What nobody knows is no figure in the page, and null in the JSON.
    if (shown === null) assert.equal(expected, null, `${expected} is not shown`);
    else assert.equal(shown, String(expected));
    compared += 1;
  };
  const cost = (shown, row) => {
    same(shown.labelled_state, row.labelled.state);
    same(shown.labelled_external, row.labelled.external);
    same(shown.labelled_total, row.labelled.total);
    same(shown.attributed_central, row.attributed.central);
    same(shown.total_central, row.total.central);
    if ("total_low" in shown) same(shown.total_low, row.total.low);
    if ("total_high" in shown) same(shown.total_high, row.total.high);
    if ("not_reported" in shown) same(shown.not_reported, row.not_reported);
    same(shown.unattributed, row.unattributed);
    same(shown.not_estimated, row.not_estimated);
  };
  assert.equal(tables.cost.rows.length, report.rows.length);
  report.rows.forEach((row, index) => cost(tables.cost.rows[index], row));
  if (report.rows.length > 1) cost(tables.cost.totals[0], report.total);
  const quotients = report.rows[0].per_victim.flatMap((_, measure) => report.rows.map((row) => row.per_victim[measure]));
  assert.equal(tables["per-victim"].rows.length, quotients.length);
  quotients.forEach((figure, index) => {
    const shown = tables["per-victim"].rows[index];
    same(shown.victims, figure.victims.central);
    same(shown.labelled, figure.labelled);
    same(shown.total, figure.total.central);
  });
  return compared;
}

// Every figure opens, shows itself and adds up: lines to their sum, and the sum to the figure where nothing is restated.
async function everyFigureOpens(page, language) {
  const buttons = await page.$$(`article[lang="${language}"] .open`);
  assert.ok(buttons.length > 20, `only ${buttons.length} figures`);
  for (const button of buttons) {
    const shown = await button.evaluate((element) => element.querySelector("[aria-hidden]")?.textContent ?? element.textContent);
    const where = await button.evaluate((element) => element.closest("table").dataset.table);
    const key = await button.evaluate((element) => {
      const cell = element.closest("td");
      return cell.closest("table").tHead.rows[0].cells[cell.cellIndex].dataset.key;
    });
    await button.evaluate((element) => element.click());
    const opened = await page.evaluate(() => {
      const dialog = document.getElementById("why");
      const summaries = [...dialog.querySelectorAll("summary")].map((summary) => summary.textContent);
      const paragraphs = [...dialog.querySelectorAll("p:not(.value)")].map((paragraph) => paragraph.textContent);
      return { open: dialog.open, title: dialog.querySelector("h2").textContent, text: dialog.textContent, summaries, paragraphs };
    });
    assert.ok(opened.open && opened.title, `${where} ${key} ${shown} does not open`);
    // What nobody knows opens to why.
    assert.ok(shown === "\u2013" || opened.text.includes(shown), `${where} ${key}: ${shown} is not in what it opens to: ${opened.text}`);
    assert.ok(opened.text.length > opened.title.length + shown.length + 10, `${where} ${key} ${shown}: ${opened.text}`);
    const gives = opened.summaries.filter((summary) => summary.includes("\u2190")).map((summary) => summary.split("\u2003")[0]);
    if (where === "cost" && key !== "not_estimated" && gives.length > 0) {
      const stated = opened.paragraphs[0].match(/^-?[0-9\u00a0,.]+/u)[0];
      // A figure of lines in another currency opens to the sum in theirs, and to what brings it to the one shown.
      const brought = opened.paragraphs.some((paragraph) => paragraph.includes(`= ${shown} `));
      if (stated.trim() !== shown) assert.ok(brought, opened.text);
      if (!brought) {
        const sum = gives.reduce((sum, figure) => sum + cents(plain(figure, language)), 0n);
        assert.equal(sum, cents(plain(stated.trim(), language)), `${opened.title}: ${gives.join(" + ")} is not ${stated}`);
      }
    }
    if (where === "cost" && key === "not_estimated" && opened.summaries.length > 0) {
      assert.equal(String(opened.summaries.length), shown, opened.title);
    }
    await page.keyboard.press("Escape");
    assert.ok(!(await page.evaluate(() => document.getElementById("why").open)), "Escape does not close");
  }
  return buttons.length;
}

async function linesExplainThemselves(page) {
  const total = await page
    .locator("article:not([hidden]) table[data-table=cost] th[data-key=total_central]")
    .evaluate((element) => element.cellIndex + 1);
  const row = page.locator("article:not([hidden]) table[data-table=cost] tbody tr").first();
  const button = row.locator(`:nth-child(${total}) > .open`);
  await button.focus();
  await page.keyboard.press("Enter");
  const details = page.locator("#why details").first();
  await details.waitFor();
  if (!(await details.evaluate((element) => element.open))) await details.locator("summary").press("Enter");
  await page.locator("#why details ul li").first().waitFor();
  assert.match(await details.textContent(), /\.csv/u, "a line names the file of its rows");
  await page.keyboard.press("Escape");
  const focused = await page.evaluate(() => document.activeElement.classList.contains("open"));
  assert.ok(focused, "the focus does not come back to the figure");
}

async function sortsAndFilters(page) {
  const table = page.locator("article:not([hidden]) table[data-table=lines]");
  const values = () =>
    table.evaluate((element) => [...element.tBodies[0].rows].map((row) => row.cells[8].dataset.value ?? null));
  const head = table.locator("th[data-key=amount]");
  for (const direction of ["ascending", "descending"]) {
    await head.locator("button").click();
    assert.equal(await head.getAttribute("aria-sort"), direction);
    const found = await values();
    const known = found.filter((value) => value !== null).map(Number);
    const sorted = [...known].sort((one, other) => (direction === "ascending" ? one - other : other - one));
    assert.deepEqual(known, sorted);
    assert.ok(found.slice(known.length).every((value) => value === null), "what nobody knows stands last");
  }
  const words = table.locator("th[data-key=agency]");
  await words.locator("button").click();
  const agencies = await table.evaluate((element) => [...element.tBodies[0].rows].map((row) => row.cells[1].textContent));
  assert.deepEqual(agencies, [...agencies].sort(new Intl.Collator("en", { numeric: true }).compare));
  const section = page.locator("article:not([hidden]) section:has(table[data-table=lines])");
  const wanted = agencies.includes("MoI") ? "MoI" : "Ministry of Interior";
  await section.locator("input").fill([...wanted].map((letter, at) => (at % 2 ? letter.toUpperCase() : letter.toLowerCase())).join(""));
  const shown = await table.evaluate((element) =>
    [...element.tBodies[0].rows].filter((row) => !row.hidden).map((row) => row.cells[1].textContent),
  );
  assert.ok(shown.length > 0 && shown.length < agencies.length && shown.every((agency) => agency === wanted), String(shown));
  assert.match(await section.locator("output").textContent(), new RegExp(`^${shown.length} .*${agencies.length}`, "u"));
  await section.locator("input").fill("");
}

async function axeFindsNothing(page, what) {
  const found = await page.evaluate(async () => (await window.axe.run(document)).violations);
  const told = found.map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0].html} ${nodes[0].failureSummary}`);
  assert.deepEqual(told, [], what);
}

// The printed pages, as words.
function printed(file) {
  const text = execFileSync("pdftotext", ["-layout", file, "-"], { encoding: "utf8", maxBuffer: 1 << 28 });
  return text.split("\f").slice(0, -1).map((words) => words.replace(/\s+/gu, " "));
}

// On paper a row stands at one height, and a table has its heads on every page that it goes over.
async function tablesArePrinted(page, file) {
  await page.emulateMedia({ media: "print" });
  const heads = await page.evaluate(() => {
    const heights = (row) => [...row.cells].filter((cell) => cell.textContent.trim()).map((cell) => {
      const range = document.createRange();
      range.selectNodeContents(cell);
      return range.getClientRects()[0].bottom;
    });
    const table = document.querySelector("article:not([hidden]) table[data-made]");
    for (const row of [...table.tBodies[0].rows].slice(0, 40)) {
      const found = heights(row);
      if (Math.max(...found) - Math.min(...found) > 1) throw new Error(`${row.textContent}: ${found}`);
    }
    // The table alone, and long enough for several pages.
    for (const other of table.closest("article").children) other.hidden = !other.contains(table);
    const rows = [...table.tBodies[0].rows];
    for (let copy = 0; copy * rows.length < 120; copy += 1) table.tBodies[0].append(...rows.map((row) => row.cloneNode(true)));
    return [...table.tHead.rows[0].cells].map((head) => head.textContent.trim());
  });
  await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
  const pages = printed(file);
  assert.ok(pages.length > 2, `${pages.length} pages`);
  for (const [number, words] of pages.entries()) {
    for (const word of heads.flatMap((head) => head.split(/\s+/u))) assert.ok(words.includes(word), `page ${number + 1} has no "${word}"`);
  }
  return pages.length;
}

// Ten thousand lines: a file that is not large, has no long lines, and is open before all of them are shown.
async function manyLines(context) {
  const project = path.join(folder, "many");
  mkdirSync(project);
  const script = "import sys, pathlib; sys.path.insert(0, sys.argv[1]); import growth; growth.write_project(pathlib.Path(sys.argv[2]), 10_000)";
  execFileSync("python3", ["-c", script, path.join(root, "tests/bench/growth"), project]);
  execFileSync(program, ["--project", project, "review", "-q", "-o", path.join(project, "pack")]);
  const file = path.join(project, "pack/report.html");
  const text = readFileSync(file, "utf8");
  assert.ok(statSync(file).size < 4_000_000, `the page has ${statSync(file).size} bytes`);
  const longest = text.split("\n").reduce((most, line) => Math.max(most, line.length), 0);
  assert.ok(longest < 4000, `a line of ${longest} letters`);
  const page = await context.newPage();
  const began = performance.now();
  await page.goto(pathToFileURL(file).href);
  const opened = Math.round(performance.now() - began);
  const table = page.locator("article:not([hidden]) table[data-made]");
  const rows = () => table.evaluate((element) => element.tBodies[0].rows.length);
  assert.equal(await rows(), 200);
  await page.locator("article:not([hidden]) [data-all]").click();
  assert.equal(await rows(), 10_000);
  await page.locator("article:not([hidden]) section:has(table[data-made]) input").fill("service 42");
  const found = await table.evaluate((element) => [...element.tBodies[0].rows].filter((row) => !row.hidden).length);
  assert.ok(found > 0 && found < 10_000, String(found));
  await page.close();
  return `${statSync(file).size} bytes, lines of ${longest} letters at most, opened in ${opened} ms`;
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});
try {
  // A third argument names the one pack to try.
  const named = process.argv[4];
  for (const [name, asked] of Object.entries(packs).filter(([name]) => !named || name === named)) {
    const pack = path.join(folder, name);
    execFileSync(program, ["review", "-q", ...asked, "-o", pack]);
    const report = JSON.parse(readFileSync(path.join(pack, "report.json"), "utf8"));
    const address = pathToFileURL(path.join(pack, "report.html")).href;
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    // Axe is put in by the debugger, which no policy of the page touches.
    await context.addInitScript(axe);
    const page = await context.newPage();
    const [said, requests] = [[], []];
    page.on("console", (message) => said.push(message.text()));
    page.on("pageerror", (error) => said.push(String(error)));
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(address);
    const first = asked.includes("bg") ? "bg" : "en";
    assert.equal(await page.evaluate(() => document.documentElement.lang), first);
    let figures = 0;
    let compared = 0;
    for (const language of [first, first === "en" ? "bg" : "en"]) {
      await page.locator(`article:not([hidden]) [data-language=${language}]`).click();
      assert.equal(await page.evaluate(() => document.documentElement.lang), language);
      assert.equal(await page.locator("article:not([hidden])").getAttribute("lang"), language);
      compared += await figuresAreThoseOfTheJson(page, report);
      figures += await everyFigureOpens(page, language);
    }
    await page.locator("article:not([hidden]) [data-language=en]").click();
    await linesExplainThemselves(page);
    await sortsAndFilters(page);
    for (const [width, height] of [[320, 700], [768, 1000], [1920, 1080]]) {
      await page.setViewportSize({ width, height });
      for (const scheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme: scheme });
        for (const language of ["en", "bg"]) {
          await page.locator(`article:not([hidden]) [data-language=${language}]`).click();
          const over = await page.evaluate(() => document.scrollingElement.scrollWidth - window.innerWidth);
          assert.ok(over <= 0, `${name} is ${over} pixels too wide at ${width}`);
          await axeFindsNothing(page, `${name} ${width} ${scheme} ${language}`);
          await page.screenshot({ path: path.join(shots, `${name}-${width}-${scheme}-${language}.png`) });
        }
      }
      await page.locator("article:not([hidden]) table[data-table=cost] tbody .open").last().click();
      await axeFindsNothing(page, `${name} ${width} with an explanation`);
      await page.screenshot({ path: path.join(shots, `${name}-${width}-open.png`) });
      await page.keyboard.press("Escape");
    }
    await page.locator("article:not([hidden]) button[data-theme]").click();
    assert.equal(await page.evaluate(() => document.documentElement.dataset.theme), "light", "the switch turns dark to light");
    await page.pdf({ path: path.join(shots, `${name}.pdf`), preferCSSPageSize: true, printBackground: true });
    if (name === "embedded") {
      // What a reader needs first is on two sheets of paper; the lines begin on the third.
      const captions = await page.locator("article:not([hidden]) h2").allTextContents();
      const behind = captions.indexOf(await page.locator("article:not([hidden]) .behind h2").textContent());
      const pages = printed(path.join(shots, `${name}.pdf`));
      const front = pages.slice(0, 2).join(" ");
      for (const caption of captions.slice(0, behind)) assert.ok(front.includes(caption), `${caption} on the first two pages`);
      assert.ok(pages[2].trim().startsWith(captions[behind]), pages[2].slice(0, 100));
    }
    const sheets = await tablesArePrinted(page, path.join(shots, `${name}-lines.pdf`));
    assert.deepEqual(said, [], `${name}: the console`);
    assert.deepEqual(requests.filter((url) => url !== address && !url.startsWith("data:")), [], `${name}: requests`);
    console.log(`${name}: ${compared} figures as in report.json, ${figures} figures opened, nothing asked for, axe finds nothing, heads on ${sheets} printed pages`);
    await context.close();
  }
  if (!named || named === "many-lines") {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    console.log(`ten thousand lines: ${await manyLines(context)}`);
    await context.close();
  }
} finally {
  await browser.close();
}
