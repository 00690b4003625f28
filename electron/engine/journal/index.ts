export { append } from './append.ts';
export { verifyBooks } from './verify-books.ts';
