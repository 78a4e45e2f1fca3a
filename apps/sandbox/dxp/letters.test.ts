import { expect, it } from 'vitest';
import { unwrap } from '#ceb';
import { platformReply } from './letters.ts';

const info = {
  ...{ CopMsgId: 'M-1', SenderId: 'DXPENT9936000001', ReceiverIds: ['DXPEDCCEB0000002'] },
  ...{ CreatTime: '2026-07-01T12:00:00', MsgType: 'CEB311Message' },
};

it('an answer of the exchange platform keeps to its schema, however much there is to tell', () => {
  const { bytes } = platformReply(info, '0002', `DxpMsg/${'长𠮷'.repeat(400)}`, new Date(0));
  const { valid, findings, dxpRep } = unwrap(bytes);
  expect({ valid, findings }).toEqual({ valid: true, findings: [] });
  expect(dxpRep?.Response[0]?.ResponseInfo).toMatch(/^DxpMsg\/长𠮷/u);
});
