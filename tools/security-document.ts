import { type AsvsLine, type AsvsState, asvsLines, asvsStates } from './asvs.ts';
import { table } from './markdown-table.ts';

const INTRODUCTION = `# Security, line by line 安全自查

Written by \`npm run docs\` from [asvs.csv](../contracts/security/asvs.csv); do not edit it by hand.

The platform against OWASP ASVS 5.0.0, levels 1 and 2, by its own developers reading its own code: a self-assessment, not an
audit by others. Ids and levels are the standard's; the words are ours and short, so read them beside the
[standard](https://github.com/OWASP/ASVS/tree/v5.0.0/5.0). *Met* names where, and the test that holds it where there is one; a test sees to it
that each line is here once and that what it names is there. What is the operator's part is said so.
平台开发者对照 OWASP ASVS 5.0.0 一、二级的自查，并非第三方测评；「满足」的各项指明所在文件与测试。

What attackers may want and what stands in their way: [threat-model.md](threat-model.md). How to report: [SECURITY.md](../SECURITY.md).`;

const CHAPTERS: Readonly<Record<string, string>> = {
  V1: 'Encoding and sanitizing 编码与净化',
  V2: 'Validation and business logic 校验与业务逻辑',
  V3: 'Browsers 浏览器',
  V4: 'Interface 接口',
  V5: 'Files 文件',
  V6: 'Authentication 身份鉴别',
  V7: 'Sessions 会话',
  V8: 'Authorization 授权',
  V9: 'Tokens that carry facts 自包含令牌',
  V10: 'OAuth and OIDC 联合登录',
  V11: 'Cryptography 密码',
  V12: 'Connections 通信安全',
  V13: 'Configuration 配置',
  V14: 'Data 数据保护',
  V15: 'Code and components 编码与组件',
  V16: 'Logs and faults 日志与错误',
  V17: 'WebRTC',
};

const chapterOf = ({ id }: AsvsLine): string => id.split('.', 1)[0] ?? '';

/** The page of how the platform stands to the verification standard. */
export function securityDocument(root: string): string {
  const lines = asvsLines(root);
  const parts = Object.entries(CHAPTERS).map(([chapter, title]) => {
    const rows = lines
      .filter((line) => chapterOf(line) === chapter)
      .map(({ id, level, state, zh, en, where, note }) => [
        ...[id, level, zh, en, asvsStates[state]],
        where.map(link).join(' '),
        note,
      ]);
    const head = ['id', 'level', '中文', 'what', '状态 state', 'where', 'how, or what is missing'];
    return `## ${chapter} ${title}\n\n${table(head, rows)}`;
  });
  return [INTRODUCTION, summary(lines), ...parts].join('\n\n').concat('\n');
}

function summary(lines: readonly AsvsLine[]): string {
  const states = Object.keys(asvsStates) as AsvsState[];
  const rows = (['1', '2'] as const).map((level) => [
    level,
    ...states.map((state) =>
      String(lines.filter((line) => line.level === level && line.state === state).length),
    ),
  ]);
  return table(['level', ...states.map((state) => asvsStates[state])], rows);
}

const link = (path: string): string => `[${path.split('/').at(-1)}](../${path})`;
