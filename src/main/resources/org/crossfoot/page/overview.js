// Draws the totals over time with Chart.js from what index-data/ says, and the same as a table.
'use strict';
(() => {
  const MARKS = ['circle', 'rect', 'triangle', 'rectRot', 'star', 'cross'];
  const byName = name => document.getElementById(name);
  const days = new Map();
  let chart;

  // A month's file is kept until the page was replaced twice. Errors of scripts are seen on their way down alone.
  window.addEventListener('error', event => {
    if (document.querySelector('.gone') || !event.target.matches?.('script[src^="index-data/"]')) return;
    const said = document.createElement('p');
    said.className = 'gone';
    said.setAttribute('role', 'alert');
    said.textContent = 'The chart lacks a month, whose file cannot be had: this page was replaced by a newer one, so load it again; '
      + 'or the folder index-data was not copied along with it.';
    byName('totals').append(said);
  }, true);

  window.crossfootDay = day => days.set(day.date, new Map(day.points.map(point => [point.series, point])));

  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const number = value => value === null || value === undefined ? '' : value.toLocaleString('en-US');
  const limits = (lowest, highest) => highest === null ? `at least ${number(lowest)}` : lowest === highest ? number(lowest)
    : `${number(lowest)} to ${number(highest)}`;
  const written = (date, style) => new Date(date + 'T00:00:00Z').toLocaleDateString('en-GB', {timeZone: 'UTC', ...style});

  document.addEventListener('DOMContentLoaded', () => {
    const counts = new Map();
    days.forEach(points => points.forEach((point, series) => counts.set(series, (counts.get(series) || 0) + 1)));
    if (counts.size === 0) {
      byName('chart').textContent = 'There is no total of a whole area to show yet.';
      return;
    }
    const most = [...counts].sort((a, b) => b[1] - a[1] || goals(b[0]) - goals(a[0]) || a[0].length - b[0].length || (a[0] < b[0] ? -1 : 1))[0][0];
    byName('series').append(...[...counts.keys()].sort().map(series => new Option(series, series, series === most, series === most)));
    byName('choose').hidden = false;
    byName('choose').addEventListener('change', draw);
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', draw);
    draw();
  });

  const goals = series => [...days.values()].filter(points => points.get(series)?.goal.length).length;

  function chosen() {
    const series = byName('series').value;
    const dates = [...days.keys()].filter(date => days.get(date).has(series)).sort();
    const span = Number(byName('span').value);
    const last = Date.parse(dates[dates.length - 1]);
    return {series, points: dates.filter(date => !span || last - Date.parse(date) < span * 86400000)
      .map(date => ({date, ...days.get(date).get(series)}))};
  }

  function draw() {
    const {series, points} = chosen();
    const sources = [...new Set(points.flatMap(point => point.marks.map(mark => mark.source)))].sort();
    // A band needs a point on every date; where no upper limit is known, it has none.
    const values = (label, value, look) => ({label, data: points.map(value), pointRadius: 0, pointHitRadius: 0, borderWidth: 0, spanGaps: false, ...look});
    const datasets = [
      {label: 'Most likely', data: points.map(point => point.best), borderColor: colour('--ink'), backgroundColor: colour('--ink'), borderWidth: 1.5,
        pointRadius: 2, tension: 0, order: 2},
      values('Lowest', point => point.lowest, {order: 4}),
      values('Still possible', point => point.highest, {fill: '-1', backgroundColor: colour('--possible') + '55', order: 4}),
      values('Lowest goal', point => point.goal[0] ?? null, {order: 5}),
      values('Goal', point => point.goal[1] ?? null, {fill: '-1', backgroundColor: colour('--goal') + '66', order: 5}),
      ...sources.map((source, at) => ({label: source, showLine: false, order: 1, pointStyle: MARKS[at % MARKS.length], pointRadius: 6, borderWidth: 2,
        pointHoverRadius: 8, borderColor: colour('--mark' + (at % 5 + 1)), backgroundColor: 'transparent', printed: true,
        data: points.flatMap(point => point.marks.filter(mark => mark.source === source).map(mark =>
          ({x: point.date, y: mark.highest === null ? mark.lowest : (mark.lowest + mark.highest) / 2, mark})))})),
    ].filter(set => set.data.some(value => value !== null));
    const canvas = document.createElement('canvas');
    canvas.setAttribute('role', 'img');
    canvas.setAttribute('aria-label', `${series}, ${points.length} dates; the table below says the same`);
    chart?.destroy();
    byName('chart').replaceChildren(canvas);
    const text = {color: colour('--soft'), font: {family: getComputedStyle(document.querySelector('nav')).fontFamily, size: 13}};
    chart = new Chart(canvas, {type: 'line', data: {labels: points.map(point => point.date), datasets}, options: {
      animation: false, responsive: true, maintainAspectRatio: false, interaction: {mode: 'index', intersect: false},
      scales: {
        x: {type: 'category', grid: {display: false}, border: {color: colour('--soft')}, ticks: {...text, maxRotation: 0, autoSkipPadding: 24,
          callback: at => written(points[at].date, {day: 'numeric', month: 'short'})}},
        y: {grid: {color: colour('--line')}, border: {display: false}, ticks: {...text, maxTicksLimit: 6, callback: number}},
      },
      plugins: {
        legend: {position: 'bottom', align: 'start', labels: {...text, sort: (a, b) => a.datasetIndex - b.datasetIndex, usePointStyle: true, boxHeight: 8, padding: 18,
          filter: item => !item.text.startsWith('Lowest')}},
        tooltip: {filter: item => !item.dataset.label.startsWith('Lowest'), callbacks: {
          title: items => items.length ? written(points[items[0].parsed.x].date, {dateStyle: 'long'}) : '',
          label: said,
        }},
      },
    }});
    byName('table').replaceChildren(table(points));

    function said(item) {
      const point = points[item.parsed.x];
      return item.dataset.label + ': ' + (item.dataset.printed ? item.raw.mark.printed + (item.raw.mark.setAside ? ' (set aside)' : '')
        : item.dataset.label === 'Goal' ? limits(...point.goal)
        : item.dataset.label === 'Still possible' ? limits(point.lowest, point.highest) : number(item.parsed.y));
    }
  }

  function table(points) {
    const made = document.createElement('table');
    made.className = 'plain';
    const row = (parent, kind, cells) => {
      const line = parent.insertRow();
      cells.forEach((text, at) => {
        const cell = document.createElement(kind || (at ? 'td' : 'th'));
        if (cell.tagName === 'TH') cell.scope = kind ? 'col' : 'row';
        cell.textContent = text;
        line.append(cell);
      });
    };
    row(made.createTHead(), 'th', ['Date', 'Most likely', 'Still possible', 'As sources say', 'Goal']);
    const body = made.createTBody();
    points.forEach(point => row(body, '', [written(point.date, {dateStyle: 'long'}), point.best === null ? '\u2013' : number(point.best), limits(point.lowest, point.highest),
      point.marks.map(mark => `${mark.source}: ${mark.printed}${mark.setAside ? ' (set aside)' : ''}`).join('; '),
      point.goal.length ? limits(...point.goal) : '']));
    return made;
  }
})();
