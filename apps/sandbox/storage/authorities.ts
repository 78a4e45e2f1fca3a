import type { Client } from '#postgres';

/** The sandbox's own issuer of certificates for one kind of key; both PEM. */
export interface Authority {
  readonly certificate: string;
  readonly privateKey: string;
}

/** Number of the lock under which an authority is made: only one process makes it. Any number nobody else uses. */
const LOCK = 20_220_517;

/** The authority of this name, made when first asked for; the same for every process on the database. */
export async function authorityOf(
  client: Client,
  name: string,
  at: Date,
  make: () => Promise<Authority>,
): Promise<Authority> {
  const find = async (): Promise<Authority | undefined> => {
    const rows = await client.query<Authority>(
      'select certificate, private_key as "privateKey" from sandbox.authority where name = $1',
      [name],
    );
    return rows[0];
  };
  const known = await find();
  if (known) return known;
  await client.query('select pg_advisory_xact_lock($1)', [LOCK]);
  const made = await find();
  if (made) return made;
  const authority = await make();
  await client.run(
    'insert into sandbox.authority (name, certificate, private_key, made_at) values ($1, $2, $3, $4)',
    [name, authority.certificate, authority.privateKey, at],
  );
  return authority;
}
