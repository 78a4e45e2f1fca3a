import { agencies, leastRight, type PolicyRow, policy, type Role, rights, roles } from '#access';
import { table } from './markdown-table.ts';

const INTRODUCTION = `# Who may do what 谁可以做什么

Written by \`npm run docs\` from the table in \`modules/access/domain/policy.ts\`; do not edit it by hand.

What is not in the table, nobody may. Every route of the server declares its row and is held to it before a byte of its body is read;
a test asks every route as everybody and compares ([decision 0024](../decisions/0024-one-table-of-who-may-do-what.md)).
表中没有的，任何人都不可以做。服务器的每条路由都声明所属的行，并在读取请求体之前按表执行；测试以每种身份访问每条路由并与本表核对。`;

const SCOPES = { own: '本企业 own', zone: '全区 zone', public: '公开 public' };
const CREDENTIALS = { key: '密钥 key', session: '会话 session' };

/** What a role needs besides: the agency of an officer, the right of a member of an enterprise. */
function narrowing(role: Role, row: PolicyRow): string {
  if (role === 'officer')
    return (row.officersOf ?? []).map((agency) => `；${agencies[agency].zh} ${agency}`).join('');
  if (role !== 'enterprise' || leastRight(row) === 'reader') return '';
  return `；${rights[leastRight(row)].zh} ${leastRight(row)}`;
}

/** The page of roles and rights. */
export function accessDocument(): string {
  const names = Object.entries(roles);
  const roleRows = names.map(([role, { name, knownBy }]) => [
    `\`${role}\``,
    name.zh,
    name.en,
    knownBy.zh,
    knownBy.en,
  ]);
  const rows = (policy as readonly PolicyRow[]).map((row) => {
    return [
      `\`${row.resource}\``,
      `\`${row.action}\``,
      row.what.zh,
      row.what.en,
      row.shownBy.map((by) => CREDENTIALS[by]).join(', ') || '无需 none',
      ...names.map(([role]) => {
        const scope = row.may[role as Role];
        return scope === undefined
          ? '–'
          : `${SCOPES[scope]}${scope === 'public' ? '' : narrowing(role as Role, row)}`;
      }),
      row.source,
    ];
  });
  return [
    INTRODUCTION,
    `## Roles 角色\n\n${table(['role', '中文', 'name', '如何识别', 'known by'], roleRows)}`,
    `## The table 权限表\n\nIn the columns of roles stands whose things it is about: those of the caller's own organisation, those of the whole zone, or what anyone may have; – where it is refused. After it stands the agency an officer has to be of, or the least right a member of an enterprise needs (a key does what a clerk does).\n各角色列为可涉及的范围：本企业、全区、公开；– 为不允许；其后为所需的部门或企业内权限。\n\n${table(
      [
        'resource',
        'action',
        '中文',
        'what',
        '凭证 shown by',
        ...names.map(([role, { name }]) => `${name.zh} ${role}`),
        'source',
      ],
      rows,
    )}`,
  ]
    .join('\n\n')
    .concat('\n');
}
