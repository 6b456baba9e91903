import type { ReactNode } from 'react'

export interface FrontPageFrameProps {
  readonly title: string
  readonly organizationName: string
  /** Wide for long forms. */
  readonly isWide?: boolean
  readonly children: ReactNode
}

/** The frame of pages before the shell: signing in, first set-up. */
export function FrontPageFrame({ title, organizationName, isWide = false, children }: FrontPageFrameProps) {
  return (
    <div className="min-h-dvh bg-surface-sub px-4 py-10 sm:py-16">
      <main className={`mx-auto w-full ${isWide ? 'max-w-4xl' : 'max-w-md'}`}>
        <p className="mb-5 text-center text-[0.9375rem] font-bold text-ink-sub">{organizationName}</p>
        <div className="rounded-12 border border-line bg-white px-6 py-8 sm:px-8">
          <h1 className="mb-6 text-[1.5rem] leading-140 font-bold">{title}</h1>
          {children}
        </div>
      </main>
    </div>
  )
}
