#!/usr/bin/env node
// Plain JavaScript on purpose: an old Node must get as far as the sentence that tells what to do.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { nodeProblem, thisNode } from '../shared/node-guard.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const fromSource = existsSync(here('./cli.ts'));
const problem = nodeProblem(thisNode(), { fromSource });
const [command, ...rest] = process.argv.slice(2);

// A third of a cold start is spent compiling; kept in a folder of our own, since a shared one could be tampered with.
nodeModule.enableCompileCache?.(here('../node_modules/.cache/sukli/compiled'));

if (problem === null) await run();
else runWithOwnNode(problem);

/** `sukli start` opens the till as `npm start` does; everything else is the command line. */
async function run() {
  if (command === 'start') {
    const { start } = await import('./start.ts');
    process.exitCode = await start(rest);
    return;
  }
  const { runCommand } = await import(fromSource ? './cli.ts' : '../out/main/cli.js');
  process.exitCode = await runCommand(process.argv.slice(2));
}

/** Runs this file again with the Node that `npm ci` put beside Sukli; says what is needed when there is none. */
function runWithOwnNode(sentence) {
  const own = here(`../node_modules/node/bin/${process.platform === 'win32' ? 'node.exe' : 'node'}`);
  if (!existsSync(own) || process.env['SUKLI_OWN_NODE'] === '1') {
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 1;
    return;
  }
  const child = spawn(own, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, SUKLI_OWN_NODE: '1' },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal));
  child.on('error', () => {
    process.stderr.write(`${sentence}\n`);
    process.exitCode = 1;
  });
  child.on('exit', (code, signal) => {
    process.exitCode = code ?? (signal === 'SIGINT' ? 130 : 143);
  });
}
