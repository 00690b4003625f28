import { accountsProfile } from './accounts-profile.ts';
import { accountsRegistration } from './accounts-registration.ts';
import { bearer } from './bearer.ts';
import { conventions } from './conventions.ts';
import { cors } from './cors.ts';
import { counterAccess, openAccess } from './counter-access.ts';
import { counterFramework, dashboard } from './counter-framework.ts';
import { counterPoints } from './counter-points.ts';
import { counterRedeem } from './counter-redeem.ts';
import { counterScan } from './counter-scan.ts';
import { limits } from './limits.ts';
import { logout } from './logout.ts';
import { paths } from './matrix.ts';
import { myecommerce } from './myecommerce.ts';
import { onePerson } from './one-person.ts';
import { orders } from './orders.ts';
import { payments } from './payments.ts';
import { ramyeonAuth } from './ramyeon-auth.ts';
import { ramyeonRegister } from './ramyeon-register.ts';
import { freshTill, roles } from './roles.ts';
import type { Group } from './row.ts';
import { tokensObtain } from './tokens-obtain.ts';
import { tokensRefresh } from './tokens-refresh.ts';

/** Every fact of the contract of the REST dialects, group by group; each group has a till of its own. */
export const groups: readonly Group[] = [
  ramyeonRegister,
  ramyeonAuth,
  counterAccess,
  openAccess,
  counterScan,
  counterRedeem,
  counterPoints,
  counterFramework,
  dashboard,
  accountsRegistration,
  accountsProfile,
  logout,
  orders,
  payments,
  roles,
  freshTill,
  myecommerce,
  paths,
  tokensObtain,
  tokensRefresh,
  bearer,
  conventions,
  cors,
  onePerson,
  limits,
];
