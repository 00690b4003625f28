import { genesisHash } from '../shared/journal/chain.ts';

/** The hash before a first entry, as it is sent and stored. */
export const genesisHead = Buffer.from(genesisHash).toString('hex');
