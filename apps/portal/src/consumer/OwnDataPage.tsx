import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '../api/schema.gen.ts';
import { AskDialog } from '../corrections/AskDialog.tsx';
import { useFieldName } from '../corrections/parts.tsx';
import type { Datum } from '../corrections/queries.ts';
import { useTexts } from '../i18n/index.ts';
import { Notes } from '../persons/Notes.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { Moment } from '../ui/Moment.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { fetchOwnData } from './queries.ts';
import { Readers } from './Readers.tsx';
import { saveAsFile } from './save-as-file.ts';
import './consumer.css';

type OwnData = components['schemas']['OwnData'];
type Paper = OwnData['papers'][number];

/** Everything that is held of somebody, to read and to take along, and who was shown it. Reading it is on record: it is asked for. */
export function OwnDataPage() {
  const { t } = useTexts();
  const fetching = useMutation({ mutationFn: fetchOwnData });
  const [about, setAbout] = useState<Datum>();
  const { data, error } = fetching;
  return (
    <div className="consumer-page">
      <PageHead title={t('consumer.data.title')} intro={t('consumer.data.intro')} />
      {error && <Trouble error={error} onRetry={() => fetching.mutate()} />}
      {!data && (
        <Button kind="primary" busy={fetching.isPending} onClick={() => fetching.mutate()}>
          {t('consumer.data.show')}
        </Button>
      )}
      {data && (
        <>
          <p className="consumer-made">
            {t('consumer.data.madeAt')} <Moment at={data.madeAt} />{' '}
            <Button small onClick={() => saveAsFile('my-data.json', data)}>
              {t('consumer.me.download')}
            </Button>
          </p>
          {ordersOf(data.papers).map(([orderNo, papers]) => (
            <details key={orderNo} className="panel">
              <summary>
                <strong className="code">{orderNo}</strong>{' '}
                <span className="quiet">
                  {t('consumer.data.papers', { count: papers.length })} ·{' '}
                  <Moment at={papers[0]?.receivedAt ?? data.madeAt} />
                </span>
              </summary>
              {papers.map((paper) => (
                <OnePaper key={`${paper.paper} ${paper.sender}`} paper={paper} onAsk={setAbout} />
              ))}
            </details>
          ))}
          <Readers showings={data.showings} />
        </>
      )}
      {about && <AskDialog about={about} onClose={() => setAbout(undefined)} />}
    </div>
  );
}

/** Papers by order, as they came. */
function ordersOf(papers: readonly Paper[]): readonly (readonly [string, readonly Paper[]])[] {
  const orders = new Map<string, Paper[]>();
  for (const paper of papers) orders.set(paper.orderNo, [...(orders.get(paper.orderNo) ?? []), paper]);
  return [...orders];
}

const paperNames = ['order', 'payment', 'waybill', 'declaration'] as const;

interface OnePaperProps {
  readonly paper: Paper;
  readonly onAsk: (about: Datum) => void;
}

function OnePaper({ paper, onAsk }: OnePaperProps) {
  const { t } = useTexts();
  const fieldName = useFieldName();
  const name = paperNames.find((one) => one === paper.paper) ?? 'order';
  const { orderNo, ebpCode } = paper;
  return (
    <section className="consumer-paper">
      <h2>
        <Icon name={name} /> {t(`persons.paper.${name}`)}{' '}
        <span className="quiet">
          {t('consumer.data.sentBy')} <span className="code">{paper.sender}</span> ·{' '}
          {t('consumer.data.keptUntil')} <time dateTime={paper.keptUntil}>{paper.keptUntil}</time>
        </span>
      </h2>
      <dl className="consumer-facts">
        {Object.entries(paper.fields).map(([field, value]) => (
          <div key={field} className="consumer-datum">
            <dt>{fieldName(field)}</dt>
            <dd>
              <span lang="zh-CN">{value}</span>
              <Notes notes={paper.notes.filter((note) => note.field === field)} />
            </dd>
            <dd>
              <Button
                small
                kind="text"
                aria-label={t('consumer.data.askAbout', { field: fieldName(field) })}
                onClick={() => onAsk({ paper: name, orderNo, field, ...(ebpCode ? { ebpCode } : {}) })}
              >
                {t('consumer.data.ask')}
              </Button>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
