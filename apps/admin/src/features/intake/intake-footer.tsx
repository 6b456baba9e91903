import { Button } from '@sasaeai/ui/button'
import { classList } from '@sasaeai/ui/class-list'
import { Icon } from '@sasaeai/ui/icon'
import { formatYen, formatYenDelta, yen } from '@sasaeai/domain/money/yen'
import type { ControlCheck } from '@sasaeai/domain/intake/control-check'
import type { ReactNode } from 'react'
import { finishButtonId } from './use-grid-commands.ts'
import type { ReadDraft } from './use-draft-reading.ts'

interface IntakeFooterProps {
  readonly read: ReadDraft
  readonly finishLabel: string
  readonly isBusy: boolean
  readonly onFinish: () => void
  /** The status line of autosaving. */
  readonly children: ReactNode
}

/** Always in sight: how many slips and how much, whether that is what the slip of the bundle says, and the way on. */
export function IntakeFooter({ read, finishLabel, isBusy, onFinish, children }: IntakeFooterProps) {
  const { header, count, totalYen, control } = read
  return (
    <div className="sticky bottom-0 z-20 -mx-4 -mb-16 mt-auto border-t border-line bg-white px-4 py-2.5 shadow-[0_-4px_12px_rgb(0_0_0/0.05)] sm:-mx-8 sm:px-8">
      <div className="flex flex-wrap items-center gap-x-8 gap-y-2">
        <div className="min-w-0 flex-1 basis-48 max-sm:order-last">{children}</div>
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
        <MatchState control={control} />
        <Button
          id={finishButtonId}
          variant="primary"
          isBusy={isBusy}
          busyLabel="記帳しています"
          onClick={onFinish}
          aria-keyshortcuts="Control+Enter"
        >
          {finishLabel}
        </Button>
      </div>
    </div>
  )
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
        <span className="mr-2 text-[0.8125rem] text-ink-sub">{label}</span>
        <span
          data-testid={`running-${label}`}
          className={classList('figures font-bold', isLarge ? 'text-[1.625rem]' : 'text-[1.25rem]')}
        >
          {typed}
        </span>
        <span className="ml-1 text-[0.8125rem]">{unit}</span>
      </div>
      <div className="text-[0.8125rem] text-ink-sub figures">
        統制 {slip ?? '—'}
        {slip === null ? '' : unit}
      </div>
    </div>
  )
}

function MatchState({ control }: { control: ControlCheck }) {
  const look = 'inline-flex min-w-28 items-center justify-center gap-1.5 rounded-8 px-3 py-1.5 font-bold leading-130'
  switch (control.state) {
    case 'match':
      return (
        <output className={classList(look, 'bg-green-50 text-green-900')}>
          <Icon name="check" />
          一致
        </output>
      )
    case 'mismatch':
      return (
        <output className={classList(look, 'bg-red-50 text-red-900 flex-col gap-0!')}>
          <span className="sr-only">統制と一致していません。</span>
          {control.differenceYen !== 0 && (
            <span className="figures">差額 {formatYenDelta(control.differenceYen)}円</span>
          )}
          {control.countDifference !== 0 && (
            <span className="text-[0.875rem] figures">差 {formatYenDelta(yen(control.countDifference))}件</span>
          )}
        </output>
      )
    case 'untyped':
      return (
        <output className={classList(look, 'bg-surface-sub font-normal! text-[0.875rem] text-ink-sub')}>
          統制が未入力
        </output>
      )
  }
}
