import type { FastifyInstance, FastifyRequest } from 'fastify';

/** A route as it is served: methods and address as given, and what it declares of itself. */
export interface DeclaredRoute {
  readonly method: string;
  readonly url: string;
  readonly config: object;
}

/** Decides which routes are served and who is let in; the framework knows nothing of what they are about. */
export interface RouteGuard {
  /** Asked of every route before the server takes requests; throws for one that cannot be served as it is declared. */
  readonly declared: (route: DeclaredRoute) => void;
  /** Asked of every request to a route before a byte of its body is read; throws a problem for who may not. */
  readonly admit: (request: FastifyRequest) => Promise<void>;
  /** Who asked, as far as is known, also where they were not let in; for the log. */
  readonly asker?: (request: FastifyRequest) => string | undefined;
  /** One name for whoever was let in, the same at every request; undefined for who is not known. */
  readonly known: (request: FastifyRequest) => string | undefined;
}

const routesName = 'declaredRoutes';

/** Sets a guard before every route of an application that has none yet. */
export function guardRoutes(app: FastifyInstance, guard: RouteGuard): void {
  const routes: { method: string; url: string; options: { config?: object } }[] = [];
  app.addHook('onRoute', (options) => {
    for (const method of [options.method].flat()) routes.push({ method, url: options.url, options });
  });
  const declared = (): DeclaredRoute[] =>
    routes.map(({ method, url, options }) => ({ method, url, config: options.config ?? {} }));
  app.decorate(routesName, declared);
  // Not when it is added: routes of plugins get their declaration after that.
  app.addHook('onReady', async () => declared().forEach(guard.declared));
  app.addHook('onRequest', async (request) => {
    if (!request.is404) await guard.admit(request);
  });
}

/** Every route of an application, those of plugins and those for HEAD among them. */
export function routesOf(app: FastifyInstance): readonly DeclaredRoute[] {
  return app.getDecorator<() => DeclaredRoute[]>(routesName)();
}

/** Routes that all declare the same, those of plugins among them, which cannot declare anything themselves. */
export async function declaredScope(
  app: FastifyInstance,
  config: object,
  routes: (scope: FastifyInstance) => void | Promise<void>,
): Promise<void> {
  await app.register(async (scope) => {
    scope.addHook('onRoute', (options) => {
      options.config = { ...options.config, ...config };
    });
    await routes(scope);
  });
}
