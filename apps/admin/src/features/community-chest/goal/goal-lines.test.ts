import { type GoalArea, goalTree } from '@sasaeai/domain/community-chest/goal/goal-sheet'
import { type AreaId, id } from '@sasaeai/domain/ids'
import { expect, test } from 'vitest'
import { goalLines, pastedCells } from './goal-lines.ts'

const areaId = (number: number): AreaId => id(`00000000-0000-7000-8000-${String(number).padStart(12, '0')}`)
const area = (number: number, parent: number | null, name: string): GoalArea => ({
  areaId: areaId(number), code: String(number), name, parentId: parent === null ? null : areaId(parent), households: null,
})
const areas = [area(0, null, '市'), area(1, 0, '校区'), area(11, 1, '一丁目'), area(2, 0, '小校区')]
const linesFor = (goals: [number, number[]][], unfolded: number[] = []) =>
  goalLines(goalTree(areas, 2, new Map(goals.map(([number, amounts]) => [areaId(number), amounts]))), new Set(unfolded.map(areaId)))
const printed = (lines: ReturnType<typeof linesFor>) => lines.map(({ kind, name, depth }) => `${kind} ${'　'.repeat(depth)}${name}`)

test('a folded 校区 is typed into while nothing stands below it, and shows sums after that', () => {
  expect(printed(linesFor([[1, [500, 0]]]))).toEqual(['own 市全体（校区に分けない分）', 'own 校区', 'own 小校区'])
  expect(printed(linesFor([[1, [500, 0]], [11, [0, 3]]]))).toEqual(['own 市全体（校区に分けない分）', 'sum 校区', 'own 小校区'])
})

test('an unfolded 校区 shows its sums, its own amount and its 自治会; one without any cannot be unfolded', () => {
  expect(printed(linesFor([], [1, 2]))).toEqual([
    'own 市全体（校区に分けない分）', 'sum 校区', 'own 　校区（まとめて）', 'own 　一丁目', 'own 小校区',
  ])
})

test('a block from Excel goes over the lines that can be typed into, and no further than the grid', () => {
  const lines = linesFor([[11, [1, 0]]])
  expect(pastedCells(lines, [['1', '2'], ['3', '4'], ['5', '6']], { line: 0, place: 1, methods: 2 })).toEqual([
    { areaId: areaId(0), place: 1, text: '1' }, { areaId: areaId(2), place: 1, text: '3' },
  ])
})
