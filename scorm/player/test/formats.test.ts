import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import formatCases from '../../src/test/resources/se/metodporten/scorm/runtime/format-cases.json';
import setCases from '../../src/test/resources/se/metodporten/scorm/runtime/set-cases-2004.json';
import { Api2004 } from '../src/api2004';
import { isIdentifier, isLanguage, isLocalized, isPattern, isResponse, isTime } from '../src/formats';

const FORMATS: Record<string, (value: string) => boolean> = {
  identifier: isIdentifier,
  language: isLanguage,
  localized: isLocalized,
  time: isTime,
};

function judge(format: string): (value: string) => boolean {
  const [kind, type = ''] = format.split(' ');
  if (kind === 'response') return (value) => isResponse(type, value);
  if (kind === 'pattern') return (value) => isPattern(type, value);
  return FORMATS[format] ?? assert.fail(format);
}

/** The same cases hold the server's judgement: see FormatsTest. */
describe('data types', () => {
  for (const { format, spec, yes, no } of formatCases) {
    test(`${format} (${spec})`, () => {
      for (const value of yes) assert.equal(judge(format)(value), true, value);
      for (const value of no) assert.equal(judge(format)(value), false, value);
    });
  }
});

describe('what content of 2004 may set', () => {
  for (const { spec, sets } of setCases) {
    test(spec, () => {
      const heard: string[] = [];
      const api = new Api2004(
        { 'adl.data.0.id': 'written', 'adl.data.1.id': 'read' },
        {
          initialized: () => undefined,
          set: (element) => heard.push(element),
          refused: () => undefined,
          committed: () => undefined,
          finished: () => undefined,
        },
        { closed: { 'adl.data.1.store': 'r' }, mayGoTo: () => true },
      );
      api.Initialize('');
      for (const [element, value, code] of sets as [string, string, number][]) {
        const before = heard.length;
        assert.equal(api.SetValue(element, value), String(code === 0), `${element} = ${value}`);
        assert.equal(api.GetLastError(), String(code), `${element} = ${value}`);
        assert.equal(heard.length - before, code === 0 ? 1 : 0);
      }
    });
  }
});
