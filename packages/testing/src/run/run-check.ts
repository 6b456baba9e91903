import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import type { Check } from './checks.ts'

export interface CheckResult {
  readonly name: string
  readonly passed: number
  readonly failed: number
  readonly millis: number
  /** What the program said, for the reader of a failure. */
  readonly output: string
}

const repository = path.join(import.meta.dirname, '..', '..', '..', '..')

const quietly = { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', CHECKPOINT_DISABLE: '1', FORCE_COLOR: '0' }
/** tsc and the linter of types are Go programs that end before their memory is worth tidying: half their time went there. */
const untidily = { GOGC: '400' }

/**
 * Runs one check to its end and counts what passed. A program that cannot be started counts as one failure. A patient one
 * gets the time that nobody else asks for.
 */
export async function runCheck(check: Check, { isPatient }: { isPatient: boolean }): Promise<CheckResult> {
  const started = performance.now()
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sasaeai-check-'))
  const countFile = path.join(folder, 'counts.json')
  const extra = check.isVitest === true ? ['--reporter=default', '--reporter=json', `--outputFile.json=${countFile}`] : []
  const { code, output } = await run([...check.command, ...extra], { isPatient })
  const counts = check.isVitest === true ? await readCounts(countFile) : null
  await rm(folder, { recursive: true, force: true })
  const passed = counts?.numPassedTests ?? (code === 0 ? 1 : 0)
  // A run that broke outside its tests (a set-up that threw, an unhandled error) has failed all the same.
  const failed = Math.max(counts?.numFailedTests ?? 0, code === 0 ? 0 : 1)
  return { name: check.name, passed, failed, millis: performance.now() - started, output }
}

const countsSchema = z.object({ numPassedTests: z.int(), numFailedTests: z.int() })

async function readCounts(file: string): Promise<z.infer<typeof countsSchema> | null> {
  try {
    return countsSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return { numPassedTests: 0, numFailedTests: 1 }
  }
}

function run([program, ...args]: readonly string[], { isPatient }: { isPatient: boolean }): Promise<{ code: number; output: string }> {
  const chunks: Buffer[] = []
  return new Promise((resolve) => {
    const child = spawn(program ?? '', args, {
      cwd: repository,
      env: { ...untidily, ...process.env, ...quietly },
      stdio: ['ignore', 'pipe', 'pipe'],
      // npm's programs are command files on Windows, which only its shell can start.
      shell: process.platform === 'win32',
    })
    // Whatever it starts inherits this.
    if (isPatient && child.pid !== undefined) os.setPriority(child.pid, os.constants.priority.PRIORITY_BELOW_NORMAL)
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('close', (code) => resolve({ code: code ?? 1, output: Buffer.concat(chunks).toString() }))
  })
}
