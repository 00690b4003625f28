import { statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import type { z } from 'zod';
import type { syncReadiness } from '../../../shared/api/sync.ts';
import { linkStateOf } from '../cloud-link/index.ts';
import type { EngineContext } from '../context.ts';
import { lastVerified } from '../journal/index.ts';
import { printerState } from '../receipts/index.ts';
import * as statements from './readiness-statements.ts';
import { syncGlance } from './sync-glance.ts';
import { syncStateOf } from './sync-state.ts';

type Readiness = z.output<typeof syncReadiness>;
type Check = Readiness['checks'][number];

const dayMilliseconds = 86_400_000;
const threeWeeks = 21 * dayMilliseconds;
const gibibyte = 1024 ** 3;
/** A clock that is further off than this is worth a word. */
const mostOff = 120_000;

/** Whether this till can work for three weeks with no network: everything that it would then miss. */
export function readiness(context: EngineContext): Readiness {
  const checks = [
    pins(context),
    catalogue(context),
    printer(context),
    disk(context),
    proved(context),
    waiting(context),
    reached(context),
    clock(context),
    cards(context),
    program(context),
    backup(context),
  ];
  return { ready: checks.every(({ state }) => state !== 'bad'), checks };
}

function pins({ read }: EngineContext): Check {
  const title = 'Signing in';
  const missing = read.all(statements.withoutPin).map(({ name }) => name);
  const count = read.first(statements.staffCount)?.count ?? 0;
  if (count === 0) return { id: 'pins', state: 'bad', title, message: 'Nobody can sign in at this till.' };
  if (missing.length === 0)
    return { id: 'pins', state: 'ok', title, message: 'Everybody has a PIN. Signing in needs no network.' };
  const message = `No PIN yet: ${missing.slice(0, 5).join(', ')}. They need their password each time.`;
  return { id: 'pins', state: 'warn', title, message };
}

function catalogue(context: EngineContext): Check {
  const title = 'Catalogue';
  const count = context.read.first(statements.productCount)?.count ?? 0;
  const { behind } = syncStateOf(context);
  if (count === 0)
    return { id: 'catalogue', state: 'bad', title, message: 'There is nothing to sell yet: no products.' };
  if ((behind ?? 0) > 0) {
    const message = `${behind} entries of other tills are still to come: prices may be older ones.`;
    return { id: 'catalogue', state: 'warn', title, message };
  }
  return { id: 'catalogue', state: 'ok', title, message: `${count} products are in this till.` };
}

function printer(context: EngineContext): Check {
  const title = 'Printer';
  const { state, message } = printerState(context);
  if (state === 'none')
    return {
      id: 'printer',
      state: 'warn',
      title,
      message: 'No printer is set up: receipts stay on the screen.',
    };
  if (state === 'failing') return { id: 'printer', state: 'bad', title, message };
  if (state === 'paper-low') return { id: 'printer', state: 'warn', title, message };
  return { id: 'printer', state: 'ok', title, message: 'The printer takes what is printed.' };
}

function disk({ read }: EngineContext): Check {
  const title = 'Room on the disk';
  const file = read.all(statements.databaseFiles).find(({ name }) => name === 'main')?.file;
  if (file === undefined || file === '')
    return { id: 'disk', state: 'warn', title, message: 'How much room is left is not known.' };
  const { bavail, bsize } = statfsSync(dirname(file));
  const free = (bavail * bsize) / gibibyte;
  const message = `${free.toFixed(1)} GB are free. A thousand sales need about 10 MB.`;
  return { id: 'disk', state: free >= 2 ? 'ok' : free >= 0.5 ? 'warn' : 'bad', title, message };
}

function proved(context: EngineContext): Check {
  const title = 'Proof of the books';
  const last = lastVerified(context);
  if (last === null) {
    const message = 'Not since the till was started. Prove them on the page Journal.';
    return { id: 'proved', state: 'warn', title, message };
  }
  if (!last.content) {
    const message = 'Something was wrong with the books at the last proof. See the page Journal.';
    return { id: 'proved', state: 'bad', title, message };
  }
  return { id: 'proved', state: 'ok', title, message: `The books were whole ${ageOf(context, last.at)}.` };
}

function waiting(context: EngineContext): Check {
  const title = 'What waits for the cloud';
  const glance = syncGlance(context);
  if (glance.state === 'alone')
    return {
      id: 'waiting',
      state: 'warn',
      title,
      message: 'This till is alone: its books are here and nowhere else.',
    };
  if (glance.waiting === 0)
    return { id: 'waiting', state: 'ok', title, message: 'The cloud has confirmed everything of this till.' };
  const message = `${glance.waiting} entries are in this till alone. Let them go before the network does.`;
  return { id: 'waiting', state: 'warn', title, message };
}

function reached(context: EngineContext): Check {
  const title = 'The way to the cloud';
  const { state, lastSuccessAt, trouble } = syncGlance(context);
  if (state === 'alone')
    return { id: 'reached', state: 'ok', title, message: 'This till needs none: it joined no cloud.' };
  if (state === 'trouble')
    return { id: 'reached', state: 'bad', title, message: `${trouble?.message} ${trouble?.remedy}` };
  const at = lastSuccessAt === null ? null : Date.parse(lastSuccessAt);
  const isLate = at === null || context.clock.now() - at > dayMilliseconds;
  const last = at === null ? 'Never yet.' : `The last exchange was ${ageOf(context, at)}.`;
  const message = state === 'offline' ? `The cloud cannot be reached now. ${last}` : last;
  return { id: 'reached', state: isLate || state === 'offline' ? 'warn' : 'ok', title, message };
}

function clock(context: EngineContext): Check {
  const title = 'Clock';
  const { clockOffset } = linkStateOf(context);
  if (clockOffset === null) {
    const message = 'There is no other clock to compare with yet. Look at it yourself.';
    return { id: 'clock', state: 'warn', title, message };
  }
  if (Math.abs(clockOffset) <= mostOff)
    return { id: 'clock', state: 'ok', title, message: 'It agrees with the cloud’s.' };
  const minutes = Math.round(Math.abs(clockOffset) / 60_000);
  const message = `It is ${minutes} minutes ${clockOffset > 0 ? 'behind' : 'ahead of'} the cloud’s. Set it right: receipts carry its time.`;
  return { id: 'clock', state: 'bad', title, message };
}

function cards({ read, clock: { now } }: EngineContext): Check {
  const title = 'Customers’ cards';
  const after = Math.floor(now() / 1000);
  const before = Math.floor((now() + threeWeeks) / 1000);
  const count = read.first(statements.cardsEnding, { after, before })?.count ?? 0;
  const message =
    count === 0
      ? 'None ends within three weeks.'
      : `${count} end within three weeks; new ones are printed here without a network.`;
  return { id: 'cards', state: 'ok', title, message };
}

function program({ read }: EngineContext): Check {
  const title = 'What newer tills send';
  const count = read.first(statements.unknownEntries)?.count ?? 0;
  if (count === 0)
    return { id: 'program', state: 'ok', title, message: 'Everything that came was understood.' };
  const message = `${count} entries are of a newer Sukli. They are kept; install the newest version.`;
  return { id: 'program', state: 'warn', title, message };
}

function backup(context: EngineContext): Check {
  const title = 'A copy somewhere else';
  const { state, waiting: count } = syncGlance(context);
  if (state !== 'alone' && count === 0)
    return { id: 'backup', state: 'ok', title, message: 'The cloud has every entry of this till.' };
  const message =
    state === 'alone'
      ? 'None: this till makes no backups by itself. Join a cloud, or copy the data folder while the till is closed.'
      : 'The cloud has all but what waits. Save what waits to a file on a stick.';
  return { id: 'backup', state: 'warn', title, message };
}

function ageOf({ clock: { now } }: EngineContext, at: number): string {
  const minutes = Math.max(0, Math.round((now() - at) / 60_000));
  if (minutes < 2) return 'just now';
  if (minutes < 120) return `${minutes} minutes ago`;
  const hours = Math.round(minutes / 60);
  return hours < 48 ? `${hours} hours ago` : `${Math.round(hours / 24)} days ago`;
}
