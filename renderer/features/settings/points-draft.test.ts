import { expect, test } from 'vitest';
import { defaultSettings } from '../../../shared/api/defaults.ts';
import { pointsSettings } from '../../../shared/api/settings.ts';
import { readPoints, withNewTier, type PointsDraft } from './points-draft.ts';
import { settingsTexts } from './texts.ts';

const t = settingsTexts.text;
const opened: PointsDraft = { ...defaultSettings.points, tiers: [] };
const silver = { id: 'silver', name: 'Silver', fromPoints: 500, multiplierPpm: 1_500_000 };
const gold = { id: 'gold', name: ' Gold ', fromPoints: 2000, multiplierPpm: 2_000_000 };

test('what is saved is what the engine takes', () => {
  const read = readPoints(opened, t);
  expect('values' in read && pointsSettings.parse(read.values)).toEqual(defaultSettings.points);
});

test('tiers are saved in their order', () => {
  const read = readPoints({ ...opened, tiers: [gold, silver] }, t);
  expect('values' in read && read.values.tiers.map(({ name }) => name)).toEqual(['Silver', 'Gold']);
});

test('what is wrong is named at its field', () => {
  const read = readPoints(
    {
      ...opened,
      valueMinor: 0,
      minimumPoints: null,
      expiryMonths: 121,
      tiers: [silver, { ...gold, name: '', fromPoints: 500, multiplierPpm: null }],
    },
    t,
  );
  expect('problems' in read && Object.keys(read.problems)).toEqual([
    'valueMinor',
    'minimumPoints',
    'expiryMonths',
    'tiers.1.name',
    'tiers.1.fromPoints',
    'tiers.1.multiplierPpm',
  ]);
});

test('a new tier takes an id that is free', () => {
  const one = { ...opened, ...withNewTier({ ...opened, tiers: [{ ...gold, id: 'tier-2' }] }, 'New') };
  expect(one.tiers.map(({ id }) => id)).toEqual(['tier-2', 'tier-3']);
});
