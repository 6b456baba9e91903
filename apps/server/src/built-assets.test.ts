import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import express from 'express'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { serveAssetFolder } from './built-assets.ts'

const script = 'export const answer = 42\n'
let folder: string
let server: Server
let site: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'sasaeai-assets-'))
  await writeFile(path.join(folder, 'page-1a2b.js'), script)
  await writeFile(path.join(folder, 'page-1a2b.js.br'), brotliCompressSync(script))
  await writeFile(path.join(folder, 'tiny-3c4d.js'), script)
  server = createServer(express().use('/assets', serveAssetFolder(folder))).listen(0, '127.0.0.1')
  await once(server, 'listening')
  site = `http://localhost:${(server.address() as AddressInfo).port}`
})
afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true })
})

test('a browser that reads Brotli gets the file as the build compressed it, named as the script it is', async () => {
  const answer = await fetch(`${site}/assets/page-1a2b.js`, { headers: { 'accept-encoding': 'br' } })
  expect(answer.headers.get('content-encoding')).toBe('br')
  expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect(await answer.text()).toBe(script)
})

test('whoever does not, and a file without a compressed one, is served the file itself', async () => {
  const plain = await fetch(`${site}/assets/page-1a2b.js`, { headers: { 'accept-encoding': 'identity' } })
  const tiny = await fetch(`${site}/assets/tiny-3c4d.js`, { headers: { 'accept-encoding': 'br' } })
  for (const answer of [plain, tiny]) {
    expect(answer.headers.get('content-encoding')).toBeNull()
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(await answer.text()).toBe(script)
  }
})

test('a file of an older build is missing, not answered with the page', async () => {
  const answer = await fetch(`${site}/assets/gone-5e6f.js`)
  expect(answer.status).toBe(404)
  expect(answer.headers.get('content-type')).toContain('text/plain')
})

test.each(['ja', 'en', 'easy'])('all scripts of the giving site, with the words of one language, weigh at most 120 KiB (the heaviest is easy: やさしい日本語): %s', async (language) => {
  const built = path.join(import.meta.dirname, '..', '..', 'giving', 'dist', 'assets')
  const scripts = (await readdir(built)).filter((name) => name.endsWith('.js'))
  const words = scripts.filter((name) => /-words-(?:ja|en|easy)-[^.]+[.]js$/.test(name))
  // Each language has the same books, and nobody is sent those of another one unasked: see the walk of giving in another language.
  const mine = words.filter((name) => name.includes(`-words-${language}-`))
  expect([words.length, mine.length]).toEqual([12, 4])
  const loaded = scripts.filter((name) => !words.includes(name) || mine.includes(name))
  const sizes = await Promise.all(loaded.map(async (name) => gzipSync(await readFile(path.join(built, name)), { level: 9 }).length))
  expect(sizes.reduce((sum, size) => sum + size, 0) / 1_024).toBeLessThanOrEqual(120)
})
