import { randomBytes } from 'node:crypto';
import type { Sql } from './sql';

/** A key of this endpoint's own, made when it is first asked for: one for every server over this database. */
export async function endpointSecret(sql: Sql, id: string): Promise<Buffer> {
  const find = () => sql.get<{ secret: string }>('SELECT secret FROM endpoint_key WHERE id = ?', [id]);
  const there = await find();
  if (there) return Buffer.from(there.secret, 'base64');
  await sql.run('INSERT INTO endpoint_key (id, secret) VALUES (?, ?) ON CONFLICT DO NOTHING', [
    id,
    randomBytes(32).toString('base64')
  ]);
  return Buffer.from((await find())!.secret, 'base64');
}
