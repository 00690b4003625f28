import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { appVersion } from '../app-version.ts';
import { networkPrinter } from '../devices/network-printer.ts';
import { databaseFile } from '../engine/db/open.ts';
import { quickCheck, readBooks } from '../engine/read-books.ts';
import { loadSettings } from '../engine/settings/index.ts';
import { sealedKeysPresent } from '../host/sealed-keys-present.ts';
import { keysFolder } from '../host/keys-folder.ts';
import { askPort } from './ask-port.ts';

/** One thing that was looked at: `well` is null for what is neither good nor bad. */
export type Finding = { about: string; well: boolean | null; says: string };

const littleSpace = 1024 ** 3;

/** Looks at everything a till stands on and says what it finds. Changes nothing. Exit code 1 if something is wrong. */
export async function doctor(options: { dataDir: string; port: number }): Promise<number> {
  const findings = await examine(options);
  for (const { about, well, says } of findings) {
    const mark = well === null ? ' ' : well ? '✓' : '✗';
    console.log(`${mark} ${about.padEnd(12)} ${says}`);
  }
  return findings.some(({ well }) => well === false) ? 1 : 0;
}

export async function examine({ dataDir, port }: { dataDir: string; port: number }): Promise<Finding[]> {
  return [
    { about: 'Sukli', well: null, says: appVersion },
    { about: 'Node', well: true, says: `${process.versions.node}, Node-API ${process.versions.napi}` },
    examineFolder(dataDir),
    examineSpace(dataDir),
    await examineKeys(dataDir),
    examineBooks(dataDir),
    await examinePrinter(dataDir),
    await examinePort(port),
  ];
}

function examineFolder(dataDir: string): Finding {
  const about = 'Data folder';
  if (!existsSync(dataDir)) return { about, well: null, says: `${dataDir} is made at the first start` };
  try {
    if (!statSync(dataDir).isDirectory())
      return { about, well: false, says: `${dataDir} is a file, not a folder` };
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
    return { about, well: true, says: `${dataDir} can be written` };
  } catch {
    return { about, well: false, says: `${dataDir} cannot be written: check its permissions` };
  }
}

function examineSpace(dataDir: string): Finding {
  let folder = dataDir;
  while (!existsSync(folder) && dirname(folder) !== folder) folder = dirname(folder);
  const { bavail, bsize } = statfsSync(folder);
  const free = bavail * bsize;
  const says = `${(free / 1024 ** 3).toFixed(1)} GB free`;
  return { about: 'Disk', well: free >= littleSpace, says: free >= littleSpace ? says : `only ${says}` };
}

async function examineKeys(dataDir: string): Promise<Finding> {
  const folder = keysFolder(dataDir);
  const about = 'Secrets';
  if (await sealedKeysPresent(folder))
    return { about, well: true, says: "sealed in this computer's keychain" };
  if (existsSync(folder))
    return { about, well: true, says: `in files that only this user may read (${folder})` };
  return { about, well: null, says: 'made at the first start' };
}

function examineBooks(dataDir: string): Finding {
  const about = 'Books';
  const file = databaseFile(dataDir);
  if (!existsSync(file)) return { about, well: null, says: 'none yet' };
  const read = readBooks(dataDir, quickCheck);
  if (!read.ok) return { about, well: false, says: read.failure.message };
  if (read.value !== 'ok') return { about, well: false, says: `damaged (${read.value}): restore a backup` };
  const size = (statSync(file).size / 1024 ** 2).toFixed(1);
  return { about, well: true, says: `${size} MB, readable ("sukli verify" proves every sale)` };
}

async function examinePrinter(dataDir: string): Promise<Finding> {
  const about = 'Printer';
  const read = readBooks(dataDir, (db) => loadSettings(db).printer);
  if (!read.ok || read.value.kind === 'none') return { about, well: null, says: 'none is set up' };
  const { host, port } = read.value;
  const asked = await networkPrinter({ host, port }).ask();
  if (!asked.ok) return { about, well: false, says: asked.failure.message };
  return { about, well: true, says: `${host}:${port} answers` };
}

async function examinePort(port: number): Promise<Finding> {
  const about = 'Port';
  const holder = await askPort(port);
  if (holder.kind === 'free') return { about, well: true, says: `${port} is free` };
  if (holder.kind === 'sukli') {
    return { about, well: true, says: `Sukli ${holder.version} is running at http://127.0.0.1:${port}` };
  }
  return { about, well: false, says: `${port} is used by another program: choose another with --port` };
}
