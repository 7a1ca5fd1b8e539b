// Why it became as it became, and what came of it: a manager draws a conclusion from a deviation, proposes
// an action, an earlier action is asked about its effect, and what was concluded is read by others.

import { Person, inTurn, says } from './person.mjs';
import { heading } from './steps.mjs';

const CONCLUSION = 'Frånvaron stiger där nya grupper och tomma tjänster möts.';

/// The manager analyses the measure in the three steps of the quick analysis.
async function analyses(amira) {
  const { page, hands } = amira;
  await amira.goto('/matt');
  await hands.follow('Sjukfrånvaro');
  await heading(page, 'Sjukfrånvaro');
  await hands.follow('Analysera varför');
  await hands.tick('Snabbanalys');
  await hands.press('Börja analysen');
  await heading(page, 'Reflektera över påverkande faktorer');
  await page.getByLabel('Om Nya grupper').selectOption({ label: 'Kan ha påverkat' });
  await page.getByLabel('Vad mer kan ha påverkat?').fill('Två tjänster stod tomma.');
  await hands.press('Klart, nästa steg');
  await heading(page, 'Dra slutsats');
  await page.getByLabel('Slutsats').fill(CONCLUSION);
  await hands.choose('Troligt');
  await page.getByLabel('Vad betyder det för invånaren?').fill('Barnen möter fler nya ansikten.');
  await page.getByLabel('Vad betyder det för företagen?').fill('Ingenting särskilt.');
  await hands.press('Klart, nästa steg');
  await heading(page, 'Föreslå åtgärder');
}

/// The conclusion becomes an action of which it is said what it should lead to.
async function proposes(amira) {
  const { page, hands } = amira;
  await hands.follow('Föreslå en åtgärd');
  await heading(page, 'Föreslå en åtgärd');
  await page.getByLabel('Vad ska göras?').fill('Erbjud heltid åt vikarierna');
  await page.getByLabel('Klar senast').fill('2026-12-01');
  await page.getByLabel('Slag av förbättring').selectOption({ label: 'Organisation' });
  await page.getByLabel('Mått där effekten bör synas').selectOption({ label: 'Sjukfrånvaro' });
  await page.getByLabel('Åt vilket håll ska måttet gå?').selectOption({ label: 'Det ska sjunka' });
  await hands.press('Föreslå en åtgärd');
  await says(page, 'Erbjud heltid åt vikarierna');
  await page.getByLabel('Hur ser vi om det hjälpte?').fill('Sjukfrånvaron i februari.');
  await hands.press('Klar');
  await heading(page, 'Varför blev det som det blev?');
  await hands.press('Avsluta analysen');
  await says(page, 'Avslutad');
  await amira.goto('/atgarder');
  await says(page, 'Erbjud heltid åt vikarierna');
}

/// An action whose day has come is asked about: the figures stand beside, and what was learned is found by
/// others.
async function answersEffect(amira, sofia) {
  const { page, hands } = amira;
  await amira.goto('/');
  await hands.follow('Dela i grupper om tolv barn');
  await heading(page, 'Gav åtgärden effekt?');
  await says(page, 'Före åtgärden var medelvärdet');
  await hands.choose('Nej');
  await page.getByLabel('Vad har ni lärt er?').fill('Mindre grupper hjälper inte när tjänster står tomma.');
  await hands.press('Spara svaret');
  await says(page, 'Mindre grupper hjälper inte');
  await sofia.goto('/lardomar');
  await says(sofia.page, 'Mindre grupper hjälper inte när tjänster står tomma.');
}

/// What was concluded is found again by who looks for it, and read on the measure by another.
async function isFound(kerstin) {
  const { page, hands } = kerstin;
  await kerstin.goto('/analyser');
  await page.getByLabel('Sök i ämne och slutsats').fill('nya grupper och tomma');
  await page.locator('main').getByRole('button', { name: 'Sök', exact: true }).click();
  await says(page, CONCLUSION);
  await hands.follow('Sjukfrånvaro');
  await heading(page, 'Varför blev det som det blev?');
}

/// All of them, one after the other.
export async function improvement(browser, base, tell, timed) {
  const come = (name) => Person.come(browser, base, name);
  const [amira, sofia, kerstin] = await Promise.all(['Amira', 'Sofia', 'Kerstin'].map(come));
  await inTurn([
    ['the manager analyses', () => analyses(amira)],
    ['the manager proposes an action', () => proposes(amira)],
    ['an action is asked about its effect', () => answersEffect(amira, sofia)],
    ['a conclusion is found again', () => isFound(kerstin)],
  ], tell, timed);
  await Promise.all([amira, sofia, kerstin].map((one) => one.leave()));
}
