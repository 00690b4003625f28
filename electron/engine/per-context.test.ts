import { expect, test } from 'vitest';
import { openTestEngine } from '../../tests/fixtures/engine.ts';
import { perContext } from './per-context.ts';

test('what is made once stays; what failed is tried again', async () => {
  const { engine } = await openTestEngine();
  let calls = 0;
  const keyOf = perContext(async () => {
    calls += 1;
    if (calls === 1) throw new Error('the keychain is locked');
    return calls;
  });
  await expect(keyOf(engine.context)).rejects.toThrow('locked');
  expect(await keyOf(engine.context)).toBe(2);
  expect(await keyOf(engine.context)).toBe(2);
});
