/**
 * The only script that a page names which the server has drawn. The browser shows the page first; then it is told to
 * fetch all that brings the page to life, so that scripts never keep the rows waiting. The app itself is named first.
 */
const scripts = document.querySelectorAll<HTMLLinkElement>('link[data-after-paint]')

requestAnimationFrame(() => setTimeout(wake))

function wake(): void {
  for (const script of scripts) script.rel = 'modulepreload'
  const [app] = scripts
  if (app !== undefined) void import(/* @vite-ignore */ app.href)
}
