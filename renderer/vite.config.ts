import { resolve } from 'node:path';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';
import { apiDocsFiles } from './api-docs-files.ts';

const engineUrl = process.env['SUKLI_ENGINE_URL'] ?? 'http://127.0.0.1:8000';

/** How the screens are built; the desktop build takes the same, so that there is one way only. */
export function rendererConfig(): UserConfig {
  return {
    root: import.meta.dirname,
    base: '/',
    plugins: [react(), tailwindcss(), apiDocsFiles()],
    build: {
      outDir: resolve(import.meta.dirname, '../out/renderer'),
      emptyOutDir: true,
      target: ['chrome128', 'firefox128', 'safari17.5'],
      // The content policy allows files of our own only: nothing may be inlined as data: or as a script.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      manifest: true,
    },
    server: {
      strictPort: false,
      proxy: {
        '/api': {
          target: engineUrl,
          changeOrigin: true,
          headers: { origin: engineUrl },
        },
      },
    },
  };
}

export default defineConfig(rendererConfig());
