// Behaviour that needs no server: dialogs, menus, the palette, clocks, the film's controls, and the uploader.
// Everything is found by its data attribute at the moment of the event, so pages may come and go.

const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];

// Dialogs and menus

function open(dialog) {
  if (!dialog || dialog.open) return;
  dialog.showModal();
  if (dialog.id === 'palette') sift('');
}

document.addEventListener('click', (event) => {
  const opener = event.target.closest('[data-opens]');
  const closer = event.target.closest('[data-closes]');
  if (opener) open(document.getElementById(opener.dataset.opens));
  if (closer) document.getElementById(closer.dataset.closes)?.close();
  if (event.target instanceof HTMLDialogElement && outside(event, event.target)) event.target.close();
  if (event.target.closest('.palette a')) one('#palette').close();
  for (const menu of all('details[data-menu][open]')) {
    if (!menu.contains(event.target) || event.target.closest('.menu')) menu.open = false;
  }
});

function outside(event, dialog) {
  const box = dialog.getBoundingClientRect();
  return event.clientX < box.left || event.clientX > box.right || event.clientY < box.top || event.clientY > box.bottom;
}

// The command palette

document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k' && one('#palette')) {
    event.preventDefault();
    one('#palette-load').click();
    open(one('#palette'));
  } else if (event.key === 'Escape') {
    for (const menu of all('details[data-menu][open]')) menu.open = false;
  } else if (event.target.matches?.('[data-palette]')) {
    steer(event);
  } else if (!event.target.closest?.('input, textarea, select, dialog, video, audio')) {
    turn(event);
  }
});

document.addEventListener('input', (event) => {
  if (event.target.matches('[data-palette]')) sift(event.target.value);
});

function sift(words) {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean);
  const items = all('#palette li');
  for (const item of items) item.hidden = !wanted.every((word) => item.textContent.toLowerCase().includes(word));
  const shown = items.filter((item) => !item.hidden);
  one('[data-palette-none]').hidden = shown.length > 0;
  point(shown, 0);
}

function steer(event) {
  const shown = all('#palette li').filter((item) => !item.hidden);
  const at = shown.findIndex((item) => item.classList.contains('at'));
  if (event.key === 'Enter') {
    event.preventDefault();
    one('a', shown[at] ?? shown[0])?.click();
  } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    event.preventDefault();
    point(shown, (at + (event.key === 'ArrowDown' ? 1 : -1) + shown.length) % shown.length);
  }
}

function point(items, at) {
  for (const item of all('#palette li.at')) item.classList.remove('at');
  items[at]?.classList.add('at');
  items[at]?.scrollIntoView({ block: 'nearest' });
}

// The reader: arrow keys turn the chapter, the bar goes away while one reads on

function turn(event) {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === 'ArrowRight') one('.reader a[rel="next"]')?.click();
  if (event.key === 'ArrowLeft') one('.reader a[rel="prev"]')?.click();
}

// Reviewing: Enter ends a name, Escape leaves it as it was, Alt with an arrow moves the chapter; what is no button but acts as one

document.addEventListener('keydown', (event) => {
  const { target, key } = event;
  if (target.matches?.('[data-enters]') && (key === 'Enter' || key === 'Escape')) {
    event.preventDefault();
    if (key === 'Escape') target.value = target.defaultValue;
    target.blur();
  } else if (event.altKey && target.closest?.('[data-orders]') && key.startsWith('Arrow')) {
    event.preventDefault();
    one(`[data-moves="${key}"]`, target.closest('[data-orders]'))?.click();
  } else if (target.matches?.('[role="button"]') && (key === 'Enter' || key === ' ')) {
    event.preventDefault();
    target.click();
  }
});

document.addEventListener('click', (event) => {
  const finder = event.target.closest('[data-finds]');
  if (!finder) return;
  const found = all(finder.dataset.finds);
  const next = found.find((each) => each.getBoundingClientRect().top > innerHeight / 2 + 1) ?? found[0];
  next?.scrollIntoView({ block: 'center' });
  next?.focus({ preventScroll: true });
});

let height = 0;
document.addEventListener('scroll', () => {
  const reader = one('.reader');
  if (reader) reader.classList.toggle('reading', scrollY > 160 && scrollY > height);
  height = scrollY;
}, { passive: true });

// Clocks that go on between two reports of the server

const clocks = new WeakMap();

function tick() {
  for (const clock of all('[data-tick]')) {
    const { from, tick: direction, running } = clock.dataset;
    const known = clocks.get(clock);
    if (!known || known.from !== from) clocks.set(clock, { from, at: performance.now() });
    const gone = running === 'yes' ? (performance.now() - clocks.get(clock).at) / 1000 : 0;
    const seconds = Math.max(0, Math.round(Number(from) + (direction === 'up' ? gone : -gone)));
    const text = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
    if (clock.textContent !== text) clock.textContent = text;
  }
}
setInterval(tick, 500);
new MutationObserver(tick).observe(document.documentElement, { childList: true, subtree: true });

// The film: jump to a scene, change the speed, light the scene that plays

document.addEventListener('click', (event) => {
  const control = event.target.closest('[data-film]');
  const film = control && document.getElementById(control.dataset.film);
  if (!film) return;
  if (control.dataset.seek) {
    film.currentTime = Number(control.dataset.seek);
    film.play();
  }
  if (control.dataset.speed) {
    film.playbackRate = Number(control.dataset.speed);
    for (const other of all('[data-speed]')) other.setAttribute('aria-pressed', String(other === control));
  }
});

document.addEventListener('timeupdate', (event) => {
  if (event.target.id !== 'film') return;
  const marks = all('[data-seek]');
  const playing = marks.findLast((mark) => Number(mark.dataset.seek) <= event.target.currentTime + 0.05);
  for (const mark of marks) mark.parentElement.classList.toggle('at', mark === playing);
}, true);

// The uploader: pieces with a place each; what is lost on the way is sent again from where the server stands

const PIECE = 1024 * 1024;
const TRIES = 6;

document.addEventListener('click', (event) => {
  const picker = event.target.closest('[data-picks]');
  if (picker) document.getElementById(picker.dataset.picks)?.click();
});

document.addEventListener('change', (event) => {
  if (!event.target.matches('[data-upload]')) return;
  take(event.target, event.target.files);
  event.target.value = '';
});

// The door that is open: an input in a closed dialog takes nothing
const taker = () => all('[data-upload]').find((input) => !input.closest('dialog:not([open])'));
const carriesFiles = (event) => taker() && event.dataTransfer?.types.includes('Files');

document.addEventListener('dragover', (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  document.body.classList.add('dropping');
});
document.addEventListener('dragleave', (event) => {
  if (!event.relatedTarget) document.body.classList.remove('dropping');
});
document.addEventListener('drop', (event) => {
  if (!carriesFiles(event)) return;
  event.preventDefault();
  document.body.classList.remove('dropping');
  take(taker(), event.dataTransfer.files);
});

function take(input, files) {
  const { upload: door, place = '', lines = 'uploads', after = 'library-changed' } = input.dataset;
  const taken = input.multiple ? files : [...files].slice(0, 1);
  for (const old of all(`#${lines} .failed`)) old.remove();
  for (const file of taken) send({ door, place, after }, file, line(file.name, lines));
}

async function send({ door, place, after }, file, shown) {
  const known = mark(door, file);
  try {
    const { id, sent } = await begin(door, file, known);
    await pieces(`${door}/${id}`, file, sent, shown);
    shown.say('Looking inside');
    const book = await ask('POST', `${door}/${id}/finish${place}`);
    localStorage.removeItem(known);
    if (book.status === 'ready') shown.stay(`This is “${book.title}”, which is on your shelf already.`);
    else shown.remove();
  } catch (problem) {
    if (problem.final) localStorage.removeItem(known);
    shown.fail(problem.message);
  }
  document.getElementById(after)?.click();
}

const mark = (door, file) => `upload:${door}:${file.name}:${file.size}:${file.lastModified}`;

// An upload that was broken off, by a reload too, goes on where it stopped
async function begin(door, file, mark) {
  const known = localStorage.getItem(mark);
  const there = known && (await ask('GET', `${door}/${known}`).catch(() => null));
  if (there) return { id: known, sent: there.received };
  const { id } = await ask('POST', door, JSON.stringify({ filename: file.name, size: file.size }), 'application/json');
  localStorage.setItem(mark, id);
  return { id, sent: 0 };
}

async function pieces(address, file, sent, shown) {
  let failures = 0;
  while (sent < file.size) {
    try {
      await ask('PUT', `${address}?offset=${sent}`, file.slice(sent, sent + PIECE), 'application/octet-stream');
      sent = Math.min(file.size, sent + PIECE);
      failures = 0;
    } catch (problem) {
      if (problem.final || ++failures >= TRIES) throw problem;
      shown.say('The line is bad; trying again');
      await new Promise((resolve) => setTimeout(resolve, 500 * 2 ** failures));
      sent = (await ask('GET', address).catch(() => null))?.received ?? sent;
    }
    shown.progress(sent / file.size);
  }
}

async function ask(method, address, body, type) {
  const answer = await fetch(address, { method, body, headers: type ? { 'Content-Type': type } : {}, credentials: 'same-origin' });
  const said = await answer.json().catch(() => null);
  if (answer.ok) return said;
  const problem = new Error(said?.detail || said?.title || 'The upload did not work.');
  problem.final = answer.status >= 400 && answer.status < 500 && answer.status !== 409;
  throw problem;
}

function line(name, place) {
  const row = document.createElement('div');
  row.className = 'upload';
  row.innerHTML = '<b class="clip"></b><span class="said faint figures"></span><button type="button" class="btn quiet tight" hidden>Dismiss</button><div class="bar"><i></i></div>';
  one('b', row).textContent = name;
  one('button', row).addEventListener('click', () => row.remove());
  document.getElementById(place)?.append(row);
  const say = (text) => { one('.said', row).textContent = text; };
  const stay = (text) => {
    one('.bar', row).remove();
    one('button', row).hidden = false;
    say(text);
  };
  return {
    say,
    stay,
    progress(part) {
      one('.bar', row).style.setProperty('--done', part * 100);
      say(`${Math.round(part * 100)} %`);
    },
    fail(text) {
      row.classList.add('failed');
      stay(text);
    },
    remove: () => row.remove(),
  };
}

// The front door: after a refusal the name and the address that were typed are there again; a password is not kept

document.addEventListener('submit', (event) => {
  for (const input of all('.entry-form input:is([name="email"], [name="name"])')) sessionStorage.setItem(`typed:${input.name}`, input.value);
}, true);

new MutationObserver(() => {
  const problem = location.pathname.startsWith('/sign-') && new URLSearchParams(location.search).has('problem');
  for (const input of problem ? all('.entry-form input:is([name="email"], [name="name"]):not([data-filled])') : []) {
    input.dataset.filled = 'yes';
    input.value ||= sessionStorage.getItem(`typed:${input.name}`) ?? '';
  }
}).observe(document.documentElement, { childList: true, subtree: true });
