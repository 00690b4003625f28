export { append, type Appended } from './append.ts';
export { hashCode, hashEntry, hashPersonalPart } from './hash.ts';
export { insertEntry, insertPart } from './insert-statements.ts';
export { journalRoutes } from './journal.routes.ts';
export { verifyBooks } from './verify-books.ts';
export { asTwin } from './twin-sale.ts';
export { winFields, witnessStamp } from './stamps.ts';
export { lastVerified } from './verify-now.ts';
export { dropPersonalParts, tellsOfErased } from './personal-parts.ts';
