import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { languageOf, textsOf, type TextKey } from '../src/texts';

// tests run from the player's folder
const page = readFileSync('static/player.html', 'utf8');

test('every text of the page exists, in both languages', () => {
  const keys = [...page.matchAll(/data-text="([^"]+)"/g)].map((m) => m[1] as TextKey);
  assert.ok(keys.length > 4);
  for (const key of keys) {
    assert.ok(textsOf('sv')[key], key);
    assert.ok(textsOf('en')[key], key);
  }
});

test('the page without its script says what the Swedish texts say', () => {
  for (const [, key, words] of page.matchAll(/data-text="([^"]+)"[^>]*>([^<]*)</g)) {
    assert.equal(words, textsOf('sv')[key as TextKey]);
  }
});

test('Swedish unless English is asked for', () => {
  assert.equal(languageOf('en-GB'), 'en');
  assert.equal(languageOf('sv-SE'), 'sv');
  assert.equal(languageOf('fi'), 'sv');
});

test('the page has no script or style of its own, so that the policy can be strict', () => {
  assert.doesNotMatch(page, /<style|style=|<script>|\son[a-z]+=/);
});
