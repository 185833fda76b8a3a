/* Filters, sorts and compares all stories. Without it the page is a list, and each value leads to its own page.
   What is chosen stands in the page's own boxes and in the address, and nowhere else. */
(async () => {
'use strict';
const site = sitegen, { node, part, all } = site, list = part('res'), facets = part('facets'), index = facets && await site.ready();
if (!index) return;
const data = await site.facets(), total = index.stories, stories = Array.from({ length: total }, (_, n) => n), items = [...list.children], batch = total > items.length ? 50 : total;
const query = part('q'), sort = part('sort'), chips = part('chips'), more = part('more'), figures = {}, options = [], ranges = [], wishes = all('.wishes [name]');
const orders = { newest: data.order('#date'), title: data.order('#title') };
let turn = 0, shown, limit, found, near;

/* The figures of a measure by story. */
function of(measure) {
  const by = figures[measure] ||= new Map();
  if (!by.size) data.figures('=' + measure).forEach(figure => by.set(figure.story, [...by.get(figure.story) || [], figure]));
  return by;
}

/* A link to a value's own page becomes a box to tick. */
all('details', facets).forEach(details => {
  const summary = details.children[0], title = summary.textContent, { facet, unit } = details.dataset, [from, to] = all('.range input', details);
  details.children[1].ariaLabel = title;
  all('li', details).forEach(item => {
    const [link] = item.children, box = node('input'), { value } = item.dataset, text = link.textContent;
    box.type = 'checkbox';
    link.replaceWith(node('label', box, node('span', text)));
    options.push({ box, facet, value, item, words: `${title}: ${text}`, stories: data.stories(`${facet}/${value}`), off: () => box.checked = false });
  });
  if (from) ranges.push({ from, to, facet, title, unit });
  if (matchMedia('(max-width:999px)').matches) details.open = false;
});
all('[data-script], .plain').forEach(each => each.hidden = !each.hidden);
facets.role = 'group';
facets.ariaLabel = 'Filter the stories';

/* Everything that is chosen: its name and value in the address, its words, how it is taken back. */
function active() {
  const text = query.value.trim(), chosen = options.filter(({ box }) => box.checked).map(each => ({ ...each, name: each.facet }));
  for (const { from, to, facet, title, unit } of ranges.filter(each => each.from.value + each.to.value)) {
    const least = from.value === '' ? -1 : from.value, most = to.value || Infinity;
    chosen.push({ name: facet, value: `${from.value}..${to.value}`, off: () => from.value = to.value = '',
      words: `${title}: ${from.value && 'from ' + from.value + unit} ${to.value && 'to ' + to.value + unit}`,
      stories: [...of(facet)].filter(([, each]) => each.some(({ low, high }) => (low ?? 0) <= most && (high ?? Infinity) >= least)).map(([story]) => story) });
  }
  for (const wish of wishes.filter(each => each.value)) {
    chosen.push({ name: 'my-' + wish.name, value: wish.value, off: () => wish.value = '', wish, near: wish.selectedOptions && new Set(options.find(each => each.facet === wish.name && each.value === wish.value).stories), words: wish.selectedOptions ? wish.selectedOptions[0].text : `${wish.dataset.label} ${wish.value}${wish.dataset.unit}` });
  }
  return text ? [...chosen, { name: 'q', value: text, words: 'Search: ' + text, off: () => query.value = '' }] : chosen;
}

const grouped = chosen => chosen.reduce((by, each) => { (by[each.name] ||= []).push(each); return by; }, Object.create(null));

/* How many groups of choices each story fails, and the last of them: a facet's own numbers leave its choices out. */
function failing(chosen) {
  const fails = new Uint8Array(total), last = [], missing = (within, name, by) => {
    const has = new Set(within);
    stories.forEach(story => { if (!has.has(story)) { fails[story] += by; last[story] = name; } });
  };
  for (const [name, group] of Object.entries(grouped(chosen.filter(each => each.stories)))) missing(group.flatMap(each => each.stories), name, 1);
  if (found) missing(found.hits, '', 2);
  return { fails, last };
}

const better = (a, b) => b.worth - a.worth;

/* How like a story is to the reader's own school, and in what: facts that are not stated count nothing. */
function alike(story, wished) {
  const like = wished.flatMap(({ value, words, near: within, wish: { name, dataset: { label, unit } } }) => {
    const { weight, scale, ratio } = index.like[name];
    if (within) return { text: words, worth: within.has(story) ? weight : 0 };
    return (of(name).get(story) || []).map(({ low, high }) => {
      const at = Math.min(Math.max(value, low ?? 0), high ?? Infinity), far = ratio ? Math.abs(Math.log(Math.max(at, 1) / Math.max(value, 1))) : Math.abs(at - value);
      return { text: `${label} ${low === high ? '' : low === null ? 'under ' : high === null ? 'over ' : low + ' to '}${high ?? low}${unit}`, worth: weight * (1 - far / scale) };
    }).sort(better).slice(0, 1);
  }).filter(each => each.worth > 0).sort(better);
  return { worth: like.reduce((sum, each) => sum + each.worth, 0), why: like.map(each => each.text).join(', ') };
}

/* The order of the list; what is equal stays in reading order. */
function sorted(which) {
  const by = sort.value, most = story => Math.max(-1, ...(of(by).get(story) || []).map(each => each.low ?? each.high));
  const place = by in orders ? orders[by] : by === 'reading' ? null : by ? stories.map(story => -most(story)) : near ? near.map(each => -each.worth) : found && found.place;
  return place ? which.sort((a, b) => place[a] - place[b] || a - b) : which;
}

/* A story that is not among those of the page, from its data. */
function made({ title, href, spec, section, kicker, place }) {
  const facts = node('dl.spec');
  for (let n = 0; n < spec.length; n += 2) facts.append(node('div', node('dt', spec[n]), node('dd', spec[n + 1])));
  return node('li.' + section, node('div.r-w'), node('div', node('p.kick', kicker), node('h3', site.link(href, title)), place && node('p.where', place)), facts);
}

/* The next stories of the list, made first where the page has none of them; those found first say where. */
async function draw(own) {
  const next = shown.slice(limit - batch, limit), told = next.slice(0, found ? 10 : 0), rows = {}, places = {};
  for (const row of await site.rows([...next.filter(story => !items[story]), ...told])) rows[row.entry] = row;
  await Promise.all(told.map(async story => places[story] = await site.passage(rows[story], found.words)));
  if (own !== turn) return;
  const nodes = next.map(story => {
    const item = items[story] ||= made(rows[story]), why = near?.[story].why, say = why ? ['Like yours: ' + why] : places[story] && site.marked(places[story].text, found.words);
    item.querySelector('.passage')?.remove();
    if (say) item.children[1].append(node('p.passage', ...say));
    return item;
  });
  if (limit > batch) list.append(...nodes); else list.replaceChildren(...nodes);
  list.hidden = !shown.length;
  part('empty').hidden = !list.hidden;
  more.hidden = limit >= shown.length;
  return nodes[0];
}

/* A chip that is gone leaves the focus on the one that takes its place, or on the words. */
function drawChips(chosen) {
  const buttons = [...chosen, ...chosen.length > 1 ? [{ words: 'Clear all', off: clear }] : []].map(({ words, name, off }, n) => site.button(name ? '' : '.clear', () => {
    off();
    change(true);
    (all('button', chips)[n] || all('button', chips)[0] || query).focus();
  }, name && node('span.vh', 'Remove filter '), name?.startsWith('my-') && 'Like yours: ', words));
  chips.replaceChildren(...buttons.map(button => node('li', button)));
  chips.hidden = !buttons.length;
}

function drawOptions({ fails, last }, chosen) {
  for (const { box, facet, item, stories: within } of options) {
    const left = within.filter(story => !fails[story] || (fails[story] === 1 && last[story] === facet)).length;
    item.className = left || box.checked ? 'opt' : 'opt zero';
    item.children[1].textContent = left;
    item.children[2].style.setProperty('--n', (left / total).toFixed(3));
  }
  all('details', facets).forEach(({ children: [summary, list_], dataset }) => {
    const on = chosen.filter(each => each.name === dataset.facet).length;
    summary.textContent = list_.ariaLabel + (on ? ` (${on} on)` : '');
  });
}

async function show(chosen = active()) {
  list.ariaBusy = 'true';
  const own = turn += 1, text = query.value.trim(), result = text && await site.find(text), wished = chosen.filter(each => each.wish);
  if (own !== turn) return;
  found = result && { ...result, hits: result.hits.filter(entry => entry < total), place: {} };
  if (found) found.hits.forEach((story, n) => found.place[story] = n);
  near = wished.length ? stories.map(story => alike(story, wished)) : null;
  limit = batch;
  const failed = failing(chosen);
  shown = sorted(stories.filter(story => !failed.fails[story]));
  sort.options[0].text = near ? 'Closest to yours' : found ? 'Best match' : 'Reading order';
  sort.options[1].hidden = !(near || found);
  drawOptions(failed, chosen);
  drawChips(chosen);
  part('count').replaceChildren(node('b.num', shown.length + ''), ` of ${total} ${total === 1 ? 'story' : 'stories'}`);
  site.suggest(text, found, change);
  await draw(own);
  if (own === turn) list.ariaBusy = 'false';
}

const clear = () => active().forEach(each => each.off());

/* The selection is kept in the address: it can be passed on, and Back takes the last choice back. */
function change(step) {
  const chosen = active(), to = Object.entries(grouped(chosen)).map(([name, group]) => `${encodeURIComponent(name)}=${group.map(each => encodeURIComponent(each.value)).join(',')}`);
  if (sort.value) to.push('sort=' + sort.value);
  if (to.join('&') !== location.hash.slice(1)) site.keep(to.join('&'), step);
  return show(chosen);
}

function read() {
  const kept = site.kept();
  if (!kept) return;
  clear();
  sort.value = '';
  kept.forEach((text, name) => {
    const values = text.split(','), wish = wishes.find(each => 'my-' + each.name === name), range = ranges.find(each => each.facet === name);
    if (name === 'q') query.value = text;
    if (name === 'sort') sort.value = text;
    if (wish) { wish.value = text; wish.closest('details').open = true; }
    values.forEach(value => {
      if (range && value.includes('..')) [range.from.value, range.to.value] = value.split('..');
      options.filter(each => each.facet === name && each.value === value).forEach(each => each.box.checked = true);
    });
  });
  if (sort.selectedIndex < 0) sort.value = '';
  return show();
}

query.oninput = () => change(false);
sort.onchange = facets.onchange = () => change(true);
wishes.forEach(wish => wish.oninput = () => change(false));
if (wishes[0]) part('go').onclick = () => part('count').scrollIntoView();
part('clear').onclick = () => { clear(); change(true); query.focus(); };
more.onclick = async () => {
  limit += batch;
  (await draw(turn))?.querySelector('a').focus();
};
onpopstate = read;
if (!read()) show();
})();
