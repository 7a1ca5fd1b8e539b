// Saves fields while one writes. A field, or a group of choices, has data-autosave (address) and
// data-version. Fields with one address share one version and are sent one at a time.
// Sent: PATCH {field, value} with If-Match. Answers: 200 {version, saved_at},
// 409 {theirs, theirs_by, theirs_at, version}, 422 {message, problem}. A problem is told at the field,
// also of what was kept, such as a text that is too long. Unsent text is kept in the browser until it is sent.
import { showConflict } from "./conflict.js";

const status = document.querySelector("[data-autosave-status]");
const timers = new WeakMap();
const sending = new Map();
const sent = new WeakMap();
let retry;
let leaving = false;

export function start() {
  for (const place of document.querySelectorAll("[data-autosave]")) {
    sent.set(place, serial(place));
    restore(place);
    place.addEventListener("input", () => later(place, 800));
    place.addEventListener("focusout", () => save(place));
  }
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "hidden") saveAll();
  });
  addEventListener("online", saveAll);
  document.addEventListener("submit", submitted);
  addEventListener("pageshow", () => (leaving = false));
}

// What is submitted whole needs no draft. What is on its way raises the version: the form waits for
// it, so that nobody meets a change of their own as somebody else's.
function submitted(event) {
  const form = event.target;
  const places = [...form.querySelectorAll("[data-autosave]")];
  if (!places.length) return;
  leaving = true;
  for (const place of places) clearTimeout(timers.get(place));
  const onTheWay = places.map((place) => sending.get(place.dataset.autosave)).filter(Boolean);
  if (!onTheWay.length) return;
  event.preventDefault();
  const longEnough = new Promise((done) => setTimeout(done, 3000));
  Promise.race([Promise.allSettled(onTheWay), longEnough]).then(() => {
    sending.clear();
    form.requestSubmit(event.submitter);
  });
}

const saveAll = () => document.querySelectorAll("[data-autosave]").forEach((place) => save(place));

function later(place, delay) {
  clearTimeout(timers.get(place));
  timers.set(place, setTimeout(() => save(place), delay));
}

function read(place) {
  if ("value" in place) return place.value;
  const boxes = [...place.querySelectorAll("input")];
  const chosen = boxes.filter((box) => box.checked).map((box) => box.value);
  return boxes[0]?.type === "radio" ? (chosen[0] ?? "") : chosen;
}
const serial = (place) => JSON.stringify(read(place));
const nameOf = (place) => place.name || place.querySelector("input")?.name;
const keyOf = (place) => `draft:${document.body.dataset.reader}:${place.dataset.autosave}:${nameOf(place)}`;

function tell(state, filled = {}) {
  if (!status) return;
  let words = status.dataset[state] ?? "";
  for (const [key, value] of Object.entries(filled)) words = words.replace(`{${key}}`, value);
  status.dataset.state = state;
  if (status.textContent !== words) status.textContent = words;
}

async function save(place) {
  clearTimeout(timers.get(place));
  const text = serial(place);
  if (leaving || sent.get(place) === text || place.dataset.conflict !== undefined) return;
  const address = place.dataset.autosave;
  if (sending.has(address)) return later(place, 300);
  const done = send(place, address, text);
  sending.set(address, done);
  await done;
  sending.delete(address);
}

async function send(place, address, text) {
  keep(place);
  tell("saving");
  try {
    const answer = await fetch(address, {
      method: "PATCH",
      keepalive: text.length < 60000,
      headers: { "Content-Type": "application/json", "If-Match": `"${place.dataset.version}"` },
      body: JSON.stringify({ field: nameOf(place), value: JSON.parse(text) }),
    });
    await take(place, text, answer);
  } catch {
    tell(navigator.onLine ? "failed" : "offline");
    again();
  }
}

async function take(place, text, answer) {
  if (answer.status === 409) {
    tell("conflict", { who: "", time: "" });
    const other = await answer.json();
    tell("conflict", { who: other.theirs_by, time: other.theirs_at });
    showConflict(place, other, status?.dataset ?? {}, (version) => {
      raise(place, version);
      sent.delete(place);
      save(place);
    });
    return;
  }
  if (answer.status === 422) {
    // Sending it again would not help; it is sent when it has been changed.
    const { message, problem } = await answer.json();
    sent.set(place, text);
    wrong(place, problem);
    tell("failed");
    if (status) status.textContent = message;
    return;
  }
  if (!answer.ok) throw new Error(answer.status);
  const { version, saved_at: time, problem } = await answer.json();
  wrong(place, problem);
  raise(place, version);
  sent.set(place, text);
  localStorage.removeItem(keyOf(place));
  tell("saved", { time: time ?? new Date().toTimeString().slice(0, 5).replace(":", ".") });
  if (serial(place) !== text) later(place, 800);
}

// What is wrong with the field as it is, in words; nothing when it is well.
function wrong(place, words = "") {
  const id = `${place.id || nameOf(place)}-wrong`;
  document.getElementById(id)?.remove();
  const others = (place.getAttribute("aria-describedby") ?? "").split(" ").filter((one) => one && one !== id);
  if (words) {
    const line = document.createElement("p");
    line.id = id;
    line.className = "problem";
    line.textContent = words;
    place.before(line);
    others.push(id);
  }
  if (others.length) place.setAttribute("aria-describedby", others.join(" "));
  if (place.matches("textarea, input")) place.setAttribute("aria-invalid", String(Boolean(words)));
}

// The hidden fields follow, so that a plain submit later on does not look stale.
function raise(place, version) {
  for (const other of document.querySelectorAll("[data-autosave]")) {
    if (other.dataset.autosave !== place.dataset.autosave) continue;
    other.dataset.version = version;
    const hidden = other.closest("form")?.elements.namedItem(`${nameOf(other)}_version`);
    if (hidden) hidden.value = version;
  }
}

function again() {
  clearTimeout(retry);
  retry = setTimeout(saveAll, 15000);
}

// Only free text is kept, and not on a shared device.
function keep(place) {
  if (!place.matches("textarea, input[type=text]") || document.documentElement.dataset.shared !== undefined) return;
  try {
    localStorage.setItem(keyOf(place), JSON.stringify({ version: place.dataset.version, value: place.value }));
  } catch {
    // A full store must not stop the writing.
  }
}

function restore(place) {
  const kept = localStorage.getItem(keyOf(place));
  if (!kept) return;
  const { version, value } = JSON.parse(kept);
  if (value === place.value) return localStorage.removeItem(keyOf(place));
  // The version the text was written against decides whether somebody came between.
  place.dataset.version = version;
  place.value = value;
  save(place);
}
