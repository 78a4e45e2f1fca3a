import type { Finding } from '#kernel';
import { SIGNATURE_NAMESPACE } from '../tables/signature.ts';
import { CEB_NAMESPACE } from '../tables/tables.ts';
import { expected, mayEnd, step } from './content-model.ts';
import { type Declaration, type RootDeclaration, signatureDeclaration } from './declarations.ts';
import type { SignatureFrame } from './frames.ts';
import * as say from './sequence-findings.ts';
import { isOfType } from './simple-types.ts';

/** Names an element as the reader found it. */
interface Named {
  readonly namespace: string;
  readonly name: string;
}

/**
 * Moves an element of the signature on by one child.
 * @returns the child's declaration, `free` where any element may stand, undefined where the child does not fit.
 */
export function childOfSignature(parent: SignatureFrame, child: Named): Declaration | 'free' | undefined {
  const { model } = parent;
  const relation =
    child.namespace === SIGNATURE_NAMESPACE ? 'own' : child.namespace === '' ? 'none' : 'foreign';
  const next = model && step(model, parent.state, child.name, relation);
  if (!model || next === undefined) {
    return undefined;
  }
  parent.state = next;
  const symbol = model.symbols[next] ?? '';
  return symbol.startsWith('#') ? 'free' : signatureDeclaration(symbol);
}

/** Declaration of an element in a free place, if one is known under its name. */
export function declaredAnywhere(child: Named, known: RootDeclaration | undefined): Declaration | undefined {
  if (child.namespace === CEB_NAMESPACE) {
    return known?.globals.get(child.name);
  }
  const declared = child.namespace === SIGNATURE_NAMESPACE ? signatureDeclaration(child.name) : undefined;
  return declared?.element.local ? undefined : declared;
}

export function unexpectedIn(parent: SignatureFrame, path: string, name: string): Finding {
  return say.signatureUnexpected(path, name, parent.model ? expected(parent.model, parent.state) : []);
}

/** Judges an element of the signature at its end. */
export function endOfSignature(frame: SignatureFrame): Finding | undefined {
  const { declaration, model, path } = frame;
  const { simple } = declaration.element;
  if (simple && !isOfType(simple, frame.text)) {
    return say.signatureValue(path, declaration.name, simple);
  }
  if (model && !mayEnd(model, frame.state) && !frame.blamed) {
    return say.signatureIncomplete(path, declaration.name, expected(model, frame.state));
  }
  return undefined;
}
