import { z } from 'zod'

const fileOutcomeSchema = z.object({
  /** From the repository's root. */
  file: z.string(),
  passed: z.int(),
  /** At least one when anything around its tests failed: a set-up, an unhandled error, its process. */
  failed: z.int(),
  /** The first thing that went wrong; null when all went well. */
  trouble: z.string().nullable(),
})
export type FileOutcome = z.infer<typeof fileOutcomeSchema>

/** What a run of vitest came to, as report-outcome.ts writes it down. */
export const testOutcomeSchema = z.object({
  files: z.array(fileOutcomeSchema),
  /** Errors that belong to none of the files. */
  strayErrors: z.array(z.string()),
})
export type TestOutcome = z.infer<typeof testOutcomeSchema>

/** A file that failed and went through all of its tests again, and what had gone wrong. */
export interface SecondRun {
  readonly file: string
  readonly trouble: string
}

/** The files to run again: all that did not end well. */
export function failedFiles({ files }: TestOutcome): SecondRun[] {
  return files.flatMap(({ file, trouble }) => (trouble === null ? [] : [{ file, trouble }]))
}

/** Of the files that were run again their second outcome counts, of all others the first. */
export function afterSecondRun(first: TestOutcome, second: TestOutcome): TestOutcome {
  const secondOf = new Map(second.files.map((outcome) => [outcome.file, outcome]))
  return {
    files: first.files.map((outcome) => secondOf.get(outcome.file) ?? outcome),
    strayErrors: [...first.strayErrors, ...second.strayErrors],
  }
}

export function countOutcome({ files, strayErrors }: TestOutcome): { passed: number; failed: number } {
  return {
    passed: files.reduce((sum, { passed }) => sum + passed, 0),
    failed: files.reduce((sum, { failed }) => sum + failed, strayErrors.length),
  }
}
