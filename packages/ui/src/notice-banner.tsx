import type { ReactNode } from 'react'
import { classList } from './class-list.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icon.tsx'

export type NoticeTone = 'info' | 'success' | 'warning' | 'error'

interface ToneLook {
  readonly icon: IconName
  readonly word: string
  readonly edge: string
  readonly text: string
}

const tones: Record<NoticeTone, ToneLook> = {
  info: { icon: 'info', word: 'お知らせ', edge: 'border-l-blue-900', text: 'text-blue-900' },
  success: { icon: 'success', word: '完了', edge: 'border-l-green-800', text: 'text-green-900' },
  warning: { icon: 'warning', word: '注意', edge: 'border-l-yellow-700', text: 'text-yellow-1100' },
  error: { icon: 'error', word: 'エラー', edge: 'border-l-red-900', text: 'text-red-900' },
}

export interface NoticeBannerProps {
  readonly tone: NoticeTone
  readonly title: ReactNode
  /** What tells the tone to those who cannot see it, with what parts it from the title; in Japanese unless told otherwise. */
  readonly toneLabel?: string | undefined
  readonly children?: ReactNode
  /** A button or link that answers the notice. */
  readonly action?: ReactNode
  /** Reads the notice out when it appears after an act; leave it out for what stands on the page from the start. */
  readonly isLive?: boolean | undefined
  readonly className?: string | undefined
}

/** A notice that stays on the page: its tone is told by word, icon and edge, never by colour alone. */
export function NoticeBanner({ tone, title, toneLabel, children, action, isLive = false, className }: NoticeBannerProps) {
  const look = tones[tone]
  const liveRole = tone === 'error' ? 'alert' : 'status'
  return (
    <div
      role={isLive ? liveRole : undefined}
      className={classList(
        'flex flex-wrap items-start gap-x-4 gap-y-3 rounded-8 border border-l-[6px] border-line bg-white py-3.5 pr-4 pl-4',
        look.edge,
        className,
      )}
    >
      <Icon name={look.icon} className={classList('mt-[0.15em] text-[1.125rem]', look.text)} />
      <div className="min-w-[min(14rem,100%)] flex-1">
        <p className="font-bold">
          <span className="sr-only">{toneLabel ?? `${look.word}：`}</span>
          {title}
        </p>
        {children !== undefined && <div className="phrases mt-0.5 text-[0.9375rem] text-ink-sub">{children}</div>}
      </div>
      {action !== undefined && <div className="shrink-0">{action}</div>}
    </div>
  )
}
