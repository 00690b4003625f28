import { setTimeout } from 'node:timers/promises';
import type { CDPSession, Page } from '@playwright/test';

const gapMilliseconds = 8;
/** Between what a hand pressed last and the scan, so that neither is taken for a part of the other. */
const pauseMilliseconds = 100;
const sessions = new WeakMap<Page, Promise<CDPSession>>();

function devtoolsOf(page: Page): Promise<CDPSession> {
  const session = sessions.get(page) ?? page.context().newCDPSession(page);
  sessions.set(page, session);
  return session;
}

/**
 * A scanner that types like a keyboard: the characters in a burst, then Enter. The keys carry the times at which the
 * scanner sent them, as those of an operating system do, so that a slow test machine does not look like a slow hand.
 */
export async function scan(page: Page, code: string): Promise<void> {
  const devtools = await devtoolsOf(page);
  const keys = [...code].map((character) => ({ key: character, text: character, windowsVirtualKeyCode: 0 }));
  const enter = { key: 'Enter', code: 'Enter', text: '\r', windowsVirtualKeyCode: 13 };
  const startedAt = Date.now() + pauseMilliseconds;
  await setTimeout(pauseMilliseconds + (keys.length + 1) * gapMilliseconds);
  await Promise.all(
    [...keys, enter].flatMap((key, index) => {
      const timestamp = (startedAt + index * gapMilliseconds) / 1000;
      return [
        devtools.send('Input.dispatchKeyEvent', { type: 'keyDown', ...key, timestamp }),
        devtools.send('Input.dispatchKeyEvent', { type: 'keyUp', key: key.key, timestamp }),
      ];
    }),
  );
}

/** Keys as a quick person presses them, slow enough to be no scanner. */
export async function typeByHand(page: Page, text: string, { gap = 70 } = {}): Promise<void> {
  await page.keyboard.type(text, { delay: gap });
}

/** Four rolled fingers; only into a field for PINs, where scanners are told apart by a shorter gap. */
export async function typePin(page: Page, pin: string): Promise<void> {
  await typeByHand(page, pin, { gap: 40 });
}
