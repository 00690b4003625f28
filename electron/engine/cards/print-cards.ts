import { ok, type Failure, type Result } from '../../../shared/domain/result.ts';
import { instantOf } from '../clock.ts';
import type { EngineContext } from '../context.ts';
import { cardPdf, cardSheetPdf } from './card-pdf.ts';
import { currentCard } from './current-card.ts';
import { drawCard } from './draw-card.ts';
import type { CardFields } from './lay-out-card.ts';

/** A customer's current card as an SVG document. Fails as `currentCard` does. */
export async function cardAsSvg(
  context: EngineContext,
  customerId: string,
): Promise<Result<string, Failure>> {
  const card = await fieldsOf(context, customerId);
  return card.ok ? ok(drawCard(card.value)) : card;
}

/** The same as a PDF of the card's size. */
export async function cardAsPdf(
  context: EngineContext,
  customerId: string,
): Promise<Result<{ code: string; content: Uint8Array }, Failure>> {
  const card = await fieldsOf(context, customerId);
  if (!card.ok) return card;
  const content = await cardPdf(card.value, { createdAt: instantOf(context.clock.now()) });
  return ok({ code: card.value.code, content });
}

/** The cards of several customers on A4 sheets to cut, in the order asked for. */
export async function cardsAsPdf(
  context: EngineContext,
  customerIds: readonly string[],
): Promise<Result<Uint8Array, Failure>> {
  const cards: CardFields[] = [];
  for (const id of customerIds) {
    const card = await fieldsOf(context, id);
    if (!card.ok) return card;
    cards.push(card.value);
  }
  const title = `${context.settings().shop.name}: ${cards.length} cards`;
  return ok(await cardSheetPdf(cards, { title, createdAt: instantOf(context.clock.now()) }));
}

async function fieldsOf(context: EngineContext, customerId: string): Promise<Result<CardFields, Failure>> {
  const card = await currentCard(context, customerId);
  if (!card.ok) return card;
  const { name, code, cardCode, expiresOn } = card.value;
  return ok({ shopName: context.settings().shop.name, name, code, cardCode, expiresOn });
}
