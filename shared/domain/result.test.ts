import { expect, it } from 'vitest';
import { fail, ok, type Result } from './result.ts';

it('a result is a value or a failure, and says which', () => {
  const good: Result<number> = ok(3);
  const bad: Result<number> = fail({ code: 'money-invalid', message: 'Write it like 12.50.' });
  expect(good).toEqual({ ok: true, value: 3 });
  expect(bad).toEqual({ ok: false, failure: { code: 'money-invalid', message: 'Write it like 12.50.' } });
});
