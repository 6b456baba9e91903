import type { IntakeContext, IntakeSupporter } from '@sasaeai/domain/intake/intake-context'
import type { HeaderReading } from '@sasaeai/domain/intake/read-intake-header'
import type { LineReading } from '@sasaeai/domain/intake/read-intake-line'
import { flushSync } from 'react-dom'
import type { IntakeCellProps } from './intake-cell.tsx'
import { IntakeLookupCell } from './intake-lookup-cell.tsx'
import { areaSuggestions, suggestKinds, suggestMethods } from './suggest-codes.ts'
import { useSlipNumber } from './use-slip-number.ts'

/** What the cells of a line share. */
export interface CodeCellProps extends IntakeCellProps {
  readonly reading: LineReading
  readonly context: IntakeContext
  readonly header: HeaderReading
}

/** 種類 by its code on the ten-key. */
export function KindCell({ reading, context, header, ...cell }: CodeCellProps) {
  const kinds = context.kindsOf(header.fiscalYear)
  return (
    <IntakeLookupCell
      {...cell}
      meaning={reading.kind?.name}
      isClear={!cell.isActive || reading.kind !== null}
      suggestions={cell.isActive && reading.kind === null ? suggestKinds(kinds, cell.text) : []}
      onPick={({ code }) => takeAndGoOn(cell, code)}
    />
  )
}

/** 方法, needed for 募金 only; an empty cell shows the method that is meant. */
export function MethodCell({ reading, context, ...cell }: CodeCellProps) {
  const { method } = reading
  return (
    <IntakeLookupCell
      {...cell}
      meaning={method === null ? undefined : cell.text.trim() === '' ? `${method.code} ${method.name}` : method.name}
      isClear={!cell.isActive || method !== null}
      suggestions={
        cell.isActive && method === null && reading.kind?.campaignId !== undefined
          ? suggestMethods(context, cell.text)
          : []
      }
      onPick={({ code }) => takeAndGoOn(cell, code)}
    />
  )
}

interface AreaCellProps extends CodeCellProps {
  readonly onPickSupporter: (supporter: IntakeSupporter) => void
}

/** 地域, also by the 納入番号 of its slip; an empty cell means the area of the bundle. */
export function AreaCell({ onPickSupporter, ...props }: AreaCellProps) {
  const { reading, context, header, ...cell } = props
  const area = reading.areaId === null ? undefined : context.areas.areas.get(reading.areaId)
  const slip = useSlipNumber({ ...props, onPickSupporter }, 'area', !cell.isActive || area !== undefined)
  return (
    <IntakeLookupCell
      {...cell}
      meaning={area?.name}
      isClear={!cell.isActive || area !== undefined}
      isWaiting={slip.isWaiting}
      suggestions={cell.isActive && area === undefined ? [...slip.suggestions, ...areaSuggestions(context, cell.text, header.areaId)] : []}
      onPick={(picked) => {
        if (!slip.take(picked)) takeAndGoOn(cell, picked.code)
      }}
    />
  )
}

/** Puts a picked code into the cell and moves on as Enter would: what Enter does depends on the kind just picked. */
export function takeAndGoOn({ lineId, column, handlers }: IntakeCellProps, code: string): void {
  flushSync(() => handlers.type(lineId, column, code))
  handlers.run('next', lineId, column)
}
