import { spawn } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { Check } from './checks.ts'
import { outcomeFileVariable } from './report-outcome.ts'
import { afterSecondRun, countOutcome, failedFiles, type SecondRun, type TestOutcome, testOutcomeSchema } from './test-outcome.ts'

export interface CheckResult {
  readonly name: string
  readonly passed: number
  readonly failed: number
  readonly millis: number
  /** What the program said, for the reader of a failure. */
  readonly output: string
  readonly secondRuns: readonly SecondRun[]
}

/** Patient ones get the time that nobody else asks for. */
interface Manner {
  readonly isPatient: boolean
}

const repository = path.join(import.meta.dirname, '..', '..', '..', '..')

const quietly = { TURBO_TELEMETRY_DISABLED: '1', DO_NOT_TRACK: '1', CHECKPOINT_DISABLE: '1', FORCE_COLOR: '0' }
/** tsc and the linter of types are Go programs that end before their memory is worth tidying: half their time went there. */
const untidily = { GOGC: '400' }

/** Runs one check to its end and counts what passed. A program that cannot be started counts as one failure. */
export async function runCheck(check: Check, manner: Manner): Promise<CheckResult> {
  const started = performance.now()
  const result = check.isVitest === true ? await runTests(check, manner) : await runProgram(check, manner)
  return { name: check.name, millis: performance.now() - started, ...result }
}

type Result = Omit<CheckResult, 'name' | 'millis'>

async function runProgram({ command }: Check, manner: Manner): Promise<Result> {
  const { code, output } = await run(command, manner)
  return { passed: code === 0 ? 1 : 0, failed: code === 0 ? 0 : 1, output, secondRuns: [] }
}

async function runTests({ command, isTriedTwice }: Check, manner: Manner): Promise<Result> {
  const first = await runVitest(command, manner)
  const again = isTriedTwice === true ? failedFiles(first.outcome) : []
  if (again.length === 0) return { ...countOutcome(first.outcome), output: first.output, secondRuns: [] }
  const second = await runVitest([...command, '--maxWorkers', '1', ...again.map(({ file }) => file)], manner)
  return {
    ...countOutcome(afterSecondRun(first.outcome, second.outcome)),
    output: `${first.output}\nOnce more, what failed:\n${second.output}`,
    secondRuns: again,
  }
}

async function runVitest(command: Check['command'], manner: Manner): Promise<{ outcome: TestOutcome; output: string }> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'sasaeai-check-'))
  const outcomeFile = path.join(folder, 'outcome.json')
  const reporters = ['--reporter', 'default', '--reporter', path.join(import.meta.dirname, 'report-outcome.ts')]
  const { code, output } = await run([...command, ...reporters], { ...manner, env: { [outcomeFileVariable]: outcomeFile } })
  const outcome = await readOutcome(outcomeFile)
  await rm(folder, { recursive: true, force: true })
  const isUnexplained = code !== 0 && countOutcome(outcome).failed === 0
  return { outcome: isUnexplained ? { ...outcome, strayErrors: [`vitest ended with ${code}.`] } : outcome, output }
}

async function readOutcome(file: string): Promise<TestOutcome> {
  try {
    return testOutcomeSchema.parse(JSON.parse(await readFile(file, 'utf8')))
  } catch {
    return { files: [], strayErrors: ['The run told no outcome.'] }
  }
}

function run(
  [program, ...args]: Check['command'],
  { isPatient, env = {} }: Manner & { readonly env?: Readonly<Record<string, string>> },
): Promise<{ code: number; output: string }> {
  const chunks: Buffer[] = []
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: repository,
      env: { ...untidily, ...process.env, ...quietly, ...env },
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
