import { z } from 'zod';
import { acts, ways, type Act } from '../domain/acts.ts';
import { fillsBarcode } from '../domain/embedded-barcode.ts';
import { codeLine, id, line, lines, minor } from './common.ts';
import { password, pin, username } from './people.ts';
import { syncGlance } from './sync.ts';

export const taxRate = z.object({
  name: line(40, 1),
  ratePpm: z.int().min(0).max(1_000_000),
  compound: z.boolean(),
});
export const taxClass = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: line(60, 1),
  rates: z.array(taxRate).max(5),
});
export type TaxClass = z.infer<typeof taxClass>;

export const shopSettings = z.object({
  name: line(80, 1),
  address: lines(300),
  phone: codeLine(40),
  taxNumber: codeLine(60),
  country: z.string().regex(/^[A-Z]{2}$/),
  currency: z.string().regex(/^[A-Z]{3}$/),
  locale: z.string().min(2).max(35),
  timeZone: z.string().min(1).max(60),
  dayCutOff: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
});

export const taxSettings = z.object({
  mode: z.enum(['inclusive', 'exclusive']),
  rounding: z.enum(['line', 'order']),
  roundingMode: z.enum(['half-up', 'half-even']),
  classes: z.array(taxClass).min(1).max(20),
  defaultClassId: z.string(),
});

export const receiptSettings = z.object({
  header: lines(300),
  footer: lines(300),
  paperWidth: z.union([z.literal(58), z.literal(80)]),
  showTax: z.boolean(),
  showPoints: z.boolean(),
  printAutomatically: z.boolean(),
  /** A picture of the till, printed above the shop's name. */
  logoId: id.nullable(),
  showQr: z.boolean(),
  showCashier: z.boolean(),
});

export const printerSettings = z.object({
  kind: z.enum(['none', 'network']),
  host: codeLine(253),
  port: z.int().min(1).max(65_535),
  openDrawer: z.boolean(),
  /** The drawer opens for sales and refunds with one of these among their tenders. */
  drawerTenders: z.array(z.enum(['cash', 'ewallet', 'gift-card', 'store-credit', 'on-account'])).max(5),
  drawerPin: z.union([z.literal(2), z.literal(5)]),
  /** `auto`: as text, and as an image what the printer has no letters for. */
  text: z.enum(['auto', 'codepage', 'raster']),
});

/** How the shop's scanner types: what three scans of one code taught. */
export const scannerSettings = z.object({
  gapMilliseconds: z.int().min(5).max(200),
  prefix: codeLine(8),
  suffix: z.enum(['enter', 'tab', 'none']),
});

/** In-store barcodes that carry a price or a weight: `prefix`, then digits of the item, then digits of the value. */
export const barcodeSettings = z.object({
  embedded: z
    .array(
      z
        .object({
          prefix: z.string().regex(/^\d{1,4}$/),
          itemDigits: z.int().min(1).max(8),
          valueDigits: z.int().min(1).max(8),
          value: z.enum(['price', 'weight']),
        })
        .refine(fillsBarcode, 'does not fill a barcode of 13 digits'),
    )
    .max(10),
});

/** What the discount dialog offers to press; any other percent and reason can be typed. */
export const discountSettings = z.object({
  percents: z.array(z.int().min(1).max(100)).max(4),
  reasons: z.array(line(40, 1)).max(12),
});

export const pointsSettings = z.object({
  enabled: z.boolean(),
  amountMinor: minor.min(1).max(1_000_000_000),
  points: z.int().min(1).max(1_000_000),
  /** Whether points may be paid with, what one is worth, and how many it takes at least. */
  redeem: z.boolean(),
  valueMinor: minor.min(1).max(1_000_000_000),
  minimumPoints: z.int().min(1).max(1_000_000),
  /** How much of a balance may be spent while the cloud cannot be asked, and how many points at most; 0: none. */
  offlineAllowancePercent: z.int().min(0).max(100),
  offlineMostPoints: z.int().min(0).max(1_000_000),
  /** Earned points end so many months later; 0: never. */
  expiryMonths: z.int().min(0).max(120),
  /** From the points ever earned; the highest that is reached counts. */
  tiers: z
    .array(
      z.object({
        id: z.string().regex(/^[a-z0-9-]{1,40}$/),
        name: line(40, 1),
        fromPoints: z.int().min(0).max(1_000_000_000),
        multiplierPpm: z.int().min(0).max(100_000_000),
      }),
    )
    .max(10),
});

/** `openAccess`: callers on this computer may use the counter routes without a token and register any role. */
export const apiSettings = z.object({
  openAccess: z.boolean(),
  accessSeconds: z.int().min(2).max(86_400),
  refreshSeconds: z.int().min(10).max(31_536_000),
  customerSeconds: z.int().min(2).max(2_592_000),
});

export const cashSettings = z.object({
  rounding: z
    .object({ stepMinor: minor.min(1).max(100_000), tie: z.enum(['up', 'down', 'even']) })
    .nullable(),
});

/** What staff may do freely, with a PIN, with a manager, or not at all. */
const actRule = z.object({ within: z.enum(ways), limit: z.int().min(0).nullable(), beyond: z.enum(ways) });
export const actSettings = z.object(
  Object.fromEntries(acts.map((act) => [act, actRule])) as Record<Act, typeof actRule>,
);

export const counterSettings = z.object({
  /** Idle minutes after which the till locks; 0: never. */
  autoLockMinutes: z.int().min(0).max(240),
  /** Whether who counts the drawer may not see what it should hold. */
  blindCount: z.boolean(),
  tips: z.boolean(),
  tipPercents: z.array(z.int().min(1).max(100)).max(4),
  /** The most that a refund without a receipt may come to. */
  refundWithoutReceiptMinor: minor.min(0).max(1_000_000_000_000),
});

export const creditSettings = z.object({
  giftCards: z.boolean(),
  /** A gift card is good for so many months from its sale on; 0: for ever. */
  giftCardMonths: z.int().min(0).max(120),
  storeCredit: z.boolean(),
  onAccount: z.boolean(),
  /** How much a customer may owe who has no limit of their own. */
  accountLimitMinor: minor.min(0).max(1_000_000_000_000),
});

export const stockSettings = z.object({ belowZero: z.enum(['allow', 'warn', 'manager', 'block']) });

/** Scheme, host and port, as browsers send it: nothing after the port. */
const origin = z
  .url({ protocol: /^https?$/ })
  .max(200)
  .refine((text) => URL.canParse(text) && new URL(text).origin === text, 'must end after the host or port');

export const doorSettings = z.object({
  allowedOrigins: z.array(origin).max(20),
  shopNetwork: z.boolean(),
});

export const settings = z
  .object({
    shop: shopSettings,
    tax: taxSettings,
    receipt: receiptSettings,
    printer: printerSettings,
    points: pointsSettings,
    cash: cashSettings,
    stock: stockSettings,
    doors: doorSettings,
    api: apiSettings,
    scanner: scannerSettings,
    barcodes: barcodeSettings,
    discounts: discountSettings,
    acts: actSettings,
    counter: counterSettings,
    credit: creditSettings,
  })
  .meta({ id: 'Settings' });
export type Settings = z.infer<typeof settings>;

export const settingsChange = z.strictObject({
  shop: shopSettings.partial().optional(),
  tax: taxSettings.partial().optional(),
  /** Without the logo: it has a route of its own, which takes the picture. */
  receipt: receiptSettings.omit({ logoId: true }).partial().optional(),
  printer: printerSettings.partial().optional(),
  points: pointsSettings.partial().optional(),
  cash: cashSettings.partial().optional(),
  stock: stockSettings.partial().optional(),
  doors: doorSettings.partial().optional(),
  api: apiSettings.partial().optional(),
  scanner: scannerSettings.partial().optional(),
  barcodes: barcodeSettings.partial().optional(),
  discounts: discountSettings.partial().optional(),
  acts: actSettings.partial().optional(),
  counter: counterSettings.partial().optional(),
  credit: creditSettings.partial().optional(),
});
export type SettingsChange = z.infer<typeof settingsChange>;

export const setUpRequest = z.strictObject({
  shop: shopSettings
    .pick({ name: true, country: true, currency: true, locale: true, timeZone: true })
    .extend({
      address: lines(300).default(''),
      phone: codeLine(40).default(''),
      taxNumber: codeLine(60).default(''),
    }),
  tax: z.object({
    mode: z.enum(['inclusive', 'exclusive']),
    name: line(40, 1),
    ratePpm: z.int().min(0).max(1_000_000),
  }),
  owner: z.object({
    username,
    displayName: line(80, 1),
    password,
    pin,
  }),
});
export type SetUpRequest = z.input<typeof setUpRequest>;

export const setUpState = z.object({ needed: z.boolean(), demo: z.boolean() });

export const health = z
  .object({
    status: z.literal('ok'),
    version: z.string(),
    demo: z.boolean(),
    setUpNeeded: z.boolean(),
    time: z.string(),
    /** `timeZone`, `locale`: how the clock is shown before anybody has signed in. */
    store: z.object({ name: z.string(), code: z.string(), timeZone: z.string(), locale: z.string() }),
    register: z.object({ code: z.string(), writer: id }),
    printer: z.object({
      state: z.enum(['none', 'ready', 'paper-low', 'waiting', 'failing']),
      waiting: z.int(),
      message: z.string(),
    }),
    sync: syncGlance,
    openAccess: z
      .boolean()
      .meta({ description: 'Whether programs on this computer need no key: every screen warns of it.' }),
  })
  .meta({ id: 'Health' });
export type Health = z.infer<typeof health>;
