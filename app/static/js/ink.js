// The pad on which one person signs: the strokes travel as signature_pad gives them, never a picture.
import SignaturePad from "../vendor/signature_pad-5.1.4.js";

const form = document.querySelector("form[data-ink]");
const canvas = form.querySelector("canvas.pad");
const ratio = Math.max(devicePixelRatio || 1, 1);
canvas.width = canvas.offsetWidth * ratio;
canvas.height = canvas.offsetHeight * ratio;
canvas.getContext("2d").scale(ratio, ratio);
const pad = new SignaturePad(canvas, { minWidth: 0.8, maxWidth: 2.6, backgroundColor: "#fff" });

form.querySelector("[data-clear]").addEventListener("click", () => pad.clear());
form.addEventListener("submit", () => {
  form.elements.strokes.value = JSON.stringify(pad.toData());
  form.elements.width.value = canvas.offsetWidth;
  form.elements.height.value = canvas.offsetHeight;
});
