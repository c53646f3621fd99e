// Text into markup, always escaped; and the few things every screen does.
const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

class Markup {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}

function said(value) {
  if (value instanceof Markup) return value.text;
  if (Array.isArray(value)) return value.map(said).join("");
  if (value === null || value === undefined || value === false) return "";
  return String(value).replace(/[&<>"']/g, (c) => ESCAPED[c]);
}

export const html = (parts, ...values) =>
  new Markup(parts.reduce((text, part, n) => text + said(values[n - 1]) + part));

export const find = (selector, root = document) => root.querySelector(selector);
export const all = (selector, root = document) => [...root.querySelectorAll(selector)];
export const main = () => find("#main");

// Every new screen begins at its heading: the keyboard and the screen reader start there.
export function show(markup) {
  main().innerHTML = String(markup);
  const heading = find("h1", main());
  if (heading) {
    heading.tabIndex = -1;
    heading.focus();
  }
  scrollTo(0, 0);
}

let fading = 0;
export function tell(sentence, tone = "green") {
  const box = find("#told");
  box.textContent = sentence;
  box.className = `told-now ${tone}`;
  clearTimeout(fading);
  if (tone !== "red") fading = setTimeout(() => (box.textContent = ""), 8000);
}

export const quiet = () => tell("");

const two = (n) => String(n).padStart(2, "0");
export const dayOf = (at) => `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
export const timeOf = (at) => `${two(at.getHours())}:${two(at.getMinutes())}`;
export const today = () => dayOf(new Date());
export const moment = (ms) => `${dayOf(new Date(ms))} ${timeOf(new Date(ms))}`;
export const yuan = (fen) => (fen / 100).toFixed(2).replace(/\.00$/, "");
