// Searches and orders the tables of a page, and shows more of their rows. A table with more rows than stand in the page takes
// them from a file in report-data/, when somebody first asks for them.
'use strict';
(() => {
  const BATCH = 50;
  const number = value => value.toLocaleString('en-US');

  class Searched {
    constructor(form) {
      this.form = form;
      this.table = document.getElementById(form.dataset.table + '-table');
      this.body = this.table.tBodies[0];
      this.heads = [...this.table.tHead.rows[0].cells];
      this.all = Number(form.dataset.all);
      this.entries = [...this.body.rows].map(row => ({row, cells: [...[...row.cells].map(cell => cell.textContent.trim()), row.dataset.key]}));
      this.search = form.querySelector('input');
      this.order = form.querySelector('select');
      this.more = document.getElementById(form.dataset.table + '-more');
      this.rest = document.getElementById(form.dataset.table + '-rest');
      this.order.append(...this.heads.map((head, at) => new Option(
        (head.classList.contains('amount') ? 'largest first: ' : 'by ') + head.textContent.toLowerCase(), at)));
      form.hidden = this.all < 8;
      this.search.addEventListener('input', () => this.apply());
      this.order.addEventListener('change', () => this.apply());
      form.addEventListener('submit', event => event.preventDefault());
      this.more.querySelector('button').addEventListener('click', () => this.showMore());
      if (this.rest) this.rest.hidden = true;
      this.shown = this.entries.length;
      this.offerMore(this.all - this.shown);
    }

    // All rows, once those that do not stand in the page are read; where they cannot be had, those of the page.
    async read() {
      if (this.form.dataset.aside !== 'true' || this.entries.length === this.all) return;
      const data = await crossfootRead(this.form.dataset.table);
      if (!data || this.entries.length === this.all) return;
      const [columns, rows] = data;
      this.entries = rows.split(';').map((row, at) => ({row: this.entries[at]?.row,
        cells: row.split(',').map((text, column) => columns[column][text])}));
    }

    async apply() {
      await this.read();
      const words = this.search.value.trim().toLowerCase().split(/\s+/);
      const by = this.order.value;
      this.matching = this.entries.filter(entry => {
        entry.text ??= entry.cells.slice(0, this.heads.length).join(' ').toLowerCase();
        return words.every(word => entry.text.includes(word));
      });
      if (by !== '') this.matching = this.ordered(Number(by));
      this.form.querySelector('.found').textContent = this.matching.length === this.entries.length ? ''
        : `${number(this.matching.length)} of ${number(this.entries.length)} match`;
      this.show(BATCH);
    }

    ordered(column) {
      // A column beyond the headings holds what the one named by data-key is ordered by.
      const key = Number(this.heads[column].dataset.key ?? column);
      const amounts = this.heads[column].classList.contains('amount');
      const first = text => Number((text.match(/[\d,]+/) || ['0'])[0].replaceAll(',', ''));
      const compared = new Intl.Collator('en', {numeric: true});
      const keyOf = entry => entry.cells[key] ?? entry.cells[column];
      return this.matching.map((entry, at) => ({entry, at, key: amounts ? first(keyOf(entry)) : keyOf(entry)}))
        .sort((a, b) => (amounts ? b.key - a.key : compared.compare(a.key, b.key)) || a.at - b.at).map(one => one.entry);
    }

    show(many) {
      const shown = this.matching.slice(0, many);
      this.body.replaceChildren(...shown.map(entry => entry.row ??= this.made(entry.cells)));
      this.shown = shown.length;
      this.offerMore(this.matching.length - shown.length);
    }

    async showMore() {
      const first = this.shown;
      await this.read();
      this.matching ??= this.entries;
      this.show(first + BATCH);
      const row = this.body.rows[first];
      if (!row) return;
      row.tabIndex = -1;
      row.focus();
    }

    offerMore(left) {
      this.more.hidden = left <= 0;
      this.more.querySelector('button').textContent = `Show ${Math.min(BATCH, left)} more of ${number(left)}`;
    }

    // Like a row that stands in the page; a cell's further lines stand small below the first. Only ever text, never markup.
    made(cells) {
      const row = document.createElement('tr');
      this.heads.forEach((head, at) => {
        const cell = document.createElement(at ? 'td' : 'th');
        if (at) cell.dataset.label = head.textContent;
        else cell.scope = 'row';
        cell.className = head.dataset.cell ?? '';
        const [line, ...further] = cells[at].split('\n');
        cell.append(line, ...further.filter(text => text).map(text => {
          const small = document.createElement('span');
          small.className = 'small';
          small.textContent = text;
          return small;
        }));
        row.append(cell);
      });
      return row;
    }
  }

  document.querySelectorAll('form[data-table]').forEach(form => new Searched(form));
})();
