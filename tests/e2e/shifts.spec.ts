import { startFakePrinter } from '../../electron/devices/fake-printer.ts';
import { signInToApi, type ApiClient } from './support/api-client.ts';
import { verifyBooks } from './support/commands.ts';
import { typeByHand } from './support/scan.ts';
import { demoCashier, demoOwner, signInByPin } from './support/sign-in.ts';
import { startTill, type Till } from './support/start-till.ts';
import { expect, test, type Page } from './support/test.ts';

type Printer = Awaited<ReturnType<typeof startFakePrinter>>;
let till: Till;
let printer: Printer;
let owner: ApiClient;

test.beforeAll(async () => {
  till = await startTill({ demo: true });
  printer = await startFakePrinter();
  owner = await signInToApi(till, demoOwner);
  const network = { kind: 'network', host: '127.0.0.1', port: printer.port };
  await owner.call('PATCH', '/settings', { printer: network });
});
test.afterAll(async () => {
  await till.remove();
  await printer.switchOff();
});

const hexOf = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('hex');
const expectedCash = async () => {
  const { facts } = await owner.call<{ facts: { cash: { expectedMinor: number } } }>(
    'GET',
    '/shifts/current/x-report',
  );
  return facts.cash.expectedMinor;
};

test('a shift is moved through, counted blind, counted again, closed with a manager, and opened by pieces', async ({
  page,
}) => {
  await signInByPin(page, till.url, demoCashier.pin);
  await test.step('the status bar leads to the shift, which tells the cashier nothing of the drawer', async () => {
    await page.getByRole('link', { name: /^Shift 1 open since/ }).click();
    await expect(page.getByRole('heading', { name: 'Shift 1' })).toBeVisible();
    await expect(page.getByText('The drawer should hold: Told after it is counted.')).toBeVisible();
  });
  await test.step('cash is taken out by keys alone, and the slip is printed with the drawer open', async () => {
    await page.keyboard.press('Control+d');
    await expect(page.getByLabel('Amount')).toBeFocused();
    await page.getByLabel('Cash out').check();
    await page.getByLabel('Amount').fill('1.000,50');
    await page.keyboard.press('Enter');
    await expect(page.getByText(/two ways, or is no amount. Write it like 1,000.50/)).toBeVisible();
    await page.getByLabel('Amount').fill('350');
    await page.getByRole('button', { name: 'Paid a supplier' }).click();
    await page.getByRole('button', { name: 'Take it out' }).click();
    await expect(page.getByText('Paid a supplier · Slip 1')).toBeVisible();
    await expect.poll(() => printer.printed().length).toBe(1);
  });
  await test.step('a no-sale takes the own PIN', async () => {
    await page.keyboard.press('Control+d');
    await page.getByLabel('No sale').check();
    await page.getByRole('button', { name: 'Changed money' }).click();
    await page.getByRole('button', { name: 'Open the drawer' }).click();
    await expect(page.getByRole('dialog', { name: 'Confirm this with your PIN' })).toBeVisible();
    await expect(page.getByText('Nobody approved it.')).toBeHidden();
    await page.keyboard.press('Escape');
    await expect(page.getByText('Nobody approved it.')).toBeVisible();
    await page.getByRole('button', { name: 'Open the drawer' }).click();
    await givePin(page, demoCashier.pin);
    await expect(page.getByText('Changed money · Slip 2')).toBeVisible();
  });
  const expected = await expectedCash();
  await test.step('a first count by pieces survives Esc and is short', async () => {
    await page.getByRole('button', { name: 'Close the shift' }).click();
    await page.getByLabel('How many ₱1,000.00').fill('1');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Close the shift' }).click();
    await expect(page.getByLabel('How many ₱1,000.00')).toHaveValue('1');
    await page.getByRole('button', { name: 'One ₱500.00 more' }).click();
    await expect(page.getByText('₱1,500.00').first()).toBeVisible();
    await page.getByRole('button', { name: 'This is what I counted' }).click();
    await expect(page.getByText(/short$/)).toBeVisible();
    await expect(page.getByText('How the drawer comes to it')).toBeVisible();
  });
  await test.step('the recount is short by 200.00, which takes a reason and a manager', async () => {
    await page.getByRole('button', { name: 'Count again' }).click();
    await page.getByLabel('One amount').check();
    await page.getByLabel('Cash in the drawer').fill(((expected - 20_000) / 100).toFixed(2));
    await page.getByLabel('Cash in the drawer').press('Enter');
    await expect(page.getByText('₱200.00 short')).toBeVisible();
    await page.getByRole('button', { name: 'Close the shift' }).click();
    await expect(page.getByText('Write why.')).toBeVisible();
    await page.getByLabel('Why is it over or short?').fill('A note was missing');
    await page.getByRole('button', { name: 'Close the shift' }).click();
    await givePin(page, demoOwner.pin);
    await expect(page.getByRole('heading', { name: 'Shift 1 is closed' })).toBeVisible();
  });
  await test.step('the Z report is printed, and again the same to the byte', async () => {
    await expect.poll(() => printer.printed().length).toBe(3);
    await page.getByRole('button', { name: 'Print again' }).click();
    await expect.poll(() => printer.printed().length).toBe(4);
    const [, , first, second] = printer.printed().map(hexOf);
    expect(second).toBe(first);
  });
  await test.step('the next shift opens with the pieces that are counted', async () => {
    await page.getByRole('button', { name: 'Open the next shift' }).click();
    const dialog = page.getByRole('dialog', { name: 'Open the shift' });
    await dialog.getByRole('radio', { name: 'By piece' }).check();
    await dialog.getByLabel('How many ₱100.00').fill('12');
    await dialog.getByRole('button', { name: 'Open the shift' }).click();
    await expect(page.getByText(/Shift 2 open since/)).toBeVisible();
    const { shift } = await owner.call<{ shift: object }>('GET', '/shifts/current');
    expect(shift).toMatchObject({ number: 2, floatMinor: 120_000 });
  });
  expect(verifyBooks(till.dataDir).exitCode).toBe(0);
});

test('the owner finds the Z report on its day, and sees it as it was printed', async ({ page }) => {
  await signInByPin(page, till.url, demoOwner.pin);
  const { items } = await owner.call<{ items: { businessDate: string }[] }>('GET', '/z-reports');
  await page.goto(`${till.url}/day?date=${items[0]?.businessDate}`);
  await page.getByRole('link', { name: /^Z report 1/ }).click();
  await expect(page.getByRole('heading', { name: 'Z report 1' })).toBeVisible();
  await expect(page.getByRole('article', { name: 'Z report 1' })).toContainText('GRAND TOTAL PHP');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { name: 'Z reports' })).toBeVisible();
  await expect(page.getByText('-₱200.00')).toBeVisible();
});

async function givePin(page: Page, pin: string): Promise<void> {
  await expect(page.getByRole('dialog').last()).toContainText('PIN');
  await typeByHand(page, pin);
  await page.keyboard.press('Enter');
}
