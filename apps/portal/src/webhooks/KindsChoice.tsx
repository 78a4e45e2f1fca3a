import { useTexts } from '../i18n/index.ts';
import type { FieldFinding } from '../ui/form/Field.tsx';
import { Said } from '../ui/Said.tsx';
import type { KindGroup } from './queries.ts';

interface KindsChoiceProps {
  readonly offered: readonly KindGroup[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly findings: readonly FieldFinding[];
}

/** Which kinds of events: all of a group, or some of it, by the server's word on what there is. */
export function KindsChoice({ offered, chosen, onChange, findings }: KindsChoiceProps) {
  const { t } = useTexts();
  return (
    <fieldset className="webhooks-kinds">
      <legend>{t('webhooks.events')}</legend>
      {offered.map((group) => (
        <Group key={group.group} group={group} chosen={chosen} onChange={onChange} />
      ))}
      {findings.map(({ code, message }) => (
        <p key={code} className="webhooks-wrong">
          <Said text={message} />
        </p>
      ))}
    </fieldset>
  );
}

interface GroupProps extends Pick<KindsChoiceProps, 'chosen' | 'onChange'> {
  readonly group: KindGroup;
}

function Group({ group: { group, members, text }, chosen, onChange }: GroupProps) {
  const { t } = useTexts();
  const all = `${group}.*`;
  const others = chosen.filter((kind) => !kind.startsWith(`${group}.`));
  const own = chosen.filter((kind) => kind.startsWith(`${group}.`) && kind !== all);
  const whole = chosen.includes(all);
  return (
    <div>
      <label>
        <input
          type="checkbox"
          checked={whole}
          onChange={(event) => onChange(event.target.checked ? [...others, all] : others)}
        />
        <Said text={text} />
      </label>
      {!whole && members && members.length > 1 && (
        <div className="webhooks-members">
          {members.map((member) => {
            const kind = `${group}.${member}`;
            return (
              <label key={kind}>
                <input
                  type="checkbox"
                  checked={own.includes(kind)}
                  onChange={(event) =>
                    onChange(event.target.checked ? [...chosen, kind] : chosen.filter((one) => one !== kind))
                  }
                />
                <span className="code">{kind}</span>
              </label>
            );
          })}
        </div>
      )}
      {!whole && !members && (
        <label className="webhooks-types">
          <span>{t('webhooks.onlyTypes')}</span>
          <input
            className="field code"
            defaultValue={own.map((kind) => kind.slice(group.length + 1)).join(' ')}
            placeholder="CEB312 CEB622"
            onChange={(event) => onChange([...others, ...typesIn(event.target.value, group)])}
          />
        </label>
      )}
    </div>
  );
}

/** "ceb622, CEB312" → receipt.CEB622, receipt.CEB312; what is no type the server finds. */
const typesIn = (text: string, group: string): string[] => [
  ...new Set(text.split(/[\s,，、;；]+/).flatMap((type) => (type ? [`${group}.${type.toUpperCase()}`] : []))),
];
