import type { Db } from '@sasaeai/db/database'

/** A claimed run: nobody else works on it as long as the connection lives. */
export interface RunClaim {
  query: Db['pool']['query']
  /** Gives it back, whatever became of the run. */
  release(): void
}

/**
 * Claims a run by an advisory lock of a connection of its own, or answers null when another server has it. When the
 * claiming process dies, the connection goes with it and the run is free at that moment; where the whole machine falls
 * silent, PostgreSQL notices after about a minute, because it is told to ask.
 */
export async function claimRun({ pool }: Db, runId: string): Promise<RunClaim | null> {
  const connection = await pool.connect()
  // A connection that breaks is noticed by the next statement on it; without a listener Node would end the process.
  connection.on('error', () => {})
  // Thrown away rather than put back: so the lock cannot outlive the claim, nor can its settings.
  const release = () => connection.release(true)
  try {
    const { rows } = await connection.query<{ isOurs: boolean }>(
      `SELECT pg_try_advisory_lock(hashtextextended('document_run:' || $1::text, 0)) AS "isOurs",
         set_config('tcp_keepalives_idle', '30', false), set_config('tcp_keepalives_interval', '10', false), set_config('tcp_keepalives_count', '3', false)`,
      [runId],
    )
    if (rows[0]?.isOurs === true) return { query: connection.query.bind(connection), release }
    release()
    return null
  } catch (error) {
    release()
    throw error
  }
}
