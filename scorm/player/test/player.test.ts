import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Api12 } from '../src/api12';
import type { Api2004 } from '../src/api2004';
import { Player, type Published } from '../src/player';
import type { Answer, Commit, CommitAnswer, Host, Launch, NoPart, Part } from '../src/protocol';
import { LATER, MemoryJournal, quiet, TestClock } from './fakes';

const SECRET = 'metodporten-commit-secret';

const LAUNCH: Launch = {
  secret: 'top-secret',
  attempt: 'a',
  session: 's2',
  activity: 'only',
  sco: true,
  standard: '1.2',
  content: '/f/token/index.html',
  closed: {},
  parts: { contents: [] },
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
  const answers = {
    launch: [] as Answer<Launch>[],
    commit: [] as Answer<CommitAnswer>[],
    navigate: [] as Answer<Launch | NoPart>[],
  };
  let published: Published | undefined;
  let shown_ = (): void => undefined;
  let goBack = (): void => undefined;
  let step = (_request: string): void => undefined;
  let unload = (): void => undefined;
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
    navigate: (_secret, session, request) => {
      asked.push(`navigate ${session} ${request}`);
      return Promise.resolve(answers.navigate.shift() ?? { kind: 'later' });
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
      openContent: (url, onShown) => {
        shown.push(`open ${url}`);
        shown_ = onShown;
      },
      closeContent: () => {
        unload();
        return Promise.resolve();
      },
      parts: (parts, current) => shown.push(`parts ${parts.contents.map((p) => `${p.id}:${p.status}`)} at ${current}`),
      partFinished: (hasNext) => shown.push(`finished ${hasNext}`),
      opened: () => shown.push('opened'),
      choose: () => shown.push('choose'),
      offline: (how) => shown.push(`offline ${how}`),
      onBack: (go) => (goBack = go),
      onStep: (go) => (step = go),
    },
    publish: (now) => (published = now),
    leaveTo: (url) => left.push(url),
    warn: (message) => shown.push(`warning ${message}`),
  });
  return {
    clock,
    journal,
    storage,
    shown,
    left,
    asked,
    sent,
    answers,
    player,
    api: () => published?.api as Api12 | undefined,
    api2004: () => published?.api as Api2004,
    published: () => published?.name,
    contentShown: () => shown_(),
    whenUnloading: (run: () => void) => (unload = run),
    goBack: () => goBack(),
    step: (request: string) => step(request),
  };
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
});

const PARTS: Part[] = ['a', 'b'].map((id) => ({
  id,
  title: `Del ${id}`,
  depth: 0,
  heading: false,
  status: 'not attempted',
  open: id === 'b',
}));

const FIRST: Launch = {
  ...LAUNCH,
  standard: '2004',
  activity: 'a',
  cmi: { 'cmi.entry': 'ab-initio' },
  parts: { contents: PARTS, next: 'b' },
};

const SECOND: Launch = { ...FIRST, session: 's3', activity: 'b', content: '/f/token/b.html', parts: { contents: PARTS } };

function several() {
  const m = made();
  m.answers.launch.push({ kind: 'ok', value: FIRST });
  return m;
}

describe('the player with several parts', () => {
  test('publishes the API of the standard, and knows where the learner may go', async () => {
    const { player, api2004, published, shown } = several();
    await player.start('t');
    assert.equal(published(), 'API_1484_11');
    assert.ok(shown.includes('parts a:not attempted,b:not attempted at a'));
    api2004().Initialize('');
    assert.equal(api2004().GetValue('adl.nav.request_valid.choice.{target=b}'), 'true');
    assert.equal(api2004().GetValue('adl.nav.request_valid.choice.{target=a}'), 'false');
    assert.equal(api2004().GetValue('adl.nav.request_valid.jump.{target=x}'), 'unknown');
  });

  test('goes where content asks to go when it ends, after all is saved', async () => {
    const { player, api2004, answers, asked, sent, shown } = several();
    answers.navigate.push({ kind: 'ok', value: SECOND });
    await player.start('t');
    const first = api2004();
    first.Initialize('');
    first.SetValue('cmi.completion_status', 'completed');
    first.SetValue('adl.nav.request', 'continue');
    first.Terminate('');
    await quiet();
    assert.deepEqual(sent[0]?.commits[0], {
      sequence: 1,
      sets: { 'cmi.completion_status': 'completed', 'adl.nav.request': 'continue' },
      elapsedSeconds: 0,
      finished: true,
    });
    assert.equal(asked.at(-1), 'navigate s2 continue');
    assert.ok(shown.includes('open /f/token/b.html'));
    assert.ok(shown.includes('opened'));
    assert.notEqual(api2004(), first);
    assert.equal(first.SetValue('cmi.location', 'late'), 'false');
  });

  test('goes where the learner asks to go; content says its last words before', async () => {
    const { player, api2004, answers, asked, sent, step, whenUnloading } = several();
    answers.navigate.push({ kind: 'ok', value: SECOND });
    await player.start('t');
    const first = api2004();
    first.Initialize('');
    whenUnloading(() => {
      first.SetValue('cmi.location', '7');
      first.Terminate('');
    });
    step('{target=b}choice');
    await quiet();
    assert.equal(sent.flatMap((s) => s.commits).at(-1)?.finished, true);
    assert.equal(sent.flatMap((s) => s.commits).at(-1)?.left, undefined);
    assert.equal(asked.at(-1), 'navigate s2 {target=b}choice');
  });

  test('waits with the step until the work is saved', async () => {
    const { player, clock, api2004, answers, asked, shown, step } = several();
    await player.start('t');
    api2004().Initialize('');
    api2004().SetValue('cmi.location', '2');
    answers.commit.push(LATER, LATER, LATER);
    answers.navigate.push({ kind: 'ok', value: SECOND });
    step('continue');
    await quiet();
    await clock.advance(4_000);
    assert.ok(!asked.some((a) => a.startsWith('navigate')));
    assert.ok(shown.includes('offline stepping'));
    await clock.advance(60_000);
    assert.equal(asked.at(-1), 'navigate s2 continue');
    assert.ok(shown.includes('open /f/token/b.html'));
  });

  test('a step past the last part leads back, one that is not possible to the contents', async () => {
    const past = several();
    past.answers.navigate.push({ kind: 'ok', value: { ends: true, parts: FIRST.parts } });
    await past.player.start('t');
    past.step('continue');
    await quiet();
    assert.equal(past.asked.at(-1), 'exit top-secret s2');
    assert.deepEqual(past.left, [LAUNCH.returnUrl]);

    const menu = several();
    menu.answers.navigate.push({ kind: 'ok', value: { ends: false, parts: FIRST.parts } }, { kind: 'ok', value: SECOND });
    await menu.player.start('t');
    menu.step('exit');
    await quiet();
    assert.ok(menu.shown.includes('choose'));
    menu.step('{target=b}choice');
    await quiet();
    assert.ok(menu.shown.includes('open /f/token/b.html'));
  });

  test('what content ends because the learner leaves has been left, not finished', async () => {
    for (const how of ['back', 'closed'] as const) {
      const { player, api2004, sent, whenUnloading, goBack } = several();
      await player.start('t');
      const api = api2004();
      api.Initialize('');
      const lastWords = (): void => {
        api.SetValue('cmi.exit', 'normal');
        api.Terminate('');
      };
      if (how === 'back') {
        whenUnloading(lastWords);
        goBack();
      } else {
        player.aboutToLeave();
        lastWords();
      }
      await quiet();
      assert.equal(sent.flatMap((s) => s.commits).at(-1)?.left, true, how);
    }
  });

  test('an asset is done when it was shown, unless it speaks for itself', async () => {
    const asset = several();
    asset.answers.launch[0] = { kind: 'ok', value: { ...FIRST, sco: false } };
    await asset.player.start('t');
    asset.contentShown();
    await quiet();
    assert.equal(asset.sent[0]?.commits[0]?.seen, true);

    const speaking = several();
    speaking.answers.launch[0] = { kind: 'ok', value: { ...FIRST, sco: false } };
    await speaking.player.start('t');
    speaking.api2004().Initialize('');
    speaking.contentShown();
    await quiet();
    assert.deepEqual(speaking.sent, []);
  });

  test('shows how far one is as soon as the server says so', async () => {
    const { player, api2004, answers, shown } = several();
    const done = PARTS.map((p) => (p.id === 'a' ? { ...p, status: 'completed' } : p));
    answers.commit.push({
      kind: 'ok',
      value: { lastSequence: 1, status: 'completed', refused: [], fulfilled: false, parts: { contents: done, next: 'b' } },
    });
    await player.start('t');
    api2004().Initialize('');
    api2004().SetValue('cmi.completion_status', 'completed');
    api2004().Commit('');
    await quiet();
    assert.equal(shown.filter((s) => s.startsWith('parts')).at(-1), 'parts a:completed,b:not attempted at a');
  });
});
