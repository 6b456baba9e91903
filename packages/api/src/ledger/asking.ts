import type { GroundDb } from '@sasaeai/db/ground-at'
import type { Tx } from '@sasaeai/db/in-transaction'

/** Asks PostgreSQL, inside a transaction or outside. Amounts come as `bigint` inside, and as numbers outside (yenFromColumn takes both). */
export type Asking = <Row extends object>(sql: string, values: readonly unknown[]) => Promise<readonly Row[]>

export function askingWithin(tx: Tx): Asking {
  return (sql, values) => tx.$queryRawUnsafe(sql, ...values)
}

/** Outside of a transaction, or in a state of the books that is only read. */
export function askingOf(books: GroundDb['pool']): Asking {
  return async <Row extends object>(sql: string, values: readonly unknown[]) => (await books.query<Row>(sql, [...values])).rows
}
