import { useTexts } from '../i18n/index.ts';

interface SecretProps {
  readonly password: string;
  readonly whole: boolean;
  /** Which half it is, where it is one. */
  readonly half: 'first' | 'second';
}

/** A password that is shown once, to be passed on. */
export function Secret({ password, whole, half }: SecretProps) {
  const { t } = useTexts();
  return (
    <div role="status">
      <p>{t(whole ? 'accounts.secret.whole' : `accounts.secret.${half}`)}</p>
      <p>
        <code className="accounts-secret">{password}</code>
      </p>
    </div>
  );
}
