import { table } from './markdown-table.ts';
import { problemCodes } from './problem-codes.ts';

/** The page of the problems the interface answers with. */
export function problemsDocument(): string {
  const rows = problemCodes().map(({ code, status, text }) => [
    `\`${code}\``,
    String(status),
    text.zh,
    text.en,
  ]);
  return `# Problems 接口问题

Written by \`npm run docs\` from the sources; do not edit it by hand. A running platform shows the same at \`/docs/problems\`.

Whatever is refused is answered as \`application/problem+json\` by RFC 9457. \`code\` is stable; \`type\` is the address where it is explained
(\`/docs/problems/CODE\`); \`instance\` names the request, as the header \`x-request-id\` does and the log of the platform; \`zh\` and \`en\`
say what is wrong and what to do; \`findings\` tell every lapse, with codes of [their own](codes.md). \`…\` stands for what is filled in.

${table(['code', 'status', '中文', 'text'], rows)}
`;
}
