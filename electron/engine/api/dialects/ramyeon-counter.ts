import { offerStateAt } from '../../../../shared/domain/offer-state.ts';
import { instantOf } from '../../clock.ts';
import type { EngineContext } from '../../context.ts';
import { readDashboard } from '../../counter/index.ts';
import { latestPoints } from '../../loyalty/index.ts';
import { findPromotionByCode } from '../../promotions/index.ts';
import { counter, type Caller } from './bearer.ts';
import { dialectRoute, type AnyDialectRoute } from './dialect-route.ts';
import { answer } from './drf-errors.ts';
import { award, notNow, processOrder, redeem, refuse, scanned, type Fields } from './ramyeon-acts.ts';
import { counterExamples as examples } from './ramyeon-examples.ts';
import { fieldOf, fieldsOf, isNothing } from './ramyeon-input.ts';
import { dashboardBody, nameOf, promotionBody, transactionBody, userBody } from './ramyeon-shapes.ts';

const family = 'ramyeon';

/** A route at the counter that takes a body: its fields by name, and who acts, as the journal names it. */
function counterPost(route: {
  path: string;
  name: string;
  summary: string;
  body: { description: string; example: object };
  success: AnyDialectRoute['success'];
  handle: (context: EngineContext, field: Fields, actorId: string) => Response | Promise<Response>;
}): AnyDialectRoute {
  const { path, name, summary, body: rawBody, success, handle } = route;
  return dialectRoute({
    method: 'POST',
    path,
    family,
    name,
    summary,
    auth: counter,
    rawBody,
    success,
    handle: (context, { body, caller }) => {
      const fields = fieldsOf(body);
      if (fields === null) return refuse('The body must be an object with fields.');
      return handle(context, (field) => fieldOf(fields, field), actorOf(caller));
    },
  });
}

/** What the counter asks: who was scanned, and points and promotions for them. */
export const counterRoutes: readonly AnyDialectRoute[] = [
  counterPost({
    path: '/api/pos/scan-user/',
    name: 'Scan User',
    summary: 'The customer whose card was scanned.',
    body: { description: 'What the card’s QR code says.', example: { qr_code: examples.qrCode } },
    success: { status: 200, example: examples.scannedUser },
    handle: async (context, field) => {
      const code = field('qr_code');
      if (isNothing(code)) return refuse('QR code is required');
      const customer = await scanned(context, code);
      if (customer === null) return refuse('Invalid QR code. User not found.', 404);
      const message = `Customer ${nameOf(customer)} identified successfully`;
      return answer({ success: true, user: userBody(context, customer), message });
    },
  }),
  counterPost({
    path: '/api/pos/scan-promotion/',
    name: 'Scan Promotion',
    summary: 'The promotion whose code was scanned, if it can be had now.',
    body: { description: 'What the promotion’s QR code says.', example: { qr_code: examples.qrCode } },
    success: { status: 200, example: examples.scannedPromotion },
    handle: (context, field) => {
      const code = field('qr_code');
      if (isNothing(code)) return refuse('QR code is required');
      const promotion = typeof code === 'string' ? findPromotionByCode(context.read, code) : null;
      const state = promotion === null ? 'off' : offerStateAt(promotion, nowOf(context));
      if (promotion === null || state === 'off') return refuse('Invalid promotion QR code', 404);
      if (state !== 'running') return refuse(notNow);
      const message = `Promotion "${promotion.title}" scanned successfully`;
      return answer({ success: true, promotion: promotionBody(context, promotion), message });
    },
  }),
  counterPost({
    path: '/api/pos/redeem-promotion/',
    name: 'Redeem Promotion',
    summary: 'Takes a promotion for a customer: one use of it, and its points.',
    body: { description: 'Both codes; who scanned, and the order, if known.', example: examples.redeem },
    success: { status: 201, example: examples.redeemed },
    handle: redeem,
  }),
  counterPost({
    path: '/api/pos/award-points/',
    name: 'Award Points',
    summary: 'Gives points by hand, each time that it is asked.',
    body: { description: 'Whose, how many, and why.', example: examples.award },
    success: { status: 201, example: examples.awarded },
    handle: award,
  }),
  counterPost({
    path: '/api/pos/process-order-points/',
    name: 'Process Order Points',
    summary: 'Points for a purchase; the same order again gives the first answer again.',
    body: { description: 'Whose, the total, and the order, if known.', example: examples.purchase },
    success: { status: 201, example: examples.processed },
    handle: processOrder,
  }),
  dialectRoute({
    method: 'GET',
    path: '/api/pos/user/{qr}/',
    family,
    name: 'User Detail',
    summary: 'The customer of a code, with the latest five entries of the points ledger.',
    auth: counter,
    success: { status: 200, example: examples.user },
    handle: async (context, { params }) => {
      const customer = await scanned(context, params['qr']);
      if (customer === null) return refuse('User not found', 404);
      const latest = latestPoints(context.read, customer.rowId, 5);
      return answer({
        user: userBody(context, customer),
        recent_transactions: latest.map((entry) => transactionBody(context, customer, entry)),
      });
    },
  }),
  dialectRoute({
    method: 'GET',
    path: '/api/pos/promotion/{qr}/',
    family,
    name: 'Promotion Detail',
    summary: 'The promotion of a code, and whether it can be had now.',
    auth: counter,
    success: { status: 200, example: examples.promotion },
    handle: (context, { params }) => {
      const promotion = findPromotionByCode(context.read, params['qr'] ?? '');
      if (promotion === null) return refuse('Promotion not found', 404);
      const isValid = offerStateAt(promotion, nowOf(context)) === 'running';
      return answer({
        promotion: promotionBody(context, promotion),
        is_valid: isValid,
        status_message: isValid ? 'Valid' : 'Expired or Inactive',
      });
    },
  }),
  dialectRoute({
    method: 'GET',
    path: '/api/pos/dashboard/',
    family,
    name: 'Dashboard',
    summary: 'Sales, redemptions and points of today and of this week, by the store’s business dates.',
    auth: counter,
    success: { status: 200, example: examples.dashboard },
    handle: async (context) => answer(dashboardBody(context, await readDashboard(context))),
  }),
];

function actorOf(caller: Caller): string {
  if (caller.kind === 'nobody') return 'system';
  return caller.kind === 'device' ? caller.deviceId : caller.accountId;
}

function nowOf(context: EngineContext): string {
  return instantOf(context.clock.now());
}
