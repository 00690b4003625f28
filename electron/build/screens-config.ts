import { createReadStream } from 'node:fs';
import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { mergeConfig, type Plugin, type UserConfig } from 'vite';
import { rendererConfig } from '../../renderer/vite.config.ts';
import { stampBuild } from './source-signature.ts';

const root = join(import.meta.dirname, '..', '..');
const apiDocsFiles = ['swagger-ui.css', 'swagger-ui-bundle.js'];

/** Started by a file of its own: the page's content policy allows no script in the page. */
const startApiDocs = `SwaggerUIBundle({ url: '/api/v1/openapi.json', dom_id: '#api', deepLinking: true, validatorUrl: null });
`;

/** How the screens are built, by whatever builds them: the renderer's own configuration and the API page's files. */
export function screensConfig(): UserConfig {
  return mergeConfig(rendererConfig(), { plugins: [apiDocs(), stampBuild(root, 'screens')] });
}

/** Puts Swagger UI beside the screens, so that /api/docs works with the network cable out. */
function apiDocs(): Plugin {
  let outDir = '';
  return {
    name: 'sukli:api-docs',
    configResolved(config) {
      outDir = config.build.outDir;
    },
    async writeBundle() {
      const from = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
      const to = join(outDir, 'api-docs');
      await mkdir(to, { recursive: true });
      for (const file of apiDocsFiles) await copyFile(join(from, file), join(to, file));
      await writeFile(join(to, 'start.js'), startApiDocs);
    },
    configureServer(server) {
      const from = dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'));
      server.middlewares.use('/api-docs', (request, response, next) => {
        const name = (request.url ?? '').slice(1);
        if (name === 'start.js') response.setHeader('content-type', 'text/javascript').end(startApiDocs);
        else if (apiDocsFiles.includes(name)) createReadStream(join(from, name)).pipe(response);
        else next();
      });
    },
  };
}
