import type { FailureCode } from '@sasaeai/domain/outcome/failure-message'
import type { Outcome } from '@sasaeai/domain/outcome/outcome'
import { useToast } from '@sasaeai/ui/toast'
import type { ReactNode } from 'react'
import { readAnew } from './read-anew.ts'
import { refusalWords } from './refusal-words.ts'
import { faultMessage, queryClient } from './trpc.ts'

export type CommandOutcome = Outcome<unknown, FailureCode>

interface RunningWords {
  /** What is told when it worked. */
  readonly done: string
  /** A button beside it, such as 「元に戻す」. */
  readonly action?: ReactNode
}

/**
 * Runs a command from a button: everything on screen is read anew when it worked, and a message says so; otherwise
 * a message says what to do. Answers whether it worked.
 */
export function useRunCommand(): (command: () => Promise<CommandOutcome>, words: RunningWords) => Promise<boolean> {
  const toast = useToast()
  return async (command, { done, action }) => {
    try {
      const outcome = await command()
      if (!outcome.ok) {
        toast({ tone: 'error', text: await refusalWords(outcome) })
        return false
      }
      await readAnew(queryClient)
      toast({ text: done, ...(action === undefined ? {} : { action }) })
      return true
    } catch (error) {
      toast({ tone: 'error', text: faultMessage(error) })
      return false
    }
  }
}
