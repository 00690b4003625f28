import { currencyOf } from '../../../shared/domain/currency.ts';
import { decimalText } from '../../../shared/domain/money.ts';
import { englishWords } from '../../../shared/domain/receipt.ts';
import { quantityText } from '../../../shared/domain/quantity.ts';
import type { CreditKind, EntryBodies, EntryKind } from '../../../shared/journal/kinds.ts';

/** How a summary names what a body has only ids of; each gives the id back when nothing is known of it. */
export type Names = {
  account: (id: string) => string;
  customer: (id: string) => string;
  product: (id: string) => string;
  category: (id: string) => string;
  promotion: (id: string) => string;
  reward: (id: string) => string;
  currency: string;
};

type Summaries = { [Kind in EntryKind]: (body: EntryBodies[Kind], names: Names) => string };

const summaries: Summaries = {
  'store.set-up': ({ storeCode, registerCode, currency, demo }) =>
    `Set up store ${storeCode}, register ${registerCode}, in ${currency}${demo ? ', as a demonstration' : ''}`,
  'settings.changed': ({ changes }) => `Changed settings: ${settingNames(changes).join(', ')}`,
  'account.created': ({ accountId, role }, names) =>
    `Made the account of ${names.account(accountId)}, ${role}`,
  'account.changed': ({ accountId, changed, role, status }, names) =>
    `Changed the account of ${names.account(accountId)}: ${listed([
      ...changed.filter((field) => field !== 'role' && field !== 'status'),
      ...(role === undefined ? [] : [`role to ${role}`]),
      ...(status === undefined ? [] : [`status to ${status}`]),
    ])}`,
  'account.sessions-ended': ({ accountId, because }, names) =>
    `Ended the sessions of ${names.account(accountId)} (${because})`,
  'sign-in.failed': ({ way, failures }) =>
    `Refused a sign-in by ${way === 'pin' ? 'PIN' : way}: ${counted(failures, 'failure')} in a row`,
  'category.created': ({ name }) => `Made the category ${name}`,
  'category.changed': ({ categoryId, changes }, names) =>
    `Changed the category ${names.category(categoryId)}: ${changed(changes, names)}`,
  'product.created': ({ product }, names) =>
    `Made the product ${product.name} at ${money(product.priceMinor, names.currency)}`,
  'product.changed': ({ productId, changes }, names) =>
    `Changed the product ${names.product(productId)}: ${changed(changes, names)}`,
  'products.imported': ({ created, changed: others, chunk }) =>
    `Imported products: ${created.length} made, ${others.length} changed (part ${chunk + 1})`,
  'stock.moved': ({ productId, kind, quantityMilli, reason }, names) =>
    `Stock of ${names.product(productId)}: ${kind} ${quantityMilli > 0 ? '+' : ''}${quantityText(quantityMilli)}${reason === '' ? '' : ` (${reason})`}`,
  'customer.created': ({ code }) => `Made the customer ${code}`,
  'customer.changed': ({ customerId, changed: fields }, names) =>
    `Changed the customer ${names.customer(customerId)}: ${listed(fields)}`,
  'shift.opened': ({ number, floatMinor }, names) =>
    `Opened shift ${number} with a float of ${money(floatMinor, names.currency)}`,
  'approval.given': ({ act, way, askedBy, approvedBy }, names) =>
    way === 'own-pin'
      ? `${names.account(askedBy)} confirmed by PIN: ${act}`
      : `${names.account(approvedBy)} allowed ${names.account(askedBy)}: ${act}`,
  'approval.refused': ({ act, because, failures }) =>
    because === 'same-person'
      ? `Refused an approval by the same person: ${act}`
      : `Refused the PIN of an approval: ${act}, ${counted(failures, 'failure')} in a row`,
  'cash.moved': ({ kind, amountMinor, reason, slipNumber }, names) =>
    kind === 'no-sale'
      ? `Opened the drawer without a sale (${reason}), slip ${slipNumber}`
      : `Cash ${kind}: ${money(amountMinor, names.currency)} (${reason}), slip ${slipNumber}`,
  'shift.counted': ({ number, tenders }, names) =>
    `Counted the drawer, count ${number}: ${tenders.map(({ kind, countedMinor }) => `${tenderName(kind)} ${money(countedMinor, names.currency)}`).join(', ')}`,
  'shift.closed': ({ zNumber, varianceMinor }, names) =>
    `Closed the shift with Z report ${zNumber}, ${varianceMinor === 0 ? 'nothing over or short' : `${money(Math.abs(varianceMinor), names.currency)} ${varianceMinor > 0 ? 'over' : 'short'}`}`,
  'cart.lines-removed': ({ lines, restored }, names) =>
    lines.length === 0
      ? `Put ${counted(restored.length, 'line')} back into a cart`
      : `Took out of a cart: ${listed(lines.map(({ name, quantityMilli, amountMinor }) => `${quantityText(quantityMilli)} ${name} (${money(amountMinor, names.currency)})`))}`,
  'refund.committed': (refund) =>
    `Refunded ${refund.receiptNumber}${refund.orderReceiptNumber === null ? ' without a receipt' : ` of ${refund.orderReceiptNumber}`}: ${counted(refund.lines.length, 'line')}, ${money(refund.totalMinor, refund.currency)}`,
  'sale.voided': ({ receiptNumber, reason, slipNumber }) =>
    `Voided ${receiptNumber} (${reason}), slip ${slipNumber}`,
  'credit.opened': ({ kind, customerId }, names) =>
    `Opened ${creditName(kind)}${customerId === null ? '' : ` for ${names.customer(customerId)}`}`,
  'credit.changed': ({ kind, entry, changes, reason }, names) =>
    `Changed ${creditName(kind)}: ${entry === null ? changed(changes, names) : money(entry.amountMinor, names.currency)}${reason === '' ? '' : ` (${reason})`}`,
  'credit.paid': ({ customerId, amountMinor, slipNumber }, names) =>
    `${names.customer(customerId)} paid ${money(amountMinor, names.currency)} on account, slip ${slipNumber}`,
  'sale.committed': (sale) =>
    `Sold ${sale.receiptNumber}: ${counted(sale.lines.length, 'line')}, ${money(sale.totalMinor, sale.currency)}${tendersOf(sale)}`,
  'points.changed': ({ customerId, points, kind }, names) =>
    `${points < 0 ? 'Took' : 'Gave'} ${counted(Math.abs(points), 'point')} ${points < 0 ? 'from' : 'to'} ${names.customer(customerId)}: ${kind}`,
  'promotion.created': ({ promotion }) => `Made the promotion ${promotion.title}`,
  'promotion.changed': ({ promotionId, changes }, names) =>
    `Changed the promotion ${names.promotion(promotionId)}: ${changed(changes, names)}`,
  'promotion.redeemed': ({ customerId, promotionId, points }, names) =>
    `${names.customer(customerId)} took the promotion ${names.promotion(promotionId)}${points.length === 0 ? '' : `: ${counted(pointsOf(points), 'point')}`}`,
  'reward.created': ({ reward }) => `Made the reward ${reward.title} for ${counted(reward.points, 'point')}`,
  'reward.changed': ({ rewardId, changes }, names) =>
    `Changed the reward ${names.reward(rewardId)}: ${changed(changes, names)}`,
  'card.issued': ({ customerId }, names) => `Issued a card to ${names.customer(customerId)}`,
  'card.revoked': ({ customerId }, names) => `Revoked the cards of ${names.customer(customerId)}`,
  'order.placed': ({ publicId, quantity, totalMinor, currency }) =>
    `Web order ${publicId}: ${counted(quantity, 'piece')}, ${money(totalMinor, currency)}`,
  'order-payment.started': ({ amountMinor }, names) =>
    `Web payment of ${money(amountMinor, names.currency)} started`,
  'order-payment.finished': ({ amountMinor, state }, names) =>
    `Web payment of ${money(amountMinor, names.currency)} ${state}`,
  'device.enrolled': ({ name }) => `Enrolled the device ${name}`,
  'device.revoked': ({ deviceId }) => `Revoked the key of device ${deviceId}`,
  'receipt.reprinted': ({ receiptNumber }) => `Printed ${receiptNumber} again`,
  'paper.reprinted': ({ title }) => `Printed ${title} again`,
  'register.joined': ({ storeCode, registerCode, name }) =>
    `Joined the shop's cloud as ${name}: store ${storeCode}, register ${registerCode}`,
  'register.left': ({ storeId }) => `Left the shop's cloud (store ${storeId})`,
  'life.begun': ({ because, letter }) =>
    `Began a new life after ${because === 'restored' ? 'a restore' : 'a copy'}: receipts go on in series ${letter}`,
  'customer.merged': ({ customerId, mergedId }, names) =>
    `Joined the customer ${names.customer(mergedId)} with ${names.customer(customerId)}`,
  'customer.erased': ({ customerId }, names) => `Erased the customer ${names.customer(customerId)}`,
  'drawer.tested': ({ pin }) => `Opened the drawer to try it, pin ${pin}`,
};

/**
 * One line that tells a person what an entry says. An entry of a kind that this version does not know, or whose body
 * was damaged, is named by its kind: the list has to show those above all.
 */
export function summariseEntry(kind: string, body: unknown, names: Names): string {
  if (!isKnown(kind)) return `An entry of kind ${kind}`;
  try {
    return (summaries[kind] as (body: unknown, names: Names) => string)(body, names);
  } catch (error) {
    if (error instanceof TypeError || error instanceof RangeError) {
      return `An entry of kind ${kind} that cannot be read`;
    }
    throw error;
  }
}

function isKnown(kind: string): kind is EntryKind {
  return Object.hasOwn(summaries, kind);
}

function pointsOf(facts: readonly { points: number }[]): number {
  return facts.reduce((sum, { points }) => sum + points, 0);
}

function settingNames(changes: Record<string, unknown>): string[] {
  return Object.entries(changes).flatMap(([section, values]) =>
    typeof values === 'object' && values !== null
      ? Object.keys(values).map((name) => `${section}.${name}`)
      : [section],
  );
}

/** Fields with their new values where those are short; amounts as money. */
function changed(changes: Record<string, unknown>, { currency }: Names): string {
  const parts = Object.entries(changes).map(([field, value]) => {
    if (field.endsWith('Minor') && typeof value === 'number') {
      return `${field.slice(0, -'Minor'.length)} to ${money(value, currency)}`;
    }
    if (value === null) return `${field} removed`;
    const text = typeof value === 'string' ? value : JSON.stringify(value);
    return typeof value === 'object' || text.length > 60 ? field : `${field} to ${text}`;
  });
  return listed(parts);
}

function listed(parts: readonly string[]): string {
  return parts.length === 0 ? 'nothing' : parts.join(', ');
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function tendersOf({ payments }: EntryBodies['sale.committed']): string {
  const names = new Set(payments.map(({ kind }) => tenderName(kind)));
  return names.size === 0 ? '' : ` by ${[...names].join(' and ')}`;
}

function creditName(kind: CreditKind): string {
  return kind === 'gift-card' ? 'a gift card' : kind === 'store-credit' ? 'store credit' : 'an account';
}

/** As the receipt names it, within a sentence; what no receipt knows by its kind. */
function tenderName(kind: string): string {
  const known: Readonly<Record<string, string>> = englishWords.tenders;
  return known[kind]?.toLowerCase() ?? kind;
}

function money(amountMinor: number, code: string): string {
  const currency = currencyOf(code);
  return currency === undefined ? `${amountMinor} ${code}` : `${code} ${decimalText(amountMinor, currency)}`;
}
