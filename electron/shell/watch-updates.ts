import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import type { Logger } from 'pino';

/**
 * Looks for updates only where the package names a feed, and installs one when the program is closed, never under a
 * cashier's hands. electron-updater skips the check of a Windows signature when no publisher is named; so do not we:
 * without one there are no updates there.
 */
export async function watchUpdates(log: Logger): Promise<void> {
  if (!app.isPackaged) return;
  const feed = join(process.resourcesPath, 'app-update.yml');
  if (!existsSync(feed)) return;
  if (process.platform === 'win32' && !/^publisherName:/m.test(readFileSync(feed, 'utf8'))) {
    log.warn('no updates: the package names a feed but no publisher to check signatures against');
    return;
  }
  const { default: updater } = await import('electron-updater');
  const { autoUpdater } = updater;
  autoUpdater.autoDownload = true;
  autoUpdater.autoInstallOnAppQuit = true;
  autoUpdater.allowDowngrade = false;
  autoUpdater.logger = null;
  autoUpdater.on('error', (error) => log.warn({ err: error }, 'looking for an update failed'));
  await autoUpdater.checkForUpdates();
}
