// How long a part-year report with three deviations takes, from the link in the letter to the receipt.
//
// Measured: pages, clicks, keys, words that stand on the pages, words that are written, and the time
// that the browser waits. Assumed: how long a person takes for each of them, by the numbers below.

import { heading } from './steps.mjs';

/// Seconds by the keystroke-level model (Card, Moran and Newell 1980): a key by an average typist of
/// 40 words a minute, pointing with a mouse, pressing its button, moving the hand between mouse and
/// keyboard, and making up one's mind.
const KLM = { key: 0.28, point: 1.1, press: 0.2, home: 0.4, mind: 1.35 };
/// Words a minute that adults read silently for understanding (Brysbaert 2019).
const READ = 238;
/// Words a minute that are written when the text is thought out meanwhile (Karat and others 1999).
const COMPOSE = 19;

/// A person with mouse and keyboard whose work is counted.
class Counted {
  constructor(page) {
    Object.assign(this, { page, clicks: 0, choices: 0, keys: 0, fields: 0, written: 0, pages: 0, words: 0, waited: 0 });
  }

  /// Everything on the page is read, also what one knows since last time.
  async read() {
    const text = await this.page.locator('main').innerText();
    this.pages += 1;
    this.words += text.split(/\s+/).filter(Boolean).length;
  }

  async away(work) {
    const begun = Date.now();
    await Promise.all([this.page.waitForNavigation({ waitUntil: 'load' }), work()]);
    this.waited += (Date.now() - begun) / 1000;
    await this.read();
  }

  async press(words) {
    this.clicks += 1;
    await this.away(() => this.page.getByRole('button', { name: words }).first().click());
  }

  async choose(role, words) {
    this.clicks += 1;
    this.choices += 1;
    await this.page.getByRole(role, { name: words, exact: role === 'radio' }).first().check();
  }

  async write(label, text) {
    this.clicks += 1;
    this.fields += 1;
    this.keys += text.length;
    if (/\p{L}/u.test(text)) this.written += text.split(/\s+/).length;
    await this.page.getByRole('textbox', { name: label }).first().fill(text);
  }

  /// What it comes to, in minutes by kind.
  minutes() {
    const hands = this.clicks * (KLM.point + KLM.press) + (this.choices + this.clicks) * KLM.mind
      + this.fields * 2 * KLM.home;
    const composing = (this.written / COMPOSE) * 60;
    // Numbers are copied and not thought out.
    const typing = this.keys * KLM.key;
    const reading = (this.words / READ) * 60;
    const all = hands + Math.max(composing, typing) + reading + this.waited;
    return { hands, composing, typing, reading, waited: this.waited, all: all / 60 };
  }
}

const told = (minutes) => `${Math.floor(minutes)} min ${Math.round((minutes % 1) * 60)} s`;

/// Reports and prints what it took; `link` is what stands in the letter.
export async function effort(browser, base, link, tell) {
  const context = await browser.newContext({ locale: 'sv-SE', reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const hand = new Counted(page);
  try {
    // Signing in is one press in the demo; a municipality's own way in takes what it takes.
    await page.goto(`${base}/logga-in`);
    await page.locator('button', { hasText: 'Amira Lindqvist' }).first().click();
    await page.waitForLoadState('load');
    const begun = Date.now();
    await page.goto(base + link);
    hand.clicks += 1;
    hand.waited += (Date.now() - begun) / 1000;
    await hand.read();
    await hand.press('Börja rapportera');
    await heading(page, 'Hur går det med pengarna?');
    await hand.write('Budget för hela året', '23 860 000');
    await hand.write('Prognos för hela året', '24 050 000');
    await hand.press('Klar, nästa del');
    await heading(page, 'Det som går som väntat');
    await hand.press('Bekräfta 10 delar');
    await heading(page, 'Sjukfrånvaro stiger');
    await hand.choose('checkbox', 'Vakanser');
    await hand.write('Din förklaring', 'Två tjänster har varit vakanta sedan februari. Korttidsfrånvaron har ökat mest i de två största grupperna.');
    await hand.choose('radio', 'Nej');
    await hand.press('Klar, nästa del');
    await heading(page, 'Trygga vårdnadshavare sjunker');
    await hand.choose('checkbox', 'Byten av personal');
    await hand.write('Din förklaring', 'Flera familjer har fått ny kontaktperson under våren, och det märks i enkäten.');
    await hand.choose('radio', 'Nej');
    await hand.press('Klar, nästa del');
    await heading(page, 'Varför är');
    await hand.write('Vad beror förseningen på?', 'Materialet blev klart efter sommaren. Introduktionen börjar i september.');
    await hand.choose('radio', 'Ja');
    await hand.press('Klar, nästa del');
    await heading(page, 'Hur går det med');
    await hand.write('Så här långt har vi kommit', 'Grupperna är mindre sedan november och leken är lugnare. Vakanserna gör att vi inte når hela vägen i år.');
    await hand.choose('radio', 'Inte uppnått');
    await hand.press('Klar, nästa del');
    // What went well is asked once, and nobody must answer.
    await heading(page, 'Vad gjorde ni?');
    await hand.press('Klar, nästa del');
    await heading(page, 'Vad är viktigast att veta?');
    await hand.write('Sammanfattning', 'Grupperna är mindre och leken lugnare. Sjukfrånvaron stiger och färre vårdnadshavare är trygga, mest där vi har vakanser. Vi tillsätter två förskollärare och samarbetar om öppning och stängning i höst.');
    await hand.press('Klar, nästa del');
    await heading(page, 'Granska och lämna');
    await hand.press('Lämna rapporten');
    await heading(page, 'Tack');
  } catch (error) {
    tell(`the time it takes: ${error.message.split('\n')[0]} (${page.url()})`);
    await context.close();
    return;
  }
  await context.close();
  const spent = hand.minutes();
  console.log(`a report with three deviations, from the link to the receipt: ${hand.pages} pages, ${hand.clicks} clicks, ${hand.keys} keys,`
    + ` ${hand.words} words to read and ${hand.written} to write; the browser waited ${hand.waited.toFixed(1)} s.`);
  console.log(`  at ${READ} words a minute read and ${COMPOSE} composed: reading ${told(spent.reading / 60)}, writing ${told(spent.composing / 60)}`
    + ` (typing alone ${told(spent.typing / 60)}), hands and choices ${told(spent.hands / 60)}; in all ${told(spent.all)}`);
  if (spent.all > 20) tell(`a report with three deviations takes ${told(spent.all)}, and 20 minutes are promised`);
}
