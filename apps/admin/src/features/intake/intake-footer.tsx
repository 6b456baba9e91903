import { Button } from '@sasaeai/ui/button'
import { classList } from '@sasaeai/ui/class-list'
import { Icon } from '@sasaeai/ui/icon'
import { formatYen, formatYenDelta, type Yen, yen } from '@sasaeai/domain/money/yen'
import { branchCashYen } from '@sasaeai/domain/intake/branch-cash'
import type { ControlCheck } from '@sasaeai/domain/intake/control-check'
import type { IntakeContext } from '@sasaeai/domain/intake/intake-context'
import type { KeyboardEvent, ReactNode } from 'react'
import type { ReadDraft } from './use-draft-reading.ts'
import type { FinishBatch } from './use-finish-batch.ts'
import { finishButtonId } from './use-grid-commands.ts'

interface IntakeFooterProps {
  readonly context: IntakeContext
  readonly read: ReadDraft
  readonly finish: FinishBatch
  /** ↑ leads back to the lines. */
  readonly onUp: () => void
  /** The status line of autosaving. */
  readonly children: ReactNode
}

/**
 * Always in sight: how many slips and how much, whether that is what the slip of the bundle says, and the way on. On a
 * phone it is two lines of small print beside the button, so that the cards keep the screen.
 */
export function IntakeFooter({ context, read, finish, onUp, children }: IntakeFooterProps) {
  const { header, count, totalYen, control } = read
  const leaveUpwards = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowUp') return
    event.preventDefault()
    onUp()
  }
  return (
    <div
      className={classList(
        'sticky bottom-0 z-20 -mx-4 -mb-16 mt-auto border-t border-line bg-white px-4 py-2.5 sm:-mx-8 sm:px-8',
        'flex flex-wrap items-center gap-x-8 gap-y-2 shadow-[0_-4px_12px_rgb(0_0_0/0.05)]',
        'max-sm:grid max-sm:grid-cols-[1fr_auto] max-sm:gap-x-3 max-sm:gap-y-0.5 max-sm:py-2',
      )}
    >
      {finish.failure !== null && (
        <p role="alert" className="flex basis-full items-start gap-1.5 font-bold text-red-900 max-sm:col-span-2">
          <Icon name="error" className="mt-[0.25em]" />
          {finish.failure}
        </p>
      )}
      <div className="min-w-0 flex-1 basis-48 max-sm:order-last max-sm:col-span-2 max-sm:empty:hidden">{children}</div>
      <div className="flex items-baseline gap-x-8 max-sm:gap-x-3">
        <Figures
          label="件数"
          typed={`${count}`}
          slip={header.controlCount === null ? null : `${header.controlCount}`}
          unit="件"
        />
        <Figures
          label="合計"
          typed={formatYen(totalYen)}
          slip={header.controlTotalYen === null ? null : formatYen(header.controlTotalYen)}
          unit="円"
          isLarge
        />
      </div>
      <BranchCash yen={branchCashYen(read.lines, context.ground)} />
      <MatchState control={control} />
      <span className="max-sm:col-start-2 max-sm:row-span-2">
        <Button
          id={finishButtonId}
          variant="primary"
          isBusy={finish.isBusy}
          busyLabel={finish.busyLabel}
          onClick={finish.run}
          onKeyDown={leaveUpwards}
          aria-keyshortcuts="Control+Enter"
        >
          {finish.label}
        </Button>
      </span>
    </div>
  )
}

/** Money of the 支会 book is put into a box of its own. */
function BranchCash({ yen: amount }: { yen: Yen }) {
  if (amount === 0) return null
  return <p className="figures text-[0.875rem] text-ink-sub max-sm:col-span-2">うち支会の現金 {formatYen(amount)}円</p>
}

interface FiguresProps {
  readonly label: string
  readonly typed: string
  readonly slip: string | null
  readonly unit: string
  readonly isLarge?: boolean
}

/** The running figure, and small below it what the slip says. */
function Figures({ label, typed, slip, unit, isLarge = false }: FiguresProps) {
  return (
    <div className="text-right leading-130">
      <div>
        <span className="mr-2 text-[0.8125rem] text-ink-sub max-sm:sr-only">{label}</span>
        <span
          data-testid={`running-${label}`}
          className={classList(
            'figures font-bold max-sm:text-[1.125rem]',
            isLarge ? 'text-[1.625rem]' : 'text-[1.25rem]',
          )}
        >
          {typed}
        </span>
        <span className="ml-1 text-[0.8125rem]">{unit}</span>
      </div>
      <div className="text-[0.8125rem] text-ink-sub figures max-sm:hidden">
        統制 {slip ?? '—'}
        {slip === null ? '' : unit}
      </div>
    </div>
  )
}

const matchLook = classList(
  'inline-flex min-w-28 items-center justify-center gap-1.5 rounded-8 px-3 py-1.5 leading-130 font-bold',
  'max-sm:order-1 max-sm:col-start-1 max-sm:w-fit max-sm:min-w-0 max-sm:gap-1',
  'max-sm:rounded-4 max-sm:px-1.5 max-sm:py-0 max-sm:text-[0.875rem]',
)

function MatchState({ control }: { control: ControlCheck }) {
  switch (control.state) {
    case 'match':
      return (
        <output className={classList(matchLook, 'bg-green-50 text-green-900')}>
          <Icon name="check" />
          一致
        </output>
      )
    case 'mismatch':
      return (
        <output className={classList(matchLook, 'bg-red-50 text-red-900 sm:flex-col sm:gap-0!')}>
          <span className="sr-only">統制と一致していません。</span>
          {control.differenceYen !== 0 && (
            <span className="figures">差額 {formatYenDelta(control.differenceYen)}円</span>
          )}
          {control.countDifference !== 0 && (
            <span className="figures text-[0.875rem]">差 {formatYenDelta(yen(control.countDifference))}件</span>
          )}
        </output>
      )
    case 'untyped':
      return (
        <output className={classList(matchLook, 'bg-surface-sub text-[0.875rem] font-normal! text-ink-sub')}>
          統制が未入力
        </output>
      )
  }
}
