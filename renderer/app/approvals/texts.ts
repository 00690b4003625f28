import { defineTexts } from '../i18n.ts';

export const approvalTexts = defineTexts('approvals', {
  'title-manager': 'A manager has to approve this',
  'title-own-pin': 'Confirm this with your PIN',
  'who-manager': 'A manager types their PIN here. {{name}} cannot approve this alone.',
  'who-own-pin': '{{name}} types the own PIN here.',
  asked: 'Asked by {{name}}',
  'pin-manager': 'PIN of a manager',
  'pin-own-pin': 'Your PIN',
  once: 'It counts for this once. Both names go into the journal.',
  kept: 'Going back loses nothing.',
  approve: 'Approve',
  confirm: 'Confirm',
  back: 'Go back',
  pinShort: 'A PIN has 4 to 8 digits.',
  throttled_one: 'Wrong too often. Wait {{count}} second.',
  throttled_other: 'Wrong too often. Wait {{count}} seconds.',
});
