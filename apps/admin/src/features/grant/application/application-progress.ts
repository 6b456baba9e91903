import type { GrantProgress } from '@sasaeai/domain/grant/application/grant-application-state'
import type { GrantApplication } from '../call/grant-call-page.tsx'

/** What the rules of an application's state look at. */
export function progressOf({ withdrawnOn, decision, paidYen, report }: GrantApplication): GrantProgress {
  return { withdrawnOn, awardedYen: decision?.awardedYen ?? null, paidYen, spentYen: report?.spentYen ?? null }
}
