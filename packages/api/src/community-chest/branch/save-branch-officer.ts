import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { RemoveBranchOfficerInput, SaveBranchOfficerInput } from '@sasaeai/domain/community-chest/branch/branch-officer-input'
import { type FiscalYear, fiscalYear as fiscalYearOf } from '@sasaeai/domain/calendar/fiscal-year'
import type { BranchOfficerId } from '@sasaeai/domain/ids'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import { missingReferenceOf, orMissingReference } from '../../council/missing-reference.ts'
import type { Actor, Deps } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

const columns = { fiscalYear: true, areaId: true, role: true, name: true, kana: true, phone: true, note: true } as const

type SaveOutcome = Outcome<{ officerId: BranchOfficerId }, 'row_gone' | 'changed_meanwhile' | 'reference_gone' | 'year_not_open'>

/** Adds an officer of a 校区分会, or changes one whom nobody else has changed since the form was opened. */
export async function saveBranchOfficer(deps: Deps, actor: Actor, { officerId, revision, details }: SaveBranchOfficerInput): Promise<SaveOutcome> {
  return orMissingReference(
    inTransaction(deps.db, async (tx) => {
      const row = await readOfficer(tx, officerId)
      if (row === null && revision !== null) return fail('row_gone')
      // A repeat of an addition that had worked finds its own row.
      if (row !== null && row.revision !== (revision ?? 1)) return fail('changed_meanwhile')
      await tx.branchOfficer.upsert({ where: { id: officerId }, create: { id: officerId, ...details }, update: details })
      await recordAuditEvent(deps, tx, {
        actor,
        action: `branch_officer.${row === null ? 'create' : 'update'}`,
        subjectKind: 'branch_officer',
        subjectId: officerId,
        ...(row === null ? { after: details } : changedFields(row.details, details)),
      })
      return succeed({ officerId })
    }),
  )
}

/** Takes an officer off the list. Put back, it is the same one again. */
export function removeBranchOfficer(
  deps: Deps,
  actor: Actor,
  { officerId, revision }: RemoveBranchOfficerInput,
): Promise<Outcome<{ officerId: BranchOfficerId }, 'row_gone' | 'changed_meanwhile'>> {
  return inTransaction(deps.db, async (tx) => {
    const row = await readOfficer(tx, officerId)
    if (row === null) return fail('row_gone')
    if (row.revision !== revision) return fail('changed_meanwhile')
    await tx.branchOfficer.delete({ where: { id: officerId } })
    await recordAuditEvent(deps, tx, {
      actor, action: 'branch_officer.delete', subjectKind: 'branch_officer', subjectId: officerId, before: row.details,
    })
    return succeed({ officerId })
  })
}

/**
 * Takes over last year's officers for the areas that have none yet in this year, so that it can be repeated. Areas out of
 * use are left out.
 */
export async function copyBranchOfficers(deps: Deps, actor: Actor, year: FiscalYear): Promise<Outcome<{ copied: number }, 'branch_officers_nothing_to_copy' | 'year_not_open'>> {
  const fromYear = fiscalYearOf(year - 1)
  try {
    return await inTransaction(deps.db, async (tx) => {
      if ((await tx.branchOfficer.count({ where: { fiscalYear: fromYear } })) === 0) return fail('branch_officers_nothing_to_copy')
      const served = await tx.branchOfficer.findMany({ where: { fiscalYear: year }, select: { areaId: true } })
      const before = await tx.branchOfficer.findMany({
        where: { fiscalYear: fromYear, areaId: { notIn: served.map(({ areaId }) => areaId) }, area: { closedOn: null } }, select: columns, orderBy: { id: 'asc' },
      })
      await tx.branchOfficer.createMany({ data: before.map((officer) => ({ ...officer, id: deps.newId(), fiscalYear: year })) })
      if (before.length > 0) {
        await recordAuditEvent(deps, tx, {
          actor, action: 'branch_officer.copy', subjectKind: 'branch_officer', subjectId: String(year), after: { fromYear, fiscalYear: year, added: before.length },
        })
      }
      return succeed({ copied: before.length })
    })
  } catch (error) {
    const missing = missingReferenceOf(error)
    if (missing?.code !== 'year_not_open') throw error
    return fail('year_not_open')
  }
}

async function readOfficer(tx: Tx, officerId: BranchOfficerId) {
  const row = await tx.branchOfficer.findUnique({ where: { id: officerId }, select: { ...columns, revision: true } })
  if (row === null) return null
  const { revision, ...details } = row
  return { details, revision }
}
