import type { Bilingual } from '#kernel';

/** Parts of the platform that are measured, in the order they are shown. */
export const components = {
  portal: {
    name: { zh: '门户与接口', en: 'Portal and interface' },
    measured: { zh: '平台经自己的网址访问自己', en: 'the platform asks itself by its own address' },
  },
  intake: {
    name: { zh: '报文接收', en: 'Taking messages in' },
    measured: {
      zh: '待落库的报文占上限的比例',
      en: 'messages that wait for their commit, against the limit',
    },
  },
  judging: {
    name: { zh: '清单判定', en: 'Judging lists' },
    measured: { zh: '到期未判的清单等了多久', en: 'how long lists have waited that should have been judged' },
  },
  customs: {
    name: { zh: '海关对接', en: 'Link to customs' },
    measured: { zh: '通道是否可用', en: 'whether its channel answers' },
  },
  database: {
    name: { zh: '数据库', en: 'Database' },
    measured: { zh: '一次最小查询的用时', en: 'how long the least question takes' },
  },
} as const satisfies Readonly<Record<string, { readonly name: Bilingual; readonly measured: Bilingual }>>;

export type Component = keyof typeof components;
export const componentNames = Object.keys(components) as Component[];

/** How a component is; from best to worst. */
export const levels = ['working', 'slow', 'down'] as const;
export type Level = (typeof levels)[number];

/** The worst of several; of none it is working. */
export function worst(found: readonly Level[]): Level {
  return levels[Math.max(0, ...found.map((level) => levels.indexOf(level)))] ?? 'working';
}

/** Below the first bound it works, below the second it is slow. */
export function levelOf(value: number, slowFrom: number, downFrom: number): Level {
  if (value >= downFrom) return 'down';
  return value >= slowFrom ? 'slow' : 'working';
}
