import { recordContact } from '@sasaeai/api/supporter/record-contact'
import { createSupporter } from '@sasaeai/api/supporter/create-supporter'
import { mergeSupporters } from '@sasaeai/api/supporter/merge/merge-supporters'
import { searchDuplicates } from '@sasaeai/api/supporter/merge/search-duplicates'
import { markApart } from '@sasaeai/api/supporter/merge/mark-apart'
import type { Db } from '@sasaeai/db/database'
import type { LocalDate } from '@sasaeai/domain/calendar/local-date'
import { id, type SupporterId } from '@sasaeai/domain/ids'
import { supporterDetailsSchema } from '@sasaeai/domain/supporter/supporter-details'
import { idAt } from './book-bundles.ts'
import { demoAccountant } from './demo-accountant.ts'
import { randomStream } from './random-stream.ts'

/** The number that the ids of these registrations grow from: not that of the story, which is committed by then. */
const secondSeed = 20_260_422

/** How a name is written by a clerk in a hurry, who does not find 髙 and 﨑 on the keyboard. */
const inAHurry = (text: string) => text.replaceAll('髙', '高').replaceAll('﨑', '崎').replaceAll('𠮷', '吉').replaceAll('邉', '辺').replaceAll(' ', '')

/**
 * 名寄せ: a few supporters were registered a second time at the desk. One pair has been merged, one was marked 別人, and
 * the others wait as candidates. After the story is committed, for they are registered as at the desk.
 */
export async function registerDemoTwice(db: Db, today: LocalDate): Promise<void> {
  const random = randomStream(secondSeed)
  const actor = await demoAccountant(db)
  const now = new Date(`${today}T00:40:00Z`)
  const deps = { db, now: () => now, newId: () => idAt(now, random) }
  const persons = await db.prisma.supporter.findMany({ where: { kind: 'person' }, orderBy: { number: 'asc' }, take: 120 })
  const twice = persons.filter(({ name }) => /[髙﨑𠮷邉]/u.test(name)).slice(0, 4)
  const pairs: [first: (typeof twice)[number], secondId: SupporterId][] = []
  for (const [place, first] of twice.entries()) {
    const details = supporterDetailsSchema.parse({
      kind: 'person', name: inAHurry(first.name), kana: first.kana.replace(' ', ''), areaId: first.areaId,
      // The last one gave a telephone number and nothing else.
      address: place === 3 ? '' : first.address.replace(/(\d+)-(\d+)$/, '$1番地$2'), phone: first.phone.replaceAll('-', ''),
    })
    const created = await createSupporter(deps, actor, details)
    if (!created.ok) throw new Error(`not registered twice: ${created.code}`)
    pairs.push([first, created.value.supporterId])
  }
  const [merged, apart] = pairs
  if (apart !== undefined) await markApart(deps, actor, { firstId: id(apart[0].id), secondId: apart[1] })
  if (merged !== undefined) {
    const [survivor, mergedId] = merged
    const contact = { contactedOn: today, channel: 'phone', counterpart: 'ご本人', summary: '登録が二つあることを電話で確認。以前のご登録にまとめるとお伝えした' } as const
    await recordContact(deps, actor, { supporterId: mergedId, details: contact })
    const outcome = await mergeSupporters(deps, actor, {
      mergeId: id(deps.newId()), survivorId: id(survivor.id), survivorRevision: survivor.revision, mergedId, mergedRevision: 1,
      details: supporterDetailsSchema.parse(survivor), reason: '電話で本人に確認',
    })
    if (!outcome.ok) throw new Error(`not merged: ${outcome.code}`)
  }
  await searchDuplicates(deps, actor)
}
