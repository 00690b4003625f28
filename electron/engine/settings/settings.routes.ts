import { settings, settingsChange } from '../../../shared/api/settings.ts';
import { ok } from '../../../shared/domain/result.ts';
import { defineRoute } from '../route.ts';
import { changeSettings } from './change-settings.ts';

export const settingsRoutes = [
  defineRoute({
    method: 'get',
    path: '/settings',
    tag: 'Settings',
    summary: 'The settings of this till',
    access: 'settings.view',
    answer: settings,
    handle: (context) => ok(context.settings()),
  }),
  defineRoute({
    method: 'patch',
    path: '/settings',
    tag: 'Settings',
    summary: 'Changes the named settings, section by section',
    access: 'settings.edit',
    body: settingsChange,
    answer: settings,
    handle: (context, { body, actor }) => changeSettings(context, body, actor.accountId),
  }),
];
