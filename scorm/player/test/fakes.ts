import type { Journal, JournalEntry } from '../src/journal';
import type { Clock } from '../src/outbox';
import type { Answer, Commit, CommitAnswer } from '../src/protocol';

/** Time that moves only when told to. */
export class TestClock implements Clock {
  private time = 1_000_000;
  private timers: { at: number; run: () => void }[] = [];

  now(): number {
    return this.time;
  }

  after(ms: number, run: () => void): () => void {
    const timer = { at: this.time + ms, run };
    this.timers.push(timer);
    return () => {
      this.timers = this.timers.filter((t) => t !== timer);
    };
  }

  async advance(ms: number): Promise<void> {
    const end = this.time + ms;
    for (;;) {
      const due = this.timers.filter((t) => t.at <= end).sort((a, b) => a.at - b.at)[0];
      if (due === undefined) break;
      this.timers = this.timers.filter((t) => t !== due);
      this.time = due.at;
      due.run();
      await quiet();
    }
    this.time = end;
    await quiet();
  }
}

/** Lets everything that is ready happen. */
export async function quiet(): Promise<void> {
  for (let i = 0; i < 20; i++) await new Promise<void>((resolve) => setImmediate(resolve));
}

export class MemoryJournal implements Journal {
  readonly entries = new Map<string, JournalEntry>();
  broken = false;

  put(entry: JournalEntry): Promise<void> {
    if (this.broken) return Promise.reject(new Error('full'));
    this.entries.set(`${entry.attempt}/${entry.session}`, structuredClone(entry));
    return Promise.resolve();
  }

  remove(attempt: string, session: string): Promise<void> {
    this.entries.delete(`${attempt}/${session}`);
    return Promise.resolve();
  }

  ofAttempt(attempt: string): Promise<JournalEntry[]> {
    return Promise.resolve([...this.entries.values()].filter((e) => e.attempt === attempt));
  }
}

/** A server that keeps to the protocol: numbers in order, repeats acknowledged, too early ones not. */
export class TestServer {
  last = 0;
  readonly values = new Map<string, string>();
  readonly requests: { commits: Commit[]; keepalive: boolean }[] = [];
  finished = false;
  /** Answers to give instead, first one first. */
  readonly instead: Answer<CommitAnswer>[] = [];
  /** While set, requests wait for it. */
  gate: Promise<void> | undefined;

  readonly send = async (commits: Commit[], keepalive: boolean): Promise<Answer<CommitAnswer>> => {
    this.requests.push({ commits: structuredClone(commits), keepalive });
    const other = this.instead.shift();
    if (this.gate !== undefined) await this.gate;
    if (other !== undefined) return other;
    for (const commit of commits) {
      if (commit.sequence !== this.last + 1) continue;
      this.last = commit.sequence;
      for (const [element, value] of Object.entries(commit.sets)) this.values.set(element, value);
      this.finished ||= commit.finished;
    }
    return { kind: 'ok', value: { lastSequence: this.last, status: 'incomplete', refused: [], fulfilled: false } };
  };
}

export const LATER: Answer<CommitAnswer> = { kind: 'later' };
