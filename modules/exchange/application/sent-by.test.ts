import { describe, expect, test } from 'vitest';
import { exampleMessage, messageTables, type Root } from '#ceb';
import { sentByItsFirms } from './sent-by.ts';

const declarations = (Object.keys(messageTables) as Root[]).filter(
  (root) => messageTables[root].kind === 'declaration',
);
const sender = (customsCode: string) => ({ customsCode, name: '', roles: [] });

describe('a declaration', () => {
  test.each(declarations)('%s may be sent by the firms it names, and by nobody else (R-1.11)', (root) => {
    const head = exampleMessage(root).documents[0]?.head as Readonly<Record<string, string>>;
    const mayNotSend = sentByItsFirms(root);
    const { sentBy = [] } = messageTables[root];
    expect(sentBy.length).toBeGreaterThan(0);
    for (const field of sentBy) expect(mayNotSend(head, sender(head[field] ?? '')), field).toBeUndefined();
    const finding = mayNotSend(head, sender('5301969999'));
    expect(finding).toMatchObject({ code: 'EXCHANGE-RIGHT', path: sentBy[0], rule: 'R-1.11' });
    for (const field of sentBy) expect(finding?.remedy?.en).toContain(field);
    // Every firm is named in words, not by its field.
    expect(finding?.message.en).not.toContain('Code');
  });

  test('without the code of a firm is not sent by whoever has none', () => {
    const head = { ...exampleMessage('CEB403Message').documents[0]?.head, payCode: undefined };
    expect(sentByItsFirms('CEB403Message')(head, sender(''))).toBeDefined();
  });
});
