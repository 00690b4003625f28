import { expect } from '@playwright/test';
import type { DemoShop } from '../demo-shop.ts';
import { typeByHand } from '../scan.ts';
import type { Screen } from './screen.ts';

export const signInScreens: readonly Screen<DemoShop>[] = [
  {
    name: 'sign-in-pin',
    what: 'Signing in with a PIN; the demonstration tells its logins.',
    open: async (page, { till }) => {
      await page.goto(`${till.url}/sign-in`);
      await expect(page.getByText('This is a demo shop')).toBeVisible();
      await typeByHand(page, '99');
    },
  },
  {
    name: 'sign-in-password',
    what: 'Signing in with user name and password, after a wrong one.',
    open: async (page, { till }) => {
      await page.goto(`${till.url}/sign-in`);
      await page.getByRole('tab', { name: 'With password' }).click();
      await page.getByLabel('User name').fill('owner');
      await page.getByLabel('Password', { exact: true }).fill('not this one');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page.getByText('The name, password or PIN is not right.')).toBeVisible();
    },
  },
];
