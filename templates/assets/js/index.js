/* Looks things up in the index of the site: the scripts in search/, made by sitegen/pages/finding, which run from a
   file too. What was loaded stays loaded. Entries are numbers; those of stories are their reading order. */
(() => {
'use strict';
const site = sitegen, held = {}, loading = {}, parsed = {}, worth = [0, 0.6, 1.6, 3];
const root = document.currentScript.src.replace(/assets\/[^/]*$/, '');
const digits = [];
[...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'].forEach((sign, n) => digits[sign.charCodeAt()] = n);
const signs = '\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\u{20000}-\u{3ffff}';
const run = /[\p{L}\p{M}\p{N}]+/gu, spoken = /[\p{L}\p{M}\p{N}'\u2018\u2019\u02bc]+/gu;
const pieces = new RegExp(`[${signs}]+|[^${signs}]+`, 'gu'), ideograph = new RegExp(`[${signs}]`, 'u');
let index;

site.put = (path, value) => held[path] = value;

const load = path => loading[path] ||= new Promise(done => {
  const script = document.createElement('script'), version = index?.v[path.slice(7)];
  script.src = root + path.split('/').map(encodeURIComponent).join('/') + '.js' + (version ? '?' + version : '');
  script.onload = script.onerror = () => done(held[path]);
  document.head.append(script);
});

/* The manifest; nothing where there is no index that can be read. */
site.ready = async () => index = await load('search/manifest');

/* What a file holds: data by key, in their order; keys as `cutting.py` shortens them. */
async function lines(name) {
  if (parsed[name]) return parsed[name];
  const data = new Map(), text = await load('search/' + name);
  let key = '';
  for (const line of text ? text.split('\n') : []) {
    const at = line.indexOf('|');
    key = key.slice(0, digits[line.charCodeAt()]) + line.slice(1, at);
    data.set(key, (data.get(key) || '') + line.slice(at + 1));
  }
  return parsed[name] = data;
}

/* Packed numbers; one that is odd and `paired` takes the digit behind it along. */
function numbers(data, paired) {
  const found = [];
  let value = 0, shift = 0;
  for (let at = 0; at < data.length; at += 1) {
    const digit = digits[data.charCodeAt(at)];
    value += (digit & 31) << shift;
    shift += 5;
    if (digit > 31) continue;
    found.push(value);
    if (paired) found.push(value & 1 ? digits[data.charCodeAt(at += 1)] : 1);
    value = shift = 0;
  }
  return found;
}

/* What stories are filtered and sorted by: for each key of `facet_data.py` what it holds. */
site.facets = async () => {
  const all = {};
  for (const one of await Promise.all(index.f.map(lines))) {
    for (const [key, data] of one) all[key] = (all[key] || '') + data;
  }
  return {
    order: key => numbers(all[key] || ''),
    stories: key => { let at = -1; return numbers(all[key] || '').map(step => at += step); },
    figures: key => {
      let at = -1;
      return JSON.parse(`[${all[key] || ''}]`).map(([step, low, high = low]) => ({ story: at += step, low, high }));
    }
  };
};

const pairs = piece => {
  const each = [...piece];
  return each.length < 2 || !ideograph.test(piece) ? [piece] : each.slice(1).map((sign, n) => each[n] + sign);
};

/* The words of a text, as sitegen/pages/finding/words.py makes them. */
site.words = text => (site.folded(text).match(run) || []).flatMap(word => ideograph.test(word) ? word.match(pieces).flatMap(pairs) : word);

/* The last word may be the beginning of one, unless it is a single letter. */
function asked(text) {
  return site.words(text).map((word, n, all) => ({ word, begins: n === all.length - 1 && (word.length > 1 || ideograph.test(word)) }));
}

/* The places of a word: rare words are worth more, and most in titles and names. False where it is nowhere. */
async function places({ word, begins }) {
  const is = term => begins ? term.startsWith(word) : term === word, scores = new Float32Array(index.n), terms = Object.create(null);
  const shards = index.s.filter(([key], n) => (key <= word || is(key)) && (index.s[n + 1]?.[0] ?? word) >= word);
  for (const data of await Promise.all(shards.map(([, name]) => lines(name)))) {
    for (const [term, packed] of data) if (is(term)) terms[term] = (terms[term] || '') + packed;
  }
  for (const term in terms) {
    const found = numbers(terms[term], true), rare = Math.log(1 + index.n / (found.length / 2 + 0.5));
    const like = rare * (term === word ? 1 : 0.4 + 0.4 * word.length / term.length);
    let at = -1;
    for (let n = 0; n < found.length; n += 2) {
      const times = found[n + 1] & 15;
      at += found[n] >> 1;
      scores[at] = Math.max(scores[at], like * (worth[found[n + 1] >> 4] + times / (times + 1)));
    }
  }
  return Object.keys(terms).length > 0 && scores;
}

/* The same; a word that nothing has is taken as the beginning of others. */
async function scored(one) {
  const scores = await places(one);
  if (scores || one.begins || one.word.length < 3) return scores;
  one.begins = true;
  return places(one);
}

/* Entries that have every word, the best first; the words as they were taken; those that no entry has. */
site.find = async text => {
  const words = asked(text), each = await Promise.all(words.map(scored)), hits = [], total = {};
  if (words.length && each.every(Boolean)) {
    for (let entry = 0; entry < index.n; entry += 1) {
      if (each.every(scores => scores[entry])) hits.push(entry);
      total[entry] = each.reduce((sum, scores) => sum + scores[entry], 0);
    }
  }
  hits.sort((a, b) => total[b] - total[a] || a - b);
  return { hits, words, missing: words.filter((_, n) => !each[n]).map(one => one.word) };
};

/* What a list shows of entries. */
site.rows = async entries => {
  const tables = {}, of = entry => Math.floor(entry / 200);
  await Promise.all(entries.map(of).map(async n => tables[n] = await load(`search/d-${(n + '').padStart(3, 0)}`)));
  return entries.filter(entry => tables[of(entry)]).map(entry => {
    const [shared, rows] = tables[of(entry)], cells = rows.split('\n')[entry % 200].split('|').map(cell => cell[0] === '^' ? shared[cell.slice(1)] : cell);
    const [folder, step, title, mark, edition, place, about = '', section = '', passages, ...spec] = cells, address = folder + step;
    return { entry, address, href: root + address.replace(/\/$/, '/index.html'), title, kicker: [mark, edition].filter(Boolean).join(', '), place, about, section, passages, spec };
  });
};

const fits = (said, { word, begins }) => ideograph.test(word) ? said.includes(word) : begins ? said.startsWith(word) : said === word;

/* The words of a text with their places, each with the number of the asked one that it is (or -1). */
const heard = (text, words) => [...text.matchAll(spoken)].map(({ 0: said, index: from }) => {
  const small = site.folded(said);
  return { from, to: from + said.length, is: words.findIndex(one => fits(small, one)) };
});

/* A text as nodes, the words that were asked for marked. */
site.marked = (text, words) => {
  const nodes = [];
  let at = 0;
  for (const { from, to, is } of heard(text, words)) {
    if (is < 0) continue;
    nodes.push(text.slice(at, from), site.node('mark', text.slice(from, to)));
    at = to;
  }
  return [...nodes, text.slice(at)];
};

/* Some thirty words of a passage, with as many of those asked for as stand together. */
function best([id, heading, text], words) {
  const said = heard(text, words), above = heard(heading, words), kinds = list => new Set(list.map(one => one.is).filter(is => is >= 0)).size;
  let count = kinds(above) - 0.5, from = 0;
  said.forEach(({ is }, n) => {
    const more = is < 0 ? 0 : kinds([...above, ...said.slice(n, n + 24)]);
    if (more > count) { count = more; from = Math.max(n - 6, 0); }
  });
  const begin = from && said[from].from, end = said[from + 30];
  return { id, heading, count, text: (from ? '\u2026 ' : '') + (end ? text.slice(begin, end.to) + ' \u2026' : text.slice(begin)) };
}

/* Where the words stand on the page of a row: text, id and heading; nothing where its text has none of them. */
site.passage = async (row, words) => {
  if (!row.passages) return null;
  const path = row.address + 'passages', [count, begin] = await load(path) || [1, []];
  const others = await Promise.all(Array.from({ length: count - 1 }, (_, n) => load(`${path}-${n + 2}`)));
  return [...begin, ...others.flatMap(one => one ? one[1] : [])].map(passage => best(passage, words)).reduce((most, one) => one.count > (most?.count ?? 0) ? one : most, null);
};

/* The pairs of letters of a word, its beginning and its end. */
const couples = word => [...word + ' '].map((letter, n, all) => (all[n - 1] || ' ') + letter);

/* The text with the likest word of the site for each that it lacks: by the letters that stand together in both. */
async function likest(text, missing) {
  const known = (await load('search/words') || '').split(' '), instead = Object.create(null);
  for (const word of missing) {
    const own = new Set(couples(word));
    let most = 0.55;
    for (const other of known) {
      const pairs = couples(other), like = Math.abs(other.length - word.length) < 3 ? 2 * pairs.filter(pair => own.has(pair)).length / (pairs.length + own.size) : 0;
      if (like > most) { most = like; instead[word] = other; }
    }
  }
  return missing.every(word => instead[word]) && text.replace(spoken, said => instead[site.folded(said)] || said);
}

/* Asks whether another word was meant where nothing has one of those that were typed. */
site.suggest = async (text, found, act) => {
  const meant = site.part('meant'), query = site.part('q'), instead = found && found.missing.length && await likest(text, found.missing);
  if (query.value.trim() !== text) return;
  meant.hidden = !instead;
  meant.replaceChildren('Did you mean ', site.button('', () => { query.value = instead; act(true); query.focus(); }, instead || ''), '?');
};
})();
