export type { Http, HttpSettings } from './app.ts';
export { createHttp } from './app.ts';
export { bodyText, bytesScope } from './bytes-scope.ts';
export {
  CertificateReader,
  type ClientCertificate,
  certificateOfPem,
  type ProxyTrust,
} from './client-certificate.ts';
export { closeHttp, countRequests } from './closing.ts';
export { codesOfAll } from './completing.ts';
export { answer, type BodyExample, problems, rawBody, refusal, xmlBody } from './describe.ts';
export { type DeclaredRoute, declaredScope, type RouteGuard, routesOf } from './guarding.ts';
export { cursorOf, readCursor, readWords } from './pages.ts';
export type { ProblemBody } from './problem.ts';
export { Problem, problemBody } from './problem.ts';
export { networkOf } from './rates/network.ts';
export { counted, type RateClass, type Rates, rateClasses, rateClassOf } from './rates/rates.ts';
export type { Refusal } from './refusals.ts';
export { harmlessTwice, heedsKey, type Repeats, type RepeatTimes } from './repeats/repeats.ts';
export { RepeatStore } from './repeats/store.ts';
export { bilingual, evidence, finding, problem } from './schemas.ts';
export type { Recorded } from './shown.ts';
export { changedMeanwhile, ifMatch, ifMatchHeader, tagged, tagOf } from './tags.ts';
export { openTls, type TlsEnd, type TlsFiles } from './tls.ts';
