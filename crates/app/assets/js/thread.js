// Draws the lines of Röda tråden between its cards, and draws them again when anything moves.
const svg = (name, attributes) => {
  const element = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  return element;
};

export function start() {
  for (const loom of document.querySelectorAll("[data-thread]")) {
    const draw = () => lines(loom);
    new ResizeObserver(draw).observe(loom);
    document.fonts.ready.then(draw);
    loom.addEventListener("keydown", (event) => walk(loom, event));
  }
}

function lines(loom) {
  const layer = loom.querySelector(".lines");
  if (getComputedStyle(layer).display === "none") return;
  const frame = loom.getBoundingClientRect();
  layer.setAttribute("viewBox", `0 0 ${frame.width} ${frame.height}`);
  const place = (card, right) => {
    const box = card.getBoundingClientRect();
    return [(right ? box.right : box.left) - frame.left, box.top + box.height / 2 - frame.top];
  };
  const behind = [];
  const before = [];
  const add = (d, on) => (on ? before : behind).push(svg("path", on ? { d, class: "on" } : { d }));
  const on = (card) => card.classList.contains("on");

  const dot = loom.querySelector(".vision .dot")?.getBoundingClientRect();
  if (dot) {
    const x = dot.left + dot.width / 2 - frame.left;
    const y = dot.bottom - frame.top;
    for (const card of loom.querySelectorAll(".columns section:first-child:not(.whole) .node:not(.loose)")) {
      const [toX, toY] = place(card, false);
      add(`M${x} ${y}V${toY - 14}Q${x} ${toY} ${x + (toX - x) / 2} ${toY}H${toX}`, on(card));
    }
  }
  // An unfolded column tells in words what its many cards belong to.
  for (const card of loom.querySelectorAll("section:not(.whole) [data-parents]")) {
    for (const id of card.dataset.parents.split(" ")) {
      const parent = document.getElementById(id);
      if (!parent) continue;
      const [x, y] = place(parent, true);
      const [toX, toY] = place(card, false);
      const between = passed(parent, card);
      let way = bow(x, y, toX, toY);
      if (between.length) {
        const lane = Math.min(...between.map((box) => box.top)) - 6 - frame.top;
        const right = between.at(-1).right - frame.left;
        way = `${bow(x, y, between[0].left - frame.left, lane)}H${right}${bow(right, lane, toX, toY)}`;
      }
      add(`M${x} ${y}${way}`, on(card) && on(parent));
    }
  }
  layer.replaceChildren(...behind, ...before);
}

const bow = (x, y, toX, toY) => {
  const bend = (toX - x) * 0.55;
  return `C${x + bend} ${y} ${toX - bend} ${toY} ${toX} ${toY}`;
};

// The first cards of the columns between two: a line goes above them, not behind all of them.
function passed(parent, card) {
  const all = [...card.closest(".columns").querySelectorAll("section")];
  const [from, to] = [parent, card].map((one) => all.indexOf(one.closest("section")));
  return all.slice(from + 1, to).flatMap((one) => one.querySelector(".node")?.getBoundingClientRect() ?? []);
}

// Arrows move within a column, and along the thread between columns.
function walk(loom, event) {
  const card = event.target.closest(".node");
  if (!card || event.ctrlKey || event.altKey || event.metaKey) return;
  const cards = [...card.closest("ol").querySelectorAll(".node")];
  const at = cards.indexOf(card);
  const goal = {
    ArrowUp: () => cards[at - 1],
    ArrowDown: () => cards[at + 1],
    ArrowLeft: () => document.getElementById(card.dataset.parents?.split(" ")[0]),
    ArrowRight: () => loom.querySelector(`[data-parents~="${CSS.escape(card.id)}"]`),
  }[event.key]?.();
  if (!goal) return;
  event.preventDefault();
  goal.focus();
}
