import { z } from 'zod';
import { id, page, pageOf } from '../../../shared/api/common.ts';
import {
  promotion,
  promotionChange,
  promotionCreate,
  promotionPage,
  promotionQuery,
  promotionRedemption,
  promotionUse,
  type Promotion,
} from '../../../shared/api/offers.ts';
import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { qrSvg } from '../../devices/qr-svg.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import { defineRoute, reply, type Reply } from '../route.ts';
import { changePromotion } from './change-promotion.ts';
import { createPromotion } from './create-promotion.ts';
import { promotionSheet } from './draw-sheet.ts';
import { getPromotion } from './get-promotion.ts';
import { promotionTerms } from './promotion-terms.ts';

const tag = 'Promotions';
const params = z.object({ id });
const mostOnASheet = 60;
const sheetQuery = z.object({
  ids: z
    .string()
    .transform((text) => text.split(','))
    .pipe(z.array(id).min(1).max(mostOnASheet))
    .meta({ description: `The ids of at most ${mostOnASheet} promotions, with commas between them.` }),
});

export const promotionsRoutes = [
  defineRoute({
    method: 'get',
    path: '/promotions',
    tag,
    summary: 'Promotions, newest first, with what each has taken off so far',
    access: 'offers.view',
    query: promotionQuery,
    answer: promotionPage,
    handle: async (context, { query }) =>
      ok(await context.readInWorker('listPromotions', { ...query, now: instantOf(context.clock.now()) })),
  }),
  defineRoute({
    method: 'post',
    path: '/promotions',
    tag,
    summary: 'Makes a promotion with a QR code of its own; the same id again gives the same promotion',
    access: 'offers.edit',
    body: promotionCreate,
    status: 201,
    answer: promotion,
    handle: async (context, { body, actor }) => {
      const created = await createPromotion(context, body, actor);
      if (!created.ok) return created;
      return ok(reply({ value: created.value.promotion, status: created.value.repeated ? 200 : 201 }));
    },
  }),
  defineRoute({
    method: 'get',
    path: '/promotions/sheet.pdf',
    tag,
    summary: 'The QR codes of several promotions to print, six to an A4 page',
    access: 'offers.view',
    query: sheetQuery,
    answer: 'application/pdf',
    handle: (context, { query }) => sheetOf(context, query.ids),
  }),
  defineRoute({
    method: 'get',
    path: '/promotions/{id}',
    tag,
    summary: 'One promotion',
    access: 'offers.view',
    params,
    answer: promotion,
    handle: (context, { params }) => getPromotion(context.read, params.id),
  }),
  defineRoute({
    method: 'patch',
    path: '/promotions/{id}',
    tag,
    summary: 'Changes the named fields of a promotion; sales that were made keep theirs',
    access: 'offers.edit',
    params,
    body: promotionChange,
    answer: promotion,
    handle: (context, { params, body, actor }) => changePromotion(context, params.id, body, actor),
  }),
  defineRoute({
    method: 'get',
    path: '/promotions/{id}/use',
    tag,
    summary: 'What a promotion has cost and brought, by day, and the latest times it was taken',
    access: 'offers.view',
    params,
    answer: promotionUse,
    handle: async (context, { params }) => {
      const found = getPromotion(context.read, params.id);
      if (!found.ok) return found;
      const { timeZone, dayCutOff } = context.settings().shop;
      return ok(
        await context.readInWorker('promotionUse', { rowId: found.value.number, timeZone, dayCutOff }),
      );
    },
  }),
  defineRoute({
    method: 'get',
    path: '/promotions/{id}/redemptions',
    tag,
    summary: 'The times that a promotion was taken, newest first',
    access: 'offers.view',
    params,
    query: page,
    answer: pageOf(promotionRedemption),
    handle: async (context, { params, query }) => {
      const found = getPromotion(context.read, params.id);
      if (!found.ok) return found;
      return ok(await context.readInWorker('listRedemptions', { ...query, rowId: found.value.number }));
    },
  }),
  defineRoute({
    method: 'get',
    path: '/promotions/{id}/qr.svg',
    tag,
    summary: 'The QR code of a promotion',
    access: 'offers.view',
    params,
    answer: 'image/svg+xml',
    handle: (context, { params }) => {
      const found = getPromotion(context.read, params.id);
      return found.ok ? ok(reply({ content: qrSvg(found.value.qrCode) })) : found;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/promotions/{id}/sheet.pdf',
    tag,
    summary: 'One promotion on an A4 page to print: title, terms, QR code and coupon code',
    access: 'offers.view',
    params,
    answer: 'application/pdf',
    handle: (context, { params }) => sheetOf(context, [params.id]),
  }),
];

async function sheetOf(
  context: EngineContext,
  ids: readonly string[],
): Promise<Result<Reply<undefined>, Failure>> {
  const promotions: Promotion[] = [];
  for (const promotionId of new Set(ids)) {
    const found = getPromotion(context.read, promotionId);
    if (!found.ok) return found;
    promotions.push(found.value);
  }
  const settings = context.settings();
  const entries = promotions.map((each) => ({
    ...each,
    terms: promotionTerms(context.read, each, settings),
  }));
  const createdAt = instantOf(context.clock.now());
  const content = await promotionSheet(entries, { name: settings.shop.name, createdAt });
  const headers = { 'content-disposition': 'inline; filename="promotions.pdf"' };
  return ok(reply({ content, headers }));
}
