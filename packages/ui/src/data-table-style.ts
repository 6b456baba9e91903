import { classList } from './class-list.ts'
import type { Column, PhoneLayout } from './data-table-column.ts'
import { stickyCorner, stickyHeading, stickyName } from './overflow-frame-style.ts'

// What stands below a name or an amount is told apart from it by its weight, too.
const boldButBelow = 'max-sm:font-bold max-sm:[&_.text-ink-sub]:font-normal'

const asCards = {
  frame: 'max-sm:block',
  row: 'max-sm:flex max-sm:flex-wrap max-sm:gap-x-4 max-sm:gap-y-1 max-sm:py-3 max-sm:border-b max-sm:border-line',
  cell:
    'max-sm:border-b-0 max-sm:p-0 max-sm:text-left max-sm:empty:hidden max-sm:before:mr-1.5 max-sm:before:text-[0.8125rem] ' +
    'max-sm:before:text-ink-sub max-sm:before:content-[attr(data-label)]',
  name: 'max-sm:border-b-0 max-sm:p-0 max-sm:text-[1rem] ' + boldButBelow,
  amount: 'max-sm:order-1 max-sm:before:font-normal ' + boldButBelow,
  // The first line of a card: what it is on the left, how much on the right. Further amounts follow below, as the rest does.
  besideAmount: 'max-sm:basis-[calc(60%-1rem)]',
  besideName: 'max-sm:basis-2/5 max-sm:text-right! max-sm:before:mr-0! max-sm:before:block',
  whole: 'max-sm:basis-full',
  rest: 'max-sm:order-2',
  acts: 'max-sm:order-3 max-sm:basis-full max-sm:border-b-0 max-sm:p-0',
}

const asGrid: typeof asCards = {
  frame: '', row: '', cell: '', name: '', amount: '', besideAmount: '', besideName: '', whole: '', rest: '', acts: '',
}

/** Classes of the parts of a DataTable of these columns for the chosen layout on a phone. */
export function tableStyle(phone: PhoneLayout, columns: readonly Column<never>[]) {
  const cards = phone === 'cards' ? asCards : asGrid
  const isText = columns.some((column) => column.isRowHeader === true && column.isText === true)
  const first = columns.find((column) => column.align === 'end' && leftOut(column) === undefined && column.isRowHeader !== true)
  const name = classList(cards.name, isText ? cards.whole : cards.besideAmount)
  const amount = (column: Column<never>) => classList(cards.amount, column === first && !isText && cards.besideName)
  return {
    head: classList(phone === 'cards' && 'max-sm:sr-only'),
    body: cards.frame,
    row: cards.row,
    cell: (column: Column<never>) =>
      classList(
        'border-b border-line-faint px-(--cell-x) py-(--cell-y) align-baseline leading-150 print:align-top',
        leftOut(column),
        column.isActs === true && offPaper,
        column.isRowHeader === true && classList('min-w-24 text-left font-normal', stickyName, name),
        column.isRowHeader !== true && (column.isActs === true ? classList(wholeButtons, cards.acts) : cards.cell),
        column.isRowHeader !== true && column.isActs !== true && (column.align === 'end' ? amount(column) : cards.rest),
        column.align === 'end' ? 'figures text-right' : phone === 'scroll' && leastWidth,
      ),
    sum: (column: Column<never>) =>
      classList(phone === 'cards' && 'max-sm:border-t-0', column.isActs === true && offPaper, column.isRowHeader === true ? classList(stickyName, name) : classList(cards.cell, amount(column))),
    heading: (column: Column<never>) =>
      classList(
        'border-b border-solid-gray-420 bg-white px-(--cell-x) py-2 align-bottom text-[0.8125rem] leading-140 font-bold print:text-(length:--text-cell) break-keep text-ink-sub max-sm:whitespace-nowrap',
        stickyHeading,
        column.align === 'end' ? 'text-right' : 'text-left',
        leftOut(column),
        column.isActs === true && offPaper,
        column.isRowHeader === true && stickyCorner,
      ),
  }
}

/** What a phone leaves out, and what a tablet does as well; paper has room for all. */
export function leftOut({ isWideOnly }: Column<never>): string | undefined {
  if (isWideOnly === 'desktop') return 'max-lg:hidden print:table-cell'
  return isWideOnly === true ? 'max-sm:hidden' : undefined
}

// Japanese breaks after every character: without a least width a narrow screen would stack a name letter by letter.
const leastWidth = 'max-sm:min-w-28'
// However narrow the column, the words on a button are not stacked letter by letter.
const wholeButtons = '[&_button]:whitespace-nowrap'
// Nobody presses a button on paper.
const offPaper = 'print-hidden'
