import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { productPage } from '../../shared/api/catalog.ts';
import { startFakePrinter } from '../../electron/devices/fake-printer.ts';
import { startHost, type Host } from '../../electron/host.ts';
import { runProgram } from './run-program.ts';
import { setUpTill } from './set-up-till.ts';
import { temporaryFolder } from './temporary-folder.ts';

async function till(dataDir: string): Promise<{ host: Host; token: string }> {
  const host = await startHost({ dataDir, port: 0 });
  if (!host.ok) throw new Error(host.failure.message);
  onTestFinished(() => host.value.close());
  return { host: host.value, token: await setUpTill(host.value.url) };
}

const sukli = (...args: string[]) =>
  runProgram(process.execPath, ['electron/sukli.mjs', ...args], { SUKLI_PASSWORD: 'seven green mangoes' })
    .ended;

describe('sukli verify', () => {
  it('is content with whole books, while the till runs and after', async () => {
    const dataDir = temporaryFolder();
    const { host } = await till(dataDir);
    for (const stage of ['running', 'closed']) {
      const { code, output } = await sukli('verify', '--data', dataDir);
      expect(output, stage).toContain('All is well');
      expect(code, stage).toBe(0);
      await host.close();
    }
  });

  it('finds an entry that somebody altered', async () => {
    const dataDir = temporaryFolder();
    const { host } = await till(dataDir);
    await host.close();
    const db = new Database(join(dataDir, 'sukli.db'));
    const triggers = db.prepare(
      "SELECT name FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'journal'",
    );
    for (const { name } of triggers.all() as Array<{ name: string }>) db.exec(`DROP TRIGGER "${name}"`);
    const altered = db.prepare("UPDATE journal SET body = replace(body, 'Panaderia', 'Another')").run();
    db.close();
    expect(altered.changes).toBeGreaterThan(0);
    const { code, output } = await sukli('verify', '--data', dataDir);
    expect(code).toBe(1);
    expect(output).toMatch(/wrong:\n\s+entry \d+: /);
    expect(output).not.toContain('All is well');
  });

  it('says that there are no books, that they are newer, and that they are damaged', async () => {
    const empty = temporaryFolder();
    expect(await sukli('verify', '--data', empty)).toMatchObject({
      code: 1,
      output: expect.stringContaining('no books'),
    });

    const newer = temporaryFolder();
    const db = new Database(join(newer, 'sukli.db'));
    db.pragma('user_version = 9999');
    db.close();
    expect((await sukli('verify', '--data', newer)).output).toContain('newer Sukli');

    const damaged = temporaryFolder();
    writeFileSync(join(damaged, 'sukli.db'), 'no database '.repeat(1000));
    const told = await sukli('verify', '--data', damaged);
    expect(told.code).toBe(1);
    expect(told.output).toContain('cannot be read');
    expect(readFileSync(join(damaged, 'sukli.db'), 'utf8')).toBe('no database '.repeat(1000));
  });
});

describe('sukli sync and export', () => {
  it('say what is in this till alone, and save it to a file once', async () => {
    const dataDir = temporaryFolder();
    const { host } = await till(dataDir);
    await host.close();
    const told = await sukli('sync', '--data', dataDir);
    expect(told.output).toContain('This till has joined no cloud.');
    const file = join(dataDir, 'waiting.sukli-entries');
    const saved = await sukli('export', file, '--user', 'owner', '--data', dataDir);
    expect([saved.code, saved.output]).toEqual([0, expect.stringContaining(`Saved to ${file}`)]);
    const lines = gunzipSync(readFileSync(file)).toString('utf8').trimEnd().split('\n');
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ format: 1, storeId: null, from: 1 });
    expect(JSON.parse(lines.at(-1) ?? '')).toHaveProperty('signature');
    expect((await sukli('export', file, '--user', 'owner', '--data', dataDir)).code).toBe(1);
  });
});

describe('sukli import', () => {
  const csv = (folder: string, ...rows: string[]) => {
    const file = join(folder, 'prices.csv');
    writeFileSync(file, ['name,sku,barcode,price', ...rows, ''].join('\n'));
    return file;
  };
  const good = ['Pan de sal,PDS,4801234567893,2.50', 'Ensaymada,ENS,4801234567909,18.00'];
  const take = (file: string, dataDir: string, ...more: string[]) =>
    sukli('import', file, '--user', 'owner', '--data', dataDir, ...more);

  async function productCount({ url }: Host, token: string): Promise<number> {
    const answer = await fetch(`${url}/api/v1/products`, { headers: { authorization: `Bearer ${token}` } });
    return productPage.parse(await answer.json()).total;
  }

  it('takes a catalogue into a till that is closed, and into one that sells', async () => {
    const dataDir = temporaryFolder();
    const first = await till(dataDir);
    const file = csv(dataDir, ...good);
    const running = await take(file, dataDir, '--port', String(first.host.port));
    expect(running.output).toContain('Imported: 2 new, 0 changed, 0 as they were.');
    expect(running.code).toBe(0);
    expect(await productCount(first.host, first.token)).toBe(2);
    await first.host.close();

    const closed = await take(csv(dataDir, ...good, 'Monay,MON,4801234567916,6.00'), dataDir);
    expect(closed.output).toContain('Imported: 1 new, 0 changed, 2 as they were.');
    expect(closed.code).toBe(0);
  });

  it('names every bad row and imports nothing', async () => {
    const dataDir = temporaryFolder();
    const { host, token } = await till(dataDir);
    const file = csv(dataDir, ...good, 'Monay,MON,4801234567916,"12,5"', ',X,4801234567923,-1');
    const { code, output } = await take(file, dataDir, '--port', String(host.port));
    expect(code).toBe(1);
    expect(output).toMatch(/^row 4, price "12,5": /m);
    expect(output).toMatch(/^row 5/m);
    expect(output).toContain('Nothing was imported.');
    expect(await productCount(host, token)).toBe(0);
  });

  it('finds the till of its own folder by itself, and never asks another', async () => {
    const [ours, theirs] = [temporaryFolder(), temporaryFolder()];
    const mine = await till(ours);
    const other = await till(theirs);
    const file = csv(ours, ...good);
    expect((await take(file, ours)).output).toContain('Imported: 2 new');
    expect(await productCount(mine.host, mine.token)).toBe(2);

    writeFileSync(join(ours, 'port'), `${other.host.port}\n`);
    const astray = await take(file, ours);
    expect(astray.code).toBe(1);
    expect(astray.output).toContain('keeps other books');
    expect(await productCount(other.host, other.token)).toBe(0);
  });

  it('only checks with --dry-run', async () => {
    const dataDir = temporaryFolder();
    const { host, token } = await till(dataDir);
    const { code, output } = await take(
      csv(dataDir, ...good),
      dataDir,
      '--dry-run',
      '--port',
      String(host.port),
    );
    expect(output).toContain('Every row is fine: 2 new');
    expect(code).toBe(0);
    expect(await productCount(host, token)).toBe(0);
  });

  it('lets in nobody without the right password, and reads no file that is not there', async () => {
    const dataDir = temporaryFolder();
    const { host } = await till(dataDir);
    const port = ['--port', String(host.port), '--data', dataDir];
    const stranger = await sukli('import', csv(dataDir, ...good), '--user', 'stranger', ...port);
    expect(stranger).toMatchObject({ code: 1, output: expect.stringContaining('not right') });
    const missing = await sukli('import', join(dataDir, 'missing.csv'), '--user', 'owner', ...port);
    expect(missing).toMatchObject({ code: 1, output: expect.stringContaining('cannot be read') });
    expect(await sukli('import', ...port)).toMatchObject({
      code: 2,
      output: expect.stringContaining('Name the file'),
    });
  });
});

describe('sukli doctor', () => {
  it('finds nothing wrong with a till that runs, and asks its printer', async () => {
    const printer = await startFakePrinter();
    onTestFinished(() => printer.switchOff());
    const dataDir = temporaryFolder();
    const { host, token } = await till(dataDir);
    const changed = await fetch(`${host.url}/api/v1/settings`, {
      method: 'PATCH',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ printer: { kind: 'network', host: '127.0.0.1', port: printer.port } }),
    });
    expect(changed.status).toBe(200);
    const { code, output } = await sukli('doctor', '--data', dataDir, '--port', String(host.port));
    expect(output).toContain(`Sukli 0.1.0 is running at http://127.0.0.1:${host.port}`);
    expect(output).toContain(`127.0.0.1:${printer.port} answers`);
    expect(output).not.toContain('✗');
    expect(code).toBe(0);

    await printer.switchOff();
    const later = await sukli('doctor', '--data', dataDir, '--port', String(host.port));
    expect(later.output).toMatch(/✗ Printer .*refused/);
    expect(later.code).toBe(1);
  });

  it('names a folder that is none and a port that is taken', async () => {
    const file = join(temporaryFolder(), 'file');
    writeFileSync(file, '');
    const printer = await startFakePrinter();
    onTestFinished(() => printer.switchOff());
    const { code, output } = await sukli('doctor', '--data', file, '--port', String(printer.port));
    expect(code).toBe(1);
    expect(output).toContain('not a folder');
    expect(output).toContain('used by another program');
  });
});
