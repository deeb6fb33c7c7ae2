// What scripts add to pages that are complete without them: choices and votes without reloading, and live numbers.
(() => {
  'use strict';

  const root = document.documentElement;
  const YEAR = 365 * 24 * 3600;
  const SIZES = [80, 90, 100, 110, 125, 150, 175, 200];
  const CONTRASTS = ['normal', 'high', 'highest'];

  const fill = (pattern, ...values) => pattern.replace(/\{(\d)\}/g, (_, place) => String(values[place]));

  const keep = (name, value) => {
    const secure = location.protocol === 'https:' ? '; Secure' : '';
    document.cookie = `${name}=${value}; Path=/; Max-Age=${YEAR}; SameSite=Lax${secure}`;
  };

  const kept = (name) => {
    const found = document.cookie.match(`(?:^|; )${name}=([a-z0-9-]+)`);
    return found ? found[1] : null;
  };

  // Text size and contrast.

  const size = () => Number(root.dataset.textSize) || 100;

  // Until the reader chooses, the system's wish stands for the choice, so that "more" is more than what is seen.
  const contrast = () => root.dataset.contrast || (matchMedia('(prefers-contrast: more)').matches ? 'high' : 'normal');

  const display = document.querySelector('[data-display]');

  const limitButtons = () => {
    const steps = [SIZES.indexOf(size()), CONTRASTS.indexOf(contrast())];
    const lasts = [SIZES.length - 1, CONTRASTS.length - 1];
    display.querySelectorAll('button').forEach((button) => {
      const which = button.name === 'text-size' ? 0 : 1;
      const step = Number(button.dataset.step);
      const stuck = (step < 0 && steps[which] === 0) || (step > 0 && steps[which] === lasts[which]);
      button.setAttribute('aria-disabled', String(stuck));
    });
  };

  const change = (button) => {
    const step = Number(button.dataset.step);
    const status = display.querySelector('[data-display-status]');
    if (button.name === 'text-size') {
      const at = SIZES.indexOf(size());
      const next = step === 0 ? 100 : SIZES[Math.min(Math.max(at + step, 0), SIZES.length - 1)];
      root.dataset.textSize = String(next);
      keep('text-size', next);
      status.textContent = fill(display.dataset.sizeSaid, next);
    } else {
      const at = CONTRASTS.indexOf(contrast());
      const next = CONTRASTS[Math.min(Math.max(at + step, 0), CONTRASTS.length - 1)];
      root.dataset.contrast = next;
      keep('contrast', next);
      status.textContent = fill(display.dataset.contrastSaid, display.dataset[next]);
    }
    limitButtons();
  };

  if (display) {
    limitButtons();
    display.addEventListener('submit', (event) => {
      if (event.submitter) {
        event.preventDefault();
        change(event.submitter);
      }
    });
    // A page that comes back from the browser's memory may be older than the choice.
    addEventListener('pageshow', (event) => {
      if (event.persisted) {
        const [textSize, step] = [kept('text-size'), kept('contrast')];
        if (textSize) root.dataset.textSize = textSize;
        if (step) root.dataset.contrast = step;
        limitButtons();
      }
    });
  }

  // Stars.

  const rating = document.querySelector('[data-rating]');

  const numbers = new Intl.NumberFormat(root.lang === 'en' ? 'en-GB' : 'vi-VN', { maximumFractionDigits: 2 });

  const showTally = (tally) => {
    const version = Number(tally.version) || 0;
    if (version < Number(rating.dataset.version)) {
      return;
    }
    rating.dataset.version = String(version);
    const sentence = fill(rating.dataset.sentence, tally.sum, tally.count);
    const said = rating.querySelector('[data-rating-sentence]');
    if (said.textContent !== sentence) {
      said.textContent = sentence;
    }
    rating.querySelector('[data-rating-mean]').textContent = tally.count > 0 && tally.mean !== null
      ? fill(rating.dataset.meanSaid, numbers.format(Number(tally.mean))) : rating.dataset.noneSaid;
    rating.querySelectorAll('[data-bar]').forEach((row) => {
      const count = (tally.stars && tally.stars[row.dataset.bar]) || 0;
      row.querySelector('[data-bar-count]').textContent = String(count);
      row.querySelector('rect').setAttribute('width', `${tally.count > 0 ? Math.round(100 * count / tally.count) : 0}%`);
    });
  };

  const showMine = (mine, note) => {
    rating.querySelector('[data-rating-own]').textContent = note || (mine ? fill(rating.dataset.ownSaid, mine) : '');
    rating.querySelector('[data-rating-withdraw]').hidden = !mine;
    rating.querySelectorAll('input[type=radio]').forEach((input) => { input.checked = Number(input.value) === mine; });
  };

  const vote = async (stars) => {
    const own = rating.querySelector('[data-rating-own]');
    rating.setAttribute('aria-busy', 'true');
    try {
      const answer = await fetch(`/api/articles/${rating.dataset.rating}/rating/mine`, {
        method: stars === null ? 'DELETE' : 'PUT',
        headers: stars === null ? { Accept: 'application/json' } : { Accept: 'application/json', 'Content-Type': 'application/json' },
        body: stars === null ? undefined : JSON.stringify({ stars }),
        credentials: 'same-origin',
        signal: AbortSignal.timeout(5000)
      });
      if (!answer.ok) {
        throw new Error(`vote answered ${answer.status}`);
      }
      const tally = await answer.json();
      rememberVote(stars);
      showTally(tally);
      showMine(stars, stars === null ? rating.dataset.withdrawnSaid : null);
    } catch (failure) {
      console.warn(failure);
      own.textContent = rating.dataset.failedSaid;
    } finally {
      rating.removeAttribute('aria-busy');
    }
  };

  // The page is the same for all readers; who has voted here gets the own vote beside it.

  const voted = rating && `voted-${rating.dataset.rating}`;

  const rememberVote = (stars) => {
    // Until the vote is in everybody's number, this page is made for this reader.
    document.cookie = `own-vote=1; Path=${location.pathname}; Max-Age=10; SameSite=Lax`;
    try {
      if (stars === null) {
        localStorage.removeItem(voted);
      } else {
        localStorage.setItem(voted, String(stars));
      }
    } catch (failure) {
      console.warn(failure);
    }
  };

  const recallVote = async () => {
    try {
      if (!localStorage.getItem(voted)) {
        return;
      }
      const answer = await fetch(`/api/articles/${rating.dataset.rating}/rating`, {
        headers: { Accept: 'application/json' }, credentials: 'same-origin', signal: AbortSignal.timeout(5000)
      });
      if (answer.ok) {
        const tally = await answer.json();
        showTally(tally);
        showMine(tally.mine || null, null);
      }
    } catch (failure) {
      console.warn(failure);
    }
  };

  if (rating) {
    recallVote();
  }

  const form = rating && rating.querySelector('[data-rating-form]');
  if (form) {
    // A pointer means the star it clicks; the arrow keys only walk from star to star, and Enter sends.
    form.querySelectorAll('input[type=radio]').forEach((input) => input.addEventListener('click', (event) => {
      if (event.detail > 0) {
        vote(Number(input.value));
      }
    }));
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const chosen = new FormData(form).get('stars');
      if (chosen) {
        vote(Number(chosen));
      } else {
        rating.querySelector('[data-rating-own]').textContent = rating.dataset.chooseSaid;
      }
    });
    rating.querySelector('[data-rating-withdraw]').addEventListener('submit', (event) => {
      event.preventDefault();
      vote(null).then(() => form.querySelector('input').focus({ preventScroll: true }));
    });
  }

  // Pictures over the whole screen.

  const viewer = () => document.querySelector('[data-viewer]:target');

  addEventListener('hashchange', () => {
    const open = viewer();
    if (open) {
      open.querySelector('[data-close]').focus();
    } else if (location.hash.startsWith('#anh-')) {
      const figure = document.getElementById(location.hash.slice(1));
      const link = figure && figure.querySelector('a');
      if (link) link.focus();
    }
  });

  addEventListener('keydown', (event) => {
    const open = viewer();
    if (!open) {
      return;
    }
    const key = { Escape: '[data-close]', ArrowLeft: '[data-previous]', ArrowRight: '[data-next]' }[event.key];
    const link = key && open.querySelector(key);
    if (link) {
      event.preventDefault();
      link.click();
    } else if (event.key === 'Tab') {
      const links = [...open.querySelectorAll('a')];
      const at = links.indexOf(document.activeElement);
      const next = (at + (event.shiftKey ? -1 : 1) + links.length) % links.length;
      event.preventDefault();
      links[next].focus();
    }
  });

  // Live numbers.

  const article = document.querySelector('[data-article]');
  const weather = document.querySelector('[data-place]');
  const rates = document.querySelector('[data-rates]');

  const money = new Intl.NumberFormat(root.lang === 'en' ? 'en-GB' : 'vi-VN', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

  const showRates = (board) => {
    (board.rates || []).forEach((rate) => {
      const row = [...rates.querySelectorAll('[data-currency]')].find((each) => each.dataset.currency === rate.currency);
      if (row) {
        ['cashBuy', 'transfer', 'sell'].forEach((name) => {
          const value = rate[name];
          row.querySelector(`[data-rate=${name}]`).textContent = value === null || value === undefined ? '–' : money.format(Number(value));
        });
      }
    });
  };

  const showArticle = (change) => {
    const retracted = change.what === 'retracted' || change.what === 'expired';
    if (!retracted && !(Number(change.revision) > Number(article.dataset.revision))) {
      return;
    }
    const notice = document.querySelector('[data-article-notice]');
    const reload = document.createElement('a');
    reload.href = location.pathname;
    reload.textContent = notice.dataset.reloadSaid;
    notice.replaceChildren(retracted ? notice.dataset.retractedSaid : notice.dataset.changedSaid, ' ', reload);
  };

  const showWeather = (forecast) => {
    const temperature = weather.querySelector('.weather-temperature');
    if (temperature && forecast.now && forecast.place.slug === weather.dataset.place) {
      temperature.firstChild.textContent = String(Math.round(Number(forecast.now.temperature)));
      const sky = weather.querySelector('.weather-sky');
      if (sky && forecast.now.condition && forecast.now.condition.text) sky.textContent = forecast.now.condition.text;
    }
  };

  let live = null;

  let widgetsHad = [];

  // What the page shows, so that only what is newer comes: it may have been drawn a while ago.
  const have = () => [
    article && `article-${article.dataset.article}:${Number(article.dataset.revision) || 0}`,
    rating && `tally-${rating.dataset.rating}:${Number(rating.dataset.version) || 0}`,
    ...widgetsHad
  ].filter(Boolean).join(',');

  const listen = () => {
    const wanted = new URLSearchParams();
    if (article) {
      wanted.set('articles', article.dataset.article);
    }
    const widgets = [weather && weather.dataset.place && `weather:${weather.dataset.place}`, rates && 'exchange-rates'].filter(Boolean);
    if (widgets.length > 0) {
      wanted.set('widgets', widgets.join(','));
    }
    if (!wanted.size) {
      return;
    }
    if (have()) {
      wanted.set('have', have());
    }
    live = new EventSource(`/api/live?${wanted}`);
    const on = (name, show) => live.addEventListener(name, (event) => {
      try {
        show(JSON.parse(event.data));
        if (name === 'weather' || name === 'exchange-rates') {
          const [subject] = event.lastEventId.split(':');
          widgetsHad = [...widgetsHad.filter((id) => !id.startsWith(`${subject}:`)), event.lastEventId];
        }
      } catch (failure) {
        console.warn(failure);
      }
    });
    if (rating) on('tally', (tally) => { if (tally.article === rating.dataset.rating) showTally(tally); });
    if (article) on('article', (change) => { if (change.id === article.dataset.article) showArticle(change); });
    if (weather) on('weather', showWeather);
    if (rates) on('exchange-rates', showRates);
    // A browser gives up on a refused stream; one that only ended it opens again by itself.
    live.addEventListener('error', () => {
      if (live && live.readyState === EventSource.CLOSED) {
        live = null;
        setTimeout(update, 60000 + Math.random() * 60000);
      }
    });
  };

  const hush = () => {
    if (live) live.close();
    live = null;
  };

  // A page that nobody sees needs no stream: browsers open six connections to a site over HTTP/1.1, for all tabs together.
  const update = () => {
    if (document.hidden) {
      hush();
    } else if (!live) {
      listen();
    }
  };

  if (window.EventSource && (article || rates || weather)) {
    update();
    document.addEventListener('visibilitychange', update);
    addEventListener('pagehide', hush);
    addEventListener('pageshow', (event) => { if (event.persisted) update(); });
  }
})();
