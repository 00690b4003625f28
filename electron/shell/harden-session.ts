import { app, session, systemPreferences, type WebContents } from 'electron';
import { customerDisplayWindow, isCustomerDisplay } from './display-window.ts';
import { isOwnAddress, scheme, windowOrigin } from './origin.ts';

const allowedSchemes = new Set([`${scheme}:`, 'blob:', 'data:', 'devtools:']);

/** The API page may stand beside the till's window: a programmer reads it while using the till. */
const apiPage = `${windowOrigin}/api/docs`;
/** Text that a button puts on the clipboard; reading it stays refused. */
const writesClipboard = 'clipboard-sanitized-write';

/** What holds for everything that is ever shown: our own origin, the camera, copying, and nothing else. */
export function hardenSession(): void {
  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((_contents, permission, callback, details) => {
    const { mediaTypes } = details as { mediaTypes?: readonly string[] };
    const camera = permission === 'media' && mediaTypes?.length === 1 && mediaTypes[0] === 'video';
    const isOwn = isOwnAddress(details.requestingUrl);
    if (permission === writesClipboard) callback(isOwn);
    else void answerPermission(camera && isOwn, callback);
  });
  defaultSession.setPermissionCheckHandler(
    (_contents, permission, requestingOrigin, details) =>
      (permission === writesClipboard || (permission === 'media' && details.mediaType === 'video')) &&
      isOwnAddress(requestingOrigin),
  );
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.setDisplayMediaRequestHandler((_request, callback) => callback({}));
  defaultSession.webRequest.onBeforeRequest((details, callback) => {
    callback({ cancel: !allowedSchemes.has(new URL(details.url).protocol) });
  });
  app.on('web-contents-created', (_event, contents) => hardenContents(contents));
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, callback) => {
    event.preventDefault();
    callback(false);
  });
}

async function answerPermission(asked: boolean, callback: (granted: boolean) => void): Promise<void> {
  if (!asked || process.platform !== 'darwin') {
    callback(asked);
    return;
  }
  try {
    callback(await systemPreferences.askForMediaAccess('camera'));
  } catch {
    callback(false);
  }
}

function hardenContents(contents: WebContents): void {
  contents.setWindowOpenHandler(({ url }) => {
    if (isCustomerDisplay(url))
      return { action: 'allow', overrideBrowserWindowOptions: customerDisplayWindow() };
    return { action: url === apiPage ? 'allow' : 'deny' };
  });
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (details) => {
    if (!isOwnAddress(details.url)) details.preventDefault();
  });
  contents.on('will-redirect', (details) => {
    if (!isOwnAddress(details.url)) details.preventDefault();
  });
}
