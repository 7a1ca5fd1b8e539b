// The table of values: arrows move, and a block from a spreadsheet is shown before it is pasted.
const tidy = (text) => text.trim().replace(/\s+/g, " ");
const NUMBER = /^[+\-−–]?\d[\d\s\u00a0\u202f]*([.,]\d+)?\s*%?$/;
const WORD = /^([-–—−]|saknas|missing|ej|e\/t|n\/a)$/i;
const SHOWN = 100;

export function start() {
  const form = document.querySelector("[data-grid]");
  const status = form.querySelector("[data-grid-status]");
  const dialog = document.querySelector("dialog#paste");
  const find = (name) => dialog.querySelector(`[data-paste-${name}]`);
  document.querySelector("[data-grid-keys]").hidden = false;
  let sending = false;
  let undo = [];
  let pending = [];

  const isField = (target) => target.matches?.("[data-grid-table] input:not([type=hidden])");
  const rowsOf = (field) => [...field.closest("table").tBodies[0].rows];
  const fieldAt = (row, column) => row?.cells[column]?.querySelector("input:not([type=hidden])");
  const changed = () => [...form.querySelectorAll("input[data-saved]")].filter((one) => one.value.trim() !== one.dataset.saved);
  const tell = () => {
    for (const cell of form.querySelectorAll("td.changed")) cell.classList.remove("changed");
    const all = changed();
    for (const one of all) one.closest("td").classList.add("changed");
    status.textContent = all.length ? status.dataset.words.replace("{n}", all.length) : "";
  };
  const go = (field) => {
    field?.focus();
    field?.select();
    return Boolean(field);
  };
  // The next field that way; what is locked or hidden is passed by.
  const move = (from, down, right) => {
    const rows = rowsOf(from);
    let [row, column] = [rows.indexOf(from.closest("tr")), from.closest("td").cellIndex];
    do {
      row += down;
      column += right;
      const field = fieldAt(rows[row], column);
      if (field?.offsetParent) return go(field);
    } while (rows[row]?.cells[column]);
    return false;
  };
  const end = (from, way, whole) => {
    const among = whole ? from.closest("tbody") : from.closest("tr");
    go([...among.querySelectorAll("input[data-saved]")].filter((one) => one.offsetParent).at(way));
  };

  form.addEventListener("keydown", (event) => {
    const field = event.target;
    if (!isField(field) || event.altKey || event.metaKey) return;
    const { key, shiftKey, ctrlKey } = event;
    const all = field.selectionStart === 0 && field.selectionEnd === field.value.length;
    const at = (place) => all || (field.selectionStart === place && field.selectionEnd === place);
    let done = true;
    if (key === "Home" && (ctrlKey || all)) end(field, 0, ctrlKey);
    else if (key === "End" && (ctrlKey || all)) end(field, -1, ctrlKey);
    else if (ctrlKey && key === "z" && undo.length) {
      for (const [one, value] of undo) one.value = value;
      undo = [];
      tell();
    } else if (ctrlKey || (shiftKey && key !== "Enter")) done = false;
    else if (key === "ArrowDown" || key === "Enter") move(field, shiftKey ? -1 : 1, 0);
    else if (key === "ArrowUp") move(field, -1, 0);
    else if (key === "ArrowLeft" && at(0)) move(field, 0, -1);
    else if (key === "ArrowRight" && at(field.value.length)) move(field, 0, 1);
    else if (key === "Escape") {
      field.value = field.dataset.saved;
      field.select();
      tell();
    } else if (key === "F2") field.setSelectionRange(field.value.length, field.value.length);
    else done = false;
    if (done) event.preventDefault();
  });
  form.addEventListener("focusin", ({ target }) => isField(target) && target.select());
  form.addEventListener("input", () => {
    undo = [];
    tell();
  });
  form.addEventListener("submit", () => (sending = true));
  addEventListener("beforeunload", (event) => !sending && changed().length && event.preventDefault());

  form.addEventListener("paste", (event) => {
    const field = event.target;
    const text = event.clipboardData.getData("text/plain").replace(/\r?\n$/, "");
    if (!isField(field) || !/[\t\n]/.test(text)) return;
    event.preventDefault();
    const rows = rowsOf(field);
    const [top, left] = [rows.indexOf(field.closest("tr")), field.closest("td").cellIndex];
    const cells = text.split(/\r?\n/).flatMap((line, down) =>
      line.split("\t").map((value, right) => look(rows[top + down], left + right, tidy(value))));
    preview(cells);
  });

  // What pasting a text in a cell would do: a new value, nothing, or why it cannot be.
  function look(row, column, text) {
    const [field, cell] = [fieldAt(row, column), row?.cells[column]];
    const head = row?.cells[0].querySelector("a")?.textContent;
    const found = { field, text, name: cell ? `${head}, ${cell.dataset.label}` : "", before: field?.value ?? "" };
    const words = dialog.dataset;
    if (!cell) return { ...found, bad: true, effect: words.outside };
    if (!text) return { ...found, effect: words.empty };
    if (!field) {
      const stands = cell.querySelector(".locked")?.firstChild?.textContent.trim() === text;
      return { ...found, bad: !stands, effect: stands ? words.same : words.locked };
    }
    if (!NUMBER.test(text) && !WORD.test(text)) return { ...found, bad: true, effect: words.number };
    if (text === found.before.trim()) return { ...found, effect: words.same };
    return { ...found, fresh: true, effect: "" };
  }

  function preview(cells) {
    pending = cells.filter((cell) => cell.fresh);
    const bad = cells.filter((cell) => cell.bad);
    const first = [...bad, ...pending, ...cells.filter((cell) => !cell.bad && !cell.fresh)].slice(0, SHOWN);
    find("summary").textContent =
      dialog.dataset.summary
        .replace("{new}", pending.length)
        .replace("{same}", cells.length - pending.length - bad.length)
        .replace("{bad}", bad.length) + (cells.length > SHOWN ? ` ${dialog.dataset.first}` : "");
    find("rows").replaceChildren(...first.map((cell) => {
      const row = document.createElement("tr");
      row.className = cell.bad ? "wrong" : "";
      for (const [at, words] of [cell.name, cell.before, cell.text, cell.effect].entries()) {
        const place = row.appendChild(document.createElement(at ? "td" : "th"));
        if (!at) place.scope = "row";
        if (at === 1 || at === 2) place.className = "right";
        place.textContent = words;
      }
      return row;
    }));
    find("apply").hidden = !pending.length;
    dialog.showModal();
  }

  find("apply").addEventListener("click", () => {
    undo = pending.map(({ field }) => [field, field.value]);
    for (const { field, text } of pending) field.value = text;
    dialog.close();
    tell();
    go(pending[0]?.field);
  });
  tell();
}
