import { z } from 'zod';
import { id, page } from '../../../shared/api/common.ts';
import {
  accountLimit,
  accountPayment,
  accountPaymentInput,
  credit,
  creditAdjust,
  creditChange,
  creditEntryPage,
  creditPage,
  creditQuery,
  customerCredits,
} from '../../../shared/api/credits.ts';
import { ok } from '../../../shared/domain/result.ts';
import { defineRoute, reply } from '../route.ts';
import { adjustCredit } from './adjust-credit.ts';
import { changeCredit, limitAccount } from './change-credit.ts';
import { enquireGiftCard, getCredit, getCustomerCredits } from './find-credit.ts';
import { listCreditEntries } from './list-credit-entries.ts';
import { listCredits } from './list-credits.ts';
import { payAccount } from './pay-account.ts';

const tag = 'Cards and accounts';
const params = z.object({ id });

export const creditsRoutes = [
  defineRoute({
    method: 'get',
    path: '/credits',
    tag,
    summary: 'Gift cards, store credit and accounts, newest first, with what the shop owes and is owed',
    access: 'credits.view',
    query: creditQuery,
    answer: creditPage,
    handle: (context, { query }) => ok(listCredits(context, query)),
  }),
  defineRoute({
    method: 'get',
    path: '/credits/{id}',
    tag,
    summary: 'One gift card, store credit or account',
    access: 'credits.view',
    params,
    answer: credit,
    handle: (context, { params }) => getCredit(context, params.id),
  }),
  defineRoute({
    method: 'get',
    path: '/credits/{id}/entries',
    tag,
    summary: 'What was put on it and taken from it, newest first',
    access: 'credits.view',
    params,
    query: page,
    answer: creditEntryPage,
    handle: (context, { params, query }) => listCreditEntries(context.read, params.id, query),
  }),
  defineRoute({
    method: 'patch',
    path: '/credits/{id}',
    tag,
    summary: 'Blocks or frees it, or changes until when a gift card is good',
    access: 'credits.edit',
    params,
    body: creditChange,
    answer: credit,
    handle: (context, { params, body, actor }) => changeCredit(context, params.id, body, actor),
  }),
  defineRoute({
    method: 'get',
    path: '/gift-cards/{code}',
    tag,
    summary: 'What is on the gift card of this code',
    access: 'sell',
    params: z.object({ code: z.string().max(256) }),
    answer: credit,
    handle: (context, { params }) => enquireGiftCard(context, params.code),
  }),
  defineRoute({
    method: 'get',
    path: '/customers/{id}/credits',
    tag,
    summary: 'A customer’s store credit and account',
    access: 'credits.view',
    params,
    answer: customerCredits,
    handle: (context, { params }) => getCustomerCredits(context, params.id),
  }),
  defineRoute({
    method: 'post',
    path: '/customers/{id}/credits',
    tag,
    summary: 'Gives store credit, or corrects it or the account, by hand; the same id again changes nothing',
    access: 'credits.edit',
    params,
    body: creditAdjust,
    status: 201,
    answer: credit,
    handle: async (context, { params, body, actor }) => {
      const adjusted = await adjustCredit(context, params.id, body, actor);
      if (!adjusted.ok) return adjusted;
      return ok(reply({ value: adjusted.value.credit, status: adjusted.value.repeated ? 200 : 201 }));
    },
  }),
  defineRoute({
    method: 'patch',
    path: '/customers/{id}/account',
    tag,
    summary: 'How much a customer may owe',
    access: 'credits.edit',
    params,
    body: accountLimit,
    answer: credit,
    handle: (context, { params, body, actor }) => limitAccount(context, params.id, body, actor),
  }),
  defineRoute({
    method: 'post',
    path: '/customers/{id}/account/payments',
    tag,
    summary: 'Takes what a customer pays off the account; the same id again takes nothing',
    access: 'credits.pay',
    params,
    body: accountPaymentInput,
    status: 201,
    answer: accountPayment,
    handle: async (context, { params, body, actor }) => {
      const paid = await payAccount(context, params.id, body, actor);
      if (!paid.ok) return paid;
      return ok(reply({ value: paid.value.payment, status: paid.value.repeated ? 200 : 201 }));
    },
  }),
];
