import type { MessageAnswer } from '#exchange';
import type { HandedIn } from '../http/schemas.ts';
import { findingView } from './finding-view.ts';

/** What is told of the one document of a message. */
export function handedIn({ messageId, findings, documents }: MessageAnswer): HandedIn {
  const [only] = documents;
  if (!only)
    return { messageId, verdict: 'refused', status: '', info: '', findings: findings.map(findingView) };
  const { verdict, status, info } = only;
  return { messageId, verdict, status, info, findings: only.findings.map(findingView) };
}
