import './guard-first.ts';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, dialog } from 'electron';
import { ok, type Result } from '../shared/domain/result.ts';
import { screensFolder } from './app-folders.ts';
import { appVersion } from './app-version.ts';
import { createAnswer } from './door/answer-request.ts';
import { notePort } from './door/note-port.ts';
import { openHttpDoor } from './door/http-door.ts';
import { createScreens } from './door/serve-screens.ts';
import { systemClock } from './engine/clock.ts';
import { systemIds } from './engine/ids.ts';
import { fileKeys } from './host/file-keys.ts';
import { keysFolder } from './host/keys-folder.ts';
import { openLog } from './host/open-log.ts';
import { hardenSession } from './shell/harden-session.ts';
import { openTillWindow } from './shell/open-till-window.ts';
import { createRefreshCookie } from './shell/refresh-cookie.ts';
import { keychainIsThere, sealedCookie, sealedKeys } from './shell/sealed-keys.ts';
import { setMenu } from './shell/set-menu.ts';
import { watchUpdates } from './shell/watch-updates.ts';
import { openWindowDoor, registerWindowScheme } from './shell/window-door.ts';
import { createBootPlan, type BootPlan } from './start/boot-plan.ts';
import { openEngine } from './start/open-engine.ts';
import { readShellFlags, type Flags } from './start/read-flags.ts';
import { toldExitCode } from './start/told-exit-code.ts';

type BootFailure = { code: string; message: string };

const flags = readShellFlags(process.argv.slice(app.isPackaged ? 1 : 2));

// The books and all that is made beside them are for this user alone, whatever folder was named.
process.umask(0o077);
registerWindowScheme();
app.enableSandbox();
keepProfileWithBooks(flags.dataDir);
if (app.requestSingleInstanceLock()) run().catch(giveUp);
else app.exit(0);

async function run(): Promise<void> {
  const plan = createBootPlan();
  app.on('window-all-closed', () => app.quit());
  await app.whenReady();
  const booted = await boot(plan, flags);
  if (booted.ok) endInOrder(plan);
  else giveUp(booted.failure);
}

function giveUp(reason: unknown): void {
  const message = reason instanceof Object && 'message' in reason ? String(reason.message) : String(reason);
  dialog.showErrorBox('Sukli cannot start', message);
  app.exit(toldExitCode);
}

async function boot(plan: BootPlan, { dataDir, demo, port }: Flags): Promise<Result<void, BootFailure>> {
  const { log } = plan.opened('log', openLog(dataDir), (opened) => opened.close());
  const keychain = await keychainIsThere();
  if (!keychain) log.warn('no keychain here: secrets are kept in files that only this user may read');
  const folder = keysFolder(dataDir);
  const engine = await plan.phase(
    'engine',
    () =>
      openEngine({
        dataDir,
        version: appVersion,
        demo,
        clock: systemClock,
        ids: systemIds,
        keys: keychain ? sealedKeys(folder) : fileKeys(folder),
        log,
      }),
    (created) => created.close(),
  );
  if (!engine.ok) return engine;
  const answer = createAnswer({ engine: engine.value, screens: createScreens(screensFolder) });

  // Other programs on this machine come in by HTTP; the window does not need it, so a port that is taken stops nothing.
  const { shopNetwork } = engine.value.settings().doors;
  const opened = await openHttpDoor({ port, shopNetwork, answer, keepGlobals: true });
  if (!opened.ok) log.warn({ code: opened.failure.code, port }, opened.failure.message);
  else {
    plan.opened('http door', opened.value, (door) => door.close());
    plan.opened('note of the port', notePort(dataDir, opened.value.port), (remove) => remove());
  }

  hardenSession();
  setMenu();
  const cookie = createRefreshCookie(sealedCookie(folder, keychain));
  plan.opened('window door', openWindowDoor(answer, cookie), (door) => door.close());
  const window = plan.opened('window', openTillWindow(appVersion, log), (open) => open.destroy());
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  watchUpdates(log).catch((error: unknown) => log.warn({ err: error }, 'looking for an update failed'));
  return ok(undefined);
}

/** The browser's own files stay with the books of this till, so two shops on one machine share nothing. */
function keepProfileWithBooks(dataDir: string): void {
  const profile = join(dataDir, 'window');
  try {
    mkdirSync(profile, { recursive: true, mode: 0o700 });
    app.setPath('userData', profile);
  } catch {
    // The engine says in words what is wrong with the folder.
  }
}

/** Quitting waits until requests are answered and the books are closed. */
function endInOrder(plan: BootPlan): void {
  let ended = false;
  app.on('before-quit', (event) => {
    if (ended) return;
    event.preventDefault();
    void plan
      .stop()
      .catch(() => undefined)
      .finally(() => {
        ended = true;
        app.quit();
      });
  });
}
