import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { nodeProblem } from '../../shared/node-guard.mjs';
import { root, runProgram } from './run-program.ts';
import { temporaryFolder } from './temporary-folder.ts';

describe('the Node guard', () => {
  it.each([
    ['20.20.2', '9', undefined],
    ['18.0.0', '8', undefined],
    ['0.10.0', undefined, undefined],
    ['22.12.0', '9', 'strip'],
    ['22.17.0', '10', false],
  ])('sends Node %s away in one sentence that names it', (version, napi, typescript) => {
    const problem = nodeProblem({ version, napi, typescript }, { fromSource: true });
    expect(problem).toContain(`this is Node ${version}`);
    expect(problem).toContain('Node 24');
    expect(problem).not.toContain('\n');
  });

  it('asks for TypeScript only when running from source', () => {
    const node = { version: '24.0.0', napi: '10', typescript: false };
    expect(nodeProblem(node, { fromSource: true })).not.toBe(null);
    expect(nodeProblem(node, { fromSource: false })).toBe(null);
    expect(nodeProblem({ ...node, typescript: 'strip' }, { fromSource: true })).toBe(null);
  });

  it('is plain enough for an old Node: no syntax or module of this decade in the files it must read', async () => {
    // The same two files beside no Sukli at all: what is left is what an old Node would have to understand.
    const folder = temporaryFolder();
    for (const part of ['electron', 'shared']) mkdirSync(join(folder, part));
    for (const file of ['electron/sukli.mjs', 'shared/node-guard.mjs'])
      copyFileSync(join(root, file), join(folder, file));
    // Stands in for Node's own facts, read before the guard looks at them.
    writeFileSync(
      join(folder, 'old-node.mjs'),
      `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2', napi: '9' } });`,
    );
    const run = runProgram(process.execPath, [
      '--import',
      join(folder, 'old-node.mjs'),
      join(folder, 'electron/sukli.mjs'),
      'start',
    ]);
    const { code, output } = await run.ended;
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toEqual([
      'Sukli needs Node 24, and this is Node 20.20.2. Run it through npm (npm start, npm run sukli), which brings the right one along, or install Node 24.',
    ]);
  });

  it("goes on with the project's own Node when it is started with an old one", async () => {
    const old = join(temporaryFolder(), 'old-node.mjs');
    writeFileSync(
      old,
      `if (process.env.SUKLI_OWN_NODE !== '1')
         Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '20.20.2', napi: '9' } });`,
    );
    const run = runProgram(process.execPath, ['--import', old, 'electron/sukli.mjs', 'start', '--help']);
    const { code, output } = await run.ended;
    expect(output).toContain('--port N');
    expect(code).toBe(0);
  });

  it('hands the exit code and the arguments on', async () => {
    const run = runProgram(process.execPath, ['electron/sukli.mjs', 'start', '--frobnicate']);
    const { code, output } = await run.ended;
    expect(code).toBe(2);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(output).toContain('--frobnicate');
  });
});
