// Two people changed the same text: both are shown at the field, and one chooses. Nothing is lost.
const make = (name, attributes = {}, ...content) => {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...content);
  return element;
};

export function showConflict(place, other, words, decide) {
  const mine = place.value;
  const fill = (text = "") => text.replace("{who}", other.theirs_by).replace("{time}", other.theirs_at);
  if (mine === undefined || mine === other.theirs) return decide(other.version);
  place.dataset.conflict = "";
  const [left, right] = marked(mine, other.theirs);
  const panel = make("div", { class: "conflict", role: "group", tabindex: "-1", "aria-label": fill(words.conflict) });
  const choice = (text, value) => {
    const button = make("button", { type: "button", class: "button secondary small" }, text ?? "");
    button.addEventListener("click", () => {
      delete place.dataset.conflict;
      panel.remove();
      place.value = value;
      place.focus();
      decide(other.version);
    });
    return button;
  };
  panel.append(
    make("p", {}, make("b", {}, fill(words.conflict))),
    make("div", { class: "conflict-texts" },
      make("div", {}, make("b", {}, fill(words.mine)), ...left),
      make("div", {}, make("b", {}, fill(words.theirs)), ...right)),
    make("div", { class: "row tight" },
      choice(fill(words.keepMine), mine),
      choice(fill(words.keepTheirs), other.theirs),
      choice(fill(words.keepBoth), `${mine}\n\n${other.theirs}`)),
    make("p", { class: "fine" }, words.nothingLost ?? ""),
  );
  place.after(panel);
  panel.scrollIntoView({ block: "nearest" });
}

// The words between the common beginning and the common end are what differs.
function marked(mine, theirs) {
  const a = mine.split(/(?<=\s)/);
  const b = theirs.split(/(?<=\s)/);
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < Math.min(a.length, b.length) - head && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const cut = (parts, tag) => [
    parts.slice(0, head).join(""),
    make(tag, {}, parts.slice(head, parts.length - tail).join("")),
    parts.slice(parts.length - tail).join(""),
  ];
  return [cut(a, "ins"), cut(b, "del")];
}
