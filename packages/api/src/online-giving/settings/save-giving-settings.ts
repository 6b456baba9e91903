import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import type { GivingSettingsDetails, SaveGivingTextInput } from '@sasaeai/domain/online-giving/settings/giving-settings-details'
import { standardTexts } from '@sasaeai/domain/online-giving/settings/public-texts'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { changedFields } from '../../user/changed-fields.ts'
import { recordAuditEvent } from '../../user/record-audit-event.ts'
import { readGivingSettingsWithin } from './giving-settings-queries.ts'

const subject = { subjectKind: 'giving_settings', subjectId: '1' } as const

/** Changes how gifts are taken, unless somebody else has since the page was opened. */
export function saveGivingSettings(
  deps: Deps,
  actor: Actor,
  { revision, details }: { readonly revision: number; readonly details: GivingSettingsDetails },
): Promise<Outcome<null, 'changed_meanwhile' | 'giving_suggestion_outside'>> {
  return inTransaction(deps.db, async (tx) => {
    const before = await readGivingSettingsWithin(tx)
    if (before.revision !== revision) return fail('changed_meanwhile')
    const { minimumYen, maximumYen, refundApprovalYen, ...same } = details
    const title = await targetBeyond(tx, details)
    if (title !== null) return fail('giving_suggestion_outside', { field: 'minimumYen', about: title })
    await tx.givingSettings.update({
      where: { id: 1 },
      data: { ...same, minimumYen: BigInt(minimumYen), maximumYen: BigInt(maximumYen), refundApprovalYen: BigInt(refundApprovalYen) },
    })
    await recordAuditEvent(deps, tx, { actor, action: 'giving_settings.update', ...subject, ...changedFields(before.details, details) })
    return succeed(null)
  })
}

/** Words one text anew. What is empty, or the same as the standard text, is not kept: so it goes on naming the council as it is. */
export function saveGivingText(deps: Deps, actor: Actor, { revision, name, text }: SaveGivingTextInput): Promise<Outcome<null, 'changed_meanwhile' | 'council_missing'>> {
  return inTransaction(deps.db, async (tx) => {
    const before = await readGivingSettingsWithin(tx)
    if (before.revision !== revision) return fail('changed_meanwhile')
    const standard = await readStandardTexts(tx, before.details)
    if (standard === null) return fail('council_missing')
    const kept = text === standard[name].trim() ? '' : text
    await tx.givingSettings.update({ where: { id: 1 }, data: { [name]: kept } })
    await recordAuditEvent(deps, tx, { actor, action: 'giving_settings.update', ...subject, before: { [name]: before.own[name] }, after: { [name]: kept } })
    return succeed(null)
  })
}

/** The 受付項目 that has a button for an amount that would be refused; null where none has. */
async function targetBeyond(tx: Tx, { minimumYen, maximumYen }: GivingSettingsDetails): Promise<string | null> {
  const targets = await tx.givingTarget.findMany({ where: { closedOn: null }, orderBy: { sequence: 'asc' }, select: { title: true, suggestedYen: true } })
  return targets.find(({ suggestedYen }) => suggestedYen.some((amount) => amount < minimumYen || amount > maximumYen))?.title ?? null
}

async function readStandardTexts(tx: Tx, rules: GivingSettingsDetails) {
  const council = await tx.council.findFirst()
  return council === null ? null : standardTexts(rules, council)
}
