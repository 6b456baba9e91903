import { useEffect, useState } from 'react'

/**
 * Whether a box is wider inside than outside; only then does it need a stop of its own for the keyboard. The box may come
 * and go, as where a list is empty at first.
 */
export function useOverflow() {
  const [element, box] = useState<HTMLDivElement | null>(null)
  const [overflows, setOverflows] = useState(false)
  useEffect(() => {
    if (element === null) return undefined
    const measure = () => setOverflows(element.scrollWidth > element.clientWidth + 1)
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [element])
  return { box, overflows }
}
