import { sign, verify } from 'node:crypto';
import { cardCodePayload, parseCardCode, type CardCode } from '../../../shared/domain/codes.ts';
import type { CardKey } from './card-key.ts';

/** The code of a card that is good until `expiresAt` (seconds since 1970). The same card always has the same code. */
export function signCard(key: CardKey, customerCode: string, expiresAt: number): string {
  const payload = cardCodePayload({ kid: key.kid, customerCode, expiresAt });
  return `${payload}.${sign(null, Buffer.from(payload), key.privateKey).toString('base64url')}`;
}

/** What it takes to know a card from a forged one. */
export type CheckingKey = Pick<CardKey, 'kid' | 'publicKey'>;

/** What a card says that this key signed; null for anything else. Every card of ours has one spelling. */
export function readSignedCard(key: CheckingKey, text: string): CardCode | null {
  const card = parseCardCode(text);
  if (card === null || card.kid !== key.kid) return null;
  const signature = Buffer.from(card.signature, 'base64url');
  if (signature.toString('base64url') !== card.signature) return null;
  return verify(null, Buffer.from(cardCodePayload(card)), key.publicKey, signature) ? card : null;
}
