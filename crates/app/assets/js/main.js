// Loads what the page has use for. Everything works without it.
const has = (selector) => document.querySelector(selector);
const load = async (selector, module) => has(selector) && (await module()).start();
load("[data-autosave]", () => import("./autosave.js"));
load("[data-treegrid]", () => import("./treegrid.js"));
load("[data-advice]", () => import("./advice.js"));
load("[data-thread]", () => import("./thread.js"));
load("[data-grid]", () => import("./grid.js"));
load("dialog#palette", () => import("./palette.js"));

// Who goes on before a page has faded in breaks the fading off, which is no fault.
for (const turn of ["pageswap", "pagereveal"]) {
  addEventListener(turn, (event) => event.viewTransition?.ready.catch(() => {}));
}

// A refused form is read from its summary.
has("[data-focus]")?.focus();

// How many characters are left, told in the words the server gave.
for (const line of document.querySelectorAll("[data-count]")) {
  const area = document.getElementById(line.dataset.count);
  const most = Number(area?.dataset.limit ?? area?.maxLength);
  const tell = () => {
    const left = most - [...area.value].length;
    line.textContent = (left < 0 ? line.dataset.over : line.dataset.words)
      .replace("{max}", most)
      .replace("{left}", left)
      .replace("{over}", -left);
    line.classList.toggle("over", left < 0);
  };
  area?.addEventListener("input", tell);
}

// A button that puts an earlier text into a field.
document.addEventListener("click", (event) => {
  const button = event.target.closest("[data-use-text]");
  const area = button && document.getElementById(button.dataset.useText);
  if (!area) return;
  event.preventDefault();
  area.value = button.dataset.text;
  area.dispatchEvent(new Event("input", { bubbles: true }));
  area.focus();
});

// Who signs out leaves no text behind in the browser.
has("#account")?.addEventListener("submit", () => {
  for (const key of Object.keys(localStorage)) if (key.startsWith("draft:")) localStorage.removeItem(key);
});

// One list of choices at a time, and Escape folds it.
document.addEventListener("click", (event) => {
  for (const open of document.querySelectorAll("details.pick[open]"))
    if (!open.contains(event.target)) open.open = false;
});
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && has("details.pick[open]");
  if (!open) return;
  open.open = false;
  open.querySelector("summary").focus();
});

// Paper shows what is folded away; the reader's folds come back afterwards.
const fold = (selector, open) => {
  for (const one of document.querySelectorAll(selector)) {
    one.open = open;
    one.toggleAttribute("data-printed", open);
  }
};
addEventListener("beforeprint", () => fold("details:not([open]):not(.pick)", true));
addEventListener("afterprint", () => fold("[data-printed]", false));

// Buttons that open or close a dialog, where the browser does not know command and commandfor.
if (!("commandForElement" in HTMLButtonElement.prototype))
  document.addEventListener("click", (event) => {
    const button = event.target.closest("button[commandfor]");
    const dialog = button && document.getElementById(button.getAttribute("commandfor"));
    const command = button?.getAttribute("command");
    if (command === "show-modal") dialog?.showModal();
    if (command === "close") dialog?.close();
  });
