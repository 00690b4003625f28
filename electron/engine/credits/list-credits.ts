import { sql } from 'kysely';
import type { z } from 'zod';
import type { CreditPage, creditQuery } from '../../../shared/api/credits.ts';
import { foldGiftCardCode } from '../../../shared/domain/gift-card-code.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import type { EngineContext } from '../context.ts';
import { hashCode } from '../journal/index.ts';
import { builder, compile, rawQuery } from '../db/query.ts';
import { creditOf } from './credit-of.ts';
import { credits } from './credit-statements.ts';

const outstanding = rawQuery<Record<never, never>, CreditPage['outstanding']>(
  `SELECT coalesce(sum(balance_minor) FILTER (WHERE kind = 'gift-card'), 0) AS giftCardsMinor,
     coalesce(sum(balance_minor) FILTER (WHERE kind = 'store-credit'), 0) AS storeCreditMinor,
     coalesce(0 - sum(balance_minor) FILTER (WHERE kind = 'on-account'), 0) AS onAccountMinor
   FROM credits`,
);

/** Cards and accounts, newest first, with what the shop owes and is owed on all there are. */
export function listCredits(context: EngineContext, filter: z.output<typeof creditQuery>): CreditPage {
  const { read } = context;
  const matching = filtered(filter);
  const page = matching.orderBy('credits.row_id', 'desc').limit(filter.limit).offset(filter.offset);
  const count = matching.clearSelect().select((e) => e.fn.countAll<number>().as('count'));
  return {
    items: read.all(compile(page)).map((stored) => creditOf(context, stored)),
    total: read.first(compile(count))?.count ?? 0,
    offset: filter.offset,
    outstanding: read.first(outstanding) ?? { giftCardsMinor: 0, storeCreditMinor: 0, onAccountMinor: 0 },
  };
}

function filtered({ kind, open, search = '' }: z.output<typeof creditQuery>) {
  let matching = credits(builder);
  if (kind !== undefined) matching = matching.where('credits.kind', '=', kind);
  if (open !== undefined) matching = matching.where('credits.balance_minor', '<>', 0);
  const text = search.trim();
  if (text === '') return matching;
  return matching.where((e) =>
    e.or([
      e('credits.code', '=', foldGiftCardCode(text) ?? ''),
      e('credits.code_hash', '=', hashCode(foldGiftCardCode(text) ?? '')),
      e(sql`substr(credits.code, -4)`, '=', text.toUpperCase()),
      e('customers.code', '=', text.toUpperCase()),
      e(sql<number>`instr(customers.name_fold, ${foldText(text)})`, '>', 0),
    ]),
  );
}
