import { classifyScan, cleanScan, customerCode } from '../../../shared/domain/codes.ts';
import { asciiDigits } from '../../../shared/domain/ascii-digits.ts';
import { normalisePhone } from '../../../shared/domain/phone.ts';
import type { ReadableDatabase } from '../db/database.ts';
import { foldEmail } from './check-contacts.ts';
import {
  customerByCode,
  customerByEmail,
  customerByPhone,
  customerByQr,
  customersByRowIds,
  type CustomerRow,
} from './customer-statements.ts';
import { findMisspelt } from './find-misspelt.ts';
import { matchCustomers } from './match-customers.ts';
import { sortCandidates } from './sort-candidates.ts';
import { presentCustomer } from './survivor-of.ts';
import {
  candidates,
  countMatching,
  manyMatching,
  type Candidate,
  type CustomerSort,
} from './search-statements.ts';

export type CustomerSearch = {
  search: string;
  sort: CustomerSort;
  offset: number;
  limit: number;
  /** The shop's country, by which phone numbers written as at home are read. */
  country: string;
};
export type FoundCustomers = { rows: CustomerRow[]; total: number };

/** Up to so many are looked at one by one and ranked; of more, the index alone decides and the sort's order is kept. */
const fewEnoughToRank = 1000;

/**
 * Customers that a search finds: a whole code, QR, phone or e-mail finds its one customer; otherwise parts of name,
 * code, e-mail and phone; and if nothing is found so, names that are misspelt a little.
 */
export function searchCustomers(db: ReadableDatabase, asked: CustomerSearch): FoundCustomers {
  const exact = exactly(db, asked);
  if (exact !== undefined) return { rows: asked.offset === 0 ? [exact] : [], total: 1 };
  const wanted = matchCustomers(asked.search, asked.country);
  if (wanted === null) return { rows: [], total: 0 };

  const { match, fits, terms } = wanted;
  const found = db.all(candidates, { match, limit: fewEnoughToRank + 1 });
  if (found.length > fewEnoughToRank) {
    const { offset, limit } = asked;
    return {
      rows: db.all(manyMatching[asked.sort], { match, offset, limit }),
      total: db.first(countMatching, { match })?.count ?? 0,
    };
  }
  const fitting = withNumber(db, asked.search, found.filter(fits));
  const ranked = fitting.length > 0 ? sortCandidates(fitting, asked.sort, terms) : findMisspelt(db, terms);
  const page = ranked.slice(asked.offset, asked.offset + asked.limit).map((candidate) => candidate.row_id);
  return { rows: db.all(customersByRowIds, { rowIds: JSON.stringify(page) }), total: ranked.length };
}

/** The customer that is named in full. */
function exactly(db: ReadableDatabase, asked: CustomerSearch): CustomerRow | undefined {
  return presentCustomer(db, named(db, asked));
}

function named(db: ReadableDatabase, { search, country }: CustomerSearch): CustomerRow | undefined {
  const scan = cleanScan(search);
  const kind = classifyScan(scan);
  if (kind === 'customer-code') return db.first(customerByCode, { code: scan.toUpperCase() });
  if (kind === 'customer-qr') return db.first(customerByQr, { qrCode: scan.toUpperCase() });
  const emailFold = scan.includes('@') ? foldEmail(scan) : null;
  if (emailFold !== null) return db.first(customerByEmail, { emailFold });
  const phoneKey = scan.length >= 7 ? normalisePhone(scan, country) : null;
  return phoneKey === null ? undefined : db.first(customerByPhone, { phoneKey });
}

/** `12` is also the customer `CUST-00012`. */
function withNumber(db: ReadableDatabase, search: string, found: Candidate[]): Candidate[] {
  const number = asciiDigits(search.trim());
  if (!/^\d{1,7}$/.test(number) || Number(number) === 0) return found;
  const numbered = presentCustomer(db, db.first(customerByCode, { code: customerCode(Number(number)) }));
  if (numbered === undefined || found.some((candidate) => candidate.row_id === numbered.row_id)) return found;
  return [numbered, ...found];
}
