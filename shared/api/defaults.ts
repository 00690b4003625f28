import type { Settings } from './settings.ts';

/** The settings of a till before its owner has said anything; the set-up wizard fills in shop and tax. */
export const defaultSettings: Settings = {
  shop: {
    name: 'My shop',
    address: '',
    phone: '',
    taxNumber: '',
    country: 'PH',
    currency: 'PHP',
    locale: 'en-PH',
    timeZone: 'Asia/Manila',
    dayCutOff: '00:00',
  },
  tax: {
    mode: 'inclusive',
    rounding: 'line',
    roundingMode: 'half-up',
    classes: [
      { id: 'standard', name: 'Standard', rates: [] },
      { id: 'none', name: 'No tax', rates: [] },
    ],
    defaultClassId: 'standard',
  },
  receipt: {
    header: '',
    footer: 'Thank you, come again!',
    paperWidth: 80,
    showTax: true,
    showPoints: true,
    printAutomatically: true,
  },
  printer: { kind: 'none', host: '', port: 9100, openDrawer: true },
  points: {
    enabled: true,
    amountMinor: 1000,
    points: 1,
    redeem: true,
    valueMinor: 10,
    minimumPoints: 1,
    expiryMonths: 0,
    tiers: [],
  },
  cash: { rounding: null },
  stock: { belowZero: 'warn' },
  doors: { allowedOrigins: ['http://localhost:8080', 'http://127.0.0.1:8080'], shopNetwork: false },
  // The lifetimes are those that clients of the dialects know: 5 minutes, a day, an hour.
  api: { openAccess: false, accessSeconds: 300, refreshSeconds: 86_400, customerSeconds: 3600 },
};
