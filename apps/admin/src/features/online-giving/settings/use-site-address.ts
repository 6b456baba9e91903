import { useSyncExternalStore } from 'react'

/**
 * Where people open the site, without a path: 「https://kifu.example.jp」. Staff and givers come by the same address, PUBLIC_URL where one
 * is set; a page that the server draws does not know it yet.
 */
export function useSiteAddress(): string {
  return useSyncExternalStore(neverChanges, () => window.location.origin, () => '')
}

function neverChanges() {
  return () => undefined
}
