/**
 * Where a worker's file is: `workerUrl('catalog/import-worker')` is `electron/engine/catalog/import-worker.ts` when
 * running from source, and `import-worker.js` beside the bundle when built (the build puts every entry into one folder).
 */
export function workerUrl(name: string): URL {
  if (import.meta.url.endsWith('.ts')) return new URL(`./${name}.ts`, import.meta.url);
  return new URL(`./${name.split('/').at(-1)}.js`, import.meta.url);
}
