import {
  offersAnswer,
  offersQuery,
  promotionPreview,
  promotionPreviewed,
} from '../../../shared/api/offers.ts';
import { defineRoute } from '../route.ts';
import { getOffers } from './get-offers.ts';
import { previewPromotion } from './preview-promotion.ts';

export const offersRoutes = [
  defineRoute({
    method: 'get',
    path: '/offers',
    tag: 'Promotions',
    summary: 'Promotions and rewards as a cart is priced with them, for one customer or for nobody',
    access: 'sell',
    query: offersQuery,
    answer: offersAnswer,
    handle: (context, { query }) => getOffers(context, query.customerId),
  }),
  defineRoute({
    method: 'post',
    path: '/promotions/preview',
    tag: 'Promotions',
    summary: 'What a cart would cost with a promotion that is not saved yet; writes nothing',
    access: 'offers.edit',
    body: promotionPreview,
    answer: promotionPreviewed,
    handle: (context, { body }) => previewPromotion(context, body),
  }),
];
