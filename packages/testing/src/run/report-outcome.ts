import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Reporter, SerializedError, TestModule, Vitest } from 'vitest/node'
import type { FileOutcome, TestOutcome } from './test-outcome.ts'

/** Names the file that the outcome of a run is written to. */
export const outcomeFileVariable = 'SASAEAI_TEST_OUTCOME'

/**
 * Vitest's reporter for `npm test`. Its own JSON says nothing of errors outside of tests, which a file has to answer for as
 * well: a promise that nobody waited for, a process that ended.
 */
export default class ReportOutcome implements Reporter {
  private root = ''

  onInit({ config }: Vitest): void {
    this.root = config.root
  }

  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const outcomeFile = process.env[outcomeFileVariable]
    if (outcomeFile === undefined) throw new Error(`${outcomeFileVariable} names no file for the outcome.`)
    const files = modules.map((module) => outcomeOf(module, unhandledErrors, path.relative(this.root, module.moduleId).replaceAll('\\', '/')))
    const ownerless = unhandledErrors.filter((error) => modules.every(({ moduleId }) => moduleId !== fileOf(error)))
    // When a process ends, vitest does not say which of its files it was at: those that were left unfinished answer for it.
    const wereLeft = modules.some(isUnfinished)
    const outcome: TestOutcome = { files, strayErrors: wereLeft ? [] : ownerless.map(({ message }) => message) }
    writeFileSync(outcomeFile, JSON.stringify(outcome))
  }
}

function outcomeOf(module: TestModule, unhandledErrors: readonly SerializedError[], file: string): FileOutcome {
  const tests = [...module.children.allTests()]
  const failedTests = tests.filter((test) => test.result().state === 'failed')
  const errors = [
    ...module.errors(),
    ...[...module.children.allSuites()].flatMap((suite) => suite.errors()),
    ...failedTests.flatMap((test) => (test.result().errors ?? []).map((error) => ({ ...error, message: `${test.fullName}: ${error.message}` }))),
    ...unhandledErrors.filter((error) => fileOf(error) === module.moduleId),
  ]
  const isBad = isUnfinished(module) || module.state() === 'failed' || errors.length > 0
  return {
    file,
    passed: tests.filter((test) => test.result().state === 'passed').length,
    failed: Math.max(failedTests.length, isBad ? 1 : 0),
    trouble: isBad ? (errors[0]?.message ?? 'It did not come to its end.') : null,
  }
}

/** The file whose tests were running, as vitest notes it on an unhandled error. */
function fileOf({ VITEST_TEST_PATH: file }: SerializedError): string | undefined {
  return typeof file === 'string' ? file : undefined
}

function isUnfinished(module: TestModule): boolean {
  return ['queued', 'pending'].includes(module.state())
}
