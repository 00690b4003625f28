import type { Permission } from '../../shared/domain/permissions.ts';
import type { AppTextKey } from './texts.ts';

export type ActionGroup = 'everywhere' | 'sell' | 'pay';

export type Action = {
  /** As tinykeys writes it. */
  key: string;
  /** As it is printed on the button. */
  keyLabel: string;
  label: AppTextKey;
  group: ActionGroup;
  permission: Permission | null;
  /** What the journal calls it, when it leaves an entry. */
  journalName: string | null;
  /** In a field with text in it the key belongs to the text. */
  yieldsToText?: true;
  /** On a button or link that has the focus the key presses that. */
  yieldsToControl?: true;
};

/**
 * Every act that has a key, once: buttons, the keys overlay and the printable card are made from it. An act whose
 * feature does not exist is not listed.
 */
export const actions = {
  'keys.show': {
    key: 'F1',
    keyLabel: 'F1',
    label: 'actionKeys',
    group: 'everywhere',
    permission: null,
    journalName: null,
  },
  'session.lock': {
    key: 'Control+l',
    keyLabel: 'Ctrl L',
    label: 'actionLock',
    group: 'everywhere',
    permission: null,
    journalName: 'session.ended',
  },
  'shift.open-page': {
    key: 'Control+g',
    keyLabel: 'Ctrl G',
    label: 'actionShift',
    group: 'everywhere',
    permission: 'sell',
    journalName: null,
  },
  'shift.move': {
    key: 'Control+d',
    keyLabel: 'Ctrl D',
    label: 'actionMove',
    group: 'everywhere',
    permission: 'cash.move',
    journalName: 'cash.moved',
  },
  'shift.close': {
    key: 'Alt+KeyZ',
    keyLabel: 'Alt Z',
    label: 'actionClose',
    group: 'everywhere',
    permission: 'shifts.close',
    journalName: 'shift.closed',
  },
  'sync.open-page': {
    key: 'Control+s',
    keyLabel: 'Ctrl S',
    label: 'actionSync',
    group: 'everywhere',
    permission: 'sync.view',
    journalName: null,
  },
  'display.open': {
    key: 'Control+y',
    keyLabel: 'Ctrl Y',
    label: 'actionDisplay',
    group: 'everywhere',
    permission: 'sell',
    journalName: null,
  },
  back: {
    key: 'Escape',
    keyLabel: 'Esc',
    label: 'actionBack',
    group: 'everywhere',
    permission: null,
    journalName: null,
  },
  'sell.search': {
    key: 'F2',
    keyLabel: 'F2',
    label: 'actionSearch',
    group: 'sell',
    permission: 'sell',
    journalName: null,
  },
  'sell.customer': {
    key: 'F3',
    keyLabel: 'F3',
    label: 'actionCustomer',
    group: 'sell',
    permission: 'customers.view',
    journalName: null,
  },
  'sell.hold': {
    key: 'F4',
    keyLabel: 'F4',
    label: 'actionHold',
    group: 'sell',
    permission: 'sell',
    journalName: null,
  },
  'sell.recall': {
    key: 'F6',
    keyLabel: 'F6',
    label: 'actionRecall',
    group: 'sell',
    permission: 'sell',
    journalName: null,
  },
  'sell.quantity': {
    key: 'F7',
    keyLabel: 'F7',
    label: 'actionQuantity',
    group: 'sell',
    permission: 'sell',
    journalName: null,
  },
  'sell.discount': {
    key: 'F8',
    keyLabel: 'F8',
    label: 'actionDiscount',
    group: 'sell',
    permission: 'sell',
    journalName: null,
  },
  'sell.line': {
    key: 'Control+u',
    keyLabel: 'Ctrl U',
    label: 'actionLine',
    group: 'sell',
    permission: 'sell',
    journalName: null,
  },
  'sell.price': {
    key: 'Control+p',
    keyLabel: 'Ctrl P',
    label: 'actionPrice',
    group: 'sell',
    permission: 'sell',
    journalName: null,
  },
  'sell.note': {
    key: 'Control+k',
    keyLabel: 'Ctrl K',
    label: 'actionNote',
    group: 'sell',
    permission: 'sell',
    journalName: null,
  },
  'sell.ad-hoc': {
    key: 'Control+o',
    keyLabel: 'Ctrl O',
    label: 'actionAdHoc',
    group: 'sell',
    permission: 'sell',
    journalName: null,
  },
  'sell.one-more': {
    key: 'NumpadAdd',
    keyLabel: '+',
    label: 'actionOneMore',
    group: 'sell',
    permission: 'sell',
    journalName: null,
    yieldsToText: true,
  },
  'sell.one-less': {
    key: 'NumpadSubtract',
    keyLabel: '−',
    label: 'actionOneLess',
    group: 'sell',
    permission: 'sell',
    journalName: null,
    yieldsToText: true,
  },
  'sell.remove-line': {
    key: 'Delete',
    keyLabel: 'Del',
    label: 'actionRemoveLine',
    group: 'sell',
    permission: 'sell',
    journalName: null,
    yieldsToText: true,
  },
  'sell.undo': {
    key: 'Control+z',
    keyLabel: 'Ctrl Z',
    label: 'actionUndo',
    group: 'sell',
    permission: 'sell',
    journalName: null,
    yieldsToText: true,
  },
  'sell.why': {
    key: 'Control+e',
    keyLabel: 'Ctrl E',
    label: 'actionWhy',
    group: 'sell',
    permission: 'sell',
    journalName: null,
  },
  'sell.refund': {
    key: 'Control+b',
    keyLabel: 'Ctrl B',
    label: 'actionRefund',
    group: 'sell',
    permission: 'refunds.make',
    journalName: 'refund.committed',
  },
  'refund.whole': {
    key: 'Alt+KeyA',
    keyLabel: 'Alt A',
    label: 'actionRefundWhole',
    group: 'sell',
    permission: 'refunds.make',
    journalName: null,
  },
  'sell.gift-card': {
    key: 'Control+i',
    keyLabel: 'Ctrl I',
    label: 'actionGiftCard',
    group: 'sell',
    permission: 'sell',
    journalName: null,
  },
  'refund.exchange': {
    key: 'Alt+KeyX',
    keyLabel: 'Alt X',
    label: 'actionExchange',
    group: 'sell',
    permission: 'refunds.make',
    journalName: null,
  },
  'sell.pay': {
    key: 'F9',
    keyLabel: 'F9',
    label: 'actionPay',
    group: 'pay',
    permission: 'sell',
    journalName: 'order.committed',
  },
  'sell.exact-cash': {
    key: 'F10',
    keyLabel: 'F10',
    label: 'actionExactCash',
    group: 'pay',
    permission: 'sell',
    journalName: 'order.committed',
  },
  'pay.cash': {
    key: 'Alt+Digit1',
    keyLabel: 'Alt 1',
    label: 'actionPayCash',
    group: 'pay',
    permission: 'sell',
    journalName: null,
  },
  'pay.card': {
    key: 'Alt+Digit2',
    keyLabel: 'Alt 2',
    label: 'actionPayCard',
    group: 'pay',
    permission: 'sell',
    journalName: null,
  },
  'pay.ewallet': {
    key: 'Alt+Digit3',
    keyLabel: 'Alt 3',
    label: 'actionPayEwallet',
    group: 'pay',
    permission: 'sell',
    journalName: null,
  },
  'pay.points': {
    key: 'Alt+Digit4',
    keyLabel: 'Alt 4',
    label: 'actionPayPoints',
    group: 'pay',
    permission: 'sell',
    journalName: null,
  },
  'pay.gift-card': {
    key: 'Alt+Digit5',
    keyLabel: 'Alt 5',
    label: 'actionPayGiftCard',
    group: 'pay',
    permission: 'sell',
    journalName: null,
  },
  'pay.store-credit': {
    key: 'Alt+Digit6',
    keyLabel: 'Alt 6',
    label: 'actionPayStoreCredit',
    group: 'pay',
    permission: 'sell',
    journalName: null,
  },
  'pay.on-account': {
    key: 'Alt+Digit7',
    keyLabel: 'Alt 7',
    label: 'actionPayOnAccount',
    group: 'pay',
    permission: 'sell',
    journalName: null,
  },
  'pay.tip': {
    key: 'Alt+Digit8',
    keyLabel: 'Alt 8',
    label: 'actionTip',
    group: 'pay',
    permission: 'sell',
    journalName: null,
  },
  'pay.finish': {
    key: 'Enter',
    keyLabel: 'Enter',
    label: 'actionFinish',
    group: 'pay',
    permission: 'sell',
    journalName: 'order.committed',
    yieldsToControl: true,
  },
  'pay.finish-no-paper': {
    key: 'Shift+Enter',
    keyLabel: 'Shift Enter',
    label: 'actionFinishNoPaper',
    group: 'pay',
    permission: 'sell',
    journalName: 'order.committed',
    yieldsToControl: true,
  },
} as const satisfies Record<string, Action>;

export type ActionId = keyof typeof actions;

export function actionOf(id: ActionId): Action {
  return actions[id];
}

/** The key of an act, as printed on its button. */
export function keyLabelOf(id: ActionId): string {
  return actions[id].keyLabel;
}

export function listActions(): { id: ActionId; action: Action }[] {
  return (Object.keys(actions) as ActionId[]).map((id) => ({ id, action: actions[id] }));
}
