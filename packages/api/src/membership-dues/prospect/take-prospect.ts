import type { Tx } from '@sasaeai/db/in-transaction'
import type { ProspectId } from '@sasaeai/domain/ids'
import { fail, succeed } from '@sasaeai/domain/outcome/outcome'

export type ProspectRefusal = 'prospect_not_found' | 'changed_meanwhile' | 'prospect_closed'

/**
 * The prospect that a command is to change, locked until the command's end: refused when somebody else has changed it
 * since the form was opened, or when it is a member already.
 */
export async function takeProspect(tx: Tx, { prospectId, revision }: { prospectId: ProspectId; revision: number }) {
  await tx.$queryRaw`SELECT 1 FROM membership_prospect WHERE id = ${prospectId}::uuid FOR UPDATE`
  const prospect = await tx.membershipProspect.findUnique({ where: { id: prospectId } })
  if (prospect === null) return fail('prospect_not_found')
  if (prospect.stage === 'joined') return fail('prospect_closed')
  return prospect.revision === revision ? succeed(prospect) : fail('changed_meanwhile')
}
