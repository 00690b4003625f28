import { expect, test } from 'vitest';
import { failure } from '../../../shared/api/failures.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { openBareBooks } from '../../../tests/fixtures/bare-books.ts';
import { takeSlipNumber } from './take-slip-number.ts';

test('the slips are numbered without a gap, also when an act is refused after it took one', async () => {
  const { context } = await openBareBooks();
  const take = () => context.write((tx) => ok(takeSlipNumber(tx)));
  const first = await take();
  const refused = await context.write((tx) => {
    takeSlipNumber(tx);
    return fail(failure('reason-needed'));
  });
  const second = await take();
  expect([first, refused.ok, second]).toEqual([ok(1), false, ok(2)]);
});
