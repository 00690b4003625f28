import type { SaleBody } from './kinds.ts';

type Line = SaleBody['lines'][number];
type Payment = SaleBody['payments'][number];
type LineV2 = Omit<
  Line,
  | 'kind'
  | 'listPriceMinor'
  | 'priceReason'
  | 'lineDiscountMinor'
  | 'orderDiscountMinor'
  | 'discountReason'
  | 'creditId'
>;
type SaleBodyV2 = Omit<
  SaleBody,
  'lines' | 'payments' | 'tipMinor' | 'discountReason' | 'approvalIds' | 'credits'
> & {
  lines: LineV2[];
  payments: Omit<Payment, 'creditId'>[];
};
type SaleBodyV1 = Omit<
  SaleBodyV2,
  'publicId' | 'source' | 'shiftId' | 'lines' | 'promotions' | 'rewards' | 'points'
> & {
  shiftId: string;
  lines: Omit<LineV2, 'promotionMinor' | 'rewardMinor'>[];
  points: { key: string; earned: number } | null;
};

/**
 * A sale's entry as the newest version tells it. What an older version could not have is empty; the `publicId` of
 * version 1, which was not in the entry then, is 0.
 */
export function readSaleBody(version: number, body: unknown): SaleBody {
  if (version >= 3) return body as SaleBody;
  return fromVersion2(version === 2 ? (body as SaleBodyV2) : fromVersion1(body as SaleBodyV1));
}

function fromVersion1({ points, lines, ...rest }: SaleBodyV1): SaleBodyV2 {
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

/** Lines that the catalogue did not know were only sold through the web. */
function fromVersion2({ lines, payments, ...rest }: SaleBodyV2): SaleBody {
  return {
    ...rest,
    lines: lines.map((line) => ({
      ...line,
      kind: 'product',
      listPriceMinor: line.unitPriceMinor,
      priceReason: '',
      lineDiscountMinor: 0,
      orderDiscountMinor: 0,
      discountReason: '',
      creditId: null,
    })),
    payments: payments.map((payment) => ({ ...payment, creditId: null })),
    tipMinor: 0,
    discountReason: '',
    approvalIds: [],
    credits: [],
  };
}
