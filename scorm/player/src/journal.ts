/** Commits that the server has not acknowledged, on this computer, so that they outlive a closed tab. */
import type { Commit } from './protocol';

export interface JournalEntry {
  attempt: string;
  session: string;
  commits: Commit[];
  savedAt: number;
}

export interface Journal {
  put(entry: JournalEntry): Promise<void>;
  remove(attempt: string, session: string): Promise<void>;
  ofAttempt(attempt: string): Promise<JournalEntry[]>;
}

const DATABASE = 'metodporten-player';
const STORE = 'unsent';
/** After this nobody can tell the learner what it was. */
const KEPT_MS = 60 * 24 * 3600 * 1000;

export class IndexedDbJournal implements Journal {
  private constructor(private readonly database: IDBDatabase) {}

  /** Opens it and forgets what is too old; rejects where a browser has no storage for us. */
  static async open(factory: IDBFactory, now: number): Promise<IndexedDbJournal> {
    const request = factory.open(DATABASE, 1);
    request.onupgradeneeded = () => {
      request.result.createObjectStore(STORE, { keyPath: ['attempt', 'session'] });
    };
    const journal = new IndexedDbJournal(await promised(request));
    for (const entry of await journal.all()) {
      if (entry.savedAt < now - KEPT_MS) await journal.remove(entry.attempt, entry.session);
    }
    return journal;
  }

  async put(entry: JournalEntry): Promise<void> {
    await this.write((store) => store.put(entry));
  }

  async remove(attempt: string, session: string): Promise<void> {
    await this.write((store) => store.delete([attempt, session]));
  }

  /** Oldest first. */
  async ofAttempt(attempt: string): Promise<JournalEntry[]> {
    const entries = (await this.all()).filter((e) => e.attempt === attempt);
    return entries.sort((a, b) => a.savedAt - b.savedAt);
  }

  private all(): Promise<JournalEntry[]> {
    const store = this.database.transaction(STORE, 'readonly').objectStore(STORE);
    return promised<JournalEntry[]>(store.getAll());
  }

  private write(change: (store: IDBObjectStore) => IDBRequest): Promise<void> {
    return new Promise((resolve, reject) => {
      const transaction = this.database.transaction(STORE, 'readwrite');
      transaction.oncomplete = () => resolve();
      transaction.onabort = () => reject(transaction.error ?? new Error('the journal refused a write'));
      change(transaction.objectStore(STORE));
    });
  }
}

/** For browsers without storage: as safe as the network is. */
export class NoJournal implements Journal {
  put(): Promise<void> {
    return Promise.resolve();
  }
  remove(): Promise<void> {
    return Promise.resolve();
  }
  ofAttempt(): Promise<JournalEntry[]> {
    return Promise.resolve([]);
  }
}

function promised<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error ?? new Error('the journal cannot be read'));
  });
}
