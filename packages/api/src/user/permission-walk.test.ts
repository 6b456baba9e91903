import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { id } from '@sasaeai/domain/ids'
import { roles } from '@sasaeai/domain/user/role'
import { everyProcedure } from '@sasaeai/testing/every-procedure'
import { type AnyTRPCProcedure, TRPCError } from '@trpc/server'
import { expect, test } from 'vitest'
import type { Deps } from '../deps.ts'
import type { ApiContext } from '../procedure-for.ts'

const table = path.join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'permissions.md')
/** The order of the table's columns. */
const callers = [...roles, 'nobody'] as const
type Caller = (typeof callers)[number]

interface Row {
  readonly permission: string
  /** One mark per caller. */
  readonly marks: string
}

const procedures = await everyProcedure()

function permissionOf({ _def: { meta } }: AnyTRPCProcedure): string {
  return String(Reflect.get(Object(meta), 'permission'))
}

/** Nothing may be done with it: whoever gets as far as touching it has been let in. */
const untouchable = new Proxy<Deps>(Object.create(null), {
  get() {
    throw new Error('let in')
  },
})

function contextOf(caller: Caller): ApiContext {
  if (caller === 'nobody') return { deps: untouchable, actor: null }
  return { deps: untouchable, actor: { userId: id('01900000-0000-7000-8000-000000000001'), name: '試験', role: caller } }
}

/** What the server decides about a call, by the very middleware that real calls go through. */
async function isLetIn(name: string, procedure: AnyTRPCProcedure, caller: Caller): Promise<boolean> {
  const { _def: { type } } = procedure
  try {
    const request = { path: name, type, getRawInput: async () => undefined, input: undefined, batchIndex: 0, signal: undefined }
    await procedure({ ctx: contextOf(caller), ...request })
    return true
  } catch (error) {
    return !(error instanceof TRPCError && ['UNAUTHORIZED', 'FORBIDDEN'].includes(error.code))
  }
}

async function readTable(): Promise<Map<string, Row>> {
  const rows = new Map<string, Row>()
  for (const line of (await readFile(table, 'utf8')).split('\n')) {
    const cells = line.split('|').map((cell) => cell.trim())
    const procedure = /^`(.+)`$/.exec(cells[1] ?? '')?.[1]
    if (procedure === undefined) continue
    if (rows.has(procedure)) throw new Error(`docs/permissions.md has ${procedure} twice`)
    if (!/\p{Script=Han}|\p{Script=Hiragana}/u.test(cells[2] ?? '')) throw new Error(`docs/permissions.md does not say what ${procedure} does`)
    rows.set(procedure, { permission: cells[3]?.replaceAll('`', '') ?? '', marks: cells.slice(4, 4 + callers.length).join('') })
  }
  return rows
}

test('every procedure lets in exactly those whom docs/permissions.md names', async () => {
  const decided = new Map<string, Row>()
  for (const [name, procedure] of procedures) {
    const marks = await Promise.all(callers.map(async (caller) => ((await isLetIn(name, procedure, caller)) ? '○' : '－')))
    decided.set(name, { permission: permissionOf(procedure), marks: marks.join('') })
  }
  expect(procedures.size).toBeGreaterThan(50)
  expect(Object.fromEntries(decided)).toEqual(Object.fromEntries(await readTable()))
})

test('an auditor reads and checks, and changes nothing', async () => {
  const open = new Set<string>()
  for (const [name, procedure] of procedures) {
    if (await isLetIn(name, procedure, 'auditor')) open.add(permissionOf(procedure))
  }
  expect([...open].filter((permission) => !/\.(read|check|own)$|^public$/.test(permission))).toEqual([])
})

test('nobody is let in but to the public procedures', async () => {
  const open = []
  for (const [name, procedure] of procedures) if (await isLetIn(name, procedure, 'nobody')) open.push(name)
  expect(open.filter((name) => !name.startsWith('giving.'))).toEqual(['setUp.frontDoor', 'setUp.complete'])
})
