import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';

export type Part = 'screens' | 'shell';

const sources: Record<Part, readonly string[]> = {
  screens: ['renderer/**/*', 'shared/**/*', 'electron/build/**/*', 'package-lock.json'],
  shell: ['electron/**/*', 'shared/**/*', 'electron.vite.config.ts', 'package.json'],
};

const outFolder: Record<Part, string> = { screens: 'out/renderer', shell: 'out/main' };

const stampName = '.built-from';

/** By content, not by time: a fresh clone, a switch of branches and a restored file all give the right answer. */
export function sourceSignature(root: string, part: Part): string {
  const hash = createHash('sha256');
  const files = globSync(sources[part], { cwd: root, withFileTypes: true })
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(file).update('\0').update(readFileSync(file)).update('\0');
  return hash.digest('hex');
}

/** Whether what is built was made from other sources than those that are there. */
export async function isStale(root: string, part: Part): Promise<boolean> {
  try {
    return (await readFile(join(root, outFolder[part], stampName), 'utf8')) !== sourceSignature(root, part);
  } catch {
    return true;
  }
}

/** Leaves the signature of the sources beside what was built from them. */
export function stampBuild(root: string, part: Part): Plugin {
  let signature = '';
  let outDir = '';
  return {
    name: 'sukli:stamp-build',
    apply: 'build',
    configResolved(config) {
      outDir = config.build.outDir;
    },
    buildStart() {
      signature = sourceSignature(root, part);
    },
    async writeBundle() {
      await writeFile(join(outDir, stampName), signature);
    },
  };
}
