import { createContext, useCallback, useContext, useEffect, useRef, useState } from 'react'
import type { ReactNode } from 'react'
import { ToastCard } from './toast-card.tsx'
import { leavesByItself } from './toast-card.tsx'
import type { ToastMessage } from './toast-card.tsx'

type ShowToast = (message: ToastMessage) => void

const ToastContext = createContext<ShowToast | null>(null)
/** Takes away what would have left by itself. */
const MakeWayContext = createContext<() => void>(() => {})

interface ShownToast extends ToastMessage {
  readonly key: number
}

/** Holds the short messages at the foot of the screen; wraps the whole app once. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [toasts, setToasts] = useState<readonly ShownToast[]>([])
  const lastKey = useRef(0)
  const show = useCallback<ShowToast>((message) => {
    lastKey.current += 1
    const toast = { ...message, key: lastKey.current }
    setToasts((others) => [...others.slice(-2), toast])
  }, [])
  const remove = useCallback((key: number) => setToasts((all) => all.filter((toast) => toast.key !== key)), [])
  const makeWay = useCallback(() => setToasts((all) => all.filter((toast) => !leavesByItself(toast))), [])
  return (
    <ToastContext value={show}>
      <MakeWayContext value={makeWay}>{children}</MakeWayContext>
      <section
        aria-label="お知らせ"
        aria-live="polite"
        data-react-aria-top-layer="true"
        className="pointer-events-none fixed inset-x-0 bottom-0 z-60 flex flex-col items-center gap-2 p-4 print-hidden sm:items-end sm:p-6"
      >
        {toasts.map((toast) => (
          <ToastCard key={toast.key} toastKey={toast.key} message={toast} onClose={remove} />
        ))}
      </section>
    </ToastContext>
  )
}

/** Gives the function that shows a short message: 「保存しました」. What must not be missed belongs into a NoticeBanner. */
export function useToast(): ShowToast {
  const show = useContext(ToastContext)
  if (show === null) throw new Error('useToast needs a ToastProvider around the app')
  return show
}

/** A message about what was done would lie over the buttons of a dialog; whoever opens one has gone on to the next thing. */
export function useRoomForDialog(isOpen: boolean): void {
  const makeWay = useContext(MakeWayContext)
  useEffect(() => {
    if (isOpen) makeWay()
  }, [isOpen, makeWay])
}
