import { Link } from '@tanstack/react-router';
import { useTexts } from '../i18n/index.ts';
import { PageHead } from '../ui/PageHead.tsx';
import type { Kind } from './queries.ts';

/** A document that was taken in. */
export interface Outcome {
  readonly kind: Kind;
  readonly orderNo: string;
  readonly ebpCode: string;
  readonly status: string;
  readonly info: string;
  readonly declared: boolean;
}

const tables = { order: '/orders', payment: '/payments', waybill: '/waybills' } as const;

/** What was handed in, its receipt, and where it is now. */
export function HandedIn({ outcome }: { readonly outcome: Outcome }) {
  const { t } = useTexts();
  const { kind, orderNo, ebpCode, status, info, declared } = outcome;
  return (
    <section className="entry-page">
      <PageHead title={t(declared ? 'entry.taken' : 'entry.takenSaved')} />
      <div className="panel" role="status">
        <p>
          {t(`entry.kind.${kind}`)} <strong className="code">{orderNo}</strong>
        </p>
        <p>
          {t('entry.receipt', { status })} <span lang="zh-CN">{info}</span>
        </p>
        <p>
          {kind === 'declaration' ? (
            <Link to="/lists/$ebpCode/$orderNo" params={{ ebpCode, orderNo }}>
              {t('entry.seeList')}
            </Link>
          ) : (
            <Link to={tables[kind]}>{t('entry.seeDocuments')}</Link>
          )}
        </p>
        <p>
          <Link to="/entry">{t('entry.another')}</Link>
        </p>
      </div>
    </section>
  );
}
