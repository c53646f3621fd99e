// Reads a QR text of ours with no network: base45, an Ed25519 signature, then CBOR (documents/voucher.py).
// It stands in one page with the verifier before it, which gives `verifyAsync`.
{
  const ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
  const PREFIX = "MD:", VERSION = 1, SIGNATURE = 64, LONGEST = 1000;
  const MARK = new TextEncoder().encode("MDJ1");
  const key = Uint8Array.from(atob(document.body.dataset.key), (c) => c.charCodeAt(0));
  class Wrong extends Error {}

  const unpack = (words) => {
    const digits = [...words].map((c) => ALPHABET.indexOf(c));
    if (digits.includes(-1)) throw new Wrong("有不认识的字符，请重新扫描一次。");
    const bytes = [];
    for (let at = 0; at < digits.length; at += 3) {
      const [low, middle, high] = digits.slice(at, at + 3);
      if (middle === undefined) throw new Wrong("核验码不完整，请重新扫描一次。");
      const value = low + 45 * middle + 2025 * (high ?? 0);
      if (value > (high === undefined ? 255 : 65535)) throw new Wrong("核验码不完整，请重新扫描一次。");
      if (high !== undefined) bytes.push(value >> 8);
      bytes.push(value & 255);
    }
    return Uint8Array.from(bytes);
  };

  // The few kinds of CBOR that a code of ours uses; it is read only after its signature held.
  const read = (bytes) => {
    let at = 0;
    const size = (low) => {
      if (low < 24) return low;
      let value = 0;
      for (let left = 1 << (low - 24); left > 0; left -= 1) value = value * 256 + bytes[at++];
      return value;
    };
    const one = () => {
      const head = bytes[at++], count = size(head & 31);
      const part = () => bytes.slice(at, (at += count));
      switch (head >> 5) {
        case 0: return count;
        case 2: return part();
        case 3: return new TextDecoder().decode(part());
        case 4: return Array.from({ length: count }, one);
        case 5: return new Map(Array.from({ length: count }, () => [one(), one()]));
        default: throw new Wrong("核验码的内容不认识，请下载新的脱网核验页。");
      }
    };
    return one();
  };

  const check = async (typed) => {
    const text = typed.trim();
    if (!text) throw new Wrong("还没有内容。请扫描二维码，或者把扫出来的文字粘贴到上面的框里。");
    if (!text.startsWith(PREFIX) || text.length > LONGEST)
      throw new Wrong("这不是调解文书的二维码。只有十位核验码的，要联网到核验网页去查。");
    const raw = unpack(text.slice(PREFIX.length));
    if (raw[0] !== VERSION) throw new Wrong("二维码的版本不认识，请下载新的脱网核验页。");
    const facts = raw.slice(1 + SIGNATURE);
    const signed = Uint8Array.from([...MARK, ...facts]);
    const holds = await verifyAsync(raw.slice(1, 1 + SIGNATURE), signed, key).catch(() => false);
    if (!holds) throw new Wrong("不是本县签发的二维码，或者内容被改过。请不要相信这份文书。");
    return read(facts);
  };

  const day = (number) => number
    ? `${Math.floor(number / 10000)}年${Math.floor(number / 100) % 100}月${number % 100}日` : "没有写";
  const yuan = (fen) => fen ? `${(fen / 100).toFixed(2)} 元` : "没有写金额";
  const said = (facts) => [
    ["编号", facts.get(1) || "没有编号"], ["日期", day(facts.get(2))], ["页数", `${facts.get(4)} 页`],
    ["当事人", facts.get(5).join("、") || "没有写"], ["金额合计", yuan(facts.get(6))],
    ["最早的履行期限", day(facts.get(7))],
  ];

  const at = (id) => document.getElementById(id);
  const tell = (good, words, rows) => {
    at("answer").className = good ? "good" : "bad";
    at("words").textContent = words;
    at("facts").replaceChildren(...rows.map((row) => {
      const line = document.createElement("tr");
      for (const [place, text] of row.entries()) {
        const cell = document.createElement(place ? "td" : "th");
        cell.textContent = text;
        line.append(cell);
      }
      return line;
    }));
    at("answer").hidden = false;
  };
  const answer = async () => {
    try {
      const facts = await check(at("text").value);
      tell(true, "二维码是真的。请把下面几样和纸上印的逐项对照，有一样对不上就不要相信。", said(facts));
    } catch (error) {
      tell(false, error instanceof Wrong ? error.message : "没有读出来，请重新扫描一次。", []);
    }
  };
  at("ask").addEventListener("submit", (event) => { event.preventDefault(); answer(); });

  // A picture of the code, where the browser can read one.
  if ("BarcodeDetector" in window) {
    at("photo").hidden = false;
    at("picture").addEventListener("change", async (event) => {
      try {
        const picture = await createImageBitmap(event.target.files[0]);
        const [found] = await new BarcodeDetector({ formats: ["qr_code"] }).detect(picture);
        if (!found) throw new Wrong();
        at("text").value = found.rawValue;
        await answer();
      } catch {
        tell(false, "照片里没有找到二维码。请靠近一些，把二维码拍平、拍清楚。", []);
      }
    });
  }
}
