import type { z } from 'zod';
import type { syncJoin } from '../../../shared/api/sync.ts';
import { failure } from '../../../shared/api/failures.ts';
import { genesisHash } from '../../../shared/journal/chain.ts';
import { fail, ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { enrolAnswer, type EnrolAnswer } from '../../../shared/sync/protocol.ts';
import { cardKeyOf } from '../cards/index.ts';
import { instantOf } from '../clock.ts';
import { callCloud, cloudAddress, linkRow, registerKeyOf } from '../cloud-link/index.ts';
import type { Actor, EngineContext } from '../context.ts';
import type { WritableDatabase } from '../db/database.ts';
import { append } from '../journal/index.ts';
import { perContext } from '../per-context.ts';
import { hasSold, storeToldSettings, takeShopSettings, tellSetUp } from '../settings/index.ts';
import { beginLife } from './begin-life.ts';
import { changeIdentity } from './change-identity.ts';
import * as statements from './join-statements.ts';
import { askStores } from './learn-registers.ts';
import { noteSuccess } from './note-outcome.ts';
import { oneAtATime } from './one-at-a-time.ts';
import { syncStateOf } from './sync-state.ts';

/** Each till but the first gives its customers numbers of a range of its own. */
const customerNumbersPerTill = 10_000_000;

type Join = z.output<typeof syncJoin>;

const between = oneAtATime();
/** The stream that a code was asked for with: asked again after a lost answer, the cloud knows the same till by it. */
const askedOf = perContext((): { code: string; stream: string } => ({ code: '', stream: '' }));

/**
 * Makes this till a register of the shop whose code is given: from here on its receipts carry the shop's codes, and its
 * whole journal is sent. A till that the cloud does not let in any more may join anew. Fails with `sync-joined`,
 * `sync-address`, `sync-code-refused`, `sync-declined` where it sold in another currency than the shop, and as `callCloud` does.
 */
export function joinCloud(context: EngineContext, join: Join, actor: Actor): Promise<Result<void, Failure>> {
  return between(context, async () => {
    const url = cloudAddress(join.url);
    if (!url.ok) return url;
    const link = context.read.first(linkRow);
    const isShutOut = syncStateOf(context).trouble?.failure.code === 'sync-refused';
    if (link !== undefined && !isShutOut) return fail(failure('sync-joined'));
    const stream = streamFor(context, join.code);
    const key = await registerKeyOf(context);
    const answer = await callCloud(
      context,
      {
        method: 'POST',
        path: '/registers/enrol',
        json: {
          code: join.code,
          publicKey: key.publicText,
          stream,
          name: join.name,
          shopName: context.settings().shop.name,
          currency: soldIn(context),
        },
        answer: enrolAnswer,
      },
      { url: url.value },
    );
    if (!answer.ok) return answer;
    const card = await cardKeyOf(context);
    const written = await changeIdentity(context, (tx) => {
      enter(context, tx, { answer: answer.value, stream, url: url.value });
      tellJoined(context, tx, { answer: answer.value, publicKey: key.publicText, card, actor });
      return ok(undefined);
    });
    if (!written.ok) return written;
    context.reloadSettings();
    noteSuccess(context);
    syncStateOf(context).isProved = true;
    // Those who wait for the first page ask again when this fails.
    await askStores(context);
    return ok(undefined);
  });
}

/** This life's stream; another where this life belonged to a register before, whose stream it stays. */
function streamFor(context: EngineContext, code: string): string {
  const { writer } = context.identity();
  if (context.read.first(statements.joinedBefore, { writer }) === undefined) return writer;
  const asked = askedOf(context);
  if (asked.code !== code) {
    asked.code = code;
    asked.stream = context.ids.uuid();
  }
  return asked.stream;
}

type Entering = { answer: EnrolAnswer; stream: string; url: string };

function enter(context: EngineContext, tx: WritableDatabase, { answer, stream, url }: Entering): void {
  const { organisation, store, register, epoch } = answer;
  const before = context.identity();
  if (stream !== before.writer) beginLife(context, tx, { because: 'forked', writer: stream });
  tx.run(statements.putLink, {
    url,
    organisationId: organisation.id,
    organisationName: organisation.name,
    storeId: store.id,
    storeName: store.name,
    registerId: register.id,
    registerNumber: register.number,
    registerName: register.name,
    joinedAt: instantOf(context.clock.now()),
    epoch,
    ackedHash: genesisHash,
    stream,
  });
  tx.run(statements.setCodes, { storeCode: store.code, registerCode: register.code });
  context.reloadIdentity(tx);
  tx.run(statements.continueReceipts, { prefix: `${store.code}-${register.code}-` });
  if (register.number === 1) return;
  tx.run(statements.raiseCustomerNumbers, { last: register.number * customerNumbersPerTill });
  // What it has is the shop's already; what changed there meanwhile comes as ever.
  if (tx.first(statements.lastStore)?.storeId === store.id) return;
  const at = instantOf(context.clock.now());
  takeShopSettings(tx, at);
  // It must not sell in another until it hears the shop's settings.
  const told = answer.currency === null ? [] : [{ section: 'shop', key: 'currency', value: answer.currency }];
  storeToldSettings(tx, told, at);
}

function soldIn(context: EngineContext): string | null {
  return hasSold(context.read) ? context.settings().shop.currency : null;
}

type Told = {
  answer: EnrolAnswer;
  publicKey: string;
  card: { kid: string; publicText: string };
  actor: Actor;
};

function tellJoined(
  context: EngineContext,
  tx: WritableDatabase,
  { answer, publicKey, card, actor }: Told,
): void {
  const { organisation, store, register } = answer;
  tx.run(statements.putCardKey, { ...card, registerCode: register.code });
  append(context, tx, {
    kind: 'register.joined',
    body: {
      organisationId: organisation.id,
      storeId: store.id,
      storeCode: store.code,
      registerId: register.id,
      registerCode: register.code,
      name: register.name,
      publicKey,
      cardKid: card.kid,
      cardPublicKey: card.publicText,
    },
    actor: actor.accountId,
  });
  if (register.number === 1) tellSetUp(context, tx, actor.accountId);
}
