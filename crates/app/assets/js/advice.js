// Advice on the wording of a goal while one writes it. Asks for {typ, titel, text, till, ansvarig, id}.
// Answer: a list of sentences. Nothing is hindered, and an answer that does not come is not missed.
export function start() {
  for (const place of document.querySelectorAll("[data-advice]")) follow(place, place.closest("form"));
}

function follow(place, form) {
  let asked = 0;
  let timer;
  let shown = [...place.querySelectorAll("li")].map((item) => item.textContent).join("\n");
  const read = (name) => (form.elements[name]?.value ?? "").slice(0, 400);
  const ask = async () => {
    const mine = ++asked;
    const fields = ["typ", "titel", "text", "till", "ansvarig"].map((name) => [name, read(name)]);
    const query = new URLSearchParams([...fields, ["id", place.dataset.element]]);
    const answer = await fetch(`${place.dataset.advice}?${query}`).catch(() => null);
    const said = answer?.ok ? await answer.json() : [];
    // The same advice again is not told again.
    if (mine !== asked || said.join("\n") === shown) return;
    shown = said.join("\n");
    place.replaceChildren(...(said.length ? [lead(place), list(said)] : []));
  };
  form.addEventListener("input", (event) => {
    if (!["titel", "text", "till", "ansvarig"].includes(event.target.name)) return;
    clearTimeout(timer);
    timer = setTimeout(ask, 700);
  });
}

function lead(place) {
  const line = document.createElement("p");
  line.append(Object.assign(document.createElement("b"), { textContent: place.dataset.lead }));
  return line;
}

function list(said) {
  const all = document.createElement("ul");
  all.append(...said.map((words) => Object.assign(document.createElement("li"), { textContent: words })));
  return all;
}
