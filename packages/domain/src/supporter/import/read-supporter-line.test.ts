import { expect, test } from 'vitest'
import { id } from '../../ids.ts'
import { readSupporterLine } from './read-supporter-line.ts'
import { guessedColumns } from './supporter-import-columns.ts'

const area = id<'AreaId'>('01890000-0000-7000-8000-000000000001')
const read = (cells: Parameters<typeof readSupporterLine>[0]['cells']) =>
  readSupporterLine({ lineNumber: 2, cells }, (cell) => (cell === '日吉' ? [area] : []))

test('the headings of offices are understood in any width; the first of two of one meaning counts', () => {
  expect(guessedColumns(['番号', '氏名／名称', 'ﾌﾘｶﾞﾅ', '種別', '〒', '住所', 'ＴＥＬ', 'e-mail', '校区', '芳名掲載', '領収書', '備考', '会費', '電話']))
    .toEqual(['number', 'name', 'kana', 'kind', 'postalCode', 'address', 'phone', 'email', 'areaId', 'acknowledgment', 'receiptDelivery', 'note', null, null])
})

test('words become choices, and only what is filled in is said', () => {
  expect(read({ name: '髙﨑 花子', kind: '団体', phone: '０９４２ー３４ー３０３５', email: '', receiptDelivery: '不要', acknowledgment: '可', wantsMail: '希望しない', areaId: '日吉' })).toEqual({
    lineNumber: 2, number: null, name: '髙﨑 花子', areaIds: [area], faults: [],
    patch: { name: '髙﨑 花子', kind: 'organization', phone: '0942-34-3035', receiptDelivery: 'none', acknowledgment: 'named', wantsMail: false },
  })
})

test.each([
  { column: 'number', cell: 'A-12', heading: '支援者番号', words: '「A-12」は支援者番号ではありません。数字だけにするか、この列を取り込まないようにしてください。' },
  { column: 'kind', cell: '謎', heading: '種類', words: '「謎」は読み取れません。個人・家族・世帯・団体・法人・自治会・匿名のどれかにしてください。' },
  { column: 'postalCode', cell: '83-1', heading: '郵便番号', words: '郵便番号は7桁の数字で入力してください。例：830-0022' },
  { column: 'email', cell: 'hanako＠', heading: 'メールアドレス', words: 'メールアドレスの形で入力してください。例：hanako@example.jp' },
  { column: 'areaId', cell: '月面', heading: '地域', words: '地域「月面」は登録されていません。名称かコードを直すか、先に地域を登録してください。' },
] as const)('$column that cannot be read is blamed on its heading, with what to write instead', ({ column, cell, heading, words }) => {
  expect(read({ name: '支援 花子', [column]: cell }).faults).toEqual([{ column: heading, words }])
})

test('a line without a name is blamed, unless it is of somebody unnamed', () => {
  expect(read({ name: '' }).faults).toMatchObject([{ column: '名前' }])
  expect(read({ name: '', kind: '匿名' }).patch).toEqual({ name: '匿名', kind: 'anonymous' })
})
