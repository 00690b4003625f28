export const roles = ['customer', 'staff', 'admin'] as const;
export type Role = (typeof roles)[number];

/** `figures.view`: what the drawer should hold, before it is counted. */
export const permissions = [
  'sell',
  'orders.view',
  'receipts.reprint',
  'refunds.make',
  'sales.void',
  'shifts.open',
  'shifts.close',
  'cash.move',
  'figures.view',
  'credits.view',
  'credits.pay',
  'credits.edit',
  'customers.view',
  'customers.edit',
  'customers.merge',
  'customers.erase',
  'points.award',
  'offers.view',
  'offers.edit',
  'cards.issue',
  'products.view',
  'products.edit',
  'products.import',
  'stock.move',
  'accounts.review',
  'people.manage',
  'reports.day',
  'journal.view',
  'settings.view',
  'settings.edit',
  'printer.manage',
  'sync.view',
  'sync.manage',
] as const;
export type Permission = (typeof permissions)[number];

const staffPermissions: readonly Permission[] = [
  'sell',
  'orders.view',
  'receipts.reprint',
  'refunds.make',
  'sales.void',
  'shifts.open',
  'shifts.close',
  'cash.move',
  'credits.view',
  'credits.pay',
  'customers.view',
  'customers.edit',
  'offers.view',
  'cards.issue',
  'products.view',
  'settings.view',
  'sync.view',
];

const permissionsByRole: Record<Role, ReadonlySet<Permission>> = {
  customer: new Set(),
  staff: new Set(staffPermissions),
  admin: new Set(permissions),
};

/** Whether a role may do an act. The one rule that routes and buttons both ask. */
export function can(role: Role, permission: Permission): boolean {
  return permissionsByRole[role].has(permission);
}

/** Every act a role may do, in the order of `permissions`. */
export function permissionsOf(role: Role): Permission[] {
  return permissions.filter((permission) => can(role, permission));
}
