import { LoadingSkeleton } from '@sasaeai/ui/loading-skeleton'
import type { ReactNode } from 'react'
import { PageError } from './page-error.tsx'

interface AnsweredProps<Answer> {
  readonly answer: { readonly data: Answer | undefined; readonly isError: boolean; readonly refetch: () => unknown }
  /** How tall the skeleton is. */
  readonly lines?: number
  readonly children: (answer: Answer) => ReactNode
}

/** What a page, or a part of it, makes of the answer to its question; until that is there a skeleton, and where it cannot be had a way to ask again. */
export function Answered<Answer>({ answer: { data, isError, refetch }, lines = 10, children }: AnsweredProps<Answer>) {
  if (data !== undefined) return children(data)
  return isError ? <PageError reset={() => void refetch()} /> : <LoadingSkeleton lines={lines} />
}
