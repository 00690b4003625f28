export { append, type Appended } from './append.ts';
export { journalRoutes } from './journal.routes.ts';
export { listJournal } from './list-journal.ts';
export { verifyBooks } from './verify-books.ts';
