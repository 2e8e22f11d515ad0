import assert from 'node:assert/strict';
import { test } from 'node:test';
import { foreign } from './npm-licences.mjs';

const lock = (license) => ({ packages: { '': { license: 'none' }, 'node_modules/a/node_modules/b': { version: '1.2', license } } });

test('a licence on the list passes, alone, as one choice, or with others that are on it', () => {
  for (const licence of ['MIT', '(MIT OR GPL-3.0)', 'MIT AND ISC']) assert.deepEqual(foreign(lock(licence)), []);
});

test('a foreign licence, one among several, and none at all are named with their package', () => {
  assert.deepEqual(foreign(lock('GPL-3.0')), ['b 1.2: GPL-3.0']);
  assert.deepEqual(foreign(lock('MIT AND GPL-3.0')), ['b 1.2: MIT AND GPL-3.0']);
  assert.deepEqual(foreign(lock(undefined)), ['b 1.2: no licence']);
});
