/** The way to other machines, as a web fetch. Requests say themselves that nothing is followed and no cookie kept. */
export type Network = { fetch(request: Request): Promise<Response> };

export const systemNetwork: Network = { fetch: (request) => fetch(request) };
