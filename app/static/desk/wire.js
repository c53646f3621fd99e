// One way to the centre: every answer is read here, so that nothing else is taken for the centre.
import { wipe } from "./box.js";
import { device } from "./db.js";

const CALL = 60000; // ms; a piece of 64 KB takes 8 s over 64 kbit/s
const SHORT = 15000;
let token = null;

// Stop: the run cannot go on. `why`: away, sign-in, other, stopped, forbidden, password.
export class Stop extends Error {
  constructor(why, sentence = "") {
    super(why);
    this.why = why;
    this.sentence = sentence;
  }
}

function timeout(ms) {
  const aborter = new AbortController();
  setTimeout(() => aborter.abort(), ms);
  return aborter.signal;
}

async function fetched(path, { method = "GET", body, raw, long = false }) {
  const headers = { "X-Device": await device() };
  if (method !== "GET") headers["X-CSRFToken"] = token ?? "";
  if (body !== undefined) headers["Content-Type"] = "application/json";
  if (raw) headers["Content-Type"] = "application/octet-stream";
  const sent = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const how = { method, headers, body: sent, credentials: "same-origin", cache: "no-store", redirect: "manual" };
  try {
    return await fetch(path, { ...how, signal: timeout(long ? CALL : SHORT) });
  } catch {
    throw new Stop("away");
  }
}

// A captive portal answers 200 with a page: that is not the centre.
async function spoken(answer) {
  try {
    return await answer.json();
  } catch {
    throw new Stop(answer.status >= 500 ? "busy" : "away");
  }
}

async function refuse(status, said) {
  if (status === 401) throw new Stop("sign-in");
  if (status === 403 && said.error === "revoked") {
    await wipe();
    throw new Stop("stopped");
  }
  if (status === 403) throw new Stop(said.error === "password" ? "password" : "forbidden", said.sentence);
}

export async function call(path, options = {}) {
  const answer = await fetched(path, options);
  const said = await spoken(answer);
  await refuse(answer.status, said);
  if (answer.status === 419 && !options.again) {
    await session();
    return call(path, { ...options, again: true });
  }
  return { status: answer.status, said };
}

// Asked at the start of every run: pages are old, tokens must not be.
export async function session() {
  const { status, said } = await call("/api/offline/session");
  if (status !== 200 || said.ok !== true) throw new Stop("away");
  token = said.csrf;
  return said;
}

export async function must(path, options) {
  const { status, said } = await call(path, options);
  if (status >= 300) throw new Stop("busy", said.sentence);
  return said;
}
