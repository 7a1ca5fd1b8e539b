// Somebody at a browser of their own, and journeys that people make one after the other.

import { Mouse } from './steps.mjs';

/// Waits until the words stand on the page.
export async function says(page, words) {
  const awaited = page.locator('main', { hasText: words }).first();
  await awaited.waitFor({ timeout: 8_000 }).catch(() => {
    throw new Error(`“${words}” does not stand on ${page.url()}`);
  });
}

/// Somebody at a browser of their own.
export class Person {
  static async come(browser, base, name) {
    const context = await browser.newContext({ locale: 'sv-SE', reducedMotion: 'reduce', viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(8_000);
    const one = new Person();
    Object.assign(one, { context, page, base, hands: new Mouse(page) });
    await page.goto(`${base}/logga-in`);
    await page.locator('button', { hasText: name }).first().click();
    await page.locator('h1').first().waitFor();
    return one;
  }

  goto(path) {
    return this.page.goto(path.startsWith('http') ? path : this.base + path);
  }

  leave() {
    return this.context.close();
  }
}

/// Journeys one after the other; what fails is told, and what takes long.
export async function inTurn(journeys, tell, timed) {
  for (const [what, journey] of journeys) {
    const begun = Date.now();
    await timed(what, () => journey().catch((error) => tell(`${what}: ${error.message.split('\n')[0]}`)));
    const seconds = (Date.now() - begun) / 1000;
    if (seconds > 10) tell(`${what}: takes ${seconds.toFixed(0)} s, ten are enough`);
  }
}
