import type { Tx } from '@sasaeai/db/in-transaction'

/** The tables that take a million rows; what stands beside them is small. */
const largeTables = ['intake_batch', 'intake_line', 'journal_entry', 'posting', 'audit_event']

/** Guards count by these while rows come in: a batch's lines, an entry's postings. */
const neededByGuards = ['intake_line_batch_id_line_number_key']

/** For sorting what an index will hold; the server's own setting is for a small machine that also serves the product. */
const sortingMemory = '192MB'

interface SetAside {
  readonly foreignKeys: readonly { table: string; name: string; definition: string }[]
  readonly indexes: readonly { name: string; definition: string }[]
}

/**
 * Takes the indexes and foreign keys off the large, still empty tables, and answers with how to put them back as they
 * were: then PostgreSQL builds each index by one sorting and looks at each foreign key over all rows at once, instead of
 * both for every single row. Nothing is let through: a row that refers to nothing, or stands there twice, is refused
 * when they are put back, and the triggers have worked all along.
 */
export async function setIndexesAside(tx: Tx): Promise<() => Promise<void>> {
  const aside = await findThem(tx)
  for (const { table, name } of aside.foreignKeys) await tx.$executeRawUnsafe(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`)
  for (const { name } of aside.indexes) await tx.$executeRawUnsafe(`DROP INDEX ${name}`)
  return () => putBack(tx, aside)
}

/** Their names and definitions as PostgreSQL itself writes them, quoted where need be. */
async function findThem(tx: Tx): Promise<SetAside> {
  const foreignKeys = await tx.$queryRaw<SetAside['foreignKeys']>`
    SELECT conrelid::regclass::text AS table, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
      FROM pg_constraint WHERE contype = 'f' AND conrelid = ANY (${largeTables}::regclass[]) ORDER BY conrelid, conname`
  const indexes = await tx.$queryRaw<SetAside['indexes']>`
    SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
      FROM pg_index WHERE indrelid = ANY (${largeTables}::regclass[]) AND NOT indisprimary
        AND indexrelid <> ALL (${neededByGuards}::regclass[]) ORDER BY indrelid, indexrelid`
  return { foreignKeys, indexes }
}

async function putBack(tx: Tx, { foreignKeys, indexes }: SetAside): Promise<void> {
  // Checks that wait for the end of the transaction come now: a table with a check to come cannot be altered.
  await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`
  await tx.$executeRaw`SELECT set_config('maintenance_work_mem', ${sortingMemory}, true)`
  for (const { definition } of indexes) await tx.$executeRawUnsafe(definition)
  for (const { table, name, definition } of foreignKeys)
    await tx.$executeRawUnsafe(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`)
}
