import type { Act } from '../domain/acts.ts';
import type { Audience, Hours, OfferScope, PromotionEffect, RewardEffect } from '../domain/offers.ts';
import type { Role } from '../domain/permissions.ts';
import type { TenderKind } from '../domain/settle.ts';
import type { ShiftFacts } from '../domain/shift-facts.ts';
import type { TaxMode, TaxRate } from '../domain/tax.ts';

/**
 * The body of every kind of journal entry, by kind; the version of each is 1 until a released body has to change, which
 * makes a new version beside the old one. Personal fields and the free text of web clients are never here: they travel in
 * the entry's detachable part.
 */
export type EntryBodies = {
  'store.set-up': { storeCode: string; registerCode: string; currency: string; demo: boolean };
  'settings.changed': { changes: Record<string, unknown> };
  /** Version 1 of both had no `customerId`: the customer that the person is when buying. */
  'account.created': { accountId: string; role: Role; customerId?: string };
  'account.changed': {
    accountId: string;
    changed: string[];
    role?: Role;
    status?: 'active' | 'disabled';
    customerId?: string;
  };
  'account.sessions-ended': { accountId: string; because: string };
  'sign-in.failed': { way: 'password' | 'pin'; failures: number };
  'category.created': { categoryId: string; name: string; colour: string; position: number };
  'category.changed': { categoryId: string; changes: Record<string, unknown> };
  'product.created': { product: ProductBody };
  'product.changed': { productId: string; changes: Record<string, unknown> };
  'products.imported': {
    importId: string;
    chunk: number;
    created: ProductBody[];
    changed: { productId: string; changes: Record<string, unknown> }[];
  };
  'stock.moved': {
    movementId: string;
    productId: string;
    kind: string;
    quantityMilli: number;
    reason: string;
  };
  'customer.created': { customerId: string; code: string; qrCode: string };
  'customer.changed': { customerId: string; changed: string[] };
  /** Version 1 had no `pieces`. */
  'shift.opened': { shiftId: string; number: number; floatMinor: number; pieces?: Record<string, number> };
  'approval.given': {
    approvalId: string;
    act: Act;
    subject: string;
    figure: number | null;
    way: 'own-pin' | 'manager';
    askedBy: string;
    approvedBy: string;
  };
  /** A wrong PIN, which counts against who asked, or their own where somebody else's is needed. */
  'approval.refused': {
    act: Act;
    subject: string;
    figure: number | null;
    way: 'own-pin' | 'manager';
    because: 'pin' | 'same-person';
    failures: number;
  };
  'cash.moved': {
    moveId: string;
    shiftId: string;
    slipNumber: number;
    kind: 'in' | 'out' | 'drop' | 'no-sale';
    amountMinor: number;
    reason: string;
    approvalId: string | null;
  };
  'shift.counted': {
    countId: string;
    shiftId: string;
    number: number;
    /** Counted pieces by the worth of one, in minor units. */
    pieces: Record<string, number>;
    tenders: CountedTender[];
  };
  /** `facts`: everything on the Z report, whose number is `zNumber`. */
  'shift.closed': {
    shiftId: string;
    zReportId: string;
    zNumber: number;
    countId: string;
    varianceMinor: number;
    reason: string;
    approvalIds: string[];
    facts: ShiftFacts;
  };
  /** Lines taken out of a cart, and quantities lowered, after they were rung up. */
  'cart.lines-removed': {
    cartId: string;
    shiftId: string | null;
    lines: {
      removalId: string;
      lineId: string;
      kind: 'removed' | 'lowered';
      productId: string | null;
      name: string;
      quantityMilli: number;
      amountMinor: number;
    }[];
    /** The removals that undo took back. */
    restored: string[];
    approvalIds: string[];
  };
  'refund.committed': RefundBody;
  'sale.voided': {
    voidId: string;
    orderId: string;
    receiptNumber: string;
    shiftId: string;
    slipNumber: number;
    reason: string;
    approvalId: string | null;
    /** What went back into stock. */
    movements: { movementId: string; productId: string; quantityMilli: number }[];
    /** Entries of their own, `points.changed`, tell of each. */
    points: { taken: number; given: number } | null;
    credits: CreditFact[];
  };
  'credit.opened': {
    creditId: string;
    kind: CreditKind;
    customerId: string | null;
    /** SHA-256 of a gift card's code in hex: the code itself is worth money. */
    codeHash: string | null;
    /** The last business date on which it is good. */
    expiresOn: string | null;
  };
  /** A correction by hand, a limit, or a card that was blocked or freed. */
  'credit.changed': {
    creditId: string;
    kind: CreditKind;
    entry: CreditFact | null;
    changes: Record<string, unknown>;
    reason: string;
  };
  /** A customer paid off what stood on account. */
  'credit.paid': {
    paymentId: string;
    creditId: string;
    customerId: string;
    shiftId: string;
    slipNumber: number;
    tender: 'cash' | 'card' | 'ewallet';
    amountMinor: number;
    reference: string;
    entry: CreditFact;
  };
  'sale.committed': SaleBody;
  /**
   * Points that no sale brought: an award, an expiry, a correction, or what a refund or void takes back. What the ledger
   * shows of it is the part's `description`.
   */
  'points.changed': PointsBody;
  'promotion.created': { promotion: PromotionBody };
  'promotion.changed': { promotionId: string; changes: Partial<PromotionBody> };
  /**
   * A promotion that was taken without a sale: at the counter, by the dialects. Who held the scanner is the part's
   * `scannedBy`.
   */
  'promotion.redeemed': {
    redemptionId: string;
    promotionId: string;
    customerId: string;
    orderId: string | null;
    points: PointsFact[];
  };
  'reward.created': { reward: RewardBody };
  /** `claimed`, with a new stock: how often it had been claimed when that was counted. */
  'reward.changed': { rewardId: string; changes: Partial<RewardBody>; claimed?: number };
  'card.issued': { customerId: string; expiresAt: number };
  'card.revoked': { customerId: string; qrCode: string; voidTo: number };
  /** What was ordered is the part's `productName`. */
  'order.placed': PlacedOrderBody;
  'order-payment.started': { paymentId: string; orderId: string; amountMinor: number };
  'order-payment.finished': {
    paymentId: string;
    orderId: string;
    amountMinor: number;
    state: 'completed' | 'failed';
  };
  'device.enrolled': { deviceId: string; name: string };
  'device.revoked': { deviceId: string };
  'receipt.reprinted': { orderId: string; receiptNumber: string; approvalIds: string[] };
  /** A slip, a refund's receipt, a Z report or a gift card that was printed again. */
  'paper.reprinted': { kind: string; id: string; title: string; approvalIds: string[] };
  /** This till joined a shop's cloud; its receipts carry these codes from here on. */
  'register.joined': {
    organisationId: string;
    storeId: string;
    storeCode: string;
    registerId: string;
    registerCode: string;
    name: string;
    publicKey: string;
    /** The key that signs the cards which this till issues. */
    cardKid: string;
    cardPublicKey: string;
  };
  'register.left': { storeId: string; registerId: string };
  /** The database was restored or copied: from here on another writer writes, with receipt series `letter`. */
  'life.begun': { writer: string; because: 'restored' | 'forked'; baseSeq: number; letter: string };
  /** Two records of one person: everything of `mergedId` counts for `customerId` from here on. */
  'customer.merged': { customerId: string; mergedId: string };
  /** The person asked to be forgotten: the record and every detachable part are emptied; the figures stay. */
  'customer.erased': { customerId: string };
  /** Somebody opened the drawer from the settings, to try it. */
  'drawer.tested': { pin: 2 | 5 };
};

export type EntryKind = keyof EntryBodies;

export const entryVersions: Record<EntryKind, number> = {
  'store.set-up': 1,
  'settings.changed': 1,
  'account.created': 2,
  'account.changed': 2,
  'account.sessions-ended': 1,
  'sign-in.failed': 1,
  'category.created': 1,
  'category.changed': 1,
  'product.created': 2,
  'product.changed': 1,
  'products.imported': 2,
  'stock.moved': 1,
  'customer.created': 1,
  'customer.changed': 1,
  'shift.opened': 2,
  'approval.given': 1,
  'approval.refused': 1,
  'cash.moved': 1,
  'shift.counted': 1,
  'shift.closed': 1,
  'cart.lines-removed': 1,
  'refund.committed': 1,
  'sale.voided': 1,
  'credit.opened': 1,
  'credit.changed': 1,
  'credit.paid': 1,
  'sale.committed': 3,
  'points.changed': 1,
  'promotion.created': 1,
  'promotion.changed': 1,
  'promotion.redeemed': 1,
  'reward.created': 1,
  'reward.changed': 1,
  'card.issued': 1,
  'card.revoked': 1,
  'order.placed': 1,
  'order-payment.started': 1,
  'order-payment.finished': 1,
  'device.enrolled': 1,
  'device.revoked': 1,
  'receipt.reprinted': 2,
  'paper.reprinted': 1,
  'register.joined': 1,
  'register.left': 1,
  'life.begun': 1,
  'customer.merged': 1,
  'customer.erased': 1,
  'drawer.tested': 1,
};

/**
 * Kinds that change records instead of adding facts. Their entries carry a `stamp` in the body, put there when they are
 * appended: where two tills change one field, the later stamp wins.
 */
export const editKinds: ReadonlySet<EntryKind> = new Set([
  'settings.changed',
  'account.created',
  'account.changed',
  'category.created',
  'category.changed',
  'product.created',
  'product.changed',
  'products.imported',
  'customer.created',
  'customer.changed',
  'customer.merged',
  'customer.erased',
  'credit.changed',
  'promotion.created',
  'promotion.changed',
  'reward.created',
  'reward.changed',
  'card.issued',
  'card.revoked',
]);

export type ProductBody = {
  productId: string;
  sku: string | null;
  name: string;
  barcodes: string[];
  categoryId: string | null;
  priceMinor: number;
  taxClassId: string | null;
  unit: 'each' | 'kg';
  tracksStock: boolean;
  lowStockMilli: number | null;
  favouritePosition: number | null;
  /** Not in version 1 of a product's entries: 1 000 000 then. */
  pointsMultiplierPpm: number;
};

export type PromotionBody = {
  promotionId: string;
  title: string;
  description: string;
  effect: PromotionEffect;
  scope: OfferScope;
  audience: Audience;
  needsCode: boolean;
  qrCode: string;
  couponCode: string | null;
  validFrom: string | null;
  validUntil: string | null;
  hours: Hours | null;
  minimumSpendMinor: number;
  bonusPoints: number;
  combines: boolean;
  priority: number;
  limitPerCustomer: number | null;
  limitTotal: number | null;
  isActive: boolean;
};

export type RewardBody = {
  rewardId: string;
  title: string;
  description: string;
  points: number;
  effect: RewardEffect;
  stock: number | null;
  validFrom: string | null;
  validUntil: string | null;
  limitPerCustomer: number | null;
  isActive: boolean;
};

export type PointsKind = 'earned' | 'redeemed' | 'expired' | 'adjusted' | 'bonus' | 'reversed';

/** One entry of a customer's ledger. `key` names it for ever: the same key never counts twice. */
export type PointsFact = {
  key: string;
  kind: PointsKind;
  /** Below zero for what is spent, expires or is taken back. */
  points: number;
  promotionId: string | null;
  rewardId: string | null;
};

export type PointsBody = PointsFact & {
  customerId: string;
  orderId: string | null;
};

/** What was counted of one tender, and what the books expected of it. */
export type CountedTender = { kind: TenderKind; countedMinor: number; expectedMinor: number };

export type CreditKind = 'gift-card' | 'store-credit' | 'on-account';

/** One entry of a credit's ledger. `key` names it for ever: the same key never counts twice. */
export type CreditFact = {
  key: string;
  creditId: string;
  kind: 'issued' | 'spent' | 'given-back' | 'paid-off' | 'adjusted' | 'reversed';
  amountMinor: number;
};

/** Its figures are above zero: what came back. `orderId` null: without a receipt. */
export type RefundBody = {
  refundId: string;
  receiptNumber: string;
  orderId: string | null;
  orderReceiptNumber: string | null;
  /** The sale that it went into, of an exchange. */
  exchangeOrderId: string | null;
  shiftId: string;
  cashierId: string;
  customerId: string | null;
  reason: string;
  approvalIds: string[];
  currency: string;
  /** Those of the sale. */
  rules: SaleBody['rules'];
  lines: {
    lineId: string;
    orderPosition: number | null;
    productId: string | null;
    /** Empty where the sale is of the web, as in its own entry. */
    name: string;
    unit: 'each' | 'kg';
    quantityMilli: number;
    unitPriceMinor: number;
    grossMinor: number;
    discountMinor: number;
    netMinor: number;
    taxMinor: number;
    totalMinor: number;
    taxRates: readonly TaxRate[];
    /** Whether it went back into stock; the movement has the line's id. */
    restock: boolean;
  }[];
  taxes: SaleBody['taxes'];
  payments: {
    paymentId: string;
    kind: TenderKind;
    amountMinor: number;
    reference: string;
    creditId: string | null;
  }[];
  itemCount: number;
  grossMinor: number;
  discountMinor: number;
  netMinor: number;
  taxMinor: number;
  totalMinor: number;
  cashRoundingMinor: number;
  paidMinor: number;
  /** What was earned and is taken back, what was spent and comes back; entries of their own, `points.changed`, tell of each. */
  points: { taken: number; given: number } | null;
  credits: CreditFact[];
};

export type PlacedOrderBody = {
  orderId: string;
  publicId: number;
  accountId: string;
  customerId: string | null;
  quantity: number;
  priceMinor: number;
  totalMinor: number;
  currency: string;
};

/**
 * Version 3. Version 2 knew lines of the catalogue alone, at its price and without discounts by hand, no tip, no
 * approvals and no credits. Version 1 had no `source`, `promotions` and `rewards` either, no promotion and reward
 * figures on its lines, and `points` of `{ key, earned }`. `readSaleBody` reads all three.
 */
export type SaleBody = {
  orderId: string;
  publicId: number;
  source: 'counter' | 'web';
  receiptNumber: string;
  /** Null: paid through the web while no shift was open. */
  shiftId: string | null;
  cashierId: string;
  customerId: string | null;
  currency: string;
  rules: { version: number; taxMode: TaxMode; taxRounding: string; rounding: string };
  lines: {
    lineId: string;
    kind: 'product' | 'ad-hoc' | 'gift-card';
    productId: string | null;
    /** Empty where the sale is of the web: the names of its lines are the part's `lineNames`, in their order. */
    name: string;
    sku: string | null;
    barcode: string | null;
    unit: 'each' | 'kg';
    note: string;
    quantityMilli: number;
    /** What the catalogue asked for one; `priceReason` why another price was asked. */
    listPriceMinor: number;
    unitPriceMinor: number;
    priceReason: string;
    grossMinor: number;
    /** Everything that was taken off, the next four among it. */
    discountMinor: number;
    lineDiscountMinor: number;
    promotionMinor: number;
    rewardMinor: number;
    orderDiscountMinor: number;
    /** Why something was taken off the line by hand. */
    discountReason: string;
    /** The gift card that the line sells. */
    creditId: string | null;
    netMinor: number;
    taxMinor: number;
    totalMinor: number;
    taxRates: readonly TaxRate[];
    /** Whether the line moved stock; the movement has the line's id. */
    movesStock: boolean;
  }[];
  taxes: { name: string; ratePpm: number; compound: boolean; baseMinor: number; taxMinor: number }[];
  payments: {
    paymentId: string;
    kind: TenderKind;
    amountMinor: number;
    tenderedMinor: number;
    changeMinor: number;
    reference: string;
    last4: string;
    /** The gift card, store credit or account that it was taken from. */
    creditId: string | null;
  }[];
  itemCount: number;
  grossMinor: number;
  discountMinor: number;
  netMinor: number;
  taxMinor: number;
  totalMinor: number;
  cashRoundingMinor: number;
  tipMinor: number;
  /** The total, the tip and the cash rounding. */
  paidMinor: number;
  changeMinor: number;
  /** Why something was taken off the whole sale by hand. */
  discountReason: string;
  approvalIds: string[];
  credits: CreditFact[];
  promotions: {
    redemptionId: string;
    promotionId: string;
    title: string;
    discountMinor: number;
    bonusPoints: number;
  }[];
  rewards: { claimId: string; rewardId: string; title: string; points: number; discountMinor: number }[];
  /** The customer's ledger entries of this sale, in their order; `earned` is the sum of what they give, bonus and all. */
  points: { earned: number; spent: number; entries: PointsFact[] } | null;
};
