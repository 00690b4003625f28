#!/usr/bin/env node
// Plain JavaScript on purpose: an old Node must get as far as the sentence that tells what to do.
import { guardNode } from '../shared/node-guard.mjs';

guardNode({ fromSource: true });
const { runCommand } = await import('./main.ts');
process.exitCode = await runCommand(process.argv.slice(2));
