import type { ReactNode } from 'react'
import { classList } from './class-list.ts'

export type ChipTone = 'neutral' | 'accent' | 'success' | 'warning' | 'error'

const tones: Record<ChipTone, string> = {
  neutral: 'border-solid-gray-420 text-ink-sub',
  accent: 'border-blue-900 text-blue-900 bg-blue-50',
  success: 'border-green-800 text-green-900 bg-green-50',
  warning: 'border-yellow-900 text-yellow-1100 bg-yellow-50',
  error: 'border-red-900 text-red-900 bg-red-50',
}

/** A status in one or two words. The word carries the meaning; the colour only repeats it. */
export function StatusChip({ tone = 'neutral', children }: { tone?: ChipTone | undefined; children: ReactNode }) {
  return (
    <span
      className={classList(
        'inline-flex items-center rounded-4 border px-1.5 py-px text-[0.8125rem] leading-140 whitespace-nowrap',
        tones[tone],
      )}
    >
      {children}
    </span>
  )
}
