#!/usr/bin/env node
// Plain JavaScript on purpose: an old Node must get as far as the sentence that tells what to do.
import nodeModule from 'node:module';
import { fileURLToPath } from 'node:url';
import { guardNode } from '../shared/node-guard.mjs';

guardNode({ fromSource: true });
// As the till's: most of a start is spent compiling.
nodeModule.enableCompileCache?.(
  fileURLToPath(new URL('../node_modules/.cache/sukli/compiled', import.meta.url)),
);
const { runCommand } = await import('./main.ts');
process.exitCode = await runCommand(process.argv.slice(2));
