import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { createServer } from 'node:net'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { createTestDatabase, type TestDatabase } from '@sasaeai/testing/test-database'
import { afterAll, beforeAll, expect, test } from 'vitest'

const start = path.join(import.meta.dirname, '..', 'start.mjs')
let database: TestDatabase

beforeAll(async () => {
  database = await createTestDatabase('empty')
})
afterAll(() => database.drop())

function launch(variables: Record<string, string>) {
  return spawn(process.execPath, [start], {
    env: { PATH: process.env['PATH'] ?? '', SEED: 'none', PORT: '0', LOG_LEVEL: 'info', ...variables },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
}

/** Waits for a server that cannot start, and returns what it said. */
async function failure(variables: Record<string, string>): Promise<{ code: number; said: string[] }> {
  const server = launch(variables)
  const [said, [code]] = await Promise.all([text(server.stderr), once(server, 'exit')])
  return { code: Number(code), said: said.trim().split('\n') }
}

/** What was said: one line in each language, and no stack trace. */
function inWords(japanese: RegExp, english: RegExp) {
  return [
    expect.stringMatching(new RegExp(`^起動できません：.*${japanese.source}`)),
    expect.stringMatching(new RegExp(`^Cannot start: .*${english.source}`)),
  ]
}

test('a taken port is named, with what to do', async () => {
  const squatter = createServer().listen(0, '127.0.0.1')
  await once(squatter, 'listening')
  const address = squatter.address()
  const port = typeof address === 'object' ? String(address?.port) : ''
  const { code, said } = await failure({ PORT: port, DATABASE_URL: database.ownerUrl })
  squatter.close()
  expect(code).toBe(1)
  expect(said).toEqual(inWords(new RegExp(`ポート ${port} は`), new RegExp(`Port ${port} is taken`)))
})

test('an address that is no database is refused without repeating it', async () => {
  const { code, said } = await failure({ DATABASE_URL: 'mysql://me:topsecret@db/x' })
  expect(code).toBe(1)
  expect(said).toEqual(inWords(/DATABASE_URL/, /DATABASE_URL is not an address of PostgreSQL/))
  expect(said.join()).not.toContain('topsecret')
})

test('a database that does not answer is named without its password', async () => {
  const { code, said } = await failure({ DATABASE_URL: 'postgresql://me:topsecret@127.0.0.1:9/x' })
  expect(code).toBe(1)
  expect(said).toEqual(inWords(/データベース（127\.0\.0\.1:9）に接続できません/, /127\.0\.0\.1:9 does not answer/))
  expect(said.join()).not.toContain('topsecret')
})

test('a refused user and a missing database are told apart', async () => {
  const refused = new URL(database.ownerUrl)
  // Nobody of that name: a server that trusts everybody on its own machine asks for no password.
  refused.username = 'no_such_user'
  refused.password = 'wrong'
  expect((await failure({ DATABASE_URL: refused.href })).said).toEqual(inWords(/利用者名とパスワード/, /user or password/))
  const missing = new URL(database.ownerUrl)
  missing.pathname = '/no_such_database'
  expect((await failure({ DATABASE_URL: missing.href })).said).toEqual(inWords(/データベースがありません/, /no database of the name/))
})

test('a data folder that cannot be made is named', async () => {
  const { code, said } = await failure({ DATA_DIR: path.join(import.meta.filename, 'data') })
  expect(code).toBe(1)
  expect(said).toEqual(inWords(/DATA_DIR/, /start-up\.test\.ts/))
})

test('a port that is no number is refused', async () => {
  expect((await failure({ PORT: 'eighty' })).said).toEqual(inWords(/PORT/, /PORT must be a whole number/))
})

test('an empty database leads to the set-up, and SIGTERM lets a running request finish', async () => {
  const server = launch({ DATABASE_URL: database.ownerUrl })
  let said = ''
  server.stdout.setEncoding('utf8').on('data', (part: string) => (said += part))
  while (!/\/admin/.test(said)) await once(server.stdout, 'data')
  const site = /http:\/\/localhost:\d+/.exec(said)?.[0] ?? ''
  expect(said).toContain('はじめての設定')
  expect(await (await fetch(`${site}/readyz`)).json()).toEqual({ status: 'ready' })
  const running = request(`${site}/trpc/setUp.frontDoor`, { headers: { Expect: '100-continue' } })
  const answered = once(running, 'response')
  const hasArrived = once(running, 'continue')
  running.end()
  await hasArrived
  server.kill('SIGTERM')
  const [answer] = await answered
  expect(answer.statusCode).toBe(200)
  answer.resume()
  const [code] = await once(server, 'exit')
  expect(code).toBe(0)
  expect(said).toContain('"msg":"stopped"')
})
