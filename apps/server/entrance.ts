import {
  type Access,
  agencies,
  keyScopeOf,
  leastRight,
  type PolicyRow,
  policy,
  rights,
  roles,
} from '#access';

const table: readonly PolicyRow[] = policy;

const scopes = {
  own: 'its own 本企业或本人',
  zone: 'of the whole zone 全区',
  public: 'open to all 公开',
} as const;

/** Who may call a route and with whose things, in both languages, by the row of the table that it declares. */
export function entranceOf(
  config: object,
): { readonly words: string; readonly keyScope: string | undefined } | undefined {
  const { access } = config as { readonly access?: Access };
  const row = table.find(({ resource, action }) => resource === access?.resource && action === access.action);
  if (!row) return undefined;
  const byKey = row.shownBy.includes('key');
  return { words: wordsOf(row), keyScope: byKey ? keyScopeOf(row) : undefined };
}

function wordsOf(row: PolicyRow): string {
  const { what, may, shownBy, byPersons, source } = row;
  const may_ = Object.keys(may);
  if (may_.length === Object.keys(roles).length && shownBy.length === 0)
    return `${what.zh}。Open to anybody 任何人可用. (${source})`;
  const who = Object.entries(may).map(([role, scope]) => {
    const { zh, en } = roles[role as keyof typeof roles].name;
    return `${en} ${zh} (${[scopes[scope], ...narrowed(row, role)].join('; ')})`;
  });
  const limited = shownBy.includes('key') ? ` A limited key needs the scope \`${keyScopeOf(row)}\`.` : '';
  const persons = byPersons ? ' Only by people with an account 须为有账号的人员.' : '';
  return `${what.zh}。Who may 谁可用: ${who.join(', ')}.${limited}${persons} (${source})`;
}

/** What narrows a role besides: the agency of officers, the right of staff. */
function narrowed(row: PolicyRow, role: string): string[] {
  if (role === 'officer' && row.officersOf)
    return [row.officersOf.map((one) => `${agencies[one].en} ${agencies[one].zh}`).join(' / ')];
  if (role === 'enterprise' && leastRight(row) !== 'reader') {
    const { zh, en } = rights[leastRight(row)];
    return [`staff from ${en} up 员工须为${zh}以上`];
  }
  return [];
}
