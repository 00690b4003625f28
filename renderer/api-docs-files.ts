import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Plugin } from 'vite';

const files = { 'swagger-ui.css': 'text/css', 'swagger-ui-bundle.js': 'text/javascript' };

const readFile = (name: string) =>
  readFileSync(createRequire(import.meta.url).resolve(`swagger-ui-dist/${name}`));

/** Puts Swagger UI's script and style at `api-docs/`, so that the API page needs nothing from the network. */
export function apiDocsFiles(): Plugin {
  return {
    name: 'sukli-api-docs-files',
    generateBundle() {
      for (const name of Object.keys(files)) {
        this.emitFile({ type: 'asset', fileName: `api-docs/${name}`, source: readFile(name) });
      }
    },
    configureServer(server) {
      for (const [name, type] of Object.entries(files)) {
        server.middlewares.use(`/api-docs/${name}`, (_request, response) => {
          response.setHeader('content-type', `${type}; charset=utf-8`);
          response.end(readFile(name));
        });
      }
    },
  };
}
