import { failureMessage } from '@sasaeai/domain/outcome/failure-message'
import { faultMessage } from './trpc.ts'
import type { CommandOutcome } from './use-run-command.ts'

interface AskedCommand {
  readonly isError: boolean
  readonly error: unknown
  readonly data: CommandOutcome | undefined
}

/** Why a file could not be looked at or taken in, in words; undefined while nothing is wrong. */
export function importRefusal({ isError, error, data }: AskedCommand): string | undefined {
  if (isError) return faultMessage(error)
  return data?.ok === false ? failureMessage(data) : undefined
}
