import type { Db } from '@sasaeai/db/database'

/** A turn that is ours: nobody else sends this mail as long as our connection holds its row. */
export interface MailTurn {
  readonly mailId: string
  /** Ends it: the mail's turn comes again at that time, or never. */
  end(nextAt: Date | null): Promise<void>
  /** Gives it back as it was. */
  drop(): void
}

/**
 * Takes the turn of the mail that is due first and that no server is at; null when there is none. Its row is locked by a
 * transaction that stays open until the mail is noted. When this process dies, PostgreSQL ends the transaction, and the mail
 * is free; where the whole machine falls silent, PostgreSQL notices after about a minute, because it is told to ask.
 */
export async function takeMailTurn({ pool }: Db, now: Date): Promise<MailTurn | null> {
  const connection = await pool.connect()
  // A connection that breaks is noticed by the next statement on it; without a listener Node would end the process.
  const ignore = () => {}
  connection.on('error', ignore)
  const release = (isBroken: boolean) => {
    connection.off('error', ignore)
    connection.release(isBroken)
  }
  try {
    await connection.query('BEGIN')
    await connection.query(
      `SELECT set_config('idle_in_transaction_session_timeout', '0', true), set_config('tcp_keepalives_idle', '30', true),
         set_config('tcp_keepalives_interval', '10', true), set_config('tcp_keepalives_count', '3', true)`,
    )
    const { rows } = await connection.query<{ mailId: string }>(
      `SELECT mail_id AS "mailId" FROM outgoing_mail_turn WHERE due_at <= $1 ORDER BY due_at, mail_id LIMIT 1 FOR UPDATE SKIP LOCKED`,
      [now],
    )
    const [turn] = rows
    if (turn === undefined) {
      await connection.query('ROLLBACK')
      release(false)
      return null
    }
    const { mailId } = turn
    return {
      mailId,
      async end(nextAt) {
        if (nextAt === null) await connection.query('DELETE FROM outgoing_mail_turn WHERE mail_id = $1', [mailId])
        else await connection.query('UPDATE outgoing_mail_turn SET due_at = $2 WHERE mail_id = $1', [mailId, nextAt])
        await connection.query('COMMIT')
        release(false)
      },
      drop: () => release(true),
    }
  } catch (error) {
    release(true)
    throw error
  }
}
