import type { Actor } from '@sasaeai/api/deps'
import { moveSupporter } from '@sasaeai/api/supporter/address/move-supporter'
import { addContactPoint } from '@sasaeai/api/supporter/contact-point/add-contact-point'
import { addRelation } from '@sasaeai/api/supporter/relation/add-relation'
import type { Db } from '@sasaeai/db/database'
import { addDays, type LocalDate } from '@sasaeai/domain/calendar/local-date'
import { id } from '@sasaeai/domain/ids'
import { idAt } from './book-bundles.ts'
import { randomStream } from './random-stream.ts'

/** The number that the ids of these records grow from: not that of the story, which is committed by then. */
const supporterSeed = 20_260_423

/** A few supporters have moved, have a second telephone, or belong together. After the story is committed: as at the desk. */
export async function tellOfSupporters(db: Db, today: LocalDate): Promise<void> {
  const random = randomStream(supporterSeed)
  const clerk = await db.prisma.user.findFirstOrThrow({ where: { role: 'receptionist' }, orderBy: { id: 'asc' } })
  const actor: Actor = { userId: id(clerk.id), name: clerk.name, role: 'receptionist' }
  const now = new Date(`${today}T00:45:00Z`)
  const deps = { db, now: () => now, newId: () => idAt(now, random) }
  const named = { mergedIntoId: null, closedOn: null }
  const [persons, companies] = await Promise.all([
    db.prisma.supporter.findMany({ where: { kind: 'person', ...named }, orderBy: { number: 'asc' }, skip: 30, take: 3 }),
    db.prisma.supporter.findMany({ where: { kind: 'organization', memberships: { some: {} }, ...named }, orderBy: { number: 'asc' }, take: 1 }),
  ])
  const [mover, representative, relative] = persons
  const [company] = companies
  if (mover === undefined || representative === undefined || relative === undefined || company === undefined) return
  await moveSupporter(deps, actor, {
    supporterId: id(mover.id), revision: mover.revision,
    details: { purpose: 'home', movedOn: addDays(today, -60), recipient: '', postalCode: '8300000', address: 'ささえ市篠山町3-12', areaId: mover.areaId === null ? null : id(mover.areaId) },
  })
  await addContactPoint(deps, actor, { supporterId: id(mover.id), details: { kind: 'phone', value: '090-0000-1234', label: '長男' } })
  await addContactPoint(deps, actor, { supporterId: id(company.id), details: { kind: 'email', value: 'soumu@company.example', label: '総務課' } })
  await addRelation(deps, actor, { supporterId: id(company.id), details: { otherId: id(representative.id), kind: 'representative', end: 'is', note: '' } })
  await addRelation(deps, actor, { supporterId: id(mover.id), details: { otherId: id(relative.id), kind: 'relative', end: 'is', note: '連絡の窓口' } })
}
