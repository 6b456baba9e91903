import { partsOf, type DateParts, type LocalDate } from '@sasaeai/domain/calendar/local-date'

/** The council as it stands on its papers; what is empty is left out. */
export interface PaperCouncil {
  readonly name: string
  readonly postalCode: string
  readonly address: string
  readonly phone: string
  readonly representative: string
}

/** What every paper says of itself. */
export interface PaperHead {
  readonly title: string
  /** The day that the file carries: of the data, not of the clock, so that the same data makes the same bytes. */
  readonly day: LocalDate
  readonly council: PaperCouncil
  /** Printed on every page. */
  readonly isDemo: boolean
}

/** The head as papers/paper-style.typ reads it. */
export function headData({ title, day, council, isDemo }: PaperHead): HeadData {
  const { name, postalCode, address, phone, representative } = council
  return { title, date: partsOf(day), council: { name, postalCode, address, phone, representative }, isDemo }
}

export interface HeadData {
  readonly title: string
  readonly date: DateParts
  readonly council: PaperCouncil
  readonly isDemo: boolean
}
