// An envelope: one command on its way. Its canonical text is what both ends hash (docs/offline.md).
import { sha256, utf8 } from "./box.js";

export const PROTOCOL = 3;

// Requests ask the centre and may be refused; all other types report what already happened.
export const REQUESTS = new Set(["agreement.draft", "agreement.finalize", "party.correct", "case.close", "handover.offer"]);

export function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") {
    if (typeof value === "number" && !Number.isInteger(value)) throw new TypeError("integers only");
    return JSON.stringify(value);
  }
  const keys = Object.keys(value).filter((key) => value[key] !== undefined).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

export const hashOf = (envelope) => sha256(utf8(canonical(envelope)));

const LONE = /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

// What people leave empty is not sent; half a character, which no other machine reads, is dropped.
export function tidy(value) {
  if (typeof value === "string") return value.replace(LONE, "").replace(/\r\n?/g, "\n").trim();
  if (Array.isArray(value)) return value.map(tidy);
  if (value === null || typeof value !== "object") return value;
  const kept = Object.entries(value).map(([key, one]) => [key, tidy(one)]);
  return Object.fromEntries(kept.filter(([, one]) => one !== undefined && one !== null && one !== ""));
}
