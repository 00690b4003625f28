import { screen, type BrowserWindowConstructorOptions } from 'electron';
import { windowOrigin } from './origin.ts';

/** The one further window that the till opens: what the customer looks at. */
export function isCustomerDisplay(address: string): boolean {
  return address === `${windowOrigin}/display`;
}

/** It fills a second screen when there is one, and has no bridge to the program. It closes with the till's window. */
export function customerDisplayWindow(): BrowserWindowConstructorOptions {
  const primary = screen.getPrimaryDisplay();
  const second = screen.getAllDisplays().find(({ id }) => id !== primary.id);
  return {
    title: 'Sukli',
    ...(second === undefined ? { width: 1024, height: 600 } : second.bounds),
    fullscreen: second !== undefined,
    autoHideMenuBar: true,
    backgroundColor: '#f4f3ef',
    webPreferences: {
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      // It stands beside the till's window, and is behind it where there is one screen.
      backgroundThrottling: false,
    },
  };
}
