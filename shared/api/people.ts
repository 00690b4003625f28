import { z } from 'zod';
import { permissions, roles } from '../domain/permissions.ts';
import { id, instant, line, page, pageOf } from './common.ts';

export const role = z.enum(roles);
export const username = z
  .string()
  .trim()
  .normalize('NFC')
  .regex(/^[\p{L}\p{M}\p{N}@.+_-]{1,150}$/u, 'may hold letters, digits and @ . + - _ only');
export const password = z.string().min(8).max(1000);
export const pin = z.string().regex(/^\d{4,8}$/, 'must be 4 to 8 digits');

export const signInRequest = z.union([
  z.strictObject({ username: z.string().max(150), password: z.string().max(1000) }),
  z.strictObject({ pin: z.string().max(20) }),
]);
export type SignInRequest = z.infer<typeof signInRequest>;

export const me = z.object({
  id,
  username: z.string(),
  displayName: z.string(),
  role,
  permissions: z.array(z.enum(permissions)),
});
export type Me = z.infer<typeof me>;

export const sessionAnswer = z
  .object({ accessToken: z.string(), expiresAt: instant, account: me })
  .meta({ id: 'Session', description: 'The refresh token travels in an HttpOnly cookie only.' });
export type SessionAnswer = z.infer<typeof sessionAnswer>;

export const account = z
  .object({
    id,
    username: z.string(),
    displayName: z.string(),
    role,
    status: z.enum(['active', 'disabled']),
    hasPin: z.boolean(),
    customerId: id.nullable(),
    lastSignInAt: instant.nullable(),
    openSessions: z.int().min(0),
    createdAt: instant,
  })
  .meta({ id: 'Account' });
export type Account = z.infer<typeof account>;

export const accountQuery = page.extend({ search: z.string().max(200).optional(), role: role.optional() });
export const accountPage = pageOf(account);

export const accountCreate = z.strictObject({
  username,
  displayName: line(80, 1),
  role: z.enum(['staff', 'admin']),
  password,
  pin: pin.optional(),
});
export type AccountCreate = z.infer<typeof accountCreate>;

export const accountChange = z.strictObject({
  displayName: line(80, 1).optional(),
  role: z.enum(['staff', 'admin']).optional(),
  status: z.enum(['active', 'disabled']).optional(),
  password: password.optional(),
  pin: pin.nullable().optional(),
});
export type AccountChange = z.infer<typeof accountChange>;

/** One row of the review of everybody who has an account or buys here. */
export const reviewRow = z
  .object({
    kind: z.enum(['staff', 'customer']),
    id,
    name: z.string(),
    detail: z.string().meta({ description: 'User name, or customer code and phone.' }),
    role: role,
    status: z.enum(['active', 'disabled']),
    lastSeenAt: instant.nullable(),
    salesCount: z.int().min(0),
    salesMinor: z.int(),
    pointsBalance: z.int().nullable(),
    openSessions: z.int().min(0),
  })
  .meta({ id: 'ReviewRow' });
export type ReviewRow = z.infer<typeof reviewRow>;
export const reviewQuery = page.extend({
  search: z.string().max(200).optional(),
  kind: z.enum(['staff', 'customer']).optional(),
});
export const reviewPage = pageOf(reviewRow);

/** A program or device of the shop that may use the counter routes of the dialects with a key of its own. */
export const device = z
  .object({
    id,
    name: z.string(),
    createdAt: instant,
    lastSeenAt: instant.nullable(),
    revokedAt: instant.nullable(),
  })
  .meta({ id: 'Device' });
export type Device = z.infer<typeof device>;
export const deviceList = z.object({ items: z.array(device) });
export const deviceEnrol = z.strictObject({ name: line(80, 1) });
export const deviceEnrolled = z.object({
  device,
  key: z.string().meta({ description: 'Shown this once; only its hash is kept.' }),
});
export type DeviceEnrolled = z.infer<typeof deviceEnrolled>;
