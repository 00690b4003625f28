import { expect, type Locator, type Page } from '@playwright/test';
import { typeByHand } from '../scan.ts';

/** The two ways a till is worked: each act is done by keys alone, or by fingers alone. */
export type Hands = {
  name: 'keyboard' | 'touch';
  page: Page;
  /** Presses a button, a link or an option; `key` is what the keyboard has for it. */
  press(target: Locator, key?: string): Promise<void>;
  /** Chooses one of several that exclude each other. */
  choose(target: Locator): Promise<void>;
  /** Writes into a field what shall be in it. */
  write(target: Locator, text: string): Promise<void>;
  /** Types a PIN into the pad that is open. */
  pin(pad: Locator, digits: string, confirm: RegExp): Promise<void>;
};

const mostTabs = 120;
/** To find a target by its name takes a while: it is found again only in case it was drawn anew. */
const findAgainAfter = 20;

/** Goes with Tab alone to what is meant: what Tab does not reach, the keyboard cannot work. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  let element = await target.elementHandle();
  for (let tabs = 0; tabs < mostTabs; tabs += 1) {
    if (tabs % findAgainAfter === findAgainAfter - 1) element = await target.elementHandle();
    if ((await element?.evaluate((wanted) => wanted === document.activeElement)) === true) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not reach ${target.toString()}`);
}

export function keyboardHands(page: Page): Hands {
  return {
    name: 'keyboard',
    page,
    async press(target, key) {
      if (key !== undefined) return page.keyboard.press(key);
      await tabTo(page, target);
      await page.keyboard.press('Enter');
    },
    async choose(target) {
      await expect(target).toBeVisible();
      for (let tabs = 0; tabs < mostTabs; tabs += 1) {
        const isInGroup = await target.evaluate(
          (element) =>
            document.activeElement?.closest('[role=radiogroup], fieldset') ===
            element.closest('[role=radiogroup], fieldset'),
        );
        if (isInGroup) break;
        await page.keyboard.press('Tab');
      }
      for (let steps = 0; steps < 10 && !(await target.isChecked()); steps += 1)
        await page.keyboard.press('ArrowRight');
      await expect(target).toBeChecked();
    },
    async write(target, text) {
      await tabTo(page, target);
      await page.keyboard.press('Control+a');
      await typeByHand(page, text);
    },
    async pin(pad, digits) {
      await expect(pad).toBeVisible();
      await typeByHand(page, digits);
      await page.keyboard.press('Enter');
    },
  };
}

/** Letters come from the keyboard on the glass, which tells a page no keys: `fill` is what it does. */
export function touchHands(page: Page): Hands {
  return {
    name: 'touch',
    page,
    press: (target) => target.tap(),
    choose: (target) => target.tap(),
    async write(target, text) {
      await target.tap();
      await target.fill(text);
    },
    async pin(pad, digits, confirm) {
      for (const digit of digits) await pad.getByRole('button', { name: digit, exact: true }).tap();
      await pad.getByRole('button', { name: confirm }).tap();
    },
  };
}

/** Counts what the other way of working would have sent, from the page's next opening on. */
export async function countForeignEvents(page: Page, hands: Hands['name']): Promise<() => number> {
  let counted = 0;
  await page.exposeFunction('noteForeignEvent', () => {
    counted += 1;
  });
  await page.addInitScript((isKeyboard) => {
    const { noteForeignEvent } = window as unknown as { noteForeignEvent: () => Promise<void> };
    const note = (event: Event): void => {
      const isForeign = isKeyboard
        ? event.type !== 'keydown'
        : event.type === 'keydown' || (event instanceof PointerEvent && event.pointerType !== 'touch');
      if (isForeign && event.isTrusted) void noteForeignEvent();
    };
    for (const type of ['pointerdown', 'touchstart', 'keydown'])
      window.addEventListener(type, note, { capture: true });
  }, hands === 'keyboard');
  return () => counted;
}
