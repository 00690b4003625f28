import { z } from 'zod';
import { id } from '../../../shared/api/common.ts';
import { customerCard } from '../../../shared/api/customers.ts';
import { ok } from '../../../shared/domain/result.ts';
import { defineRoute, reply } from '../route.ts';
import { currentCard } from './current-card.ts';
import { issueCard, revokeCards } from './issue-card.ts';
import { cardAsPdf, cardAsSvg, cardsAsPdf } from './print-cards.ts';

const tag = 'Cards';
const params = z.object({ id });
const mostOnSheets = 200;

export const cardsRoutes = [
  defineRoute({
    method: 'get',
    path: '/customers/{id}/card',
    tag,
    summary: "A customer's current card; issues none",
    access: 'cards.issue',
    params,
    answer: customerCard,
    handle: (context, { params }) => currentCard(context, params.id),
  }),
  defineRoute({
    method: 'post',
    path: '/customers/{id}/card',
    tag,
    summary: 'Issues a card for five years; the same one again within a day. Earlier cards stay good',
    access: 'cards.issue',
    params,
    answer: customerCard,
    handle: (context, { params, actor }) => issueCard(context, params.id, actor),
  }),
  defineRoute({
    method: 'post',
    path: '/customers/{id}/card/revoke',
    tag,
    summary: 'Voids every card and QR code of a customer and issues a new card',
    access: 'cards.issue',
    params,
    answer: customerCard,
    handle: (context, { params, actor }) => revokeCards(context, params.id, actor),
  }),
  defineRoute({
    method: 'get',
    path: '/customers/{id}/card.svg',
    tag,
    summary: "A customer's card to print at its real size, with the QR of its signed code",
    access: 'cards.issue',
    params,
    answer: 'image/svg+xml',
    handle: async (context, { params }) => {
      const drawn = await cardAsSvg(context, params.id);
      return drawn.ok ? ok(reply({ content: drawn.value })) : drawn;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/customers/{id}/card.pdf',
    tag,
    summary: "A customer's card as a PDF of its real size",
    access: 'cards.issue',
    params,
    answer: 'application/pdf',
    handle: async (context, { params }) => {
      const drawn = await cardAsPdf(context, params.id);
      if (!drawn.ok) return drawn;
      const { code, content } = drawn.value;
      const headers = { 'content-disposition': `inline; filename="${code}.pdf"` };
      return ok(reply({ content, headers }));
    },
  }),
  defineRoute({
    method: 'get',
    path: '/cards.pdf',
    tag,
    summary: 'The cards of several customers on A4 sheets to cut; ids with commas between them',
    access: 'cards.issue',
    query: z.object({
      ids: z
        .string()
        .max(40 * mostOnSheets)
        .transform((text) => text.split(','))
        .pipe(z.array(id).min(1).max(mostOnSheets)),
    }),
    answer: 'application/pdf',
    handle: async (context, { query }) => {
      const drawn = await cardsAsPdf(context, query.ids);
      if (!drawn.ok) return drawn;
      const headers = { 'content-disposition': 'inline; filename="cards.pdf"' };
      return ok(reply({ content: drawn.value, headers }));
    },
  }),
];
