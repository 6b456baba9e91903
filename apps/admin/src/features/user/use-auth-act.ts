import { useToast } from '@sasaeai/ui/toast'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { trpc } from '../../app/trpc.ts'
import type { AuthAnswer } from './auth-requests.ts'

/** Runs a request about one's own account, keeps the sentence of a refusal, and reads the account anew. */
export function useAuthAct() {
  const queryClient = useQueryClient()
  const showToast = useToast()
  const [refusal, setRefusal] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const run = async <T,>(act: () => Promise<AuthAnswer<T>>, done?: string): Promise<AuthAnswer<T>> => {
    setIsBusy(true)
    const answer = await act()
    setIsBusy(false)
    setRefusal(answer.ok ? undefined : answer.message)
    if (answer.ok && done !== undefined) showToast({ text: done })
    await queryClient.invalidateQueries(trpc.user.account.queryFilter())
    return answer
  }
  return { refusal, isBusy, run }
}
