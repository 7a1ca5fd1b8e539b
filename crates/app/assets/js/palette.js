// Ctrl K: a dialog with one field and a list. Answer: [{group, title, note, url}].
export function start() {
  const dialog = document.getElementById("palette");
  const field = dialog.querySelector("input");
  const list = dialog.querySelector("[role=listbox]");
  const line = dialog.querySelector("[role=status]");
  let asked = 0;
  let timer;
  // What the list answers, and whether Enter waits for the answer to what is typed.
  let answered;
  let waits = false;

  const options = () => [...list.querySelectorAll("[role=option]")];
  const select = (chosen) => {
    for (const option of options()) option.setAttribute("aria-selected", option === chosen);
    if (chosen) field.setAttribute("aria-activedescendant", chosen.id);
    else field.removeAttribute("aria-activedescendant");
    chosen?.scrollIntoView({ block: "nearest" });
  };
  const show = (hits) => {
    list.replaceChildren(...hits.map(row));
    field.setAttribute("aria-expanded", hits.length > 0);
    line.textContent = hits.length || !field.value ? dialog.dataset.hint : dialog.dataset.none;
    line.hidden = hits.length > 0;
    select(options()[0]);
  };
  const ask = async () => {
    clearTimeout(timer);
    const mine = ++asked;
    const words = field.value;
    let hits = [];
    try {
      const answer = await fetch(`${dialog.dataset.url}?q=${encodeURIComponent(words)}`);
      if (answer.ok) hits = await answer.json();
    } catch {}
    if (mine !== asked) return;
    answered = words;
    show(hits);
    if (waits) go(options()[0]);
    waits = false;
  };
  const open = () => {
    if (dialog.open) return;
    dialog.showModal();
    field.select();
    waits = false;
    ask();
  };
  const go = (option) => option && location.assign(option.dataset.url);

  field.addEventListener("input", () => {
    clearTimeout(timer);
    waits = false;
    asked++;
    timer = setTimeout(ask, 120);
  });
  field.addEventListener("keydown", (event) => {
    const all = options();
    const at = all.findIndex((option) => option.getAttribute("aria-selected") === "true");
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step && all.length) {
      event.preventDefault();
      select(all[(at + step + all.length) % all.length]);
    } else if (event.key === "Enter") {
      event.preventDefault();
      waits = field.value !== answered;
      if (waits) ask();
      else go(all[at]);
    }
  });
  list.addEventListener("click", (event) => go(event.target.closest("[role=option]")));
  dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  document.addEventListener("keydown", (event) => {
    if (!event.ctrlKey && !event.metaKey) return;
    if (event.key.toLowerCase() !== "k") return;
    event.preventDefault();
    open();
  });
  document.querySelector("[data-palette]")?.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open();
  });
}

function row(hit, position) {
  const option = document.createElement("div");
  option.setAttribute("role", "option");
  option.id = `palette-${position}`;
  option.dataset.url = hit.url;
  const title = document.createElement("span");
  title.textContent = hit.title;
  const note = document.createElement("small");
  note.textContent = [hit.group, hit.note].filter(Boolean).join(" · ");
  option.append(title, note);
  return option;
}
