import { type LineColumn, lineColumns } from '@sasaeai/domain/intake/intake-draft'
import type { ExtraStops } from '@sasaeai/domain/intake/next-cell'
import { useState } from 'react'

const storageKey = 'sasaeai.intake-stops'

/** The columns at which this clerk wants Enter to stop beyond those that the money needs; kept in this browser. */
export function useExtraStops(): { extraStops: ExtraStops; toggleStop: (column: LineColumn) => void } {
  const [extraStops, setExtraStops] = useState<ExtraStops>(readStops)
  const toggleStop = (column: LineColumn) => {
    const next = new Set(extraStops)
    if (!next.delete(column)) next.add(column)
    localStorage.setItem(storageKey, [...next].join(','))
    setExtraStops(next)
  }
  return { extraStops, toggleStop }
}

function readStops(): ExtraStops {
  const kept = (localStorage.getItem(storageKey) ?? '').split(',')
  return new Set(lineColumns.filter((column) => kept.includes(column)))
}
