import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { components } from '../api/schema.gen.ts';
import { useTexts } from '../i18n/index.ts';
import { listQuery } from '../lists/queries.ts';
import { Button } from '../ui/Button.tsx';
import { Choice } from '../ui/Choice.tsx';
import { saysTheSame } from '../ui/format.ts';
import { PickField, WordsField } from './Fields.tsx';
import { type Hold, holdKey, type ListKey, tablesQuery } from './queries.ts';

type Result = Omit<components['schemas']['InspectionResult'], 'entryId'>;

interface ResultFormProps {
  readonly list: ListKey;
  /** What is wanted of the list and has no result yet. */
  readonly open: readonly Hold[];
  readonly onEnter: (result: Result, meant: readonly Hold[]) => void;
}

/** What was found of a list: for all that wanted it or for one of them, with quantities counted line by line. */
export function ResultForm({ list, open, onEnter }: ResultFormProps) {
  const { t, say } = useTexts();
  const { data: tables } = useQuery(tablesQuery());
  const [meant, setMeant] = useState('');
  // None until it is chosen: a second touch of a button says nothing of what is left.
  const [verdict, setVerdict] = useState<Result['verdict'] | ''>('');
  const [reason, setReason] = useState('');
  const [found, setFound] = useState('');
  const [counted, setCounted] = useState<Readonly<Record<string, string>>>({});
  const one = open.find((hold) => holdKey(hold) === meant);
  const bad = verdict === 'nonconforming';
  const id = `result-${list.orderNo}`;
  const enter = () => {
    if (verdict === '') return;
    const lines = Object.entries(counted).flatMap(([gnum, quantity]) =>
      quantity === '' ? [] : { gnum: Number(gnum), quantity },
    );
    const result = {
      ...{ ...list, verdict, found: found.trim() },
      ...(one ? { agency: one.agency, ground: one.ground.code } : {}),
      ...(bad ? { reason } : {}),
      ...(lines.length > 0 ? { lines } : {}),
    };
    onEnter(result, one ? [one] : open);
  };
  return (
    <>
      <PickField
        id={`${id}-of`}
        label={t('inspections.wanted')}
        value={meant}
        options={[
          { value: '', text: t('inspections.allWanted') },
          ...open.map((hold) => ({ value: holdKey(hold), text: say(hold.ground) })),
        ]}
        onPick={setMeant}
      />
      <Lines list={list} counted={counted} onCount={setCounted} />
      <Choice
        label={t('inspections.verdict')}
        value={verdict}
        options={(['conforming', 'nonconforming'] as const).map((value) => ({
          ...{ value, label: t(`inspections.holdStates.${value}`) },
        }))}
        onChange={setVerdict}
      />
      {bad && (
        <PickField
          id={`${id}-fault`}
          label={t('inspections.fault')}
          value={reason}
          options={[
            { value: '', text: t('inspections.pickFault') },
            ...(tables?.faults ?? []).map((fault) => ({ value: fault.code, text: say(fault) })),
          ]}
          onPick={setReason}
        />
      )}
      <WordsField id={`${id}-found`} label={t('inspections.found')} value={found} onWrite={setFound} />
      <Button kind="primary" disabled={verdict === '' || (bad && reason === '')} onClick={enter}>
        {t('inspections.enter')}
      </Button>
    </>
  );
}

interface LinesProps {
  readonly list: ListKey;
  readonly counted: Readonly<Record<string, string>>;
  readonly onCount: (counted: Readonly<Record<string, string>>) => void;
}

/** The lines of the list with what was declared, to be counted; left out where the list cannot be read. */
function Lines({ list: { ebpCode, orderNo }, counted, onCount }: LinesProps) {
  const { t } = useTexts();
  const { data } = useQuery(listQuery(ebpCode, orderNo));
  const items = data?.papers.declaration?.items ?? [];
  if (items.length === 0) return null;
  return (
    <fieldset className="visit-lines">
      <legend>{t('inspections.lines')}</legend>
      {items.map(({ gnum = '', gname, qty = '' }) => {
        const value = counted[gnum] ?? '';
        return (
          <label key={gnum}>
            <span>
              {t('inspections.declared', { gnum, quantity: qty })} <span lang="zh">{gname}</span>
            </span>
            <input
              className="field"
              inputMode="decimal"
              maxLength={20}
              autoComplete="off"
              value={value}
              onChange={({ target }) => onCount({ ...counted, [gnum]: target.value.replace(/[^\d.]/g, '') })}
            />
            {value !== '' && !saysTheSame(value, qty) && (
              <span className="visit-differs">{t('inspections.differs')}</span>
            )}
          </label>
        );
      })}
    </fieldset>
  );
}
