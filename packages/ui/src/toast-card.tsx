import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

export interface ToastMessage {
  readonly text: string
  readonly tone?: 'success' | 'error' | undefined
  /** One link or button, such as 「元に戻す」. The message then waits to be closed. */
  readonly action?: ReactNode
}

const shownMilliseconds = 8000

/** Unless it is an error or asks for an act. */
export function leavesByItself({ tone, action }: ToastMessage): boolean {
  return tone !== 'error' && action === undefined
}

interface ToastCardProps {
  readonly toastKey: number
  readonly message: ToastMessage
  /** Must keep its identity, or the message would never leave. */
  readonly onClose: (toastKey: number) => void
}

/** One message. It leaves by itself after a while, but not while someone is reading it. */
export function ToastCard({ toastKey, message, onClose }: ToastCardProps) {
  const [isRead, setRead] = useState(false)
  const stays = isRead || !leavesByItself(message)
  useEffect(() => {
    if (stays) return undefined
    const timer = setTimeout(() => onClose(toastKey), shownMilliseconds)
    return () => clearTimeout(timer)
  }, [stays, onClose, toastKey])
  return (
    <div
      onPointerEnter={() => setRead(true)}
      onPointerLeave={() => setRead(false)}
      onFocus={() => setRead(true)}
      onBlur={() => setRead(false)}
      className="pointer-events-auto flex w-full max-w-md items-center gap-3 rounded-8 bg-solid-gray-900 py-1.5 pr-1.5 pl-4 text-white shadow-float"
    >
      <Icon
        name={message.tone === 'error' ? 'error' : 'success'}
        className={message.tone === 'error' ? 'text-red-300' : 'text-green-300'}
      />
      <p className="min-w-0 flex-1 py-1.5 text-[0.9375rem] leading-150">{message.text}</p>
      {message.action}
      <button
        type="button"
        onClick={() => onClose(toastKey)}
        className="grid size-11 shrink-0 cursor-pointer place-items-center rounded-6 hover:bg-solid-gray-700"
      >
        <Icon name="close" label="このお知らせを閉じる" />
      </button>
    </div>
  )
}
