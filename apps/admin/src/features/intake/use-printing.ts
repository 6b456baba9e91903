import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'

/** Whether the page is being put on paper: what is only printed need not be drawn with every key typed. */
export function usePrinting(): boolean {
  const [isPrinting, setPrinting] = useState(false)
  useEffect(() => {
    const paper = matchMedia('print')
    // The browser takes the page as it stands when the event has been handled, hence the synchronous drawing.
    const follow = (isNow: boolean) => flushSync(() => setPrinting(isNow))
    const begin = () => follow(true)
    const end = () => follow(false)
    const change = () => follow(paper.matches)
    addEventListener('beforeprint', begin)
    addEventListener('afterprint', end)
    paper.addEventListener('change', change)
    return () => {
      removeEventListener('beforeprint', begin)
      removeEventListener('afterprint', end)
      paper.removeEventListener('change', change)
    }
  }, [])
  return isPrinting
}
