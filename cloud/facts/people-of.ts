type People = { customerId: string | null; accountId: string | null; role: unknown };

/** Whom an entry is about; null where it says nobody, or nobody that a key can name. */
export function peopleOf(content: unknown): People {
  const { customerId, accountId, role } = (content ?? {}) as Record<string, unknown>;
  return { customerId: keyOf(customerId), accountId: keyOf(accountId), role };
}

export function idsOf(content: unknown): string[] {
  const { customerId, accountId } = peopleOf(content);
  return [customerId, accountId].filter((id) => id !== null);
}

/** The logins that entries name of these customers. Who works here and buys here stays who they are. */
export function loginsOf(contents: readonly unknown[], customers: ReadonlySet<string>): string[] {
  const people = contents.map(peopleOf);
  const workers = new Set(
    people.filter(({ role }) => role !== undefined && role !== 'customer').map(({ accountId }) => accountId),
  );
  const logins = people.flatMap(({ customerId, accountId }) => {
    const isTheirs = customerId !== null && customers.has(customerId);
    return isTheirs && accountId !== null && !workers.has(accountId) ? [accountId] : [];
  });
  return [...new Set(logins)];
}

function keyOf(id: unknown): string | null {
  const isKey = typeof id === 'string' && id.length <= 200 && id.isWellFormed() && !id.includes('\u0000');
  return isKey ? id : null;
}
