import type { ReactNode } from 'react';
import type { ListRow } from '../api/types.ts';
import { useTexts } from '../i18n/index.ts';
import { formatAmount } from '../ui/format.ts';
import { StateTag } from '../ui/StateTag.tsx';
import { CopyButton } from './CopyButton.tsx';

/** The list's name and its dozen key facts. */
export function Facts({ list }: { readonly list: ListRow }) {
  const { t, say } = useTexts();
  const office = list.customsName ? `${say(list.customsName)} ${list.customsCode}` : list.customsCode;
  return (
    <header className="facts">
      <div className="facts-title">
        <h1 className="code">{list.orderNo}</h1>
        <CopyButton text={list.orderNo} />
        <StateTag state={list.state} large />
        <span className="mark">{list.tradeMode}</span>
      </div>
      <dl className="facts-list" aria-label={t('list.facts')}>
        <Fact name={t('list.invtNo')} code={list.invtNo} />
        <Fact name={t('list.preNo')} code={list.preNo} />
        <Fact name={t('list.copNo')} code={list.copNo} />
        <Fact name={t('list.logisticsNo')} code={list.logisticsNo} />
        <Fact name={t('list.platform')}>{list.ebpName}</Fact>
        <Fact name={t('list.seller')}>{list.ebcName}</Fact>
        <Fact name={t('list.agent')}>{list.agentName}</Fact>
        {list.sentByDelegate && (
          <Fact name={t('list.sentBy')}>
            {t('list.sentFor', { by: list.sentByDelegate.by.name, for: list.sentByDelegate.for.name })}
          </Fact>
        )}
        <Fact name={t('list.office')}>{office}</Fact>
        <Fact name={t('list.buyer')}>{list.buyerName}</Fact>
        <Fact name={t('list.goodsValue')}>¥{formatAmount(list.goodsValue)}</Fact>
        <Fact name={t('list.taxDue')}>
          {list.taxTotal === undefined ? '—' : `¥${formatAmount(list.taxTotal)}`}
        </Fact>
      </dl>
    </header>
  );
}

interface FactProps {
  readonly name: string;
  readonly code?: string | undefined;
  readonly children?: ReactNode;
}

function Fact({ name, code, children }: FactProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className={children ? undefined : 'code'}>{children ?? code ?? '—'}</dd>
    </div>
  );
}
