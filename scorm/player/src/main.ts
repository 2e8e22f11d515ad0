/** Binds the player to the browser it runs in. */
import { IndexedDbJournal, NoJournal, type Journal } from './journal';
import type { Clock } from './outbox';
import { Player } from './player';
import { HttpHost } from './protocol';
import { languageOf } from './texts';
import { View } from './view';

const clock: Clock = {
  now: () => Date.now(),
  after: (ms, run) => {
    const timer = setTimeout(run, ms);
    return () => clearTimeout(timer);
  },
};

/** The ticket, off the address bar and the history before anything else happens. */
function takeTicket(): string {
  const ticket = location.hash.slice(1);
  if (ticket === '' || ticket === 'main' || ticket === 'back') return '';
  history.replaceState(null, '', location.pathname);
  return ticket;
}

async function openJournal(): Promise<Journal> {
  try {
    return await IndexedDbJournal.open(indexedDB, clock.now());
  } catch {
    console.warn('this browser keeps nothing for the course; work is as safe as the network');
    return new NoJournal();
  }
}

async function start(): Promise<void> {
  const ticket = takeTicket();
  const view = new View(document, languageOf(navigator.language));
  const player = new Player({
    host: new HttpHost(),
    journal: await openJournal(),
    clock,
    view,
    storage: sessionStorage,
    publish: ({ name, api }) => Object.defineProperty(window, name, { value: api, configurable: true }),
    leaveTo: (url) => location.replace(url),
    warn: (message) => console.warn(message),
  });
  // a hidden tab may never be shown again; a page restored from the cache has lost its place in the session
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') player.beforeLeaving();
    else player.backAgain();
  });
  // heard before content hears it, so that what content ends now is known to be ended by leaving
  window.addEventListener('beforeunload', () => player.aboutToLeave());
  window.addEventListener('pagehide', () => {
    player.aboutToLeave();
    player.beforeLeaving();
  });
  window.addEventListener('pageshow', (event) => {
    if (event.persisted) location.reload();
  });
  window.addEventListener('online', () => player.online());
  await player.start(ticket);
}

void start();
