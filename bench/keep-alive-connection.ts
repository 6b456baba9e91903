import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

/** What a server answered, and how much came over the wire for it. */
export interface HttpAnswer {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly body: Buffer
  readonly wireBytes: number
}

interface HttpRequest {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
}

/** One keep-alive connection that is asked one thing at a time, as a browser uses HTTP/1.1. */
export interface KeepAliveConnection {
  ask(request: HttpRequest): Promise<HttpAnswer>
  close(): void
}

/**
 * HTTP over a bare socket. Node's own clients spend more on a request than the server does on its answer, and on a
 * machine of two cores they would take that from the server under measurement.
 */
export async function openKeepAliveConnection(origin: string): Promise<KeepAliveConnection> {
  const { hostname, port, host } = new URL(origin)
  let settle: PromiseWithResolvers<HttpAnswer> | undefined
  let socket = await opened()

  async function opened(): Promise<Socket> {
    const fresh = connect({ host: hostname, port: Number(port), noDelay: true })
    await once(fresh, 'connect')
    let received: Buffer = Buffer.alloc(0)
    fresh.on('data', (chunk: Buffer) => {
      received = received.length === 0 ? chunk : Buffer.concat([received, chunk])
      const answer = completeAnswer(received)
      if (answer === null) return
      received = Buffer.alloc(0)
      settle?.resolve(answer)
    })
    const fail = (error?: Error) => settle?.reject(error ?? new Error('the server closed the connection'))
    fresh.on('error', fail)
    fresh.on('close', () => fail())
    return fresh
  }

  return {
    async ask(request) {
      // A server closes a connection on which nothing was asked for some seconds, as a browser has to expect, too.
      if (socket.readableEnded && !socket.closed) await once(socket, 'close')
      if (socket.closed) socket = await opened()
      settle = Promise.withResolvers()
      send(socket, host, request)
      return settle.promise
    },
    close: () => socket.destroy(),
  }
}

function send(socket: Socket, host: string, { method, path, headers = {}, body }: HttpRequest): void {
  const fields = Object.entries({
    host,
    ...headers,
    ...(body === undefined ? {} : { 'content-type': 'application/json', 'content-length': String(Buffer.byteLength(body)) }),
  })
  const head = fields.map(([name, value]) => `${name}: ${value}\r\n`).join('')
  socket.write(`${method} ${path} HTTP/1.1\r\n${head}\r\n${body ?? ''}`)
}

/** The answer once all of it is there; null before. */
function completeAnswer(received: Buffer): HttpAnswer | null {
  const end = received.indexOf('\r\n\r\n')
  if (end < 0) return null
  const [statusLine = '', ...lines] = received.subarray(0, end).toString('latin1').split('\r\n')
  const headers = new Map(lines.map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()]
  }))
  const status = Number(statusLine.split(' ')[1])
  const rest = received.subarray(end + 4)
  const body = bodyOf(status, headers, rest)
  return body === null ? null : { status, headers, body, wireBytes: received.length }
}

function bodyOf(status: number, headers: ReadonlyMap<string, string>, rest: Buffer): Buffer | null {
  if (status === 304 || status === 204) return Buffer.alloc(0)
  const length = headers.get('content-length')
  if (length !== undefined) return rest.length >= Number(length) ? rest.subarray(0, Number(length)) : null
  return rest.subarray(-5).toString('latin1') === '0\r\n\r\n' ? joinedChunks(rest) : null
}

function joinedChunks(rest: Buffer): Buffer | null {
  const chunks: Buffer[] = []
  for (let at = 0; at < rest.length; ) {
    const lineEnd = rest.indexOf('\r\n', at)
    if (lineEnd < 0) return null
    const size = Number.parseInt(rest.subarray(at, lineEnd).toString('latin1'), 16)
    if (size === 0) return Buffer.concat(chunks)
    chunks.push(rest.subarray(lineEnd + 2, lineEnd + 2 + size))
    at = lineEnd + 2 + size + 2
  }
  return null
}
