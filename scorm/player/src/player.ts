/** The course of a session, from ticket to return. Everything of the browser comes in through `Surroundings`. */
import { Api12, type Listener } from './api12';
import { Api2004 } from './api2004';
import type { Journal, JournalEntry } from './journal';
import { Outbox, type Clock } from './outbox';
import type { Answer, Host, Launch, NoPart, Parts } from './protocol';
import { languageOf } from './texts';
import type { View } from './view';

/** Where content looks for its API, by the standard it is written for. */
export type Published = { name: 'API'; api: Api12 } | { name: 'API_1484_11'; api: Api2004 };

export interface Surroundings {
  host: Host;
  journal: Journal;
  clock: Clock;
  view: Pick<View, keyof View>;
  /** The tab's own storage, for the secret. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  publish: (published: Published) => void;
  leaveTo: (url: string) => void;
  warn: (message: string) => void;
}

const SECRET = 'metodporten-commit-secret';
const NAVIGATION = 'adl.nav.request';
const NO_REQUEST = '_none_';
const RETRIES_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000] as const;
/** After so many answers that never came, content starts without what the journal holds. */
const RECOVERY_TRIES = 4;
/** How long content's own last words may take. */
const UNLOAD_MS = 3_000;
const OFFLINE_AFTER_MS = 3_000;
/** How long after the browser has asked whether to leave, what content ends is ended by leaving. */
const LEAVING_MS = 3_000;

/** One part, from its delivery to the next step. */
interface Delivery {
  session: string;
  outbox: Outbox;
  /** What content asks for when it ends. */
  request: string;
  calls: boolean;
}

export class Player {
  private delivery: Delivery | undefined;
  private parts: Parts = { contents: [] };
  private secret = '';
  private returnUrl = '';
  private moving = false;
  private leftUntil = 0;

  constructor(private readonly s: Surroundings) {}

  /** `ticket` from the address; without one this is a reload in the same tab. */
  async start(ticket: string): Promise<void> {
    const launch = await this.launched(ticket);
    if (launch === undefined) return;
    const { view } = this.s;
    this.returnUrl = launch.returnUrl;
    view.speak(languageOf(launch.language));
    view.course(launch.title, launch.learner, this.safeReturnUrl());
    view.onBack(() => void this.leave());
    view.onStep((request) => void this.step(request));
    const cmi = await this.recovered(launch);
    if (cmi !== undefined) this.run(launch, cmi);
  }

  /** The browser is about to ask, or has not asked, whether to leave: what content says now may be its last words. */
  aboutToLeave(): void {
    this.leftUntil = this.s.clock.now() + LEAVING_MS;
  }

  beforeLeaving(): void {
    this.delivery?.outbox.flushBeforeLeaving();
  }

  backAgain(): void {
    this.delivery?.outbox.stay();
  }

  online(): void {
    this.delivery?.outbox.retryNow();
  }

  /** Exchanges the ticket, or the secret that this tab kept, for everything needed. */
  private async launched(ticket: string): Promise<Launch | undefined> {
    const { host, storage, view } = this.s;
    const kept = storage.getItem(SECRET);
    if (ticket === '' && kept === null) {
      view.end('noTicket');
      return undefined;
    }
    const answer = await this.asked(() => (ticket !== '' ? host.launch(ticket) : host.resume(kept ?? '')));
    if (answer === undefined) return undefined;
    this.secret = answer.secret ?? kept ?? '';
    storage.setItem(SECRET, this.secret);
    return answer;
  }

  /** Asks until there is an answer; a refusal ends the work in this window. */
  private async asked<T>(ask: () => Promise<Answer<T>>): Promise<T | undefined> {
    const { storage, view } = this.s;
    for (let tries = 0; ; tries++) {
      const answer = await ask();
      if (answer.kind === 'ok') return answer.value;
      if (answer.kind === 'problem') {
        if (answer.code !== 'taken-over') storage.removeItem(SECRET);
        view.end(endOf(answer.code));
        return undefined;
      }
      view.show('connecting');
      await this.pause(RETRIES_MS[Math.min(tries, RETRIES_MS.length - 1)] ?? 0);
    }
  }

  /** Sends first what earlier, broken-off sessions of this attempt left here; the values to start from. */
  private async recovered(launch: Launch): Promise<Record<string, string> | undefined> {
    let cmi = launch.cmi;
    for (const entry of await this.unsent(launch)) {
      this.s.view.show('recovering');
      const answer = await this.recover(entry);
      if (answer === 'stop') return undefined;
      cmi = answer ?? cmi;
    }
    return cmi;
  }

  private async unsent(launch: Launch): Promise<JournalEntry[]> {
    try {
      const entries = await this.s.journal.ofAttempt(launch.attempt);
      return entries.filter((e) => e.session !== launch.session);
    } catch {
      this.s.warn('the journal cannot be read');
      return [];
    }
  }

  private async recover(entry: JournalEntry): Promise<Record<string, string> | undefined | 'stop'> {
    const { host, journal, view } = this.s;
    for (let tries = 0; tries < RECOVERY_TRIES; tries++) {
      const answer = await host.commit(this.secret, entry.session, entry.commits, false);
      if (answer.kind === 'ok') {
        await this.forget(journal, entry);
        return answer.value.cmi;
      }
      if (answer.kind === 'problem') {
        if (answer.code === 'taken-over' || answer.code === 'secret-unknown') {
          view.end(endOf(answer.code));
          return 'stop';
        }
        // of another attempt, or nothing the server will ever take
        await this.forget(journal, entry);
        return undefined;
      }
      await this.pause(RETRIES_MS[tries] ?? 0);
    }
    return undefined;
  }

  private async forget(journal: Journal, entry: JournalEntry): Promise<void> {
    await journal.remove(entry.attempt, entry.session).catch(() => this.s.warn('the journal cannot be written'));
  }

  private run(launch: Launch, cmi: Record<string, string>): void {
    const { clock, host, journal, view } = this.s;
    const outbox = new Outbox({
      attempt: launch.attempt,
      session: launch.session,
      journal,
      clock,
      send: (commits, keepalive) => host.commit(this.secret, launch.session, commits, keepalive),
      onState: (state) => view.saveState(state),
      onRefused: (refused) => refused.forEach((r) => this.s.warn(`not saved: ${r.element} (${r.code}: ${r.why})`)),
      onParts: (parts) => this.tell(parts, launch.activity),
    });
    const delivery: Delivery = { session: launch.session, outbox, request: NO_REQUEST, calls: false };
    this.delivery = delivery;
    this.moving = false;
    this.s.publish(this.api(launch, cmi, this.listener(delivery)));
    this.tell(launch.parts, launch.activity);
    view.openContent(launch.content, () => {
      if (!launch.sco && !delivery.calls) outbox.end('seen');
    });
    view.show('saved');
  }

  private api(launch: Launch, cmi: Record<string, string>, listener: Listener): Published {
    if (launch.standard === '1.2') return { name: 'API', api: new Api12(cmi, listener) };
    const mayGoTo = (id: string): boolean | undefined => this.parts.contents.find((p) => p.id === id)?.open;
    return { name: 'API_1484_11', api: new Api2004(cmi, listener, { closed: launch.closed, mayGoTo }) };
  }

  private listener(delivery: Delivery): Listener {
    const { outbox } = delivery;
    return {
      initialized: () => (delivery.calls = true),
      set: (element, value) => {
        if (element === NAVIGATION) delivery.request = value;
        outbox.set(element, value);
      },
      refused: (element, value) => outbox.tried(element, value),
      committed: () => outbox.flush(),
      finished: () => {
        outbox.end(this.isLeaving() ? 'left' : 'finished');
        if (this.moving) return;
        this.s.view.partFinished(this.parts.next !== undefined);
        if (delivery.request !== NO_REQUEST && !this.isLeaving()) void this.step(delivery.request);
      },
    };
  }

  private isLeaving(): boolean {
    return this.s.clock.now() < this.leftUntil;
  }

  private tell(parts: Parts, activity: string): void {
    this.parts = parts;
    this.s.view.parts(parts, activity);
  }

  /** Saves, and goes where content or the learner asks to go. */
  private async step(request: string): Promise<void> {
    const { delivery } = this;
    if (this.moving || delivery === undefined) return;
    this.moving = true;
    const { host, view } = this.s;
    await this.finish(delivery, 'stepping', () => void this.leaveAnyway());
    const answer = await this.asked<Launch | NoPart>(() => host.navigate(this.secret, delivery.session, request));
    if (answer === undefined) return;
    if ('session' in answer) {
      this.run(answer, answer.cmi);
      view.opened();
    } else if (answer.ends) {
      await this.goodBye(delivery);
    } else {
      this.moving = false;
      this.tell(answer.parts, '');
      view.choose();
    }
  }

  /** Saves and goes back. Content says its last words first. */
  private async leave(): Promise<void> {
    const { delivery } = this;
    if (this.moving || delivery === undefined) return;
    this.moving = true;
    this.leftUntil = Infinity;
    await this.finish(delivery, 'leaving', () => void this.leaveAnyway());
    await this.goodBye(delivery);
  }

  /** Lets content say its last words, and waits until they are saved; offline, the learner is told and may go. */
  private async finish(delivery: Delivery, how: 'leaving' | 'stepping', goAnyway: () => void): Promise<void> {
    const { clock, view } = this.s;
    view.show(how);
    await view.closeContent(UNLOAD_MS);
    const cancel = clock.after(OFFLINE_AFTER_MS, () => view.offline(how, goAnyway));
    await delivery.outbox.settle();
    cancel();
    delivery.outbox.stop();
  }

  private async goodBye(delivery: Delivery): Promise<void> {
    const { host, storage } = this.s;
    const answer = await host.exit(this.secret, delivery.session);
    storage.removeItem(SECRET);
    this.go(answer.kind === 'ok' ? safe(answer.value.returnUrl) : this.safeReturnUrl());
  }

  private leaveAnyway(): Promise<void> {
    this.go(this.safeReturnUrl());
    return Promise.resolve();
  }

  private go(url: string | undefined): void {
    if (url !== undefined) this.s.leaveTo(url);
  }

  private safeReturnUrl(): string | undefined {
    return safe(this.returnUrl);
  }

  private pause(ms: number): Promise<void> {
    return new Promise((resolve) => this.s.clock.after(ms, resolve));
  }
}

function endOf(code: 'ticket-used' | 'secret-unknown' | 'taken-over' | 'other-attempt' | 'too-large' | 'malformed') {
  return code === 'too-large' || code === 'malformed' ? 'other-attempt' : code;
}

/** An address of the web, not a script. */
function safe(url: string): string | undefined {
  return /^https?:\/\//i.test(url) ? url : undefined;
}
