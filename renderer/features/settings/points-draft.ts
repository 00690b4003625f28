import type { Settings } from '../../../shared/api/settings.ts';
import type { settingsTexts } from './texts.ts';
import type { Problems } from './use-section.ts';

type Points = Settings['points'];
export type TierDraft = { id: string; name: string; fromPoints: number | null; multiplierPpm: number | null };
/** The points settings as a person types them; numbers are null while nothing readable is written. */
export type PointsDraft = Pick<Points, 'enabled' | 'redeem'> & {
  amountMinor: number | null;
  points: number | null;
  valueMinor: number | null;
  minimumPoints: number | null;
  offlineAllowancePercent: number | null;
  offlineMostPoints: number | null;
  expiryMonths: number | null;
  tiers: TierDraft[];
};

export const mostTiers = 10;
const mostPoints = 1_000_000;
const mostMonths = 120;
const mostFrom = 1_000_000_000;

const isWithin = (value: number | null, fewest: number, most: number): value is number =>
  value !== null && value >= fewest && value <= most;

/** The draft as settings, or what is wrong with which field (`tiers.0.name`). Tiers come in their order. */
export function readPoints(
  draft: PointsDraft,
  t: typeof settingsTexts.text,
): { values: Points } | { problems: Problems } {
  const problems: Record<string, string> = {};
  const read = (field: keyof PointsDraft, value: number | null, range: [number, number], says: string) => {
    if (isWithin(value, ...range)) return value;
    problems[field] = says;
    return 0;
  };
  const { enabled, redeem } = draft;
  const values = {
    enabled,
    redeem,
    amountMinor: read('amountMinor', draft.amountMinor, [1, 1_000_000_000], t('amountNeeded')),
    points: read('points', draft.points, [1, mostPoints], t('pointsInvalid')),
    valueMinor: read('valueMinor', draft.valueMinor, [1, 1_000_000_000], t('amountNeeded')),
    minimumPoints: read('minimumPoints', draft.minimumPoints, [1, mostPoints], t('pointsInvalid')),
    offlineAllowancePercent: read(
      'offlineAllowancePercent',
      draft.offlineAllowancePercent,
      [0, 100],
      t('offlinePercentInvalid'),
    ),
    offlineMostPoints: read(
      'offlineMostPoints',
      draft.offlineMostPoints,
      [0, mostPoints],
      t('offlineMostInvalid'),
    ),
    expiryMonths: read('expiryMonths', draft.expiryMonths, [0, mostMonths], t('monthsInvalid')),
    tiers: readTiers(draft.tiers, problems, t).sort((one, other) => one.fromPoints - other.fromPoints),
  };
  return Object.keys(problems).length > 0 ? { problems } : { values };
}

function readTiers(
  tiers: readonly TierDraft[],
  problems: Record<string, string>,
  t: typeof settingsTexts.text,
): Points['tiers'] {
  return tiers.map(({ id, name, fromPoints, multiplierPpm }, index) => {
    const field = `tiers.${index}`;
    if (name.trim() === '') problems[`${field}.name`] = t('nameNeeded');
    if (!isWithin(fromPoints, 0, mostFrom)) problems[`${field}.fromPoints`] = t('tierFromInvalid');
    else if (tiers.slice(0, index).some((before) => before.fromPoints === fromPoints))
      problems[`${field}.fromPoints`] = t('tierFromTaken');
    if (multiplierPpm === null) problems[`${field}.multiplierPpm`] = t('tierTimesInvalid');
    return { id, name: name.trim(), fromPoints: fromPoints ?? 0, multiplierPpm: multiplierPpm ?? 0 };
  });
}

/** The draft with a new tier; its id stays whatever its name becomes, because customers and promotions refer to it. */
export function withNewTier(draft: PointsDraft, name: string): Partial<PointsDraft> {
  const taken = new Set(draft.tiers.map(({ id }) => id));
  let number = draft.tiers.length + 1;
  while (taken.has(`tier-${number}`)) number += 1;
  const tier = { id: `tier-${number}`, name, fromPoints: null, multiplierPpm: 1_000_000 };
  return { tiers: [...draft.tiers, tier] };
}
