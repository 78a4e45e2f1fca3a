import type { Finding } from '#kernel';
import type { HandedIn } from '../http/schemas.ts';

type FindingView = HandedIn['findings'][number];

/** A finding as it is answered. */
export const findingView = ({ evidence, ...finding }: Finding): FindingView => ({
  ...finding,
  ...(evidence ? { evidence: [...evidence] } : {}),
});
