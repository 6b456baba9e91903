/**
 * `npm test`: every check there is. `npm run validate` leaves out the browsers and the fresh start.
 * Prints, last, one line `N passed, N failed`, and exits 1 when anything failed.
 */
import { type Check, patientChecks, promptChecks } from './run/checks.ts'
import { type CheckResult, runCheck } from './run/run-check.ts'

const isHurried = process.argv.includes('--hurried')
const started = performance.now()

const results: CheckResult[] = []
await Promise.all([perform(promptChecks, { lanes: 1 }), perform(patientChecks, { lanes: 2, isPatient: true })])

const passed = results.reduce((sum, result) => sum + result.passed, 0)
const failed = results.reduce((sum, result) => sum + result.failed, 0)
console.log(`\n${Math.round((performance.now() - started) / 1000)} s`)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1

/** Begins the checks in their order, so many at a time. */
async function perform(checks: readonly Check[], { lanes, isPatient = false }: { lanes: number; isPatient?: boolean }): Promise<void> {
  const waiting = checks.filter(({ isSlow }) => !(isHurried && isSlow === true))
  const walk = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) results.push(await report(runCheck(check, { isPatient })))
  }
  await Promise.all(Array.from({ length: lanes }, walk))
}

async function report(running: Promise<CheckResult>): Promise<CheckResult> {
  const result = await running
  const seconds = (result.millis / 1000).toFixed(1).padStart(6)
  console.log(`${result.failed === 0 ? '✓' : '✗'} ${seconds} s  ${result.name} (${result.passed} passed, ${result.failed} failed)`)
  for (const { file, trouble } of result.secondRuns) console.log(`  run again, because it had failed: ${file}\n    ${trouble.split('\n').slice(0, 3).join('\n    ')}`)
  if (result.failed > 0) console.log(result.output)
  return result
}
