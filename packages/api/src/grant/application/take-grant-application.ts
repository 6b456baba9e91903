import type { Tx } from '@sasaeai/db/in-transaction'
import { yenFromColumn } from '@sasaeai/db/yen-column'
import type { SeenGrantApplication } from '@sasaeai/domain/grant/application/grant-application-input'
import type { GrantApplicationId } from '@sasaeai/domain/ids'
import type { Yen } from '@sasaeai/domain/money/yen'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'

export type ApplicationRefusal = 'row_gone' | 'changed_meanwhile'

/** The application locked until the command's end; refused when somebody else has changed it since it was opened. */
export async function takeGrantApplication(tx: Tx, { applicationId, revision }: SeenGrantApplication) {
  await tx.$queryRaw`SELECT 1 FROM grant_application WHERE id = ${applicationId}::uuid FOR UPDATE`
  const row = await tx.grantApplication.findUnique({ where: { id: applicationId }, include: { decision: true } })
  if (row === null) return fail('row_gone')
  return row.revision === revision ? succeed(row) : fail('changed_meanwhile')
}

/** What stands as paid to applications, in yen; the caller has locked them. Nothing for those never paid. */
export async function readPaidGrants(tx: Tx, applicationIds: readonly GrantApplicationId[]): Promise<ReadonlyMap<string, Yen>> {
  const rows = await tx.$queryRaw<{ applicationId: string; paidYen: bigint }[]>`
    SELECT p.application_id AS "applicationId", sum(p.amount_yen)::bigint AS "paidYen" FROM grant_payment p
    WHERE p.application_id = ANY(${applicationIds}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM journal_entry u WHERE u.reverses_entry_id = p.entry_id)
    GROUP BY p.application_id`
  return new Map(rows.map(({ applicationId, paidYen }) => [applicationId, yenFromColumn(paidYen)]))
}
