import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { writeJoinText } from '../../shared/domain/join-text.ts';
import { openDemoShop, type DemoShop } from './support/demo-shop.ts';
import { scan } from './support/scan.ts';
import { demoOwner, signInByPin } from './support/sign-in.ts';
import { startCloud, type RunningCloud } from './support/start-cloud.ts';
import { expect, test } from './support/test.ts';

/* One till from being alone to having left its cloud again, as its owner does it. */
let cloud: RunningCloud;
let shop: DemoShop;
test.beforeAll(async () => {
  [cloud, shop] = await Promise.all([startCloud(), openDemoShop()]);
});
test.afterAll(async () => {
  await shop.till.remove();
  await cloud.remove();
});

test('joins by a scanned code, proves, cannot leave while anything waits, and saves that as a file', async ({
  page,
}) => {
  const state = page.getByRole('contentinfo', { name: 'State of the till' });
  await signInByPin(page, shop.till.url, demoOwner.pin);
  await expect(state.getByText(/^Ready offline, \d+ entries kept here$/)).toBeVisible();
  await page.keyboard.press('Control+s');
  await page.getByRole('button', { name: 'Join a shop’s cloud' }).click();
  const joining = page.getByRole('dialog', { name: 'Join a shop’s cloud' });
  await expect(joining.getByLabel('Address of the cloud')).toBeFocused();
  await scan(page, '4006381333931');
  await expect(page.getByText('This is no code for joining.')).toBeVisible();
  await scan(page, writeJoinText({ url: cloud.url, code: cloud.code }));
  await expect(joining.getByLabel('Address of the cloud')).toHaveValue(cloud.url);
  await expect(joining.getByLabel('One-time code')).toHaveValue(cloud.code);
  await joining.getByLabel('Name of this till').fill('Counter');
  await page.keyboard.press('Enter');
  await expect(joining).toBeHidden();
  await expect(page.getByText('All that was sold is with the cloud.')).toBeVisible({ timeout: 30_000 });
  await expect(state.getByText('Online, all sent')).toBeVisible({ timeout: 15_000 });

  await page.getByRole('button', { name: 'Prove it' }).click();
  await expect(page.getByText(/^(\d+) sales, \1 confirmed, digests match\.$/)).toBeVisible();
  await page.keyboard.press('Escape');

  await cloud.kill();
  await shop.api.call('PATCH', `/customers/${shop.customer.id}`, { notes: 'Likes it dark' });
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(page.getByText('The cloud cannot be reached. 1 entry waits here.')).toBeVisible();
  await expect(state.getByText(/^Offline, 1 waits/)).toBeVisible({ timeout: 15_000 });
  await page.getByRole('button', { name: 'Leave the cloud' }).click();
  await expect(
    page.getByRole('dialog', { name: /^The till cannot leave while 1 entry waits/ }),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Stay' }).click();
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save what waits' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^S01-T1-\d+-\d+\.sukli-entries$/);
  const lines = gunzipSync(readFileSync(await file.path()))
    .toString('utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  expect(lines.map((line) => line['kind'] ?? Object.keys(line)[0])).toEqual([
    'format',
    'customer.changed',
    'signature',
  ]);

  await cloud.startAgain();
  await page.getByLabel('Bring a file in').setInputFiles(await file.path());
  await expect(
    page.getByText(/1 entry of this file is in the cloud now|The cloud had all of this file already/),
  ).toBeVisible();
  await page.getByRole('button', { name: 'Try now' }).click();
  await expect(page.getByText('All that was sold is with the cloud.')).toBeVisible({ timeout: 30_000 });
  await page.getByRole('button', { name: 'Leave the cloud' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Leave the cloud' }).click();
  await expect(page.getByText('This till works alone, and may do so for ever.')).toBeVisible();
});
