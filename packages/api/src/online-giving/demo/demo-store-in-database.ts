import type { Db } from '@sasaeai/db/database'
import type { DemoObject, DemoStore } from '@sasaeai/stripe-gateway/demo/demo-store'

/** Keeps what the demo gateway would keep in a database of its own in ours, so that a demo goes on after a restart. */
export function demoStoreInDatabase({ pool }: Db): DemoStore {
  return {
    async find(accountCode, id) {
      const { rows } = await pool.query<DemoObject>(`${selectSql} WHERE account_code = $1 AND id = $2`, [accountCode, id])
      return rows[0] ?? null
    },
    async list({ accountCode, kinds, since = new Date(0), limit }) {
      const { rows } = await pool.query<DemoObject>(
        `${selectSql} WHERE account_code = $1 AND kind = ANY ($2) AND created_at >= $3 ORDER BY created_at DESC, id COLLATE "C" DESC LIMIT $4`,
        [accountCode, kinds, since, limit ?? null],
      )
      return rows
    },
    async put(objects) {
      await pool.query(
        `INSERT INTO demo_gateway_object (id, account_code, kind, body, created_at)
          SELECT * FROM unnest($1::text[], $2::text[], $3::text[], $4::jsonb[], $5::timestamptz[])
          ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, body = excluded.body`,
        [
          objects.map(({ id }) => id), objects.map(({ accountCode }) => accountCode), objects.map(({ kind }) => kind),
          objects.map(({ body }) => JSON.stringify(body)), objects.map(({ createdAt }) => createdAt),
        ],
      )
    },
  }
}

const selectSql = `SELECT id, account_code AS "accountCode", kind, body, created_at AS "createdAt" FROM demo_gateway_object`
