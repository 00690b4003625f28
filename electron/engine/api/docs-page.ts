import { asItIs } from './answers.ts';

/**
 * The page at `/api/docs`: Swagger UI over the OpenAPI document. Its script and style are served with the screens
 * (the build copies them to `api-docs/`), so that the page works with the network cable out and under the strict CSP.
 */
export function docsPage(): Response {
  const page = `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>Sukli API</title><meta name="viewport" content="width=device-width">
<link rel="icon" href="/icon.svg">
<link rel="stylesheet" href="/api-docs/swagger-ui.css"></head>
<body><div id="api"></div>
<script src="/api-docs/swagger-ui-bundle.js"></script><script src="/api-docs/start.js"></script></body>
</html>`;
  return new Response(page, {
    headers: {
      ...asItIs,
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy':
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'",
    },
  });
}
