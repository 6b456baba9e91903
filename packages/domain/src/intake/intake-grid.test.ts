import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { IntakeLineId } from '../ids.ts'
import { emptyLine, intakeDraftSchema, lineColumns } from './intake-draft.ts'
import { type GridAction, type IntakeGrid, intakeGrid, reduceIntakeGrid } from './intake-grid.ts'
import { sampleId } from './sample-ground.ts'

const start = intakeGrid(intakeDraftSchema.parse({ lines: [] }), sampleId(1))
const firstId = sampleId<'IntakeLineId'>(1)

function after(grid: IntakeGrid, ...actions: GridAction[]): IntakeGrid {
  return actions.reduce(reduceIntakeGrid, grid)
}

const typed = (lineId: IntakeLineId, column: (typeof lineColumns)[number], text: string): GridAction => ({
  type: 'set_cell',
  lineId,
  column,
  text,
})

test('a new row carries kind and method forward', () => {
  const grid = after(
    start,
    typed(firstId, 'kind', '2'),
    typed(firstId, 'method', '4'),
    typed(firstId, 'amount', '500'),
    {
      type: 'add_row',
      afterLineId: firstId,
      newLineId: sampleId(2),
    },
  )
  expect(grid.draft.lines[1]).toEqual({ ...emptyLine(sampleId(2)), kind: '2', method: '4' })
})

test('several cells that are filled at once are one step of undo', () => {
  const grid = after(start, typed(firstId, 'kind', '14'), { type: 'fill_cells', lineId: firstId, cells: { units: '2', amount: '10,000' } })
  expect(grid.draft.lines[0]).toEqual({ ...emptyLine(firstId), kind: '14', units: '2', amount: '10,000' })
  expect(after(grid, { type: 'undo' }).draft.lines[0]).toEqual({ ...emptyLine(firstId), kind: '14' })
})

test('one key copies the cell above, another the whole row', () => {
  const two = after(start, typed(firstId, 'amount', '500'), typed(firstId, 'note', '班長'), {
    type: 'add_row',
    afterLineId: firstId,
    newLineId: sampleId(2),
  })
  expect(after(two, { type: 'copy_cell_above', lineId: sampleId(2), column: 'amount' }).draft.lines[1]?.amount).toBe(
    '500',
  )
  expect(after(two, { type: 'copy_row_above', lineId: sampleId(2) }).draft.lines[1]).toMatchObject({
    id: sampleId(2),
    amount: '500',
    note: '班長',
  })
})

test('what was typed into a cell is given up as long as the cursor stands in it, and comes back by redo', () => {
  const revert: GridAction = { type: 'revert_cell', lineId: firstId, column: 'amount' }
  const before = after(start, typed(firstId, 'amount', '500'), { type: 'leave_cell' })
  const retyped = after(before, typed(firstId, 'amount', '7'), typed(firstId, 'amount', '70'))
  expect(after(retyped, revert).draft).toEqual(before.draft)
  expect(after(retyped, revert, { type: 'redo' }).draft).toEqual(retyped.draft)
  expect(after(before, revert)).toBe(before)
})

test('above the first row there is nothing to copy', () => {
  expect(after(start, { type: 'copy_row_above', lineId: firstId })).toBe(start)
})

test('a pasted table fills cells to the right and adds the rows that it needs', () => {
  const grid = after(start, {
    type: 'paste',
    lineId: firstId,
    column: 'units',
    cells: [
      ['1', '500', '一'],
      ['2', '1,000', '二', 'beyond the last column'],
    ],
    newLineIds: [sampleId(2), sampleId(3)],
  })
  expect(grid.draft.lines).toEqual([
    { ...emptyLine(firstId), units: '1', amount: '500', note: '一' },
    { ...emptyLine(sampleId(2)), units: '2', amount: '1,000', note: '二' },
  ])
})

test('the last row is emptied rather than taken away', () => {
  const grid = after(start, typed(firstId, 'amount', '500'), {
    type: 'delete_row',
    lineId: firstId,
    newLineId: sampleId(2),
  })
  expect(grid.draft.lines).toEqual([emptyLine(sampleId(2))])
})

test('typing in one cell is one step of undo until the cell is left', () => {
  const grid = after(
    start,
    typed(firstId, 'amount', '5'),
    typed(firstId, 'amount', '50'),
    { type: 'leave_cell' },
    typed(firstId, 'amount', '500'),
  )
  const once = after(grid, { type: 'undo' })
  expect(once.draft.lines[0]?.amount).toBe('50')
  expect(after(once, { type: 'undo' }).draft).toBe(start.draft)
})

const text = fc.constantFrom('', '1', '500', '日吉')
const lineId = fc.integer({ min: 1, max: 6 }).map((number) => sampleId<'IntakeLineId'>(number))
const column = fc.constantFrom(...lineColumns)
const change: fc.Arbitrary<GridAction> = fc.oneof(
  fc.record({
    type: fc.constant('set_header' as const),
    field: fc.constantFrom('bearer' as const, 'note' as const),
    text,
  }),
  fc.record({ type: fc.constant('set_cell' as const), lineId, column, text }),
  fc.record({ type: fc.constant('copy_cell_above' as const), lineId, column }),
  fc.record({ type: fc.constant('copy_row_above' as const), lineId }),
  fc.record({ type: fc.constant('leave_cell' as const) }),
  fc.record({
    type: fc.constant('add_row' as const),
    afterLineId: lineId,
    newLineId: fc.constant(sampleId<'IntakeLineId'>(7)),
  }),
  fc.record({ type: fc.constant('delete_row' as const), lineId, newLineId: fc.constant(sampleId<'IntakeLineId'>(8)) }),
  fc.record({
    type: fc.constant('paste' as const),
    lineId,
    column,
    cells: fc.array(fc.array(text), { maxLength: 4 }),
    newLineIds: fc.constant([20, 21, 22, 23].map((number) => sampleId<'IntakeLineId'>(number))),
  }),
)

/** Applies the changes, giving every added row an id of its own as the screen does. */
function play(actions: readonly GridAction[]): IntakeGrid {
  return actions.reduce((grid, action, place) => {
    const fresh = (offset: number) => sampleId<'IntakeLineId'>(1000 * (place + 1) + offset)
    if (action.type === 'add_row' || action.type === 'delete_row')
      return reduceIntakeGrid(grid, { ...action, newLineId: fresh(0) })
    if (action.type === 'paste')
      return reduceIntakeGrid(grid, { ...action, newLineIds: action.newLineIds.map((_, offset) => fresh(offset)) })
    return reduceIntakeGrid(grid, action)
  }, start)
}

test('undoing every step restores the beginning exactly, and redoing every step the end', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), (actions) => {
      const end = play(actions)
      const undone = end.past.reduce<IntakeGrid>((grid) => reduceIntakeGrid(grid, { type: 'undo' }), end)
      expect(undone.draft).toBe(start.draft)
      const redone = undone.future.reduce<IntakeGrid>((grid) => reduceIntakeGrid(grid, { type: 'redo' }), undone)
      expect(redone.draft).toBe(end.draft)
      expect(redone.past).toEqual(end.past)
    }),
  )
})

test('whatever is done, the draft stays one that can be stored, with one row at least and no row twice', () => {
  fc.assert(
    fc.property(fc.array(change, { maxLength: 40 }), (actions) => {
      const { draft } = play(actions)
      expect(draft.lines.length).toBeGreaterThan(0)
      expect(intakeDraftSchema.parse(draft)).toEqual(draft)
    }),
  )
})
