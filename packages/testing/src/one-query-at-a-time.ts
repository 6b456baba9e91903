import pg from 'pg'

/** What pg keeps to itself of a connection: the question that it is answering. */
interface Connection {
  readonly _activeQuery?: object | null
}

/**
 * Two questions at once on one connection wait in a queue that the next release of pg no longer has. Its own warning
 * comes once for a process, without saying from where; here the second question itself fails.
 */
export function askOneByOne(): void {
  if (isWatched) return
  isWatched = true
  pg.Client.prototype.query = new Proxy(pg.Client.prototype.query, {
    apply(query, connection: Connection, question: unknown[]): unknown {
      if (connection._activeQuery) throw new Error(`asked while the connection is answering: ${JSON.stringify(question[0])}`)
      return Reflect.apply(query, connection, question)
    },
  })
}

let isWatched = false
