import { CodeName } from '../registry/CodeName.tsx';

interface KeyNameProps {
  readonly of: {
    readonly tradeMode: string;
    readonly trafMode: string;
    readonly country: string;
    readonly portCode: string;
  };
}

/** What the lists of a summary have in common: supervision mode, transport, country and port. */
export function KeyName({ of: { tradeMode, trafMode, country, portCode } }: KeyNameProps) {
  return (
    <>
      <CodeName list="supervision_mode" code={tradeMode} /> · <CodeName list="transport" code={trafMode} /> ·{' '}
      <CodeName list="country" code={country} /> · <span className="code">{portCode}</span>
    </>
  );
}
