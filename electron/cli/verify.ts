import { verifyBooks } from '../engine/journal/index.ts';
import { readBooks } from '../engine/read-books.ts';

/** Says whether the books of a folder are whole. Reads only, also while the till sells. Exit code 0 or 1. */
export function verify(dataDir: string): number {
  const read = readBooks(dataDir, (db) => verifyBooks(db, {}));
  if (!read.ok) {
    console.error(read.failure.message);
    return 1;
  }
  const { content, entries, others, sales, head, problems, milliseconds } = read.value;
  const size = `${count(entries, 'journal entry', 'journal entries')}, ${count(sales, 'sale', 'sales')}`;
  const ofOthers = others === 0 ? '' : `, ${others.toLocaleString('en')} of the entries of other tills,`;
  console.log(`Read ${size}${ofOthers} in ${(milliseconds / 1000).toFixed(1)} s.`);
  if (entries > 0) console.log(`The journal ends with ${head.slice(0, 8)}.`);
  if (content) {
    console.log(
      'All is well: the journal is whole, and every sale, product, stock and points figure follows from it.',
    );
    return 0;
  }
  console.error(`${count(problems.length, 'thing is', 'things are')} wrong:`);
  for (const problem of problems) {
    console.error(`  ${problem.seq === null ? '' : `entry ${problem.seq}: `}${problem.what}`);
  }
  return 1;
}

function count(number: number, one: string, many: string): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}
