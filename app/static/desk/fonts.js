// The faces that papers are printed in: large, so fetched once, when there is a network, and kept
// apart from the shell. Without them a paper prints, but may break its pages elsewhere.
const KEPT = "faces-1";
const FACES = [
  ["Noto Serif SC", "400", "NotoSerifSC_400Regular.ttf"],
  ["Noto Serif SC", "700", "NotoSerifSC_700Bold.ttf"],
  ["Noto Sans SC", "500", "NotoSansSC_500Medium.ttf"],
];
const addressOf = (file) => `/desk/faces/${file}`;

export async function haveFonts() {
  const cache = await caches.open(KEPT);
  for (const [, , file] of FACES) if (!(await cache.match(addressOf(file)))) return false;
  return use(cache);
}

let used = false;
async function use(cache) {
  if (used) return true;
  for (const [family, weight, file] of FACES) {
    const bytes = await (await cache.match(addressOf(file))).arrayBuffer();
    document.fonts.add(await new FontFace(family, bytes, { weight }).load());
  }
  used = true;
  return true;
}

// Only over a line that bears it: 22 MB are two minutes at 1.5 Mbit/s, an hour at 64 kbit/s.
export async function fetchFonts() {
  const line = navigator.connection;
  if (line?.saveData || (line?.downlink ?? 10) < 1) return;
  const cache = await caches.open(KEPT);
  for (const [, , file] of FACES) {
    const address = addressOf(file);
    if (await cache.match(address)) continue;
    const answer = await fetch(address, { credentials: "omit" });
    if (answer.ok) await cache.put(address, answer);
  }
}
