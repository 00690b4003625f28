import { defineTexts } from '../../app/i18n.ts';

export const signInTexts = defineTexts('sign-in', {
  title: 'Sign in',
  lockedBy: 'Locked by {{name}}. Their cart is kept.',
  ways: 'How to sign in',
  byPin: 'With PIN',
  byPassword: 'With password',
  pin: 'PIN',
  pinWrong: 'Nobody has this PIN on this till.',
  pinShort: 'A PIN has 4 to 8 digits.',
  userName: 'User name',
  password: 'Password',
  showPassword: 'Show the password',
  hidePassword: 'Hide the password',
  bothNeeded: 'Type the user name and the password.',
  signIn: 'Sign in',
  throttled_one: 'Too many failed attempts. Try again in {{count}} second.',
  throttled_other: 'Too many failed attempts. Try again in {{count}} seconds.',
  openAccess:
    'Open access: programs on this computer need no key. An admin turns it off under Settings, Programs.',
  demoTitle: 'This is a demo shop',
  demoWhat: 'Nothing here is real. Two people work in it:',
  demoOwner: 'Owner, may do everything',
  demoCashier: 'Cashier, sells',
  demoLogin: '{{name}} / {{password}} · PIN {{pin}}',
  register: 'Till {{code}}',
});
