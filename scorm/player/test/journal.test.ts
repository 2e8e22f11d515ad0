import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { IDBFactory } from 'fake-indexeddb';
import { IndexedDbJournal, type JournalEntry } from '../src/journal';

const DAY = 24 * 3600 * 1000;

function entry(attempt: string, session: string, savedAt: number): JournalEntry {
  const commits = [{ sequence: 1, sets: { 'cmi.suspend_data': '\ud800å' }, elapsedSeconds: 1, finished: false }];
  return { attempt, session, commits, savedAt };
}

describe('the journal', () => {
  test('outlives the page, gives back an attempt’s entries, oldest first, and no other’s', async () => {
    const factory = new IDBFactory();
    const page = await IndexedDbJournal.open(factory, 0);
    await page.put(entry('a', 's2', 20));
    await page.put(entry('a', 's1', 10));
    await page.put(entry('b', 's3', 5));
    const next = await IndexedDbJournal.open(factory, 100);
    assert.deepEqual(
      (await next.ofAttempt('a')).map((e) => e.session),
      ['s1', 's2'],
    );
    assert.equal((await next.ofAttempt('a'))[0]?.commits[0]?.sets['cmi.suspend_data'], '\ud800å');
  });

  test('forgets what was acknowledged', async () => {
    const journal = await IndexedDbJournal.open(new IDBFactory(), 0);
    await journal.put(entry('a', 's1', 10));
    await journal.put(entry('a', 's1', 11));
    await journal.remove('a', 's1');
    assert.deepEqual(await journal.ofAttempt('a'), []);
  });

  test('forgets after sixty days', async () => {
    const factory = new IDBFactory();
    const journal = await IndexedDbJournal.open(factory, 0);
    await journal.put(entry('a', 'old', 0));
    await journal.put(entry('a', 'young', 2));
    const later = await IndexedDbJournal.open(factory, 60 * DAY + 1);
    assert.deepEqual(
      (await later.ofAttempt('a')).map((e) => e.session),
      ['young'],
    );
  });
});
