import { expect, test } from 'vitest'
import { displayWidth, printedTable } from './printed-table.ts'

test('columns stand straight although kanji are twice as wide as digits', () => {
  const columns = [{ heading: '科目' }, { heading: '金額', isRight: true }]
  expect(printedTable(columns, [['現金', '1,000'], ['ｹﾞﾝｷﾝ', '△50'], ['預り金', '']])).toBe(
    ['科目     金額', '現金    1,000', 'ｹﾞﾝｷﾝ    △50', '預り金'].join('\n'),
  )
})

test('half-width katakana are narrow, kanji and △ are wide', () => {
  expect(displayWidth('ｶﾞ')).toBe(2)
  expect(displayWidth('△5')).toBe(3)
})
