import { addMinor } from '../../../shared/domain/money.ts';
import { discountOfLine } from '../../../shared/domain/price.ts';
import type { PointsFact, SaleBody } from '../../../shared/journal/kinds.ts';
import type { EngineContext } from '../context.ts';
import type { DecidedSale } from './decided-sale.ts';

/** What the journal tells of a sale: every figure that the tables are written from. */
export function saleBody(
  context: EngineContext,
  sale: DecidedSale,
  numbers: { receiptNumber: string; publicId: number },
): SaleBody {
  const { priced, settlement, rules } = sale;
  return {
    orderId: sale.orderId,
    ...numbers,
    source: sale.source,
    shiftId: sale.shift?.id ?? null,
    cashierId: sale.seller.accountId,
    customerId: sale.customer?.id ?? null,
    currency: rules.currency.code,
    rules: {
      version: rules.version,
      taxMode: rules.taxMode,
      taxRounding: rules.taxRounding,
      rounding: rules.rounding,
    },
    lines: sale.lines.map((line, index) => {
      const pricedLine = priced.lines[index];
      if (pricedLine === undefined) throw new Error('a line was not priced');
      return {
        lineId: line.lineId,
        kind: line.kind,
        productId: line.productId,
        name: sale.source === 'web' ? '' : line.name,
        sku: line.product?.sku ?? null,
        barcode: line.product?.barcode ?? null,
        unit: line.product?.unit ?? 'each',
        note: line.note,
        quantityMilli: line.quantityMilli,
        listPriceMinor: line.listPriceMinor,
        unitPriceMinor: line.unitPriceMinor,
        priceReason: line.priceReason,
        grossMinor: pricedLine.grossMinor,
        discountMinor: discountOfLine(pricedLine),
        lineDiscountMinor: pricedLine.lineDiscountMinor,
        promotionMinor: pricedLine.promotionMinor,
        rewardMinor: pricedLine.rewardMinor,
        orderDiscountMinor: pricedLine.orderDiscountMinor,
        discountReason: line.discountReason,
        creditId: line.creditId,
        netMinor: pricedLine.netMinor,
        taxMinor: pricedLine.taxMinor,
        totalMinor: pricedLine.totalMinor,
        taxRates: line.taxRates,
        movesStock: line.product?.tracks_stock === 1,
      };
    }),
    taxes: priced.taxes.map(({ name, ratePpm, compound, baseMinor, taxMinor }) => ({
      name,
      ratePpm,
      compound,
      baseMinor,
      taxMinor,
    })),
    payments: settlement.tenders.map((tender) => ({
      paymentId: context.ids.uuid(),
      kind: tender.kind,
      amountMinor: tender.amountMinor,
      tenderedMinor: tender.tenderedMinor,
      changeMinor: tender.changeMinor,
      reference: tender.reference ?? '',
      last4: tender.last4 ?? '',
      creditId: tender.creditId ?? null,
    })),
    itemCount: priced.itemCount,
    grossMinor: priced.grossMinor,
    discountMinor: priced.discountMinor,
    netMinor: priced.netMinor,
    taxMinor: priced.taxMinor,
    totalMinor: priced.totalMinor,
    cashRoundingMinor: settlement.cashRoundingMinor,
    tipMinor: sale.tipMinor,
    paidMinor: settlement.paidMinor,
    changeMinor: settlement.changeMinor,
    discountReason: sale.discountReason,
    approvalIds: [...sale.approvalIds],
    credits: [...sale.credits],
    promotions: priced.promotions.map(({ parts: _, ...promotion }) => ({
      redemptionId: context.ids.uuid(),
      ...promotion,
    })),
    rewards: priced.rewards.map(({ parts: _, ...reward }) => ({ claimId: context.ids.uuid(), ...reward })),
    points: pointsBody(sale),
  };
}

function pointsBody({ points: entries, pointsEarnedBefore }: DecidedSale): SaleBody['points'] {
  if (entries.length === 0 && pointsEarnedBefore === 0) return null;
  const sum = (kind: PointsFact['kind']) =>
    addMinor(...entries.filter((entry) => entry.kind === kind).map(({ points }) => points));
  return {
    earned: pointsEarnedBefore + sum('earned') + sum('bonus'),
    spent: 0 - sum('redeemed'),
    entries: [...entries],
  };
}
