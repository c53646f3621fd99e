// The intake form at the keyboard: Enter goes to the next field, Alt+A adds a party. Without this
// file everything still works: Enter looks up, the button adds.
const form = document.getElementById("intake");
const FIELDS = "input:not([type=hidden]), select, textarea";
const shown = (one) => (one.checkVisibility ? one.checkVisibility() : one.offsetParent !== null);

function next(from) {
  const all = [...form.querySelectorAll(FIELDS)].filter((one) => shown(one) && !one.disabled);
  all[all.indexOf(from) + 1]?.focus();
}

form?.addEventListener("keydown", (event) => {
  if (event.isComposing || event.ctrlKey || event.metaKey) return;
  if (event.altKey && event.key.toLowerCase() === "a") {
    form.querySelector('[data-key-alt="a"]')?.click();
    event.preventDefault();
    return;
  }
  const field = event.target;
  if (event.key !== "Enter" || event.altKey || !field.matches("input, select")) return;
  event.preventDefault();
  next(field);
});

// A form that came back: start at the first field that is wrong.
form?.querySelector('[aria-invalid="true"]')?.focus();
