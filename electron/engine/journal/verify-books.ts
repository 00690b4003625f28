import { performance } from 'node:perf_hooks';
import type { VerifyAnswer } from '../../../shared/api/reports.ts';
import type { EntryBodies } from '../../../shared/journal/kinds.ts';
import { readSaleBody } from '../../../shared/journal/read-sale-body.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { thingsHere, type ThingsHere } from './things-here.ts';
import { createApprovalsCheck } from './verify-approvals.ts';
import { verifyBalances } from './verify-balances.ts';
import { createCatalogCheck } from './verify-catalog.ts';
import { verifyChain, type Problem, type StoredEntry } from './verify-chain.ts';
import { createCreditsCheck } from './verify-credits.ts';
import { verifyForeignChains } from './verify-foreign-chains.ts';
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
  const here = thingsHere(db);
  const checks = [
    createCustomersCheck(db),
    createPointsCheck(db, here),
    createOffersCheck(db, here),
    createCreditsCheck(db, here),
    createShiftsCheck(db),
  ];
  /** Of what stays with its own till. */
  const ownChecks = [createApprovalsCheck(db), createRemovalsCheck(db)];
  let sales = 0;
  const visit = (entry: StoredEntry, told: Record<string, unknown>): void => {
    const body = entry.kind === 'sale.committed' ? here.sale(entry, told) : told;
    catalog.visit(entry, body);
    if (entryProblems.length < mostProblems)
      entryProblems.push(...checks.flatMap((check) => check.visit(entry, body)));
    if (entryProblems.length < mostProblems) entryProblems.push(...verifyReturn(db, here, entry, body));
    if (entry.kind !== 'sale.committed') return;
    sales += 1;
    if (entryProblems.length < mostProblems)
      entryProblems.push(...verifySale(db, here, entry, readSaleBody(entry.v, body)));
  };
  const chain = verifyChain(db, (entry, body) => {
    placedOrders.visit(entry, body);
    if (entryProblems.length < mostProblems)
      entryProblems.push(...ownChecks.flatMap((check) => check.visit(entry, body)));
    visit(entry, body);
  });
  const others = verifyForeignChains(db, visit);
  const problems = [
    ...chain.problems,
    ...others.problems,
    ...entryProblems,
    ...catalog.compare(db),
    ...placedOrders.compare(db),
    ...[...checks, ...ownChecks].flatMap((check) => check.compare()),
    ...verifyBalances(db),
  ].slice(0, mostProblems);
  return {
    content: problems.length === 0,
    entries: chain.entries + others.entries,
    others: others.entries,
    sales,
    head: chain.head,
    problems,
    milliseconds: Math.round(performance.now() - started),
  };
}

/** What came back of sales: refunds and voids. */
function verifyReturn(db: ReadableDatabase, here: ThingsHere, entry: StoredEntry, body: unknown): Problem[] {
  if (entry.kind === 'refund.committed')
    return verifyRefund(db, here, entry, body as EntryBodies['refund.committed']);
  if (entry.kind === 'sale.voided') return verifyVoid(db, here, entry, body as EntryBodies['sale.voided']);
  return [];
}
