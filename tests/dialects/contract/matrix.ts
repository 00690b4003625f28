import {
  account,
  admin,
  customer,
  password,
  ramyeonCustomer,
  registration,
  role,
  shopper,
  staff,
} from './people.ts';
import { but, facts, type Group, type Preparation } from './row.ts';

export type Family = '001' | '002' | '003' | '004';

/** A route of section 5 with a request that is right. */
export type ServedRoute = {
  family: Family;
  ask: string;
  as: string;
  body?: string;
  status: number;
};

const json = JSON.stringify;
const ana = json({ username: 'ana', password });
const route = (family: Family, ask: string, as: string, status: number, body?: string): ServedRoute => ({
  family,
  ask,
  as,
  status,
  ...(body === undefined ? {} : { body }),
});

/** Every path of section 5. */
export const servedRoutes: readonly ServedRoute[] = [
  route('001', 'POST /api/token/', 'nobody', 200, ana),
  route('001', 'POST /api/token/refresh/', 'nobody', 200, '{"refresh":"«ana.refresh»"}'),
  route(
    '001',
    'POST /api/register/',
    'nobody',
    201,
    but({}, { username: '«new»', password, email: '«new»@example.com' }),
  ),
  route('001', 'GET /api/profile/', 'ana', 200),
  route('001', 'POST /api/logout/', 'nobody', 200, '{}'),
  route('001', 'POST /api/accounts/auth/registration/', 'nobody', 201, json(registration)),
  route('001', 'POST /api/accounts/auth/logout/', 'nobody', 200, '{}'),
  route('001', 'GET /api/accounts/profile/', 'ana', 200),
  route(
    '001',
    'PUT /api/accounts/profile/',
    'ana',
    200,
    '{"user":«ana.id»,"first_name":"Ana","last_name":"Reyes","email":"ana@example.com","phone_no":"9812345678","address":"Godawari","profile_img":null}',
  ),
  route('001', 'POST /api/orders/', 'ana', 201, '{"product_name":"Pandesal","quantity":1,"price":"5.00"}'),
  route('001', 'GET /api/orders/«order»/', 'ana', 200),
  route('001', 'GET /api/orders/history/', 'ana', 200),
  route('001', 'POST /api/orders/payments/', 'ana', 201, '{"order":«order»,"amount":"1.00"}'),
  route('001', 'PUT /api/orders/payments/«payment»/', 'ana', 200, '{"status":"pending"}'),
  route('001', 'PATCH /api/orders/payments/«payment»/', 'ana', 200, '{"status":"pending"}'),
  route(
    '002',
    'POST /api/auth/customer/login/',
    'nobody',
    200,
    json({ email: 'cora@ramyeon.example', password: ramyeonCustomer.password }),
  ),
  route(
    '002',
    'POST /api/auth/customer/register/',
    'nobody',
    201,
    json({ ...ramyeonCustomer, phone: '', delivery_address: {} }),
  ),
  route('002', 'GET /api/auth/customer/me/', 'cora', 200),
  route(
    '002',
    'POST /api/auth/customer/password/change/',
    'cora',
    200,
    json({ old_password: ramyeonCustomer.password, new_password: ramyeonCustomer.password }),
  ),
  route('002', 'POST /api/pos/scan-user/', 'staff', 200, '{"qr_code":"«cora.card»"}'),
  route('002', 'POST /api/pos/scan-promotion/', 'staff', 404, '{"qr_code":"x"}'),
  route(
    '002',
    'POST /api/pos/redeem-promotion/',
    'staff',
    404,
    '{"user_qr_code":"«cora.card»","promotion_qr_code":"x","cashier_name":"Maria","order_id":1}',
  ),
  route(
    '002',
    'POST /api/pos/award-points/',
    'staff',
    201,
    '{"user_qr_code":"«cora.card»","points":1,"description":"Birthday","cashier_name":"Maria"}',
  ),
  route(
    '002',
    'POST /api/pos/process-order-points/',
    'staff',
    201,
    '{"user_qr_code":"«cora.card»","order_total":10,"order_id":999999}',
  ),
  route('002', 'GET /api/pos/user/«cora.card»/', 'staff', 200),
  route('002', 'GET /api/pos/promotion/x/', 'staff', 404),
  route('002', 'GET /api/pos/dashboard/', 'staff', 200),
  route('003', 'POST /auth/register/', 'nobody', 201, json({ ...role, role: 'customer' })),
  route('003', 'POST /auth/token/', 'nobody', 200, ana),
  route('003', 'POST /auth/token/refresh/', 'nobody', 200, '{"refresh":"«ana.refresh»"}'),
  route('003', 'POST /auth/token/blacklist/', 'nobody', 200, '{"refresh":"«spare»"}'),
  route('003', 'GET /auth/view-accounts/', 'admin', 200),
  route(
    '004',
    'POST /api/users/register/',
    'nobody',
    201,
    json({ ...shopper, first_name: 'Uma', last_name: 'Rao' }),
  ),
  route('004', 'POST /api/users/login/', 'nobody', 200, json({ login: 'ana', password })),
];

export const peopleOfMatrix: readonly Preparation[] = [
  account('ana'),
  account('ben'),
  ...customer('cora'),
  admin,
  ...staff,
  {
    ask: 'POST /api/orders/',
    as: 'ana',
    body: '{"product_name":"Pandesal","quantity":99,"price":"50.00"}',
    keep: { order: 'id' },
  },
  {
    ask: 'POST /api/orders/payments/',
    as: 'ana',
    body: '{"order":«order»,"amount":"1.00"}',
    keep: { payment: 'id' },
  },
];

/** A refresh token that may be blacklisted: that can be done once. */
export const spare: Preparation = {
  ask: 'POST /api/token/',
  body: json({ username: 'ben', password }),
  keep: { spare: 'refresh' },
};

export const paths: Group = {
  name: 'matrix of all routes',
  people: peopleOfMatrix,
  rows: servedRoutes.flatMap(({ family: _, ask, ...request }) => {
    const bare = ask.slice(0, -1);
    const first = ask.includes('blacklist') ? [spare] : [];
    return [
      ...facts({ at: '§5', ask, ...request, first }, { 'is served': {} }),
      ...facts({ at: '§7 #25', ask: bare, ...request, first }, { 'is served without its slash': {} }),
    ];
  }),
};
