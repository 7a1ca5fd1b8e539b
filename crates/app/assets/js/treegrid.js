// Röda tråden as a list: arrows move between the rows, right opens a branch and left closes it or goes
// to the row above it. What is opened is fetched as a whole page, and its rows take the place of ours.
export function start() {
  const table = document.querySelector("[data-treegrid]");
  const rows = () => [...table.querySelectorAll("tbody tr")];
  const levelOf = (row) => Number(row.getAttribute("aria-level"));
  const stand = (row) => {
    for (const other of rows()) other.tabIndex = other === row ? 0 : -1;
  };
  const go = (row) => {
    if (!row) return;
    stand(row);
    row.focus();
  };
  stand(rows()[0]);

  table.addEventListener("focusin", (event) => {
    const row = event.target.closest("tbody tr");
    if (row) stand(row);
  });
  table.addEventListener("click", (event) => {
    const link = event.target.closest("[data-turn]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    turn(link, document.activeElement === link);
  });
  table.addEventListener("keydown", (event) => {
    const row = event.target.closest("tbody tr");
    if (!row || event.ctrlKey || event.altKey || event.metaKey) return;
    const all = rows();
    const at = all.indexOf(row);
    const open = row.getAttribute("aria-expanded");
    const link = row.querySelector("[data-turn]");
    const move = {
      ArrowDown: () => go(all[at + 1]),
      ArrowUp: () => go(all[at - 1]),
      Home: () => go(all[0]),
      End: () => go(all.at(-1)),
      ArrowRight: () => (open === "true" ? go(all[at + 1]) : open && turn(link)),
      ArrowLeft: () => {
        if (open === "true") return turn(link);
        const above = all.slice(0, at).reverse();
        go(above.find((other) => levelOf(other) < levelOf(row)));
      },
      Enter: () => event.target === row && row.querySelector("th a:not([data-turn])").click(),
      " ": () => event.target === row && row.querySelector("[type=checkbox]")?.click(),
    }[event.key];
    if (!move || event.target.matches("input") || (event.target !== row && !event.key.startsWith("Arrow")))
      return;
    event.preventDefault();
    move();
  });

  async function turn(link, keepLink) {
    const row = link.closest("tr");
    const at = rows().indexOf(row);
    const chosen = rows().filter((one) => one.querySelector(":checked")).map((one) => one.dataset.row);
    try {
      const answer = await fetch(link.href);
      if (!answer.ok) throw new Error(answer.status);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      for (const part of ["[data-treegrid] tbody", ".pages", ".listed>[name=fran]"]) {
        const [old, next] = [document, page].map((one) => one.querySelector(part));
        if (old && next) old.replaceWith(document.adoptNode(next));
        else if (old) old.remove();
      }
      history.replaceState(null, "", link.href);
      for (const one of rows()) {
        const box = one.querySelector("[type=checkbox]");
        if (box && chosen.includes(one.dataset.row)) box.checked = true;
      }
      const same = rows()[at] ?? rows()[0];
      stand(same);
      (keepLink ? same.querySelector("[data-turn]") : same)?.focus();
    } catch {
      location.assign(link.href);
    }
  }
}
