import { classList } from '@sasaeai/ui/class-list'
import { formatLocalDate } from '@sasaeai/domain/calendar/japanese-era'
import { id } from '@sasaeai/domain/ids'
import type { IntakeContext } from '@sasaeai/domain/intake/intake-context'
import { type HeaderField, headerFieldNames, type IntakeDraftHeader } from '@sasaeai/domain/intake/intake-draft'
import type { GridAction } from '@sasaeai/domain/intake/intake-grid'
import type { HeaderReading } from '@sasaeai/domain/intake/read-intake-header'
import { type Dispatch, type ReactNode, useState } from 'react'
import { focusInput, headerCellId } from './focus-cell.ts'
import type { GridCommand } from './grid-keys.ts'
import { HeaderCell, headerLabelLook } from './header-cell.tsx'
import { areaSuggestions } from './suggest-codes.ts'

interface IntakeHeaderFormProps {
  readonly header: IntakeDraftHeader
  readonly reading: HeaderReading
  readonly context: IntakeContext
  readonly wasTried: boolean
  readonly dispatch: Dispatch<GridAction>
  readonly onEnterGrid: () => void
  /** Commands that reach beyond the header: undo, redo, post, help. */
  readonly onCommand: (command: GridCommand) => void
}

/** The cells where Enter stops, in the order of the bearer's slip; the others are reached by Tab. */
const stops: readonly HeaderField[] = ['receivedOn', 'area', 'bearer', 'controlCount', 'controlTotal']

/** The cells above the lines: what stands on the slip that came with the bundle. */
export function IntakeHeaderForm(props: IntakeHeaderFormProps) {
  const { header, reading, context, wasTried, dispatch, onEnterGrid, onCommand } = props
  const [active, setActive] = useState<HeaderField | null>(null)
  const move = (field: HeaderField, step: 1 | -1) => {
    const next = stops[Math.max(stops.indexOf(field) + step, 0)]
    if (next === undefined || (step === 1 && !stops.includes(field))) onEnterGrid()
    else focusInput(headerCellId(next))
  }
  const cell = (field: HeaderField, more: { echo?: ReactNode; className?: string } = {}) => ({
    field,
    text: header[field],
    label: headerFieldNames[field],
    isActive: active === field,
    error:
      active === field || (header[field].trim() === '' && !wasTried) ? undefined : messageFor(field, reading.problems),
    warning: messageFor(field, reading.warnings),
    onType: (text: string) => dispatch({ type: 'set_header', field, text }),
    onEnter: () => setActive(field),
    onLeave: () => {
      dispatch({ type: 'leave_cell' })
      setActive(null)
    },
    onMove: (step: 1 | -1) => move(field, step),
    onDown: onEnterGrid,
    onCommand,
    ...more,
  })
  const area = reading.areaId === null ? undefined : context.areas.areas.get(reading.areaId)
  return (
    <fieldset
      className={classList(
        'grid grid-cols-2 items-start gap-x-4 gap-y-2 sm:grid-cols-4',
        'lg:grid-cols-[12rem_14rem_1fr_10rem]',
      )}
    >
      <legend className="sr-only">受付の内容</legend>
      <HeaderCell
        {...cell('receivedOn')}
        echo={reading.receivedOn === null ? undefined : formatLocalDate(reading.receivedOn)}
      />
      <HeaderCell
        {...cell('area')}
        echo={area?.name}
        suggestions={active === 'area' && area === undefined ? areaSuggestions(context, header.area, null) : []}
      />
      <HeaderCell {...cell('bearer')} />
      <CashAccountCell {...{ header, context, dispatch }} />
      <HeaderCell {...cell('controlCount')} unit="件" isNumeric />
      <HeaderCell {...cell('controlTotal')} unit="円" isNumeric />
      <HeaderCell {...cell('note', { className: 'col-span-2' })} />
    </fieldset>
  )
}

function messageFor(field: HeaderField, remarks: HeaderReading['problems']): string | undefined {
  return remarks.find((remark) => remark.field === field)?.message
}

function CashAccountCell({
  header,
  context,
  dispatch,
}: Pick<IntakeHeaderFormProps, 'header' | 'context' | 'dispatch'>) {
  const accounts = [...context.ground.accounts].filter(
    ([, account]) => account.category === 'asset' && account.book === 'council' && !account.isHeading && !account.isClosed,
  )
  return (
    <div className="flex min-w-0 flex-col">
      <label htmlFor={headerCellId('cashAccountId')} className={headerLabelLook}>
        {headerFieldNames.cashAccountId}
      </label>
      <select
        id={headerCellId('cashAccountId')}
        value={header.cashAccountId ?? context.defaultCashAccountId ?? ''}
        onChange={(event) =>
          dispatch({ type: 'choose_cash_account', cashAccountId: id<'LedgerAccountId'>(event.currentTarget.value) })
        }
        className={classList(
          'min-h-(--control) w-full min-w-0 rounded-8 border border-line-field bg-white px-2',
          'text-(length:--text-cell)',
        )}
      >
        {accounts.map(([accountId, { name }]) => (
          <option key={accountId} value={accountId}>
            {name}
          </option>
        ))}
      </select>
    </div>
  )
}
