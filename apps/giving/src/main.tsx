import { StrictMode } from 'react'
import { createRoot, hydrateRoot } from 'react-dom/client'
import { openPage } from './site/open-page.tsx'
import { SiteApp } from './site/site-app.tsx'
import { languageOf, rememberLanguage } from './site/site-language.ts'
import { tellOfFirstPageLost } from './site/first-page-lost.ts'
import './giving.css'

const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no element #root')
start(root).catch(() => tellOfFirstPageLost(root))

/** Brings a page to life that the server has drawn, or draws it. */
async function start(place: HTMLElement): Promise<void> {
  rememberLanguage(window.location.search)
  const answer = document.getElementById('page-answers')?.textContent
  const first = await openPage({
    address: new URL(window.location.href),
    language: languageOf(window.location.search, document.cookie),
    readAnswers: async () => (answer === undefined || answer === null ? (await import('./site/ask-answers.ts')).askAnswers() : JSON.parse(answer)),
  })
  const app = <StrictMode><SiteApp first={first} /></StrictMode>
  if (place.hasChildNodes()) hydrateRoot(place, app)
  else createRoot(place).render(app)
}
