import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Outbox, type SaveState } from '../src/outbox';
import { LATER, MemoryJournal, quiet, TestClock, TestServer } from './fakes';

function made() {
  const clock = new TestClock();
  const journal = new MemoryJournal();
  const server = new TestServer();
  const states: SaveState[] = [];
  const outbox = new Outbox({
    attempt: 'a',
    session: 's',
    journal,
    clock,
    send: server.send,
    onState: (state) => states.push(state),
    onRefused: () => undefined,
    onParts: () => undefined,
  });
  return { clock, journal, server, states, outbox };
}

const LOCATION = 'cmi.core.lesson_location';
const SUSPEND = 'cmi.suspend_data';

describe('the outbox', () => {
  test('sends what changed after ten seconds, and nothing when nothing changed', async () => {
    const { clock, server, outbox, states } = made();
    outbox.set(LOCATION, 'p1');
    await clock.advance(9_999);
    assert.equal(server.requests.length, 0);
    await clock.advance(1);
    assert.deepEqual(server.requests[0]?.commits[0], {
      sequence: 1,
      sets: { [LOCATION]: 'p1' },
      elapsedSeconds: 10,
      finished: false,
    });
    assert.equal(states.at(-1), 'saved');
    await clock.advance(120_000);
    assert.equal(server.requests.length, 1);
  });

  test('tells what was refused once, beside what is saved, and not without end', async () => {
    const { clock, server, outbox } = made();
    outbox.set(LOCATION, 'p1');
    outbox.tried('cmi.core.lesson_status', 'banan');
    outbox.tried('cmi.core.lesson_status', 'apelsin');
    for (let i = 0; i < 50; i++) outbox.tried(`cmi.x${i}`, 'x'.repeat(5_000));
    await clock.advance(10_000);
    const { sets, tried } = server.requests[0]?.commits[0] ?? { sets: {} };
    assert.deepEqual(sets, { [LOCATION]: 'p1' });
    assert.equal(tried?.['cmi.core.lesson_status'], 'banan');
    assert.equal(Object.keys(tried ?? {}).length, 20);
    assert.equal(tried?.['cmi.x0']?.length, 1_000);
    outbox.set(LOCATION, 'p2');
    await clock.advance(10_000);
    assert.equal(server.requests[1]?.commits[0]?.tried, undefined);
  });

  test('sends at once when content commits or finishes', async () => {
    const { server, outbox } = made();
    outbox.set(LOCATION, 'p1');
    outbox.flush();
    await quiet();
    assert.equal(server.values.get(LOCATION), 'p1');
    outbox.end('finished');
    await quiet();
    assert.equal(server.finished, true);
  });

  test('keeps the order in which content first said things, with the last value', async () => {
    const { server, outbox } = made();
    outbox.set('cmi.objectives.0.id', 'a');
    outbox.set('cmi.objectives.1.id', 'b');
    outbox.set('cmi.objectives.0.id', 'c');
    outbox.flush();
    await quiet();
    assert.deepEqual(Object.entries(server.requests[0]?.commits[0]?.sets ?? {}), [
      ['cmi.objectives.0.id', 'c'],
      ['cmi.objectives.1.id', 'b'],
    ]);
  });

  test('sends the same commit with the same number again until it is acknowledged', async () => {
    const { clock, server, states, outbox } = made();
    server.instead.push(LATER, LATER);
    outbox.set(LOCATION, 'p1');
    outbox.flush();
    await quiet();
    assert.equal(states.at(-1), 'waiting');
    outbox.set(LOCATION, 'p2');
    await clock.advance(1_000);
    await clock.advance(2_000);
    assert.deepEqual(
      server.requests.map((r) => r.commits.map((c) => [c.sequence, c.sets[LOCATION]])),
      [[[1, 'p1']], [[1, 'p1']], [[1, 'p1']], [[2, 'p2']]],
    );
    assert.equal(states.at(-1), 'saved');
  });

  test('waits longer and longer, but never more than a minute, and not at all when the network is back', async () => {
    const { clock, server, outbox } = made();
    server.instead.push(...Array.from({ length: 20 }, () => LATER));
    outbox.set(LOCATION, 'p1');
    outbox.flush();
    await quiet();
    await clock.advance(1_000 + 2_000 + 4_000 + 8_000 + 16_000 + 32_000);
    assert.equal(server.requests.length, 7);
    await clock.advance(60_000);
    assert.equal(server.requests.length, 8);
    outbox.retryNow();
    await quiet();
    assert.equal(server.requests.length, 9);
  });

  test('has in the journal what the server has not acknowledged, and only that', async () => {
    const { clock, journal, server, outbox } = made();
    server.instead.push(LATER);
    outbox.set(LOCATION, 'p1');
    outbox.flush();
    await quiet();
    outbox.set(SUSPEND, 'x');
    await quiet();
    const [entry] = await journal.ofAttempt('a');
    assert.deepEqual(
      entry?.commits.map((c) => [c.sequence, c.sets]),
      [
        [1, { [LOCATION]: 'p1' }],
        [2, { [SUSPEND]: 'x' }],
      ],
    );
    await clock.advance(10_000);
    assert.deepEqual(await journal.ofAttempt('a'), []);
    assert.equal(server.values.get(SUSPEND), 'x');
  });

  test('says so when neither the server nor this computer has the work', async () => {
    const { journal, server, states, outbox } = made();
    journal.broken = true;
    server.instead.push(LATER);
    outbox.set(LOCATION, 'p1');
    await quiet();
    outbox.flush();
    await quiet();
    assert.equal(states.at(-1), 'waiting-unsafe');
  });

  test('last words repeat what is under way, since the page may die before its answer', async () => {
    const { server, outbox } = made();
    let open = (): void => undefined;
    server.gate = new Promise((resolve) => (open = resolve));
    outbox.set(LOCATION, 'p1');
    outbox.flush();
    outbox.set(SUSPEND, 'x');
    outbox.flushBeforeLeaving();
    await quiet();
    assert.equal(server.requests[1]?.keepalive, true);
    assert.deepEqual(
      server.requests[1]?.commits.map((c) => c.sequence),
      [1, 2],
    );
    open();
    await quiet();
    assert.equal(server.last, 2);
    assert.equal(server.requests.length, 2);
  });

  test('what content says after our last words goes too, though no answer has come', async () => {
    const { server, outbox } = made();
    server.gate = new Promise(() => undefined);
    outbox.set(LOCATION, 'p1');
    outbox.flushBeforeLeaving();
    outbox.set(SUSPEND, 'said in unload');
    outbox.end('finished');
    await quiet();
    const last = server.requests.at(-1);
    assert.equal(last?.keepalive, true);
    assert.deepEqual(
      last?.commits.map((c) => [c.sequence, Object.values(c.sets), c.finished]),
      [
        [1, ['p1'], false],
        [2, ['said in unload'], true],
      ],
    );
  });

  test('what content only sets while the page goes is sent when it has said all of it', async () => {
    const { server, outbox } = made();
    server.gate = new Promise(() => undefined);
    outbox.flushBeforeLeaving();
    outbox.set(LOCATION, 'p1');
    outbox.set(SUSPEND, 'x');
    await quiet();
    assert.equal(server.requests.length, 1);
    assert.deepEqual(server.requests[0]?.commits[0]?.sets, { [LOCATION]: 'p1', [SUSPEND]: 'x' });
  });

  test('a page that lives on sends at its ordinary pace again', async () => {
    const { clock, server, outbox } = made();
    outbox.flushBeforeLeaving();
    outbox.stay();
    outbox.set(LOCATION, 'p1');
    await clock.advance(9_999);
    assert.equal(server.requests.length, 0);
    await clock.advance(1);
    assert.equal(server.values.get(LOCATION), 'p1');
  });

  test('a late answer to an old request moves no number', async () => {
    const { server, outbox } = made();
    let open = (): void => undefined;
    server.gate = new Promise((resolve) => (open = resolve));
    server.instead.push({ kind: 'ok', value: { lastSequence: 1, status: '', refused: [], fulfilled: false } });
    outbox.set(LOCATION, 'p1');
    outbox.flush();
    await quiet();
    server.gate = undefined;
    outbox.set(LOCATION, 'p2');
    outbox.flushBeforeLeaving();
    await quiet();
    assert.equal(server.last, 2);
    open();
    await quiet();
    outbox.set(LOCATION, 'p3');
    outbox.flush();
    await quiet();
    assert.equal(server.last, 3);
    assert.equal(server.values.get(LOCATION), 'p3');
  });

  test('a result never waits for a large value, also in the last words', async () => {
    const { server, outbox } = made();
    outbox.set(SUSPEND, 'å'.repeat(64_000));
    outbox.set('cmi.core.lesson_status', 'passed');
    outbox.flushBeforeLeaving();
    await quiet();
    const sent = server.requests[0];
    assert.equal(sent?.keepalive, true);
    assert.ok(JSON.stringify(sent?.commits).length < 60_000);
    assert.equal(server.values.get('cmi.core.lesson_status'), 'passed');
    outbox.flush();
    await quiet();
    assert.equal(server.values.get(SUSPEND)?.length, 64_000);
  });

  test('sends how long the session was, though content said nothing more', async () => {
    const { clock, server, outbox } = made();
    await clock.advance(65_000);
    outbox.flushBeforeLeaving();
    await quiet();
    assert.deepEqual(server.requests[0]?.commits, [{ sequence: 1, sets: {}, elapsedSeconds: 65, finished: false }]);
    outbox.flushBeforeLeaving();
    await quiet();
    assert.equal(server.requests.length, 1);
  });

  test('stops for good when a newer window has taken over, and leaves no journal behind', async () => {
    const { clock, journal, server, states, outbox } = made();
    server.instead.push({ kind: 'problem', code: 'taken-over' });
    outbox.set(LOCATION, 'p1');
    outbox.flush();
    await quiet();
    outbox.set(LOCATION, 'p2');
    await clock.advance(100_000);
    assert.equal(server.requests.length, 1);
    assert.equal(states.at(-1), 'taken-over');
    assert.equal(journal.entries.size, 0);
  });

  test('keeps the journal when the secret has expired', async () => {
    const { journal, server, states, outbox } = made();
    server.instead.push({ kind: 'problem', code: 'secret-unknown' });
    outbox.set(LOCATION, 'p1');
    outbox.flush();
    await quiet();
    assert.equal(states.at(-1), 'secret-unknown');
    assert.equal(journal.entries.size, 1);
  });

  test('goes on without a commit that the server will never take, and does not call it saved', async () => {
    const { server, states, outbox } = made();
    server.instead.push({ kind: 'problem', code: 'too-large' });
    outbox.set(SUSPEND, 'x');
    outbox.flush();
    await quiet();
    outbox.set(LOCATION, 'p2');
    outbox.flush();
    await quiet();
    assert.equal(server.values.get(LOCATION), 'p2');
    assert.equal(server.last, 1);
    assert.equal(states.at(-1), 'too-large');
  });

  test('goes on from what a server restored from its backup still knows', async () => {
    const { server, outbox } = made();
    for (const page of ['p1', 'p2', 'p3']) {
      outbox.set(LOCATION, page);
      outbox.flush();
      await quiet();
    }
    server.last = 1;
    outbox.set(LOCATION, 'p4');
    outbox.flush();
    await quiet();
    assert.equal(server.values.get(LOCATION), 'p4');
    assert.equal(server.last, 2);
  });

  test('settles when everything is saved, and not before', async () => {
    const { clock, server, outbox } = made();
    server.instead.push(LATER);
    outbox.set(LOCATION, 'p1');
    let settled = false;
    void outbox.settle().then(() => (settled = true));
    await quiet();
    assert.equal(settled, false);
    await clock.advance(1_000);
    assert.equal(settled, true);
    assert.equal(server.values.get(LOCATION), 'p1');
  });
});
