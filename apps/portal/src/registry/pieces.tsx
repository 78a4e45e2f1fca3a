import { useNavigate } from '@tanstack/react-router';
import { type ReactNode, useEffect, useState } from 'react';
import { useTexts } from '../i18n/index.ts';
import { Button } from '../ui/Button.tsx';
import { Confirm } from '../ui/Confirm.tsx';
import { Field } from '../ui/form/Field.tsx';
import { Icon, type IconName } from '../ui/Icon.tsx';
import { Said } from '../ui/Said.tsx';
import type { Edition, FieldChange, Filing, Finding, GoodsState, RegisterState } from './queries.ts';
import './registry.css';

type State = RegisterState | GoodsState | Filing['state'] | Edition['state'];

const icons: Readonly<Record<State, IconName>> = {
  ...{ active: 'released', approved: 'released', suspended: 'held', closed: 'refused', draft: 'copy' },
  ...{
    applied: 'waiting',
    filed: 'waiting',
    proposed: 'waiting',
    checked: 'forwarded',
    returned: 'withdrawn',
    withdrawn: 'close',
  },
};

/** Where an enterprise, a filing or goods stand: by colour, sign and word. */
export function RegistryState({ state }: { readonly state: State }) {
  const { t } = useTexts();
  return (
    <span className={`state registry-${state}`}>
      <Icon name={icons[state]} />
      {t(`registry.state.${state}`)}
    </span>
  );
}

/** A value that has rested for a while: typing does not ask the server at every letter. */
export function useRested<Value>(value: Value, restMs = 400): Value {
  const [rested, setRested] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), restMs);
    return () => clearTimeout(timer);
  }, [value, restMs]);
  return rested;
}

interface SearchFieldProps {
  readonly label: string;
  readonly value: string;
  readonly to: '/registry/enterprises' | '/registry/goods' | '/registry/code-lists';
}

/** A search that lives in the address. */
export function SearchField({ label, value, to }: SearchFieldProps) {
  const navigate = useNavigate();
  const [typed, setTyped] = useState(value);
  const rested = useRested(typed, 250);
  useEffect(() => {
    if (rested === value) return;
    void navigate({
      to,
      search: (before: object) => ({ ...before, cursor: undefined, search: rested || undefined }) as object,
      replace: true,
    });
  }, [rested, value, navigate, to]);
  return (
    <input
      type="search"
      className="field"
      aria-label={label}
      placeholder={label}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
    />
  );
}

/** Findings with what to do, where no field shows them. */
export function FindingsList({
  title,
  findings,
}: {
  readonly title: string;
  readonly findings: readonly Finding[];
}) {
  if (findings.length === 0) return null;
  return (
    <section className="panel registry-findings">
      <h2>{title}</h2>
      <ul>
        {findings.map(({ code, path, message, remedy }) => (
          <li key={`${code} ${path}`}>
            <Icon name="warning" />
            <span>
              <Said text={message} /> <Said text={remedy} /> <small className="code">{code}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What changed, field by field, from and to side by side. */
export function Changes({ changes }: { readonly changes: readonly FieldChange[] }) {
  const { t } = useTexts();
  if (changes.length === 0) return <p className="quiet">{t('registry.noChanges')}</p>;
  return (
    <div className="table-scroll">
      <table className="table registry-changes">
        <caption className="sr-only">{t('registry.changes')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('registry.fieldName')}</th>
            <th scope="col">{t('registry.before')}</th>
            <th scope="col">{t('registry.after')}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ path, before, after }) => (
            <tr key={path}>
              <th scope="row">
                <FieldName path={path} />
              </th>
              <td>{before === undefined ? '—' : <del>{before}</del>}</td>
              <td>{after === undefined ? '—' : <ins>{after}</ins>}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const fields = [
  ...([
    'customsCode',
    'uscc',
    'name',
    'nameEn',
    'roles',
    'customsOffice',
    'dxpId',
    'validFrom',
    'validTo',
  ] as const),
  ...([
    'licences',
    'certificates',
    'domains',
    'contacts',
    'legalPerson',
    'state',
    'ebcCode',
    'itemNo',
    'itemName',
  ] as const),
  ...([
    'gcode',
    'gname',
    'gmodel',
    'barCode',
    'brand',
    'brandRight',
    'country',
    'unit',
    'unit1',
    'unit2',
  ] as const),
  ...(['unit1Quantity', 'unit2Quantity', 'price', 'emsNo', 'itemRecordNo'] as const),
] as const;

/** A path of a file in words, with what of it is meant. */
function FieldName({ path }: { readonly path: string }) {
  const { t } = useTexts();
  const root = /^\w+/.exec(path)?.[0] ?? path;
  const known = fields.find((name) => name === root);
  return (
    <>
      {known ? t(`registry.field.${known}`) : root}
      {path !== root && <small className="code"> {path.slice(root.length)}</small>}
    </>
  );
}

interface ReasonsButtonProps {
  readonly label: string;
  readonly danger?: boolean;
  readonly onGive: (reasons: string) => Promise<unknown>;
  readonly children?: ReactNode;
}

/** A deed that takes reasons. */
export function ReasonsButton({ label, danger = false, onGive, children }: ReasonsButtonProps) {
  const { t } = useTexts();
  const [reasons, setReasons] = useState<string>();
  return (
    <>
      <Button kind={danger ? 'danger' : 'plain'} onClick={() => setReasons('')}>
        {label}
      </Button>
      {reasons !== undefined && (
        <Confirm
          title={label}
          deed={label}
          danger={danger}
          onConfirm={async () => {
            if (reasons.trim().length < 2) return;
            await onGive(reasons);
            setReasons(undefined);
          }}
          onClose={() => setReasons(undefined)}
        >
          {children}
          <Field id="registry-reasons" label={t('registry.reasons')} required>
            {(control) => (
              <textarea
                {...control}
                className="field"
                value={reasons}
                onChange={(event) => setReasons(event.target.value)}
              />
            )}
          </Field>
        </Confirm>
      )}
    </>
  );
}

/** Leads to the next page of a list. */
export function NextPage({ onNext }: { readonly onNext: (() => void) | undefined }) {
  const { t } = useTexts();
  if (!onNext) return null;
  return (
    <p className="registry-next">
      <Button onClick={onNext}>{t('registry.next')}</Button>
    </p>
  );
}
