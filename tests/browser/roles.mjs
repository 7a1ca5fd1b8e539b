// A piece of the year by each role: the controller opens a round and sends back, a provider reports with
// its limited sign-in, an administration compiles, and an elected member reads what came of it.

import { Person, inTurn, says } from './person.mjs';
import { heading } from './steps.mjs';

/// The controller opens a round with a template, each level with its own last day. Answers its address.
async function opensRound(kerstin) {
  const { page, hands } = kerstin;
  await kerstin.goto('/folja-upp');
  await hands.follow('Ny uppföljning');
  await heading(page, 'Ny uppföljning');
  await page.getByRole('textbox', { name: 'Namn' }).fill('Kvalitetsrunda');
  await page.getByLabel('Rapportmall').selectOption({ index: 1 });
  await page.getByLabel('Handlar om').selectOption({ label: '2025' });
  await page.getByLabel('Öppnar').fill('2026-08-25');
  await page.getByLabel('Lämnas senast').first().fill('2026-10-01');
  await page.getByLabel('Stänger').fill('2026-10-10');
  await page.locator('summary', { hasText: 'Dagar för varje nivå' }).click();
  await page.getByLabel('Enhet lämnar senast').fill('2026-09-10');
  await page.getByLabel('Extern utförare lämnar senast').fill('2026-09-11');
  await hands.press('Öppna uppföljningen');
  await heading(page, 'Följa upp');
  await says(page, 'Kvalitetsrunda. Lämnas senast 1 oktober.');
  return page.url();
}

/// The provider sees its own day, reports and gets a receipt; nothing else of the municipality is there.
async function reports(farah, round) {
  const { page, hands } = farah;
  await farah.goto('/folja-upp');
  await says(page, 'Lämnas senast 11 september.');
  const card = page.locator('form', { has: page.getByRole('button', { name: 'Börja rapportera' }) }).first();
  await card.getByRole('button').click();
  for (let part = 0; part < 12; part += 1) {
    await page.locator('main h1').first().waitFor();
    const title = await page.locator('main h1').first().innerText();
    if (title.includes('Granska och lämna')) break;
    await answer(page, hands, title);
  }
  await heading(page, 'Granska och lämna');
  await hands.press('Lämna rapporten');
  await heading(page, 'Tack');
  const other = await page.request.get(round.replace('/folja-upp?runda=', '/folja-upp/runda/'));
  if (other.status() !== 403) throw new Error(`the provider's sign-in opens the round itself: ${other.status()}`);
}

/// Fills in a stop of the account, whichever it is, and goes on.
async function answer(page, hands, title) {
  const confirm = page.getByRole('button', { name: /^Bekräfta/ });
  if (await confirm.count() > 0) {
    await confirm.first().click();
    await page.waitForFunction((before) => document.querySelector('main h1')?.innerText !== before, title);
    return;
  }
  if (title.includes('pengarna')) {
    await hands.write('Budget för hela året', '9 000 000');
    await hands.write('Prognos för hela året', '9 000 000');
  } else {
    const proposed = (await page.locator('main').innerText()).match(/Förslag: ([^.]+)\./);
    const judged = page.getByRole('radio', { name: 'Uppnått', exact: true });
    if (proposed) await hands.choose(proposed[1]);
    else if (await judged.count() > 0) await judged.check();
    const text = page.locator('main textarea').first();
    if ((await text.inputValue()) === '') await text.fill('Alla sexåringar har träffat sin nya lärare.');
  }
  // What is asked of the best may be left.
  const optional = title.includes('Vad gjorde ni?');
  await page.getByRole('button', { name: optional ? 'Hoppa över så länge' : 'Klar, nästa del' }).first().click();
  await page.waitForFunction((before) => document.querySelector('main h1')?.innerText !== before, title);
}

/// The controller reads what came and sends one part back with a comment, which the provider answers.
async function returns(kerstin, farah, round) {
  const { page, hands } = kerstin;
  await kerstin.goto(round);
  await hands.follow('Solrosen AB');
  await heading(page, 'Solrosen AB');
  const fold = page.locator('details', { has: page.getByLabel('Vad behöver bli tydligare?') }).first();
  await fold.locator('summary').first().click();
  await fold.getByLabel('Vad behöver bli tydligare?').fill('Hur många barn gäller det?');
  await fold.getByRole('button', { name: 'Skicka tillbaka delen' }).click();
  await says(page, 'Du skickade tillbaka');
  await farah.goto('/');
  await says(farah.page, 'Hur många barn gäller det?');
  await farah.hands.follow('Svara på kommentaren');
  await farah.page.locator('main textarea').first().fill('Det gäller tolv barn.');
  await farah.hands.press('Klar, nästa del');
  await heading(farah.page, 'Granska och lämna');
  await farah.hands.press('Lämna rapporten');
  await heading(farah.page, 'Tack');
}

/// The administration quotes what a unit says, adds its own and settles; the committee above takes the
/// new words and settles in its turn.
async function compiles(lena, kerstin) {
  const { page, hands } = lena;
  await lena.goto('/folja-upp');
  await hands.follow('Utbildningsförvaltningen');
  await heading(page, 'Sammanställning');
  await says(page, 'Låst: fastställd av');
  await kerstin.goto(page.url());
  await kerstin.hands.press('Öppna igen');
  await says(kerstin.page, 'Utkast.');
  await lena.goto(page.url());
  const own = page.getByRole('textbox', { name: 'Utbildningsförvaltningen bedömer' }).first();
  await own.fill('Vi rekryterar gemensamt för skärgården från oktober.');
  const offered = page.locator('details', { hasText: 'Skärgårdens förskolor' }).first();
  await offered.locator('summary').first().click();
  const before = await page.locator('[id^="citat-"]').count();
  await offered.getByRole('button', { name: /^Citera/ }).first().click();
  await page.waitForFunction((count) => document.querySelectorAll('[id^="citat-"]').length > count, before);
  if (!(await own.inputValue()).startsWith('Vi rekryterar gemensamt')) throw new Error('what was written was lost when a text was quoted');
  await hands.press('Fastställ');
  await says(page, 'Låst: fastställd av Lena Holm');
  await kerstin.goto('/folja-upp');
  await kerstin.hands.follow('Utbildningsnämnden');
  await kerstin.hands.follow('Sammanställning');
  await says(kerstin.page, 'Texten har ändrats sedan den citerades');
  await kerstin.hands.press('Använd den nya texten');
  await says(kerstin.page, 'Vi rekryterar gemensamt för skärgården');
  await kerstin.hands.press('Fastställ');
  await says(kerstin.page, 'Låst: fastställd av Kerstin Öberg');
}

/// The chair reads the report with what was compiled, what is new since the last meeting, and how the
/// collection goes.
async function reads(yvonne) {
  const { page, hands } = yvonne;
  await yvonne.goto('/');
  await hands.follow('Läs uppföljningen');
  await heading(page, 'Utbildningsnämnden');
  await hands.follow('Hela rapporten');
  await says(page, 'Vi rekryterar gemensamt för skärgården');
  await yvonne.goto('/');
  await hands.follow('Vad är nytt sedan sist');
  await heading(page, 'Vad är nytt sedan sist');
  await says(page, 'Bedöms nu som');
  await yvonne.goto('/uppsikt');
  await heading(page, 'Uppsikt');
  await hands.follow('Insamlingen');
  await heading(page, 'Insamlingen');
  await says(page, 'rapporter är lämnade');
}

/// All of them, one after the other; answers the link to the manager's account in the round opened.
export async function roles(browser, base, tell, timed) {
  const come = (name) => Person.come(browser, base, name);
  const [kerstin, farah, lena, yvonne] = await Promise.all(['Kerstin', 'Farah', 'Lena', 'Yvonne'].map(come));
  let round = '';
  const journeys = [
    ['the controller opens a round', async () => { round = await opensRound(kerstin); }],
    ['the provider reports', () => reports(farah, round)],
    ['the controller sends back and is answered', () => returns(kerstin, farah, round)],
    ['the administration compiles', () => compiles(lena, kerstin)],
    ['the elected member reads', () => reads(yvonne)],
  ];
  await inTurn(journeys, tell, timed);
  const link = await accountOf(browser, base);
  await Promise.all([kerstin, farah, lena, yvonne].map((one) => one.leave()));
  return link;
}

/// The manager's account in the round just opened, as it stands in the letter.
async function accountOf(browser, base) {
  const amira = await Person.come(browser, base, 'Amira Lindqvist');
  await amira.goto('/folja-upp');
  const form = amira.page.locator('form', { has: amira.page.getByRole('button', { name: 'Börja rapportera' }) }).first();
  const link = await form.getAttribute('action');
  await amira.leave();
  return link;
}
