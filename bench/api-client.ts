import { type HttpAnswer, type KeepAliveConnection, openKeepAliveConnection } from './keep-alive-connection.ts'
import { type PostLoad, slipOf } from './post-load.ts'
import { signInAsAccountant } from './product-server.ts'

/** The API as a signed-in browser asks it: one keep-alive connection, a session cookie, compressed answers. */
export interface ApiClient {
  query(procedure: string, input: unknown, headers?: Readonly<Record<string, string>>): Promise<HttpAnswer>
  /** Runs a command and gives its answer as it came. @throws Error when it was refused. */
  act(procedure: string, input: unknown): Promise<string>
  /** Posts one contribution, so that figures change. */
  post(load: PostLoad): Promise<void>
  close(): void
}

/** @throws Error for every answer that is neither 200 nor 304. */
export async function openApiClient(url: string): Promise<ApiClient> {
  const common = { cookie: await signInAsAccountant(url), origin: url, 'accept-encoding': 'gzip, deflate, br' }
  const connection: KeepAliveConnection = await openKeepAliveConnection(url)
  let posts = 0
  return {
    async query(procedure, input, headers = {}) {
      const search = input === undefined ? '' : `?input=${encodeURIComponent(JSON.stringify(input))}`
      const answer = await connection.ask({ method: 'GET', path: `/trpc/${procedure}${search}`, headers: { ...common, ...headers } })
      if (answer.status !== 200 && answer.status !== 304) throw new Error(`${procedure}: ${answer.status} ${answer.body.toString()}`)
      return answer
    },
    async act(procedure, input) {
      // A connection of its own: between two commands more time may pass than a server keeps an idle one open.
      const own = await openKeepAliveConnection(url)
      const headers = { ...common, 'accept-encoding': 'identity' }
      const { status, body } = await own.ask({ method: 'POST', path: `/trpc/${procedure}`, headers, body: JSON.stringify(input) })
      own.close()
      const answer = body.toString()
      if (status !== 200 || !answer.includes('"ok":true')) throw new Error(`${procedure}: ${status} ${answer}`)
      return answer
    },
    async post(load) {
      posts += 1
      const body = JSON.stringify(slipOf(load, posts))
      const { status } = await connection.ask({ method: 'POST', path: '/trpc/ledger.postContribution', headers: common, body })
      if (status !== 200) throw new Error(`not booked: ${status}`)
    },
    close: () => connection.close(),
  }
}
