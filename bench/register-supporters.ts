import { supporterSearchText } from '@sasaeai/domain/supporter/supporter-search-text'
import { uuidV7 } from '@sasaeai/domain/uuid-v7'
import type pg from 'pg'
import { givenNames, surnames } from '../prisma/seed/people-names.ts'
import { type RandomStream, randomStream } from '../prisma/seed/random-stream.ts'

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

function somebody(number: number, random: RandomStream): Person {
  const [family, given] = [familyName(random), givenName(random)]
  const hasAddress = random.whole(0, 29) > 0
  const town = `${picked(heads, random).name}${picked(tails, random).name}町`
  return {
    number,
    name: `${family.name} ${given.name}`,
    kana: `${family.kana} ${given.kana}`,
    address: hasAddress ? `ささえ市${town}${random.whole(1, 9)}丁目${random.whole(1, 40)}番${random.whole(1, 60)}号` : '',
    phone: random.whole(0, 3) > 0 ? `0942-${random.whole(10, 99)}-${String(random.whole(0, 9_999)).padStart(4, '0')}` : '',
  }
}

/** Some are common as 佐藤 is, most are rare: three in ten have one of thirty names, the others one of a thousand. */
function familyName(random: RandomStream): Part {
  return random.chance(0.3) ? random.pick(surnames) : joined(picked(heads, random), picked(tails, random))
}

function givenName(random: RandomStream): Part {
  return random.chance(0.3) ? random.pick(givenNames) : joined(picked(givenHeads, random), picked(givenTails, random))
}

interface Part {
  readonly name: string
  readonly kana: string
}

/** The first of a list more often than the last. */
function picked(among: readonly Part[], random: RandomStream): Part {
  return among[Math.floor(random.next() * random.next() * among.length)] ?? random.pick(among)
}

function joined(head: Part, tail: Part): Part {
  return { name: head.name + tail.name, kana: head.kana + tail.kana }
}

function parts(text: string): Part[] {
  return text.split(' ').map((part) => ({ name: part.slice(0, 1), kana: part.slice(1) }))
}

const heads = parts(
  '山ヤマ 田タ 中ナカ 松マツ 小オ 石イシ 高タカ 大オオ 川カワ 西ニシ 森モリ 岡オカ 藤フジ 上ウエ 宮ミヤ 平ヒラ 吉ヨシ 村ムラ 北キタ 原ハラ 野ノ 木キ 古フル 今イマ 水ミズ 金カネ 内ウチ 長ナガ 福フク 前マエ 竹タケ 杉スギ 浜ハマ 安ヤス 谷タニ 島シマ 東ヒガシ 南ミナミ 下シモ 林ハヤシ',
)
const tails = parts(
  '田ダ 本モト 村ムラ 川カワ 野ノ 山ヤマ 井イ 原ハラ 島シマ 崎サキ 沢サワ 口グチ 木キ 橋ハシ 谷タニ 岡オカ 藤トウ 瀬セ 池イケ 塚ヅカ 部ベ 尾オ 林バヤシ 坂サカ 下シタ 上ガミ 松マツ 森モリ 永ナガ 富トミ',
)
const givenHeads = parts('和カズ 美ミ 幸ユキ 恵ケイ 智トモ 明アキ 正マサ 秀ヒデ 弘ヒロ 健ケン 由ユ 真マ 裕ヒロ 直ナオ 清キヨ 義ヨシ 光ミツ 千チ 文フミ 久ヒサ')
const givenTails = parts('子コ 美ミ 一イチ 江エ 代ヨ 雄オ 夫オ 男オ 之ユキ 樹キ 介スケ 郎ロウ 枝エ 彦ヒコ')

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
