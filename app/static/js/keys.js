// Keyboard shortcuts and focus. Single letters can be switched off (WCAG 2.1.4); nothing here is
// needed to work: every key only presses what stands on the page.
const OFF = "sizhen.keys.off";
const rows = () => [...document.querySelectorAll("[data-row]")].filter((row) => row.offsetParent);
const typing = (element) => element.closest("input, textarea, select, [contenteditable]");
let here = -1;

// A browser may forbid storage; then the letters work and cannot be switched off for good.
const kept = (act) => {
  try {
    return act(localStorage);
  } catch {
    return null;
  }
};
const lettersOn = () => kept((store) => store.getItem(OFF)) === null;

function step(by) {
  const all = rows();
  if (!all.length) return;
  all[here]?.classList.remove("here");
  here = Math.min(Math.max(here + by, 0), all.length - 1);
  all[here].classList.add("here");
  all[here].querySelector("a")?.focus();
}

function press(name) {
  const target = document.querySelector(`[data-key="${name}"]`);
  if (!target) return false;
  if (target.matches("input")) target.focus();
  else target.click();
  return true;
}

function submit(form) {
  const button = form?.querySelector('[data-key="Ctrl+Enter"]') ?? form?.querySelector("button.primary");
  if (!button) return press("Ctrl+Enter");
  form.requestSubmit(button);
  return true;
}

const LETTERS = {
  "/": () => press("/"),
  n: () => press("N"),
  j: () => step(1) ?? true,
  k: () => step(-1) ?? true,
  "?": () => document.getElementById("keys")?.showModal() ?? true,
};

document.addEventListener("keydown", (event) => {
  if (event.isComposing || event.altKey) return;
  const name = event.key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    const done = (name === "enter" && submit(event.target.closest("form"))) || (name === "s" && press("Ctrl+S"));
    if (done) event.preventDefault();
    return;
  }
  if (typing(event.target) || !lettersOn() || document.querySelector("dialog[open]")) return;
  if (LETTERS[name]?.()) event.preventDefault();
});

const box = document.getElementById("keys-on");
if (box) {
  box.checked = lettersOn();
  box.addEventListener("change", () =>
    kept((store) => (box.checked ? store.removeItem(OFF) : store.setItem(OFF, "1"))),
  );
}

// A form that came back with errors: the reader and the keyboard start at what is wrong.
document.getElementById("errors")?.focus();
document.addEventListener("htmx:afterSwap", () => document.getElementById("errors")?.focus());

// What is wrong is said by our own page, in Chinese, all at once; not by the browser one by one.
const posts = () => document.querySelectorAll('form[method="post"]');
const speakOurselves = () => posts().forEach((form) => (form.noValidate = true));
speakOurselves();
document.addEventListener("htmx:afterSwap", speakOurselves);

// A second press of the same button while the first is on its way does nothing.
document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method !== "post" || event.defaultPrevented) return;
  if (form.dataset.sent) event.preventDefault();
  form.dataset.sent = "1";
  setTimeout(() => delete form.dataset.sent, 5000);
});
addEventListener("pageshow", () => document.querySelectorAll("form[data-sent]").forEach((form) => delete form.dataset.sent));
