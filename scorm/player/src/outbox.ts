/**
 * What content says on its way to the server: gathered, numbered, written to the journal, sent in order, sent again.
 * One request is under way at a time, except when the page is about to disappear.
 */
import type { Journal } from './journal';
import type { Answer, Commit, CommitAnswer, Parts, ProblemCode, Refusal } from './protocol';

/** What the learner should know about the work done; `waiting-unsafe`: not even this computer has it. */
export type SaveState = 'saved' | 'pending' | 'waiting' | 'waiting-unsafe' | ProblemCode;

export interface Clock {
  now(): number;
  /** Returns what cancels it. */
  after(ms: number, run: () => void): () => void;
}

export interface OutboxOptions {
  attempt: string;
  session: string;
  journal: Journal;
  clock: Clock;
  send: (commits: Commit[], keepalive: boolean) => Promise<Answer<CommitAnswer>>;
  onState: (state: SaveState) => void;
  onRefused: (refused: Refusal[]) => void;
  onParts: (parts: Parts) => void;
}

/** How a session ends: content has finished, has finished since the learner leaves, or was only shown. */
export type End = 'finished' | 'left' | 'seen';

/** Browsers let 64 KiB be under way in requests that outlive their page. */
const KEEPALIVE_BYTES = 60_000;
/** A value above this travels in a commit of its own, so that no result waits for it. */
const LARGE_VALUE_BYTES = 16_000;
const REQUEST_BYTES = 900_000;
/** Of a session: enough for the author of the course to see what is wrong with it. */
const MOST_TRIED = 20;
const LONGEST_TRIED = 1_000;
const FLUSH_EVERY_MS = 10_000;
const FIRST_RETRY_MS = 1_000;
const LAST_RETRY_MS = 60_000;
/** Shorter stays are not worth a request of their own. */
const NOTABLE_SECONDS = 5;

export class Outbox {
  /** Said, not yet numbered. */
  private open = new Map<string, string>();
  private openEnd: End | undefined;
  /** Refused, not yet told. */
  private openTried: Record<string, string> = {};
  private readonly everTried = new Set<string>();
  /** Numbered, not yet acknowledged, oldest first. */
  private frozen: Commit[] = [];
  private sequence = 0;
  private acknowledged = 0;
  private reportedSeconds = 0;
  private readonly startedAt: number;

  private pumping = false;
  private leaving = false;
  private wordsDue = false;
  private failures = 0;
  private stopped = false;
  private lost: ProblemCode | undefined;
  private cancelRetry: (() => void) | undefined;
  private cancelFlush: (() => void) | undefined;
  private idleWaiters: (() => void)[] = [];

  private writing = false;
  private dirty = false;
  private keptHere = true;

  constructor(private readonly o: OutboxOptions) {
    this.startedAt = o.clock.now();
  }

  set(element: string, value: string): void {
    if (this.stopped) return;
    this.open.set(element, value);
    this.remember();
    this.tell();
    if (this.leaving) this.lastWordsSoon();
    this.flushSoon();
  }

  /** The same element is told once; the work that is saved does not wait for it. */
  tried(element: string, value: string): void {
    const name = element.slice(0, LONGEST_TRIED);
    if (this.stopped || this.everTried.has(name) || this.everTried.size >= MOST_TRIED) return;
    this.everTried.add(name);
    this.openTried[name] = value.slice(0, LONGEST_TRIED);
    this.flushSoon();
  }

  private flushSoon(): void {
    this.cancelFlush ??= this.o.clock.after(FLUSH_EVERY_MS, () => this.flush());
  }

  end(how: End): void {
    if (this.stopped) return;
    this.openEnd = how;
    this.remember();
    this.flush();
  }

  /** Sends what there is, now. */
  flush(): void {
    this.cancelFlush?.();
    this.cancelFlush = undefined;
    if (this.leaving) this.lastWords();
    else void this.pump();
  }

  /** The network is said to be back: no more waiting. */
  retryNow(): void {
    this.cancelRetry?.();
    this.cancelRetry = undefined;
    void this.pump();
  }

  /**
   * The page may never run again: last words in a request that outlives it, as much as fits. Content's frame hears of
   * the end after us, so what it says from now on is sent at once too.
   */
  flushBeforeLeaving(): void {
    this.leaving = true;
    this.lastWords();
  }

  /** The page lives on after all. */
  stay(): void {
    this.leaving = false;
    void this.pump();
  }

  /** Sends all, and how long the session was; resolves when it is saved or never will be. */
  async settle(): Promise<void> {
    if (!this.stopped) this.freeze(true);
    this.leaving = false;
    this.remember();
    this.retryNow();
    if (!this.isIdle()) await new Promise<void>((resolve) => this.idleWaiters.push(resolve));
  }

  /** Nothing more is sent; what is unsent stays in the journal. */
  stop(): void {
    this.stopped = true;
    this.cancelRetry?.();
    this.cancelFlush?.();
    this.wakeIfIdle();
  }

  private lastWords(): void {
    if (this.stopped) return;
    this.freeze(true);
    this.remember();
    const commits = fitting(this.frozen, KEEPALIVE_BYTES);
    if (commits.length > 0) void this.exchange(commits, true);
    // too large to outlive the page: the ordinary way, in case the page is only hidden
    if (commits.length < this.frozen.length) void this.pump();
  }

  /** When content's own handler has said all it has to say. */
  private lastWordsSoon(): void {
    if (this.wordsDue) return;
    this.wordsDue = true;
    queueMicrotask(() => {
      this.wordsDue = false;
      this.lastWords();
    });
  }

  private isIdle(): boolean {
    return this.stopped || (!this.hasUnsent() && !this.pumping);
  }

  private hasUnsent(): boolean {
    return this.frozen.length > 0 || this.open.size > 0 || this.openEnd !== undefined;
  }

  private async pump(): Promise<void> {
    if (this.pumping || this.cancelRetry !== undefined) return;
    this.pumping = true;
    let understood = true;
    while (understood && !this.stopped) {
      if (this.frozen.length === 0) this.freeze(false);
      if (this.frozen.length === 0) break;
      const batch = beginning(this.frozen, REQUEST_BYTES);
      understood = await this.exchange(batch, size(batch) <= LARGE_VALUE_BYTES);
    }
    this.pumping = false;
    this.wakeIfIdle();
  }

  /** Sends and takes in the answer; whether there is reason to go on at once. */
  private async exchange(commits: Commit[], keepalive: boolean): Promise<boolean> {
    const known = this.acknowledged;
    const answer = await this.o.send(commits, keepalive);
    if (this.stopped) return false;
    switch (answer.kind) {
      case 'later':
        this.retryLater();
        return false;
      case 'problem':
        return this.problem(answer.code, commits);
      case 'ok':
        return this.acknowledge(answer.value, known);
    }
  }

  private acknowledge(answer: CommitAnswer, known: number): boolean {
    if (answer.refused.length > 0) this.o.onRefused(answer.refused);
    if (answer.parts !== undefined) this.o.onParts(answer.parts);
    const before = this.frozen.length;
    this.acknowledged = Math.max(this.acknowledged, answer.lastSequence);
    this.frozen = this.frozen.filter((c) => c.sequence > answer.lastSequence);
    let forward = this.frozen.length < before || before === 0;
    if (answer.lastSequence < known) {
      // a server restored from its backup has forgotten what it had acknowledged: go on from what it knows
      this.acknowledged = answer.lastSequence;
      this.numberFrom(answer.lastSequence + 1);
      forward = true;
    }
    this.remember();
    if (!forward) {
      this.retryLater();
      return false;
    }
    this.failures = 0;
    this.tell();
    return true;
  }

  private problem(code: ProblemCode, commits: Commit[]): boolean {
    const first = this.frozen[0];
    const refusedForItself = code === 'too-large' || code === 'malformed';
    if (!refusedForItself || first === undefined) {
      this.giveUp(code);
      return false;
    }
    // without it the rest can go on; the learner is told
    this.lost = code;
    const refused = new Set(commits.map((c) => c.sequence));
    this.frozen = this.frozen.filter((c) => !refused.has(c.sequence));
    this.numberFrom(Math.min(...refused));
    this.remember();
    this.tell();
    return true;
  }

  private giveUp(code: ProblemCode): void {
    if (code === 'taken-over' || code === 'other-attempt') {
      // the newer window's place counts, and the results in what was sent have been kept
      void this.o.journal.remove(this.o.attempt, this.o.session).catch(() => undefined);
    }
    this.stop();
    this.o.onState(code);
  }

  private numberFrom(first: number): void {
    this.frozen = this.frozen.map((c, i) => ({ ...c, sequence: first + i }));
    this.sequence = first - 1 + this.frozen.length;
  }

  private retryLater(): void {
    this.failures++;
    this.tell();
    if (this.cancelRetry !== undefined) return;
    const wait = Math.min(LAST_RETRY_MS, FIRST_RETRY_MS * 2 ** (this.failures - 1));
    this.cancelRetry = this.o.clock.after(wait, () => this.retryNow());
  }

  private tell(): void {
    if (this.stopped) return;
    if (this.failures > 0) this.o.onState(this.keptHere ? 'waiting' : 'waiting-unsafe');
    else if (this.hasUnsent()) this.o.onState('pending');
    else this.o.onState(this.lost ?? 'saved');
  }

  /** Numbers what was said; `always` also when only time has passed. */
  private freeze(always: boolean): void {
    const elapsedSeconds = Math.max(0, Math.floor((this.o.clock.now() - this.startedAt) / 1000));
    const timePassed = always && elapsedSeconds >= this.reportedSeconds + NOTABLE_SECONDS;
    if (this.open.size === 0 && this.openEnd === undefined && !this.hasTried() && !timePassed) return;
    const commits = this.numbered(elapsedSeconds);
    this.frozen.push(...commits);
    this.sequence += commits.length;
    this.reportedSeconds = elapsedSeconds;
    this.open = new Map();
    this.openEnd = undefined;
    this.openTried = {};
  }

  private hasTried(): boolean {
    return Object.keys(this.openTried).length > 0;
  }

  /** What is open, as the commits that it would become: results first, large values each alone, the end last. */
  private numbered(elapsedSeconds: number): Commit[] {
    const small: Record<string, string> = {};
    const all: Record<string, string>[] = [small];
    for (const [element, value] of this.open) {
      if (size(value) > LARGE_VALUE_BYTES) all.push({ [element]: value });
      else small[element] = value;
    }
    const parts = all.length > 1 && Object.keys(small).length === 0 ? all.slice(1) : all;
    return parts.map((sets, i) => ({
      sequence: this.sequence + 1 + i,
      sets,
      elapsedSeconds,
      ...(i === 0 && this.hasTried() ? { tried: this.openTried } : {}),
      ...ending(i === parts.length - 1 ? this.openEnd : undefined),
    }));
  }

  /** Writes to the journal, one write at a time, always the newest state. */
  private remember(): void {
    this.dirty = true;
    if (!this.writing) void this.writeJournal();
  }

  private async writeJournal(): Promise<void> {
    this.writing = true;
    while (this.dirty) {
      this.dirty = false;
      const { attempt, session, journal, clock } = this.o;
      const unnumbered = this.open.size > 0 || this.openEnd !== undefined ? this.numbered(this.reportedSeconds) : [];
      const commits = [...this.frozen, ...unnumbered];
      try {
        if (commits.length === 0) await journal.remove(attempt, session);
        else await journal.put({ attempt, session, commits, savedAt: clock.now() });
        this.keptHere = true;
      } catch {
        // a full or forbidden storage: the learner is told as soon as the network fails too
        this.keptHere = false;
      }
    }
    this.writing = false;
  }

  private wakeIfIdle(): void {
    if (!this.isIdle()) return;
    const waiters = this.idleWaiters;
    this.idleWaiters = [];
    for (const wake of waiters) wake();
  }
}

function ending(how: End | undefined): Pick<Commit, 'finished' | 'left' | 'seen'> {
  switch (how) {
    case 'finished':
      return { finished: true };
    case 'left':
      return { finished: true, left: true };
    case 'seen':
      return { finished: false, seen: true };
    case undefined:
      return { finished: false };
  }
}

function size(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}

/** The first ones up to a size, one at least: a request of the ordinary kind. */
function beginning(commits: Commit[], limit: number): Commit[] {
  let total = 0;
  const end = commits.findIndex((c) => (total += size(c)) > limit);
  return end < 0 ? commits : commits.slice(0, Math.max(1, end));
}

/** All that fits, in order, past what does not: the server keeps the results of what comes too early. */
function fitting(commits: Commit[], limit: number): Commit[] {
  let room = limit;
  return commits.filter((c) => {
    const fits = size(c) <= room;
    if (fits) room -= size(c);
    return fits;
  });
}
