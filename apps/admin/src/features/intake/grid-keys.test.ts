import { expect, test } from 'vitest'
import { commandOfKey, type PressedCell } from './grid-keys.ts'

const plain = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false }
const amount: PressedCell = { column: 'amount', text: '500', isAtStart: false, isAtEnd: true }
const press = (key: string, cell: Partial<PressedCell> = {}) => commandOfKey({ ...plain, key }, { ...amount, ...cell })

test('the ten-key pad alone moves, copies and multiplies by a thousand', () => {
  expect(['Enter', '+', '*', '/', ',', '5', '.'].map((key) => press(key))).toEqual([
    'next',
    'copy_cell',
    'copy_row',
    'thousands',
    'thousands',
    null,
    null,
  ])
})

test('arrows leave a number while it is typed, a word only at its ends, and no text from its middle', () => {
  const middle = { isAtStart: false, isAtEnd: false }
  expect([press('ArrowRight'), press('ArrowLeft')]).toEqual(['right', 'left'])
  expect([press('ArrowRight', middle), press('ArrowLeft', middle)]).toEqual([null, null])
  expect(press('ArrowLeft', { column: 'note' })).toBeNull()
  expect(press('ArrowLeft', { column: 'note', isAtStart: true })).toBe('left')
})

test('Esc gives up what was typed into a cell of a line', () => {
  expect([press('Escape'), press('Escape', { column: null })]).toEqual(['revert', null])
})

test('in words, signs are typed as they are, unless the cell is empty', () => {
  expect(press('+', { column: 'note' })).toBeNull()
  expect(press('+', { column: 'note', text: '' })).toBe('copy_cell')
  expect(press('*', { column: null, text: '' })).toBeNull()
})

test('a slash is a slash outside of amounts', () => {
  expect(press('/', { column: 'note', text: '4' })).toBeNull()
})

test('control keys undo, redo, copy the row above, delete a row and post', () => {
  const control = (key: string, shiftKey = false) => commandOfKey({ ...plain, ctrlKey: true, shiftKey, key }, amount)
  expect([
    control('z'),
    control('Z', true),
    control('y'),
    control('d'),
    control('Delete'),
    control('Enter'),
    control('c'),
  ]).toEqual(['undo', 'redo', 'redo', 'copy_row', 'delete_row', 'post', null])
})
