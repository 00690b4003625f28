import { performance } from 'node:perf_hooks';
import type { VerifyAnswer } from '../../../shared/api/reports.ts';
import type { EntryBodies } from '../../../shared/journal/kinds.ts';
import { readSaleBody } from '../../../shared/journal/read-sale-body.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { createApprovalsCheck } from './verify-approvals.ts';
import { verifyBalances } from './verify-balances.ts';
import { createCatalogCheck } from './verify-catalog.ts';
import { verifyChain, type Problem, type StoredEntry } from './verify-chain.ts';
import { createCreditsCheck } from './verify-credits.ts';
import { createOffersCheck } from './verify-offers.ts';
import { createPointsCheck } from './verify-points.ts';
import { createCustomersCheck } from './verify-customers.ts';
import { createPlacedOrdersCheck } from './verify-placed-orders.ts';
import { createRemovalsCheck } from './verify-removals.ts';
import { verifyRefund } from './verify-refund.ts';
import { createShiftsCheck } from './verify-shifts.ts';
import { verifySale } from './verify-sale.ts';
import { verifyVoid } from './verify-void.ts';

const mostProblems = 200;

/** Reads the whole journal and holds the tables against it. Reads only; runs while the till sells. */
export function verifyBooks(db: ReadableDatabase, _parameters: Record<never, never>): VerifyAnswer {
  const started = performance.now();
  const entryProblems: Problem[] = [];
  const catalog = createCatalogCheck();
  const placedOrders = createPlacedOrdersCheck();
  const checks = [
    createCustomersCheck(db),
    createPointsCheck(db),
    createOffersCheck(db),
    createCreditsCheck(db),
    createShiftsCheck(db),
    createApprovalsCheck(db),
    createRemovalsCheck(db),
  ];
  let sales = 0;
  const chain = verifyChain(db, (entry, body) => {
    catalog.visit(entry.kind, body);
    placedOrders.visit(entry, body);
    if (entryProblems.length < mostProblems)
      entryProblems.push(...checks.flatMap((check) => check.visit(entry, body)));
    if (entryProblems.length < mostProblems) entryProblems.push(...verifyReturn(db, entry, body));
    if (entry.kind !== 'sale.committed') return;
    sales += 1;
    if (entryProblems.length < mostProblems)
      entryProblems.push(...verifySale(db, entry, readSaleBody(entry.v, body)));
  });
  const problems = [
    ...chain.problems,
    ...entryProblems,
    ...catalog.compare(db),
    ...placedOrders.compare(db),
    ...checks.flatMap((check) => check.compare()),
    ...verifyBalances(db),
  ].slice(0, mostProblems);
  return {
    content: problems.length === 0,
    entries: chain.entries,
    sales,
    head: chain.head,
    problems,
    milliseconds: Math.round(performance.now() - started),
  };
}

/** What came back of sales: refunds and voids. */
function verifyReturn(db: ReadableDatabase, entry: StoredEntry, body: unknown): Problem[] {
  if (entry.kind === 'refund.committed')
    return verifyRefund(db, entry, body as EntryBodies['refund.committed']);
  if (entry.kind === 'sale.voided') return verifyVoid(db, entry, body as EntryBodies['sale.voided']);
  return [];
}
