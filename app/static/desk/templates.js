// Fills the centre's own paper templates, which come as trees (papers.json): the same page, without
// the centre. Only what those templates use; anything else is an error, never a blank.
import { FILTERS, Safe, escape, nb, safe } from "./phrases.js";

const scopeOf = (parent) => Object.create(parent);

// What is printed: None is refused, plain words keep numbers and dates on one line.
function printed(value) {
  if (value === null || value === undefined) throw new Error("a page printed nothing");
  if (value instanceof Safe) return value.text;
  return typeof value === "string" ? nb(value.normalize("NFC").replace(/\s*\n\s*/g, " ")).text : escape(value);
}

const truth = (value) => (Array.isArray(value) ? value.length > 0 : value instanceof Safe ? value.text !== "" : Boolean(value));
const COMPARE = { gt: (a, b) => a > b, lteq: (a, b) => a <= b, gteq: (a, b) => a >= b, lt: (a, b) => a < b, eq: (a, b) => a === b, ne: (a, b) => a !== b, in: (a, b) => b.includes(a), notin: (a, b) => !b.includes(a) };

function looked(owner, name) {
  const found = owner?.[name];
  if (found === undefined) throw new Error(`no word: ${name}`);
  return found;
}

class Filling {
  constructor(trees) {
    this.trees = trees;
    this.blocks = new Map();
  }

  keywords(list, scope) {
    return Object.fromEntries(list.map(([, key, value]) => [key, this.value(value, scope)]));
  }

  value(node, scope) {
    const [kind, ...parts] = node;
    if (!this[kind]) throw new Error(`template: ${kind}`);
    return this[kind](parts, scope);
  }

  Const([value]) {
    return value;
  }
  Name([name], scope) {
    return looked(scope, name);
  }
  Getattr([owner, name], scope) {
    return looked(this.value(owner, scope), name);
  }
  Getitem([owner, key], scope) {
    return looked(this.value(owner, scope), this.value(key, scope));
  }
  Tuple([items], scope) {
    return items.map((one) => this.value(one, scope));
  }
  Dict([pairs], scope) {
    return Object.fromEntries(pairs.map(([, key, value]) => [this.value(key, scope), this.value(value, scope)]));
  }
  Not([one], scope) {
    return !truth(this.value(one, scope));
  }
  And([left, right], scope) {
    const first = this.value(left, scope);
    return truth(first) ? this.value(right, scope) : first;
  }
  Or([left, right], scope) {
    const first = this.value(left, scope);
    return truth(first) ? first : this.value(right, scope);
  }
  Add([left, right], scope) {
    return this.value(left, scope) + this.value(right, scope);
  }
  Mul([left, right], scope) {
    return this.value(left, scope) * this.value(right, scope);
  }
  Concat([items], scope) {
    const said = items.map((one) => this.value(one, scope));
    return said.some((one) => one instanceof Safe) ? safe(said.map(escape).join("")) : said.join("");
  }
  Compare([first, operands], scope) {
    let left = this.value(first, scope);
    for (const [, how, node] of operands) {
      const right = this.value(node, scope);
      if (!COMPARE[how](left, right)) return false;
      left = right;
    }
    return true;
  }
  CondExpr([test, yes, no], scope) {
    return truth(this.value(test, scope)) ? this.value(yes, scope) : no ? this.value(no, scope) : "";
  }
  Test([node, name], scope) {
    if (name !== "none") throw new Error(`test: ${name}`);
    return this.value(node, scope) === null;
  }
  Filter([node, name, args, keywords], scope) {
    if (!FILTERS[name]) throw new Error(`filter: ${name}`);
    const given = args.map((one) => this.value(one, scope));
    if (keywords.length) given.push(this.keywords(keywords, scope));
    return FILTERS[name](this.value(node, scope), ...given);
  }
  Call([callee, args, keywords], scope) {
    return this.value(callee, scope)(args.map((one) => this.value(one, scope)), this.keywords(keywords, scope));
  }

  body(nodes, scope) {
    return nodes.map((node) => this.say(node, scope)).join("");
  }

  say([kind, ...parts], scope) {
    const step = this[`say${kind}`];
    if (!step) throw new Error(`template: ${kind}`);
    return step.call(this, parts, scope) ?? "";
  }
  sayOutput([nodes], scope) {
    return nodes.map((node) => (node[0] === "TemplateData" ? node[1] : printed(this.value(node, scope)))).join("");
  }
  sayIf([test, body, elifs, otherwise], scope) {
    if (truth(this.value(test, scope))) return this.body(body, scope);
    const hit = elifs.find(([, asked]) => truth(this.value(asked, scope)));
    return this.body(hit ? hit[2] : otherwise, scope);
  }
  sayFor([target, list, body], scope) {
    const items = [...this.value(list, scope)];
    return items.map((item, n) => {
      const inner = scopeOf(scope);
      inner[target[1]] = item;
      inner.loop = { index: n + 1, index0: n, first: n === 0, last: n === items.length - 1 };
      return this.body(body, inner);
    }).join("");
  }
  sayAssign([target, node], scope) {
    scope[target[1]] = this.value(node, scope);
  }
  sayAssignBlock([target, , body], scope) {
    scope[target[1]] = safe(this.body(body, scope));
  }
  sayMacro([name, params, defaults, body], scope) {
    scope[name] = (args, named) => {
      const inner = scopeOf(scope);
      params.forEach(([, param], n) => {
        const fallback = defaults[n - params.length + defaults.length];
        inner[param] = n < args.length ? args[n] : param in named ? named[param] : this.value(fallback, scope);
      });
      return safe(this.body(body, inner));
    };
  }
  sayImport([[, name], target], scope) {
    const own = scopeOf(null);
    this.body(this.trees[name][1], own);
    scope[target] = own;
  }
  sayBlock([name, body], scope) {
    return this.body(this.blocks.get(name) ?? body, scopeOf(scope));
  }

  // A page that extends another: its blocks stand in for those of the other, its rest is set first.
  page(name, scope) {
    const nodes = this.trees[name][1];
    const parent = nodes.find(([kind]) => kind === "Extends")?.[1][1];
    if (!parent) return this.body(nodes, scope);
    for (const [kind, block, body] of nodes) if (kind === "Block" && !this.blocks.has(block)) this.blocks.set(block, body);
    this.body(nodes.filter(([kind]) => !["Extends", "Block", "Output"].includes(kind)), scope);
    return this.page(parent, scope);
  }
}

export function fill(trees, name, words) {
  return new Filling(trees).page(name, Object.assign(scopeOf(null), words)).replace(/\s*\n\s*/g, "");
}
