/* Starts Swagger UI on the page at /api/docs. Its bundle is copied beside this file by the build. */
globalThis.SwaggerUIBundle({
  url: '/api/v1/openapi.json',
  dom_id: '#api',
  deepLinking: true,
  // The validator of the makers is on the network; this page asks nobody but the till.
  validatorUrl: null,
  persistAuthorization: false,
  tryItOutEnabled: false,
});
