import { useTexts } from '../i18n/index.ts';
import { Choice } from '../ui/Choice.tsx';
import { Amount, Picked, YesOrNo } from './pieces.tsx';
import { type Asked, amounts, buyers, directions, flags, stockPlaces } from './question.ts';

interface QuestionFormProps {
  readonly asked: Asked;
  readonly onChange: (change: { [Key in keyof Asked]?: Asked[Key] | undefined }) => void;
}

/** The question, in the order somebody would tell it: what goes from where to whom, then what else matters. */
export function QuestionForm({ asked, onChange }: QuestionFormProps) {
  const { t } = useTexts();
  const direction = asked.direction ?? 'export';
  return (
    <form className="panel adviser-question" onSubmit={(event) => event.preventDefault()}>
      <Choice
        label={t('adviser.direction')}
        value={direction}
        options={directions.map((value) => ({ value, label: t(`adviser.directions.${value}`) }))}
        onChange={(value) => onChange({ direction: value, stock: undefined })}
      />
      <Picked
        id="adviser-buyer"
        label={t('adviser.buyer')}
        value={asked.buyer}
        options={buyers.map((value) => [value, t(`adviser.buyers.${value}`)])}
        onChange={(value) => onChange({ buyer: value })}
      />
      <Picked
        id="adviser-stock"
        label={t('adviser.stock')}
        value={asked.stock}
        options={stockPlaces[direction].map((value) => [value, t(`adviser.stocks.${value}`)])}
        onChange={(value) => onChange({ stock: value })}
      />
      <Amount
        id="adviser-value"
        label={t('adviser.value')}
        required
        value={asked.value}
        onChange={(value) => onChange({ value })}
      />
      <Amount
        id="adviser-pieces"
        label={t('adviser.pieces')}
        value={asked.pieces}
        onChange={(pieces) => onChange({ pieces })}
      />
      <Amount
        id="adviser-hs"
        label={t('adviser.hs')}
        whole
        value={asked.hs}
        onChange={(hs) => onChange({ hs })}
      />
      {amounts[direction].map((amount) => (
        <Amount
          key={amount}
          id={`adviser-${amount}`}
          label={t(`adviser.amounts.${amount}`)}
          value={asked[amount]}
          onChange={(value) => onChange({ [amount]: value })}
        />
      ))}
      {flags[direction].map((flag) => (
        <YesOrNo
          key={flag}
          label={t(`adviser.flags.${flag}`)}
          value={asked[flag]}
          onChange={(value) => onChange({ [flag]: value })}
        />
      ))}
    </form>
  );
}
