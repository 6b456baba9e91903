import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDate } from '../../calendar/local-date.ts'
import { id } from '../../ids.ts'
import { memberImportColumns } from './member-import-columns.ts'
import { type MemberRegister, planMemberImport } from './plan-member-import.ts'
import { isSumLine, readMemberLine, type TypedMemberLine } from './read-member-line.ts'

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [corporate, special] = [id<'DuesKindId'>(uuid(1)), id<'DuesKindId'>(uuid(2))]
const register: MemberRegister = {
  supporters: [
    { supporterId: id(uuid(11)), number: 11, name: '株式会社髙橋', phone: '0942-34-3035' },
    { supporterId: id(uuid(12)), number: 12, name: '日吉商店', phone: '' },
  ],
  memberships: [
    { supporterId: id(uuid(11)), duesKindId: corporate, joinedOn: localDate('2024-04-01'), leftOn: null },
    { supporterId: id(uuid(12)), duesKindId: corporate, joinedOn: localDate('2020-04-01'), leftOn: localDate('2024-03-31') },
  ],
  kinds: [
    { duesKindId: corporate, code: '4', name: '法人会費', isClosed: false, newSupporterKind: 'organization' },
    { duesKindId: special, code: '3', name: '特別会費', isClosed: false, newSupporterKind: 'person' },
    { duesKindId: id(uuid(3)), code: '9', name: '旧会費', isClosed: true, newSupporterKind: 'person' },
  ],
  areas: [{ areaId: id(uuid(21)), code: '01-01', name: '日吉一丁目', isClosed: false }],
}
const defaults = { today: localDate('2026-10-15'), joinedOn: localDate('2026-04-01') }
const plan = (...lines: TypedMemberLine['cells'][]) =>
  planMemberImport(lines.map((cells, index) => readMemberLine({ lineNumber: index + 2, cells }, defaults)), register)
const outcomes = (...lines: TypedMemberLine['cells'][]) => plan(...lines).map(({ status, errors, warnings }) => [status, ...errors, ...warnings])

test('a register as offices keep it becomes members: kinds by name or code, 口, days, routes', () => {
  const [first, second, third] = plan(
    { name: '有限会社みずほ', phone: '0942-11-2222', duesKind: '法人会費', units: '２口', joinedOn: 'H30.4.1' },
    { supporterNumber: '12', duesKind: '4' },
    { name: '支援 花子', duesKind: '特別会費', route: '自治会経由', areaCode: '０１-０１' },
  )
  expect(first).toMatchObject({ status: 'new', member: { supporterId: null, newSupporterKind: 'organization', route: 'direct' }, read: { units: 2, joinedOn: '2018-04-01' } })
  expect(second).toMatchObject({ status: 'new', name: '日吉商店', member: { supporterId: uuid(12), newSupporterKey: null }, read: { units: 1, joinedOn: '2026-04-01' } })
  expect(third).toMatchObject({ status: 'new', member: { route: 'association', areaId: uuid(21), newSupporterKind: 'person' } })
})

test('who is a member already stays as they are, however the name is written', () => {
  expect(outcomes({ supporterNumber: '11', name: '株式会社高橋', duesKind: '法人会費' })).toEqual([['unchanged', 'もう会員です（入会 R6.4.1）。']])
})

test('somebody of the same name and telephone number is pointed out, not joined to', () => {
  expect(outcomes({ name: '株式会社高橋', phone: '0942343035', duesKind: '法人会費' })).toEqual([
    ['new', '同じ名前の支援者がいます：株式会社髙橋（番号11）。同じ方なら、支援者番号を入れてください。'],
  ])
  expect(outcomes({ name: '株式会社高橋', phone: '0942-99-9999', duesKind: '法人会費' })).toEqual([['new']])
})

test('two lines of one new supporter register them once, two lines of one membership are refused', () => {
  const mizuho = { name: 'みずほ', phone: '0942-11-2222' }
  const lines = plan({ ...mizuho, duesKind: '法人会費' }, { ...mizuho, duesKind: '特別会費' }, { ...mizuho, duesKind: '法人会費' })
  expect(lines[0]?.member?.newSupporterKey).toBe(lines[1]?.member?.newSupporterKey)
  expect(lines[2]).toMatchObject({ status: 'error', errors: ['2行目と重なっています。'] })
})

test('every faulty line says in words what to do', () => {
  expect(outcomes(
    { name: '', duesKind: '法人会費' },
    { name: '一', duesKind: '旧会費' },
    { supporterNumber: '99', duesKind: '法人会費' },
    { name: '二', duesKind: '法人会費', units: '0' },
    { name: '三', duesKind: '法人会費', joinedOn: '昔' },
    { name: '四', duesKind: '法人会費', route: '自治会' },
    { name: '五', duesKind: '法人会費', areaCode: '77' },
    { name: '六', duesKind: '法人会費', route: '伝書鳩' },
  )).toEqual([
    ['error', '名称を入力してください。登録済みの支援者は、支援者番号だけでも取り込めます。'],
    ['error', '種別「旧会費」がありません。法人会費・特別会費のどれかを入力してください。'],
    ['error', '支援者番号99の支援者がいません。番号を直すか、空けて新しく登録してください。'],
    ['error', '口数は1以上で入力してください。例：2'],
    ['error', '入会日「昔」を読めません。R8.4.1 や 2026-04-01 の形で入力してください。'],
    ['error', '自治会を通して納める会員には、自治会番号を入力してください。'],
    ['error', '自治会番号「77」の地域がありません。'],
    ['error', '経路「伝書鳩」がわかりません。「直接」か「自治会を通して」と入力してください。'],
  ])
})

test('headings are recognised however they are written, strange ones are named', () => {
  const { positions, ignored, missing } = memberImportColumns(['会員番号', '事業所名', 'ﾌﾘｶﾞﾅ', '会員種別', '口数', '代表者'])
  expect([...positions.keys()]).toEqual(['supporterNumber', 'name', 'kana', 'duesKind', 'units'])
  expect([ignored, missing]).toEqual([['代表者'], []])
  expect(memberImportColumns(['住所']).missing).toEqual(['名称', '種別'])
})

test('whatever a file holds, each line gets an answer, and only new members are made', () => {
  const cells = fc.record({
    supporterNumber: fc.constantFrom('', '11', '12', '99', 'x'),
    name: fc.constantFrom('', '日吉商店', 'みずほ', '株式会社高橋'),
    phone: fc.constantFrom('', '0942-34-3035', '34'),
    duesKind: fc.constantFrom('', '3', '法人会費', '旧会費'),
    units: fc.constantFrom('', '2', '0', 'abc'),
    areaCode: fc.constantFrom('', '01-01', '77'),
  })
  fc.assert(
    fc.property(fc.array(cells, { maxLength: 8 }), (lines) => {
      const planned = plan(...lines)
      expect(planned).toHaveLength(lines.length)
      for (const line of planned) {
        expect(line.status === 'error').toBe(line.errors.length > 0)
        expect(line.status === 'new').toBe(line.member !== null)
      }
    }),
  )
})

test('the sum below a list is told from members, however they are called', () => {
  const sums: TypedMemberLine['cells'][] = [{ name: '合計' }, { name: '合計 1,234件', units: '40' }, { name: '計' }, { name: '合　計' }, { name: '計 ３名', duesKind: ' ' }]
  const members: TypedMemberLine['cells'][] = [{ name: '合計', duesKind: '法人会費' }, { name: '合計', supporterNumber: '12' }, { name: '合計会計事務所' }, { name: '' }]
  expect(sums.map((cells) => isSumLine({ lineNumber: 2, cells }))).toEqual(sums.map(() => true))
  expect(members.map((cells) => isSumLine({ lineNumber: 2, cells }))).toEqual(members.map(() => false))
})
