import { giftCardBytes, giftCardCode } from '../../../shared/domain/gift-card-code.ts';
import type { EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append, hashCode } from '../journal/index.ts';
import {
  creditById,
  creditByCode,
  creditOfCustomer,
  customerRow,
  insertCredit,
  type StoredCredit,
} from './credit-statements.ts';

/** A card or account that a sale or a refund needs and that is not there yet; a gift card gets its code when it is made. */
export type NewCredit = {
  id: string;
  kind: StoredCredit['kind'];
  customerId: string | null;
  expiresOn: string | null;
};

/** The customer's store credit or account, made when there is none yet. Throws for a customer that is not there. */
export function customerCredit(
  context: EngineContext,
  tx: WritableDatabase,
  { customerId, kind }: { customerId: string; kind: 'store-credit' | 'on-account' },
  actorId: string,
): StoredCredit {
  const id = context.ids.uuid();
  return (
    tx.first(creditOfCustomer, { customerId, kind }) ??
    openCredit(context, tx, { id, kind, customerId, expiresOn: null }, actorId)
  );
}

/** Makes a card or account with nothing on it; a gift card has a code that nobody can guess. */
export function openCredit(
  context: EngineContext,
  tx: WritableDatabase,
  { id, kind, customerId, expiresOn }: NewCredit,
  actorId: string,
): StoredCredit {
  const customer = customerId === null ? null : tx.first(customerRow, { id: customerId });
  if (customer === undefined) throw new Error(`there is no customer ${customerId}`);
  const code = kind === 'gift-card' ? drawCode(context, tx) : null;
  const codeHash = code === null ? null : hashCode(code);
  const { at } = append(context, tx, {
    kind: 'credit.opened',
    body: { creditId: id, kind, customerId: customer?.id ?? null, codeHash, expiresOn },
    actor: actorId,
  });
  const customerRowId = customer?.rowId ?? null;
  tx.run(insertCredit, { id, kind, code, codeHash: null, customerRowId, expiresOn, at });
  const opened = tx.first(creditById, { id });
  if (opened === undefined) throw new Error('a credit that was just opened is not there');
  return opened;
}

function drawCode(context: EngineContext, tx: WritableDatabase): string {
  for (;;) {
    const code = giftCardCode(context.ids.bytes(giftCardBytes));
    if (code !== null && tx.first(creditByCode, { code }) === undefined) return code;
  }
}
