import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Api12 } from '../src/api12';
import { Player } from '../src/player';
import type { Answer, Commit, CommitAnswer, Host, Launch } from '../src/protocol';
import { LATER, MemoryJournal, quiet, TestClock } from './fakes';

const SECRET = 'metodporten-commit-secret';

const LAUNCH: Launch = {
  secret: 'top-secret',
  attempt: 'a',
  session: 's2',
  standard: '1.2',
  content: '/f/token/index.html',
  cmi: { 'cmi.core.lesson_status': 'incomplete', 'cmi.core.lesson_location': 'p1' },
  title: 'ViSam',
  learner: 'Anna Berg',
  returnUrl: 'https://portal.example/courses/1',
  language: 'sv',
};

function made() {
  const clock = new TestClock();
  const journal = new MemoryJournal();
  const storage = new Map<string, string>();
  const shown: string[] = [];
  const left: string[] = [];
  const asked: string[] = [];
  const sent: { session: string; commits: Commit[] }[] = [];
  const answers = { launch: [] as Answer<Launch>[], commit: [] as Answer<CommitAnswer>[] };
  let api: Api12 | undefined;
  let goBack = (): void => undefined;
  const saved = (commits: Commit[]): Answer<CommitAnswer> => {
    const lastSequence = commits.at(-1)?.sequence ?? 0;
    return { kind: 'ok', value: { lastSequence, status: '', refused: [], fulfilled: false } };
  };
  const launched = (how: string): Promise<Answer<Launch>> => {
    asked.push(how);
    return Promise.resolve(answers.launch.shift() ?? { kind: 'ok', value: LAUNCH });
  };
  const host: Host = {
    launch: (ticket) => launched(`launch ${ticket}`),
    resume: (secret) => launched(`resume ${secret}`),
    commit: (_secret, session, commits) => {
      sent.push({ session, commits });
      return Promise.resolve(answers.commit.shift() ?? saved(commits));
    },
    exit: (secret, session) => {
      asked.push(`exit ${secret} ${session}`);
      return Promise.resolve({ kind: 'ok', value: { returnUrl: LAUNCH.returnUrl } });
    },
  };
  const player = new Player({
    host,
    journal,
    clock,
    storage: {
      getItem: (key) => storage.get(key) ?? null,
      setItem: (key, value) => void storage.set(key, value),
      removeItem: (key) => void storage.delete(key),
    },
    view: {
      speak: () => undefined,
      course: (_title, _learner, returnUrl) => shown.push(`course ${returnUrl}`),
      show: (state) => shown.push(state),
      end: (reason) => shown.push(`end ${reason}`),
      saveState: (state) => shown.push(state),
      openContent: (url) => shown.push(`open ${url}`),
      closeContent: () => Promise.resolve(),
      courseFinished: () => shown.push('finished'),
      leaving: () => shown.push('leaving'),
      onBack: (go) => (goBack = go),
    },
    publish: (published) => (api = published),
    leaveTo: (url) => left.push(url),
    warn: (message) => shown.push(`warning ${message}`),
  });
  return { clock, journal, storage, shown, left, asked, sent, answers, player, api: () => api, goBack: () => goBack() };
}

function unsent(attempt: string, session: string) {
  const commits = [{ sequence: 3, sets: { 'cmi.core.lesson_location': 'p9' }, elapsedSeconds: 9, finished: false }];
  return { attempt, session, commits, savedAt: 1 };
}

describe('the player', () => {
  test('exchanges the ticket, keeps the secret in the tab and opens the content', async () => {
    const { player, storage, shown, asked, api } = made();
    await player.start('ticket-1');
    assert.deepEqual(asked, ['launch ticket-1']);
    assert.equal(storage.get(SECRET), 'top-secret');
    assert.ok(shown.includes('open /f/token/index.html'));
    assert.equal(api()?.LMSInitialize(''), 'true');
    assert.equal(api()?.LMSGetValue('cmi.core.lesson_location'), 'p1');
  });

  test('goes on by its secret after a reload, and a new ticket goes before an old secret', async () => {
    const reload = made();
    reload.storage.set(SECRET, 'kept');
    const { secret, ...withoutSecret } = LAUNCH;
    assert.equal(secret, 'top-secret');
    reload.answers.launch.push({ kind: 'ok', value: withoutSecret });
    await reload.player.start('');
    assert.deepEqual(reload.asked, ['resume kept']);
    assert.equal(reload.storage.get(SECRET), 'kept');

    const anew = made();
    anew.storage.set(SECRET, 'kept');
    await anew.player.start('ticket-2');
    assert.deepEqual(anew.asked, ['launch ticket-2']);
    assert.equal(anew.storage.get(SECRET), 'top-secret');
  });

  test('without ticket and secret it says where courses are opened', async () => {
    const { player, shown, asked } = made();
    await player.start('');
    assert.deepEqual(asked, []);
    assert.deepEqual(shown, ['end noTicket']);
  });

  test('asks again until there is an answer, and forgets a secret that is dead', async () => {
    const { player, clock, answers, shown, storage, asked } = made();
    answers.launch.push({ kind: 'later' }, { kind: 'later' }, { kind: 'problem', code: 'secret-unknown' });
    storage.set(SECRET, 'old');
    const started = player.start('');
    await quiet();
    await clock.advance(1_000);
    await clock.advance(2_000);
    await started;
    assert.equal(asked.length, 3);
    assert.deepEqual(shown, ['connecting', 'connecting', 'end secret-unknown']);
    assert.equal(storage.has(SECRET), false);
  });

  test('sends first what an earlier session left here, and starts from the values after it', async () => {
    const { player, journal, answers, sent, api } = made();
    await journal.put(unsent('a', 's1'));
    await journal.put(unsent('of another learner', 's0'));
    const cmi = { ...LAUNCH.cmi, 'cmi.core.lesson_location': 'p9' };
    answers.commit.push({
      kind: 'ok',
      value: { lastSequence: 3, status: '', refused: [], fulfilled: false, cmi },
    });
    await player.start('t');
    assert.deepEqual(
      sent.map((s) => s.session),
      ['s1'],
    );
    api()?.LMSInitialize('');
    assert.equal(api()?.LMSGetValue('cmi.core.lesson_location'), 'p9');
    assert.deepEqual([...journal.entries.keys()], ['of another learner/s0']);
  });

  test('starts without the journal when it cannot be sent now, and keeps it', async () => {
    const { player, clock, journal, answers, shown } = made();
    await journal.put(unsent('a', 's1'));
    answers.commit.push(LATER, LATER, LATER, LATER);
    const started = player.start('t');
    await quiet();
    await clock.advance(60_000);
    await started;
    assert.ok(shown.includes('open /f/token/index.html'));
    assert.equal(journal.entries.size, 1);
  });

  test('drops a journal that the server has no session for, and stops when another window took over meanwhile', async () => {
    const strange = made();
    await strange.journal.put(unsent('a', 's1'));
    strange.answers.commit.push({ kind: 'problem', code: 'other-attempt' });
    await strange.player.start('t');
    assert.equal(strange.journal.entries.size, 0);
    assert.ok(strange.shown.includes('open /f/token/index.html'));

    const late = made();
    await late.journal.put(unsent('a', 's1'));
    late.answers.commit.push({ kind: 'problem', code: 'taken-over' });
    await late.player.start('t');
    assert.equal(late.shown.at(-1), 'end taken-over');
    assert.equal(late.api(), undefined);
  });

  test('saves, says good-bye to the server, forgets the secret and goes back', async () => {
    const { player, sent, left, asked, storage, api, goBack } = made();
    await player.start('t');
    api()?.LMSInitialize('');
    api()?.LMSSetValue('cmi.core.lesson_location', 'p2');
    goBack();
    await quiet();
    assert.deepEqual(sent[0]?.commits[0]?.sets, { 'cmi.core.lesson_location': 'p2' });
    assert.equal(asked.at(-1), 'exit top-secret s2');
    assert.deepEqual(left, [LAUNCH.returnUrl]);
    assert.equal(storage.has(SECRET), false);
  });

  test('goes back to addresses of the web only', async () => {
    const { player, answers, shown } = made();
    answers.launch.push({ kind: 'ok', value: { ...LAUNCH, returnUrl: 'javascript:alert(1)' } });
    await player.start('t');
    assert.equal(shown[0], 'course undefined');
  });

  test('a standard it cannot run is said so', async () => {
    const { player, answers, shown, api } = made();
    answers.launch.push({ kind: 'ok', value: { ...LAUNCH, standard: '2004' } });
    await player.start('t');
    assert.equal(shown.at(-1), 'end unsupported');
    assert.equal(api(), undefined);
  });
});
