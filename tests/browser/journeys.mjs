// The main job from sign-in to receipt, once without a mouse and once without scripts.

import { Keyboard, Mouse, heading } from './steps.mjs';

/// The manager of Skärgårdens förskolor explains what is left, reads it through and hands it in.
async function report(page, base, hands) {
  await page.goto(`${base}/logga-in`);
  await hands.press('Amira Lindqvist');
  await hands.follow('Berätta varför sjukfrånvaro stiger');
  await heading(page, 'Sjukfrånvaro stiger');
  await hands.press('Klar, nästa del');
  await heading(page, 'Trygga vårdnadshavare sjunker');
  await hands.tick('Byten av personal');
  await hands.choose('Nej');
  await hands.press('Klar, nästa del');
  await heading(page, 'Varför är');
  await hands.write('Vad beror förseningen på?', 'Materialet blev klart efter sommaren.');
  await hands.choose('Ja');
  await hands.press('Klar, nästa del');
  await heading(page, 'Vad är viktigast att veta?');
  await hands.press('Klar, nästa del');
  await heading(page, 'Granska och lämna');
  await hands.press('Lämna rapporten');
  await heading(page, 'Tack');
}

/// Without a mouse: every stop of the focus can be seen.
export async function withoutMouse(browser, base, tell) {
  const context = await browser.newContext({ locale: 'sv-SE', reducedMotion: 'reduce' });
  const page = await context.newPage();
  const say = (what) => tell(`without a mouse: ${what}`);
  page.on('pageerror', (error) => say(error.message));
  try {
    await report(page, base, new Keyboard(page, say));
  } catch (error) {
    say(error.message.split('\n')[0]);
  }
  await context.close();
}

/// Without scripts.
export async function withoutScripts(browser, base, tell) {
  // Movement between pages is off: while one passes into the other, the driver's click meets neither.
  const context = await browser.newContext({ locale: 'sv-SE', javaScriptEnabled: false, reducedMotion: 'reduce' });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  try {
    await report(page, base, new Mouse(page));
  } catch (error) {
    tell(`without scripts: ${error.message.split('\n')[0]}`);
  }
  await context.close();
}
