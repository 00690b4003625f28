import { expect, test } from 'vitest';
import { defaultSettings } from '../../../shared/api/defaults.ts';
import { readApi } from './api-draft.ts';
import { durationText } from './duration-text.ts';
import { settingsTexts } from './texts.ts';

test('what is saved is what the engine takes', () => {
  expect(readApi(defaultSettings.api, settingsTexts.text)).toEqual({ values: defaultSettings.api });
});

test('what is wrong is named at its field', () => {
  const read = readApi(
    { openAccess: true, accessSeconds: 1, refreshSeconds: null, customerSeconds: 3600 },
    settingsTexts.text,
  );
  expect('problems' in read && Object.keys(read.problems)).toEqual(['accessSeconds', 'refreshSeconds']);
});

test.each([
  [0, '0 seconds'],
  [45, '45 seconds'],
  [300, '5 minutes'],
  [3_600, '1 hour'],
  [90_061, '1 day, 1 hour'],
  [31_536_000, '365 days'],
])('%d seconds are %s', (seconds, text) => {
  expect(durationText(seconds, 'en')).toBe(text);
});
