import type { Tx } from '@sasaeai/db/in-transaction'
import { type SupporterId, id } from '@sasaeai/domain/ids'
import { type SupporterDetails, supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'

/** A supporter under our lock. */
export interface LockedSupporter {
  readonly number: number
  readonly revision: number
  readonly mergedIntoId: SupporterId | null
  /** What the register says. */
  readonly details: SupporterDetails
}

/** Locks supporters in the order of their ids, against every other row that would name them; whoever is not there is missing. */
export async function lockSupporters(tx: Tx, supporterIds: readonly SupporterId[]): Promise<ReadonlyMap<SupporterId, LockedSupporter>> {
  await tx.$queryRaw`SELECT 1 FROM supporter WHERE id = ANY(${[...supporterIds]}::uuid[]) ORDER BY id FOR UPDATE`
  const rows = await tx.supporter.findMany({ where: { id: { in: [...supporterIds] } } })
  return new Map(rows.map(({ id: supporterId, number, revision, mergedIntoId, ...recorded }) => [id<'SupporterId'>(supporterId), {
    number,
    revision,
    mergedIntoId: mergedIntoId === null ? null : id<'SupporterId'>(mergedIntoId),
    details: supporterDetailsSchema.parse(recorded),
  }]))
}
