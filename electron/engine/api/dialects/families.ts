/** The four files of the dialects, with the names under which the API page shows them. */
export const families = {
  accounts: {
    tag: '000/001 Accounts',
    says: 'Accounts, profile and orders of customers, and the token views that all families share.',
  },
  ramyeon: { tag: '002 Ramyeon', says: 'Customer login, and points and promotions at the counter.' },
  roles: { tag: '003 Roles', says: 'Roles and the token blacklist.' },
  myecommerce: { tag: '004 MyEcommerce', says: 'Users who sign in by name or phone.' },
} as const;

export type Family = keyof typeof families;
