import { inTransaction } from '@sasaeai/db/in-transaction'
import { type ChestRulesDetails, chestRulesDetailsSchema, type SaveChestRulesInput } from '@sasaeai/domain/community-chest/rules/chest-rules-input'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'

/** 共同募金の決まり as its form knows it. */
export async function readChestRules({ db }: Deps): Promise<ChestRulesDetails & { readonly revision: number }> {
  const rules = await db.prisma.communityChestRules.findUniqueOrThrow({ where: { id: 1 } })
  return { ...chestRulesDetailsSchema.parse(rules), revision: rules.revision }
}

/** Writes 共同募金の決まり, on the revision that the form was opened on. */
export function saveChestRules(
  deps: Deps,
  actor: Actor,
  { revision, details }: SaveChestRulesInput,
): Promise<Outcome<ChestRulesDetails, 'changed_meanwhile'>> {
  return inTransaction(deps.db, async (tx) => {
    const before = await tx.communityChestRules.findUniqueOrThrow({ where: { id: 1 } })
    if (before.revision !== revision) return fail('changed_meanwhile')
    await tx.communityChestRules.update({ where: { id: 1 }, data: details })
    await recordAuditEvent(deps, tx, {
      actor,
      action: 'community_chest_rules.update',
      subjectKind: 'community_chest_rules',
      subjectId: '1',
      ...changedFields(chestRulesDetailsSchema.parse(before), details),
    })
    return succeed(details)
  })
}
