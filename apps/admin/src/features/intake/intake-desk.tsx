import { Button } from '@sasaeai/ui/button'
import type { IntakeContext, IntakeSupporter } from '@sasaeai/domain/intake/intake-context'
import type { IntakeDraftLine } from '@sasaeai/domain/intake/intake-draft'
import { intakeGrid, reduceIntakeGrid } from '@sasaeai/domain/intake/intake-grid'
import { useCallback, useEffect, useReducer, useState } from 'react'
import { cellId, focusInput, headerCellId } from './focus-cell.ts'
import { DeskNotices } from './desk-notices.tsx'
import { DraftConflictDialog } from './draft-conflict-dialog.tsx'
import type { GridCommand } from './grid-keys.ts'
import { IntakeFooter } from './intake-footer.tsx'
import { IntakeHeaderForm } from './intake-header-form.tsx'
import { IntakeLines } from './intake-lines.tsx'
import { IntakeSheet } from './intake-sheet.tsx'
import type { BatchView } from './intake-wire.ts'
import { KindLegend } from './kind-legend.tsx'
import { newLineId } from './new-ids.ts'
import { ProblemSummary } from './problem-summary.tsx'
import { SaveStatus } from './save-status.tsx'
import { ShortcutLegend } from './shortcut-legend.tsx'
import { SupporterQuickDialog } from './supporter-quick-dialog.tsx'
import { useAutosavedDraft } from './use-autosaved-draft.ts'
import { useBatchPresence } from './use-batch-presence.ts'
import { useCellHandlers } from './use-cell-handlers.ts'
import { useDeskKeys } from './use-desk-keys.ts'
import { useDraftReading } from './use-draft-reading.ts'
import { useExtraStops } from './use-extra-stops.ts'
import { useFinishBatch } from './use-finish-batch.ts'
import { useGridCommands } from './use-grid-commands.ts'
import { useIntakeSupporters } from './use-intake-supporters.ts'
import { useOfferedDues } from './use-offered-dues.ts'
import { usePrinting } from './use-printing.ts'

/** The intake desk: a bundle is typed, checked against its slip, and posted. */
export function IntakeDesk({ batch, context }: { batch: BatchView; context: IntakeContext }) {
  const { saver, opening } = useAutosavedDraft(batch)
  const [grid, dispatch] = useReducer(reduceIntakeGrid, opening, (draft) => intakeGrid(draft, newLineId()))
  const { draft } = grid
  useEffect(() => saver.note(draft), [saver, draft])
  const { supporters, remember } = useIntakeSupporters(draft, batch.supporters)
  const read = useDraftReading(draft, context, supporters)
  const { extraStops, toggleStop } = useExtraStops()
  const [isHelpOpen, setHelpOpen] = useState(false)
  const finish = useFinishBatch({ batch, saver, read })
  const commands = useGridCommands({
    draft,
    read,
    context,
    extraStops,
    dispatch,
    onFinish: finish.run,
    onHelp: () => setHelpOpen(true),
  })
  const { handlers, active } = useCellHandlers(dispatch, commands)
  useOfferedDues({ active, draft, read, context, dispatch })
  const registering = useRegistering(remember, (line, number) => {
    dispatch({ type: 'set_cell', lineId: line.id, column: 'supporter', text: String(number) })
    focusInput(cellId(line.id, 'supporter'))
  })
  const isPrinting = usePrinting()
  const presence = useBatchPresence(batch.batchId)
  useDeskKeys({ onHelp: () => setHelpOpen(true), onFinish: finish.run })
  useEffect(() => void focusInput(headerCellId('area')), [])

  const onCommand = (command: GridCommand) => {
    if (command === 'undo' || command === 'redo') dispatch({ type: command })
    if (command === 'post') finish.run()
    if (command === 'help') setHelpOpen(true)
  }
  return (
    <>
      <div className="flex min-h-[calc(100dvh-var(--shell-header)-11rem)] flex-col print:hidden">
        <DeskNotices {...{ batch, presence, saver }} />
        <DraftConflictDialog
          {...{ draft, saver, context }}
          onTake={(newer) => dispatch({ type: 'replace', draft: newer.draft })}
        />
        <ProblemSummary {...{ draft, read, finish }} />
        <IntakeHeaderForm
          header={draft.header}
          reading={read.header}
          wasTried={finish.wasTried}
          onEnterGrid={commands.enterGrid}
          {...{ context, dispatch, onCommand }}
        />
        <KindLegend kinds={context.kindsOf(read.header.fiscalYear)} onHelp={() => setHelpOpen(true)} />
        <IntakeLines
          {...{ draft, read, context, handlers, active }}
          wasTried={finish.wasTried}
          onPickSupporter={remember}
          onRegister={registering.ask}
        />
        <AddRow onAdd={commands.appendLine} />
        <IntakeFooter {...{ context, read, finish }} onUp={commands.enterLastLine}>
          <SaveStatus state={saver.state} />
        </IntakeFooter>
      </div>
      <div className="hidden print:block">
        {isPrinting && (
          <IntakeSheet {...{ draft, read, context }} status="draft" posted={null} receivedBy={batch.createdByName} />
        )}
      </div>
      <ShortcutLegend isOpen={isHelpOpen} onClose={() => setHelpOpen(false)} {...{ extraStops, toggleStop }} />
      <SupporterQuickDialog key={registering.name ?? ''} {...registering} />
    </>
  )
}

function AddRow({ onAdd }: { onAdd: () => void }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 py-2">
      <Button variant="quiet" size="small" icon="plus" onClick={onAdd}>
        行を追加
      </Button>
      <span className="text-[0.8125rem] text-ink-sub max-sm:hidden">最後の欄でEnterを押しても増えます</span>
    </div>
  )
}

/** A payer who is not known yet is registered without leaving the line. */
function useRegistering(
  remember: (supporter: IntakeSupporter) => void,
  onRegistered: (line: IntakeDraftLine, number: number) => void,
) {
  const [asked, setAsked] = useState<{ line: IntakeDraftLine; name: string } | null>(null)
  const ask = useCallback((line: IntakeDraftLine, name: string) => setAsked({ line, name }), [])
  return {
    name: asked?.name ?? null,
    ask,
    onClose: () => setAsked(null),
    onRegistered(supporter: IntakeSupporter) {
      remember(supporter)
      if (asked !== null) onRegistered(asked.line, supporter.number)
      setAsked(null)
    },
  }
}
