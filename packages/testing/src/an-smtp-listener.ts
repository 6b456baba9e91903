import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** A mail as it came over the line. */
export interface ReceivedMail {
  /** Of the envelope. */
  readonly from: string
  readonly to: readonly string[]
  /** The lines of its head, unfolded, and what stands below. */
  readonly head: readonly string[]
  readonly body: string
}

/** What the listener answers at these two steps; a text that begins with anything but 2 or 3 refuses. */
export interface SmtpAnswers {
  readonly recipient?: (address: string) => string
  readonly mail?: (mail: ReceivedMail) => string | Promise<string>
}

export interface SmtpListener {
  /** As SMTP_URL. */
  readonly url: string
  /** What came so far, whatever was answered. */
  readonly received: readonly ReceivedMail[]
  close(): Promise<void>
}

/** A mail server on this machine that keeps what it gets, in plain SMTP: as much of it as a sender needs. */
export async function anSmtpListener(answers: SmtpAnswers = {}): Promise<SmtpListener> {
  const received: ReceivedMail[] = []
  const lines = new Set<Socket>()
  const server = createServer((socket) => {
    lines.add(socket)
    socket.on('close', () => lines.delete(socket))
    // A sender that dies hangs up rudely.
    socket.on('error', () => socket.destroy())
    void talk(socket, answers, received)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('no port')
  return {
    url: `smtp://127.0.0.1:${address.port}`,
    received,
    async close() {
      for (const line of lines) line.destroy()
      server.close()
      await once(server, 'close')
    },
  }
}

async function talk(socket: Socket, answers: SmtpAnswers, received: ReceivedMail[]): Promise<void> {
  const say = (words: string) => void socket.write(`${words}\r\n`)
  let envelope = { from: '', to: [] as string[] }
  let data: string[] | undefined
  say('220 listener.example ready')
  for await (const line of createInterface({ input: socket, crlfDelay: Infinity })) {
    if (data !== undefined) {
      if (line !== '.') {
        data.push(line.startsWith('.') ? line.slice(1) : line)
        continue
      }
      const mail = { ...envelope, ...partedOf(data) }
      received.push(mail)
      data = undefined
      envelope = { from: '', to: [] }
      say(await (answers.mail?.(mail) ?? '250 kept'))
      continue
    }
    const [, address = ''] = /<([^>]*)>/.exec(line) ?? []
    const verb = line.slice(0, 4).toUpperCase()
    if (verb === 'MAIL') envelope = { from: address, to: [] }
    if (verb === 'DATA') data = []
    if (verb !== 'RCPT') say(verb === 'DATA' ? '354 go on' : verb === 'QUIT' ? '221 bye' : '250 fine')
    else {
      const answer = answers.recipient?.(address) ?? '250 known'
      if (answer.startsWith('2')) envelope.to.push(address)
      say(answer)
    }
    if (verb === 'QUIT') socket.end()
  }
}

function partedOf(lines: readonly string[]): Pick<ReceivedMail, 'head' | 'body'> {
  const end = lines.indexOf('')
  const unfolded = lines.slice(0, end).join('\r\n').replaceAll(/\r\n[ \t]+/g, ' ').split('\r\n')
  return { head: unfolded, body: lines.slice(end + 1).join('\r\n') }
}

/** The value of a header, with its encoded words (=?UTF-8?…?=) read; undefined when it is not there. @throws Error when it is there twice. */
export function headerOf({ head }: Pick<ReceivedMail, 'head'>, name: string): string | undefined {
  const found = head.filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
  if (found.length > 1) throw new Error(`${name} stands ${found.length} times in the head`)
  return found[0]?.slice(name.length + 1).trim().replaceAll(/\?=\s+=\?/g, '?==?').replaceAll(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_whole, how: string, text: string) => (
    how.toUpperCase() === 'B' ? Buffer.from(text, 'base64').toString('latin1') : Buffer.from(quotedBytes(text.replaceAll('_', ' '))).toString('latin1')
  )).replace(/[\s\S]*/, (bytes) => Buffer.from(bytes, 'latin1').toString('utf8'))
}

/** The parts of a mail, or its one text, decoded. */
export function partsOf(mail: ReceivedMail): readonly { readonly type: string; readonly bytes: Buffer }[] {
  const boundary = /boundary="?([^";]+)"?/.exec(headerOf(mail, 'Content-Type') ?? '')?.[1]
  const pieces = boundary === undefined ? [mail] : mail.body.split(`--${boundary}`).slice(1, -1).map((piece) => partedOf(piece.replace(/^\r\n/, '').replace(/\r\n$/, '').split('\r\n')))
  return pieces.map((piece) => {
    const encoding = headerOf(piece, 'Content-Transfer-Encoding')
    const bytes = encoding === 'base64' ? Buffer.from(piece.body, 'base64') : Buffer.from(encoding === 'quoted-printable' ? quotedBytes(piece.body) : [...Buffer.from(piece.body)])
    return { type: headerOf(piece, 'Content-Type')?.split(';', 1)[0] ?? '', bytes }
  })
}

function quotedBytes(text: string): number[] {
  return [...text.replaceAll(/=\r\n/g, '').matchAll(/=([0-9A-F]{2})|[\s\S]/gi)].flatMap(([whole, hex]) => (hex === undefined ? [...Buffer.from(whole)] : [Number.parseInt(hex, 16)]))
}
