/** Every page of the giving site by its path: the site opens them, and the server answers to them. A group names one of many. */
export const sitePaths = {
  front: /^\/$/,
  totals: /^\/totals$/,
  gift: /^\/give\/([a-z0-9-]+)$/,
  /** 短いリンク: the server leads on from it; only where it leads nowhere it is a page, which says so. */
  link: /^\/g\/([^/]+)$/,
  thanks: /^\/thanks\/([0-9a-f-]+)$/,
  my: /^\/my(?:\/open)?$/,
  legal: /^\/(legal|refunds|privacy)$/,
} as const

export function isSitePath(path: string): boolean {
  return Object.values(sitePaths).some((page) => page.test(path))
}
