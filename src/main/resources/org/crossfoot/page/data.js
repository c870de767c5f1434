// Reads what a date's page takes from the files beside it. The page may stay open while another revision is published in its
// place: the files' names have the revision's number, the folder of the revision before is kept in .dates/ until the next one is
// published, and a file that is of anything else than this page is as good as none.
'use strict';
(() => {
  const {date, revision, content} = document.body.dataset;
  const folders = ['', `../.dates/${date}/${revision}/`, `../.dates/${date}/${revision}-again/`];
  const given = new Map();
  const reading = new Map();

  window.crossfootData = (of, name, ...data) => { if (of === content) given.set(name, data); };

  const tried = source => new Promise(ended => {
    const script = document.createElement('script');
    script.src = source;
    script.onload = script.onerror = ended;
    document.head.append(script);
  });

  async function find(name) {
    for (const folder of folders) {
      await tried(`${folder}report-data/${revision}-${name}.js`);
      if (given.has(name)) return given.get(name);
    }
    reading.delete(name);
    sayThatItIsGone();
    return null;
  }

  function sayThatItIsGone() {
    const said = document.querySelector('.gone') ?? document.createElement('p');
    said.className = 'gone';
    said.setAttribute('role', 'alert');
    said.textContent = `This page is of revision ${revision}, and more of it cannot be had: a newer revision was published since it was opened, `
      + 'so load the page again; or the folder report-data was not copied along with it.';
    document.body.append(said);
  }

  // What a file hands over, or null, with a word to the reader, where it cannot be had.
  window.crossfootRead = name => {
    if (!reading.has(name)) reading.set(name, find(name));
    return reading.get(name);
  };
})();
