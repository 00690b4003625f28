import { me, sessionAnswer, signInRequest } from '../../../shared/api/people.ts';
import { ok } from '../../../shared/domain/result.ts';
import { defineRoute, reply } from '../route.ts';
import { answerSession } from './answer-session.ts';
import { clearedCookie, tokenOfCookie } from './refresh-cookie.ts';
import { refreshSession } from './refresh-session.ts';
import { signIn } from './sign-in.ts';
import { signOut } from './sign-out.ts';

export const sessionsRoutes = [
  defineRoute({
    method: 'post',
    path: '/sessions',
    tag: 'Sessions',
    summary: 'Signs in by user name and password, or by PIN',
    access: 'public',
    body: signInRequest,
    status: 201,
    answer: sessionAnswer,
    handle: async (context, { body, request, remoteAddress, isOwnPage }) => {
      const from = { remoteAddress, through: isOwnPage ? 'screens' : 'web' } as const;
      const opened = await signIn(context, body, from, tokenOfCookie(request));
      return opened.ok ? ok(await answerSession(context, request, opened.value)) : opened;
    },
  }),
  defineRoute({
    method: 'post',
    path: '/sessions/refresh',
    tag: 'Sessions',
    summary: 'Takes the refresh cookie for a new access token and the next cookie',
    access: 'public',
    answer: sessionAnswer,
    handle: async (context, { request }) => {
      const refreshed = await refreshSession(context, tokenOfCookie(request));
      return refreshed.ok ? ok(await answerSession(context, request, refreshed.value)) : refreshed;
    },
  }),
  defineRoute({
    method: 'get',
    path: '/sessions/current',
    tag: 'Sessions',
    summary: 'Who is signed in, and what that person may do',
    access: 'signed-in',
    answer: me,
    handle: (_context, { actor }) =>
      ok({
        id: actor.accountId,
        username: actor.username,
        displayName: actor.displayName,
        role: actor.role,
        permissions: [...actor.permissions],
      }),
  }),
  defineRoute({
    method: 'delete',
    path: '/sessions/current',
    tag: 'Sessions',
    summary: 'Signs out: the session ends at once',
    access: 'signed-in',
    answer: null,
    handle: async (context, { actor, request }) => {
      const ended = await signOut(context, actor);
      if (!ended.ok) return ended;
      // A sign-out that comes late must not take the cookie of whoever has signed in here since.
      const isItsCookie = tokenOfCookie(request)?.sessionId === actor.sessionId;
      return ok(reply({ status: 204, headers: isItsCookie ? { 'set-cookie': clearedCookie(request) } : {} }));
    },
  }),
];
