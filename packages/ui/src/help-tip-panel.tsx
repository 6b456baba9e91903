import type { ReactNode, RefObject } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Popover } from 'react-aria-components/Popover'

interface HelpTipPanelProps {
  readonly anchor: RefObject<HTMLButtonElement | null>
  readonly term: string
  readonly onClose: () => void
  readonly children: ReactNode
}

/** What HelpTip opens; a default export because it is only ever loaded lazily. */
export default function HelpTipPanel({ anchor, term, onClose, children }: HelpTipPanelProps) {
  return (
    <Popover
      isOpen
      triggerRef={anchor}
      placement="bottom start"
      offset={6}
      onOpenChange={onClose}
      className="max-w-[min(22rem,calc(100vw-2rem))] rounded-8 border border-line bg-white shadow-float"
    >
      <Dialog aria-label={`${term}の説明`} className="px-4 py-3 outline-none">
        <p className="font-bold">{term}</p>
        <div className="mt-1 text-[0.875rem] leading-170 text-ink-sub">{children}</div>
      </Dialog>
    </Popover>
  )
}
