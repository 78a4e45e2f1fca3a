export type { Http, HttpSettings } from './app.ts';
export { createHttp } from './app.ts';
export { bodyText, bytesScope } from './bytes-scope.ts';
export { closeHttp, countRequests } from './closing.ts';
export { answer, type BodyExample, problems, rawBody, refusal, xmlBody } from './describe.ts';
export { type DeclaredRoute, declaredScope, type RouteGuard, routesOf } from './guarding.ts';
export type { ProblemBody } from './problem.ts';
export { Problem, problemBody } from './problem.ts';
export { bilingual, evidence, finding, problem } from './schemas.ts';
