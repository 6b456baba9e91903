import { expect, test } from 'vitest'
import { afterSecondRun, countOutcome, failedFiles, type TestOutcome } from './test-outcome.ts'

const first: TestOutcome = {
  files: [
    { file: 'apps/admin/browser/funds.browser.ts', passed: 4, failed: 0, trouble: null },
    { file: 'apps/admin/browser/ledger.browser.ts', passed: 2, failed: 1, trouble: 'closes a month: expected 3 to be 4' },
    { file: 'apps/admin/browser/grants.browser.ts', passed: 0, failed: 1, trouble: 'the council could not be laid' },
  ],
  strayErrors: [],
}

test('every file that did not end well is run again, with its reason', () => {
  expect(failedFiles(first)).toEqual([
    { file: 'apps/admin/browser/ledger.browser.ts', trouble: 'closes a month: expected 3 to be 4' },
    { file: 'apps/admin/browser/grants.browser.ts', trouble: 'the council could not be laid' },
  ])
})

test('the second outcome counts for the files that were run again, the first for all others', () => {
  const second: TestOutcome = {
    files: [
      { file: 'apps/admin/browser/ledger.browser.ts', passed: 3, failed: 0, trouble: null },
      { file: 'apps/admin/browser/grants.browser.ts', passed: 5, failed: 0, trouble: null },
    ],
    strayErrors: [],
  }
  expect(countOutcome(first)).toEqual({ passed: 6, failed: 2 })
  expect(countOutcome(afterSecondRun(first, second))).toEqual({ passed: 12, failed: 0 })
})

test('what is wrong twice stays wrong, and so does a file that the second run did not come to', () => {
  const second: TestOutcome = {
    files: [{ file: 'apps/admin/browser/ledger.browser.ts', passed: 2, failed: 1, trouble: 'closes a month: expected 3 to be 4' }],
    strayErrors: [],
  }
  expect(countOutcome(afterSecondRun(first, second))).toEqual({ passed: 6, failed: 2 })
})

test('an error that belongs to no file is not forgotten over a second run', () => {
  const broken = { ...first, strayErrors: ['the database server could not be stopped'] }
  const second: TestOutcome = { files: first.files.map((outcome) => ({ ...outcome, failed: 0, trouble: null })), strayErrors: [] }
  expect(countOutcome(afterSecondRun(broken, second)).failed).toBe(1)
})
