import { readJoinText } from '../../../shared/domain/join-text.ts';

export type JoinDraft = { url: string; code: string; name: string };
export type JoinProblems = { url: boolean; code: boolean };

/** What is wrong with what was typed. The engine knows which http addresses are this computer's own. */
export function problemsOf({ url, code }: JoinDraft): JoinProblems {
  return {
    url: !/^https?:\/\/[^\s/]+/i.test(url.trim()),
    code: code.replaceAll(/[^A-Za-z0-9]/g, '').length < 8,
  };
}

/** The draft with what was typed; a whole join text pasted into a field fills both. */
export function withTyped(draft: JoinDraft, field: keyof JoinDraft, text: string): JoinDraft {
  const joinText = field === 'name' ? null : readJoinText(text);
  return joinText === null ? { ...draft, [field]: text } : { ...draft, ...joinText };
}
