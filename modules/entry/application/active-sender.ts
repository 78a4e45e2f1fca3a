import type { Sender } from '#exchange';
import { Problem } from '#http';
import type { EntryPorts } from './ports.ts';

/** @throws Problem ENTERPRISE-NOT-ACTIVE */
export async function activeSender(ports: EntryPorts, customsCode: string): Promise<Sender> {
  const sender = await ports.sender(customsCode);
  if (sender) return sender;
  throw new Problem(403, 'ENTERPRISE-NOT-ACTIVE', {
    zh: `企业 ${customsCode} 未备案或已停用（-10102 无效企业代码）`,
    en: `Enterprise ${customsCode} is not registered or not active (-10102)`,
  });
}
