// Checks on one sentence that a pattern cannot express; the centre's are in app/agreements/sentences.py.
import { inWords } from "./money.js";

const FIGURES = "[0-9][0-9,]*(?:\\.[0-9]+)?";
const re = (text) => new RegExp(text.replaceAll("{F}", FIGURES), "gu");
const AMOUNT = re("({F})(万)?元");
const PAIR = re("({F})(万)?元[（(](?:人民币)?大写[:：]?(?:人民币)?([^）)]*)[）)]");
const WORDS_TAIL = /元[（(](?:人民币)?大写|[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元圆]/u;
const PAYS = /(?:支付|给付|付给|付清|偿还|归还|返还|赔偿|补偿|退还)[^。；，]{0,14}(?:款|金|费|钱|损失|工资)/u;
const DAILY = re("(?:每日|每天|日)[^。；，]{0,16}?({F})(%|‰)");
const PENALTY = re("违约金[^。；，]{0,16}?({F})%|({F})%[^。；，]{0,8}违约金");
const YEARLY = re("年(?:利率|利|息|化)[^。；，]{0,6}?({F})%");
const MONTHLY = re("月(?:利率|利|息)[^。；，]{0,6}?({F}|[一二三四五六七八九十])(%|‰|分|厘)");
const ANIMAL = /(?:牦牛|奶牛|黄牛|犏牛|绵羊|山羊|藏羊|骆驼|骡|马匹|牲畜|(?<!放)牛|羊)(?!肉|毛|皮|圈|舍|栏|绒|奶|粪|角)/u;
const COUNT = /[0-9一二两三四五六七八九十百千]+\s*(?:头|只|匹|峰|个羊单位|羊单位)/u;
const GIVES = /赔偿|赔付|返还|归还|退还|交付|给付|补偿|送还|抵/u;
const LAND = /草场|草山|草原|牧场|地块|宅基地|承包地|耕地|林地/u;
const BOUNDED = /[0-9一二两三四五六七八九十百千]+(?:\.\d+)?\s*(?:亩|公顷|平方米|米|公里)|四至|以[^。；]{1,30}为界|界(?:桩|碑|标|线)|示意图|附图|坐标|承包(?:合同|证|经营权证)/u;
const DIVIDES = /归|划|界|使用|流转|租|退|让|围栏|恢复|轮牧|放牧/u;
const ELDERS = "(?:父母|父亲|母亲|爸|妈|老人|公婆|岳父|岳母)";
const CHILDREN = "(?:子女|儿子|女儿|孩子|婚生子|婚生女|未成年)";
const WRONG = new RegExp(
  `[抚扶]养${ELDERS}|${ELDERS}由[^。；，]{0,10}[抚扶]养|[赡扶]养${CHILDREN}|${CHILDREN}由[^。；，]{0,10}[赡扶]养`, "u",
);

const number = (figures) => Number(figures.replaceAll(",", ""));
const fen = (figures, wan) => Math.round(number(figures) * 100 * (wan ? 10000 : 1));
const plain = (words) => words.replaceAll("圆", "元").replaceAll("正", "整").replace(/整$/, "").replaceAll("人民币", "");

export const hasAmount = (text) => text.search(AMOUNT) >= 0;

function usury(text, limits) {
  const share = { "%": 12, 分: 12, "‰": 1.2, 厘: 1.2 };
  const monthly = [...text.matchAll(MONTHLY)].map(([, rate, unit]) => ("一二三四五六七八九十".indexOf(rate) + 1 || number(rate)) * share[unit]);
  const yearly = [...text.matchAll(YEARLY)].map(([, rate]) => number(rate));
  return [...monthly, ...yearly].some((rate) => rate > limits.yearly + 1e-9);
}

function highPenalty(text, limits) {
  if (!/违约金|滞纳金/.test(text)) return false;
  const daily = [...text.matchAll(DAILY)];
  if (daily.some(([, rate, unit]) => number(rate) / (unit === "‰" ? 10 : 1) > limits.daily + 1e-9)) return true;
  return !daily.length && [...text.matchAll(PENALTY)].some(([, a, b]) => number(a ?? b) > limits.penalty);
}

export const SENTENCE = {
  high_penalty: highPenalty,
  usury,
  livestock_without_count: (text) => GIVES.test(text) && ANIMAL.test(text) && !COUNT.test(text),
  no_capital_words: (text) => hasAmount(text) && !WORDS_TAIL.test(text),
  pasture_without_bounds: (text) => LAND.test(text) && DIVIDES.test(text) && !BOUNDED.test(text),
  payment_without_amount: (text) => PAYS.test(text) && !/[0-9]|[壹贰叁肆伍陆柒捌玖拾佰仟]/.test(text),
  support_words_wrong: (text) => WRONG.test(text),
  words_differ_from_figures: (text) =>
    [...text.matchAll(PAIR)].some(([, figures, wan, words]) => plain(words) !== plain(inWords(fen(figures, wan)))),
};
