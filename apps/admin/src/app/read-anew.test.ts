import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { readAnew } from './read-anew.ts'

it('does not keep a first answer that was read before the command', async () => {
  const queryClient = new QueryClient()
  let books = 'before'
  let answerFirst: () => void = () => undefined
  let asked = 0
  const read = async () => {
    asked += 1
    const seen = books
    if (asked === 1) await new Promise<void>((resolve) => (answerFirst = resolve))
    return seen
  }
  const observer = new QueryObserver(queryClient, { queryKey: ['list'], queryFn: read })
  const leave = observer.subscribe(() => undefined)
  books = 'after'
  const reading = readAnew(queryClient)
  answerFirst()
  await reading
  expect(observer.getCurrentResult().data).toBe('after')
  leave()
  queryClient.clear()
})
