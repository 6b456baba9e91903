import { inTransaction, type Tx } from '@sasaeai/db/in-transaction'
import { id } from '@sasaeai/domain/ids'
import { type LayAreaLinksInput, linkCodeOf } from '@sasaeai/domain/online-giving/settings/giving-link-details'
import { fail, succeed, type Outcome } from '@sasaeai/domain/outcome/outcome'
import type { Actor, Deps } from '../../deps.ts'
import { recordAuditEvents } from '../../user/record-audit-event.ts'
import { givingLinkTable, type LinkProblem } from './giving-link-table.ts'

/** 地域ごとにつくる: a link for each area in use directly below another that has none to the same 受付項目 yet. Made again, it adds nothing. */
export function layAreaLinks(deps: Deps, actor: Actor, { targetId, parentAreaId, amountYen }: LayAreaLinksInput): Promise<Outcome<{ links: number }, LinkProblem | 'giving_no_area_below'>> {
  return inTransaction(deps.db, async (tx) => {
    const areas = await tx.area.findMany({ where: { parentId: parentAreaId, closedOn: null }, orderBy: { code: 'asc' }, select: { id: true, name: true } })
    if (areas.length === 0) return fail('giving_no_area_below', { field: 'parentAreaId' })
    const taken = await readTakenAreas(tx, targetId)
    const links = areas.filter((area) => !taken.has(area.id)).map((area) => ({ linkId: deps.newId(), details: { label: area.name, targetId, areaId: id<'AreaId'>(area.id), amountYen } }))
    for (const { linkId, details } of links) {
      const problem = await givingLinkTable.problemOfSaving?.(tx, { id: linkId, before: null, after: details })
      if (problem) return problem
    }
    await tx.givingLink.createMany({
      data: links.map(({ linkId, details }) => ({ ...details, id: linkId, code: linkCodeOf(linkId), amountYen: amountYen === null ? null : BigInt(amountYen) })),
    })
    await recordAuditEvents(deps, tx, links.map(({ linkId, details }) => ({ actor, action: 'giving_link.create', subjectKind: 'giving_link', subjectId: linkId, after: details })))
    return succeed({ links: links.length })
  })
}

async function readTakenAreas(tx: Tx, targetId: string): Promise<ReadonlySet<string | null>> {
  const links = await tx.givingLink.findMany({ where: { targetId, closedOn: null }, select: { areaId: true } })
  return new Set(links.map(({ areaId }) => areaId))
}
