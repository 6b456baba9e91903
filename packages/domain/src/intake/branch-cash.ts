import type { GroundData } from '../ledger/ground-data.ts'
import { sumYen, type Yen } from '../money/yen.ts'
import type { LineReading } from './read-intake-line.ts'

/** What of a bundle goes into the cash of the 支会 book: the box beside the council's own. */
export function branchCashYen(lines: readonly LineReading[], { campaigns }: Pick<GroundData, 'campaigns'>): Yen {
  const ofBranch = ({ kind }: LineReading) => kind?.campaignId !== undefined && campaigns.get(kind.campaignId)?.cashAccountId != null
  return sumYen(lines.flatMap((line) => (ofBranch(line) && line.amountYen !== null ? [line.amountYen] : [])))
}
