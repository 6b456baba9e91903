import pg from 'pg'

/** No database that the product can work with answers; the message is one sentence for the person at the console. */
export class DatabaseUnavailable extends Error {}

/**
 * One connection as the owner of the tables, for migrations and seed.
 *
 * @throws DatabaseUnavailable when nothing answers, the password is wrong or the database does not exist.
 */
export async function connectAsOwner(ownerUrl: string): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: ownerUrl,
    application_name: 'sasaeai-owner',
    connectionTimeoutMillis: 10_000,
  })
  try {
    await client.connect()
    return client
  } catch (error) {
    throw new DatabaseUnavailable(
      `The database at ${client.host}:${client.port} cannot be used (${reasonOf(error)}): check that PostgreSQL runs ` +
        'there and that DATABASE_URL is right.',
      { cause: error },
    )
  }
}

/** A name with several addresses fails with one error for each of them and no message of its own. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return [...new Set(error.errors.map(reasonOf))].join(', ')
  return error instanceof Error ? error.message : String(error)
}
