import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { classList } from './class-list.ts'
import { Icon } from './icon.tsx'
import { useRoomForDialog } from './toast.tsx'

export interface DialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
  readonly title: string
  readonly children: ReactNode
  /** The acts, main one last; they stay in sight while the content scrolls. */
  readonly actions?: ReactNode
  readonly width?: 'narrow' | 'regular' | 'wide' | undefined
  /** Keeps the dialog open when the backdrop is pressed, for forms whose content would be lost. */
  readonly keepsOpen?: boolean | undefined
}

const widths = { narrow: 'max-w-md', regular: 'max-w-2xl', wide: 'max-w-5xl' }

/** A modal dialog. It keeps the focus, closes on Esc, and gives the focus back to where it came from. */
export function Dialog(props: DialogProps) {
  const { isOpen, onClose, title, children, actions, width = 'regular', keepsOpen = false } = props
  useRoomForDialog(isOpen)
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(next) => {
        if (!next) onClose()
      }}
      isDismissable={!keepsOpen}
      className="fixed inset-0 z-50 flex items-end justify-center bg-opacity-gray-500 sm:items-center sm:p-6 print-hidden"
    >
      <Modal className={classList('w-full', widths[width])}>
        <AriaDialog className="flex max-h-[calc(100dvh-2rem)] flex-col rounded-t-16 bg-white shadow-float outline-none sm:rounded-12">
          <header className="flex items-start gap-4 px-6 pt-5 pb-3">
            <Heading slot="title" className="min-w-0 flex-1 text-[1.25rem] leading-150 font-bold">
              {title}
            </Heading>
            <button
              type="button"
              aria-label="閉じる"
              onClick={onClose}
              className="-mt-1.5 -mr-3 grid size-11 cursor-pointer place-items-center rounded-8 hover:bg-surface-sub"
            >
              <Icon name="close" />
            </button>
          </header>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-6 pt-1 pb-6">{children}</div>
          {actions !== undefined && (
            <footer className="flex flex-col-reverse gap-3 border-t border-line px-6 py-4 sm:flex-row sm:justify-end">
              {actions}
            </footer>
          )}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
