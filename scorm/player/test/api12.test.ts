import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Api12, type Listener } from '../src/api12';

function made(cmi: Record<string, string> = {}) {
  const sets: [string, string][] = [];
  const calls: string[] = [];
  const listener: Listener = {
    initialized: () => calls.push('initialized'),
    set: (element, value) => sets.push([element, value]),
    refused: (element) => calls.push(`refused ${element}`),
    committed: () => calls.push('committed'),
    finished: () => calls.push('finished'),
  };
  const first = {
    'cmi.core.student_id': 'learner-1',
    'cmi.core.student_name': 'Berg, Anna',
    'cmi.core.credit': 'credit',
    'cmi.core.lesson_mode': 'normal',
    'cmi.core.entry': 'ab-initio',
    'cmi.core.lesson_status': 'not attempted',
    'cmi.core.total_time': '0000:00:00',
  };
  const api = new Api12({ ...first, ...cmi }, listener);
  return { api, sets, calls };
}

function running(cmi: Record<string, string> = {}) {
  const m = made(cmi);
  assert.equal(m.api.LMSInitialize(''), 'true');
  return m;
}

describe('the API of SCORM 1.2', () => {
  test('gives content what the server said, arrays included', () => {
    const { api } = running({
      'cmi.core.entry': 'resume',
      'cmi.core.lesson_location': 'p3',
      'cmi.suspend_data': 'åäö|1,2',
      'cmi.core.lesson_status': 'incomplete',
      'cmi.core.total_time': '0001:02:03',
      'cmi.objectives.0.id': 'o1',
      'cmi.objectives.0.score.raw': '5',
      'cmi.objectives.1.id': 'o2',
      'cmi.interactions.0.id': 'q1',
      'cmi.student_data.mastery_score': '80',
      'cmi.launch_data': 'start=2',
    });
    const expected: [string, string][] = [
      ['cmi.core.entry', 'resume'],
      ['cmi.core.lesson_location', 'p3'],
      ['cmi.suspend_data', 'åäö|1,2'],
      ['cmi.core.lesson_status', 'incomplete'],
      ['cmi.core.student_name', 'Berg, Anna'],
      ['cmi.objectives._count', '2'],
      ['cmi.objectives.0.score.raw', '5'],
      ['cmi.objectives.1.id', 'o2'],
      ['cmi.interactions._count', '1'],
      ['cmi.student_data.mastery_score', '80'],
      ['cmi.launch_data', 'start=2'],
      ['cmi.core.score._children', 'raw,max,min'],
    ];
    for (const [element, value] of expected) {
      assert.equal(api.LMSGetValue(element), value, element);
      assert.equal(api.LMSGetLastError(), '0', element);
    }
  });

  const refused: [string, string, string][] = [
    ['cmi', 'x', '401'],
    ['cmi.core', 'x', '401'],
    ['cmi.objectives', 'x', '401'],
    ['cmi.objectives.0', 'x', '401'],
    ['cmi.nothing', 'x', '401'],
    ['cmi.objectives.n.id', 'x', '401'],
    ['cmi.core._children', 'x', '402'],
    ['cmi.objectives._count', '3', '402'],
    ['cmi.core.student_id', 'x', '403'],
    ['cmi.core.entry', 'resume', '403'],
    ['cmi.core.lesson_status', 'banana', '405'],
    ['cmi.core.lesson_status', 'not attempted', '405'],
    ['cmi.core.score.raw', 'banana', '405'],
    ['cmi.core.score.raw', '101', '405'],
    ['cmi.core.score.raw', '-1', '405'],
    ['cmi.core.session_time', '5 min', '405'],
    ['cmi.core.lesson_location', 'x'.repeat(256), '405'],
    ['cmi.suspend_data', 'å'.repeat(64_001), '405'],
    ['cmi.objectives.1.id', 'gap', '201'],
  ];
  for (const [element, value, code] of refused) {
    test(`refuses ${element} = ${value.slice(0, 20)} with ${code}, and hands nothing on`, () => {
      const { api, sets } = running();
      assert.equal(api.LMSSetValue(element, value), 'false');
      assert.equal(api.LMSGetLastError(), code);
      assert.deepEqual(sets, []);
    });
  }

  test('hands on what it accepts, as text', () => {
    const { api, sets } = running();
    assert.equal(api.LMSSetValue('cmi.core.score.raw', 85), 'true');
    assert.equal(api.LMSSetValue('cmi.suspend_data', 'å'.repeat(64_000)), 'true');
    assert.equal(api.LMSSetValue('cmi.core.lesson_location', ''), 'true');
    assert.deepEqual(sets[0], ['cmi.core.score.raw', '85']);
    assert.equal(sets[1]?.[1].length, 64_000);
    assert.deepEqual(sets[2], ['cmi.core.lesson_location', '']);
  });

  test('a container has no value to read, and what can only be written none either', () => {
    const { api } = running();
    assert.equal(api.LMSGetValue('cmi.core'), '');
    assert.equal(api.LMSGetLastError(), '401');
    assert.equal(api.LMSGetValue('cmi.core.exit'), '');
    assert.equal(api.LMSGetLastError(), '404');
  });

  test('nothing can be read or set before Initialize or after Finish', () => {
    const { api, sets, calls } = made();
    assert.equal(api.LMSGetValue('cmi.core.entry'), '');
    assert.equal(api.LMSGetLastError(), '301');
    assert.equal(api.LMSSetValue('cmi.suspend_data', 'x'), 'false');
    assert.equal(api.LMSCommit(''), 'false');
    assert.equal(api.LMSFinish(''), 'false');
    assert.equal(api.LMSInitialize(''), 'true');
    assert.equal(api.LMSInitialize(''), 'false');
    assert.equal(api.LMSGetLastError(), '101');
    assert.equal(api.LMSFinish(''), 'true');
    assert.equal(api.LMSSetValue('cmi.suspend_data', 'late'), 'false');
    assert.equal(api.LMSFinish(''), 'false');
    assert.deepEqual(sets, []);
    assert.deepEqual(calls, ['initialized', 'finished']);
  });

  test('its functions work when taken off the object', () => {
    const { api, calls } = made();
    const { LMSInitialize, LMSCommit, LMSFinish } = api;
    assert.equal(LMSInitialize(''), 'true');
    assert.equal(LMSCommit(''), 'true');
    assert.equal(LMSFinish(''), 'true');
    assert.deepEqual(calls, ['initialized', 'committed', 'finished']);
  });

  test('explains its errors', () => {
    const { api } = running();
    api.LMSSetValue('cmi.core.score.raw', 'banana');
    assert.notEqual(api.LMSGetErrorString('405'), '');
    assert.equal(api.LMSGetDiagnostic(''), api.LMSGetDiagnostic('405'));
  });
});
