import type { ReactNode } from 'react'

/** One column of a DataTable. */
export interface Column<Row> {
  readonly id: string
  readonly header: string
  readonly cell: (row: Row) => ReactNode
  /** `end` for figures: right aligned, tabular, never broken over lines. */
  readonly align?: 'start' | 'end' | undefined
  /** Names the row; it carries the row's link and stays in sight while the table scrolls sideways. */
  readonly isRowHeader?: boolean | undefined
  /** Of the naming column: more than a name, so that on a phone it has the whole width of the card. */
  readonly isText?: boolean | undefined
  /** What stands in the column, where the list can be put in order by it. */
  readonly sortableBy?: SortableBy | undefined
  /** Left out on a phone, `desktop` on a tablet as well, for what the row's own page says anyway. */
  readonly isWideOnly?: boolean | 'desktop' | undefined
  /** Buttons of the row: on a phone they stand below the rest, without the heading. */
  readonly isActs?: boolean | undefined
  /** A HelpTip beside the heading. */
  readonly help?: ReactNode
  /** The cell of the total line under this column. */
  readonly footer?: ReactNode
}

/** Days and figures begin with the newest and the greatest, text with the first. */
export type SortableBy = 'date' | 'figure' | 'text'

export interface TableSort {
  readonly columnId: string
  readonly direction: 'ascending' | 'descending'
}

/** `cards` shows each row as a small card on a phone, `scroll` keeps the grid and scrolls sideways. */
export type PhoneLayout = 'cards' | 'scroll'
