// Opens key pages as each role in one Chromium, in light and dark, wide and narrow, and examines
// them with axe; then each state of the gallery that the tests saved, in one of the four in turn;
// then does the main job without a mouse and without scripts, a piece of the year by each role, counts
// what a report takes, and goes from a deviation to an effect. Fails on any finding, on errors in the
// console and on breaches of the content policy. Pictures are left in the folder for them.
//
// node check.mjs <address of a running demo> <address of another> <folder for pictures>
//     <folder of the gallery> <path of chromium>

import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { effort } from './effort.mjs';
import { improvement } from './improvement.mjs';
import { withoutMouse, withoutScripts } from './journeys.mjs';
import { roles as journeysOfRoles } from './roles.mjs';
import { gallery } from './states.mjs';

const [base, other, pictures, saved, executablePath] = process.argv.slice(2);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

const { roles, most } = JSON.parse(readFileSync(new URL('pages.json', import.meta.url), 'utf8'));
const schemes = ['light', 'dark'];
const widths = [1440, 390];
const findings = [];
let pagesSeen = 0;

mkdirSync(pictures, { recursive: true });
const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });

/// Signs in by pressing the button with the person's name.
async function signIn(page, person) {
  await page.goto(`${base}/logga-in`);
  await page.locator('button', { hasText: person }).first().click();
  await page.waitForLoadState('load');
}

/// The addresses a role is shown: those written in pages.json, where `> words` follows a link on
/// the page before, and the first link of each kind in the menu.
async function open(page, step) {
  if (!step.startsWith('>')) return page.goto(base + step);
  const link = page.locator('main a', { hasText: step.slice(1).trim() }).first();
  if (await link.count() === 0) return null;
  const address = await link.getAttribute('href');
  return page.goto(new URL(address, page.url()).href);
}

async function examine(page, what) {
  // As in a browser's own developer tools: the policy forbids scripts of others on the page.
  await page.evaluate(axe);
  const found = await page.evaluate(
    (tags) => window.axe.run(document, { runOnly: { type: 'tag', values: tags }, resultTypes: ['violations'] }),
    rules,
  );
  for (const violation of found.violations) {
    const where = violation.nodes.slice(0, 3).map((node) => `${node.target.join(' ')}: ${node.failureSummary.split('\n').slice(1, 2).join('').trim()}`);
    findings.push(`${what}: ${violation.id} (${violation.impact}) ${violation.help}\n    ${where.join('\n    ')}`);
  }
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (overflow > 0) findings.push(`${what}: the page is ${overflow} px wider than the window`);
  for (const control of await outOfSight(page)) findings.push(`${what}: one cannot see ${control}`);
}

/// What one writes in or presses but does not see without scrolling a part of the page sideways.
function outOfSight(page) {
  return page.evaluate(() => {
    const controls = [...document.querySelectorAll('input:not([type=hidden]),select,textarea,button')];
    const beside = controls.filter((one) => {
      const { left, right, width } = one.getBoundingClientRect();
      return width > 1 && one.checkVisibility({ visibilityProperty: true }) && (left < -1 || right > innerWidth + 1);
    });
    return beside.slice(0, 3).map((one) => `${one.localName} ${one.name || one.textContent.trim()}`);
  });
}

function look(scheme, width) {
  return browser.newContext({
    colorScheme: scheme,
    viewport: { width, height: width > 1000 ? 900 : 844 },
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    reducedMotion: 'reduce',
  });
}

async function walk(role, scheme, width) {
  const context = await look(scheme, width);
  const page = await context.newPage();
  let at = '';
  page.on('console', (message) => {
    if (message.type() === 'error') findings.push(`${at}: the console says ${message.text()}`);
  });
  page.on('pageerror', (error) => findings.push(`${at}: ${error.message}`));
  page.on('response', (response) => {
    if (response.status() >= 500) findings.push(`${at}: ${response.url()} answers ${response.status()}`);
  });
  if (role.person) await signIn(page, role.person);
  for (const [number, step] of role.pages.slice(0, most).entries()) {
    at = `${role.role} ${scheme} ${width} ${step}`;
    const answer = await open(page, step);
    if (!answer || answer.status() === 404) {
      findings.push(`${at}: there is no such page`);
      continue;
    }
    await examine(page, at);
    const name = `${role.role}-${number}-${scheme}-${width}.png`;
    await page.screenshot({ path: join(pictures, name), fullPage: true });
    pagesSeen += 1;
  }
  await context.close();
}

/// Each state in one of the four looks, so that all looks meet all kinds of pages.
async function states() {
  const found = await gallery(saved);
  if (!found) {
    console.log('skipped: no gallery of states; run the tests first');
    return;
  }
  const looks = schemes.flatMap((scheme) => widths.map((width) => [scheme, width]));
  for (const [turn, [scheme, width]] of looks.entries()) {
    const context = await look(scheme, width);
    const page = await context.newPage();
    for (const [number, state] of found.states.entries()) {
      if (number % looks.length !== turn) continue;
      await page.goto(`${found.base}/${state.file}`);
      await examine(page, `${state.route} (${state.state}) ${scheme} ${width}`);
      pagesSeen += 1;
    }
    await context.close();
  }
  found.close();
}

async function timed(what, work) {
  const begun = Date.now();
  await work();
  console.log(`${what}: ${Math.round((Date.now() - begun) / 1000)} s`);
}

await timed('pages of each role', async () => {
  for (const role of roles) {
    for (const scheme of schemes) {
      for (const width of widths) await walk(role, scheme, width);
    }
  }
});
await timed('states of the gallery', states);
const tell = (what) => findings.push(what);
await timed('the main job without a mouse', () => withoutMouse(browser, base, tell));
await timed('the main job without scripts', () => withoutScripts(browser, other, tell));
const link = await journeysOfRoles(browser, base, tell, timed);
if (link) await timed('the time a report takes', () => effort(browser, base, link, tell));
await improvement(browser, base, tell, timed);
await browser.close();

console.log(`${pagesSeen} views of pages examined, pictures in ${pictures}`);
for (const finding of new Set(findings)) console.log(`- ${finding}`);
process.exit(findings.length === 0 ? 0 : 1);
