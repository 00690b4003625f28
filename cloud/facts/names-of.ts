import type { Told } from './entry-shapes.ts';

/** What a person or a product is called from `stamp` on; the latest stamp has the word, that of its making the first. */
export type CountedName = { kind: 'account' | 'product' | 'store'; id: string; name: string; stamp: string };

/**
 * The names that an entry gives. `personal`: its detachable part, read; `stamp`: that of the edit; `storeId`: whose
 * settings these would be.
 */
export function namesOf(
  told: Told,
  { personal, stamp, storeId }: { personal: unknown; stamp: string; storeId: string },
): CountedName[] {
  const named = (kind: CountedName['kind'], id: string, name: unknown, at = stamp): CountedName[] =>
    isName(name) ? [{ kind, id, name, stamp: at }] : [];
  const displayName = (personal as { displayName?: unknown } | null)?.displayName;
  switch (told.kind) {
    case 'account.created':
      return named('account', told.body.accountId, displayName, '');
    case 'account.changed':
      return named('account', told.body.accountId, displayName);
    case 'product.created':
      return named('product', told.body.product.productId, told.body.product.name, '');
    case 'product.changed':
      return named('product', told.body.productId, told.body.changes['name']);
    case 'products.imported':
      return [
        ...told.body.created.flatMap(({ productId, name }) => named('product', productId, name, '')),
        ...told.body.changed.flatMap(({ productId, changes }) =>
          named('product', productId, changes['name']),
        ),
      ];
    case 'settings.changed':
      return named('store', storeId, (told.body.changes['shop'] as { name?: unknown } | undefined)?.name);
    default:
      return [];
  }
}

function isName(name: unknown): name is string {
  return typeof name === 'string' && name !== '' && name.isWellFormed() && !name.includes('\u0000');
}
