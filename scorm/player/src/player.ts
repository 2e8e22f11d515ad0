/** The course of a session, from ticket to return. Everything of the browser comes in through `Surroundings`. */
import { Api12, type Listener } from './api12';
import type { Journal, JournalEntry } from './journal';
import { Outbox, type Clock } from './outbox';
import type { Answer, Host, Launch } from './protocol';
import { languageOf } from './texts';
import type { View } from './view';

export interface Surroundings {
  host: Host;
  journal: Journal;
  clock: Clock;
  view: Pick<View, keyof View>;
  /** The tab's own storage, for the secret. */
  storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;
  /** Where content looks for its API. */
  publish: (api: Api12) => void;
  leaveTo: (url: string) => void;
  warn: (message: string) => void;
}

const SECRET = 'metodporten-commit-secret';
const RETRIES_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000] as const;
/** After so many answers that never came, content starts without what the journal holds. */
const RECOVERY_TRIES = 4;
/** How long content's own last words may take. */
const UNLOAD_MS = 3_000;
const OFFLINE_AFTER_MS = 3_000;

export class Player {
  private outbox: Outbox | undefined;
  private session = '';
  private secret = '';
  private returnUrl = '';
  private leavingNow = false;

  constructor(private readonly s: Surroundings) {}

  /** `ticket` from the address; without one this is a reload in the same tab. */
  async start(ticket: string): Promise<void> {
    const launch = await this.launched(ticket);
    if (launch === undefined) return;
    const { view } = this.s;
    this.session = launch.session;
    this.returnUrl = launch.returnUrl;
    view.speak(languageOf(launch.language));
    view.course(launch.title, launch.learner, this.safeReturnUrl());
    view.onBack(() => void this.leave());
    if (launch.standard !== '1.2') {
      view.end('unsupported');
      return;
    }
    const cmi = await this.recovered(launch);
    if (cmi !== undefined) this.run(launch, cmi);
  }

  beforeLeaving(): void {
    this.outbox?.flushBeforeLeaving();
  }

  backAgain(): void {
    this.outbox?.stay();
  }

  online(): void {
    this.outbox?.retryNow();
  }

  /** Exchanges the ticket, or the secret that this tab kept, for everything needed. */
  private async launched(ticket: string): Promise<Launch | undefined> {
    const { host, storage, view } = this.s;
    const kept = storage.getItem(SECRET);
    if (ticket === '' && kept === null) {
      view.end('noTicket');
      return undefined;
    }
    const ask = (): Promise<Answer<Launch>> => (ticket !== '' ? host.launch(ticket) : host.resume(kept ?? ''));
    for (let tries = 0; ; tries++) {
      const answer = await ask();
      if (answer.kind === 'ok') {
        this.secret = answer.value.secret ?? kept ?? '';
        storage.setItem(SECRET, this.secret);
        return answer.value;
      }
      if (answer.kind === 'problem') {
        if (answer.code !== 'taken-over') storage.removeItem(SECRET);
        view.end(endOf(answer.code));
        return undefined;
      }
      view.show('connecting');
      await this.pause(RETRIES_MS[Math.min(tries, RETRIES_MS.length - 1)] ?? 0);
    }
  }

  /** Sends first what an earlier, broken-off session of this attempt left here; the values to start from. */
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
    });
    this.outbox = outbox;
    const listener: Listener = {
      initialized: () => undefined,
      set: (element, value) => outbox.set(element, value),
      committed: () => outbox.flush(),
      finished: () => {
        if (!this.leavingNow) view.courseFinished();
        outbox.finish();
      },
    };
    this.s.publish(new Api12(cmi, listener));
    view.openContent(launch.content);
    view.show('saved');
  }

  /** Saves and goes back. Content says its last words first. */
  private async leave(): Promise<void> {
    const { outbox } = this;
    if (this.leavingNow || outbox === undefined) return;
    this.leavingNow = true;
    const { clock, host, storage, view } = this.s;
    view.leaving(false, () => undefined);
    await view.closeContent(UNLOAD_MS);
    const cancel = clock.after(OFFLINE_AFTER_MS, () => view.leaving(true, () => this.go(this.safeReturnUrl())));
    await outbox.settle();
    cancel();
    outbox.stop();
    const answer = await host.exit(this.secret, this.session);
    storage.removeItem(SECRET);
    this.go(answer.kind === 'ok' ? safe(answer.value.returnUrl) : this.safeReturnUrl());
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
