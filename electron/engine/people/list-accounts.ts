import type { z } from 'zod';
import type { Account, accountQuery } from '../../../shared/api/people.ts';
import { foldText } from '../../../shared/domain/search-text.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import { builder, compile } from '../db/query.ts';
import { accountOf } from './account-of.ts';
import { shownAccounts } from './account-statements.ts';
import { sessionNow } from './session-time.ts';

/** A page of accounts by user name; every word of the search is somewhere in the user name or the display name. */
export function listAccounts(
  context: EngineContext,
  filter: z.output<typeof accountQuery>,
): { items: Account[]; total: number; offset: number } {
  const words = foldText(filter.search ?? '')
    .split(' ')
    .filter((word) => word !== '');
  const matching = builder
    .selectFrom('accounts')
    .$if(filter.role !== undefined, (q) => q.where('accounts.role', '=', filter.role ?? 'staff'))
    .where((e) =>
      e.and(words.map((word) => e(e.fn<number>('instr', ['accounts.search_text', e.val(word)]), '>', 0))),
    );
  const total = context.read.first(compile(matching.select((e) => e.fn.countAll<number>().as('count'))));
  const page = shownAccounts(instantOf(sessionNow(context)))
    .where('accounts.row_id', 'in', matching.select('accounts.row_id'))
    .orderBy('accounts.username_fold')
    .limit(filter.limit)
    .offset(filter.offset);
  return {
    items: context.read.all(compile(page)).map(accountOf),
    total: total?.count ?? 0,
    offset: filter.offset,
  };
}
