import pg from 'pg';

/** The role the running platform uses; migrations run as the owner. */
export const APPLICATION_ROLE = 'chama_app';

/**
 * Gives the application's role what it needs and no more: rows, never tables. A table whose comment begins
 * `append-only:` can only be read and appended to, one that begins `read-only:` only be read.
 * Where the owner may not make roles nothing is granted, and the platform runs with the owner's own role.
 */
export async function grantApplication(client: pg.ClientBase): Promise<boolean> {
  if (!(await applicationRoleExists(client)) && !(await roleMade(client))) return false;
  const { rows: schemas } = await client.query<{ schema: string }>(OWN_SCHEMAS);
  for (const { schema } of schemas) {
    await client.query(`grant usage on schema ${schema} to ${APPLICATION_ROLE}`);
    await client.query(`grant usage on all sequences in schema ${schema} to ${APPLICATION_ROLE}`);
  }
  const { rows: tables } = await client.query<{ name: string; rights: string }>(OWN_TABLES);
  for (const { name, rights } of tables) {
    await client.query(`revoke all on ${name} from ${APPLICATION_ROLE}`);
    await client.query(`grant ${rights} on ${name} to ${APPLICATION_ROLE}`);
  }
  return true;
}

const OWN_SCHEMAS = `
  select quote_ident(nspname) as schema from pg_namespace
  where nspowner = current_user::regrole and nspname not in ('public', 'pg_catalog', 'information_schema')
    and nspname not like 'pg\\_%'
  order by nspname`;

const OWN_TABLES = `
  select format('%I.%I', n.nspname, c.relname) as name,
    case
      when d.description like 'read-only:%' or c.relkind in ('v', 'm') then 'select'
      when d.description like 'append-only:%' then 'select, insert'
      else 'select, insert, update, delete'
    end as rights
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace
  left join pg_description d on d.objoid = c.oid and d.classoid = 'pg_class'::regclass and d.objsubid = 0
  where c.relkind in ('r', 'p', 'v', 'm') and c.relowner = current_user::regrole
    and n.nspname not in ('public', 'pg_catalog', 'information_schema') and n.nspname not like 'pg\\_%'
  order by name`;

export async function applicationRoleExists(client: pg.ClientBase): Promise<boolean> {
  const found = await client.query('select 1 from pg_roles where rolname = $1', [APPLICATION_ROLE]);
  return found.rows.length > 0;
}

async function roleMade(client: pg.ClientBase): Promise<boolean> {
  const allowed = await client.query(
    'select 1 from pg_roles where rolname = current_user and (rolcreaterole or rolsuper)',
  );
  if (allowed.rows.length === 0) return false;
  // Roles belong to the whole cluster, so another database of it may make this one at the same moment.
  await client.query(`do $$ begin create role ${APPLICATION_ROLE} nologin;
    exception when duplicate_object or unique_violation then null; end $$`);
  return true;
}

/** Lets the application's role log in with its password; needs the owner's rights. */
export async function letApplicationIn(owner: pg.ClientConfig, application: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(owner);
  await client.connect();
  try {
    const password = client.escapeLiteral(String(application.password));
    await client.query(`alter role ${APPLICATION_ROLE} login password ${password}`);
  } finally {
    await client.end();
  }
}
