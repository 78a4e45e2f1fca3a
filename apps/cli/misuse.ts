import { OperatorError } from '#postgres';

/** The command line was not understood: something is missing from it, or it names what there is not. */
export class Misuse extends OperatorError {}

/** `parseArgs` complains in English alone; its name for the option or word stands in quotation marks. */
const COMPLAINTS: Readonly<Record<string, string>> = {
  ERR_PARSE_ARGS_UNKNOWN_OPTION: '没有这个选项',
  ERR_PARSE_ARGS_INVALID_OPTION_VALUE: '选项缺少取值，或不应有取值',
  ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL: '多余的参数',
};

/** What `parseArgs` threw, in both languages; anything else as it is. */
export function misuseIn(fault: unknown): unknown {
  if (!(fault instanceof TypeError && 'code' in fault)) return fault;
  const zh = COMPLAINTS[String(fault.code)];
  if (zh === undefined) return fault;
  const [, named = ''] = /'([^']*)'/.exec(fault.message) ?? [];
  return new Misuse({ zh: `${zh}：${named}`, en: fault.message.trimEnd() }, fault);
}
