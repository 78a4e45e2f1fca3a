import { keyOrSession, type PolicyRow } from './row.ts';

/** Export lists and what is decided of them. */
export const exportLists = [
  {
    resource: 'exports',
    action: 'read',
    what: {
      zh: '查看出口清单、比对结果、结关方式与货物动态',
      en: 'read export lists, what was found, how they are finished and where their goods are',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone', officer: 'zone' },
    officersOf: ['customs'],
    source: 'R-1.26',
  },
  {
    resource: 'exports',
    action: 'decide',
    what: {
      zh: '办理待人工处理的出口清单，复核他人的建议',
      en: 'decide held export lists; confirm or reject what another officer proposes',
    },
    shownBy: keyOrSession,
    may: { officer: 'zone' },
    officersOf: ['customs'],
    byPersons: true,
    source: 'R-1.19 (D)',
  },
] as const satisfies readonly PolicyRow[];
