import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { isForeignKeyViolation } from '@sasaeai/db/refusals'
import { id, type SupporterId } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { SupporterDetails } from '@sasaeai/domain/supporter/supporter-details'
import { supporterSearchText } from '@sasaeai/domain/supporter/supporter-search-text'
import type { Actor, Deps } from '../deps.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'

export interface CreatedSupporter {
  readonly supporterId: SupporterId
  /** 支援者番号. */
  readonly number: number
}

/** Registers a supporter and gives out the next 支援者番号, which has no gaps even where two people register at once. */
export async function createSupporter(
  deps: Deps,
  actor: Actor,
  details: SupporterDetails,
): Promise<Outcome<CreatedSupporter, 'supporter_area_gone'>> {
  const supporterId = id<'SupporterId'>(deps.newId())
  try {
    // The counter's row lock puts registrations in a row; a stronger isolation would only make them repeat.
    return await inTransaction(deps.db, async (tx) => {
      const number = await takeSupporterNumber(tx)
      await tx.supporter.create({
        data: {
          id: supporterId,
          number,
          ...details,
          searchText: supporterSearchText({ number, ...details }),
          createdAt: deps.now(),
        },
      })
      await recordAuditEvent(deps, tx, {
        actor,
        action: 'supporter.create',
        subjectKind: 'supporter',
        subjectId: supporterId,
        after: { number, ...details },
      })
      return succeed({ supporterId, number })
    }, { isolation: 'ReadCommitted' })
  } catch (error) {
    if (isForeignKeyViolation(error)) return fail('supporter_area_gone', { field: 'areaId' })
    throw error
  }
}

/** Supporter numbers run on over the years, hence fiscal year 0. */
async function takeSupporterNumber(tx: Tx): Promise<number> {
  const [taken] = await tx.$queryRaw<{ number: number }[]>`SELECT take_number('supporter', 0) AS number`
  if (taken === undefined) throw new Error('the counter gave no supporter number')
  return taken.number
}
