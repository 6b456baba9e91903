import { formatLocalDateShort } from '../../calendar/japanese-era.ts'
import type { LocalDate } from '../../calendar/local-date.ts'
import { dateRefusalMessage, parseDate } from '../../calendar/parse-date.ts'
import type { CampaignMaterialDetails } from './campaign-material-input.ts'
import { type MaterialItem, materialItems } from './material-item.ts'

/** The cells of a row, in the order in which they stand: each item given and come back, then the days. */
export const campaignMaterialCells = [
  'feather.issued', 'feather.returned', 'envelope.issued', 'envelope.returned', 'poster.issued', 'poster.returned', 'issuedOn', 'returnedOn',
] as const
export type CampaignMaterialCell = (typeof campaignMaterialCells)[number]

export const campaignMaterialCellNames: Record<CampaignMaterialCell, string> = {
  'feather.issued': '羽根 渡した',
  'feather.returned': '羽根 戻った',
  'envelope.issued': '封筒 渡した',
  'envelope.returned': '封筒 戻った',
  'poster.issued': 'ポスター 渡した',
  'poster.returned': 'ポスター 戻った',
  issuedOn: '渡した日',
  returnedOn: '戻った日',
}

export type TypedCampaignMaterial = Readonly<Record<CampaignMaterialCell, string>>

/** What is recorded of an area, item by item; null where nothing was written down. */
export type RecordedMaterials = Readonly<Record<MaterialItem, (CampaignMaterialDetails & { readonly revision: number }) | null>>

export interface ReadMaterial {
  readonly item: MaterialItem
  readonly revision: number | null
  readonly details: CampaignMaterialDetails
}

export type CampaignMaterialReading =
  | { readonly ok: true; readonly changed: readonly ReadMaterial[] }
  | { readonly ok: false; readonly cell: CampaignMaterialCell; readonly message: string }

/** What is recorded, as the cells show it: one day for all items, the latest. */
export function typedOfMaterials(recorded: RecordedMaterials): TypedCampaignMaterial {
  const count = (figure: number | undefined) => (figure === undefined || figure === 0 ? '' : String(figure))
  return {
    'feather.issued': count(recorded.feather?.issued),
    'feather.returned': count(recorded.feather?.returned),
    'envelope.issued': count(recorded.envelope?.issued),
    'envelope.returned': count(recorded.envelope?.returned),
    'poster.issued': count(recorded.poster?.issued),
    'poster.returned': count(recorded.poster?.returned),
    issuedOn: dayText(latestOf(recorded, 'issuedOn')),
    returnedOn: dayText(latestOf(recorded, 'returnedOn')),
  }
}

/**
 * Reads a row as it was typed and says which items it changes. A day that was typed goes for all items that were given or
 * came back; one that was left as it stood changes no item's own day, and is that of an item written down for the first time.
 */
export function readTypedCampaignMaterial(
  typed: TypedCampaignMaterial,
  recorded: RecordedMaterials,
  context: Parameters<typeof parseDate>[1],
): CampaignMaterialReading {
  const before = typedOfMaterials(recorded)
  const days: Record<'issuedOn' | 'returnedOn', LocalDate | null> = { issuedOn: null, returnedOn: null }
  for (const cell of ['issuedOn', 'returnedOn'] as const) {
    if (typed[cell].trim() === '') continue
    const day = parseDate(typed[cell], context)
    if (!day.ok) return { ok: false, cell, message: dateRefusalMessage(day.reason) }
    days[cell] = day.date
  }
  const changed: ReadMaterial[] = []
  for (const item of materialItems) {
    const issued = countIn(typed[`${item}.issued`])
    if (issued === null) return { ok: false, cell: `${item}.issued`, message: notANumber }
    const returned = countIn(typed[`${item}.returned`])
    if (returned === null) return { ok: false, cell: `${item}.returned`, message: notANumber }
    const own = recorded[item]
    const dayOf = (cell: 'issuedOn' | 'returnedOn', pieces: number) => {
      if (pieces === 0) return null
      return typed[cell] === before[cell] ? (own?.[cell] ?? days[cell]) : days[cell]
    }
    const details = { issued, returned, issuedOn: dayOf('issuedOn', issued), returnedOn: dayOf('returnedOn', returned) }
    if (!isSame(details, own)) changed.push({ item, revision: own?.revision ?? null, details })
  }
  return { ok: true, changed }
}

const notANumber = '数は整数で入力してください。例：105'

function isSame(details: CampaignMaterialDetails, own: RecordedMaterials[MaterialItem]): boolean {
  const { issued, returned, issuedOn, returnedOn } = own ?? { issued: 0, returned: 0, issuedOn: null, returnedOn: null }
  return details.issued === issued && details.returned === returned && details.issuedOn === issuedOn && details.returnedOn === returnedOn
}

function latestOf(recorded: RecordedMaterials, cell: 'issuedOn' | 'returnedOn'): LocalDate | null {
  const days = materialItems.flatMap((item) => recorded[item]?.[cell] ?? [])
  return days.toSorted().at(-1) ?? null
}

function dayText(day: LocalDate | null): string {
  return day === null ? '' : formatLocalDateShort(day)
}

/** Null where it is no whole number of up to six digits. */
function countIn(text: string): number | null {
  const digits = text.normalize('NFKC').replaceAll(',', '').replace(/[枚本]$/, '').trim()
  if (digits === '') return 0
  return /^\d{1,6}$/.test(digits) ? Number(digits) : null
}
