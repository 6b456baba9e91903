import { supporterSearchText } from '@sasaeai/domain/supporter/supporter-search-text'
import { uuidV7 } from '@sasaeai/domain/uuid-v7'
import type pg from 'pg'
import { givenNames, surnames } from '../prisma/seed/people-names.ts'
import { randomStream } from '../prisma/seed/random-stream.ts'

/** So many supporters has the register of a large city's council. */
export const registered = 200_000
/** One in a hundred is there twice, written otherwise. */
const everyTwice = 100
const batch = 5_000

/** Fills the register up to 200,000 persons with addresses and telephones; does nothing where they are there already. */
export async function registerSupporters(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ count: number; last: number }>('SELECT count(*)::int AS count, max(number) AS last FROM supporter')
  const [there] = rows
  if (there === undefined || there.count >= registered) return
  const random = randomStream(7)
  const people: Person[] = []
  for (let number = there.last + 1; people.length < registered - there.count; number += 1) {
    const again = number % everyTwice === 0 ? people.at(-Math.min(people.length, 50)) : undefined
    people.push(again === undefined ? somebody(number, random) : otherwiseWritten(number, again))
  }
  for (let at = 0; at < people.length; at += batch) await insert(client, people.slice(at, at + batch))
  await client.query(`UPDATE number_counter SET last_number = (SELECT max(number) FROM supporter) WHERE series = 'supporter'`)
  await client.query('VACUUM (ANALYZE) supporter')
}

interface Person {
  readonly number: number
  readonly name: string
  readonly kana: string
  readonly address: string
  readonly phone: string
}

function somebody(number: number, random: ReturnType<typeof randomStream>): Person {
  const [family, given] = [random.pick(surnames), random.pick(givenNames)]
  const hasAddress = random.whole(0, 29) > 0
  return {
    number,
    name: `${family.name} ${given.name}`,
    kana: `${family.kana} ${given.kana}`,
    address: hasAddress ? `ささえ市${random.pick(surnames).name}町${random.whole(1, 9)}丁目${random.whole(1, 40)}番${random.whole(1, 60)}号` : '',
    phone: random.whole(0, 3) > 0 ? `0942-${random.whole(10, 99)}-${String(random.whole(0, 9_999)).padStart(4, '0')}` : '',
  }
}

function otherwiseWritten(number: number, { name, kana, address, phone }: Person): Person {
  return {
    number,
    name: name.replace(' ', ''),
    kana: kana.replace(' ', ''),
    address: address.replace(/(丁目|番)/g, '-').replace('号', ''),
    phone: phone.replaceAll('-', ''),
  }
}

function idBytes(number: number): Uint8Array {
  return randomStream(number).bytes(10)
}

async function insert(client: pg.Client, people: readonly Person[]): Promise<void> {
  await client.query(
    `INSERT INTO supporter (id, number, kind, name, kana, address, phone, search_text)
       SELECT id, number, 'person', name, kana, address, phone, search_text
       FROM unnest($1::uuid[], $2::int[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[]) AS p(id, number, name, kana, address, phone, search_text)`,
    [
      people.map(({ number }) => uuidV7(Date.now(), idBytes(number))), people.map(({ number }) => number), people.map(({ name }) => name), people.map(({ kana }) => kana),
      people.map(({ address }) => address), people.map(({ phone }) => phone), people.map((person) => supporterSearchText(person)),
    ],
  )
}
