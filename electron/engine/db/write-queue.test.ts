import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { failure } from '../../../shared/api/failures.ts';
import { fail, ok } from '../../../shared/domain/result.ts';
import { handleOf } from './database.ts';
import { openConnection, openDataFolder } from './open.ts';
import { query } from './query.ts';
import { createWriteQueue } from './write-queue.ts';

const put = query<{ section: string; value: string }>()((b, p) =>
  b.insertInto('settings').values({ section: p('section'), value: p('value'), updated_at: '' }),
);
const sections = query()((b) => b.selectFrom('settings').select('section').orderBy('section'));

function openQueue() {
  const dataDir = mkdtempSync(join(tmpdir(), 'sukli-write-'));
  const opened = openDataFolder(dataDir);
  if (!opened.ok) throw new Error(opened.failure.message);
  const { connection, unlock } = opened.value;
  let commits = 0;
  const queue = createWriteQueue(connection, () => {
    commits += 1;
  });
  const reading = openConnection(join(dataDir, 'sukli.db'), 'read');
  onTestFinished(() => {
    reading.close();
    connection.close();
    unlock();
    rmSync(dataDir, { recursive: true, force: true });
  });
  const stored = () =>
    handleOf(reading)
      .all(sections)
      .map(({ section }) => section);
  return { connection, queue, stored, commits: () => commits };
}

const putting =
  (section: string, value = '') =>
  (tx: Parameters<Parameters<ReturnType<typeof createWriteQueue>['write']>[0]>[0]) => {
    tx.run(put, { section, value });
    return ok(section);
  };

test('actions that wait together share one commit, and each gets its own answer', async () => {
  const { queue, stored, commits } = openQueue();
  const answers = await Promise.all(['a', 'b', 'c'].map((section) => queue.write(putting(section))));
  expect(answers).toEqual([ok('a'), ok('b'), ok('c')]);
  expect(stored()).toEqual(['a', 'b', 'c']);
  expect(commits()).toBe(1);
});

test('nothing is answered before another connection can see it', async () => {
  const { queue, stored } = openQueue();
  const answered = queue.write(putting('a')).then(() => stored());
  expect(stored()).toEqual([]);
  expect(await answered).toEqual(['a']);
});

test('an action that fails rolls back alone', async () => {
  const { queue, stored } = openQueue();
  const refused = failure('cart-empty');
  const [first, second, third] = await Promise.all([
    queue.write(putting('a')),
    queue.write((tx) => {
      tx.run(put, { section: 'half', value: '' });
      return fail(refused);
    }),
    queue.write(putting('b')),
  ]);
  expect([first, second, third]).toEqual([ok('a'), fail(refused), ok('b')]);
  expect(stored()).toEqual(['a', 'b']);
});

test('an action that throws is rejected and rolls back alone', async () => {
  const { queue, stored } = openQueue();
  const [first, second, third] = await Promise.allSettled([
    queue.write(putting('a')),
    queue.write((tx) => {
      tx.run(put, { section: 'half', value: '' });
      throw new Error('a bug');
    }),
    queue.write(putting('b')),
  ]);
  expect([first.status, second.status, third.status]).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(stored()).toEqual(['a', 'b']);
});

test('a full disk refuses in words, keeps what was there, and works again when space is back', async () => {
  const { connection, queue, stored } = openQueue();
  await queue.write(putting('before'));
  const pages = Number(connection.pragma('page_count', { simple: true }));
  connection.pragma(`max_page_count = ${pages + 1}`);
  const [refused, alongside] = await Promise.all([
    queue.write(putting('large', 'x'.repeat(500_000))),
    queue.write(putting('small')),
  ]);
  expect(refused).toMatchObject({ ok: false, failure: { code: 'disk-full' } });
  expect(stored()).toEqual(alongside.ok ? ['before', 'small'] : ['before']);
  connection.pragma('max_page_count = 1000000');
  expect(await queue.write(putting('large', 'x'.repeat(500_000)))).toEqual(ok('large'));
});

test('work that awaits is refused', async () => {
  const { queue, stored } = openQueue();
  const later = (async () => ok('late')) as unknown as Parameters<typeof queue.write<string>>[0];
  await expect(queue.write(later)).rejects.toThrow('synchronous');
  expect(stored()).toEqual([]);
});

test('closing commits what waits and refuses what comes later', async () => {
  const { queue, stored } = openQueue();
  const waiting = queue.write(putting('last'));
  queue.close();
  expect(await waiting).toEqual(ok('last'));
  expect(await queue.write(putting('late'))).toMatchObject({
    ok: false,
    failure: { code: 'engine-closing' },
  });
  expect(stored()).toEqual(['last']);
});
