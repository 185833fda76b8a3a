/* Finds pages and names by what is typed, with the passage in which it stands. Without it the page is a list of names. */
(async () => {
'use strict';
const site = sitegen, { node, part } = site, index = await site.ready();
if (!index) return;
const query = part('q'), said = part('found'), list = part('hits'), more = part('more'), narrow = part('narrow');
let turn = 0, found, shown;

/* A page that was found: what it is, its name, and where on it the words are. */
function hit(row, place, { words }) {
  const marked = text => site.marked(text, words), link = site.link(row.href, ...marked(row.title)), told = node('p.passage', ...marked(place?.text || row.about));
  const item = node('li.' + row.section, node('div', node('p.kick', row.kicker), node('h2', link), row.place && node('p.where', ...marked(row.place))), node('div', told));
  if (place?.id) item.lastChild.append(node('p.under', 'Under ', site.link(`${row.href}#${encodeURIComponent(place.id)}`, ...marked(place.heading))));
  return item;
}

/* Ten more, those with their passages; another search in the meantime takes their place. */
async function draw(own) {
  const rows = await site.rows(found.hits.slice(shown, shown + 10)), places = await Promise.all(rows.map(row => site.passage(row, found.words)));
  if (own !== turn) return;
  const items = rows.map((row, n) => hit(row, places[n], found));
  if (shown) list.append(...items); else list.replaceChildren(...items);
  shown += rows.length;
  list.hidden = !shown;
  more.hidden = shown >= found.hits.length;
  return items[0];
}

function tell(text) {
  const { hits, missing } = found, stories = hits.filter(entry => entry < index.stories).length;
  said.textContent = !text ? '' : hits.length ? `Found: ${hits.length}, of them stories: ${stories}`
    : missing.length ? `Nothing here has \u201c${missing.join('\u201d or \u201c')}\u201d.` : 'Nothing here has all of these words. Try fewer.';
  part('names').hidden = text;
  list.hidden = more.hidden = part('meant').hidden = true;
  narrow.hidden = stories < 2;
  Object.assign(narrow.firstChild, { textContent: `Narrow the ${stories} stories by phase, hub and other facts`, hash: 'q=' + encodeURIComponent(text) });
}

async function look() {
  list.ariaBusy = 'true';
  const own = turn += 1, text = query.value.trim(), result = await site.find(text);
  if (own !== turn) return;
  found = result;
  shown = 0;
  tell(text);
  site.suggest(text, found, change);
  await draw(own);
  if (own === turn) list.ariaBusy = 'false';
}

function read() {
  const kept = site.kept();
  if (!kept) return;
  query.value = kept.get('q') || '';
  look();
}

function change(step) {
  site.keep(query.value.trim() && 'q=' + encodeURIComponent(query.value.trim()), step);
  look();
}

query.oninput = () => change(false);
more.onclick = async () => (await draw(turn))?.querySelector('a').focus();
part('box').hidden = false;
onpopstate = read;
read();
})();
