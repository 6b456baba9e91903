import { createContext, useContext } from 'react'
import type { MouseEvent, ReactNode } from 'react'

type Navigate = (href: string) => void

const NavigationContext = createContext<Navigate | null>(null)

/** Lends the app's router to every link of the design system; without it links load the page anew. */
export function NavigationProvider({ navigate, children }: { navigate: Navigate; children: ReactNode }) {
  return <NavigationContext value={navigate}>{children}</NavigationContext>
}

/** Goes to an address of the app, through the router when there is one. */
export function useNavigateTo(): Navigate {
  const navigate = useContext(NavigationContext)
  return navigate ?? ((href) => window.location.assign(href))
}

/** A click handler for `<a>`: an ordinary click goes through the router, every other kind is left to the browser. */
export function useLinkClick(href: string | undefined) {
  const navigate = useContext(NavigationContext)
  return (event: MouseEvent<HTMLAnchorElement>) => {
    const isOrdinary = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey
    const { target, origin, download } = event.currentTarget
    const staysHere = (target === '' || target === '_self') && origin === window.location.origin && download === ''
    const isFragment = href?.startsWith('#') === true
    if (navigate === null || href === undefined || event.defaultPrevented) return
    if (!isOrdinary || !staysHere || isFragment) return
    event.preventDefault()
    navigate(href)
  }
}
