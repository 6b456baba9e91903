import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { Dialog } from './dialog.tsx'

export interface ConfirmDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly onConfirm: () => void
  /** A question: 「この伝票を取り消しますか？」 */
  readonly title: string
  /** What will happen, and what will not. A field for a reason may stand here. */
  readonly children: ReactNode
  /** The act itself as a verb, never 「はい」. */
  readonly confirmLabel: string
  readonly isDangerous?: boolean | undefined
  readonly isBusy?: boolean | undefined
}

/** Asks before an act that reaches far. The way back stands first, the act last. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { isOpen, onClose, onConfirm, title, children, confirmLabel, isDangerous = false, isBusy = false } = props
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={title}
      width="narrow"
      keepsOpen={isBusy}
      actions={
        <>
          <Button variant="quiet" onClick={onClose}>
            やめる
          </Button>
          <Button variant={isDangerous ? 'danger' : 'primary'} isBusy={isBusy} onClick={onConfirm}>
            {confirmLabel}
          </Button>
        </>
      }
    >
      {children}
    </Dialog>
  )
}
