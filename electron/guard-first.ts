// Imported first by every entry: modules are evaluated in the order of their imports, so an old Node is sent away
// before the native modules behind the other imports are loaded.
import { guardNode } from '../shared/node-guard.mjs';

guardNode({ fromSource: import.meta.url.endsWith('.ts') });
