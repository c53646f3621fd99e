// Where people sign with a finger: the strokes are kept beside the picture of them.
import SignaturePad from "../vendor/signature_pad-5.1.4.js";
import { utf8 } from "./box.js";
import { all } from "./html.js";
import { keepBlob } from "./outbox.js";
import { bytesOf } from "./photos.js";

// Give every canvas of a form its pad, with what was drawn before.
export function padsOf(form, valueAt, changed) {
  const pads = new Map();
  for (const canvas of all("canvas[data-ink]", form)) {
    const ratio = Math.max(devicePixelRatio || 1, 1);
    canvas.width = canvas.offsetWidth * ratio;
    canvas.height = canvas.offsetHeight * ratio;
    canvas.getContext("2d").scale(ratio, ratio);
    const pad = new SignaturePad(canvas, { minWidth: 0.8, maxWidth: 2.6, backgroundColor: "#fff" });
    const drawn = valueAt(canvas.dataset.ink);
    if (drawn?.length) pad.fromData(drawn);
    pad.addEventListener("endStroke", changed);
    pads.set(canvas.dataset.ink, pad);
  }
  return pads;
}

// The picture and the strokes of one hand, as attachments.
export async function inked(pad, signer) {
  if (!pad || pad.isEmpty()) return [];
  const picture = await new Promise((done) => pad.canvas.toBlob(done, "image/png"));
  const strokes = { signer, drawn_at: new Date().toISOString(), strokes: pad.toData() };
  return [await keepBlob(await bytesOf(picture)), await keepBlob(utf8(JSON.stringify(strokes)))];
}
