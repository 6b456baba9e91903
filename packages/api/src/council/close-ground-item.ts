import { inTransaction } from '@sasaeai/db/in-transaction'
import { toDateColumn } from '@sasaeai/db/local-date-column'
import { localDateInTokyo, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../deps.ts'
import { recordAuditEvent } from '../user/record-audit-event.ts'
import type { GroundDetails, GroundTable } from './ground-table.ts'

interface GroundItem<Details extends GroundDetails, Problem extends string> {
  readonly table: GroundTable<Details, Problem>
  readonly id: string
}

type ClosingOutcome<Problem extends string> = Promise<Outcome<{ id: string }, 'row_gone' | Problem>>

/** 使用終了 as of today: the row keeps its past and takes no new money. */
export function closeGroundItem<Details extends GroundDetails, Problem extends string = never>(
  deps: Deps,
  actor: Actor,
  item: GroundItem<Details, Problem>,
): ClosingOutcome<Problem> {
  return setClosedOn(deps, actor, { ...item, closedOn: localDateInTokyo(deps.now()) })
}

/** Brings a closed row back into use. */
export function reopenGroundItem<Details extends GroundDetails, Problem extends string = never>(
  deps: Deps,
  actor: Actor,
  item: GroundItem<Details, Problem>,
): ClosingOutcome<Problem> {
  return setClosedOn(deps, actor, { ...item, closedOn: null })
}

function setClosedOn<Details extends GroundDetails, Problem extends string>(
  deps: Deps,
  actor: Actor,
  { table, id, closedOn }: GroundItem<Details, Problem> & { readonly closedOn: LocalDate | null },
): ClosingOutcome<Problem> {
  return inTransaction(deps.db, async (tx) => {
    if ((await table.read(tx, id)) === null) return fail('row_gone')
    const problem = closedOn === null ? null : await table.problemOfClosing?.(tx, id)
    if (problem) return problem
    await table.setClosedOn(tx, id, closedOn === null ? null : toDateColumn(closedOn))
    await recordAuditEvent(deps, tx, {
      actor,
      action: `${table.subjectKind}.${closedOn === null ? 'reopen' : 'close'}`,
      subjectKind: table.subjectKind,
      subjectId: id,
      after: { closedOn },
    })
    return succeed({ id })
  })
}
