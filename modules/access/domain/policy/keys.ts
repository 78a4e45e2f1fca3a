import { keyOrSession, type PolicyRow } from './row.ts';

/** Keys and certificates of programs. */
export const keys = [
  {
    resource: 'keys',
    action: 'read',
    what: {
      zh: '查看接口密钥与客户端证书（不含密文）',
      en: 'see API keys and client certificates, without secrets',
    },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone', securityAdministrator: 'zone', auditAdministrator: 'zone' },
    keyScope: 'keys',
    source: 'R-10.4, (D)',
  },
  {
    resource: 'keys',
    action: 'make',
    what: { zh: '新建、更换接口密钥', en: 'make API keys and replace them' },
    shownBy: keyOrSession,
    may: { enterprise: 'own' },
    member: 'administrator',
    keyScope: 'keys',
    source: '(D)',
  },
  {
    resource: 'keys',
    action: 'revoke',
    what: { zh: '吊销接口密钥', en: 'revoke API keys' },
    shownBy: keyOrSession,
    may: { enterprise: 'own', operator: 'zone', securityAdministrator: 'zone' },
    member: 'administrator',
    keyScope: 'keys',
    source: 'R-10.4, (D)',
  },
] as const satisfies readonly PolicyRow[];
