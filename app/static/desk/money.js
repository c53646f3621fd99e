// Amounts as banks and courts read them: 1020.5 → 壹仟零贰拾元伍角整, 1,020.50. Whole fen only.
const DIGITS = "零壹贰叁肆伍陆柒捌玖";
const PLACES = ["", "拾", "佰", "仟"];
const UNITS = [[1e8, "亿"], [1e4, "万"]];

function belowTenThousand(number) {
  let words = "";
  let gap = false;
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(number / 10 ** place) % 10;
    if (!digit) gap = Boolean(words);
    else {
      words += (gap ? "零" : "") + DIGITS[digit] + PLACES[place];
      gap = false;
    }
  }
  return words;
}

function whole(number) {
  for (const [unit, name] of UNITS) {
    if (number < unit) continue;
    const low = number % unit;
    return whole(Math.floor(number / unit)) + name + (low && low < unit / 10 ? "零" : "") + whole(low);
  }
  return belowTenThousand(number);
}

function cents(jiao, fen, hasYuan) {
  if (!jiao && !fen) return "整";
  if (!fen) return `${DIGITS[jiao]}角整`;
  return (jiao ? `${DIGITS[jiao]}角` : hasYuan ? "零" : "") + `${DIGITS[fen]}分`;
}

export function inWords(fen) {
  if (!fen) return "零元整";
  const yuan = Math.floor(fen / 100);
  return (yuan ? `${whole(yuan)}元` : "") + cents(Math.floor((fen % 100) / 10), fen % 10, yuan > 0);
}

export function inFigures(fen) {
  const yuan = String(Math.floor(fen / 100)).replace(/\B(?=(\d{3})+$)/g, ",");
  return fen % 100 ? `${yuan}.${String(fen % 100).padStart(2, "0")}` : yuan;
}
