import { once } from 'node:events';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { v7 } from 'uuid';
import { readCommand } from '../../cloud/command/read-command.ts';
import { runProgram, type Program } from '../shell/run-program.ts';
import { temporaryFolder } from '../shell/temporary-folder.ts';
import { testDatabaseUrl } from './support/postgres.ts';
import { makeChain, makeKeys, makeToken, zeros, type Keys } from './support/test-till.ts';

const cloud = (
  args: string[],
  environment: Record<string, string | undefined> = { DATABASE_URL: undefined },
) => runProgram(process.execPath, ['cloud/start.mjs', ...args], environment);

const serve = (dataDir: string) => cloud(['--port', '0', '--data', dataDir]);

async function readyAt(program: Program): Promise<string> {
  return (await program.saw(/ready at (http:\S+)\n/))[1] ?? '';
}

async function codeOf(program: Program): Promise<string> {
  return (await program.saw(/code for the first till[^:]*: (\S+)/))[1] ?? '';
}

async function enrol(url: string, code: string): Promise<{ id: string; stream: string; keys: Keys }> {
  const keys = makeKeys();
  const stream = v7();
  const answer = await fetch(`${url}/v1/registers/enrol`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, publicKey: keys.publicKey, stream, name: '' }),
  });
  const { register } = (await answer.json()) as { register: { id: string } };
  return { id: register.id, stream, keys };
}

const isRunning = (dataDir: string) => existsSync(join(dataDir, 'postgres', 'postmaster.pid'));

test('starts on an empty folder, lets the first till in, and ends in order, its last request answered', async () => {
  const dataDir = join(temporaryFolder(), 'deep', 'data');
  const program = serve(dataDir);
  const url = await readyAt(program);
  const kept = (await fetch(`${url}/v1/health`)).headers.get('keep-alive');
  expect(Number(/timeout=(\d+)/.exec(kept ?? '')?.[1])).toBeGreaterThan(60);
  const till = await enrol(url, await codeOf(program));
  expect(statSync(join(dataDir, 'postgres-password')).mode & 0o777).toBe(0o600);

  const chain = makeChain(till.stream);
  const push = JSON.stringify({ stream: till.stream, prevHash: zeros, entries: [chain.add()] });
  const pushing = request(`${url}/v1/sync/push`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${makeToken(till.id, till.keys, Date.now())}`,
      'content-type': 'application/json',
      'content-length': push.length,
    },
  });
  pushing.write(push.slice(0, 20));
  const added = cloud(['shop', 'add', 'Market', '--data', dataDir]);
  expect(await codeOf(added)).toMatch(/^\w{5}-\w{5}$/);
  expect((await added.ended).code).toBe(0);

  program.child.kill('SIGTERM');
  await expect
    .poll(() =>
      fetch(`${url}/v1/health`).then(
        ({ status }) => status,
        () => 'closed',
      ),
    )
    .not.toBe(200);
  pushing.end(push.slice(20));
  const [answer] = await once(pushing, 'response');
  expect(JSON.parse(await text(answer))).toMatchObject({ last: 1, head: chain.head() });
  const { code, output } = await program.ended;
  expect(code).toBe(0);
  expect(isRunning(dataDir)).toBe(false);
  const lines = output.split('\n').filter((line) => line.startsWith('{'));
  expect(lines.map((line) => JSON.parse(line) as unknown)).toContainEqual(
    expect.objectContaining({ method: 'POST', route: '/v1/sync/push', status: 200, register: till.id }),
  );
  expect(output).not.toContain(chain.entries[0]?.opId);

  const again = serve(dataDir);
  await readyAt(again);
  const second = await serve(dataDir).ended;
  expect(second.code).toBe(1);
  expect(second.output).toContain('running on');
  again.child.kill('SIGINT');
  expect((await again.ended).code).toBe(0);
  expect(again.output()).not.toContain('code for the first till');
}, 120_000);

test('killed, it takes its PostgreSQL with it and starts again with all there was; without it, it ends', async () => {
  const dataDir = join(temporaryFolder(), 'data');
  const program = serve(dataDir);
  const till = await enrol(await readyAt(program), await codeOf(program));
  program.child.kill('SIGKILL');
  await program.ended;
  const again = serve(dataDir);
  const url = await readyAt(again);
  const answer = await fetch(`${url}/v1/stores`, {
    headers: { authorization: `Bearer ${makeToken(till.id, till.keys, Date.now())}` },
  });
  expect(answer.status).toBe(200);
  const [pid] = readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(pid), 'SIGINT');
  expect(await again.ended).toMatchObject({
    code: 1,
    output: expect.stringContaining('PostgreSQL ended by itself'),
  });
  expect(isRunning(dataDir)).toBe(false);
  expect(readFileSync(join(dataDir, 'postgres.log'), 'utf8')).toContain('database system is shut down');
}, 120_000);

test('several copies share a database of one’s own, and one word raises the epoch of every shop', async () => {
  const environment = { DATABASE_URL: await testDatabaseUrl() };
  const copies = [cloud(['--port', '0'], environment), cloud(['--port', '0'], environment)];
  const urls = await Promise.all(copies.map(readyAt));
  const codes = await Promise.all(copies.map(codeOf));
  const tills = await Promise.all(codes.map((code, at) => enrol(urls[1 - at] ?? '', code)));
  const stores = await Promise.all(
    tills.map(async ({ id, keys }, at) => {
      const answer = await fetch(`${urls[at]}/v1/stores`, {
        headers: { authorization: `Bearer ${makeToken(id, keys, Date.now())}` },
      });
      return (await answer.json()) as { stores: { registers: unknown[] }[] };
    }),
  );
  expect(stores.map((answer) => answer.stores.map(({ registers }) => registers.length))).toEqual([[2], [2]]);
  const restored = await cloud(['restored'], environment).ended;
  expect([restored.code, restored.output]).toEqual([0, expect.stringContaining('1 shop')]);
}, 120_000);

test.each([
  [['--port', '99999'], '--port must be a number'],
  [['--prot', '1'], "Unknown option '--prot'"],
  [['--data', ''], '--data must name a folder'],
  [['shop', 'add'], 'needs the name of the shop'],
  [['shop', 'remove', 'x'], '"shop remove x" is not a command'],
])('says in one line what it does not understand: %j', (args, sentence) => {
  const command = readCommand(args);
  const said = command.ok ? '' : command.failure.message;
  expect(said).toContain(sentence);
  expect(said).not.toContain('\n');
});

test('says what it can do, what it does not understand, and what is wrong with its database', async () => {
  const help = await cloud(['--help']).ended;
  expect([help.code, help.output]).toEqual([0, expect.stringContaining('shop add "NAME"')]);
  const misused = await cloud(['--prot', '1']).ended;
  expect([misused.code, misused.output]).toEqual([2, expect.stringContaining('See --help.')]);
  const real = new URL(await testDatabaseUrl());
  const wrong = [
    'postgres://nobody:geheim@127.0.0.1:9/none',
    'postgres://nobody:geheim@127.0.0.1:99999/none',
    Object.assign(new URL(real), { password: 'geheim' }).href,
    Object.assign(new URL(real), { pathname: '/none' }).href,
  ];
  for (const url of wrong) {
    const { code, output } = await cloud(['--port', '0'], { DATABASE_URL: url }).ended;
    expect([code, output]).toEqual([1, expect.stringMatching(/^The database cannot be used: \S.*\n$/)]);
    expect(output).not.toMatch(/geheim|Sukli cloud is ready/);
  }
}, 120_000);
