import { externalDeadlines } from '@sasaeai/domain/funding-indicator/external-fund/external-deadlines'
import type { Deps } from '../../deps.ts'
import { listExternalFunds } from './list-external-funds.ts'

/** How many 期限の近いもの there are: the number beside the line of the navigation. */
export async function countExternalDeadlines(deps: Deps): Promise<number> {
  const { calls, today } = await listExternalFunds(deps)
  return externalDeadlines(calls, today).length
}
