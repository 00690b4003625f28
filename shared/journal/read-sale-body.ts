import type { SaleBody } from './kinds.ts';

type Line = SaleBody['lines'][number];
type SaleBodyV1 = Omit<
  SaleBody,
  'publicId' | 'source' | 'shiftId' | 'lines' | 'promotions' | 'rewards' | 'points'
> & {
  shiftId: string;
  lines: Omit<Line, 'promotionMinor' | 'rewardMinor'>[];
  points: { key: string; earned: number } | null;
};

/**
 * A sale's entry as the newest version tells it. What version 1 could not have is empty; its `publicId`, which was not
 * in the entry then, is 0.
 */
export function readSaleBody(version: number, body: unknown): SaleBody {
  if (version >= 2) return body as SaleBody;
  const { points, lines, ...rest } = body as SaleBodyV1;
  return {
    ...rest,
    publicId: 0,
    source: 'counter',
    lines: lines.map((line) => ({ ...line, promotionMinor: 0, rewardMinor: 0 })),
    promotions: [],
    rewards: [],
    points:
      points === null
        ? null
        : {
            earned: points.earned,
            spent: 0,
            entries: [
              { key: points.key, kind: 'earned', points: points.earned, promotionId: null, rewardId: null },
            ],
          },
  };
}
