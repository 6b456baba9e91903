import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type IntakeDraft,
  intakeDraftSchema,
  emptyLine,
  type IntakeDraftLine,
  type IntakeDraftHeader,
  lineColumns,
} from './intake-draft.ts'
import type { IntakeSupporter } from './intake-context.ts'
import { duplicateWarnings, warningsOfLine } from './line-warnings.ts'
import { readIntakeDraft, supporterNumbersIn } from './read-intake-draft.ts'
import { sampleContext, sampleId } from './sample-ground.ts'
import { yen } from '../money/yen.ts'

const context = sampleContext()
const person: IntakeSupporter = { id: sampleId(501), number: 1234, name: '支援 花子', isClosed: false }
const supporters = new Map([
  [1234, person],
  [9, null],
])
const header: Partial<IntakeDraftHeader> = {
  receivedOn: 'R8.11.20',
  area: '01-01',
  controlCount: '1',
  controlTotal: '50,000',
}

function aDraft(lines: Partial<IntakeDraftLine>[], cells: Partial<IntakeDraftHeader> = {}): IntakeDraft {
  return intakeDraftSchema.parse({
    header: { ...header, ...cells },
    lines: lines.map((line, place) => ({ ...emptyLine(sampleId(place + 1)), kind: '1', ...line })),
  })
}

function readOne(line: Partial<IntakeDraftLine>, cells: Partial<IntakeDraftHeader> = {}) {
  const draft = aDraft([{ householdsPaid: '100', amount: '50,000', ...line }], cells)
  const reading = readIntakeDraft(draft, context, supporters)
  const first = reading.lines[0]
  if (first === undefined) throw new Error('no line was read')
  return { draft: reading, line: first, warnings: warningsOfLine(first, context).map(({ message }) => message) }
}

test.each(['R8.9.30', 'R9.4.1'])('%s, a day of a month that takes no entries, is stopped at the date', (receivedOn) => {
  const { draft, line } = readOne({}, { receivedOn })
  expect(draft.header.problems).toEqual([
    { field: 'receivedOn', message: expect.stringContaining('締め済みか、年度がまだ開かれていません') },
  ])
  expect(draft.isPostable).toBe(false)
  expect(line.amountYen).toBe(50_000)
})

describe('a line that can be booked', () => {
  test('becomes a contribution of the date, area and account above it', () => {
    expect(readOne({}).line.contribution).toMatchObject({
      entryDate: '2026-11-20',
      cashAccountId: sampleId(1),
      fundingSourceId: sampleId(10),
      duesKindId: sampleId(301),
      areaId: sampleId(411),
      amountYen: 50_000,
      count: 100,
    })
    expect(readOne({}).draft.isPostable).toBe(true)
  })

  test('takes the first method where none is typed, and its own where one is', () => {
    expect(readOne({ kind: '2' }).line.contribution).toMatchObject({
      campaignId: sampleId(101),
      collectionMethodId: sampleId(1),
    })
    expect(readOne({ kind: '2', method: '4' }).line.method?.name).toBe('街頭募金')
  })

  test('names the supporter by number', () => {
    expect(readOne({ kind: '4', supporter: '１２３４', householdsPaid: '' }).line.contribution).toMatchObject({
      supporterId: person.id,
      count: 1,
    })
  })

  test.each([
    [{ kind: '1', householdsPaid: '' }, 0],
    [{ kind: '12', householdsPaid: '', supporter: '1234' }, 1],
    [{ kind: '2', householdsPaid: '' }, 0],
    [{ kind: '2', method: '2', householdsPaid: '' }, 1],
    [{ kind: '2', method: '2', householdsPaid: '5' }, 5],
  ])('counts %o as %i', (cells, count) => {
    expect(readOne(cells).line.contribution?.count).toBe(count)
  })
})

describe('a line that cannot be booked says in words which cell is at fault', () => {
  test.each([
    [{ kind: '' }, 'kind', '種類の番号を入力してください。例：1'],
    [{ kind: '77' }, 'kind', '種類「77」がこの年度にありません。番号を確かめてください。'],
    [{ kind: '2', method: '8' }, 'method', '募金方法「8」がありません。番号を確かめてください。例：1'],
    [{ area: '99' }, 'area', '地域「99」が見つかりません。番号か名前を入力し、候補から選んでください。'],
    [{ area: '01-03' }, 'area', 'この地域は使用終了になっています。別の地域を選んでください。'],
    [{ area: '08-1-00012-8' }, 'area', '納入番号「08-1-00012-8」は最後の確かめの数字と合いません。打ち間違いがないか確かめてください。'],
    [{ supporter: '081000128' }, 'supporter', '納入番号「081000128」は最後の確かめの数字と合いません。打ち間違いがないか確かめてください。'],
    [{ area: '08-1-00012-7' }, 'area', '納入番号「08-1-00012-7」の納入先が入っていません。候補が出ないときは、番号を確かめるか、名前で探してください。'],
    [{ supporter: '9' }, 'supporter', '支援者「9」が見つかりません。候補から選ぶか、新しく登録してください。'],
    [{ householdsPaid: '多数' }, 'householdsPaid', '数として読み取れません。数字だけで入力してください。例：120'],
    [{ amount: '' }, 'amount', '金額を入力してください。例：1,000'],
    [{ amount: '0' }, 'amount', '1円以上の金額を入力してください。'],
    [{ amount: '1千円' }, 'amount', '「千」「万」などは使わず、円単位の数字で入力してください。例：1万円は 10,000'],
    [{ note: 'あ'.repeat(201) }, 'note', '備考は200文字以内で入力してください。'],
  ])('%o', (cells, column, message) => {
    const { line, draft } = readOne(cells)
    expect(line.problems).toEqual([{ column, message }])
    expect(line.contribution).toBeNull()
    expect(draft.isPostable).toBe(false)
  })

  test('a supporter that is still being looked up is no problem yet, but not booked as nobody either', () => {
    const { line } = readOne({ kind: '4', supporter: '777' })
    expect(line.problems).toEqual([])
    expect(line.contribution).toBeNull()
  })
})

describe('the header', () => {
  test.each([
    [{ receivedOn: '' }, 'receivedOn'],
    [{ receivedOn: 'きのう' }, 'receivedOn'],
    [{ area: '99' }, 'area'],
    [{ controlCount: '三' }, 'controlCount'],
    [{ controlTotal: '五万' }, 'controlTotal'],
    [{ bearer: 'あ'.repeat(101) }, 'bearer'],
  ])('with %o keeps the batch from being posted', (cells, field) => {
    const { draft } = readOne({}, cells)
    expect(draft.header.problems.map((problem) => problem.field)).toEqual([field])
    expect(draft.isPostable).toBe(false)
  })

  test('a day ahead of today is asked about', () => {
    expect(readOne({}, { receivedOn: '20261122' }).draft.header.warnings).toHaveLength(1)
  })
})

describe('what is unusual is said and booked all the same', () => {
  test.each([
    [{ householdsAsked: '90' }, '納入が依頼の90世帯より多くなっています。'],
    [{ householdsPaid: '101' }, '納入がこの地域の100世帯より多くなっています。'],
    [{ householdsPaid: '' }, '納入世帯が空です。世帯数には数えられません。'],
    [{ amount: '500000' }, '目安の50,000円（500円×100）と大きく違います。桁を確かめてください。'],
    [{ kind: '2-2025' }, '受入日と違う年度の運動です。遅れて届いた募金でなければ直してください。'],
  ])('%o', (cells, message) => {
    const { line, warnings } = readOne(cells)
    expect(warnings).toContain(message)
    expect(line.contribution).not.toBeNull()
  })

  test('the same money twice in a batch, or once more on a day', () => {
    const { lines } = readIntakeDraft(
      aDraft([{ amount: '500' }, { amount: '500' }, { amount: '700' }, { amount: '500', kind: '12' }]),
      context,
      supporters,
    )
    const booked = {
      areaId: sampleId<'AreaId'>(411),
      fundingSourceId: sampleId<'FundingSourceId'>(10),
      campaignId: null,
      amountYen: yen(700),
      entryNumber: 12,
    }
    expect([...duplicateWarnings(lines, [booked])].map(([place, { message }]) => [place + 1, message])).toEqual([
      [2, '1行目と同じ地域・種類・金額です。二重でないか確かめてください。'],
      [3, '同じ日の伝票12と同じ地域・財源・金額です。二重でないか確かめてください。'],
    ])
  })
})

test('blank lines are no slips', () => {
  const reading = readIntakeDraft(aDraft([{ amount: '50,000' }, {}, { kind: '2', method: '1' }]), context, supporters)
  expect(reading).toMatchObject({ count: 1, totalYen: 50_000, isPostable: true })
})

test('count and total are those of the lines, whatever the order and the blanks between them', () => {
  fc.assert(
    fc.property(fc.array(fc.option(fc.integer({ min: 1, max: 9_999_999 }))), (amounts) => {
      const lines = amounts.map((amount) => ({ amount: amount === null ? '' : String(amount) }))
      const typed = amounts.filter((amount) => amount !== null)
      const total = typed.reduce((sum, amount) => sum + amount, 0)
      const cells = { controlCount: String(typed.length), controlTotal: String(total) }
      const reading = readIntakeDraft(aDraft(lines, cells), context, supporters)
      expect(reading.totalYen).toBe(total)
      expect(reading.control.state).toBe('match')
      expect(reading.isPostable).toBe(typed.length > 0)
    }),
  )
})

test('whatever is typed is read without an error and kept as it is', () => {
  const anything = fc.string({ unit: 'grapheme', maxLength: 30 })
  fc.assert(
    fc.property(
      fc.record(Object.fromEntries(lineColumns.map((column) => [column, anything]))),
      anything,
      (cells, receivedOn) => {
        const draft = aDraft([cells], { receivedOn })
        expect(() => readIntakeDraft(draft, context, supporters)).not.toThrow()
        expect(intakeDraftSchema.parse(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
      },
    ),
  )
})

test('numbers of supporters are gathered once each, in any width', () => {
  const draft = aDraft([{ supporter: '12' }, { supporter: '１２' }, { supporter: '支援' }, { supporter: '3' }])
  expect(supporterNumbersIn(draft)).toEqual([3, 12])
})
