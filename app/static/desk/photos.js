// Photos: made small before they are kept; drawing them anew also leaves out where they were taken.
import { me, openBytes } from "./box.js";
import { open } from "./db.js";
import { all } from "./html.js";
import { keepBlob } from "./outbox.js";

const LONGEST = 1600;
const QUALITY = 0.82;

const jpeg = (canvas) => new Promise((done) => canvas.toBlob(done, "image/jpeg", QUALITY));
export const bytesOf = async (blob) => new Uint8Array(await blob.arrayBuffer());

async function small(file) {
  const image = await createImageBitmap(file);
  const share = Math.min(1, LONGEST / Math.max(image.width, image.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(image.width * share);
  canvas.height = Math.round(image.height * share);
  canvas.getContext("2d").drawImage(image, 0, 0, canvas.width, canvas.height);
  return bytesOf(await jpeg(canvas));
}

export const keepPhoto = async (file) => keepBlob(await small(file));

export async function showThumbs(root) {
  for (const img of all("img[data-sha]", root)) {
    const row = await (await open()).get("blobs", [me().id, img.dataset.sha]);
    if (!row) continue;
    const url = URL.createObjectURL(new Blob([await openBytes(row)], { type: "image/jpeg" }));
    img.onload = () => URL.revokeObjectURL(url);
    img.src = url;
  }
}
