import type { Tx } from '@sasaeai/db/in-transaction'
import type { SupporterId } from '@sasaeai/domain/ids'
import { id } from '@sasaeai/domain/ids'
import { type GiverKey, giverKeyOf, supporterOfGiver } from '@sasaeai/domain/online-giving/booking/giver-of-online-gift'
import { supporterSearchText } from '@sasaeai/domain/supporter/supporter-search-text'
import { survivorOf } from '../../supporter/merged-supporter-sql.ts'
import type { Desk } from '../../deps.ts'
import { recordAuditEvents } from '../../user/record-audit-event.ts'
import type { OpenGift } from '../event/open-books.ts'

/**
 * Lets every gift know its supporter: the one in the register with this e-mail address and name, or else a new one, numbered
 * as others are. Somebody who gives twice at once is registered once; 匿名 stays out of the register.
 */
export async function findGivers(desk: Desk, gifts: readonly OpenGift[]): Promise<void> {
  const unknown = gifts.flatMap((gift) => {
    const key = giverKeyOf(gift)
    return gift.supporterId === null && key !== null ? [{ gift, key }] : []
  })
  if (unknown.length === 0) return
  const known = await readKnownGivers(desk.tx, unknown.map(({ key }) => key))
  // As the first of them wrote it.
  const strangers = new Map(unknown.filter(({ key }) => !known.has(textOf(key))).toReversed().map(({ gift, key }) => [textOf(key), gift]))
  for (const [key, supporterId] of await registerGivers(desk, strangers)) known.set(key, supporterId)
  for (const { gift, key } of unknown) {
    gift.supporterId = known.get(textOf(key)) ?? null
    gift.isChanged = true
  }
}

const textOf = ({ email, foldedName }: GiverKey) => `${email}\n${foldedName}`

/** Of two with the same address and name that nobody has merged yet, the one that was registered first. */
async function readKnownGivers(tx: Tx, keys: readonly GiverKey[]): Promise<Map<string, SupporterId>> {
  const rows = await tx.$queryRawUnsafe<(GiverKey & { supporterId: SupporterId })[]>(
    `SELECT DISTINCT ON (n.email, n.folded_name) n.email, n.folded_name AS "foldedName", ${survivorOf('s.id')}::text AS "supporterId"
     FROM unnest($1::text[], $2::text[]) AS n(email, folded_name)
       JOIN supporter s ON lower(s.email) = n.email AND s.email <> '' AND split_part(s.search_text, '|', 1) = n.folded_name AND (s.closed_on IS NULL OR s.merged_into_id IS NOT NULL)
     ORDER BY n.email, n.folded_name, s.number`,
    keys.map(({ email }) => email), keys.map(({ foldedName }) => foldedName),
  )
  return new Map(rows.map(({ supporterId, ...key }) => [textOf(key), supporterId]))
}

async function registerGivers({ deps, actor, tx }: Desk, strangers: ReadonlyMap<string, OpenGift>): Promise<Map<string, SupporterId>> {
  if (strangers.size === 0) return new Map()
  const numbers = await tx.$queryRaw<{ number: number }[]>`SELECT take_number('supporter', 0) AS number FROM generate_series(1, ${strangers.size}::int)`
  const registered = [...strangers].map(([key, gift], place) => {
    const number = numbers[place]?.number
    if (number === undefined) throw new Error('the counter gave too few supporter numbers')
    return { key, supporterId: id<'SupporterId'>(deps.newId()), number, details: supporterOfGiver(gift) }
  })
  await tx.supporter.createMany({
    data: registered.map(({ supporterId, number, details }) => ({
      id: supporterId, number, ...details, searchText: supporterSearchText({ number, ...details }), createdAt: deps.now(),
    })),
  })
  await recordAuditEvents(deps, tx, registered.map(({ supporterId, number, details }) => ({
    actor, action: 'supporter.create', subjectKind: 'supporter', subjectId: supporterId, after: { number, ...details },
  })))
  return new Map(registered.map(({ key, supporterId }) => [key, supporterId]))
}
