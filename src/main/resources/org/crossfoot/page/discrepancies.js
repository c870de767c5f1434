// Filters, sorts and searches the discrepancies of a date. Those that do not stand in the page are taken from report-data/, in
// files of 25, when they are to be shown.
'use strict';
(() => {
  const BATCH = 25;
  const SEVERITIES = ['error', 'warning', 'info'];
  const byName = name => document.getElementById(name);
  const number = value => value.toLocaleString('en-US');
  const lists = new Map([...document.querySelectorAll('section.list')].map(section => [section.id,
    {section, items: section.querySelector('.items'), none: section.querySelector('.none'), more: section.querySelector('.more'),
      rest: section.querySelector('.rest'), matching: [], shown: 0, count: section.querySelector('.count')}]));
  const articles = new Map([...document.querySelectorAll('article.item')].map(article => [article.id, article]));
  let entries = [];

  crossfootRead('list').then(list => {
    if (!list) return;
    const [rows] = list;
    entries = rows.map(([id, list, file, severity, status, rule, gap, place, words], position) =>
      ({id, list, file, severity, status, rule, gap, place, position, text: [id, place, words].join(' ').toLowerCase()}));
    for (const entry of entries) {
      if (articles.has(entry.id)) {
        entry.text += ' ' + articles.get(entry.id).textContent.toLowerCase();
      }
    }
    begin();
  });

  async function read(file) {
    const [details] = await crossfootRead(file) ?? [{}];
    for (const [id, html] of Object.entries(details)) {
      const holder = document.createElement('template');
      holder.innerHTML = html;
      articles.set(id, holder.content.querySelector('article'));
    }
  }

  function begin() {
    const filter = byName('filter');
    filter.hidden = entries.length < 2;
    for (const list of lists.values()) {
      if (list.rest) list.rest.hidden = true;
      list.more.querySelector('button').addEventListener('click', () => {
        const first = list.shown;
        show(list, list.shown + BATCH).then(() => articles.get(list.matching[first].id)?.focus());
      });
    }
    byName('search').addEventListener('input', apply);
    filter.querySelectorAll('select').forEach(select => select.addEventListener('change', apply));
    filter.addEventListener('submit', event => event.preventDefault());
    filter.addEventListener('reset', () => setTimeout(apply));
    window.addEventListener('hashchange', follow);
    apply().then(follow);
  }

  async function apply() {
    const wanted = {search: byName('search').value.trim().toLowerCase().split(/\s+/), severity: byName('severity').value,
      status: byName('status').value, rule: byName('rule').value};
    const order = {gap: (a, b) => b.gap - a.gap, place: (a, b) => a.place.localeCompare(b.place, 'en'),
      severity: (a, b) => SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity), '': () => 0}[byName('order').value];
    const matching = entries.filter(entry => (!wanted.severity || entry.severity === wanted.severity)
      && (!wanted.status || entry.status === wanted.status) && (!wanted.rule || entry.rule === wanted.rule)
      && wanted.search.every(word => entry.text.includes(word)));
    matching.sort((a, b) => order(a, b) || a.position - b.position);
    byName('found').textContent = matching.length === entries.length ? '' : `${number(matching.length)} of ${number(entries.length)} match`;
    await Promise.all([...lists.entries()].map(([id, list]) => {
      list.matching = matching.filter(entry => entry.list === id);
      list.count.textContent = number(list.matching.length);
      if (entries.some(entry => entry.list === id)) list.none.textContent = 'None of these match.';
      list.none.hidden = list.matching.length > 0;
      return show(list, BATCH);
    }));
  }

  async function show(list, many) {
    const wanted = list.matching;
    const chosen = wanted.slice(0, many);
    await Promise.all([...new Set(chosen.filter(entry => !articles.has(entry.id)).map(entry => entry.file))].map(read));
    if (list.matching !== wanted) return;
    const shown = chosen.filter(entry => articles.has(entry.id));
    list.items.replaceChildren(...shown.map(entry => articles.get(entry.id)));
    list.shown = shown.length;
    const left = wanted.length - shown.length;
    list.more.hidden = left === 0;
    list.more.querySelector('button').textContent = `Show ${Math.min(BATCH, left)} more of ${number(left)}`;
  }

  // A link to one discrepancy shows it, wherever it stands and whatever is filtered; one that asks for a rule or for words, those.
  async function follow() {
    const id = location.hash.slice(1);
    if (id.includes('=')) {
      const asked = new URLSearchParams(id);
      byName('filter').reset();
      byName('rule').value = asked.get('rule') ?? '';
      byName('search').value = asked.get('search') ?? '';
      await apply();
      byName('filter').scrollIntoView();
      return;
    }
    const entry = entries.find(one => one.id === id);
    if (!entry) return;
    const list = lists.get(entry.list);
    if (!list.matching.includes(entry)) {
      byName('filter').reset();
      await apply();
    }
    if (list.matching.indexOf(entry) >= list.shown) {
      list.matching = [entry, ...list.matching.filter(one => one !== entry)];
      await show(list, BATCH);
      // The browser marks what a link leads to only when it goes there anew.
      location.replace('#' + id);
    }
    const article = articles.get(id);
    article?.scrollIntoView();
    article?.focus({preventScroll: true});
  }

  window.addEventListener('beforeprint', () => document.querySelectorAll('details').forEach(one => { one.open = true; }));
})();
