/** Row ids stay below this; what is above them in a key is the order. */
const rowIds = 2 ** 32;
const longestName = 255;
/** Keys of archived products start here, so that a range of keys leaves them out. */
export const archivedKeys = (longestName + 1) * rowIds;

/**
 * The rowid of a product in `product_search`: archived ones last, shorter names first, then as they were added. The
 * full-text table answers in the order of its rowids at no cost, while sorting its hits would cost thirty times more.
 */
export function searchKey(product: { rowId: number; nameFold: string; archived: boolean }): number {
  const length = Math.min(product.nameFold.length, longestName);
  return (product.archived ? archivedKeys : 0) + length * rowIds + product.rowId;
}

export function rowIdOfKey(key: number): number {
  return key % rowIds;
}
