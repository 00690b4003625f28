export { append, type Appended } from './append.ts';
export { verifyBooks } from './verify-books.ts';
