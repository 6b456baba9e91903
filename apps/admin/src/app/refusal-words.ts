import type { FailureCode } from '@sasaeai/domain/outcome/failure-message'
import type { Failure } from '@sasaeai/domain/outcome/outcome'

/** What a person is told of a refusal. The sentences of all commands grow with the product and come with the first refusal. */
export async function refusalWords(failure: Failure<FailureCode>): Promise<string> {
  const { failureMessage } = await import('@sasaeai/domain/outcome/failure-message')
  return failureMessage(failure)
}
