import { health } from '../../../shared/api/settings.ts';
import { ok } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import { printerState } from '../receipts/index.ts';
import { defineRoute } from '../route.ts';
import { isAtTheTill } from '../people/index.ts';
import { isSetUpNeeded } from '../setup/index.ts';
import { syncGlance } from '../sync/index.ts';

export const healthRoutes = [
  defineRoute({
    method: 'get',
    path: '/health',
    tag: 'Health',
    summary: 'Whether the till is up, and what its status bar shows',
    access: 'public',
    answer: health,
    handle: (context, { remoteAddress }) => {
      const { name, timeZone, locale } = context.settings().shop;
      const { writer, storeCode, registerCode, demo } = context.identity();
      return ok({
        status: 'ok' as const,
        version: context.version,
        demo,
        setUpNeeded: isSetUpNeeded(context),
        time: instantOf(context.clock.now()),
        store: { name, code: storeCode, timeZone, locale },
        register: { code: registerCode, writer },
        printer: printerState(context),
        sync: syncGlance(context),
        // It counts on this computer alone, so nobody else is told.
        openAccess: context.settings().api.openAccess && isAtTheTill(remoteAddress),
      });
    },
  }),
];
