import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { sessionQuery } from '../api/session.ts';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Ago } from '../ui/Moment.tsx';
import { setServerNow } from '../ui/now.ts';
import { PageHead } from '../ui/PageHead.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { useShortcut } from '../ui/shortcuts.ts';
import { Trouble } from '../ui/Trouble.tsx';
import { toast } from '../ui/toast.tsx';
import { Asked } from './AgencyDeskPage.tsx';
import {
  decideQuestion,
  inspectionGroundsQuery,
  type ListKey,
  type OpenedQuestion,
  openedQuestionQuery,
} from './queries.ts';
import { Standing } from './Standing.tsx';
import './consents.css';

type Decision = 'positive' | 'negative' | 'inspect';

/** One list as an agency sees it: its fields, and what it may say or have inspected before. */
export function QuestionPage() {
  const { t } = useTexts();
  const list = useParams({ from: '/agency-desk/$ebpCode/$orderNo' });
  const { ebcCode } = useSearch({ from: '/agency-desk/$ebpCode/$orderNo' });
  const key = { ...list, ebcCode };
  const { data, error, refetch } = useQuery(openedQuestionQuery(key));
  const now = data?.now;
  useEffect(() => {
    if (now) setServerNow(now);
  }, [now]);
  return (
    <article className="consents-desk">
      <Link to="/agency-desk" className="back">
        {t('consents.back')}
      </Link>
      {error && <Trouble error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton label={t('app.loading')} bars={[40, 100, 100, 80]} />}
      {data && <Opened of={key} opened={data} />}
    </article>
  );
}

function Opened({ of, opened }: { readonly of: ListKey; readonly opened: OpenedQuestion }) {
  const { t } = useTexts();
  const [deciding, setDeciding] = useState<Decision>();
  const { question, papers } = opened;
  // A refusal may be taken back; an agreement has been acted on.
  const mayAgree = question.state === 'waiting' || question.state === 'negative';
  const mayRefuse = question.state === 'waiting';
  // Exports are inspected by customs.
  const mayInspect = mayRefuse && of.ebcCode === undefined;
  useShortcut('a', t('consents.agree'), () => mayAgree && setDeciding('positive'));
  useShortcut('r', t('consents.refuse'), () => mayRefuse && setDeciding('negative'));
  useShortcut('i', t('consents.inspect'), () => mayInspect && setDeciding('inspect'));
  return (
    <>
      <PageHead title={of.orderNo} intro={t('consents.fieldsIntro')}>
        {mayInspect && <Button onClick={() => setDeciding('inspect')}>{t('consents.inspect')}</Button>}
        {mayRefuse && (
          <Button kind="danger" onClick={() => setDeciding('negative')}>
            {t('consents.refuse')}
          </Button>
        )}
        {mayAgree && (
          <Button kind="primary" onClick={() => setDeciding('positive')}>
            {t('consents.agree')}
          </Button>
        )}
      </PageHead>
      <section className="panel" aria-labelledby="asked">
        <h2 id="asked">{t('consents.asked')}</h2>
        <Asked asked={question.asked} />
        <p>
          <Standing state={question.state} />{' '}
          <span className="quiet">
            {t('consents.since')} <Ago at={question.since} />
          </span>
        </p>
        {question.inspecting !== undefined && (
          <p>
            {t('consents.inspecting')} <code>{question.inspecting}</code>
          </p>
        )}
      </section>
      {paperNames.map((name) => {
        const paper = papers[name];
        return paper && <Paper key={name} name={name} paper={paper} />;
      })}
      {deciding && (
        <DecideDialog
          of={of}
          decision={deciding}
          attempt={question.attempt}
          onClose={() => setDeciding(undefined)}
        />
      )}
    </>
  );
}

const paperNames = ['export', 'declaration', 'order', 'payment', 'waybill', 'decision'] as const;
type PaperName = (typeof paperNames)[number];

/** The fields of one document that the agency may see, under the names of the standard. */
function Paper({
  name,
  paper,
}: {
  readonly name: PaperName;
  readonly paper: NonNullable<OpenedQuestion['papers'][PaperName]>;
}) {
  const { t } = useTexts();
  const columns = [...new Set(paper.items.flatMap((item) => Object.keys(item)))];
  return (
    <section className="panel" aria-labelledby={`paper-${name}`}>
      <h2 id={`paper-${name}`}>{t(`consents.paper.${name}`)}</h2>
      <dl className="consents-fields">
        {Object.entries(paper.head).map(([field, value]) => (
          <div key={field}>
            <dt>
              <code>{field}</code>
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {columns.length > 0 && (
        <div className="table-scroll">
          <table className="table">
            <caption className="sr-only">{t('consents.lines')}</caption>
            <thead>
              <tr>
                {columns.map((column) => (
                  <th key={column} scope="col">
                    <code>{column}</code>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {paper.items.map((item, at) => (
                <tr key={item.gnum ?? at}>
                  {columns.map((column) => (
                    <td key={column}>{item[column] ?? ''}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  );
}

interface DecideDialogProps {
  readonly of: ListKey;
  readonly decision: Decision;
  readonly attempt: number;
  readonly onClose: () => void;
}

const deeds = {
  positive: 'consents.agree',
  negative: 'consents.refuse',
  inspect: 'consents.inspect',
} as const satisfies Record<Decision, string>;
const hints = {
  positive: 'consents.agreeHint',
  negative: 'consents.refuseHint',
  inspect: 'consents.inspectHint',
} as const satisfies Record<Decision, string>;

/** The grounds on which the officer's agency may have something inspected. */
function Grounds({
  value,
  onChange,
}: {
  readonly value: string;
  readonly onChange: (ground: string) => void;
}) {
  const { t, say } = useTexts();
  const { data: session } = useQuery(sessionQuery());
  const { data } = useQuery(inspectionGroundsQuery());
  const mine = data?.grounds.filter(({ agency }) => agency === session?.agency) ?? [];
  return (
    <Field id="consent-ground" label={t('consents.ground')} required>
      {(props) => (
        <select {...props} className="field" value={value} onChange={(event) => onChange(event.target.value)}>
          <option value="" />
          {mine.map((ground) => (
            <option key={ground.code} value={ground.code}>
              {say(ground)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

function DecideDialog({ of, decision, attempt, onClose }: DecideDialogProps) {
  const { t } = useTexts();
  const [reason, setReason] = useState('');
  const [ground, setGround] = useState('');
  const queryClient = useQueryClient();
  const navigate = useNavigate();
  const deciding = useMutation({
    mutationFn: () =>
      decideQuestion(of, { decision, reason: reason.trim(), attempt, ...(ground === '' ? {} : { ground }) }),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: ['consents', 'queue'] });
      queryClient.removeQueries({ queryKey: ['consents', 'opened', of.ebpCode, of.orderNo] });
      toast(t('consents.decided'));
      void navigate({ to: '/agency-desk' });
    },
  });
  const [deed, hint] = [t(deeds[decision]), t(hints[decision])];
  const complete = reason.trim() !== '' && (decision !== 'inspect' || ground !== '');
  return (
    <Confirm
      title={deed}
      deed={deed}
      danger={decision === 'negative'}
      onClose={onClose}
      // What went wrong is shown by the mutation itself.
      onConfirm={() => complete && deciding.mutateAsync().catch(() => undefined)}
    >
      <p>{hint}</p>
      {decision === 'inspect' && <Grounds value={ground} onChange={setGround} />}
      <Field id="consent-reason" label={t('consents.reason')} hint={t('consents.reasonHint')} required>
        {(props) => (
          <textarea
            {...props}
            className="field"
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        )}
      </Field>
      {deciding.error && <Trouble error={deciding.error} onRetry={() => deciding.mutate()} />}
    </Confirm>
  );
}
