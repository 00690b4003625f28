import { fileURLToPath } from 'node:url';

// Source files are one folder below the project's root, bundled ones two (out/main).
const root = new URL(import.meta.url.endsWith('.ts') ? '../' : '../../', import.meta.url);

/** The folder that package.json is in: the project's, or the packed app's. */
export const appFolder: string = fileURLToPath(root);

/** Where the screens are built to. */
export const screensFolder: string = fileURLToPath(new URL('./out/renderer', root));
