import { verify } from 'node:crypto';
import { deriveCash } from '../../../shared/domain/drawer-cash.ts';
import type { ShiftFacts } from '../../../shared/domain/shift-facts.ts';
import { canonicalText } from '../../../shared/journal/chain.ts';
import { publicKeyFrom } from '../signing-key.ts';
import type { createShiftSums } from './sum-shift.ts';
import type { StoredEntry } from './verify-chain.ts';
import type { StoredReport } from './shift-rows.ts';

/** Whether the signature of a stored report is the one that the key named in its facts gives. */
export function isSigned({ facts, signature }: StoredReport): boolean {
  try {
    const { key } = JSON.parse(facts) as ShiftFacts;
    const publicKey = key === null ? null : publicKeyFrom(key);
    const bytes = Buffer.from(signature, 'base64url');
    if (publicKey === null || bytes.toString('base64url') !== signature) return false;
    return verify(null, Buffer.from(facts), publicKey, bytes);
  } catch {
    return false;
  }
}

/** What of a report's facts is not what the entries before it add up to; empty when all is. */
export function wrongFacts(
  facts: ShiftFacts,
  sums: ReturnType<typeof createShiftSums>,
  before: { number: number; grandTotalMinor: number; entry: StoredEntry },
): string[] {
  const { shift, cash, sales, refunds, addenda, grandTotal, journal, number } = facts;
  const told = sums.sumsOf(shift.id);
  const added = addenda.flatMap(({ orderId }) => sums.soldOf(orderId) ?? []);
  const goodsMinor = added.reduce((sum, sale) => sum + sale.goodsMinor, told.salesMinor);
  const giftCardsMinor = added.reduce((sum, sale) => sum + sale.giftCardsMinor, told.giftCardsMinor);
  const wrong: string[] = [];
  const hold = (what: string, one: unknown, other: unknown): void => {
    if (canonicalText(one) !== canonicalText(other)) wrong.push(what);
  };
  // That none is missing is seen in the end, with those of this register's former lives.
  if (number === null || number <= before.number) wrong.push('its number');
  hold(
    'the derivation of its cash',
    [cash?.expectedMinor, cash?.steps],
    [sums.expectedCash(shift.id), deriveCash(told.drawer).steps],
  );
  if (added.length !== addenda.length) wrong.push('its addenda');
  else {
    hold('its sales', sales.totalMinor, goodsMinor);
    hold('its gift cards', facts.giftCardsMinor, giftCardsMinor);
  }
  hold('the count of its sales', sales.count, told.salesCount + addenda.length);
  hold('its refunds', refunds.totalMinor, told.refundsMinor);
  hold('its grand total', grandTotal, {
    beforeMinor: before.grandTotalMinor,
    afterMinor: before.grandTotalMinor + sales.totalMinor - refunds.totalMinor,
  });
  hold('its journal head', journal, {
    seq: before.entry.seq - 1,
    head: Buffer.from(before.entry.prev_hash).toString('hex').slice(0, 8),
  });
  return wrong;
}
