import { id, type SupporterId } from '@sasaeai/domain/ids'
import { supporterSearchText } from '@sasaeai/domain/supporter/supporter-search-text'
import type { SupporterKind } from '@sasaeai/domain/supporter/supporter-kind'
import type { Tx } from '@sasaeai/db/in-transaction'
import type { DemoDistrict } from './demo-areas.ts'
import { companyNames, givenNames, surnames, trades } from './people-names.ts'
import type { RandomStream } from './random-stream.ts'

/** Somebody who gives, as the register holds them. */
export interface DemoSupporter {
  readonly supporterId: SupporterId
  readonly number: number
  readonly kind: SupporterKind
  readonly name: string
  readonly kana: string
  readonly areaId: string | null
  readonly address: string
  readonly phone: string
}

export interface DemoSupporters {
  readonly persons: readonly DemoSupporter[]
  readonly companies: readonly DemoSupporter[]
  readonly schools: readonly DemoSupporter[]
  readonly neighborhoods: readonly DemoSupporter[]
  readonly anonymous: DemoSupporter
}

type Drawn = Omit<DemoSupporter, 'supporterId' | 'number'>

/** Draws up the register: persons and companies in the numbers asked for, a school per 校区, some 自治会. */
export function drawSupporters(
  newId: () => string,
  random: RandomStream,
  { districts, persons, companies }: { districts: readonly DemoDistrict[]; persons: number; companies: number },
): DemoSupporters {
  let number = 0
  const register = (drawn: Drawn): DemoSupporter => {
    number += 1
    return { supporterId: id<'SupporterId'>(newId()), number, ...drawn }
  }
  const home = () => random.pick(random.pick(districts).associations)
  return {
    anonymous: register({ kind: 'anonymous', name: '匿名', kana: 'トクメイ', areaId: null, address: '', phone: '' }),
    neighborhoods: districts
      .flatMap(({ associations }) => associations.slice(0, 1))
      .map(({ name, kana, areaId }) =>
        register({ kind: 'neighborhood_association', name, kana, areaId, address: '', phone: '' }),
      ),
    schools: districts.map(({ name, kana, areaId }) => {
      const place = name.replace(/校区$/, '')
      return register({
        kind: 'organization',
        name: `${place}小学校`,
        kana: `${kana}ショウガッコウ`,
        areaId,
        ...contactIn(place, random),
      })
    }),
    companies: Array.from({ length: companies }, () => register(company(home(), random))),
    persons: Array.from({ length: persons }, () => register(person(home(), random))),
  }
}

/** Writes the register and takes its numbers from the counter, so that the next supporter goes on from here. */
export async function laySupporters(tx: Tx, supporters: DemoSupporters, createdAt: Date): Promise<void> {
  const all = [
    supporters.anonymous,
    ...supporters.neighborhoods,
    ...supporters.schools,
    ...supporters.companies,
    ...supporters.persons,
  ]
  await tx.$queryRaw`SELECT take_numbers('supporter', 0, ${all.length}::int)`
  const mostRows = 2_000
  for (let at = 0; at < all.length; at += mostRows) {
    await tx.supporter.createMany({
      data: all.slice(at, at + mostRows).map(({ supporterId, ...supporter }) => ({
        id: supporterId,
        ...supporter,
        postalCode: '8300000',
        searchText: supporterSearchText(supporter),
        createdAt,
      })),
    })
  }
}

type Home = DemoDistrict['associations'][number]

function person(home: Home, random: RandomStream): Drawn {
  const [family, given] = [random.pick(surnames), random.pick(givenNames)]
  return {
    kind: 'person',
    name: `${family.name} ${given.name}`,
    kana: `${family.kana} ${given.kana}`,
    areaId: home.areaId,
    ...contactIn(home.name.replace(/自治会$/, ''), random),
  }
}

function company(home: Home, random: RandomStream): Drawn {
  const [first, trade] = [random.pick(companyNames), random.pick(trades)]
  const family = random.pick(surnames)
  const shape = random.whole(0, 3)
  const name = shape === 0 ? `有限会社${family.name}${trade.name}` : `株式会社${first.name}${trade.name}`
  const kana = shape === 0 ? `${family.kana}${trade.kana}` : `${first.kana}${trade.kana}`
  return {
    kind: 'organization',
    name,
    kana,
    areaId: home.areaId,
    ...contactIn(home.name.replace(/自治会$/, ''), random),
  }
}

/** No such town and no such numbers exist. */
function contactIn(place: string, random: RandomStream): { address: string; phone: string } {
  return {
    address: `ささえ市${place}${random.whole(1, 29)}-${random.whole(1, 18)}`,
    phone: `0942-00-${String(random.whole(0, 9_999)).padStart(4, '0')}`,
  }
}
