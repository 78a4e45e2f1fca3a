import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { TaxCalculation } from '../list/TaxCalculation.tsx';
import { useRested } from '../registry/pieces.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { PageHead } from '../ui/PageHead.tsx';
import { Said } from '../ui/Said.tsx';
import { Trouble } from '../ui/Trouble.tsx';
import { FieldGrid } from './FieldGrid.tsx';
import { FormBar } from './FormBar.tsx';
import type { Outcome } from './HandedIn.tsx';
import { Lines } from './Lines.tsx';
import {
  type Checked,
  type Content,
  checkQuery,
  type Draft,
  type EntryForm,
  handIn,
  removeDraft,
} from './queries.ts';
import { Totals } from './Totals.tsx';
import { type Total, totalsOf } from './totals.ts';
import { useDraft } from './useDraft.ts';
import { goTo, inOrder, placeOf, Wrong } from './Wrong.tsx';

interface DraftFormProps {
  readonly draft: Draft;
  readonly tag: string;
  readonly form: EntryForm;
  readonly onTaken: (outcome: Outcome) => void;
  readonly onReload: () => void;
}

/** A document as a form: checked while it is written, saved by itself, handed in as a message. */
export function DraftForm({ draft, tag, form, onTaken, onReload }: DraftFormProps) {
  const { t } = useTexts();
  const writing = useDraft(draft, tag);
  const { content, setContent } = writing;
  const { data: checked } = useQuery(checkQuery(draft.kind, draft.appType, useRested(content)));
  const findings = inOrder(checked?.findings ?? []);
  const deeds = useDeeds(draft, writing, onTaken);
  const toNext = useNext(findings);
  const setHead = (head: Content['head']) => setContent({ ...content, head });
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys of the fields inside it
    <div className="entry-form" onKeyDown={toNext}>
      <PageHead
        title={t(draft.appType === '2' ? 'entry.changeOf' : 'entry.write', {
          kind: t(`entry.kind.${draft.kind}`),
          number: content.head.orderNo ?? '',
        })}
        intro={t('entry.keys')}
      />
      <FormBar
        saving={writing.saving}
        busy={deeds.busy}
        on={{ ...deeds, reload: onReload, saveOver: writing.saveOver }}
      />
      {deeds.error && <Trouble error={deeds.error} onRetry={deeds.declare} />}
      {deeds.refused && <Refused findings={deeds.refused} />}
      <section className="panel" aria-labelledby="wrong">
        <h2 id="wrong">{t('entry.found')}</h2>
        <Wrong findings={findings} />
      </section>
      <section className="panel" aria-labelledby="head">
        <h2 id="head">
          <Said text={form.name} />
        </h2>
        <FieldGrid
          prefix="head"
          fields={form.head}
          values={content.head}
          kept={keptOf(draft, content)}
          fixed={draft.appType === '2' ? form.key : []}
          findings={findings.filter(({ part }) => part === 'head')}
          onChange={(name, value) => setHead({ ...content.head, [name]: value })}
          onWrite={(name) => setContent({ ...content, keep: without(content.keep, name) })}
        />
      </section>
      <Below {...{ draft, form, content, findings, setContent }} tax={checked?.tax} />
      {deeds.throwing && (
        <Confirm
          title={t('entry.throwAway')}
          deed={t('entry.throwAway')}
          danger
          onConfirm={deeds.throwAway}
          onClose={deeds.keep}
        >
          <p>{t('entry.throwAwayHint')}</p>
        </Confirm>
      )}
    </div>
  );
}

interface BelowProps extends Pick<DraftFormProps, 'draft' | 'form'> {
  readonly content: Content;
  readonly findings: Checked['findings'];
  readonly setContent: (content: Content) => void;
  readonly tax: Checked['tax'];
}

/** Goods lines, what the amounts come to, and of a list its tax. */
function Below({ draft, form, content, findings, setContent, tax }: BelowProps) {
  const { say } = useTexts();
  const labelOf = (name: string) => {
    const field = [...form.head, ...form.items].find((one) => one.name === name);
    return field ? say(field) : name;
  };
  return (
    <>
      {form.items.length > 0 && (
        <Lines
          fields={form.items}
          lines={content.items}
          findings={findings.filter(({ part }) => part === 'line')}
          onChange={(items) => setContent({ ...content, items })}
        />
      )}
      <Totals
        totals={totalsOf(draft.kind, content)}
        labelOf={labelOf}
        onTake={(total) => setContent(taken(content, total))}
      />
      {draft.kind === 'declaration' && <TaxCalculation tax={tax} />}
    </>
  );
}

const without = <Value,>(record: Readonly<Record<string, Value>>, name: string): Record<string, Value> =>
  Object.fromEntries(Object.entries(record).filter(([one]) => one !== name));

const keptOf = ({ shown }: Draft, { keep }: Content): Record<string, string> =>
  Object.fromEntries(Object.keys(keep).map((name) => [name, shown[name] ?? '']));

function taken(content: Content, { field, line, computed }: Total): Content {
  if (line === undefined) return { ...content, head: { ...content.head, [field]: computed } };
  return { ...content, items: content.items.with(line, { ...content.items[line], [field]: computed }) };
}

/** F8 leads from one finding to the next, as editors of programs do; with Shift, back. */
function useNext(findings: Checked['findings']) {
  const at = useRef(-1);
  return (event: KeyboardEvent) => {
    if (event.key !== 'F8') return;
    event.preventDefault();
    const ids = findings.flatMap((finding) => placeOf(finding) ?? []);
    if (ids.length === 0) return;
    at.current = (at.current + (event.shiftKey ? -1 : 1) + ids.length) % ids.length;
    goTo(ids[at.current] ?? '');
  };
}

/** Handing in and throwing away. */
function useDeeds(draft: Draft, writing: ReturnType<typeof useDraft>, onTaken: (outcome: Outcome) => void) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<Error>();
  const [refused, setRefused] = useState<Checked['findings'] | readonly Refusal[]>();
  const [throwing, setThrowing] = useState(false);
  const send = async (declared: boolean) => {
    setBusy(true);
    setError(undefined);
    setRefused(undefined);
    try {
      const answer = await handIn(draft.draftId, await writing.saveNow(), declared);
      await queries.invalidateQueries({ queryKey: ['drafts'] });
      const { orderNo = '', ebpCode = '' } = writing.content.head;
      if (answer.verdict === 'refused') setRefused(answer.findings);
      else
        onTaken({ kind: draft.kind, orderNo, ebpCode, declared, status: answer.status, info: answer.info });
    } catch (cause) {
      setError(cause as Error);
    }
    setBusy(false);
  };
  return {
    ...{ busy, error, refused, throwing },
    declare: () => void send(true),
    saveOnly: () => void send(false),
    askThrow: () => setThrowing(true),
    keep: () => setThrowing(false),
    throwAway: async () => {
      await removeDraft(draft.draftId);
      await queries.invalidateQueries({ queryKey: ['drafts'] });
      await navigate({ to: '/entry' });
    },
  };
}

type Refusal = Pick<Checked['findings'][number], 'code' | 'path' | 'message' | 'remedy'>;

function Refused({ findings }: { readonly findings: readonly Refusal[] }) {
  const { t } = useTexts();
  return (
    <div className="error-summary" role="alert">
      <h2>{t('entry.refused')}</h2>
      <ul>
        {findings.map((finding) => (
          <li key={`${finding.code} ${finding.path}`}>
            <Said text={finding.message} /> <Said text={finding.remedy} />
          </li>
        ))}
      </ul>
    </div>
  );
}
