import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { HttpHost } from '../src/protocol';

const OURS = { 'X-Player-Protocol': '1', 'Content-Type': 'application/json' };
const SAVED = { lastSequence: 1, status: 'incomplete', refused: [], warnings: [], fulfilled: false };

function answering(body: string, status: number, headers: Record<string, string>) {
  const calls: { url: string; init: RequestInit }[] = [];
  const host = new HttpHost((url, init) => {
    calls.push({ url: String(url), init: init ?? {} });
    return Promise.resolve(new Response(body, { status, headers }));
  });
  return { host, calls };
}

describe('answers of the server', () => {
  test('the secret travels as a header, and no cookie with it', async () => {
    const { host, calls } = answering(JSON.stringify(SAVED), 200, OURS);
    const answer = await host.commit('top-secret', 's', [], true);
    assert.equal(answer.kind, 'ok');
    const call = calls[0];
    assert.equal(call?.url, '/play/api/commit');
    assert.equal(new Headers(call?.init.headers).get('X-Commit-Secret'), 'top-secret');
    assert.equal(call?.init.credentials, 'omit');
    assert.equal(call?.init.keepalive, true);
    assert.ok(!String(call?.init.body).includes('top-secret'));
  });

  const notOurs: [string, string, number, Record<string, string>][] = [
    ['a sign-in page of a hotel', '<html>', 200, { 'Content-Type': 'text/html' }],
    ['a proxy that answers 401', '{"code":"secret-unknown"}', 401, {}],
    ['a proxy’s own JSON', JSON.stringify(SAVED), 200, {}],
    ['our server in trouble', '{"code":"taken-over"}', 503, OURS],
    ['an answer cut off', '{"lastSeq', 200, OURS],
    ['an answer without its number', '{"refused":[]}', 200, OURS],
    ['an unknown refusal', '{"code":"new-one"}', 400, OURS],
  ];
  for (const [what, body, status, headers] of notOurs) {
    test(`${what} means: not saved yet`, async () => {
      assert.deepEqual(await answering(body, status, headers).host.commit('x', 's', [], false), { kind: 'later' });
    });
  }

  test('no network means: not saved yet', async () => {
    const host = new HttpHost(() => Promise.reject(new TypeError('Failed to fetch')));
    assert.deepEqual(await host.commit('x', 's', [], false), { kind: 'later' });
  });

  test('a refusal of ours is known by its code', async () => {
    const { host } = answering('{"code":"taken-over"}', 409, OURS);
    assert.deepEqual(await host.commit('x', 's', [], false), { kind: 'problem', code: 'taken-over' });
  });

  test('a launch without what content needs is no launch', async () => {
    const parts = { contents: [{ id: 'a', title: 'A', depth: 0, heading: false, status: 'passed', open: true }], next: 'a' };
    const whole = {
      attempt: 'a',
      session: 's',
      activity: 'a',
      sco: true,
      standard: '1.2',
      content: '/f',
      cmi: {},
      closed: {},
      parts,
      title: 't',
      learner: 'l',
      returnUrl: 'https://portal/',
      language: 'sv',
    };
    assert.equal((await answering(JSON.stringify(whole), 200, OURS).host.launch('t')).kind, 'ok');
    for (const member of Object.keys(whole)) {
      const { host } = answering(JSON.stringify({ ...whole, [member]: undefined }), 200, OURS);
      assert.equal((await host.resume('secret')).kind, 'later', member);
    }
    for (const odd of [{ parts: { contents: [{ id: 'a' }] } }, { cmi: { 'cmi.core.entry': 1 } }, { closed: 'r' }]) {
      const { host } = answering(JSON.stringify({ ...whole, ...odd }), 200, OURS);
      assert.equal((await host.launch('t')).kind, 'later');
    }
  });

  test('a step leads to a part or to none', async () => {
    const none = JSON.stringify({ ends: false, parts: { contents: [] } });
    const { host, calls } = answering(none, 200, OURS);
    assert.equal((await host.navigate('secret', 's', 'exit')).kind, 'ok');
    assert.deepEqual(JSON.parse(String(calls[0]?.init.body)), { session: 's', request: 'exit' });
    assert.equal((await answering('{"ends":true}', 200, OURS).host.navigate('x', 's', 'exit')).kind, 'later');
  });
});
