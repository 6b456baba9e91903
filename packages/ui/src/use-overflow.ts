import { useEffect, useState } from 'react'

/**
 * Whether a box is wider inside than outside; only then does it need a stop of its own for the keyboard. The box may come
 * and go, as where a list is empty at first. One that begins at its end shows that first.
 */
export function useOverflow({ beginsAtEnd = false }: { readonly beginsAtEnd?: boolean } = {}) {
  const [element, box] = useState<HTMLDivElement | null>(null)
  const [overflows, setOverflows] = useState(false)
  useEffect(() => {
    if (element === null) return undefined
    let isShown = false
    const measure = () => {
      const isWider = element.scrollWidth > element.clientWidth + 1
      setOverflows(isWider)
      // Once: whoever has moved it stays where he is.
      if (beginsAtEnd && isWider && !isShown) element.scrollLeft = element.scrollWidth
      isShown ||= isWider
    }
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    for (const child of element.children) observer.observe(child)
    return () => observer.disconnect()
  }, [element, beginsAtEnd])
  return { box, overflows }
}
