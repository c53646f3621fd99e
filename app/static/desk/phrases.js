// How data become words on paper, as the centre says them (documents/words.py).
import { inFigures, inWords } from "./money.js";

export class Safe {
  constructor(text) {
    this.text = text;
  }
  toString() {
    return this.text;
  }
}
const ESCAPED = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" };
export const escape = (value) => (value instanceof Safe ? value.text : String(value).replace(/[&<>"']/g, (c) => ESCAPED[c]));
export const safe = (text) => new Safe(text);

const UNITS = "号|条|万?元|亩|公顷|米|千米|公里|平方米|头|只|匹|斤|公斤|吨|份|日|天|[%％]";
const RUN = new RegExp(
  `(?<entity>&#?\\w+;)|(?<kept>\\d{4}年|\\d{1,2}月\\d{1,2}日|\\d{1,2}时\\d{1,2}分|人民币\\d[\\d,.]*万?元|第?\\d[\\d,.]*(?:${UNITS})|[A-Za-z0-9*]+(?:[-/.,:_@#*+][A-Za-z0-9*]+)*)`, "gu",
);
const PIECE = /[A-Za-z0-9]{1,8}[^A-Za-z0-9]?|./gsu;
const WIDEST = 7.5; // em
const HALF_WIDTH = 0.55; // em
const CURRENCY = "人民币";
const CSS_UNSAFE = /[^0-9A-Za-z·\u3000-\u303d\u3400-\u9fff（）：，、—\u{20000}-\u{323af}]/gu;

function kept(run, ...more) {
  const { entity } = more.at(-1);
  if (entity || [...run].length === 1) return run;
  if (width(run) <= WIDEST) return `<span class="nb">${run}</span>`;
  if (run.startsWith(CURRENCY)) return CURRENCY + run.slice(CURRENCY.length).replace(RUN, kept);
  return run.match(PIECE).join("\u200b");
}

const width = (run) => [...run].reduce((sum, c) => sum + (c < "\x80" ? HALF_WIDTH : 1), 0);

export const nb = (text) => safe(escape(text).replace(RUN, kept));

const DIGITS = "零一二三四五六七八九";
function countCn(number) {
  if (!(number > 0 && number < 100)) return String(number);
  const tens = Math.floor(number / 10);
  const ones = number % 10;
  return (tens > 1 ? DIGITS[tens] : "") + (tens ? "十" : "") + (ones ? DIGITS[ones] : "");
}

const lines = (text) => text.split(/\r\n|[\n\r\v\f\u0085\u2028\u2029]/).map((one) => one.trim()).filter(Boolean);

function dateCn(day) {
  const [year, month, date] = day.split("-").map(Number);
  return nb(`${year}年${month}月${date}日`);
}

function moneyCn(yuan) {
  const fen = Math.round(Number(yuan) * 100);
  return safe(`${nb(`人民币${inFigures(fen)}元`)}（大写：${inWords(fen)}）`);
}

function* grouped(list, size) {
  for (let n = 0; n < list.length; n += size) yield list.slice(n, n + size);
}

export const FILTERS = {
  e: (value) => safe(escape(value)),
  nb,
  paragraphs: (text) => safe(lines(text).map((line) => `<p>${nb(line)}</p>`).join("")),
  date_cn: dateCn,
  money_cn: moneyCn,
  count_cn: countCn,
  spread: (label) => ([...label].length === 2 ? [...label].join("\u3000") : label),
  css_string: (text) => safe(`"${text.replace(CSS_UNSAFE, (c) => `\\${c.codePointAt(0).toString(16).padStart(6, "0")}`)}"`),
  length: (list) => list.length,
  list: (list) => [...list],
  batch: (list, size) => [...grouped([...list], size)],
  replace: (text, from, to) => text.replaceAll(from, to),
  map: (list, { attribute }) => list.map((one) => one[attribute]),
};
