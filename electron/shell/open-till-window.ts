import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import type { Logger } from 'pino';
import { appFolder } from '../app-folders.ts';
import { windowOrigin } from './origin.ts';

/** The one window of the till. */
export function openTillWindow(version: string, log: Logger): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Sukli',
    width: 1280,
    height: 720,
    minWidth: 1024,
    minHeight: 600,
    show: false,
    autoHideMenuBar: true,
    backgroundColor: '#faf8f4',
    icon: join(appFolder, 'resources', 'icon.png'),
    webPreferences: {
      preload: join(appFolder, 'out', 'preload', 'preload.cjs'),
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      // A till that is covered by another window still listens to its scanner.
      backgroundThrottling: false,
      devTools: !app.isPackaged,
      additionalArguments: [`--sukli-version=${version}`],
    },
  });
  window.once('ready-to-show', () => {
    window.maximize();
    window.show();
  });
  window.webContents.on('render-process-gone', (_event, details) => {
    log.error({ reason: details.reason, exitCode: details.exitCode }, 'the screens crashed');
    // Whoever stands at the counter gets the screens back; sales are in the books, not in the page.
    if (details.reason !== 'clean-exit') window.webContents.reload();
  });
  void window.loadURL(`${windowOrigin}/`);
  return window;
}
