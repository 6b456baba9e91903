import fc from 'fast-check'
import { expect, test } from 'vitest'
import { localDate } from '../calendar/local-date.ts'
import { id } from '../ids.ts'
import { areaImportColumns } from './area-import-columns.ts'
import { readAreaLine, type TypedAreaLine } from './area-import-line.ts'
import { planAreaImport, type AreaTree } from './plan-area-import.ts'

const uuid = (n: number) => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`
const [city, district, association] = [uuid(1), uuid(2), uuid(3)]
const [root, hiyoshi, firstBlock] = [uuid(11), uuid(12), uuid(13)]
const blank = { kana: '', note: '' }
const tree: AreaTree = {
  types: [
    { areaTypeId: id(city), name: '市', level: 0 },
    { areaTypeId: id(district), name: '校区', level: 1 },
    { areaTypeId: id(association), name: '自治会', level: 2 },
  ],
  areas: [
    { areaId: id(root), parentId: null, areaTypeId: id(city), code: '00', name: 'ささえ市', ...blank },
    { areaId: id(hiyoshi), parentId: id(root), areaTypeId: id(district), code: '01', name: '日吉', ...blank },
    { areaId: id(firstBlock), parentId: id(hiyoshi), areaTypeId: id(association), code: '01-01', name: '一丁目', ...blank },
  ],
  households: [{ areaId: id(hiyoshi), basis: 'resident_register', households: 1200, asOf: localDate('2026-04-01') }],
}
const defaults = { today: localDate('2026-10-15'), basis: 'association_membership', asOf: localDate('2026-04-01') } as const

const plan = (...lines: TypedAreaLine['cells'][]) =>
  planAreaImport(lines.map((cells, index) => readAreaLine({ lineNumber: index + 2, cells }, defaults)), tree)
const outcomes = (...lines: TypedAreaLine['cells'][]) => plan(...lines).map(({ status, errors }) => [status, ...errors])

test('a file of codes and names says what is new, what changes and what is there already', () => {
  expect(outcomes({ code: '０１', name: '日吉' }, { code: '02', name: '篠山' }, { code: '01-01', name: '本町一丁目' })).toEqual([
    ['unchanged'], ['new'], ['changed'],
  ])
  expect(plan({ code: '02', name: '篠山' })[0]?.area).toMatchObject({ parentCode: '00', areaTypeId: district })
  expect(plan({ code: '01', name: '日吉校区' })[0]?.changes).toEqual([{ label: '名称', before: '日吉', after: '日吉校区' }])
})

test('a parent may come with the same file, in any order', () => {
  expect(
    outcomes({ code: '03-01', name: '新町', parentCode: '03', type: '自治会' }, { code: '03', name: '新校区' }),
  ).toEqual([['new'], ['new']])
})

test('a line below one that stays out stays out, too', () => {
  expect(
    outcomes({ code: '03', name: '新校区', type: '校区', parentCode: '01-01' }, { code: '03-01', name: '新町', parentCode: '03', type: '自治会' }),
  ).toEqual([['error', '親コード「01-01」の地域は、この行より上の種類ではありません。種類か親コードを直してください。'], ['error', '親コード「03」の地域がありません。先に登録するか、同じファイルに入れてください。']])
})

test('every faulty line says in words what to do', () => {
  expect(outcomes(
    { code: '', name: '無番' },
    { code: '05', name: '' },
    { code: '06', name: '六', type: '町内' },
    { code: '07', name: '七', parentCode: '99', type: '自治会' },
    { code: '08', name: '八', parentCode: '01-01', type: '校区' },
    { code: '09', name: '九', households: '約百' },
    { code: '09', name: '九の二' },
    { code: '01', name: '日吉', type: '自治会' },
  )).toEqual([
    ['error', 'コードを入力してください。例：10'],
    ['error', '名称を入力してください。'],
    ['error', '種類「町内」は登録されていません。市・校区・自治会のどれかにするか、先に種類を追加してください。'],
    ['error', '親コード「99」の地域がありません。先に登録するか、同じファイルに入れてください。'],
    ['error', '親コード「01-01」の地域は、この行より上の種類ではありません。種類か親コードを直してください。'],
    ['error', '世帯数「約百」を読めません。整数で入力してください。例：1,250'],
    ['error', 'コード「09」が7行目と重なっています。'],
    ['error', '下に「一丁目」があるため、この種類にはできません。'],
  ])
})

test('households come with their basis and date, the same number again changes nothing', () => {
  const same = { code: '01', name: '日吉', residentHouseholds: '1,200世帯', asOf: 'R8.4.1' }
  expect(outcomes(same)).toEqual([['unchanged']])
  expect(plan({ ...same, residentHouseholds: '１２５０' })[0]?.changes).toEqual([
    { label: '住基世帯', before: '1,200世帯（2026-04-01）', after: '1,250世帯（2026-04-01）' },
  ])
  expect(plan({ code: '01', name: '日吉', households: '900', basis: '加入' })[0]?.errors).toHaveLength(1)
  expect(plan({ code: '01', name: '日吉', households: '900', basis: '自治会加入' })[0]?.changes).toEqual([
    { label: '自治会加入世帯', before: 'なし', after: '900世帯（2026-04-01）' },
  ])
})

test('headings are recognised however they are written, strange ones are named', () => {
  const columns = areaImportColumns(['ｺｰﾄﾞ', '校区名', '旧市町', '親コード', 'AS_OF', '担当', '名称'])
  expect([...columns.positions]).toEqual([['code', 0], ['name', 1], ['formerTown', 2], ['parentCode', 3], ['asOf', 4]])
  expect([columns.ignored, columns.missing]).toEqual([['担当', '名称'], []])
  expect(areaImportColumns(['former_town', '電話']).missing).toEqual(['コード', '名称'])
})

test('whatever a file holds, each line gets an answer, and a line without faults always has its area', () => {
  const cells = fc.record({
    code: fc.constantFrom('', '00', '01', '02', '01-01', 'x y'),
    name: fc.string({ maxLength: 5 }),
    type: fc.constantFrom('', '市', '校区', '自治会', '組'),
    parentCode: fc.constantFrom('', '00', '01', '02', '77'),
    households: fc.constantFrom('', '10', '-1', 'abc'),
  })
  fc.assert(
    fc.property(fc.array(cells, { maxLength: 8 }), (lines) => {
      const planned = plan(...lines)
      expect(planned).toHaveLength(lines.length)
      for (const line of planned) {
        expect(line.status === 'error').toBe(line.errors.length > 0)
        if (line.status !== 'error') expect(line.area).not.toBeNull()
      }
    }),
  )
})
