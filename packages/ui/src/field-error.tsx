import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'

/** The sentence under a field that says what is wrong. It is announced as soon as it appears. */
export function FieldError({ id, message }: { id: string; message: ReactNode }) {
  return (
    <div id={id} aria-live="polite" className="empty:hidden">
      {message !== undefined && (
        <p className="flex items-start gap-1 text-[0.875rem] leading-150 text-red-900">
          <Icon name="error" className="mt-[0.1em]" />
          <span>{message}</span>
        </p>
      )}
    </div>
  )
}
