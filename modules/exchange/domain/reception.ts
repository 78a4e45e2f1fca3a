import type { Finding } from '#kernel';

/** What the house already holds under a document's business key. */
export interface StoredDocument {
  readonly guid: string;
  /** YYYYMMDDhhmmss; compares as text. */
  readonly appTime: string;
  /** Digest of everything but guid, appType and appTime. */
  readonly contentHash: string;
  readonly deleted: boolean;
  readonly returnStatus: string;
  readonly returnInfo: string;
  /**
   * - `open`: may be changed, deleted, and not submitted anew.
   * - `locked`: a declaration rests on it (a paper), or it is declared and judged (a list).
   * - `returned`: only saved so far, or a list customs sent back or its sender withdrew: may be submitted anew or
   *   changed.
   */
  readonly standing: 'open' | 'locked' | 'returned';
}

export interface IncomingDocument {
  readonly guid: string;
  /** 1 new, 2 change, 3 delete. */
  readonly appType: string;
  readonly appTime: string;
  readonly contentHash: string;
}

/** The standard's own codes by which one kind of document is refused (specification 202205, chapter 7). */
export interface RefusalCodes {
  /** A document of this business key exists already. */
  readonly exists: string;
  /** Nothing to change or delete. */
  readonly notFound: string;
  /** Older than what is stored. */
  readonly stale: string;
  /** Its standing forbids a change. */
  readonly locked: string;
  /** A field or a sender's right fails. */
  readonly invalid: string;
}

export type Reception =
  | { readonly act: 'insert' | 'replace' | 'remove' }
  | { readonly act: 'repeat'; readonly status: string; readonly info: string }
  | { readonly act: 'refuse'; readonly status: string; readonly finding: Finding };

const finding = (code: string, zh: string, en: string, mendZh: string, mendEn: string): Finding => ({
  code,
  level: 'business',
  path: 'appType',
  message: { zh, en },
  remedy: { zh: mendZh, en: mendEn },
});

const refusals = {
  exists: finding(
    'EXCHANGE-EXISTS',
    '同一业务编号已有内容不同的单证',
    'A document with this number but other content is on file',
    '核对编号；确要修改请用 appType=2 变更',
    'Check the number; to change the document send it with appType 2',
  ),
  notFound: finding(
    'EXCHANGE-NOT-FOUND',
    '没有可变更或删除的单证',
    'There is no document to change or delete',
    '先以 appType=1 新增，或核对业务编号',
    'Send it first with appType 1, or check its number',
  ),
  stale: finding(
    'EXCHANGE-STALE',
    '报送时间不晚于已收单证，按旧报文处理',
    'appTime is not later than that of the document on file: an old message',
    '以更晚的 appTime 重新报送',
    'Send it again with a later appTime',
  ),
  locked: finding(
    'EXCHANGE-LOCKED',
    '对应清单已申报，当前状态不能变更或删除',
    'Its list is declared; in this state nothing can be changed or deleted',
    '等待清单结果；退单后可改，放行后请走撤单或退货',
    'Wait for the outcome: a returned list can be mended, a released one goes by cancellation or return',
  ),
} as const;

type Reason = keyof typeof refusals;

/**
 * Decides what becomes of a document under the rules of `appType` (standard, flows): new, change, delete,
 * repeats answered as repeats, and an older message never overwrites a newer one.
 */
export function receive(
  stored: StoredDocument | undefined,
  incoming: IncomingDocument,
  codes: RefusalCodes,
): Reception {
  const refuse = (reason: Reason): Reception => ({
    act: 'refuse',
    status: codes[reason],
    finding: refusals[reason],
  });
  if (incoming.appType === '1') return receiveNew(stored, incoming, refuse);
  if (!stored) return refuse('notFound');
  const removal = incoming.appType === '3';
  if (stored.deleted) return removal && same(stored, incoming) ? repeat(stored) : refuse('notFound');
  if (!removal && same(stored, incoming) && stored.guid === incoming.guid) return repeat(stored);
  if (stored.standing === 'locked') return refuse('locked');
  if (incoming.appTime <= stored.appTime) return refuse('stale');
  return { act: removal ? 'remove' : 'replace' };
}

function receiveNew(
  stored: StoredDocument | undefined,
  incoming: IncomingDocument,
  refuse: (reason: Reason) => Reception,
): Reception {
  if (!stored) return { act: 'insert' };
  if (stored.deleted || stored.standing === 'returned') {
    if (stored.guid === incoming.guid && same(stored, incoming)) return repeat(stored);
    return incoming.appTime > stored.appTime ? { act: 'replace' } : refuse('stale');
  }
  return same(stored, incoming) ? repeat(stored) : refuse('exists');
}

function same(stored: StoredDocument, incoming: IncomingDocument): boolean {
  return stored.contentHash === incoming.contentHash;
}

function repeat(stored: StoredDocument): Reception {
  return { act: 'repeat', status: stored.returnStatus, info: stored.returnInfo };
}
